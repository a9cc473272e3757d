"""Los renglones y párrafos libres de un trimestre en TOML."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.datos.toml.nombres import es_tabla
from ut_escritorio.dominio.periodos import MESES, Trimestre
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.formas import ClaseDeCampo, Forma
from ut_escritorio.dominio.trimestre.renglones import (
    ROLES,
    SENTIDOS,
    Cita,
    ParrafoLibre,
    Parte,
    Renglon,
    Rol,
    leer_campo,
)
from ut_escritorio.errores import ValorInvalido


@dataclass
class Cuaderno:
    """Dónde se van juntando los renglones y párrafos, cada uno con su orden en su lugar."""

    plan: Plan
    unidades: frozenset[str]
    trimestre: Trimestre
    renglones: list[Renglon] = field(default_factory=list[Renglon])
    parrafos: list[ParrafoLibre] = field(default_factory=list[ParrafoLibre])
    por_clave: dict[str, str] = field(default_factory=dict[str, str])
    _cuantos: int = 0

    def uid(self, que: str) -> str:
        """Una identidad que es la misma cada vez que se leen los mismos datos."""
        nombre = f"{self.plan.clave} {self.trimestre} {que}"
        return str(uuid.uuid5(uuid.NAMESPACE_OID, nombre))

    def siguiente(self) -> int:
        """La posición del que sigue."""
        self._cuantos += 1
        return self._cuantos


def leer_renglon(hoja: Hoja, cuaderno: Cuaderno) -> None:
    """Agrega al cuaderno un renglón o un párrafo libre."""
    lugar = hoja.clave_de("lugar", "ese lugar", cuaderno.plan.lugar)
    orden = cuaderno.siguiente()
    clave = hoja.texto("clave", "")
    if clave in cuaderno.por_clave:
        hoja.repetida("clave", clave)
    uid = cuaderno.uid(f"renglón {clave or orden}")
    if clave:
        cuaderno.por_clave[clave] = uid
    if lugar not in cuaderno.plan.lugar:
        hoja.dar_por_leida()
        return
    if not cuaderno.plan.admite_renglones(lugar):
        hoja.reparo("lugar", "ahí no se imprime lo que se anota.", "Dele al lugar { renglones = true }.")
    if hoja.tiene("parrafo"):
        cuaderno.parrafos.append(ParrafoLibre(uid, lugar, orden, hoja.texto_con_saltos("parrafo")))
    else:
        cuaderno.renglones.append(_renglon(hoja, uid, lugar, orden, cuaderno))


def _renglon(hoja: Hoja, uid: str, lugar: str, orden: int, cuaderno: Cuaderno) -> Renglon:
    plan = cuaderno.plan
    formas = plan.formas_de(lugar)
    asunto_de = hoja.texto("asunto_de", "")
    return Renglon(
        uid=uid,
        lugar=lugar,
        orden=orden,
        medio=hoja.clave_de("medio", "ese medio", plan.medio, ""),
        sentido=hoja.una_de("sentido", SENTIDOS, ""),
        asunto=hoja.texto("asunto", ""),
        fecha=hoja.fecha("fecha"),
        mes=leer_mes(hoja, cuaderno.trimestre.meses),
        cantidad_medio=hoja.entero_o_nada("cantidad_medio"),
        cantidad=hoja.entero_o_nada("cantidad"),
        personas=_personas(hoja),
        partes=tuple(parte for rol in ROLES for parte in leer_partes(hoja, rol, cuaderno.unidades)),
        citas=_citas(hoja),
        forma=hoja.clave_de("forma", "esa forma", {forma.clave for forma in formas}, ""),
        junto=hoja.logico("junto"),
        campos=_campos(hoja, _clases(formas, hoja.texto("forma", ""))),
        asunto_uid=cuaderno.uid(f"asunto {asunto_de}") if asunto_de else "",
    )


def leer_mes(hoja: Hoja, meses: Sequence[int] = range(1, 13)) -> int | None:
    """El mes que se nombra, de esos; None si no se dice."""
    if not hoja.tiene("mes"):
        return None
    return MESES.index(hoja.una_de("mes", [MESES[mes - 1] for mes in meses])) + 1


def _personas(hoja: Hoja) -> Personas:
    return Personas(
        mujeres=hoja.entero_o_nada("mujeres"),
        hombres=hoja.entero_o_nada("hombres"),
        ni=hoja.entero_o_nada("ni"),
        total=hoja.entero_o_nada("personas"),
    )


def leer_partes(hoja: Hoja, rol: Rol, unidades: frozenset[str]) -> list[Parte]:
    """Con quién: cada una es la clave de una unidad o un texto libre, `{texto = "…"}`."""
    escritas = hoja.cosas(rol)
    return [
        _parte(hoja.sub(f"{rol} {n}", {"texto": ""}), rol, parte, unidades)
        for n, parte in enumerate(escritas, 1)
    ]


def _parte(hoja: Hoja, rol: Rol, escrita: Any, unidades: frozenset[str]) -> Parte:
    if es_tabla(escrita):
        libre = Hoja(escrita, hoja.ruta, hoja.reparos)
        parte = Parte(rol, texto=libre.texto("texto"))
        libre.revisar_llaves()
        return parte
    if not isinstance(escrita, str):
        hoja.reparo(
            "", "no es una unidad.", 'Escriba cómo se llama en el plan, entre comillas, o {texto = "…"}.'
        )
    elif escrita not in unidades:
        hoja.no_existe("", "esa unidad", escrita, unidades)
    return Parte(rol, clave=str(escrita))


def _citas(hoja: Hoja) -> tuple[Cita, ...]:
    if hoja.tiene("citas") and hoja.tiene("folios"):
        hoja.reparo("folios", "está además de «citas».", "Deje uno de los dos.")
    con_asunto = hoja.tablas("citas", "cita", _cita)
    return con_asunto or tuple(Cita(folio) for folio in hoja.textos("folios"))


def _cita(hoja: Hoja) -> Cita:
    return Cita(hoja.texto("folio"), hoja.texto("asunto", ""))


def _clases(formas: tuple[Forma, ...], nombrada: str) -> dict[str, ClaseDeCampo]:
    """La clase de cada dato propio de las formas de un lugar; si varias lo llevan, manda la nombrada."""
    en_orden = sorted(formas, key=lambda forma: forma.clave == nombrada)
    return {campo.clave: campo.clase for forma in en_orden for campo in forma.campos}


def _campos(hoja: Hoja, clases: Mapping[str, ClaseDeCampo]) -> dict[str, str]:
    """Los datos propios de la forma."""
    campos: dict[str, str] = {}

    def leer(sub: Hoja) -> None:
        for clave in filter(sub.tiene, clases):
            try:
                campos[clave] = leer_campo(clases[clave], sub.texto(clave, ""))
            except ValorInvalido as causa:
                sub.reparo(clave, str(causa))

    hoja.tabla("campos", leer)
    return campos
