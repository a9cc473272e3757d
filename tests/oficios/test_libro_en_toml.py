"""Los papeles del libro y las plantillas de cartas que un archivo nuevo trae de sus TOML."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.datos.oficina import DATOS, PLAN, TRIMESTRE, ahora
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.oficios import anotar, cartas
from ut_escritorio.servicios.oficios.libro import leer_libro

Nuevo = Callable[..., Expediente]


@pytest.fixture
def nuevo(tmp_path: Path):
    abiertos: list[Expediente] = []

    def crear(del_trimestre: str = "", del_plan: str = "") -> Expediente:
        plan, datos = tmp_path / "plan.toml", tmp_path / "datos.toml"
        plan.write_text(PLAN.read_text(encoding="utf-8") + del_plan, encoding="utf-8")
        datos.write_text(DATOS.read_text(encoding="utf-8") + del_trimestre, encoding="utf-8")
        (tmp_path / "logo.svg").write_bytes((PLAN.parent / "logo.svg").read_bytes())
        abiertos.append(creacion.crear(tmp_path / "nuevo.sqlite", plan, datos, ahora))
        return abiertos[-1]

    yield crear
    for exp in abiertos:
        exp.cerrar()


def de(exp: Expediente, folio: str) -> EnElLibro:
    (fila,) = (fila for fila in leer_libro(exp, 2031).filas if fila.oficio.folio == folio)
    return fila


def test_el_que_ningun_renglon_dice_llega_al_libro_con_lo_que_le_paso(nuevo: Nuevo):
    exp = nuevo("""
[[libro]]
folio = "PR/0901/2031"
fecha = 2031-05-06
destinatario = ["tesoreria"]
asunto = "Se turna la solicitud 12"
clase = "Turno"
expediente = "S-12"
espera = true
antes_del = 2031-05-13
acuse = 2031-05-07
guardado_en = "Carpeta 4"
[[libro]]
folio = "PR/0902/2031"
cancelado = "se imprimió dos veces"
[[libro]]
folio = "TM/12/2031"
sentido = "recibido"
mes = "mayo"
emisor = [{ texto = "Don Nadie" }]
""")
    turno = de(exp, "PR/0901/2031")
    assert (turno.con, turno.oficio.clase, turno.oficio.expediente) == ("Tesorería", "Turno", "S-12")
    assert turno.espera and turno.seguimiento.acuse == date(2031, 5, 7)
    assert turno.seguimiento.guardado_en == "Carpeta 4" and turno.dichos == ()
    assert de(exp, "PR/0902/2031").estado == "cancelado"
    recibido = de(exp, "TM/12/2031")
    assert (recibido.estado, recibido.con, recibido.oficio.papel.mes) == ("recibido", "Don Nadie", 5)
    assert leer_libro(exp, 2031).siguiente.endswith("903/2031"), "el cancelado también se usó"


def test_el_que_tambien_dice_un_renglon_sigue_siendo_uno_y_toma_lo_que_le_falta(nuevo: Nuevo):
    antes = nuevo()
    cuantos, foto = len(leer_libro(antes, 2031).filas), antes.foto(TRIMESTRE)
    antes.cerrar()
    Path(antes.ruta).unlink()
    exp = nuevo("""
[[libro]]
folio = "PR/0534/2031"
clase = "Solicitud"
acuse = 2031-04-09
""")
    assert len(leer_libro(exp, 2031).filas) == cuantos
    suyo = de(exp, "PR/0534/2031")
    assert suyo.dichos and suyo.oficio.clase == "Solicitud" and suyo.seguimiento.acuse == date(2031, 4, 9)
    assert exp.foto(TRIMESTRE).renglones == foto.renglones, "el informe dice lo mismo"


def test_el_plan_trae_sus_plantillas_y_mandan_sobre_las_del_programa(nuevo: Nuevo):
    exp = nuevo(
        del_plan="""
[[plantillas]]
clave = "turno"
nombre = "Turno de la casa"
clase = "Turno"
asunto = "Se turna {folio_del_vecino}"
cuerpo = ["Le turno lo del vecino {folio_del_vecino}, oficio {folio_oficio}."]
campos = [{ clave = "folio_del_vecino", etiqueta = "Folio" }]
dias = 3
"""
    )
    suyas = cartas.plantillas(exp)
    assert suyas[0].nombre == "Turno de la casa" and suyas[0].propia
    assert [p.clave for p in suyas].count("turno") == 1
    oficio, _ = anotar.agregar(exp, TRIMESTRE, Oficio(""))
    cartas.con_plantilla(exp, TRIMESTRE, oficio.uid, date(2031, 7, 4), "turno")
    assert cartas.abrir_carta(exp, oficio.uid, date(2031, 7, 4)).carta.dias == 3
