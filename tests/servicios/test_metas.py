"""Modificar una meta, decir qué es el % y confirmar las propuestas: se deshace, y lo firmado no se toca."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from ut_escritorio.dominio.cambios_del_plan.acomodo import Destino
from ut_escritorio.dominio.cambios_del_plan.actividad_nueva import ActividadNueva
from ut_escritorio.dominio.numeros.avance import avances
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.porcentajes import sin_partir
from ut_escritorio.dominio.trimestre.metas import LoAlcanzado, MetaModificada
from ut_escritorio.errores import ErrorEsperado, ValorInvalido
from ut_escritorio.informe.documento import Tabla
from ut_escritorio.revision.hallazgos import Hallazgo
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, rehacer
from ut_escritorio.servicios.captura import numeros
from ut_escritorio.servicios.entrega.decisiones import justificar
from ut_escritorio.servicios.entrega.firma import firmar, pdf_firmado, que_cambio
from ut_escritorio.servicios.entrega.informe import documento_de
from ut_escritorio.servicios.entrega.revision import revisar
from ut_escritorio.servicios.oficina import anio, plan

SEGUNDO, TERCERO = Trimestre(2024, 2), Trimestre(2024, 3)
A_25 = MetaModificada(Decimal(25), "Se fueron dos capacitadores", date(2024, 5, 20), "UT/0534/2024")


def ahora() -> datetime:
    return datetime(2024, 7, 4, 12, tzinfo=UTC)


@pytest.fixture
def exp(tmp_path: Path) -> Iterator[Expediente]:
    with creacion.crear_ejemplo(tmp_path / "a.sqlite", ahora) as abierto:
        yield abierto


def sin_justificar(exp: Expediente) -> list[Hallazgo]:
    foto = exp.foto(SEGUNDO)
    return [h for h in revisar(foto, foto.dia) if h.codigo == "valor_sin_justificar"]


def test_la_meta_se_modifica_la_revision_mide_contra_ella_y_todo_se_deshace(exp: Expediente):
    antes = exp.foto(SEGUNDO)
    exp.foto(TERCERO)
    cambios = numeros.modificar_meta(exp, SEGUNDO, "2.3", replace(A_25, motivo=f"  {A_25.motivo} "))
    assert cambios.cosas == {"alcanzado"}, "las pestañas no se arman otra vez"
    despues = exp.foto(SEGUNDO)
    assert replace(despues, modificadas={}) == antes
    assert despues.modificadas == {"2.3": A_25}
    assert exp.foto(TERCERO).otros_trimestres[2] == LoAlcanzado(despues.alcanzado, {"2.3": Decimal(25)})
    (hallado,) = sin_justificar(exp)
    assert "2.3 alcanzó 30 % de 25 %" in hallado.mensaje
    justificar(exp, SEGUNDO, "2.3", "Se agregaron sesiones")
    assert not sin_justificar(exp)
    deshacer(exp)
    assert deshacer(exp).sitios[0].lugar == "2.3"
    assert exp.foto(SEGUNDO) == antes
    rehacer(exp)
    numeros.volver_a_lo_programado(exp, SEGUNDO, "2.3")
    assert exp.foto(SEGUNDO) == antes


def test_sin_decir_por_que_o_con_un_porciento_imposible_no_se_modifica(exp: Expediente):
    with pytest.raises(ErrorEsperado, match="por qué"):
        numeros.modificar_meta(exp, SEGUNDO, "2.3", replace(A_25, motivo="  "))
    with pytest.raises(ValorInvalido, match="no puede ser"):
        numeros.modificar_meta(exp, SEGUNDO, "2.3", replace(A_25, valor=Decimal(2000)))
    assert not exp.foto(SEGUNDO).modificadas


def test_lo_firmado_no_cambia_de_meta_aunque_las_demas_cambien(exp: Expediente):
    numeros.modificar_meta(exp, SEGUNDO, "2.3", A_25)
    firmar(exp, SEGUNDO, date(2024, 7, 4))
    como_se_firmo = pdf_firmado(exp, SEGUNDO), avances(exp.foto(SEGUNDO))
    for hacer in (
        lambda: numeros.modificar_meta(exp, SEGUNDO, "2.3", replace(A_25, valor=Decimal(90))),
        lambda: numeros.volver_a_lo_programado(exp, SEGUNDO, "2.3"),
    ):
        with pytest.raises(ErrorEsperado, match="firm"):
            hacer()
    numeros.modificar_meta(exp, TERCERO, "2.3", replace(A_25, valor=Decimal(90)))
    assert (pdf_firmado(exp, SEGUNDO), avances(exp.foto(SEGUNDO))) == como_se_firmo
    plan.decir_alcance(exp, TERCERO, "trimestre")
    assert pdf_firmado(exp, SEGUNDO) == como_se_firmo[0]
    assert que_cambio(exp, SEGUNDO) == ()


def test_que_dice_el_porciento_es_del_plan_y_no_lo_cambia_nada_mas(exp: Expediente):
    antes = exp.foto(SEGUNDO)
    plan.decir_alcance(exp, SEGUNDO, "acumulado")
    despues = exp.foto(SEGUNDO)
    assert despues.plan.programa == replace(antes.plan.programa, alcance="acumulado")
    assert all(avance.del_anio == antes.alcanzado[avance.actividad.clave] for avance in avances(despues))
    deshacer(exp)
    assert exp.foto(SEGUNDO) == antes


def test_las_metas_del_anio_nuevo_se_proponen_y_ella_las_confirma_o_dice_otras(exp: Expediente):
    anio.crear_anio(exp, SEGUNDO, replace(anio.proponer_anio(exp, SEGUNDO), con_metas=True), {})
    nuevo = Trimestre(2025, 2)
    assert exp.foto(nuevo).plan.con_propuestas
    assert {avance.meta for avance in avances(exp.foto(nuevo))} == {None}, "propuestas, no cuentan"
    plan.programar(exp, nuevo, "2.1", Decimal(40))
    dicha = exp.foto(nuevo).plan.lugar["2.1"]
    assert (dicha.programado, dicha.propuesto) == ({2: 40}, {})
    plan.confirmar_metas(exp, nuevo)
    despues = exp.foto(nuevo).plan
    assert not despues.con_propuestas
    assert despues.lugar["2.1"].programado == {2: 40}, "lo que ella dijo es lo que vale"
    assert despues.lugar["2.2"].programado == exp.foto(SEGUNDO).plan.lugar["2.2"].programado
    deshacer(exp)
    assert exp.foto(nuevo).plan.lugar["2.2"].propuesto == {2: 30}
    assert not exp.foto(SEGUNDO).plan.con_propuestas


def test_la_meta_modificada_no_se_pierde_con_su_actividad_y_se_va_con_ella(
    exp: Expediente,
):
    nueva = ActividadNueva("3.4", "Archivo histórico", "", ())
    plan.agregar_actividad(exp, TERCERO, nueva)
    numeros.modificar_meta(exp, TERCERO, "3.4", A_25)
    with pytest.raises(ErrorEsperado, match="ya hay algo anotado"):
        plan.quitar_lugar(exp, TERCERO, "3.4")
    plan.mudar_actividad(exp, TERCERO, Destino("3.4", "2.6", "Archivo histórico"))
    assert exp.foto(TERCERO).modificadas == {"2.6": A_25}


def test_el_avance_impreso_dice_lo_de_la_pantalla_y_firmado_no_lo_mueve_ninguna_meta(exp: Expediente):
    antes = documento_de(exp.foto(SEGUNDO))
    for _ in range(2):
        plan.relacionar(exp, SEGUNDO, "avance", True)
    numeros.modificar_meta(exp, SEGUNDO, "2.3", A_25)
    justificar(exp, SEGUNDO, "2.3", "Vinieron de otra área.")
    plan.decir_alcance(exp, SEGUNDO, "trimestre")
    foto = exp.foto(SEGUNDO)
    (hoja,) = [seccion for seccion in documento_de(foto).secciones if seccion.marcador == "Avance"]
    (tabla,) = [bloque for bloque in hoja.bloques if isinstance(bloque, Tabla)]
    dichas = [[celda.texto for celda in fila] for fila in tabla.filas[1:]]
    assert [fila[0][:3] for fila in dichas if len(fila) > 1] == [a.actividad.numero for a in avances(foto)]
    assert dichas[4:6] == [
        ["2.3 Capacitación", *map(sin_partir, ("30 %", "25 %", "30 %", "120 %", "–", "▲ alto"))],
        [
            "Meta modificada el 20/05/2024 con UT/0534/2024: Se fueron dos capacitadores. "
            "Por qué: Vinieron de otra área."
        ],
    ]
    firmar(exp, SEGUNDO, date(2024, 7, 4))
    firmado = pdf_firmado(exp, SEGUNDO)
    plan.programar(exp, TERCERO, "2.3", Decimal(10))
    numeros.modificar_meta(exp, TERCERO, "2.3", A_25)
    plan.confirmar_metas(exp, TERCERO)
    with pytest.raises(ErrorEsperado, match="ya está firmado y lo que ahí se programó"):
        plan.programar(exp, SEGUNDO, "2.3", Decimal(90))
    assert (pdf_firmado(exp, SEGUNDO), que_cambio(exp, SEGUNDO)) == (firmado, ())
    plan.relacionar(exp, TERCERO, "avance", False)
    assert pdf_firmado(exp, SEGUNDO) == firmado
    assert {seccion.marcador for seccion in documento_de(exp.foto(TERCERO)).secciones} == {
        seccion.marcador for seccion in antes.secciones
    }


def test_lo_que_se_propone_en_lo_ya_firmado_no_se_confirma(exp: Expediente):
    anio.crear_anio(exp, SEGUNDO, replace(anio.proponer_anio(exp, SEGUNDO), con_metas=True), {})
    nuevo = Trimestre(2025, 2)
    firmar(exp, nuevo, date(2025, 7, 4))
    plan.confirmar_metas(exp, nuevo.siguiente)
    assert not exp.foto(nuevo).plan.con_propuestas
    assert not exp.foto(nuevo).plan.lugar["2.2"].programado, "se firmó sin ella"
