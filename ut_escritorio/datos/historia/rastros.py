"""De las filas que una acción tocó al punto de la captura en que se ven."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ut_escritorio.datos.esquema.base import columnas_de, nombre_de
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.historia.acciones import TABLAS, CambioDeFila
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.vista import sitio_de_casilla
from ut_escritorio.dominio.origen import NINGUNO, Origen
from ut_escritorio.dominio.trimestre.conteos import Casilla

_TABLA_DE = {"renglon": "registro", "parrafo": "parrafo_libre"}
_CAMPOS_DE_LISTA = {"parte": "partes", "cita": "citas"}
_DEL_LIBRO_ENTERO = frozenset({"serie_del_anio", "numeros_ajenos", "plantilla_de_carta", "lista_de_areas"})
_DE_UN_OFICIO = frozenset(
    {"seguimiento", "contestacion", "parte_de_oficio", "evidencia", "carta", "carta_enviada"}
)


def sitios_de(legajo: Legajo, cambios: Iterable[CambioDeFila]) -> tuple[Sitio, ...]:
    """Los sitios de unos cambios de un trimestre, sin repetir, en su orden; los del libro, al final."""
    rastreo = _Rastreo(legajo, tuple(cambios))
    en_los_informes = (sitio for cambio in rastreo.cambios if (sitio := rastreo.sitio(cambio)))
    en_el_libro = (sitio for cambio in rastreo.cambios if (sitio := rastreo.en_el_libro(cambio)))
    return tuple(dict.fromkeys((*en_los_informes, *en_el_libro)))


class _Rastreo:
    """Lo que hace falta para saber dónde se ve una fila, aunque ya no esté."""

    def __init__(self, legajo: Legajo, cambios: tuple[CambioDeFila, ...]) -> None:
        self.cambios = cambios
        self._base: Base = legajo.base
        self._legajo = legajo
        guardado = legajo.guardado
        self._plan = guardado.plan
        self._lugares = _al_reves(guardado.lugares)
        self._cifras = _al_reves(guardado.cifras)
        self._departamentos = _al_reves(guardado.departamentos)

    def sitio(self, cambio: CambioDeFila) -> Sitio | None:
        """Dónde se ve en el informe la fila de un cambio; None si en ningún punto."""
        fila = self._fila(cambio.tabla, cambio.fila)
        match cambio.tabla:
            case "conteo" | "mes_capturado":
                casilla = self._casilla(fila)
                return sitio_de_casilla(self._plan, casilla) if casilla else None
            case "dia":
                casilla = self._casilla({**fila, "mes": date.fromisoformat(fila["fecha"]).month})
                return sitio_de_casilla(self._plan, casilla) if casilla else None
            case "registro":
                return self._de_renglon(cambio.fila, _campo(cambio))
            case "parte" | "cita":
                return self._de_renglon(fila["registro_id"], _CAMPOS_DE_LISTA[cambio.tabla])
            case "parrafo_libre":
                return Sitio(self._lugar(fila), Origen("parrafo", fila["uid"]))
            case "texto_a_mano":
                origen = Origen.leido(fila["origen"])
                return Sitio(self._lugar_del_origen(origen), origen)
            case "por_mirar":
                origen = Origen.leido(fila["origen"])
                lugar = self._lugar_del_origen(origen)
                return Sitio(lugar, origen) if lugar else None
            case "alcanzado" | "justificacion" | "meta_modificada":
                return Sitio(self._lugar(fila), Origen("valor", self._lugar(fila)))
            case "sin_actividad":
                return Sitio(self._lugar(fila), Origen("lugar", self._lugar(fila)))
            case "lugar":
                return self._del_plan(self._lugares.get(cambio.fila, ""))
            case "apartado":
                return self._del_plan(self._lugar(fila), Origen("apartado", fila.get("clave", "")))
            case "forma" | "programado" | "propuesto":
                return self._del_plan(self._lugar(fila))
            case "cuadro":
                suyo = fila.get("plan_id") == self._legajo.guardado.id
                return self._del_plan(Origen("cuadro", str(fila.get("clave", ""))).lugar) if suyo else None
            case "evidencia" if fila.get("registro_id") is not None:
                return self._de_renglon(fila["registro_id"], "evidencias")
            case "evidencia" if fila.get("lugar_id") is not None:
                return Sitio(self._lugar(fila), Origen("lugar", self._lugar(fila)), campo="evidencias")
            case "oficio":
                return self._del_oficio(cambio.fila)
            case "oficio_de_remision":
                return Sitio(origen=Origen("oficio", self._departamentos.get(fila["departamento_id"], "")))
            case _:
                return None

    def en_el_libro(self, cambio: CambioDeFila) -> Sitio | None:
        """El oficio del libro de que es la fila de un cambio, y el dato de su carta; de lo que no es de un
        oficio solo, el libro."""  # fmt: skip
        if cambio.tabla in _DEL_LIBRO_ENTERO:
            return Sitio(origen=Origen("libro"))
        fila = self._fila(cambio.tabla, cambio.fila)
        if cambio.tabla == "evidencia" and fila.get("oficio_id") is None:
            return None
        if cambio.tabla in _DE_UN_OFICIO:
            fila = self._fila("oficio", fila["oficio_id"])
        elif cambio.tabla != "oficio":
            return None
        campo = _campo_de_carta(cambio) if cambio.tabla == "carta" else ""
        return Sitio(origen=Origen("libro", str(fila.get("uid", ""))), campo=campo)

    def _fila(self, tabla: str, id_: int) -> Mapping[str, Any]:
        """La fila como está o, si se fue, como se fue."""
        nombres = [columna.column_name for columna in columnas_de(TABLAS[tabla])]
        orden = f"SELECT {', '.join(nombres)} FROM {nombre_de(TABLAS[tabla])} WHERE id = ?"
        for hallada in self._base.lee_orden(orden, (id_,)):
            return dict(zip(nombres, hallada, strict=True))
        bajas = (c.antes for c in self.cambios if (c.tabla, c.fila) == (tabla, id_) and c.despues is None)
        sin_ella: Mapping[str, Any] = {}
        return next((antes for antes in bajas if antes is not None), sin_ella)

    def _casilla(self, fila: Mapping[str, Any]) -> Casilla | None:
        cifra = self._cifras.get(fila["cifra_id"])
        numero = self._legajo.trimestre.numero
        return Casilla(cifra, numero, fila["mes"], fila.get("sexo")) if cifra else None

    def _de_renglon(self, id_: int, campo: str) -> Sitio:
        fila = self._fila("registro", id_)
        return Sitio(self._lugar(fila), Origen("renglon", fila.get("uid", "")), campo=campo)

    def _del_oficio(self, id_: int) -> Sitio | None:
        """El primero de este trimestre que lo dice; None si solo está en el libro."""
        de_renglon = (
            "SELECT r.id FROM cita c JOIN registro r ON r.id = c.registro_id "
            "WHERE c.oficio_id = ? AND r.trimestre_id = ? ORDER BY r.orden"
        )
        de_entrega = "SELECT departamento_id FROM oficio_de_remision WHERE oficio_id = ? AND trimestre_id = ?"
        donde = (id_, self._legajo.id)
        for (renglon,) in self._base.lee_orden(de_renglon, donde):
            return self._de_renglon(renglon, "citas")
        for (departamento,) in self._base.lee_orden(de_entrega, donde):
            return Sitio(origen=Origen("oficio", self._departamentos.get(departamento, "")))
        return None

    def _lugar(self, fila: Mapping[str, Any]) -> str:
        return self._lugares.get(fila.get("lugar_id"), "")

    def _del_plan(self, lugar: str, origen: Origen = NINGUNO) -> Sitio | None:
        """El lugar de este año donde se lee un texto del plan; None si no es de ninguno."""
        return Sitio(lugar, origen) if lugar in self._plan.lugar else None

    def _lugar_del_origen(self, origen: Origen) -> str:
        """El lugar de un texto: el de su renglón o párrafo, o el que lleva la clave de su apartado."""
        if origen.clase in _TABLA_DE:
            orden = f"SELECT lugar_id FROM {_TABLA_DE[origen.clase]} WHERE uid = ?"
            filas = self._base.lee_orden(orden, (origen.clave,))
            return next((self._lugares.get(id_, "") for (id_,) in filas), "")
        return origen.de if origen.de in self._plan.lugar else ""


def _campo(cambio: CambioDeFila) -> str:
    """El dato de un renglón que cambió, si fue uno solo."""
    if cambio.antes is None or cambio.despues is None or len(cambio.despues) != 1:
        return ""
    return next(iter(cambio.despues)).removesuffix("_id")


def _campo_de_carta(cambio: CambioDeFila) -> str:
    """El dato de una carta que cambió; vacío si se empezó, se quitó o cambió entera."""
    if cambio.antes is None or cambio.despues is None or "plantilla" in cambio.despues:
        return ""
    antes, despues = (json.loads(lado.get("campos") or "{}") for lado in (cambio.antes, cambio.despues))
    suyos = [clave for clave in (antes | despues) if antes.get(clave) != despues.get(clave)]
    return f"carta.campo.{suyos[0]}" if suyos else f"carta.{next(iter(cambio.despues))}"


def _al_reves(filas: Mapping[str, int]) -> Mapping[Any, str]:
    return {id_: clave for clave, id_ in filas.items()}
