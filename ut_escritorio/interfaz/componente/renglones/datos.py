"""Los datos que un renglón puede llevar: cómo se piden, cómo se leen y cómo se le ponen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.relatos import forma_de
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficios.folios import partir
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.plan.campos import rotulo_de_campo, usados_por
from ut_escritorio.dominio.plan.formas import Campo, ClaseDeCampo
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.nombres import nombres_de, partes_llamadas
from ut_escritorio.dominio.trimestre.renglones import ROLES, Cita, Renglon, Rol
from ut_escritorio.interfaz.comunes.campos.al_pie import lleva_fecha

Clase = Literal[
    "texto", "largo", "fecha", "hora", "cantidad", "mes", "numero", "unidades", "medio", "forma", "sentido",
    "si",
]  # fmt: skip
_CLASES: dict[ClaseDeCampo, Clase] = {
    "texto": "largo", "fecha": "fecha", "hora": "hora", "numero": "cantidad",
}  # fmt: skip
_SE_VE_EN: dict[str, tuple[str, ...]] = {
    "personas": ("total", "mujeres", "hombres"), "citas": ("folios",), "partes": ROLES,
    "asunto_uid": ("asunto",), "hilo": ("asunto",),
}  # fmt: skip


@congelado
class Dato:
    """Un dato de un renglón: su rótulo, la clase de campo que lo pide, y cómo se lee y se pone."""

    clave: str
    clase: Clase
    leer: Callable[[Renglon], Any]
    poner: Callable[[Renglon, Any], Renglon]
    ayuda: str = ""
    rotulo: str = ""


def datos_de(foto: FotoTrimestre, renglon: Renglon) -> tuple[tuple[Dato, ...], frozenset[str]]:
    """Los datos que podría llevar, en su orden, y las claves de los que su forma usa o ya trae."""
    forma = forma_de(foto.plan, renglon)
    usados = usados_por(forma) | {"forma", "medio"}
    comunes = tuple(replace(dato, rotulo=rotulo_de_campo(dato.clave, forma)) for dato in _comunes(foto))
    propios = tuple(_propio(campo) for campo in forma.campos)
    if lleva_fecha(foto, renglon):
        usados |= {"fecha"}
    a_la_vista = {d.clave for d in comunes if d.clave in usados or _trae(d, renglon)}
    return (*comunes, *propios), frozenset(a_la_vista | {d.clave for d in propios})


def claves_de(campo: str, datos: tuple[Dato, ...]) -> tuple[str, ...]:
    """Las claves de los datos en que se ve un campo de un renglón, la mejor primero."""
    propios = tuple(dato.clave for dato in datos if dato.clave.startswith("propio:"))
    otras = {**_SE_VE_EN, "campos": propios}.get(campo, ())
    candidatas = (campo, f"propio:{campo}", *otras)
    return tuple(clave for clave in candidatas if any(dato.clave == clave for dato in datos))


def _trae(dato: Dato, renglon: Renglon) -> bool:
    return dato.leer(renglon) not in (None, "", False) and dato.clave not in ("sentido", "junto")


def _comunes(foto: FotoTrimestre) -> tuple[Dato, ...]:
    return (
        Dato("forma", "forma", lambda r: forma_de(foto.plan, r).clave, _con_forma(foto)),
        Dato("medio", "medio", lambda r: r.medio, lambda r, v: replace(r, medio=v)),
        Dato("folios", "texto", _leer_folios, _poner_folios,
             "Varios se separan con coma"),
        Dato("fecha", "fecha", lambda r: r.fecha, lambda r, v: replace(r, fecha=v)),
        Dato("mes", "mes", lambda r: r.en_mes, lambda r, v: replace(r, mes=v),
             "Cuando no se sabe el día"),
        *(_de_unidades(foto.catalogo, rol) for rol in ROLES),
        Dato("asunto", "largo", lambda r: r.asunto, lambda r, v: replace(r, asunto=v)),
        Dato("asuntos", "largo", _leer_asuntos, _poner_asuntos,
             "Un renglón por oficio, en el orden de sus números"),
        _numero("cantidad_medio"), _numero("cantidad"),
        _persona("mujeres"), _persona("hombres"), _persona("ni"),
        _persona("total"),
        Dato("sentido", "sentido", lambda r: r.sentido, lambda r, v: replace(r, sentido=v)),
        Dato("junto", "si", lambda r: r.junto,
             lambda r, v: replace(r, junto=v)),
    )  # fmt: skip


def _propio(campo: Campo) -> Dato:
    """El dato propio de una forma; las fechas se guardan como aaaa-mm-dd, que es como el plan las lee."""

    def poner(renglon: Renglon, valor: str | date | None) -> Renglon:
        dicho = valor.isoformat() if isinstance(valor, date) else valor or ""
        campos = {**renglon.campos, campo.clave: dicho}
        return replace(renglon, campos={clave: texto for clave, texto in campos.items() if texto})

    def leer(renglon: Renglon) -> str | date | None:
        dicho = renglon.campos.get(campo.clave, "")
        return fecha_de(dicho) if campo.clase == "fecha" else dicho

    return Dato(f"propio:{campo.clave}", _CLASES[campo.clase], leer, poner, rotulo=campo.etiqueta)


def fecha_de(dicho: str) -> date | None:
    """La fecha propia de una forma, como se guarda; None si no lo es."""
    try:
        return date.fromisoformat(dicho)
    except ValueError:
        return None


def _con_forma(foto: FotoTrimestre) -> Callable[[Renglon, str], Renglon]:
    def poner(renglon: Renglon, clave: str) -> Renglon:
        formas = {forma.clave: forma for forma in foto.plan.formas_de(renglon.lugar)}
        medios = formas[clave].medios if clave in formas else ()
        medio = renglon.medio if not medios or renglon.medio in medios else medios[0]
        return replace(renglon, forma=clave, medio=medio)

    return poner


def _numero(clave: str) -> Dato:
    return Dato(
        clave, "numero", lambda r: getattr(r, clave), lambda r, v: replace(r, **{clave: v})
    )  # fmt: skip


def _persona(clave: str) -> Dato:
    def poner(renglon: Renglon, valor: int | None) -> Renglon:
        return replace(renglon, personas=_con(renglon.personas, clave, valor))

    return Dato(clave, "numero", lambda r: getattr(r.personas, clave), poner)


def _con(personas: Personas, clave: str, valor: int | None) -> Personas:
    return replace(personas, **{clave: valor})


def _leer_folios(renglon: Renglon) -> str:
    return ", ".join(cita.folio for cita in renglon.citas if cita.folio)


def _poner_folios(renglon: Renglon, texto: str) -> Renglon:
    """Los folios escritos; el que ya estaba conserva su asunto."""
    asuntos = {cita.folio: cita.asunto for cita in renglon.citas}
    folios = partir(texto)
    return replace(renglon, citas=tuple(Cita(folio, asuntos.get(folio, "")) for folio in folios))


def _leer_asuntos(renglon: Renglon) -> str:
    # Un renglón vacío también cuenta: cada asunto va en el lugar de su oficio.
    return "\n".join(cita.asunto for cita in renglon.citas).rstrip("\n")


def _poner_asuntos(renglon: Renglon, texto: str) -> Renglon:
    asuntos = [*texto.split("\n"), *[""] * len(renglon.citas)]
    citas = tuple(replace(c, asunto=a.strip()) for c, a in zip(renglon.citas, asuntos, strict=False))
    return replace(renglon, citas=citas)


def _de_unidades(catalogo: Catalogo, rol: Rol) -> Dato:
    def leer(renglon: Renglon) -> str:
        return nombres_de(catalogo, renglon.partes_como(rol))

    def poner(renglon: Renglon, texto: str) -> Renglon:
        nuevas = partes_llamadas(catalogo, rol, texto)
        otras = tuple(parte for parte in renglon.partes if parte.rol != rol)
        return replace(renglon, partes=(*otras, *nuevas))

    return Dato(rol, "unidades", leer, poner, "Varias se separan con punto y coma")
