"""Los renglones y párrafos libres, como van en el texto de un trimestre."""

from __future__ import annotations

from typing import Any

from ut_escritorio.datos.toml.escribir.llano import llano, tabla
from ut_escritorio.dominio.oficina.cambios import clave_nueva
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import ROLES, Cita, ParrafoLibre, Parte, Renglon

_SUS_LLAVES = (
    "clave", "lugar", "junto", "medio", "sentido", "fecha", "mes", "folios", "citas", "cantidad_medio",
    "cantidad", *ROLES, "asunto", "asunto_de", "mujeres", "hombres", "ni", "personas", "forma", "campos",
)  # fmt: skip

_LARGO = 30


class Cuaderno:
    """Lo anotado de un trimestre, en el orden del informe, y cómo se nombra cada renglón y cada asunto."""

    def __init__(self, foto: FotoTrimestre) -> None:
        self._plan: Plan = foto.plan
        self._anotado = [cosa for lugar in foto.plan.lugar for cosa in foto.anotado_en(lugar)]
        nombrados = {Origen.leido(origen).clave for origen in foto.a_mano}
        de_renglones = [cosa for cosa in self._anotado if isinstance(cosa, Renglon)]
        self._claves = {
            renglon.uid: f"{renglon.lugar}-{n}"
            for n, renglon in enumerate(de_renglones, 1)
            if renglon.uid in nombrados
        }
        self._asuntos: dict[str, str] = {}
        for renglon in de_renglones:
            if renglon.asunto_uid and renglon.asunto_uid not in self._asuntos:
                nombre = clave_nueva(renglon.asunto[:_LARGO] or "asunto", set(self._asuntos.values()))
                self._asuntos[renglon.asunto_uid] = nombre

    def renglones(self) -> list[dict[str, Any]]:
        """Las llaves de cada cosa anotada."""
        return [self._parrafo(c) if isinstance(c, ParrafoLibre) else self._renglon(c) for c in self._anotado]

    def conoce(self, origen: str) -> bool:
        """Si lo que nombra ese origen está: el renglón que ya no está no se puede nombrar."""
        leido = Origen.leido(origen)
        return leido.clase != "renglon" or leido.clave in self._claves

    def origen(self, origen: Origen) -> str:
        """El mismo, con la clave que aquí lleva su renglón."""
        return Origen("renglon", self._claves[origen.clave]) if origen.clase == "renglon" else origen

    def _parrafo(self, parrafo: ParrafoLibre) -> dict[str, Any]:
        return {"lugar": parrafo.lugar, "parrafo": parrafo.texto}

    def _renglon(self, renglon: Renglon) -> dict[str, Any]:
        personas = tabla(renglon.personas)
        llaves: dict[str, Any] = {
            **tabla(renglon, uid=None, orden=None, partes=None, personas=None, asunto_uid=None),
            "clave": self._claves.get(renglon.uid),
            "mes": MESES[renglon.mes - 1] if renglon.mes else None,
            "asunto_de": self._asuntos.get(renglon.asunto_uid),
            **de_citas(renglon.citas),
            **{rol: de_partes(renglon.partes_como(rol)) for rol in ROLES},
            **({"personas": personas.pop("total")} if "total" in personas else {}),
            **personas,
            "campos": self._campos(renglon),
        }
        return {llave: llaves[llave] for llave in _SUS_LLAVES if llaves.get(llave) is not None}

    def _campos(self, renglon: Renglon) -> dict[str, str] | None:
        """Los propios de las formas de su lugar; los que ya ninguna pide no se dicen en ninguna parte."""
        piden = {campo.clave for forma in self._plan.formas_de(renglon.lugar) for campo in forma.campos}
        return {campo: dicho for campo, dicho in renglon.campos.items() if campo in piden and dicho} or None


def de_citas(citas: tuple[Cita, ...]) -> dict[str, Any]:
    """Los números de oficio; con su asunto si alguno trata de lo suyo."""
    if any(cita.asunto for cita in citas):
        return {"citas": llano(citas)}
    return {"citas": None, "folios": [cita.folio for cita in citas] or None}


def de_partes(partes: tuple[Parte, ...]) -> list[Any] | None:
    """Con quién: la clave de cada unidad, o un texto libre."""
    return [parte.clave or {"texto": parte.texto} for parte in partes] or None
