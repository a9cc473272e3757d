"""Entregar mi parte: un archivo con lo capturado por unos departamentos en un trimestre, y nada más."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from ut_escritorio.datos.archivo.apertura import crear_base
from ut_escritorio.datos.archivo.respaldo import copiar
from ut_escritorio.datos.disco.archivos import en_palabras, revisar_destino
from ut_escritorio.datos.disco.restos import quitar_restos
from ut_escritorio.datos.filas.firmas import esta_cerrado
from ut_escritorio.datos.filas.partes.hacer import llenar
from ut_escritorio.datos.filas.partes.leer import leer_parte
from ut_escritorio.datos.historia.linaje import rastro
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.partes.cosa import UNIDAD
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Departamento
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.partes.dejados import dejados_en

EXTENSION = ".parte"
_LETRAS = 60
_NO_SE_PUEDE = r'[<>:"/\\|?*\x00-\x1f]+'


@congelado
class Entrega:
    """La parte que se hizo: dónde quedó, de quién es, cuántas cosas lleva y cuántos octetos pesa."""

    ruta: Path
    de: str
    cuantas: int
    pesa: int


def departamentos_de(exp: Expediente, trimestre: Trimestre) -> tuple[Departamento, ...]:
    """Los que tienen algún componente en el plan de ese año, en el orden del informe."""
    plan = exp.foto(trimestre).plan
    suyos = dict.fromkeys(componente.departamento for componente in plan.componentes)
    return tuple(plan.departamento[clave] for clave in suyos)


def nombre_de_parte(
    exp: Expediente, trimestre: Trimestre, departamentos: Collection[str], ahora: datetime
) -> str:
    """El nombre del archivo: «Difusión, 2º trimestre 2031, 2031-07-03 10-41.parte»; Windows lo admite."""
    llamado = re.sub(_NO_SE_PUEDE, " ", _de_quien(exp, trimestre, departamentos))
    corto = " ".join(llamado.split())[:_LETRAS].strip(" .")
    return f"{corto or 'Parte'}, {trimestre}, {ahora:%Y-%m-%d %H-%M}{EXTENSION}"


def libre_en(carpeta: Path, nombre: str) -> Path:
    """Ese nombre en la carpeta o, si ya lo tiene otra, el mismo numerado: ninguna se pisa."""
    ruta = carpeta / nombre
    otras = (ruta.with_name(f"{ruta.stem} ({n}){ruta.suffix}") for n in range(2, 100))
    return next(cada for cada in (ruta, *otras) if not cada.exists())


def _de_quien(exp: Expediente, trimestre: Trimestre, departamentos: Collection[str]) -> str:
    todos = departamentos_de(exp, trimestre)
    return lista([depto.nombre for depto in todos if depto.clave in departamentos])


def entregar(
    exp: Expediente, trimestre: Trimestre, departamentos: Collection[str], ruta: Path, ahora: Reloj
) -> Entrega:
    """Escribe la parte de esos departamentos; nunca pisa, y su nombre aparece hasta que está entera.

    Se hace aparte, en este equipo, y de ahí se copia y se vuelve a leer: a la memoria se escribe de corrido.

    Raises:
        ErrorEsperado: no se dijo de quién, no han capturado nada, el trimestre ya se firmó, o la carpeta no
            deja escribir; ahí no queda nada.
    """
    de = _de_quien(exp, trimestre, departamentos)
    if not de:
        raise ErrorEsperado("Falta decir de qué departamento es la parte. Marque al menos uno.")
    foto = exp.foto(trimestre)
    plan, dejados = foto.plan, dejados_en(foto, ahora().date())
    componentes = {c.clave for c in plan.componentes if c.departamento in departamentos}
    legajo = exp.legajo(trimestre)
    with exp.base.lectura():
        if esta_cerrado(legajo):
            raise ErrorEsperado(
                f"El {trimestre} ya está firmado: lo que se junta, se junta antes de firmar. "
                "Para cambiarlo, ábralo para corregir."
            )
        parte = leer_parte(legajo, componentes, dejados=dejados)
        cuantas = sum(cosa.tabla != UNIDAD for cosa in parte.cosas)
        if not cuantas:
            raise ErrorEsperado(f"{de} no tiene nada capturado en el {trimestre}: no hay qué entregar.")

        de_donde = rastro(exp.base)

        def llenarla(base: Base) -> None:
            llenar(base, legajo, parte, de, de_donde, dejados)

        with TemporaryDirectory(prefix="ut-escritorio-") as aqui:
            hecha = Path(aqui) / "parte.sqlite"
            crear_base(hecha, ahora, llenarla)
            quitar_restos(ruta.parent, ahora())
            _revisar_que_se_deje(ruta)
            copiar(hecha, ruta, releyendo=True)
    return Entrega(ruta, de, cuantas, ruta.stat().st_size)


def _revisar_que_se_deje(ruta: Path) -> None:
    """ErrorEsperado si en esa carpeta no se deja escribir: el sistema dice la causa, y SQLite no."""
    revisar_destino(ruta)
    prueba = ruta.with_name(f".{uuid4().hex[:8]}.tmp")
    try:
        prueba.touch()
        prueba.unlink()
    except OSError as causa:
        raise ErrorEsperado(en_palabras(causa, ruta)) from causa
