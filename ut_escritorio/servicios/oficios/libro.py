"""El libro de oficios de un año, como se ve."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from ut_escritorio.datos.filas.catalogo import leer_catalogo
from ut_escritorio.datos.filas.oficios import papeles
from ut_escritorio.datos.filas.oficios.libro import (
    Hoja,
    Remision,
    con_carta,
    leer_hoja,
    leer_que_esperan,
    quien_lo_mando,
)
from ut_escritorio.datos.filas.oficios.numeros import leer_tomados
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.remision import de_que_trata
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficios.espera import Paciencia
from ut_escritorio.dominio.oficios.extranos import Numerado
from ut_escritorio.dominio.oficios.folios import Serie
from ut_escritorio.dominio.oficios.libro import (
    EnElLibro,
    Pedido,
    Vista,
    con_su_espera,
    cuentas,
    en_orden,
    es_del_trimestre,
    lo_mas_viejo_antes,
    pedidos,
)
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.series import SerieDelAnio, en_un_renglon
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.oficios.clases import clases_del_plan
from ut_escritorio.servicios.oficios.espera import paciencia_de
from ut_escritorio.servicios.oficios.numeros import no_se_sabe, serie_que_sigue


@congelado
class Libro:
    """El libro de un año, lo más nuevo primero; `serie`, la de los oficios que se envían, si se conoce.

    `de_antes`: los de años anteriores que aún esperan respuesta, lo más viejo primero. `con_carta`, los que
    tienen carta escrita o entregan un informe. `clases`, las que el plan de ese año nombra. `se_sabe`: si se
    sabe por cuál número va la serie.
    """

    ejercicio: int
    filas: tuple[EnElLibro, ...]
    serie: Serie | None
    numeros: SerieDelAnio
    con_carta: frozenset[str] = frozenset()
    de_antes: tuple[EnElLibro, ...] = ()
    clases: tuple[str, ...] = ()
    se_sabe: bool = True

    @property
    def siguiente(self) -> str:
        """El folio que sigue; vacío si no se conoce la serie o no se sabe por cuál va."""
        return self.serie.folio(str(self.serie.siguiente)) if self.serie and self.se_sabe else ""

    @cached_property
    def todas(self) -> tuple[EnElLibro, ...]:
        """Las del año y las que esperan desde antes."""
        return (*self.filas, *reversed(self.de_antes))

    @cached_property
    def numerados(self) -> tuple[Numerado, ...]:
        """Los que se envían y tienen número, sin los cancelados."""
        vivos = (fila.oficio for fila in self.filas if fila.oficio.cancelado is None)
        return tuple(
            Numerado(oficio.leido, oficio.papel.fecha)
            for oficio in vivos
            if oficio.sentido == "enviado" and oficio.leido.numero is not None
        )

    def ver(self, pedido: Pedido) -> tuple[EnElLibro, ...]:
        """Lo que se pide ver: lo que espera, lo más viejo primero y desde antes; sin acuse, por área."""
        match pedido.vista:
            case "sin contestar":
                return lo_mas_viejo_antes(pedidos(self.todas, pedido))
            case "sin acuse":
                return tuple(sorted(pedidos(self.filas, pedido), key=lambda fila: llano(fila.con)))
            case _:
                return pedidos(self.filas, pedido)

    @property
    def cuentas(self) -> Mapping[Vista, int]:
        """Cuántos hay en cada vista."""
        return {**cuentas(self.filas), "sin contestar": cuentas(self.todas)["sin contestar"]}

    @property
    def en_un_renglon(self) -> str:
        """Cuántos números hay y si faltan, para el pie de la lista."""
        ancho = self.serie.ancho if self.serie else 1
        return en_un_renglon(self.ejercicio, self.numeros, ancho)


def leer_libro(exp: Expediente, ejercicio: int, paciencia: Paciencia | None = None) -> Libro:
    """El libro de un año; ErrorEsperado si el archivo no tiene el plan de ese año o no se deja leer.

    Con `paciencia`, cada uno con los días que lleva esperando, y los de años anteriores que aún esperan.
    """
    ultimo = ultimo_de(exp, ejercicio)
    serie, se_sabe = serie_que_sigue(exp, ultimo), not no_se_sabe(exp, ultimo)
    with exp.base.lectura():
        hoja, mandaron = leer_hoja(exp.base, ejercicio), quien_lo_mando(exp.base, ejercicio)
        tomados, escritas = leer_tomados(exp.base, ejercicio), con_carta(exp.base, ejercicio)
    completas = _completas(exp, hoja)
    filas = en_orden(
        replace(f, con=mandaron[f.oficio.uid]) if f.oficio.uid in mandaron else f for f in completas
    )
    numeros = tomados.de(serie.antes.removesuffix("/"), ejercicio) if serie else SerieDelAnio()
    de_entrega = (remision.uid for remision in hoja.remisiones)
    clases = clases_del_plan(exp, ejercicio)
    cartas = frozenset((*escritas, *de_entrega))
    libro = Libro(ejercicio, filas, serie, numeros, cartas, clases=clases, se_sabe=se_sabe)
    if paciencia is None:
        return libro
    de_antes = (fila for fila in que_esperan(exp, paciencia) if fila.oficio.ejercicio < ejercicio)
    medidas = tuple(con_su_espera(fila, paciencia) for fila in filas)
    return replace(libro, filas=medidas, de_antes=tuple(de_antes))


def que_esperan(exp: Expediente, paciencia: Paciencia) -> tuple[EnElLibro, ...]:
    """Los oficios de todos los años que esperan respuesta, lo más viejo primero."""
    with exp.base.lectura():
        if not papeles.alguno_espera(exp.base):
            return ()
        hoja = leer_que_esperan(exp.base)
    esperan = [fila for fila in _completas(exp, hoja) if fila.espera]
    return tuple(con_su_espera(fila, paciencia) for fila in lo_mas_viejo_antes(esperan))


def con_acuse_despues(exp: Expediente, trimestre: Trimestre, firmado: date) -> tuple[EnElLibro, ...]:
    """Los oficios de un trimestre cuyo acuse llegó después del día en que se firmó, lo más viejo primero."""
    with exp.base.lectura():
        hoja = leer_hoja(exp.base, trimestre.ejercicio)
    suyos = [
        fila
        for fila in hoja.filas
        if (acuse := fila.seguimiento.acuse) and acuse > firmado and es_del_trimestre(fila, trimestre)
    ]
    return tuple(reversed(en_orden(suyos)))


def atrasados(exp: Expediente, hoy: date) -> int:
    """De cuántos oficios se espera respuesta desde hace mucho, o ya pasó su día."""
    return sum(fila.atrasado for fila in que_esperan(exp, paciencia_de(exp, hoy)))


def anio_de(exp: Expediente, uid: str) -> int | None:
    """El año del libro en que va un oficio; None si ya no está."""
    with exp.base.lectura():
        return papeles.anio_de(exp.base, uid)


def los_que_dice(exp: Expediente, renglon: str) -> tuple[tuple[str, str], ...]:
    """El uid y el folio de los oficios que dice un renglón, en su orden."""
    with exp.base.lectura():
        return papeles.los_que_dice(exp.base, renglon)


def en_el_anio(exp: Expediente, visto: Trimestre, ejercicio: int) -> Trimestre:
    """El trimestre que se ve o, si el libro es de otro año, el último de ese."""
    return visto if visto.ejercicio == ejercicio else ultimo_de(exp, ejercicio)


def ultimo_de(exp: Expediente, ejercicio: int) -> Trimestre:
    """El último trimestre de ese año que el archivo tiene; ErrorEsperado si no tiene ese año."""
    suyos = [trimestre for trimestre in exp.trimestres() if trimestre.ejercicio == ejercicio]
    if not suyos:
        hay = ", ".join(str(anio) for anio in sorted({t.ejercicio for t in exp.trimestres()}))
        raise ErrorEsperado(f"Este archivo no tiene el plan de {ejercicio}; tiene el de {hay}.")
    return suyos[-1]


def _completas(exp: Expediente, hoja: Hoja) -> tuple[EnElLibro, ...]:
    """Las filas de una hoja; las de remisión dicen a quién van y de qué tratan por su carta."""
    if not hoja.remisiones:
        return hoja.filas
    with exp.base.lectura():
        catalogo = leer_catalogo(exp.base).catalogo
    de_entrega = {remision.uid: _de_entrega(exp, remision, catalogo) for remision in hoja.remisiones}
    return tuple(_con_entrega(fila, de_entrega) for fila in hoja.filas)


def _de_entrega(exp: Expediente, remision: Remision, catalogo: Catalogo) -> tuple[str, str]:
    # Su carta solo dice el trimestre: no hace falta leer lo que se anotó en él.
    plan = exp.legajo(remision.trimestre).guardado.plan
    return de_que_trata(FotoTrimestre(remision.trimestre, plan, catalogo), remision.departamento)


def _con_entrega(fila: EnElLibro, de_entrega: Mapping[str, tuple[str, str]]) -> EnElLibro:
    """El de remisión dice a quién va y de qué trata por su carta, si nadie escribió otra cosa."""
    con, asunto = de_entrega.get(fila.oficio.uid, ("", ""))
    return replace(fila, con=fila.con or con, asunto=fila.asunto or asunto) if con or asunto else fila
