"""De todo lo que se captura se sabe dónde se ve, o se dice por qué no se va a ningún lado."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.datos.oficina import PASO, TRIMESTRE
from ut_escritorio.datos.esquema import BITACORADAS, DEL_CATALOGO, Lugar, Tabla
from ut_escritorio.datos.esquema.base import columnas_de, nombre_de
from ut_escritorio.datos.esquema.campos import Llave
from ut_escritorio.datos.historia.acciones import CambioDeFila
from ut_escritorio.datos.historia.rastros import sitios_de
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.oficios import anotar

_ES_DEL_PLAN = "vuelve a armar la ventana, que se queda en la pestaña en que estaba"
_ES_DEL_INFORME = "es del informe entero: se ve en «Informe»"
SIN_SITIO: Mapping[str, str] = {
    **{nombre_de(tabla): _ES_DEL_PLAN for tabla in DEL_CATALOGO},
    **dict.fromkeys(
        ("plan", "departamento", "sustantivo", "medio", "cifra", "molde", "concordancia", "mosaico"),
        _ES_DEL_PLAN,
    ),
    "trimestre": _ES_DEL_INFORME,
    "dejado_asi": _ES_DEL_INFORME,
    "firmante_elegido": _ES_DEL_INFORME,
    "impresion": _ES_DEL_INFORME,
    "firma": "firmar no se deshace",
    "escaneado": "es de lo firmado, que se ve en «Informe»",
    "serie": "nace y se va con el oficio que la estrena",
    "asunto": "nace y se va con los renglones que ensarta",
    "descanso": "es de toda la oficina y no de un lugar del informe",
    "ajuste": "es de toda la oficina y no de un lugar del informe",
}
CON_SITIO = [tabla for tabla in BITACORADAS if nombre_de(tabla) not in SIN_SITIO]


def _una(exp: Expediente, tabla: type[Tabla]) -> int | None:
    orden = f"SELECT id FROM {nombre_de(tabla)} LIMIT 1"
    return next((id_ for (id_,) in exp.base.lee_orden(orden)), None)


def _fila(exp: Expediente, tabla: type[Tabla]) -> dict[str, Any]:
    """Una fila como las de la tabla, de lo primero que haya en el archivo."""
    dichos = {
        "uid": "uno",
        "origen": Origen("lugar", PASO),
        "mes": 4,
        "fecha": "2031-04-01",
        "clave": "1.1#1",
    }
    de = {columna.column_name: columna for columna in columnas_de(tabla)}
    fila = {
        nombre: _una(exp, columna.rel_model) if isinstance(columna, Llave) else dichos.get(nombre)
        for nombre, columna in de.items()
    }
    return {**fila, "id": _una(exp, tabla) if tabla is Lugar else 1}


@pytest.mark.parametrize("tabla", CON_SITIO, ids=nombre_de)
def test_de_lo_que_se_captura_se_sabe_donde_se_ve(exp: Expediente, tabla: type[Tabla]):
    anotar.agregar(exp, TRIMESTRE, Oficio("", "UT/1/2031", "enviado", 2031))
    fila = _fila(exp, tabla)
    assert sitios_de(exp.legajo(TRIMESTRE), (CambioDeFila(nombre_de(tabla), fila["id"], fila, None),))


def test_lo_que_no_tiene_sitio_es_de_una_tabla_de_hoy():
    assert SIN_SITIO.keys() <= {nombre_de(tabla) for tabla in BITACORADAS}
