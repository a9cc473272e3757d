"""Escribir cosas en un archivo: el de quien las recibe, o uno nuevo que las lleve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import Tabla, columnas_por_nombre, nombre_de
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios.citados import quitar_sueltos
from ut_escritorio.datos.filas.oficios.papeles import del_folio
from ut_escritorio.datos.filas.partes.tablas import EN_SU_SITIO, HIJAS, Hijas, a_quien_nombra
from ut_escritorio.datos.filas.renglones import quitar_renglon
from ut_escritorio.dominio.oficina.cambios import clave_nueva
from ut_escritorio.dominio.partes.cosa import OFICIO, Cosa, Nombra
from ut_escritorio.dominio.trimestre.renglones import leer_folio
from ut_escritorio.errores import ErrorEsperado

# En este orden: nada se escribe antes que lo que nombra
_EN_ORDEN: tuple[type[Tabla], ...] = (
    e.Unidad, e.Oficio, *EN_SU_SITIO, e.Renglon, e.ParrafoLibre, e.Evidencia,
)  # fmt: skip
_TABLAS: Mapping[str, type[Tabla]] = {nombre_de(tabla): tabla for tabla in _EN_ORDEN}
_NOMBRADAS: Mapping[str, type[Tabla]] = {
    nombre_de(tabla): tabla
    for tabla in (*_EN_ORDEN, e.Lugar, e.Cifra, e.Departamento, e.Medio, e.Forma, e.Asunto)
}


def escribir_cosas(legajo: Legajo, llegan: Iterable[Cosa], se_van: Iterable[Cosa] = ()) -> None:
    """Deja cada cosa que llega como dice, y quita las que se van; dentro de la acción de quien llama."""
    escritor = _Escritor(legajo)
    en_orden = sorted(llegan, key=_puesto)
    escritor.soltar_numeros(cosa for cosa in en_orden if cosa.tabla == OFICIO)
    for cosa in en_orden:
        escritor.poner(cosa)
    for cosa in en_orden:
        escritor.colgar(cosa)
    for cosa in sorted(se_van, key=_puesto, reverse=True):  # al final: el oficio que dejan puede decirlo otro
        escritor.quitar(cosa)
    quitar_sueltos(legajo.base, escritor.soltados)


def _puesto(cosa: Cosa) -> int:
    return _EN_ORDEN.index(_TABLAS[cosa.tabla])


class _Escritor:
    """Escribe las cosas de un trimestre, y recuerda los oficios que alguna dejó de decir."""

    def __init__(self, legajo: Legajo) -> None:
        self.legajo, self.base = legajo, legajo.base
        self.soltados: set[int] = set()
        self._filas: dict[Nombra, int] = {}
        self._escritas: dict[str, int] = {}

    def soltar_numeros(self, oficios: Iterable[Cosa]) -> None:
        """Los que cambian de número lo sueltan antes de que otro lo tome: puede ser el que otro traía."""
        for cosa in oficios:
            for id_, folio in self.base.filas(e.Oficio, ("id", "folio"), uid=cosa.uid):
                if folio != cosa.dice["folio"]:
                    self.base.cambia(e.Oficio, _la_fila(e.Oficio, id_), numero=None)

    def poner(self, cosa: Cosa) -> None:
        """Pone la fila de la cosa; lo que cuelga de ella, después: puede nombrar a otra que aún no está."""
        tabla = _TABLAS[cosa.tabla]
        sueltas = {hijas.nombre for hijas in HIJAS.get(tabla, ())}
        dice = {n: v for n, v in cosa.dice.items() if n not in sueltas}
        columnas = self._columnas(tabla, dice)
        if tabla is e.Oficio:
            columnas |= del_folio(self.base, leer_folio(columnas["folio"]))
        elif tabla is e.Evidencia:
            columnas |= self._de_quien(cosa)
        id_ = self._hallar(cosa)
        if id_ is None:
            columnas |= self._columnas(tabla, cosa.llave) | self._de_alta(tabla, columnas)
            id_ = self.base.inserta(tabla, **columnas)
        elif columnas:  # de lo que es solo su lugar no hay qué cambiar
            self.base.cambia(tabla, _la_fila(tabla, id_), **columnas)
        self._escritas[cosa.clave] = id_

    def colgar(self, cosa: Cosa) -> None:
        """Deja lo que cuelga de la cosa como dice."""
        for hijas in HIJAS.get(_TABLAS[cosa.tabla], ()):
            self._poner_hijas(hijas, self._escritas[cosa.clave], cosa.dice[hijas.nombre])

    def quitar(self, cosa: Cosa) -> None:
        """Quita la cosa, si está, con lo que cuelga de ella."""
        id_, tabla = self._hallar(cosa), _TABLAS[cosa.tabla]
        if id_ is None:
            return
        if tabla is e.Renglon:
            quitar_renglon(self.legajo, cosa.uid)
            return
        if tabla is e.Oficio:
            self.base.cambia(tabla, _la_fila(tabla, id_), propio=False)
            self.soltados.add(id_)
            return
        if tabla is e.OficioDeRemision:
            self.soltados |= self._citados(tabla, "id", id_)
        self.base.borra(tabla, _la_fila(tabla, id_))

    def _citados(self, tabla: type[Tabla], columna: str, id_: int) -> set[int]:
        donde: dict[str, Any] = {columna: id_}
        return {oficio for (oficio,) in self.base.filas(tabla, ("oficio",), **donde) if oficio}

    def _hallar(self, cosa: Cosa) -> int | None:
        """La fila de la cosa en este archivo; None si no está."""
        tabla = _TABLAS[cosa.tabla]
        if cosa.uid:
            filas = self.base.filas(tabla, ("id",), uid=cosa.uid)
            return filas[0][0] if filas else None
        sitio = self._columnas(tabla, cosa.llave)
        columnas = columnas_por_nombre(tabla)
        guardado = {nombre: columnas[nombre].db_value(valor) for nombre, valor in sitio.items()}
        donde = " AND ".join(f"{columnas[nombre].column_name} IS ?" for nombre in guardado)
        orden = f"SELECT id FROM {nombre_de(tabla)} WHERE trimestre_id = ? AND {donde}"
        filas = self.base.lee_orden(orden, (self.legajo.id, *guardado.values()))
        return filas[0][0] if filas else None

    def _columnas(self, tabla: type[Tabla], dichos: Mapping[str, Any]) -> dict[str, Any]:
        return {n: self._fila(v) if n in a_quien_nombra(tabla) else v for n, v in dichos.items()}

    def _fila(self, nombrada: Nombra | None) -> int | None:
        """La fila de lo que se nombra; un asunto que aún no está, se agrega."""
        if nombrada is None:
            return None
        if nombrada not in self._filas:
            tabla = _NOMBRADAS[nombrada.tabla]
            filas = self.base.filas(tabla, ("id",), uid=nombrada.uid)
            if not filas and tabla is not e.Asunto:
                raise ErrorEsperado("A lo que se recibe le falta algo de lo que habla. No se cambió nada.")
            nueva = filas[0][0] if filas else self.base.inserta(tabla, uid=nombrada.uid)
            self._filas[nombrada] = nueva
        return self._filas[nombrada]

    def _de_alta(self, tabla: type[Tabla], columnas: Mapping[str, Any]) -> dict[str, Any]:
        """Lo que una fila nueva lleva además de lo que dice."""
        if tabla is e.Unidad:
            claves = [clave for (clave,) in self.base.filas(tabla, ("clave",))]
            suya = columnas["clave"]
            libre = suya if suya not in claves else clave_nueva(columnas["nombre"], claves)
            return {"clave": libre, "orden": len(claves) + 1}
        if tabla in (e.Oficio, e.Evidencia):
            return {}
        return {"trimestre": self.legajo.id}

    def _de_quien(self, cosa: Cosa) -> dict[str, Any]:
        """El trimestre de una evidencia, si no es de un oficio, y cuántas firmas tiene aquí."""
        if cosa.dice["oficio"] is not None:
            return {"trimestre": None, "firmas": 0}
        firmas = len(self.base.filas(e.Firma, ("id",), trimestre=self.legajo.id))
        return {"trimestre": self.legajo.id, "firmas": firmas}

    def _poner_hijas(self, hijas: Hijas, madre: int, dichas: Sequence[Mapping[str, Any]]) -> None:
        """Deja lo que cuelga de una fila como la lista: cambia las que hay, agrega o quita las demás."""
        de = columnas_por_nombre(hijas.tabla)[hijas.de]
        orden = "orden" if hijas.en_orden else "id"
        hay = [id_ for (id_,) in self.base.filas(hijas.tabla, ("id",), orden, **{hijas.de: madre})]
        if hijas.tabla is e.Cita:
            self.soltados |= self._citados(e.Cita, hijas.de, madre)
        filas = [self._columnas(hijas.tabla, dicha) for dicha in dichas]
        if hijas.tabla is e.CartaEnviada:
            hay, filas = [], self._las_que_faltan(hijas, madre, filas)
        for n, fila in enumerate(filas):
            columnas = {**fila, "orden": n + 1} if hijas.en_orden else fila
            if n < len(hay):
                self.base.cambia(hijas.tabla, _la_fila(hijas.tabla, hay[n]), **columnas)
            else:
                self.base.inserta(hijas.tabla, **{de.name: madre}, **columnas)
        for sobra in hay[len(filas) :]:
            self.base.borra(hijas.tabla, _la_fila(hijas.tabla, sobra))

    def _las_que_faltan(
        self, hijas: Hijas, madre: int, filas: Sequence[dict[str, Any]]
    ) -> list[dict[str, Any]]:
        """Las impresas que aquí no constan; la de una versión que ya está se queda como está."""
        donde: dict[str, Any] = {hijas.de: madre}
        hay = {version for (version,) in self.base.filas(hijas.tabla, ("version",), **donde)}
        return [fila for fila in filas if fila["version"] not in hay]


def _la_fila(tabla: Any, id_: int) -> Any:
    return tabla.id == id_
