"""Todas las reglas de la revisión y el orden en que se dice lo que encuentran."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from ut_escritorio.dominio.oficina.calendario import Calendario
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.revision.anotado.asuntos import al_reves, eslabones_que_faltan
from ut_escritorio.revision.anotado.cartas import areas_sin_titular
from ut_escritorio.revision.anotado.entrega import (
    logotipos_que_no_se_imprimen,
    remision_incompleta,
    sin_firmante,
    sin_membrete,
)
from ut_escritorio.revision.anotado.evidencias import (
    anexo_a_mano,
    de_otro_dia,
    en_dos_lados,
    que_no_se_imprimen,
    sin_foto,
    sin_pie,
)
from ut_escritorio.revision.anotado.fechas import (
    antes_de_terminar,
    de_otro_trimestre,
    en_inhabil,
    futuras,
    mes_ajeno,
)
from ut_escritorio.revision.anotado.folios import (
    con_otra_area,
    de_otro_anio,
    fuera_de_orden,
    huecos_de_la_serie,
    mal_escritos,
    repetidos,
)
from ut_escritorio.revision.anotado.mayusculas import en_mayusculas
from ut_escritorio.revision.anotado.renglones import (
    listas_a_medias,
    oficios_sin_fecha,
    renglones_sin_fecha,
    sin_asunto,
    sin_nadie,
    sin_numero,
    sin_sexo,
)
from ut_escritorio.revision.anotado.respuestas import respondidos_antes, sin_respuesta
from ut_escritorio.revision.hallazgos import Hallazgo
from ut_escritorio.revision.lectura import Lectura, Regla
from ut_escritorio.revision.numeros.antecedentes import lejos_de_antes
from ut_escritorio.revision.numeros.concordancias import no_cuadran
from ut_escritorio.revision.numeros.contestadas import sin_contestar
from ut_escritorio.revision.numeros.contrastes import escrito_contra_contado, escrito_contra_el_libro
from ut_escritorio.revision.numeros.cruces import mal_repartidos
from ut_escritorio.revision.numeros.meses import nada_anotado, sin_capturar, trimestres_sin_dato
from ut_escritorio.revision.numeros.metas import (
    de_mas_en_el_anio,
    metas_a_destiempo,
    sin_decir_que_es_el_porcentaje,
)
from ut_escritorio.revision.numeros.ritmo import dias_contra_mes, fuera_de_ritmo, meses_calcados
from ut_escritorio.revision.numeros.valores import lejos_de_lo_programado, valores_iguales, valores_que_faltan
from ut_escritorio.revision.textos.a_mano import textos_a_mano, totales_sin_apoyo
from ut_escritorio.revision.textos.frases import colgantes, comillas_abiertas, restos_de_antes
from ut_escritorio.revision.textos.no_toco import no_toco_con_renglones
from ut_escritorio.revision.textos.pedidos import pedir_en_vez_de_la_cosa
from ut_escritorio.revision.textos.rayas import rayas, rayas_a_mano
from ut_escritorio.revision.textos.traidos import sin_mirar
from ut_escritorio.revision.textos.ya_no_existe import nombra_lo_que_ya_no_existe

REGLAS: tuple[Regla, ...] = (
    no_cuadran,
    escrito_contra_contado,
    escrito_contra_el_libro,
    sin_capturar,
    trimestres_sin_dato,
    nada_anotado,
    no_toco_con_renglones,
    rayas,
    rayas_a_mano,
    colgantes,
    pedir_en_vez_de_la_cosa,
    textos_a_mano,
    mal_escritos,
    repetidos,
    futuras,
    al_reves,
    listas_a_medias,
    valores_que_faltan,
    lejos_de_lo_programado,
    metas_a_destiempo,
    de_mas_en_el_anio,
    sin_decir_que_es_el_porcentaje,
    remision_incompleta,
    sin_firmante,
    anexo_a_mano,
    sin_mirar,
    sin_contestar,
    fuera_de_ritmo,
    dias_contra_mes,
    meses_calcados,
    totales_sin_apoyo,
    lejos_de_antes,
    mal_repartidos,
    eslabones_que_faltan,
    oficios_sin_fecha,
    renglones_sin_fecha,
    sin_numero,
    sin_asunto,
    en_mayusculas,
    sin_nadie,
    sin_sexo,
    de_otro_trimestre,
    mes_ajeno,
    en_inhabil,
    antes_de_terminar,
    de_otro_anio,
    fuera_de_orden,
    huecos_de_la_serie,
    sin_respuesta,
    respondidos_antes,
    con_otra_area,
    areas_sin_titular,
    comillas_abiertas,
    sin_foto,
    de_otro_dia,
    sin_pie,
    en_dos_lados,
    que_no_se_imprimen,
    restos_de_antes,
    valores_iguales,
    nombra_lo_que_ya_no_existe,
    sin_membrete,
    logotipos_que_no_se_imprimen,
)


def revisar(
    foto: FotoTrimestre,
    calendario: Calendario,
    hoy: date,
    logotipos: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Hallazgo, ...]:
    """Todo lo que hay que corregir y luego lo que conviene revisar, en el orden del informe.

    Cada causa se dice una vez, con todos sus sitios; lo que ella dejó así lleva su motivo. `logotipos`:
    por qué alguno no se imprimiría como se ve.
    """
    lectura = Lectura(foto, calendario, hoy, logotipos)
    hallados = [hallazgo for regla in REGLAS for hallazgo in regla(lectura)]
    if foto.dejados:
        hallados = [replace(h, motivo=foto.dejados.get(h.huella, "")) for h in hallados]
    return tuple(sorted(hallados, key=lambda h: (h.gravedad != "corregir", _posicion(lectura, h))))


def _posicion(lectura: Lectura, hallazgo: Hallazgo) -> int:
    """Dónde del informe está su primer sitio; lo que es de todo el informe va primero."""
    return lectura.posicion.get(hallazgo.sitios[0].lugar, -1) if hallazgo.sitios else -1
