"""Una jornada al azar en la oficina pequeña, por escrito: qué se hizo, qué quedó, se revisa y se imprime."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from types import SimpleNamespace
from unittest.mock import patch

from tests.aspecto.salidas import huella
from tests.datos.oficina import TRIMESTRE, nuevo
from tests.historia.azar import GESTOS, contenido
from ut_escritorio.datos.esquema import campos
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.excel import escribir_excel
from ut_escritorio.informe.pdf import escribir_pdf
from ut_escritorio.informe.word import escribir_word
from ut_escritorio.revision import Hallazgo
from ut_escritorio.servicios.archivo import historia
from ut_escritorio.servicios.archivo.busqueda import Buscador
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.entrega.informe import contenidos_de, documento_de
from ut_escritorio.servicios.entrega.revision import revisar
from ut_escritorio.servicios.oficios.del_informe import oficios_para
from ut_escritorio.servicios.oficios.libro import leer_libro

_ACCIONES, _CADA = 160, 40
_HOY = date(2031, 7, 4)
_SE_BUSCA = ("horarios", "ana", "comillas y", "PR/0534", "abril 2031", "visitas", "ningún lado")


def en_la_jornada(carpeta: Path) -> str:
    """Cada acción al azar y, cada tanto, todo lo que el programa dice de lo que hay."""
    azar, nombres = Random(7), Random(8)
    # Las identidades llevan la hora en que se hacen: aquí, las mismas cada vez
    sin_hora = patch.multiple(campos, time=SimpleNamespace(time_ns=lambda: 0), _ultimo=0)
    with patch("os.urandom", nombres.randbytes), sin_hora, nuevo(carpeta / "oficina.sqlite") as exp:
        return "\n".join(_jornada(exp, azar)).replace(str(carpeta), "aquí") + "\n"


def _jornada(exp: Expediente, azar: Random) -> Iterator[str]:
    for vez in range(_ACCIONES):
        cual = azar.choice(sorted(GESTOS))
        GESTOS[cual](exp, azar)
        yield f"{vez}. {cual}: {historia.por_deshacer(exp)}"
        if vez % 11 == 10:
            yield _de_cambios(historia.deshacer(exp))
        if vez % 33 == 32:
            yield _de_cambios(historia.rehacer(exp))
        if vez % _CADA == _CADA - 1:
            yield from _lo_que_hay(exp)
    yield from _lo_que_salio_de_que(exp)
    yield from _la_firma(exp, azar)
    yield from (f"{tabla} {fila}" for tabla, filas in contenido(exp).items() for fila in filas)


def _lo_que_hay(exp: Expediente) -> Iterator[str]:
    foto = exp.foto(TRIMESTRE)
    yield from _revisado(foto)
    documento = documento_de(foto)
    for seccion in documento.secciones:
        yield f"== {seccion.marcador} · {seccion.disposicion} · {seccion.origen} · {seccion.membrete}"
        yield from map(repr, seccion.bloques)
    yield from _en_papel(exp, foto, documento)
    buscador = Buscador(exp)
    buscador.poner_al_dia()
    for palabras in _SE_BUSCA:
        yield f"¿{palabras}?"
        yield from map(repr, buscador.buscar(palabras))
    libro = leer_libro(exp, TRIMESTRE.ejercicio)
    yield from (repr(libro.en_un_renglon), repr(libro.serie), *map(repr, libro.filas))


def _revisado(foto: FotoTrimestre) -> Iterator[str]:
    for hallazgo in revisar(foto, _HOY):
        yield _de_hallazgo(hallazgo)


def _de_hallazgo(hallazgo: Hallazgo) -> str:
    en_cada_uno = [f"{sitio}: {hallazgo.en(sitio)}" for sitio in hallazgo.sitios]
    dicho = [hallazgo.codigo, hallazgo.gravedad, hallazgo.mensaje, hallazgo.huella, hallazgo.motivo]
    return " · ".join([*dicho, *en_cada_uno])


def _en_papel(exp: Expediente, foto: FotoTrimestre, documento: Documento) -> Iterator[str]:
    contenidos = contenidos_de(exp, foto)
    oficios = oficios_para(exp, TRIMESTRE, Path("i.xlsx"))
    yield f"[{huella(escribir_pdf(documento, contenidos).datos)}]"
    yield f"[{huella(escribir_word(documento, contenidos).datos)}]"
    yield f"[{huella(escribir_excel(documento, foto, oficios))}]"


def _lo_que_salio_de_que(exp: Expediente) -> Iterator[str]:
    for cifra in exp.foto(TRIMESTRE).plan.cifras:
        for mes in (None, *TRIMESTRE.meses):
            yield str(historia.procedencia(exp, TRIMESTRE, Casilla(cifra.clave, 2, mes)))


def _la_firma(exp: Expediente, azar: Random) -> Iterator[str]:
    """Se firma, se abre para corregir, se cambia algo y se pregunta qué cambió."""
    yield _de_cambios(firma.firmar(exp, TRIMESTRE, _HOY))
    yield _de_cambios(firma.abrir_para_corregir(exp, TRIMESTRE, "faltó algo"))
    for _ in range(40):
        GESTOS[azar.choice(sorted(GESTOS))](exp, azar)
    yield from map(repr, firma.que_cambio(exp, TRIMESTRE))
    yield from map(repr, firma.firmados(exp))


def _de_cambios(cambios: Cambios) -> str:
    return f"{cambios.accion} · {sorted(cambios.cosas)} · {cambios.trimestre} · {cambios.sitios}"
