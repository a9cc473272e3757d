"""Los anexos del informe: qué sale, con qué número, quién lo cita, y que lo firmado se queda como salió."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.evidencias.archivos import MIERCOLES, correo, escaneo, foto, hoja_con_texto_tapado
from tests.oficios.contra_el_libro import TRIMESTRE
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.anexos import LosAnexos
from ut_escritorio.dominio.trimestre.anexos import dichos
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.documento import Documento, Figuras, Parrafo, Seccion, Tabla, Titulo
from ut_escritorio.servicios.archivo import historia
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.textos import escribir_a_mano
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.entrega.anexos import anexos_aparte, exportar_anexos
from ut_escritorio.servicios.entrega.informe import contenidos_de, documento_de, exportar
from ut_escritorio.servicios.evidencias import adjuntar as servicio
from ut_escritorio.servicios.evidencias.pintor import pintar_hoja
from ut_escritorio.servicios.evidencias.preparar import PorAdjuntar, preparar
from ut_escritorio.servicios.oficina.plan import anexar
from ut_escritorio.servicios.oficios.libro import leer_libro

AL_FINAL = LosAnexos("al final", citados=True)
UNA, OTRA, ACUSE = ("IMG_1.jpg", foto()), ("IMG_2.jpg", foto(color="green")), ("acuse.pdf", escaneo(3))
EL_4 = date(2024, 7, 4)


def sesiones(exp: Expediente) -> list[Origen]:
    return [Origen("renglon", r.uid) for r in exp.foto(TRIMESTRE).renglones if r.medio == "sesion"]


def que_dice_un_oficio(exp: Expediente) -> tuple[Origen, Origen]:
    """Un renglón que dice un solo oficio, y ese oficio en el libro."""
    renglon = next(r for r in exp.foto(TRIMESTRE).renglones if r.lugar == "1.2/2" and len(r.citas) == 1)
    (fila,) = (f for f in leer_libro(exp, 2024).filas if f.oficio.folio == renglon.citas[0].folio)
    return Origen("renglon", renglon.uid), Origen("libro", fila.oficio.uid)


def adjuntar(exp: Expediente, dueno: Origen, *dados: tuple[str, bytes], salen: bool = True) -> list[str]:
    pedidos = [PorAdjuntar(nombre, octetos=octetos) for nombre, octetos in dados]
    servicio.adjuntar(exp, TRIMESTRE, dueno, preparar(pedidos, lambda a, b: None, lambda: False))
    suyas = [e for e in servicio.evidencias_de(exp, TRIMESTRE, dueno) if e.dueno == dueno][-len(dados) :]
    for cada in suyas:
        if salen and not cada.sale and cada.puede_salir:
            servicio.salir(exp, TRIMESTRE, cada.uid, True)
    return [cada.uid for cada in suyas]


def documento(exp: Expediente) -> Documento:
    return documento_de(exp.foto(TRIMESTRE))


def de_anexos(exp: Expediente) -> list[Seccion]:
    return [s for s in documento(exp).secciones if s.origen.startswith(("informe:anexos", "informe:lista"))]


def titulos(secciones: list[Seccion]) -> list[str]:
    bloques = [b for seccion in secciones for b in seccion.bloques]
    return [b.texto for b in bloques if isinstance(b, Titulo) and b.nivel == 2]


def frase_de(exp: Expediente, dueno: Origen) -> str:
    bloques = (b for s in documento(exp).secciones for b in s.bloques)
    return next(b.texto for b in bloques if isinstance(b, Parrafo) and b.origen == dueno)


def en_pdf(exp: Expediente, salida: Path) -> PdfReader:
    foto_ = exp.foto(TRIMESTRE)
    hecho = exportar(foto_, contenidos_de(exp, foto_, pintar_hoja), salida)
    assert hecho.avisos == ()
    return PdfReader(BytesIO(salida.read_bytes()))


@pytest.mark.parametrize(
    ("numeros", "dicho"),
    [((), ""), ((3,), "Anexo 3"), ((1, 2), "Anexos 1 y 2"), ((4, 1, 2, 3), "Anexos 1 a 4"),
     ((1, 3, 5, 6, 7), "Anexos 1, 3 y 5 a 7")],
)  # fmt: skip
def test_los_numeros_como_se_citan(numeros: tuple[int, ...], dicho: str):
    assert dichos(numeros) == dicho


def test_mientras_no_se_pidan_adjuntar_no_cambia_el_informe(ejemplo: Expediente):
    antes = documento(ejemplo)
    adjuntar(ejemplo, sesiones(ejemplo)[0], UNA)
    assert documento(ejemplo) == antes


def test_se_numeran_por_departamento_en_el_orden_del_informe_y_la_frase_los_cita(ejemplo: Expediente):
    sesion, (renglon, _) = sesiones(ejemplo)[0], que_dice_un_oficio(ejemplo)
    adjuntar(ejemplo, sesion, UNA, OTRA)
    adjuntar(ejemplo, renglon, ACUSE)
    anexar(ejemplo, TRIMESTRE, AL_FINAL)
    primera, segunda = de_anexos(ejemplo)
    assert documento(ejemplo).secciones[-2:] == (primera, segunda), "tras la última firma"
    assert primera.marcador == "Anexos – Vinculación con la Sociedad y Gobierno Abierto"
    assert titulos([primera, segunda]) == ["ANEXO 1 · 1.2 paso 2 · Portal", "ANEXO 2 · 2.3 · Capacitación"]
    assert frase_de(ejemplo, renglon).endswith(" (Anexo 1).")
    assert "(Anexo 2)." in " ".join(
        b.texto for s in documento(ejemplo).secciones for b in s.bloques if isinstance(b, Parrafo)
    )


def test_el_mismo_contenido_en_dos_lados_se_imprime_una_vez_y_los_dos_lo_citan(ejemplo: Expediente):
    una, otra = sesiones(ejemplo)[0], sesiones(ejemplo)[-1]
    adjuntar(ejemplo, una, UNA)
    adjuntar(ejemplo, otra, UNA, OTRA)
    anexar(ejemplo, TRIMESTRE, AL_FINAL)
    citas = ejemplo.foto(TRIMESTRE).anexos.citas
    assert citas[una] == (1,) and citas[otra] == (1, 2)
    assert len(list(documento(ejemplo).figuras)) == 2


def test_solo_sale_lo_marcado_y_de_entrada_son_las_fotos(ejemplo: Expediente):
    sesion = sesiones(ejemplo)[0]
    adjuntar(
        ejemplo,
        sesion,
        UNA,
        ACUSE,
        ("correo.eml", correo()),
        ("cifrado.pdf", escaneo(2, clave="x")),
        salen=False,
    )
    anexar(ejemplo, TRIMESTRE, AL_FINAL)
    assert [f.pie for f in documento(ejemplo).figuras] == ["Foto 1."]
    todas = servicio.evidencias_de(ejemplo, TRIMESTRE, sesion)
    assert [e.puede_salir for e in todas] == [True, True, False, False]
    servicio.salir(ejemplo, TRIMESTRE, todas[0].uid, False)
    assert not de_anexos(ejemplo), "sin nada que salga no hay hojas"
    historia.deshacer(ejemplo)
    assert de_anexos(ejemplo)


def test_lo_que_no_toco_no_lleva_anexos_y_al_mover_el_renglon_se_van_con_el(ejemplo: Expediente):
    adjuntar(ejemplo, Origen("lugar", "1.1"), UNA)
    anexar(ejemplo, TRIMESTRE, AL_FINAL)
    assert titulos(de_anexos(ejemplo)) == ["ANEXO 1 · 1.1 · Carteles y video"]
    foto_ = ejemplo.foto(TRIMESTRE)
    assert not replace(foto_, sin_actividad=frozenset({"1.1"})).anexos.todos


def test_la_foto_que_queda_sola_va_al_centro_en_pdf_como_en_word(ejemplo: Expediente, tmp_path: Path):
    adjuntar(ejemplo, sesiones(ejemplo)[0], UNA, OTRA, ("IMG_3.jpg", foto(color="blue")))
    anexar(ejemplo, TRIMESTRE, AL_FINAL)
    hoja = en_pdf(ejemplo, tmp_path / "informe.pdf").pages[-1]
    puestas: list[tuple[float, float]] = []

    def anotar(operador: bytes, _: object, cm: list[float], __: object) -> None:
        if operador == b"Do":
            puestas.append((cm[4] + cm[0] / 2, cm[5]))

    hoja.extract_text(visitor_operand_before=anotar)
    fotos = sorted(puestas[-3:], key=lambda puesta: -puesta[1])
    izquierda, derecha = sorted(x for x, _ in fotos[:2])
    assert fotos[0][1] == fotos[1][1] > fotos[2][1], "dos arriba y una abajo"
    assert fotos[2][0] == pytest.approx((izquierda + derecha) / 2, abs=0.5)


def test_un_pdf_lleva_cada_hoja_bajo_el_membrete_y_dice_cual_es(ejemplo: Expediente, tmp_path: Path):
    adjuntar(ejemplo, que_dice_un_oficio(ejemplo)[0], ACUSE)
    anexar(ejemplo, TRIMESTRE, AL_FINAL)
    antes = len(PdfReader(BytesIO(_sin_anexos(ejemplo, tmp_path))).pages)
    leido = en_pdf(ejemplo, tmp_path / "informe.pdf")
    dichas = [hoja.extract_text() for hoja in leido.pages[antes:]]
    assert len(dichas) == 3 and all("Unidad de Transparencia" in dicha for dicha in dichas)
    assert "ANEXO 1" in dichas[0] and "hoja 1 de 3" in dichas[0]
    assert "Anexo 1, hoja 2 de 3" in dichas[1] and "Anexo 1, hoja 3 de 3" in dichas[2]


def _sin_anexos(exp: Expediente, carpeta: Path) -> bytes:
    foto_ = replace(exp.foto(TRIMESTRE), evidencias={})
    exportar(foto_, contenidos_de(exp, foto_), carpeta / "sin.pdf")
    return (carpeta / "sin.pdf").read_bytes()


def test_de_una_hoja_solo_va_lo_que_se_ve(ejemplo: Expediente, tmp_path: Path):
    """Lo que se tapó en un escaneo lleva debajo su texto, y el informe se publica."""
    adjuntar(ejemplo, que_dice_un_oficio(ejemplo)[0], ("testado.pdf", hoja_con_texto_tapado("CURP SECRETA")))
    anexar(ejemplo, TRIMESTRE, AL_FINAL)
    leido = en_pdf(ejemplo, tmp_path / "informe.pdf")
    assert not any("SECRETA" in hoja.extract_text() for hoja in leido.pages)
    assert b"SECRETA" not in (tmp_path / "informe.pdf").read_bytes()


def test_la_que_no_se_deja_leer_se_dice_y_no_queda_en_blanco(ejemplo: Expediente, tmp_path: Path):
    adjuntar(ejemplo, que_dice_un_oficio(ejemplo)[0], ACUSE)
    anexar(ejemplo, TRIMESTRE, AL_FINAL)

    def no_se_deja(octetos: bytes, hoja: int):
        raise ErrorEsperado("no")

    foto_ = ejemplo.foto(TRIMESTRE)
    hecho = exportar(foto_, contenidos_de(ejemplo, foto_, no_se_deja), tmp_path / "informe.pdf")
    (dicho,) = hecho.avisos
    assert "Hoja 1 de 3 de «acuse.pdf», como imagen. Ni otras 2 hojas suyas." in dicho
    assert "como imagen" in PdfReader(tmp_path / "informe.pdf").pages[-1].extract_text()


def test_sin_quien_pinte_las_hojas_se_dice_antes_de_empezar(ejemplo: Expediente):
    adjuntar(ejemplo, que_dice_un_oficio(ejemplo)[0], ACUSE)
    anexar(ejemplo, TRIMESTRE, AL_FINAL)
    with pytest.raises(ErrorEsperado, match="PDF adjunto"):
        contenidos_de(ejemplo, ejemplo.foto(TRIMESTRE))


def test_la_ficha_de_cada_sesion_va_en_su_hoja_con_lo_que_se_sabe(ejemplo: Expediente, tmp_path: Path):
    primera, *otras = sesiones(ejemplo)
    adjuntar(ejemplo, que_dice_un_oficio(ejemplo)[0], ACUSE)  # son dos departamentos: cada uno con su título
    adjuntar(
        ejemplo,
        primera,
        *(
            (f"{n}.jpg", foto(color=color))
            for n, color in enumerate(("red", "blue", "green", "gold", "gray"))
        ),
    )
    anexar(ejemplo, TRIMESTRE, replace(AL_FINAL, con_fichas=True))
    fichas = [s for s in de_anexos(ejemplo) if any("FICHA" in getattr(b, "texto", "") for b in s.bloques)]
    assert len(fichas) == 1 + len(otras)
    (tabla,) = (b for b in fichas[0].bloques if isinstance(b, Tabla))
    dicho = {fila[0].texto: fila[1].texto for fila in tabla.filas}
    assert dicho["Tema"] == "Obligaciones en Materia de Datos Personales"
    assert dicho["Fecha"] == "9 de abril de 2024" and dicho["Lugar"] == "______"
    en_la_ficha, despues = (b for b in fichas[0].bloques if isinstance(b, Figuras))
    assert len(en_la_ficha.figuras) == 4 and [f.pie for f in despues.figuras] == ["Foto 5."]
    leido = en_pdf(ejemplo, tmp_path / "informe.pdf")
    hojas = [hoja.extract_text() for hoja in leido.pages]
    assert sum("FICHA DE CAPACITACIÓN" in hoja and "Elaboró" in hoja for hoja in hojas) == 1 + len(otras)


def test_la_lista_nombra_todas_tambien_las_que_no_salen(ejemplo: Expediente):
    adjuntar(ejemplo, sesiones(ejemplo)[0], UNA)
    adjuntar(ejemplo, sesiones(ejemplo)[0], ACUSE, ("correo.eml", correo("Se confirma")), salen=False)
    anexar(ejemplo, TRIMESTRE, replace(AL_FINAL, lista=True))
    (tabla,) = (b for b in de_anexos(ejemplo)[-1].bloques if isinstance(b, Tabla))
    assert [(fila[0].texto, fila[2].texto, fila[3].texto) for fila in tabla.filas[1:]] == [
        ("1", "IMG_1.jpg", "–"), ("–", "acuse.pdf", "3"),
        ("–", "Se confirma · Tesorería <tesoreria@ejemplo.mx>", "–"),
    ]  # fmt: skip


def test_lo_escrito_a_mano_no_se_toca_y_se_sabe_que_cambio(ejemplo: Expediente):
    renglon, _ = que_dice_un_oficio(ejemplo)
    antes = frase_de(ejemplo, renglon)
    escribir_a_mano(ejemplo, TRIMESTRE, renglon, "Como yo lo digo (Anexo 7).", antes)
    adjuntar(ejemplo, renglon, ACUSE)
    anexar(ejemplo, TRIMESTRE, AL_FINAL)
    assert frase_de(ejemplo, renglon) == "Como yo lo digo (Anexo 7)."


# Lo firmado


def firmado(exp: Expediente, como: LosAnexos = AL_FINAL) -> tuple[Origen, bytes]:
    """Con una foto de una sesión y el acuse de un oficio; devuelve ese oficio y lo que se firmó."""
    adjuntar(exp, sesiones(exp)[0], UNA)
    _, oficio = que_dice_un_oficio(exp)
    adjuntar(exp, oficio, ACUSE)
    anexar(exp, TRIMESTRE, como)
    firma.firmar(exp, TRIMESTRE, EL_4, pintar_hoja)
    assert firma.que_cambio(exp, TRIMESTRE) == ()
    return oficio, firma.pdf_firmado(exp, TRIMESTRE)


def test_lo_firmado_se_queda_con_los_anexos_con_que_salio(ejemplo: Expediente):
    oficio, antes = firmado(ejemplo)
    (acuse,) = servicio.evidencias_de(ejemplo, TRIMESTRE, oficio)
    assert acuse.firme
    for cambio in (
        lambda: servicio.poner_pie(ejemplo, TRIMESTRE, acuse.uid, "otro"),
        lambda: servicio.salir(ejemplo, TRIMESTRE, acuse.uid, False),
        lambda: servicio.quitar(ejemplo, TRIMESTRE, (acuse.uid,)),
    ):
        with pytest.raises(ErrorEsperado):
            cambio()
    assert firma.pdf_firmado(ejemplo, TRIMESTRE) == antes
    assert firma.que_cambio(ejemplo, TRIMESTRE) == ()


def test_lo_que_llega_ya_firmado_no_cambia_lo_que_se_firmo(ejemplo: Expediente):
    oficio, antes = firmado(ejemplo)
    adjuntar(ejemplo, oficio, OTRA)
    adjuntar(ejemplo, sesiones(ejemplo)[1], OTRA)
    cambios = firma.que_cambio(ejemplo, TRIMESTRE)
    assert [cambio.que.startswith("Una evidencia de ") for cambio in cambios] == [True, True]
    assert firma.pdf_firmado(ejemplo, TRIMESTRE) == antes


def test_abierto_para_corregir_un_pie_cambiado_sale_en_que_cambio(ejemplo: Expediente):
    firmado(ejemplo)
    firma.abrir_para_corregir(ejemplo, TRIMESTRE, "Faltaba un pie")
    (foto_,) = servicio.evidencias_de(ejemplo, TRIMESTRE, sesiones(ejemplo)[0])
    servicio.poner_pie(ejemplo, TRIMESTRE, foto_.uid, "La sesión del 9 de abril")
    (cambio,) = firma.que_cambio(ejemplo, TRIMESTRE)
    assert cambio.que == "Una evidencia de 2.3" and cambio.ahora == "Foto 1. La sesión del 9 de abril"


def test_pedidos_en_el_tercero_lo_firmado_del_segundo_no_cambia(ejemplo: Expediente):
    adjuntar(ejemplo, sesiones(ejemplo)[0], UNA)
    firma.firmar(ejemplo, TRIMESTRE, EL_4)
    antes = firma.pdf_firmado(ejemplo, TRIMESTRE)
    anexar(ejemplo, TRIMESTRE.siguiente, AL_FINAL)
    assert firma.pdf_firmado(ejemplo, TRIMESTRE) == antes


def test_aparte_van_en_su_pdf_y_firmados_siguen_siendo_los_mismos(ejemplo: Expediente, tmp_path: Path):
    aparte = LosAnexos("aparte", citados=True)
    oficio, pdf = firmado(ejemplo, aparte)
    assert not any("ANEXO" in hoja.extract_text() for hoja in PdfReader(BytesIO(pdf)).pages)

    def anexos(nombre: str) -> bytes:
        exportar_anexos(anexos_aparte(ejemplo, ejemplo.foto(TRIMESTRE), pintar_hoja), tmp_path / nombre)
        return (tmp_path / nombre).read_bytes()

    antes = anexos("a.pdf")
    assert "ANEXO 1" in PdfReader(BytesIO(antes)).pages[0].extract_text()
    with pytest.raises(ErrorEsperado):
        servicio.quitar(
            ejemplo, TRIMESTRE, [e.uid for e in servicio.evidencias_de(ejemplo, TRIMESTRE, oficio)]
        )
    assert anexos("b.pdf") == antes


def test_los_que_van_aparte_no_van_en_word_y_se_dice(ejemplo: Expediente, tmp_path: Path):
    adjuntar(ejemplo, que_dice_un_oficio(ejemplo)[0], UNA)
    anexar(ejemplo, TRIMESTRE, LosAnexos("aparte"))
    foto_ = ejemplo.foto(TRIMESTRE)
    (dicho,) = exportar(foto_, contenidos_de(ejemplo, foto_), tmp_path / "informe.docx").avisos
    assert dicho == "Los anexos van aparte, y solo en PDF: en Informe, «Anexos en PDF…»."


def test_si_no_van_aparte_se_dice(ejemplo: Expediente):
    anexar(ejemplo, TRIMESTRE, AL_FINAL)
    with pytest.raises(ErrorEsperado, match="no lleva anexos aparte"):
        anexos_aparte(ejemplo, ejemplo.foto(TRIMESTRE), pintar_hoja)


# Los mismos datos, los mismos bytes, y nada de lo que el teléfono anota


def test_los_mismos_bytes_en_otro_proceso_y_sin_lo_que_el_telefono_anota(ejemplo: Expediente, tmp_path: Path):
    adjuntar(ejemplo, sesiones(ejemplo)[0], ("a.jpg", foto(cuando=MIERCOLES)), OTRA)
    adjuntar(ejemplo, que_dice_un_oficio(ejemplo)[0], ACUSE)
    anexar(ejemplo, TRIMESTRE, replace(AL_FINAL, con_fichas=True, lista=True))
    en_pdf(ejemplo, tmp_path / "uno.pdf")
    ejemplo.cerrar()
    uno = (tmp_path / "uno.pdf").read_bytes()
    assert b"Exif" not in uno and "Teléfono".encode() not in uno and b"GPS" not in uno
    orden = [
        sys.executable, "-m", "ut_escritorio", "exportar", str(tmp_path / "ejemplo.sqlite"),
        "--ejercicio", "2024", "--trimestre", "2", "--salida", str(tmp_path / "otro.pdf"),
    ]  # fmt: skip
    sin_pantalla = {n: v for n, v in os.environ.items() if n not in ("DISPLAY", "QT_QPA_PLATFORM")}
    subprocess.run(orden, check=True, capture_output=True, env={**sin_pantalla, "PYTHONHASHSEED": "1"})
    otro = (tmp_path / "otro.pdf").read_bytes()
    assert hashlib.sha256(otro).digest() == hashlib.sha256(uno).digest()
