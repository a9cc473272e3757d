"""Los planes con que se prueba ida y vuelta, cada uno con un trimestre suyo."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ut_escritorio import rutas
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre, Renglon

AQUI = Path(__file__).parent
PRUEBAS = AQUI.parent
_DEL_PROGRAMA = rutas.recursos() / "planes"
_DE_ANTES = PRUEBAS / "firma" / "de_antes" / "planes"
CASOS = {
    "ejemplo": (_DEL_PROGRAMA / "2024.toml", _DEL_PROGRAMA / "2024-2.toml"),
    "segundo": (PRUEBAS / "segundo_plan" / "plan.toml", PRUEBAS / "segundo_plan" / "trimestre.toml"),
    "tercero": (PRUEBAS / "tercer_plan" / "plan.toml", PRUEBAS / "tercer_plan" / "trimestre.toml"),
    "tijuana": (_DE_ANTES / "b-tijuana-2022.toml", _DE_ANTES / "b-tijuana-2022-3.toml"),
    "sin forma": (_DE_ANTES / "min-sinforma.toml", _DE_ANTES / "min-sinforma-1.toml"),
    "entero": (AQUI / "entero.toml", AQUI / "entero-2.toml"),
}


def ahora() -> datetime:
    return datetime(2031, 7, 4, 12, 30)  # noqa: DTZ001


def sin_identidades(foto: FotoTrimestre) -> FotoTrimestre:
    """La misma foto con cada renglón y cada asunto nombrados por su orden: lo que se lee."""
    en_orden = [cosa for lugar in foto.plan.lugar for cosa in foto.anotado_en(lugar)]
    uids = {cosa.uid: f"cosa {n}" for n, cosa in enumerate(en_orden)}
    asuntos: dict[str, str] = {"": ""}
    for cosa in en_orden:
        if isinstance(cosa, Renglon):
            asuntos.setdefault(cosa.asunto_uid, f"asunto {len(asuntos)}")
    nuevas = [
        replace(cosa, uid=uids[cosa.uid], orden=n, asunto_uid=asuntos[cosa.asunto_uid])
        if isinstance(cosa, Renglon)
        else replace(cosa, uid=uids[cosa.uid], orden=n)
        for n, cosa in enumerate(en_orden)
    ]

    def origen(escrito: str) -> str:
        clave = Origen.leido(escrito).clave
        return escrito.replace(clave, uids[clave]) if clave in uids else escrito

    renglones = tuple(cosa for cosa in nuevas if isinstance(cosa, Renglon))
    return replace(
        foto,
        renglones_del_ejercicio={foto.trimestre.numero: renglones} if renglones else {},
        parrafos=tuple(cosa for cosa in nuevas if isinstance(cosa, ParrafoLibre)),
        esperan=tuple(replace(papel, oficio=papel.folio) for papel in foto.esperan),
        a_mano={origen(o): replace(t, origen=origen(o)) for o, t in foto.a_mano.items()},
    )
