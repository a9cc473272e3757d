"""Con qué nombre se guarda cada clase de valor en las columnas JSON; no cambian, se migran.

Las demás de un informe firmado tienen su tabla en `servicios.entrega.firmado`.
"""

from __future__ import annotations

from ut_escritorio.datos.esquema.codec import Codec
from ut_escritorio.dominio.guardado import Nombres
from ut_escritorio.dominio.oficina.catalogo import Logo
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.anexos import FichaDeSesion, LosAnexos
from ut_escritorio.dominio.plan.apartados import Firmante
from ut_escritorio.dominio.plan.arbol import Estilo, PlantillaOficio
from ut_escritorio.dominio.plan.cifras import Capturada, Condicion, Contada, DelLibro, Formula, Porcion, Razon
from ut_escritorio.dominio.plan.cuadros import Banda, Pie
from ut_escritorio.dominio.plan.formas import Campo, Ficha
from ut_escritorio.dominio.plan.programa import Programa
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.firmados import CifrasFirmadas, NumeroFirmado
from ut_escritorio.dominio.trimestre.renglones import Parte

EN_LAS_COLUMNAS: Nombres = {
    Programa: "Programa numero nombre evidencia serie holgura clases fichas anexos alcance? entrega? "
    "pide_por_que?",
    FichaDeSesion: "FichaDeSesion titulo medios datos rotulo",
    LosAnexos: "LosAnexos donde citados lista con_fichas",
    PlantillaOficio: "PlantillaOficio datos lugar_y_fecha destinatario saludo cuerpo despedida copias",
    Estilo: "Estilo actividad nombre_actividad paso repite_actividad vineta valor centrado",
    Ficha: "Ficha rotulo unidad con medio sentido forma cantidad_medio cantidad",
    Firmante: "Firmante puesto rotulo",
    Campo: "Campo clave etiqueta clase",
    Sustantivo: "Sustantivo singular plural genero",
    Capturada: "Capturada captura sexos suma_de_sexos",
    Contada: "Contada que lugares medios formas sentidos",
    DelLibro: "DelLibro clases sentido",
    Formula: "Formula suma resta",
    Condicion: "Condicion campo valores",
    Porcion: "Porcion de donde",
    Razon: "Razon de entre por_cien decimales",
    Banda: "Banda eje encabezado etiquetas cifras sexos con_unidad campo? valores?",
    Pie: "Pie rotulo cifra con_unidad",
    Parte: "Parte rol clave texto",
    Logo: "Logo sha256 alternativo alto_mm",
}

EN_LAS_CIFRAS_FIRMADAS: Nombres = {
    CifrasFirmadas: "CifrasFirmadas numeros revisados",
    NumeroFirmado: "NumeroFirmado casilla valor escrito",
    Casilla: "Casilla cifra trimestre mes sexo",
}

COLUMNAS = Codec(EN_LAS_COLUMNAS)
CIFRAS_FIRMADAS = Codec(EN_LAS_CIFRAS_FIRMADAS)
