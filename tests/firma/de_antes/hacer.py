"""Cómo se hicieron los archivos de `archivos/`: con el programa del commit 72c3e8d, no con el de hoy.

Texto congelado. Para rehacerlos, desde la carpeta del proyecto:

    git worktree add ../antes 72c3e8d
    PYTHONPATH=../antes python tests/firma/de_antes/hacer.py tests/firma/de_antes/archivos

Otra vez no salen los mismos bytes (la identidad de cada renglón es al azar), pero sí lo mismo.
"""

# ruff: noqa: I001 - sus módulos son los de entonces

from __future__ import annotations

import gzip
import sys
import tempfile
import uuid
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from ut_escritorio.dominio.conteos import Casilla
from ut_escritorio.dominio.dias import CambioDeDia
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.renglones import Cita, Personas
from ut_escritorio.dominio.relatos import relato_de_apartado
from ut_escritorio.servicios import captura, eleccion, expediente, firma, historia, renglones, textos, traer
from ut_escritorio.servicios.anotar import anotar
from ut_escritorio.servicios.expediente import Expediente
from ut_escritorio.servicios.informe import contenidos_de, exportar
from ut_escritorio.servicios.monitoreos import marcar_dia
from ut_escritorio.servicios.revision import dejar_asi, llevar_la_serie, revisar

PRIMERO, SEGUNDO, TERCERO = (Trimestre(2024, numero) for numero in (1, 2, 3))
FIRMA = date(2024, 7, 4)


def ahora() -> datetime:
    return datetime(2024, 10, 4, 12, 30)  # noqa: DTZ001


def escribir_a_mano(exp: Expediente) -> None:
    """Un cierre, un renglón y un encabezado, dichos de otro modo."""
    uid = next(r.uid for r in exp.foto(SEGUNDO).renglones if r.lugar == "1.2/3")
    for origen in (f"registro:{uid}", "lugar:1.2"):
        textos.escribir_a_mano(exp, SEGUNDO, origen, f"Escrito a mano, {origen.partition(':')[0]}.", "antes")
    renglones.nuevo_parrafo(exp, SEGUNDO, "1.1/3", "Un párrafo libre,\tcon su salto\ny su segundo renglón.")


def dejar_todo(exp: Expediente, trimestre: Trimestre) -> None:
    """Deja así todo lo señalado; el motivo es el código, para saber después cuál volvió."""
    foto = exp.foto(trimestre)
    for hallado in revisar(foto, foto.dia):
        dejar_asi(exp, trimestre, hallado.huella, hallado.codigo)


def imprimir(exp: Expediente, trimestre: Trimestre) -> None:
    foto = exp.foto(trimestre)
    with tempfile.TemporaryDirectory() as carpeta:
        hecho = exportar(foto, contenidos_de(exp, foto), Path(carpeta) / "a.pdf")
    firma.marcar_impreso(exp, foto, hecho.huellas)


def firmado(exp: Expediente) -> None:
    """El segundo trimestre, con textos a mano y todo dejado así, impreso para firma y firmado."""
    escribir_a_mano(exp)
    dejar_todo(exp, SEGUNDO)
    imprimir(exp, SEGUNDO)
    firma.firmar(exp, SEGUNDO, FIRMA)


def corrigiendo(exp: Expediente) -> None:
    """Firmado, abierto para corregirlo, cambiado un número y un renglón, y otra vez impreso."""
    firmado(exp)
    firma.abrir_para_corregir(exp, SEGUNDO, "Faltó una asesoría")
    captura.capturar(exp, SEGUNDO, Casilla("asesorias_datos", 2, 4), 2)
    renglon = exp.foto(SEGUNDO).renglones[0]
    renglones.guardar_renglon(exp, SEGUNDO, replace(renglon, asunto=f"{renglon.asunto} corregido"))
    imprimir(exp, SEGUNDO)


def revuelto(exp: Expediente) -> None:
    """Tres trimestres abiertos con de todo mal, lo señalado dejado así, y mucho hecho, deshecho y rehecho."""
    ajustar = Casilla("solicitudes", 2, 4, "mujeres")
    for valor in (7, 8):
        captura.capturar(exp, SEGUNDO, ajustar, valor)
    historia.deshacer(exp)
    historia.deshacer(exp)
    historia.rehacer(exp)
    escribir_a_mano(exp)
    renglones.quitar_renglon(exp, SEGUNDO, exp.foto(SEGUNDO).renglones[-1].uid)
    historia.deshacer(exp)
    llevar_la_serie(exp, SEGUNDO, si=True)
    _el_tercero(exp)
    _malo_el_segundo(exp)
    _otros_males(exp)
    captura.marcar_sin_actividad(exp, SEGUNDO, "3.3", si=True)
    for trimestre in (PRIMERO, SEGUNDO, TERCERO):
        dejar_todo(exp, trimestre)
    imprimir(exp, TERCERO)
    captura.capturar(exp, PRIMERO, Casilla("portal", 1, 1), 60)
    historia.deshacer(exp)


def _el_tercero(exp: Expediente) -> None:
    """Lo del segundo otra vez en el tercero: repetidos, ajenos, lejanos y traídos."""
    traer.traer(exp, TERCERO, traer.proponer(exp, TERCERO))
    anotar(exp, TERCERO, *(replace(r, mes=None) for r in exp.foto(SEGUNDO).renglones[::2]))
    for clave in ("solicitudes", "turnos_de_solicitudes", "sisai", "portal", "asesorias_enlaces"):
        for mes in TERCERO.meses:
            captura.capturar(exp, TERCERO, Casilla(clave, 3, mes), 200 + mes)
    captura.capturar(exp, TERCERO, Casilla("paginas", 3, 7), 33)
    for dia in (1, 2, 3):
        cambio = CambioDeDia("portal", date(2024, 7, dia), 5)
        marcar_dia(exp, TERCERO, cambio, date(2024, 10, 4))
    eleccion.elegir_leyenda(exp, TERCERO, "")
    captura.fijar_alcanzado(exp, TERCERO, "1.1", None)


def _malo_el_segundo(exp: Expediente) -> None:
    """A cada renglón del segundo, algo que no cuadra."""
    for i, renglon in enumerate(exp.foto(SEGUNDO).renglones):
        malo = (
            {"asunto": "Lo que ____ se pidió"},
            {"fecha": date(2024, 12, 25)},
            {"fecha": date(2024, 5, 1), "citas": (Cita(f"UT/{600 - i:04}/2024"),), "sentido": "enviado"},
            {"fecha": date(2024, 4, 2 + i % 20), "citas": (Cita(f"OTRA/{i}/2021"),), "sentido": "recibido"},
            {"fecha": date(2024, 6, 3), "citas": (Cita(f"UT/{700 - i:04}/2024"),), "sentido": "enviado"},
            {"partes": (), "personas": Personas(total=3)},
            {"cantidad_medio": 99, "cantidad": 99, "asunto": "el OGAIPO, del 1 de marzo de 2023 a,"},
            {"fecha": None, "mes": 9},
            {"citas": (), "campos": {}},
        )[i % 9]
        renglones.guardar_renglon(exp, SEGUNDO, replace(renglon, **malo))
    captura.capturar(exp, SEGUNDO, Casilla("sisai", 2, 4), None)
    captura.capturar(exp, SEGUNDO, Casilla("recursos_atendidos", 2), 9)


def _otros_males(exp: Expediente) -> None:
    """Lo que pide una cosa aparte: un asunto al revés, cuentas sin apoyo y valores lejos de lo programado."""
    foto = exp.foto(TERCERO)
    asunto = str(uuid.UUID(int=7))
    for lugar, dia in (("1.2/2", 20), ("1.2/3", 10), ("1.2/4", 5)):
        fecha, folios = date(2024, 8, dia), (Cita(f"UT/{900 - dia:04}/2024"),)
        renglones.nuevo_renglon(
            exp,
            TERCERO,
            lugar,
            fecha=fecha,
            asunto="esto",
            citas=folios,
            sentido="enviado",
            asunto_uid=asunto,
        )
    cierre = next(a for a in foto.plan.lugar["1.2/3"].apartados if a.clase == "cierre")
    relato = relato_de_apartado(exp.foto(TERCERO), "1.2/3", cierre)
    assert relato
    textos.escribir_a_mano(exp, TERCERO, relato.origen, "Fueron 99 correos y 98 llamadas.", relato.texto)
    renglones.nuevo_parrafo(exp, TERCERO, "1.2/2", "Siendo un total de 97 oficios.")
    renglones.nuevo_parrafo(exp, TERCERO, "1.2/2", "Se dijo «así, sin cerrar.")
    captura.fijar_alcanzado(exp, TERCERO, "2.1", Decimal(5))
    captura.capturar(exp, TERCERO, Casilla("denuncias", 3, 7), 5)
    renglones.nuevo_renglon(
        exp, TERCERO, "2.5", fecha=date(2024, 7, 9), medio="denuncia", cantidad_medio=3, asunto="algo"
    )


def main() -> None:
    """Deja los tres archivos, comprimidos, en la carpeta que se diga."""
    destino = Path(sys.argv[1])
    for hacer in (firmado, corrigiendo, revuelto):
        with tempfile.TemporaryDirectory() as carpeta:
            ruta = Path(carpeta) / "a.sqlite"
            with expediente.crear_ejemplo(ruta, ahora) as exp:
                hacer(exp)
            comprimido = gzip.compress(ruta.read_bytes(), 9, mtime=0)
        (destino / f"esquema_2_{hacer.__name__}.sqlite.gz").write_bytes(comprimido)


if __name__ == "__main__":
    main()
