"""Adjuntar evidencias a un renglón, a una actividad o a un oficio, y cuidarlas después."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ut_escritorio.datos.filas import contenidos
from ut_escritorio.datos.filas import evidencias as filas
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.tamanos import pesa
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.evidencias import (
    ClaseDeEvidencia,
    Evidencia,
    NoAdjunta,
    Preparada,
    Trozo,
    cuantas,
)
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import ADELANTADO, Cambios, Expediente
from ut_escritorio.servicios.evidencias.preparar import Lote

_LETRAS_DEL_PIE = 300


@congelado
class Adjuntado:
    """Lo que pasó al adjuntar: de qué clases fue lo que quedó y cuánto pesa, y lo que no, con su porqué.

    `en_otro_lado`: cuántas estaban ya en otra parte, y aquí no ocupan más.
    """

    clases: tuple[ClaseDeEvidencia, ...] = ()
    peso: int = 0
    en_otro_lado: int = 0
    rechazos: tuple[NoAdjunta, ...] = ()
    cancelado: bool = False

    def con(self, otro: Adjuntado) -> Adjuntado:
        """Lo de los dos, como si hubiera sido de una vez."""
        return Adjuntado(
            (*self.clases, *otro.clases), self.peso + otro.peso, self.en_otro_lado + otro.en_otro_lado,
            (*self.rechazos, *otro.rechazos), self.cancelado or otro.cancelado,
        )  # fmt: skip

    @property
    def dicho(self) -> str:
        """«Se adjuntaron 4 fotos (0.8 MB). Los archivos de donde salieron no se tocaron.»"""
        cancelado = "Se canceló lo demás." if self.cancelado else ""
        if not self.clases:
            return " ".join(filter(None, ("No se adjuntó nada.", cancelado)))
        verbo = "Se adjuntó" if len(self.clases) == 1 else "Se adjuntaron"
        partes = (
            f"{verbo} {cuantas(self.clases)} ({pesa(self.peso)}).",
            "Los archivos de donde salieron no se tocaron.",
            _en_otro_lado(self.en_otro_lado),
            cancelado,
        )
        return " ".join(filter(None, partes))


def evidencias_de(exp: Expediente, trimestre: Trimestre, dueno: Origen) -> tuple[Evidencia, ...]:
    """Las de un dueño, en su orden; las de un renglón, con las de los oficios que dice al final.

    Un oficio suelto no es de ningún trimestre: las suyas no llegan antes ni después de firmar.
    """
    legajo = exp.legajo(trimestre)
    suyas = filas.leer_de(legajo, dueno)
    if dueno.clase == "libro":
        return suyas
    de_sus_oficios = filas.leer_de_sus_oficios(legajo, dueno.clave) if dueno.clase == "renglon" else ()
    return filas.con_lo_que_llego(legajo, (*suyas, *de_sus_oficios))


def cuantas_hay(exp: Expediente, trimestre: Trimestre) -> dict[str, int]:
    """Cuántas tiene cada renglón del trimestre que alguna tiene, por su uid."""
    return filas.contar_en(exp.legajo(trimestre))


def cuantas_hay_en_oficios(exp: Expediente, ejercicio: int) -> dict[str, int]:
    """Cuántas tiene cada oficio del libro de un año que alguna tiene, por su uid."""
    return filas.contar_de_oficios(exp.base, ejercicio)


def adjuntar(
    exp: Expediente, trimestre: Trimestre, dueno: Origen, lote: Lote, nombre: str = "", grupo: str = ""
) -> tuple[Adjuntado, Cambios]:
    """Guarda lo que un lote trae listo; lo que ese dueño ya tenía no se repite.

    Se puede también ya firmado el trimestre: es lo que llega después. Los de un mismo `grupo`, que llevan
    todos el mismo `nombre`, se deshacen juntos.
    """
    nuevas: list[Preparada] = []
    repetidas: list[NoAdjunta] = []
    en_otro_lado = 0

    def guardar(legajo: Legajo) -> None:
        nonlocal en_otro_lado
        tiene = {evidencia.original for evidencia in filas.leer_de(legajo, dueno)}
        for preparada in lote.listas:
            if preparada.original in tiene:
                repetidas.append(NoAdjunta(preparada.nombre, "ya está aquí."))
                continue
            tiene.add(preparada.original)
            nuevas.append(preparada)
        en_otro_lado = sum(filas.esta_en_otra(legajo.base, nueva.original) for nueva in nuevas)
        filas.agregar(legajo, dueno, nuevas)

    cambios = exp.hacer(trimestre, nombre or nombre_de(lote), guardar, grupo)
    peso = sum(len(nueva.octetos) for nueva in nuevas)
    return Adjuntado(
        tuple(nueva.clase for nueva in nuevas),
        peso,
        en_otro_lado,
        (*lote.rechazos, *repetidas),
        lote.cancelado,
    ), cambios


def adelantar(exp: Expediente, trozo: Trozo) -> Cambios:
    """Guarda ya un trozo de algo grande, para que al adjuntarlo el archivo no se detenga; no se deshace."""
    contenidos.adelantar(exp.base, trozo)
    return ADELANTADO


def sueltos(exp: Expediente) -> frozenset[str]:
    """Lo que quedó a medio adelantar, por su SHA-256: nada lo usa, ni al deshacer."""
    return contenidos.sueltos(exp.base)


def quitar_un_suelto(exp: Expediente, de: Collection[str]) -> bool:
    """Quita un trozo de lo que quedó a medio adelantar; dice si había. Lanza lo que falle al escribir."""
    return not exp.base.cerrada and contenidos.quitar_un_suelto(exp.base, de)


def usar_tambien(exp: Expediente, trimestre: Trimestre, evidencia: Evidencia, dueno: Origen) -> Cambios:
    """La misma, también de otro; su contenido no se guarda dos veces. ErrorEsperado si ya la tiene."""

    def guardar(legajo: Legajo) -> None:
        if evidencia.original in {suya.original for suya in filas.leer_de(legajo, dueno)}:
            raise ErrorEsperado("Ahí ya está.")
        filas.repetir(legajo, dueno, evidencia)

    return exp.hacer(trimestre, "Usar también una evidencia", guardar)


def nombre_de(lote: Lote) -> str:
    """«Adjuntar 4 fotos»: como se dice al deshacerlo."""
    return f"Adjuntar {cuantas(lista.clase for lista in lote.listas)}"


def _en_otro_lado(son: int) -> str:
    if not son:
        return ""
    return (
        "Una está también en otro lado; aquí no ocupa más." if son == 1
        else f"{son} están también en otro lado; aquí no ocupan más."
    )  # fmt: skip


def poner_pie(exp: Expediente, trimestre: Trimestre, uid: str, pie: str, visita: str = "") -> Cambios:
    """Escribe el pie de una; lo seguido de una misma `visita` se deshace junto."""
    pie = " ".join(pie.split())
    if len(pie) > _LETRAS_DEL_PIE:
        raise ErrorEsperado(f"El pie tiene {len(pie)} letras y caben {_LETRAS_DEL_PIE}. Acórtelo.")
    return exp.hacer(
        trimestre, "Escribir el pie", lambda legajo: filas.cambiar(legajo.base, uid, pie=pie), visita
    )


def salir(exp: Expediente, trimestre: Trimestre, uid: str, si: bool) -> Cambios:
    """Una va en los anexos del informe, o ya no."""
    nombre = "Que salga en el informe" if si else "Que no salga en el informe"
    return exp.hacer(trimestre, nombre, lambda legajo: filas.cambiar(legajo.base, uid, sale=si))


def mover(exp: Expediente, trimestre: Trimestre, dueno: Origen, uid: str, pasos: int) -> Cambios:
    """Adelanta o atrasa una entre las de su dueño."""
    return exp.hacer(
        trimestre, "Cambiar el orden de las evidencias",
        lambda legajo: filas.mover(legajo, dueno, uid, pasos),
    )  # fmt: skip


def quitar(exp: Expediente, trimestre: Trimestre, uids: Sequence[str]) -> Cambios:
    """Quita unas; lo que pesan se queda en el archivo hasta que se aligere, para poder deshacer."""
    nombre = "Quitar una evidencia" if len(uids) == 1 else f"Quitar {len(uids)} evidencias"
    return exp.hacer(trimestre, nombre, lambda legajo: filas.quitar(legajo.base, uids))
