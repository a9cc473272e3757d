"""Otra oficina reparte sus solicitudes, dice promedios y porcentajes, y enseña el año: del plan al papel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from textwrap import dedent

from pypdf import PdfReader

from tests.en_excel.leer import formulas_de
from tests.inventado import dibujo
from tests.tercer_plan.conftest import ABRIL, JUNIO, MAYO, PRIMERO, SEGUNDO, llego
from ut_escritorio.dominio.impreso.procedencia import Desglose, desglosar
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.trimestre.conteos import LO_QUE_VA, Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.documento import Parrafo, Tabla
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import guardar_renglon
from ut_escritorio.servicios.entrega.firma import abrir_para_corregir, firmar, pdf_firmado, que_cambio
from ut_escritorio.servicios.entrega.informe import contenidos_de, exportar
from ut_escritorio.servicios.entrega.revision import revisar


def cuadros(foto: FotoTrimestre) -> list[str]:
    return [dibujo(dibujar(cuadro, foto)) for cuadro in foto.plan.cuadros]


def con_segundo(exp: Expediente) -> FotoTrimestre:
    """Abril y mayo con dos solicitudes, y junio con ninguna todavía."""
    llego(exp, date(2029, 4, 10), "Concluida", 4, "rastro")
    llego(exp, date(2029, 5, 10), "en tramite", 5, "urbano")
    for mes, numero in ((ABRIL, 0), (MAYO, 0), (JUNIO, 1)):
        capturar(exp, SEGUNDO, Casilla("recursos", 2, mes), numero)
    return exp.foto(SEGUNDO)


def test_los_cuadros_reparten_lo_contado_y_dicen_los_decimales_del_plan(exp: Expediente) -> None:
    por_area, por_medio, de_tiempo, del_anio = cuadros(exp.foto(PRIMERO))
    assert por_area == dedent(
        """\
        SOLICITUDES POR ÁREA Y ESTADO | ← | ← | ← | ←
        ÁREA | EN TRÁMITE | CONCLUIDA | DESECHADA | TODAS
        DESARROLLO URBANO | 1 | 2 | 0 | 3
        TESORERÍA MUNICIPAL | 0 | 1 | 1 | 2
        RASTRO MUNICIPAL | 0 | 1 | 0 | 1
        TOTAL | 1 | 4 | 1 | 6"""
    )
    assert por_medio.splitlines()[2:] == [
        "PLATAFORMA NACIONAL | 2 | 1 | 1 | 4 SOLICITUDES",
        "ESCRITO LIBRE | 1 | 0 | 1 | 2 SOLICITUDES",
    ]
    assert de_tiempo.splitlines()[1:] == [
        "ENERO | 3 | 20 | 6.7 | 1 | 33.33 %",
        "FEBRERO | 1 | 10 | 10.0 | 0 | 0.00 %",
        "MARZO | 2 | 13 | 6.5 | 0 | 0.00 %",
        "TRIMESTRE | 6 | 43 | 7.2 | 1 | 16.67 %",
    ]
    assert del_anio.splitlines()[2] == "SOLICITUDES | 6 | · | · | · | 6 SOLICITUDES"


def test_lo_que_va_del_anio_suma_los_trimestres_y_reparte_lo_sumado(exp: Expediente) -> None:
    *_, del_anio = cuadros(con_segundo(exp))
    assert del_anio.splitlines()[2:] == [
        "SOLICITUDES | 6 | 2 | · | · | 8 SOLICITUDES",
        "SOLICITUDES CONCLUIDAS | 5 | 1 | · | · | 6 SOLICITUDES",
        "RECURSOS DE REVISIÓN | 1 | 1 | · | · | 2 RECURSOS DE REVISIÓN",
        # 52 días entre 8 solicitudes: no es el promedio de 7.2 y 4.5
        "PROMEDIO DE DÍAS DE RESPUESTA | 7.2 | 4.5 | · | · | 6.5 DÍAS HÁBILES",
        "SOLICITUDES IMPUGNADAS | 16.67 % | 50.00 % | · | · | 25.00 POR CIENTO",
    ]
    # El trimestre que ya pasó no se llena con lo que llegó después.
    assert cuadros(exp.foto(PRIMERO))[-1].splitlines()[2] == "SOLICITUDES | 6 | · | · | · | 6 SOLICITUDES"


def textos(foto: FotoTrimestre) -> list[str]:
    bloques = [bloque for seccion in armar(foto).secciones for bloque in seccion.bloques]
    return [bloque.texto for bloque in bloques if isinstance(bloque, Parrafo)]


def test_las_frases_los_dicen_con_su_unidad_y_callan_lo_que_no_hubo(exp: Expediente) -> None:
    primero = textos(exp.foto(PRIMERO))
    assert primero[0] == "Se recibieron 6 solicitudes; concluyeron 5, en un promedio de 7.2 días hábiles."
    frase = "Cada solicitud se contestó en 7.2 días hábiles en promedio. Se impugnó el 16.67 por ciento."
    assert frase in primero
    sin_nada = replace(
        exp.foto(SEGUNDO),
        conteos=replace(
            exp.foto(SEGUNDO).conteos,
            capturados=frozenset(
                (clave, mes) for clave in ("solicitudes", "dias", "recursos") for mes in SEGUNDO.meses
            ),
        ),
    )
    assert cuadros(sin_nada)[2].splitlines()[-1] == "TRIMESTRE | 0 | 0 | – | 0 | –"
    assert textos(sin_nada) == ["Se recibieron 0 solicitudes; concluyeron 0."]


def desglose(foto: FotoTrimestre, clave: str, trimestre: int = 2) -> Desglose:
    return desglosar(foto, Casilla(clave, trimestre))


def test_de_donde_salio_cada_uno(exp: Expediente) -> None:
    foto = con_segundo(exp)
    (clave,) = [c for c in foto.plan.cifra if "origen=rastro" in c and "=Concluida" in c]
    parte = desglose(foto, clave)
    assert parte.nombre == "Solicitudes, RASTRO MUNICIPAL, Concluida, todo el trimestre"
    assert parte.como == "Se cuentan 1, de 2 renglones de Solicitudes."
    assert [(pieza.valor, pieza.sitio.origen.clase) for pieza in parte.piezas] == [(1, "renglon")]
    promedio = desglose(foto, "promedio_de_dias")
    assert promedio.valor.numero == Decimal("4.5")
    assert promedio.como == "Se reparten unos entre otros; se redondea a un decimal."
    assert [(pieza.texto, pieza.valor) for pieza in promedio.piezas] == [
        ("De Días de respuesta, todo el trimestre", 9),
        ("Entre Solicitudes, todo el trimestre", 2),
    ]
    va = desglose(foto, "concluidas", LO_QUE_VA)
    assert [(pieza.texto, pieza.valor) for pieza in va.piezas] == [
        ("Solicitudes concluidas, 1º trimestre", 5),
        ("Solicitudes concluidas, todo el trimestre", 1),
    ]
    assert desglose(foto, "concluidas", 1).como.startswith("Es lo del 1º trimestre")


def dichos(exp: Expediente) -> dict[str, str]:
    hallados = revisar(exp.foto(SEGUNDO), date(2029, 7, 4))
    return {hallado.codigo: hallado.mensaje for hallado in hallados}


def test_la_revision_dice_lo_que_el_reparto_deja_fuera_o_cuenta_dos_veces(exp: Expediente) -> None:
    con_segundo(exp)
    assert not {"fuera_del_cuadro", "dos_veces_en_el_cuadro", "trimestre_sin_dato"} & dichos(exp).keys()
    assert dichos(exp)["sin_capturar"] == (
        "Falta junio en Solicitudes, Días de respuesta, Promedio de días de respuesta "
        "y Solicitudes impugnadas."
    )
    llego(exp, date(2029, 6, 5), "Prevenida", 1, "urbano", "rastro")
    capturar(exp, PRIMERO, Casilla("recursos", 1, 2), None)
    assert dichos(exp)["fuera_del_cuadro"] == (
        "Un renglón va en «OTROS» en el cuadro de Solicitudes (1.2): "
        "en «Estado» no dice «En trámite», «Concluida» y «Desechada»."
    )
    assert dichos(exp)["dos_veces_en_el_cuadro"] == (
        "Un renglón se cuenta más de una vez en el cuadro de Solicitudes (1.2): en «Área» dicen varios. "
        "El total los cuenta una sola vez."
    )
    assert dichos(exp)["trimestre_sin_dato"] == (
        "Falta el 1º trimestre en Recursos de revisión y Solicitudes impugnadas: "
        "sin él no se sabe lo que va del año. Escríbalo en ese trimestre."
    )


def test_firmado_no_cambia_y_al_corregir_se_dice_cada_numero_que_arrastro(exp: Expediente) -> None:
    con_segundo(exp)
    firmar(exp, PRIMERO, date(2029, 4, 5))
    bytes_de_entonces = pdf_firmado(exp, PRIMERO)
    llego(exp, date(2029, 6, 5), "Concluida", 3, "rastro")
    assert que_cambio(exp, PRIMERO) == ()
    firmar(exp, SEGUNDO, date(2029, 7, 4))
    assert que_cambio(exp, SEGUNDO) == ()
    assert pdf_firmado(exp, PRIMERO) == bytes_de_entonces
    abrir_para_corregir(exp, PRIMERO, "Faltaba un estado.")
    uno = next(r for r in exp.foto(PRIMERO).renglones if r.campos["estado"] == "En tramite")
    guardar_renglon(exp, PRIMERO, replace(uno, campos={"estado": "Concluida"}, cantidad=24))
    cambios = {(d.que, d.antes, d.ahora) for d in que_cambio(exp, PRIMERO)}
    assert ("Solicitudes, DESARROLLO URBANO, Concluida, todo el trimestre", "2", "3") in cambios
    assert ("Promedio de días de respuesta, todo el trimestre", "7.2", "10.2") in cambios
    en_el_segundo = {(d.que, d.antes, d.ahora) for d in que_cambio(exp, SEGUNDO)}
    assert ("Solicitudes concluidas, 1º trimestre", "5", "6") in en_el_segundo
    assert ("Promedio de días de respuesta, lo que va del año", "6.1", "8.1") in en_el_segundo


def test_en_pdf_con_sus_rotulos_y_sus_datos_y_en_excel_como_numeros_que_suman(
    exp: Expediente, tmp_path: Path
) -> None:
    foto = con_segundo(exp)
    pdf, excel = tmp_path / "informe.pdf", tmp_path / "informe.xlsx"
    exportar(foto, contenidos_de(exp, foto), pdf)
    exportar(foto, contenidos_de(exp, foto), excel)
    (datos,) = PdfReader(BytesIO(pdf.read_bytes())).attachments["cuadros.csv"]
    escrito = datos.decode("utf-8-sig")
    assert "PROMEDIO DE DÍAS DE RESPUESTA" in escrito
    assert "TRIMESTRES DE 2029 / SEGUNDO TRIMESTRE" in escrito
    tablas = [b for s in armar(foto).secciones for b in s.bloques if isinstance(b, Tabla)]
    assert len(tablas) == 4
    formulas = formulas_de(excel.read_bytes())
    assert "SUM(B7:C7)" in str(formulas)
