"""El libro de oficios de un año: cada papel con dónde se dice, cómo va, y lo que se pide ver de él."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Literal, get_args

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.espera import Paciencia
from ut_escritorio.dominio.oficios.oficio import Oficio, Seguimiento
from ut_escritorio.dominio.oficios.respuestas import Llegada
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.cifras import DelLibro
from ut_escritorio.dominio.trimestre.del_libro import es_de

Estado = Literal["sin número", "tomado", "enviado", "con acuse", "contestado", "cancelado", "recibido"]
Vista = Literal["todos", "sin contestar", "sin acuse", "sin número", "recibidos", "cancelados"]
VISTAS: tuple[Vista, ...] = get_args(Vista)


@congelado
class Dicho:
    """Dónde se dice un oficio: su trimestre, su lugar (vacío: al entregar el informe) y el renglón mismo."""

    trimestre: Trimestre
    lugar: str
    origen: Origen
    donde: str


@congelado
class EnElLibro:
    """Un oficio en el libro.

    `con`, a quién va o de quién viene, en palabras. `asunto`, el suyo o, si no tiene, el de donde se dice.
    `llegaron`, lo que llegó en respuesta. `responde_a` y `contestado_con` son folios; `a_medias`:
    contestaron, pero falta una parte. `contesta`: por lo que ella anotó, a cuáles (su uid) contesta uno
    recibido, y si del todo. Del que espera, `van` son los días hábiles que lleva y `atrasado`, si ya son
    muchos: véase `con_su_espera`.
    """

    oficio: Oficio
    con: str = ""
    asunto: str = ""
    dichos: tuple[Dicho, ...] = ()
    seguimiento: Seguimiento = Seguimiento()
    contestado: bool = False
    a_medias: bool = False
    contestado_con: tuple[str, ...] = ()
    llegaron: tuple[Llegada, ...] = ()
    responde_a: tuple[str, ...] = ()
    contesta: tuple[tuple[str, bool], ...] = ()
    van: int | None = None
    atrasado: bool = False

    @property
    def estado(self) -> Estado:
        """Cómo va, por los hechos: nadie lo pone a mano."""
        if self.oficio.cancelado is not None:
            return "cancelado"
        if self.oficio.sentido == "recibido":
            return "recibido"
        if not self.oficio.folio:
            return "sin número"
        if self.contestado:
            return "contestado"
        if self.seguimiento.acuse:
            return "con acuse"
        papel = self.oficio.papel
        return "enviado" if self.dichos or papel.fecha or papel.mes else "tomado"

    @property
    def espera(self) -> bool:
        """Si se sabe que espera respuesta y no ha llegado entera."""
        return bool(self.seguimiento.espera) and not self.contestado and self.oficio.cancelado is None

    @property
    def contestable(self) -> bool:
        """Si algo que llegue podría contestarlo: salió, y no consta que ya lo contestaran."""
        callado = self.contestado or self.oficio.cancelado is not None or self.seguimiento.espera is False
        return self.oficio.sentido == "enviado" and bool(self.oficio.folio) and not callado

    @property
    def sin_acuse(self) -> bool:
        """Si salió con número y no consta que lo recibieran."""
        return self.estado in ("tomado", "enviado") and self.oficio.sentido == "enviado"

    @property
    def le_cabe_acuse(self) -> bool:
        """Si su acuse aún puede llegar: también el de uno que ya contestaron."""
        return self.sin_acuse or (self.estado == "contestado" and self.seguimiento.acuse is None)

    @cached_property
    def hallable(self) -> str:
        """Todo lo que se busca de él, llano."""
        oficio = self.oficio
        donde = " ".join(dicho.donde for dicho in self.dichos)
        contestaron = " ".join(llegada.nota for llegada in self.llegaron)
        return llano(
            f"{oficio.folio} {self.con} {self.asunto} {oficio.clase} {oficio.expediente} {donde} "
            f"{self.seguimiento.guardado_en} {oficio.cancelado or ''} {contestaron}"
        )


def donde_esta(fila: EnElLibro) -> str:
    """Dónde se encuentra un oficio, en palabras: los pasos que lo dicen o, sin ninguno, a quién va."""
    pasos = "; ".join(dict.fromkeys(dicho.donde for dicho in fila.dichos))
    return pasos or (f"en el libro, para {fila.con}" if fila.con else "en el libro")


def es_del_trimestre(fila: EnElLibro, trimestre: Trimestre) -> bool:
    """Si su informe lo dice o, sin que ninguno lo diga, si su fecha es de él."""
    if fila.dichos:
        return any(dicho.trimestre == trimestre for dicho in fila.dichos)
    fecha = fila.oficio.papel.fecha
    return fecha is not None and trimestre.primer_dia <= fecha <= trimestre.ultimo_dia


def con_su_espera(fila: EnElLibro, paciencia: Paciencia) -> EnElLibro:
    """El oficio con los días que lleva esperando, si espera."""
    if not fila.espera:
        return fila
    van = paciencia.van(fila.oficio.papel.fecha)
    return replace(fila, van=van, atrasado=paciencia.son_muchos(van, fila.seguimiento.antes_del))


def a_cuales_contesta(filas: Iterable[EnElLibro], de_quien: str) -> tuple[EnElLibro, ...]:
    """A cuáles puede contestar lo que llega de un área: primero los suyos que esperan, luego los demás que
    esperan y, al final, los suyos de que no se sabe. De cada uno, lo más viejo antes.
    """
    suya = llano(de_quien)

    @cache
    def es_suyo(con: str) -> bool:
        return bool(suya) and suya in (llano(nombre) for nombre in con.split("; "))

    posibles = (fila for fila in filas if fila.contestable and (fila.espera or es_suyo(fila.con)))
    return tuple(sorted(lo_mas_viejo_antes(posibles), key=lambda f: (not f.espera, not es_suyo(f.con))))


@congelado
class Cuenta:
    """Los papeles de unos meses que cuentan para una cifra; `de_que`, su nombre."""

    fuente: DelLibro
    meses: tuple[int, ...]
    de_que: str


def se_cuenta(fila: EnElLibro, cuenta: Cuenta) -> bool:
    """Si un oficio es de los que cuentan: de su clase, con número, sin cancelar y de esos meses de su año."""
    oficio = fila.oficio
    if oficio.cancelado is not None or (oficio.sentido != "recibido" and not oficio.folio):
        return False
    fecha = oficio.papel.fecha
    de_su_anio = fecha is None or fecha.year == oficio.ejercicio
    return de_su_anio and mes_de(fila) in cuenta.meses and es_de(cuenta.fuente, oficio.clase, oficio.sentido)


@congelado
class Pedido:
    """Lo que se quiere ver del libro; lo vacío no filtra. `area` es lo que dice `con`."""

    vista: Vista = "todos"
    mes: int | None = None
    clase: str = ""
    area: str = ""
    buscado: str = ""
    cuenta: Cuenta | None = None


def pedidos(filas: Iterable[EnElLibro], pedido: Pedido) -> tuple[EnElLibro, ...]:
    """Los que cumplen, en el mismo orden; se busca por palabras, sin acentos ni mayúsculas."""
    palabras = llano(pedido.buscado).split()
    return tuple(
        fila
        for fila in filas
        if _es_de(fila, pedido.vista)
        and (pedido.mes is None or mes_de(fila) == pedido.mes)
        and (not pedido.clase or fila.oficio.clase == pedido.clase)
        and (not pedido.area or fila.con == pedido.area)
        and (pedido.cuenta is None or se_cuenta(fila, pedido.cuenta))
        and all(palabra in fila.hallable for palabra in palabras)
    )


def cuentas(filas: Iterable[EnElLibro]) -> Mapping[Vista, int]:
    """Cuántos hay en cada vista."""
    todas = tuple(filas)
    return {vista: sum(_es_de(fila, vista) for fila in todas) for vista in VISTAS}


def _es_de(fila: EnElLibro, vista: Vista) -> bool:
    match vista:
        case "todos":
            return True
        case "sin contestar":
            return fila.espera
        case "sin acuse":
            return fila.sin_acuse
        case "sin número":
            return fila.estado == "sin número"
        case "recibidos":
            return fila.oficio.sentido == "recibido"
        case "cancelados":
            return fila.estado == "cancelado"


def mes_de(fila: EnElLibro) -> int | None:
    """El mes en que salió o llegó, por su fecha o por lo que se sepa."""
    papel = fila.oficio.papel
    return papel.fecha.month if papel.fecha else papel.mes


def en_orden(filas: Iterable[EnElLibro]) -> tuple[EnElLibro, ...]:
    """Lo más nuevo primero: lo que aún no tiene número, y luego cada uno por su día.

    El que no tiene fecha va por su número: después del que le precede en su serie.
    """
    todas = list(filas)
    dias = _dias_en_su_serie(todas)
    return tuple(
        sorted(
            todas,
            key=lambda f: (f.estado == "sin número", dias[f.oficio.uid] or date.min, _por_numero(f)),
            reverse=True,
        )
    )


def lo_mas_viejo_antes(filas: Iterable[EnElLibro]) -> tuple[EnElLibro, ...]:
    """Por el día que cada uno dice, que es desde cuando se espera; el que no lo dice, por su número.

    A diferencia de `en_orden`, al que salió con un número atrasado no lo mueve su número.
    """
    todas = list(filas)
    dias = _dias_en_su_serie(todas)
    return tuple(
        sorted(
            todas,
            key=lambda f: (
                f.estado == "sin número", _dia_de(f) or dias[f.oficio.uid] or date.min, _por_numero(f),
            ),
        )
    )  # fmt: skip


def _dias_en_su_serie(todas: Sequence[EnElLibro]) -> dict[str, date | None]:
    """El día de cada uno, por su uid, que no va antes del de quien le precede en su serie."""
    dias = {fila.oficio.uid: _dia_de(fila) for fila in todas}
    seguidos: dict[tuple[str, int | None], date] = {}
    for fila in sorted(todas, key=_por_numero):
        folio = fila.oficio.leido
        if fila.oficio.sentido != "recibido" and folio.numero is not None:
            serie = (folio.en_serie, folio.anio)
            dia = max(dias[fila.oficio.uid] or date.min, seguidos.get(serie, date.min))
            seguidos[serie] = dias[fila.oficio.uid] = dia
    return dias


def _dia_de(fila: EnElLibro) -> date | None:
    papel = fila.oficio.papel
    if papel.fecha is None and papel.mes is not None:
        anio = fila.oficio.ejercicio
        return date(anio + papel.mes // 12, papel.mes % 12 + 1, 1) - timedelta(days=1)
    return papel.fecha


def _por_numero(fila: EnElLibro) -> tuple[str, int, str, str]:
    folio = fila.oficio.leido
    return folio.en_serie, folio.numero or 0, folio.bis, fila.oficio.uid
