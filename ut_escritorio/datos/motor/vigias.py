"""Los vigías: disparadores que anotan cada cambio en la bitácora, llevan el sello y cuidan lo cerrado.

Son TEMP: viven lo que la conexión, se generan de las tablas y ningún otro programa los hereda. Los de cada
tabla se ponen la primera vez que se escribe en ella: los de todas tardan más que guardar cien números.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import cache

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema import BITACORADAS, DEL_TRIMESTRE, SELLADAS, Tabla
from ut_escritorio.datos.esquema.base import columnas_de, nombre_de
from ut_escritorio.datos.motor.contenidos import ALIGERAR, de_un_contenido, usado
from ut_escritorio.datos.motor.sello import columnas_selladas, huella_con
from ut_escritorio.dominio.partes.recibido import RECIBIR

CERRADO = "trimestre cerrado"
SOLO_SE_AGREGA = "eso solo se agrega"
_LADOS = ("OLD", "NEW")
_LO_FIRMADO = "trimestre_id, version, fecha, cuando, pdf, documento, cifras, paginas, hojas"
# Las cartas impresas en otro archivo siguen en él: aquí se van con la parte en que llegaron
_SE_DESHACE_LO_RECIBIDO = (
    "EXISTS (SELECT 1 FROM main.accion WHERE id = accion_en_curso() AND clase = 'deshacer' "
    f"AND instr(lower(nombre), '{RECIBIR.lower()}'))"
)
_SUCESOS = {"alta": "INSERT", "cambio": "UPDATE", "baja": "DELETE"}


class Vigias:
    """Los de una conexión; `accion_en_curso` da la acción abierta, o None, y entonces nada se escribe."""

    def __init__(self, conexion: sqlite3.Connection, accion_en_curso: Callable[[], int | None]) -> None:
        self._conexion, self._puestos = conexion, set[str]()
        conexion.create_function("accion_en_curso", 0, accion_en_curso)
        conexion.create_function("huella_con", -1, huella_con, deterministic=True)

    def pasar_lista(self) -> None:
        """Mira cuáles siguen: los que puso una acción que no quedó se fueron con ella."""
        lista = self._conexion.execute("SELECT DISTINCT tbl_name FROM temp.sqlite_schema")
        self._puestos = {tabla for (tabla,) in lista}

    def poner(self, tabla: type[Tabla]) -> None:
        """Pone los de una tabla, si faltan."""
        nombre = nombre_de(tabla)
        if nombre not in self._puestos:
            for disparador in de_cada_tabla()[nombre]:
                self._conexion.execute(disparador)
            self._puestos.add(nombre)


@cache
def de_cada_tabla() -> dict[str, list[str]]:
    """El SQL de los de cada tabla, por su nombre."""
    todos: dict[str, list[str]] = {nombre_de(tabla): [] for tabla in SELLADAS}
    for tabla, disparador in _disparadores():
        todos[tabla].append(disparador)
    return todos


def _disparadores() -> Iterator[tuple[str, str]]:
    """El SQL de todos, cada uno con su tabla."""
    for tabla in SELLADAS:
        for suceso in _SUCESOS:
            yield nombre_de(tabla), _vigia(tabla, suceso)
    for tabla in DEL_TRIMESTRE:
        yield from _guardias(nombre_de(tabla), _trimestre_de(tabla))
    yield from _guardias_del_trimestre()
    for suceso in ("UPDATE", "DELETE"):
        de_que = f" OF {_LO_FIRMADO}" if suceso == "UPDATE" else ""
        yield _guardia("firma", suceso, "true", SOLO_SE_AGREGA, de_que)
        de_carta = f"NOT {_SE_DESHACE_LO_RECIBIDO}" if suceso == "DELETE" else "true"
        yield _guardia("carta_enviada", suceso, de_carta, SOLO_SE_AGREGA)
        yield _guardia("oficio", suceso, _dicho_en_cerrado("OLD.id"), CERRADO)
    for suceso, lado in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
        de_evidencia = f"{_evidencia_firmada(lado)} OR {_de_oficio_impresa(lado)}"
        yield _guardia("evidencia", suceso, de_evidencia, CERRADO)
        yield _guardia("parte_de_oficio", suceso, _dicho_en_cerrado(f"{lado}.oficio_id"), CERRADO)
    for tabla, de_algo in (("contenido", "true"), ("trozo", de_un_contenido("OLD.sha256"))):
        yield _guardia(tabla, "UPDATE", "true", SOLO_SE_AGREGA)
        yield _guardia(tabla, "DELETE", f"{de_algo} AND ({_aun_se_guarda()})", SOLO_SE_AGREGA)


def _vigia(tabla: type[Tabla], suceso: str) -> str:
    """El disparador que anota y sella lo que pasa en una tabla."""
    cuando = f"WHEN {_cambio(tabla)} " if suceso == "cambio" else ""
    anota = _anota(tabla, suceso) if tabla in BITACORADAS else ""
    nombre = nombre_de(tabla)
    return (
        f"CREATE TEMP TRIGGER {suceso}_de_{nombre} AFTER {_SUCESOS[suceso]} ON main.{nombre} "
        f"{cuando}BEGIN {anota}{_sella(tabla, suceso)} END;"
    )


def _cambio(tabla: type[Tabla]) -> str:
    antes, despues = (", ".join(f"{lado}.{c.column_name}" for c in columnas_de(tabla)) for lado in _LADOS)
    return f"({antes}) IS NOT ({despues})"


def _anota(tabla: type[Tabla], suceso: str) -> str:
    """El renglón de la bitácora: la fila entera si llega o se va; en un cambio, solo lo que cambió."""
    fila = "OLD.id" if suceso == "baja" else "NEW.id"
    de_donde = ""
    if suceso == "cambio":
        cada = " UNION ALL ".join(f"SELECT '{n}' AS c, OLD.{n} AS o, NEW.{n} AS n" for n in _nombres(tabla))
        antes, despues = "json_group_object(c, o)", "json_group_object(c, n)"
        de_donde = f" FROM ({cada}) WHERE o IS NOT n"
    else:
        entera = ", ".join(f"'{n}', {'NEW' if suceso == 'alta' else 'OLD'}.{n}" for n in _nombres(tabla))
        antes, despues = ("NULL", f"json_object({entera})")[:: 1 if suceso == "alta" else -1]
    return (
        "INSERT INTO bitacora (accion_id, tabla, fila, clase, antes, despues) "
        f"SELECT accion_en_curso(), '{nombre_de(tabla)}', {fila}, '{suceso}', {antes}, {despues}{de_donde};"
    )


def _nombres(tabla: type[Tabla]) -> list[str]:
    return [c.column_name for c in columnas_de(tabla)]


def _sella(tabla: type[Tabla], suceso: str) -> str:
    nombre, huella = nombre_de(tabla), "huella"
    if suceso != "alta":
        huella = f"huella_con({huella}, '{nombre}', {columnas_selladas(tabla, 'OLD.')})"
    if suceso != "baja":
        huella = f"huella_con({huella}, '{nombre}', {columnas_selladas(tabla, 'NEW.')})"
    return f"UPDATE sello SET huella = {huella} WHERE tabla = '{nombre}';"


# Lo cerrado

_DE_REGISTRO = "(SELECT trimestre_id FROM registro WHERE id = {lado}.registro_id)"


def _dicho_en_cerrado(oficio: str) -> str:
    """Si un trimestre cerrado dice ese oficio: en un renglón o al entregar su informe."""
    return (
        f"EXISTS (SELECT 1 FROM cita JOIN registro ON registro.id = cita.registro_id "
        f"WHERE cita.oficio_id = {oficio} AND {_cerrado('registro.trimestre_id')}) "
        f"OR EXISTS (SELECT 1 FROM oficio_de_remision "
        f"WHERE oficio_id = {oficio} AND {_cerrado('trimestre_id')})"
    )


def _aun_se_guarda() -> str:
    """Si un contenido no se quita: siempre, menos al aligerar el archivo y si ya nada lo usa."""
    en_curso = "(SELECT nombre FROM accion WHERE id = accion_en_curso())"
    return f"{en_curso} IS NOT '{ALIGERAR}' OR {usado('OLD.sha256')}"


def _trimestre_de(tabla: type[Tabla]) -> str:
    return _DE_REGISTRO if tabla in (e.Parte, e.Cita) else "{lado}.trimestre_id"


def _cerrado(trimestre: str) -> str:
    return f"(SELECT estado FROM trimestre WHERE id = {trimestre}) = 'cerrado'"


def _evidencia_firmada(lado: str) -> str:
    """Si una evidencia la tenía ya el informe con que se cerró su trimestre; la que llegó después, no."""
    firmas = f"(SELECT count(*) FROM firma WHERE trimestre_id = {lado}.trimestre_id)"
    return f"{_cerrado(f'{lado}.trimestre_id')} AND {lado}.firmas < {firmas}"


def _de_oficio_impresa(lado: str) -> str:
    return f"({lado}.oficio_id IS NOT NULL AND {impresa_en_cerrado(f'{lado}.uid')})"


def impresa_en_cerrado(uid: str) -> str:
    """El SQL de si una evidencia salió en el informe de un trimestre cerrado, que dice en qué hoja."""
    return (
        "EXISTS (SELECT 1 FROM firma f JOIN trimestre t ON t.id = f.trimestre_id WHERE t.estado = 'cerrado' "
        "AND f.version = (SELECT max(g.version) FROM firma g WHERE g.trimestre_id = t.id) "
        f"AND instr(f.hojas, {uid}))"
    )


def _guardias(tabla: str, trimestre: str) -> Iterator[tuple[str, str]]:
    """Impiden que una fila entre, cambie o salga de un trimestre cerrado."""
    nuevo, viejo = (_cerrado(trimestre.format(lado=lado)) for lado in ("NEW", "OLD"))
    for suceso, condicion in (("INSERT", nuevo), ("UPDATE", f"{nuevo} OR {viejo}"), ("DELETE", viejo)):
        yield _guardia(tabla, suceso, condicion, CERRADO)


def _guardias_del_trimestre() -> Iterator[tuple[str, str]]:
    """Un trimestre cerrado no se borra, y lo único que le puede pasar es que lo abran."""
    yield _guardia("trimestre", "UPDATE", "OLD.estado = NEW.estado AND OLD.estado = 'cerrado'", CERRADO)
    yield _guardia("trimestre", "DELETE", "OLD.estado = 'cerrado'", CERRADO)


def _guardia(tabla: str, suceso: str, condicion: str, motivo: str, de_que: str = "") -> tuple[str, str]:
    return tabla, (
        f"CREATE TEMP TRIGGER cuida_{suceso}_{tabla} BEFORE {suceso}{de_que} ON main.{tabla} "
        f"WHEN {condicion} BEGIN SELECT RAISE(ABORT, '{motivo}'); END;"
    )
