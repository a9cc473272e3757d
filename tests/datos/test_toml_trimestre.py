"""Los datos de un trimestre en TOML: se leen enteros o se dice en qué llave están mal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.datos.malos import leer_malos
from tests.datos.oficina import ARCHIVOS, DATOS, PLAN, TRIMESTRE, ahora
from ut_escritorio.datos.toml.archivo import ArchivoConReparos
from ut_escritorio.datos.toml.plan import PlanLeido, leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.metas import MetaModificada
from ut_escritorio.servicios.archivo import creacion

BIEN = DATOS.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def plan() -> PlanLeido:
    return leer_plan(PLAN)


@pytest.fixture(scope="module")
def foto(plan: PlanLeido) -> FotoTrimestre:
    return leer_trimestre(DATOS, plan.plan, plan.catalogo).foto


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
    assert foto.conteos.dias == {("asesorias", date(2031, 4, 2)): 3, ("asesorias", date(2031, 4, 3)): 2}


def test_los_renglones_guardan_su_orden_entre_los_parrafos(foto: FotoTrimestre):
    primero, segundo = foto.renglones
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
    assert list(foto.a_mano) == [f"registro:{foto.renglones[0].uid}"]
    assert foto.justificaciones == {"1.1": "Hubo más visitas que las previstas."}


def test_lo_copiado_de_un_pdf_entra_limpio_como_en_la_ventana(plan: PlanLeido, tmp_path: Path):
    sucio = {
        'asunto = "los horarios"': 'asunto = """ los\nhora\u00adrios """',
        '"PR/057/2031"': '"PR/057/2031\u200b "',
        'texto = "Don Nadie"': 'texto = "Don\u00a0Nadie"',
        '"Texto libre': '"""Te\u0301rminos \ufb01jos.\nTexto libre',
        'entre dos renglones."': 'entre dos renglones."""',
        '"Hubo más visitas que las previstas."': '"Hubo\u2003más visitas\u200b."',
        '"Se pidieron los horarios."': '"Se pidieron los\u00a0horarios."',
    }
    texto = BIEN
    for antes, despues in sucio.items():
        assert texto.count(antes) == 1, antes
        texto = texto.replace(antes, despues)
    ruta = tmp_path / "datos.toml"
    ruta.write_text(texto, encoding="utf-8")
    foto = leer_trimestre(ruta, plan.plan, plan.catalogo).foto
    primero = foto.renglones[0]
    assert (primero.asunto, primero.citas[1].folio, primero.partes[1].texto) == (
        "los horarios", "PR/057/2031", "Don Nadie",
    )  # fmt: skip
    assert foto.parrafos[0].texto == "Términos fijos.\nTexto libre entre dos renglones."
    assert foto.justificaciones == {"1.1": "Hubo más visitas."}
    assert [texto.texto for texto in foto.a_mano.values()] == ["Se pidieron los horarios."]


def test_leer_dos_veces_los_mismos_datos_da_las_mismas_identidades(foto: FotoTrimestre, plan: PlanLeido):
    assert leer_trimestre(DATOS, plan.plan, plan.catalogo).foto == foto


@pytest.mark.parametrize(("antes", "despues", "reparo"), leer_malos("trimestres_malos.txt"))
def test_cada_error_dice_su_lugar_exacto(
    plan: PlanLeido, tmp_path: Path, antes: str, despues: str, reparo: str
):
    assert antes in BIEN
    ruta = tmp_path / "datos.toml"
    ruta.write_text(BIEN.replace(antes, despues, 1), encoding="utf-8")
    with pytest.raises(ArchivoConReparos) as error:
        leer_trimestre(ruta, plan.plan, plan.catalogo)
    assert reparo in [f"{r.lugar}: {r.que}" for r in error.value.reparos]


@pytest.mark.parametrize(
    ("antes", "despues"),
    [
        ("[conteos.visitas]", "[conteos.vsitas]"),
        ('lugar = "1.1/1 bis"', 'lugar = "9.9"'),
        ("trimestre = 2", "trimestre = 7"),
        ("ejercicio = 2031", "ejercicio = 99"),
        ("ejercicio = 2031", 'ejercicio = "este"'),
    ],
)
def test_un_solo_error_es_un_solo_reparo(plan: PlanLeido, tmp_path: Path, antes: str, despues: str):
    ruta = tmp_path / "datos.toml"
    ruta.write_text(BIEN.replace(antes, despues, 1), encoding="utf-8")
    with pytest.raises(ArchivoConReparos) as error:
        leer_trimestre(ruta, plan.plan, plan.catalogo)
    assert len(error.value.reparos) == 1, error.value


def test_un_oficio_de_un_departamento_sin_carta_no_se_calla(tmp_path: Path, plan: PlanLeido):
    sin_carta = replace(
        plan.plan, departamentos=tuple(replace(d, oficio=None) for d in plan.plan.departamentos)
    )
    with pytest.raises(ArchivoConReparos, match="oficio 1 › departamento: «vecindad» no entrega con oficio"):
        leer_trimestre(DATOS, sin_carta, plan.catalogo)


def test_los_archivos_cambiados_de_lugar_se_dicen(plan: PlanLeido):
    with pytest.raises(ArchivoConReparos, match="el archivo: trae un plan, no los datos de un trimestre"):
        leer_trimestre(PLAN, plan.plan, plan.catalogo)
    with pytest.raises(ArchivoConReparos, match="el archivo: trae los datos de un trimestre, no un plan"):
        leer_plan(DATOS)


def test_el_oficio_de_un_plan_sin_cartas_se_rechaza_con_su_lugar():
    leido = leer_plan(ARCHIVOS / "min-sinforma.toml")
    with pytest.raises(ArchivoConReparos, match="oficio 1 › departamento: «enlace» no entrega con oficio"):
        leer_trimestre(ARCHIVOS / "min-oficio-1.toml", leido.plan, leido.catalogo)


def test_las_metas_modificadas_y_lo_que_se_propone_llegan_al_archivo(tmp_path: Path):
    del_plan, datos = tmp_path / "p.toml", tmp_path / "d.toml"
    escrito = PLAN.read_text(encoding="utf-8")
    escrito = escrito.replace(
        "programado = { 2 = 30, 3 = 12.5 }", "programado = { 2 = 30 }\npropuesto = { 3 = 12.5 }"
    )
    del_programa = 'evidencia = "77"\nalcance = "acumulado"\nentrega = 5\npide_por_que = true'
    escrito = escrito.replace('evidencia = "77"', del_programa)
    del_plan.write_text(escrito, encoding="utf-8")
    (tmp_path / "logo.svg").write_bytes((ARCHIVOS / "logo.svg").read_bytes())
    meta = '[[metas_modificadas]]\nactividad = "1.1"\nvalor = 27.5\nmotivo = "Se cerró la plaza"\n'
    meta += 'fecha = 2031-05-20\nfolio = "PR/0540/2031"\n'
    datos.write_text(BIEN.replace("[alcanzado]", f"{meta}[alcanzado]"), encoding="utf-8")
    with creacion.crear(tmp_path / "a.sqlite", del_plan, datos, ahora) as exp:
        foto = exp.foto(TRIMESTRE)
    dicha = MetaModificada(Decimal("27.5"), "Se cerró la plaza", date(2031, 5, 20), "PR/0540/2031")
    assert foto.modificadas == {"1.1": dicha}
    assert foto.plan.lugar["1.1"].propuesto == {3: Decimal("12.5")}
    programa = foto.plan.programa
    assert (programa.alcance, programa.entrega, programa.pide_por_que) == ("acumulado", 5, True)
