"""«Ya está firmado»: se guarda lo que se firmó, el trimestre se cierra y siempre da los mismos bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE, abrir, ahora
from ut_escritorio.datos import esquema as e
from ut_escritorio.dominio.trimestre.eleccion import FirmanteElegido
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.pdf import Cancelado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import nuevo_renglon, quitar_renglon
from ut_escritorio.servicios.captura.textos import escribir_a_mano
from ut_escritorio.servicios.entrega.correccion import corrigiendo
from ut_escritorio.servicios.entrega.eleccion import elegir_firmante, elegir_leyenda, elegir_membrete
from ut_escritorio.servicios.entrega.firma import (
    abrir_para_corregir,
    firmados,
    firmar,
    guardar_firmado,
    pdf_firmado,
    preparar_firma,
)
from ut_escritorio.servicios.entrega.informe import contenidos_de, exportar

EL_4 = date(2031, 7, 4)


def huella(octetos: bytes) -> str:
    return hashlib.sha256(octetos).hexdigest()


def exportado(exp: Expediente, salida: Path, **opciones: bool) -> bytes:
    foto = exp.foto(TRIMESTRE)
    exportar(foto, contenidos_de(exp, foto), salida, **opciones)
    return salida.read_bytes()


def test_lo_firmado_es_lo_que_se_exportaba(exp: Expediente, tmp_path: Path):
    antes = exportado(exp, tmp_path / "antes.pdf")
    assert firmar(exp, TRIMESTRE, EL_4).cosas == {"firmados", "ajustes"}
    assert pdf_firmado(exp, TRIMESTRE) == antes
    (firmado,) = firmados(exp)
    assert (firmado.trimestre, firmado.version, firmado.fecha, firmado.cuando) == (
        TRIMESTRE,
        1,
        EL_4,
        ahora(),
    )
    assert (firmado.sha256, firmado.vigente, firmado.motivo) == (huella(antes), True, "")
    assert exp.foto(TRIMESTRE).firmado


def test_reexportar_da_lo_firmado_tras_reabrir_y_tras_cambiar_el_catalogo(
    exp: Expediente, archivo: Path, tmp_path: Path
):
    firmar(exp, TRIMESTRE, EL_4)
    firmado = firmados(exp)[0].sha256
    exp.cerrar()
    with abrir(archivo) as otra:
        assert huella(exportado(otra, tmp_path / "uno.pdf")) == firmado
        with otra.base.accion("Cambiar el catálogo"):
            otra.base.cambia(e.Persona, e.Persona.clave == "ana", nombre="Otra Persona")
            otra.base.cambia(e.Papel, e.Papel.clave == "hoja", pie="Otro pie")
            otra.base.cambia(e.Plan, e.Plan.ejercicio == 2031, leyenda="Otra leyenda")
        assert huella(exportado(otra, tmp_path / "dos.pdf")) == firmado
        hoy = exportado(otra, tmp_path / "hoy.pdf", datos_de_hoy=True)
    assert huella(hoy) != firmado


def test_los_datos_de_hoy_de_un_trimestre_cerrado_salen_borrador(exp: Expediente, tmp_path: Path):
    firmar(exp, TRIMESTRE, EL_4)
    foto = exp.foto(TRIMESTRE)
    hecho = exportar(foto, contenidos_de(exp, foto), tmp_path / "hoy.pdf", datos_de_hoy=True)
    assert hecho.por_corregir[0] == "Son los datos de hoy, no los que se firmaron."
    assert not hecho.firmado


def test_exportar_lo_firmado_lleva_a_sus_hojas(exp: Expediente, tmp_path: Path):
    foto = exp.foto(TRIMESTRE)
    antes = exportar(foto, contenidos_de(exp, foto), tmp_path / "antes.pdf")
    firmar(exp, TRIMESTRE, EL_4)
    foto = exp.foto(TRIMESTRE)
    despues = exportar(foto, contenidos_de(exp, foto), tmp_path / "despues.pdf")
    assert (despues.hojas, despues.paginas, despues.firmado) == (antes.hojas, antes.paginas, True)


def test_un_trimestre_firmado_no_se_cambia(exp: Expediente):
    firmar(exp, TRIMESTRE, EL_4)
    uid = exp.foto(TRIMESTRE).renglones[0].uid
    foto = exp.foto(TRIMESTRE)
    for gesto in (
        lambda: capturar(exp, TRIMESTRE, ABRIL, 78),
        lambda: nuevo_renglon(exp, TRIMESTRE, PASO, asunto="tarde"),
        lambda: quitar_renglon(exp, TRIMESTRE, uid),
        lambda: escribir_a_mano(exp, TRIMESTRE, "lugar:1.1", "otro", ""),
        lambda: elegir_leyenda(exp, TRIMESTRE, "otra"),
        lambda: elegir_firmante(exp, TRIMESTRE, "jefa", FirmanteElegido("beto", "Suplente")),
        lambda: firmar(exp, TRIMESTRE, EL_4),
    ):
        with pytest.raises(ErrorEsperado, match="ya está firmado"):
            gesto()
    assert exp.foto(TRIMESTRE) == foto


def test_lo_guardado_de_una_firma_no_se_cambia_ni_se_quita(exp: Expediente):
    firmar(exp, TRIMESTRE, EL_4)
    for gesto in (
        lambda: exp.base.cambia(e.Firma, e.Firma.version == 1, fecha=date(2031, 8, 1)),
        lambda: exp.base.cambia(e.Firma, e.Firma.version == 1, pdf="0" * 64),
        lambda: exp.base.borra(e.Firma, e.Firma.version == 1),
        lambda: exp.base.borra(e.Contenido, e.Contenido.sha256 == firmados(exp)[0].sha256),
    ):
        with pytest.raises(Exception, match="solo se agrega"), exp.base.accion("Cambiar lo firmado"):
            gesto()
    assert firmados(exp)[0].fecha == EL_4


def test_corregir_pide_el_motivo_lo_guarda_y_se_vuelve_a_firmar(exp: Expediente):
    firmar(exp, TRIMESTRE, EL_4)
    primero = pdf_firmado(exp, TRIMESTRE)
    for motivo in ("", "  \n"):
        with pytest.raises(ErrorEsperado, match="Escriba por qué"):
            abrir_para_corregir(exp, TRIMESTRE, motivo)
    abrir_para_corregir(exp, TRIMESTRE, " Faltó una visita ")
    assert exp.foto(TRIMESTRE).firmado is None
    assert corrigiendo(exp, exp.foto(TRIMESTRE)) == EL_4
    capturar(exp, TRIMESTRE, ABRIL, 78)
    firmar(exp, TRIMESTRE, date(2031, 7, 11))
    assert corrigiendo(exp, exp.foto(TRIMESTRE)) is None, "ya firmado, nada se está corrigiendo"
    uno, dos = firmados(exp)
    assert (uno.motivo, uno.vigente, dos.motivo, dos.vigente) == ("Faltó una visita", False, "", True)
    assert pdf_firmado(exp, TRIMESTRE, 1) == primero
    assert pdf_firmado(exp, TRIMESTRE) == pdf_firmado(exp, TRIMESTRE, 2) != primero


def test_lo_que_no_se_puede_se_dice(exp: Expediente):
    with pytest.raises(ErrorEsperado, match="no se ha firmado"):
        pdf_firmado(exp, TRIMESTRE)
    with pytest.raises(ErrorEsperado, match="no está firmado"):
        abrir_para_corregir(exp, TRIMESTRE, "por gusto")
    with pytest.raises(ErrorEsperado, match="no pudo firmarse el 31/03/2031"):
        firmar(exp, TRIMESTRE, date(2031, 3, 31))
    firmar(exp, TRIMESTRE, EL_4)
    with pytest.raises(ErrorEsperado, match="versión firmada 2"):
        pdf_firmado(exp, TRIMESTRE, 2)


def test_si_algo_cambia_mientras_se_prepara_no_se_firma(exp: Expediente):
    foto = exp.foto(TRIMESTRE)
    listo = preparar_firma(foto, contenidos_de(exp, foto), EL_4)
    capturar(exp, TRIMESTRE, ABRIL, 78)
    with pytest.raises(ErrorEsperado, match="cambió mientras se preparaba"):
        guardar_firmado(exp, listo)
    assert firmados(exp) == ()


def test_firmar_se_puede_cancelar(exp: Expediente):
    foto = exp.foto(TRIMESTRE)
    with pytest.raises(Cancelado):
        preparar_firma(foto, contenidos_de(exp, foto), EL_4, cancelado=lambda: True)


def test_dos_exportaciones_en_procesos_distintos_dan_los_mismos_bytes(
    exp: Expediente, archivo: Path, tmp_path: Path
):
    exp.cerrar()
    orden = [sys.executable, "-m", "ut_escritorio", "exportar", str(archivo), "--ejercicio", "2031"]
    huellas = set()
    for semilla in ("1", "2"):
        salida = tmp_path / f"{semilla}.pdf"
        subprocess.run(
            [*orden, "--trimestre", "2", "--salida", str(salida)],
            env=os.environ | {"PYTHONHASHSEED": semilla, "PYTHONUTF8": "1", "TZ": f"UTC{semilla}"},
            check=True,
            capture_output=True,
        )
        huellas.add(huella(salida.read_bytes()))
    assert len(huellas) == 1


def test_el_informe_lleva_lo_que_se_eligio_solo_para_el(exp: Expediente):
    de_siempre = exp.foto(TRIMESTRE)
    elegir_membrete(exp, TRIMESTRE, "hoja")
    elegir_leyenda(exp, TRIMESTRE, "Otra leyenda")
    elegir_firmante(exp, TRIMESTRE, "jefa", FirmanteElegido("beto", "Suplente"))
    foto, otro = exp.foto(TRIMESTRE), exp.foto(replace(TRIMESTRE, numero=3))
    assert foto.plan.leyenda == "Otra leyenda"
    assert [n.persona for n in foto.catalogo.nombramientos if n.puesto == "jefa"] == ["beto"]
    assert (otro.plan, otro.catalogo) == (de_siempre.plan, de_siempre.catalogo)
    with pytest.raises(ErrorEsperado, match="No está en la lista ese membrete"):
        elegir_membrete(exp, TRIMESTRE, "no existe")
