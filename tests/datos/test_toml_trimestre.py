"""Los datos de un trimestre en TOML: se leen enteros o se dice en qué llave están mal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.datos.oficina import DATOS, PLAN, TRIMESTRE
from ut_escritorio.datos.toml.archivo import ArchivoConReparos
from ut_escritorio.datos.toml.plan import PlanLeido, leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.conteos import Casilla
from ut_escritorio.dominio.foto import FotoTrimestre

BIEN = DATOS.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def plan() -> PlanLeido:
    return leer_plan(PLAN)


@pytest.fixture(scope="module")
def foto(plan: PlanLeido) -> FotoTrimestre:
    return leer_trimestre(DATOS, plan.plan, plan.catalogo)


def test_los_conteos_dejan_vacio_lo_vacio(foto: FotoTrimestre):
    assert foto.conteos.valores == {
        Casilla("visitas", 2, 4): 77,
        Casilla("visitas", 2, 6): 64,
        Casilla("visitas", 2, 4, "mujeres"): 1,
        Casilla("visitas", 2, 5, "mujeres"): 0,
        Casilla("asesorias", 2, None, "mujeres"): 7,
        Casilla("asesorias", 2): 12,
    }
    assert foto.conteos.capturados == {("visitas", 5)}


def test_los_renglones_guardan_su_orden_entre_los_parrafos(foto: FotoTrimestre):
    primero, segundo = foto.registros
    (libre,) = foto.parrafos
    assert (primero.orden, libre.orden, segundo.orden) == (1, 2, 3)
    assert [cita.folio for cita in primero.citas] == ["PR/0534/2031", "PR/057/2031", "sin número"]
    assert [(p.clave, p.texto) for p in primero.partes] == [("tesoreria", ""), ("", "Don Nadie")]
    assert (segundo.fecha, segundo.en_mes, segundo.personas.mujeres, segundo.personas.total) == (
        None,
        5,
        3,
        9,
    )
    assert primero.asunto_uid == segundo.asunto_uid != ""


def test_lo_demas_del_trimestre(foto: FotoTrimestre):
    assert foto.trimestre == TRIMESTRE
    assert foto.fecha_de_firma == date(2031, 7, 4)
    assert not foto.numera_paginas
    assert foto.alcanzado == {"1": Decimal("30"), "1.1": Decimal("30.5")}
    assert foto.sin_actividad == {"demas"}
    assert list(foto.a_mano) == [f"registro:{foto.registros[0].uid}"]
    assert foto.justificaciones == {"1.1": "Hubo más visitas que las previstas."}


def test_leer_dos_veces_los_mismos_datos_da_las_mismas_identidades(foto: FotoTrimestre, plan: PlanLeido):
    assert leer_trimestre(DATOS, plan.plan, plan.catalogo) == foto


MALOS = [
    ("trimestre = 2", "trimestre = 5", "trimestre: «5» no puede ser."),
    ("ejercicio = 2031", "ejercicio = 2032", "ejercicio: es 2032 y el plan es de 2031."),
    ("fecha_de_firma = 2031-07-04", "fecha_de_firma = 2031-13-04", "fecha_de_firma: el día «2031-13-04» no existe en el calendario."),
    ('sin_actividad = ["demas"]', 'sin_actividad = ["dmas"]', "sin_actividad: «dmas»: ese lugar no está en el plan."),
    ("[conteos.visitas]", "[conteos.vsitas]", "conteo vsitas: esa cifra no está en el plan."),
    ('[77, "", 64]', "[77, -1, 64]", "conteo visitas › meses › mayo: «-1» es negativo; un conteo es 0 o más."),
    ('[77, "", 64]', "[77, 1.5, 64]", "conteo visitas › meses › mayo: «1.5» no es un número entero; escriba por ejemplo 12."),
    ('[77, "", 64]', "[77, true, 64]", "conteo visitas › meses › mayo: «True» no es un número entero; escriba por ejemplo 12."),
    ('[77, "", 64]', '[77, "x", 64]', "conteo visitas › meses › mayo: «x» no es un número entero; escriba por ejemplo 12."),
    ('[77, "", 64]', "[77, 64]", "conteo visitas › meses: trae 2 números."),
    ("total = 12", "total = 12\nni = 4", "conteo asesorias › ni: el plan no captura así esa cifra."),
    ("[conteos.asesorias]", "[conteos.oficios]", "conteo oficios › total: el plan no captura así esa cifra."),
    ('capturados = ["mayo"]', 'capturados = ["julio"]', "conteo visitas › capturados: «julio» no se conoce."),
    ('"1.1" = 30.5', '"1.9" = 30.5', "alcanzado: «1.9»: ese lugar no está en el plan."),
    ('"1.1" = 30.5', '"1.1" = -30.5', "alcanzado › 1.1: «-30.5» no puede ser."),
    ('"1.1" = 30.5', '"1.1" = "mucho"', "alcanzado › 1.1: debe ser un número y es un texto."),
    ('departamento = "vecindad"', 'departamento = "vecinal"', "oficio 1 › departamento: «vecinal»: ese departamento no está en el plan."),
    ('lugar = "1.1/1 bis"\nclave', 'lugar = "1.1/1"\nclave', "renglón primero › lugar: «1.1/1»: ese lugar no está en el plan."),
    ('medio = "oficio"', 'medio = "fax"', "renglón primero › medio: «fax»: ese medio no está en el plan."),
    ('sentido = "enviado"', 'sentido = "mandado"', "renglón primero › sentido: «mandado» no se conoce."),
    ('forma = "pedido"', 'forma = "pedida"', "renglón primero › forma: «pedida»: esa forma no está en el plan."),
    ('asunto = "los', 'asumto = "los', "renglón primero › asumto: esa llave no se conoce aquí."),
    ("fecha = 2031-04-09", "fecha = 2031-04-31", "renglón primero › fecha: el día «2031-04-31» no existe en el calendario."),
    ('"tesoreria", {', '"tesorería", {', "renglón primero › destinatario 1: «tesorería»: esa unidad no está en el plan."),
    ('{ texto = "Don', '{ txto = "Don', "renglón primero › destinatario 2 › texto: falta."),
    ('"tesoreria", {', "7, {", "renglón primero › destinatario 1: no es una unidad."),
    ('hora = "10:30"', 'ora = "10:30"', "renglón primero › campos › ora: esa llave no se conoce aquí."),
    ('mes = "mayo"', 'mes = "julio"', "renglón 3 › mes: «julio» no se conoce."),
    ("cantidad_medio = 15", "cantidad_medio = -15", "renglón 3 › cantidad_medio: «-15» no puede ser."),
    ("mujeres = 3", "mujeres = 2.5", "renglón 3 › mujeres: debe ser un número entero y es «2.5»."),
    ("citas = [", 'folios = ["x"]\ncitas = [', "renglón 3 › folios: está además de «citas»."),
    ('lugar = "1.1/1 bis"\nmedio', 'lugar = "1.1/1 bis"\nclave = "primero"\nmedio', "renglón primero › clave: «primero» está repetida."),
    ('origen = "registro:primero"', 'origen = "registro:primer"', "texto 1 › origen: «primer»: ese renglón no está en el plan."),
]  # fmt: skip


@pytest.mark.parametrize(("antes", "despues", "reparo"), MALOS)
def test_cada_error_dice_su_lugar_exacto(
    plan: PlanLeido, tmp_path: Path, antes: str, despues: str, reparo: str
):
    assert antes in BIEN
    ruta = tmp_path / "datos.toml"
    ruta.write_text(BIEN.replace(antes, despues, 1), encoding="utf-8")
    with pytest.raises(ArchivoConReparos) as error:
        leer_trimestre(ruta, plan.plan, plan.catalogo)
    assert reparo in [f"{r.lugar}: {r.que}" for r in error.value.reparos]
