"""Matar al programa mientras entrega una parte o la recibe: lo que queda está entero, o no está."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from tests.evidencias.archivos import foto
from tests.fallas.contenido import numero_de
from tests.fallas.escena import Avisar, Escena
from ut_escritorio.datos.imagenes import fotos
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.partes.cosa import Cosa
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.evidencias import Preparada
from ut_escritorio.servicios.archivo import comprobacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.evidencias import dar
from ut_escritorio.servicios.evidencias.adjuntar import adjuntar, evidencias_de
from ut_escritorio.servicios.evidencias.preparar import Lote
from ut_escritorio.servicios.partes import entregar as servicio
from ut_escritorio.servicios.partes.llegada import Llegada
from ut_escritorio.servicios.partes.recibir import proponer
from ut_escritorio.servicios.partes.recibir import recibir as recibe

DE = ["vecindad"]
LLEGA = {Casilla("visitas", 2, mes): 100 + mes for mes in (4, 5, 6)}


def entregar(escena: Escena, avisar: Avisar) -> None:
    """Una parte con fotos, otra vez y otra, cada una con otro número."""
    with oficina.abrir(escena.archivo) as exp:
        _con_una_foto(exp)
        avisar(0)
        for n in count(1):
            capturar(exp, TRIMESTRE, ABRIL, n)
            servicio.entregar(exp, TRIMESTRE, DE, escena.copias / f"{n}.parte", oficina.ahora)
            avisar(n)


def de_entregar(escena: Escena, avisado: int) -> Iterator[str]:
    """Las que tienen nombre están enteras, son las que se avisaron y dicen lo suyo."""
    hechas = sorted(escena.copias.glob("*.parte"))
    if len(hechas) not in (avisado, avisado + 1):
        yield f"se avisaron {avisado} partes y hay {len(hechas)}"
    with oficina.abrir(escena.archivo) as exp:
        for hecha in hechas:
            if not comprobacion.comprobar(hecha).sano:
                yield f"{hecha.name} no está entera"
                continue
            dice = {conteo.dice["valor"] for conteo in _conteos(proponer(exp, hecha))}
            if int(hecha.stem) not in dice:
                yield f"{hecha.name} dice {dice}"


def recibir(escena: Escena, avisar: Avisar) -> None:
    """La misma parte, con fotos y varios números, se recibe y se deshace."""
    suya = escena.carpeta / "llega.parte"
    _hacer_la_que_llega(escena, suya)
    with oficina.abrir(escena.archivo) as exp:
        avisar(0)
        for n in count(1):
            llegada = proponer(exp, suya)
            recibe(exp, llegada, llegada.de_entrada, oficina.ahora)
            avisar(n)
            deshacer(exp)


def de_recibir(escena: Escena, avisado: int) -> Iterator[str]:
    """Llegó todo o nada, con su foto, y la copia de antes está sana."""
    numero_de(escena.archivo)  # abrirlo recupera lo que quedó a medias
    with oficina.abrir(escena.archivo) as exp:
        foto = exp.foto(TRIMESTRE)
        van = sum(foto.conteos.en(casilla) == valor for casilla, valor in LLEGA.items())
        fotos = evidencias_de(exp, TRIMESTRE, Origen("renglon", foto.renglones[0].uid))
        if (van, len(fotos)) not in ((0, 0), (len(LLEGA), 1)):
            yield f"llegaron {van} números y {len(fotos)} fotos"
        if any(sha256(dar.bytes_de(exp, suya)).hexdigest() != suya.original for suya in fotos):
            yield "la foto que llegó no está entera"
    for copia in (escena.carpeta / "respaldos").glob("*.sqlite"):
        if not comprobacion.comprobar(copia).sano:
            yield f"la copia {copia.name} no sirve"


def _conteos(llegada: Llegada) -> list[Cosa]:
    return [cosa for cosa in llegada.suya.cosas if cosa.tabla == "conteo"]


def _hacer_la_que_llega(escena: Escena, suya: Path) -> None:
    otro = escena.carpeta / "de otro.sqlite"
    otro.write_bytes(escena.archivo.read_bytes())
    with oficina.abrir(otro) as exp:
        _con_una_foto(exp)
        for casilla, valor in LLEGA.items():
            capturar(exp, TRIMESTRE, casilla, valor)
        servicio.entregar(exp, TRIMESTRE, DE, suya, oficina.ahora)


def _con_una_foto(exp: Expediente) -> None:
    octetos, _ = fotos.preparar(foto(1600, 1200))
    dueno = Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)
    adjuntar(exp, TRIMESTRE, dueno, Lote((Preparada(octetos, sha256(octetos).hexdigest(), "a.jpg", "foto"),)))
