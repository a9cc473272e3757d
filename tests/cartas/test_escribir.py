"""Escribir cartas: con qué empiezan, lo que se conserva al imprimir, corregir, deshacer y las plantillas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from sqlite3 import IntegrityError
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from tests.cartas.conftest import HOY, carta_de, dicha, escribir, nueva
from tests.datos.oficina import PASO, TRIMESTRE
from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.motor.vigias import SOLO_SE_AGREGA
from ut_escritorio.dominio.oficios.libro import Pedido, pedidos
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, por_deshacer
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.entrega.remision import guardar_oficio
from ut_escritorio.servicios.oficina.catalogos import poner_ocupante
from ut_escritorio.servicios.oficios import anotar, cartas, imprimir, numeros, tomar
from ut_escritorio.servicios.oficios.libro import leer_libro

TERCERO = Trimestre(2031, 3)


def imprimir_una(exp: Expediente, uid: str, salida: Path, hoy: date = HOY) -> bytes:
    imprimir.imprimir_en(exp, TRIMESTRE, [uid], salida, hoy)
    return salida.read_bytes()


def textos(pdf: Path) -> list[str]:
    return [hoja.extract_text() for hoja in PdfReader(pdf).pages]


def fila(exp: Expediente, uid: str):
    return next(f for f in leer_libro(exp, 2031).filas if f.oficio.uid == uid)


def test_empieza_de_hoy_con_la_clase_de_su_plantilla_y_lo_que_se_recuerda(con_serie: Expediente):
    uno = nueva(con_serie, campos={"modulo": "Horarios", "fundamento": "el artículo 1"}, iniciales="alñ")
    assert (fila(con_serie, uno).oficio.clase, fila(con_serie, uno).oficio.papel.fecha) == ("Solicitud", HOY)
    oficio, _ = anotar.agregar(con_serie, TRIMESTRE, Oficio(""))
    abierta = cartas.abrir_carta(con_serie, oficio.uid, HOY, "actualizacion")
    assert not abierta.escrita
    assert dict(abierta.carta.campos) == {"fundamento": "el artículo 1"}, "el módulo es otro cada vez"
    assert (abierta.carta.iniciales, abierta.carta.dias, abierta.carta.firma) == ("alñ", 5, "titular")


def test_el_folio_de_la_solicitud_es_el_expediente_de_su_oficio_y_por_el_se_halla(con_serie: Expediente):
    uno = nueva(con_serie, plantilla="turno", campos={"solicitud": "201234524000071"})

    def escrito(folio: str) -> str:
        carta = carta_de(con_serie, uno).con_campo("solicitud", folio)
        cartas.escribir(con_serie, TRIMESTRE, uno, carta)
        return fila(con_serie, uno).oficio.expediente

    assert escrito("201234524000071") == "201234524000071"
    assert pedidos(leer_libro(con_serie, 2031).filas, Pedido(buscado="4000071"))
    assert escrito("201234524000072") == "201234524000072", "mal copiado, se corrige en la carta"
    deshacer(con_serie)
    assert fila(con_serie, uno).oficio.expediente == "201234524000071"
    anotar.cambiar(con_serie, TRIMESTRE, replace(fila(con_serie, uno).oficio, expediente="EXP/7"))
    assert escrito("201234524000073") == "EXP/7", "el que ella puso en el libro se queda"
    otro, _ = anotar.agregar(con_serie, TRIMESTRE, Oficio("", expediente="201234524000080"))
    cartas.con_plantilla(con_serie, TRIMESTRE, otro.uid, HOY, "turno")
    assert carta_de(con_serie, otro.uid).campos["solicitud"] == "201234524000080"
    assert fila(con_serie, nueva(con_serie)).oficio.expediente == ""


def test_la_siguiente_de_esa_plantilla_propone_el_paso_en_que_se_dijo_la_ultima_y_en_lo_firmado_ninguno(
    con_serie: Expediente,
):
    def propone(plantilla: str, dia: date = HOY) -> str:
        oficio, _ = anotar.agregar(con_serie, TRIMESTRE, Oficio("", papel=DelPapel(dia)))
        return cartas.abrir_carta(con_serie, oficio.uid, HOY, plantilla).carta.lugar

    assert propone("actualizacion") == ""
    nueva(con_serie, lugar=PASO)
    assert (propone("actualizacion"), propone("requerimiento")) == (PASO, "")
    firma.firmar(con_serie, TERCERO, date(2031, 10, 4))
    assert propone("actualizacion") == "" and propone("actualizacion", date(2031, 10, 6)) == PASO


def test_con_otra_plantilla_sirve_lo_que_la_nueva_pide(con_serie: Expediente):
    uid = nueva(con_serie, campos={"fundamento": "el artículo 1"})
    cartas.con_plantilla(con_serie, TRIMESTRE, uid, HOY, "requerimiento")
    assert carta_de(con_serie, uid).campos["fundamento"] == "el artículo 1"
    assert (carta_de(con_serie, uid).dias, fila(con_serie, uid).oficio.clase) == (10, "Requerimiento")


def test_la_clase_que_ella_le_puso_no_la_cambia_otra_plantilla(con_serie: Expediente):
    uid = nueva(con_serie)
    anotar.cambiar(con_serie, TRIMESTRE, replace(fila(con_serie, uid).oficio, clase="Invitación"))
    cartas.con_plantilla(con_serie, TRIMESTRE, uid, HOY, "requerimiento")
    assert (carta_de(con_serie, uid).dias, fila(con_serie, uid).oficio.clase) == (10, "Invitación")


def test_tomar_e_imprimir_deja_el_numero_el_asunto_y_que_espera_respuesta(con_serie, tmp_path: Path):
    uid = nueva(con_serie)
    tomar.tomar_seguidos(con_serie, TRIMESTRE, [uid], HOY)
    imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    suya = fila(con_serie, uid)
    assert (suya.oficio.folio, suya.asunto) == ("PR/0901/2031", "Se solicita actualización")
    assert (suya.seguimiento.espera, suya.seguimiento.antes_del) == (True, date(2031, 7, 11))
    assert suya.seguimiento.impreso == HOY
    (hoja,) = textos(tmp_path / "una.pdf")
    assert "OFICIO: PR/0901/2031" in hoja and "módulo Horarios" in hoja


def test_lo_que_ya_se_dijo_de_la_respuesta_no_cambia_al_imprimir(con_serie, tmp_path: Path):
    uid = nueva(con_serie)
    tomar.tomar_seguidos(con_serie, TRIMESTRE, [uid], HOY)
    anotar.seguir(con_serie, TRIMESTRE, [uid], espera=False)
    imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    assert fila(con_serie, uid).seguimiento.espera is False


def test_la_impresa_sale_igual_aunque_cambien_las_personas_la_plantilla_y_el_dia(con_serie, tmp_path: Path):
    poner_ocupante(con_serie, TRIMESTRE, "tesoreria", "Ana Ruiz", "Tesorera", None)
    uid = nueva(con_serie)
    tomar.tomar_seguidos(con_serie, TRIMESTRE, [uid], HOY)
    antes = imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    poner_ocupante(con_serie, TRIMESTRE, "tesoreria", "Luis Paz", "Tesorero", None)
    poner_ocupante(con_serie, TRIMESTRE, "titular", "Eva Sol", "Encargada", None)
    oficio = cartas.oficio_de(con_serie, uid)
    assert dicha(con_serie, uid).destinatario[0] == "LUIS PAZ", "hoy diría otra cosa"
    assert imprimir_una(con_serie, uid, tmp_path / "otra.pdf", date(2031, 9, 1)) == antes
    with pytest.raises(ErrorEsperado, match="se imprimió el 04/07/2031 y se queda como salió"):
        escribir(con_serie, uid, texto="otra cosa")
    with pytest.raises(ErrorEsperado, match="se queda como salió"):
        cartas.con_plantilla(con_serie, TRIMESTRE, uid, HOY, "turno")
    anotar.cambiar(con_serie, TRIMESTRE, oficio)
    assert imprimir_una(con_serie, uid, tmp_path / "otra.pdf") == antes


def test_lo_que_la_carta_impresa_dice_no_se_cambia_sin_preguntar(con_serie, tmp_path: Path):
    uid = nueva(con_serie)
    tomar.tomar_seguidos(con_serie, TRIMESTRE, [uid], HOY)
    antes = imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    oficio = cartas.oficio_de(con_serie, uid)
    otro_dia = replace(oficio, papel=replace(oficio.papel, fecha=date(2031, 7, 9)))
    a_nadie = replace(oficio, papel=DelPapel(oficio.papel.fecha))
    for cambiado in (otro_dia, replace(oficio, asunto="Otro"), a_nadie):
        with pytest.raises(anotar.CartaImpresa, match="el papel dirá una cosa y el libro otra"):
            anotar.cambiar(con_serie, TRIMESTRE, cambiado)
    assert cartas.oficio_de(con_serie, uid) == oficio
    anotar.cambiar(con_serie, TRIMESTRE, replace(oficio, expediente="S-9"))  # la carta no lo dice
    anotar.cambiar(con_serie, TRIMESTRE, otro_dia, aunque_se_imprimio=True)
    assert cartas.oficio_de(con_serie, uid).papel.fecha == date(2031, 7, 9)
    assert imprimir_una(con_serie, uid, tmp_path / "otra.pdf") == antes, "el papel sigue diciendo lo suyo"
    cartas.corregir(con_serie, TRIMESTRE, uid, "era el día 10")
    diez = replace(otro_dia, papel=replace(otro_dia.papel, fecha=date(2031, 7, 10)))
    anotar.cambiar(con_serie, TRIMESTRE, diez)
    assert "10 de julio" in dicha(con_serie, uid).fecha, "la que se corrige sale con lo de ahora"


def test_mientras_no_se_imprima_la_revision_de_su_trimestre_la_conoce(con_serie, tmp_path: Path):
    def conocidas() -> list[tuple[str, str, date | None]]:
        return [(c.folio, c.area, c.fecha) for c in con_serie.foto(TERCERO).por_imprimir]

    uid = nueva(con_serie)
    assert conocidas() == [("", "tesoreria", HOY)] and not con_serie.foto(TRIMESTRE).por_imprimir
    tomar.tomar_seguidos(con_serie, TRIMESTRE, [uid], HOY)
    assert conocidas() == [("PR/0901/2031", "tesoreria", HOY)]
    imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    assert conocidas() == []
    cartas.corregir(con_serie, TRIMESTRE, uid, "no decía el módulo")
    assert conocidas() == [("PR/0901/2031", "tesoreria", HOY)], "la corregida está por imprimirse"
    anotar.cancelar(con_serie, TRIMESTRE, uid, "ya no va", quitar_de_ahi=True)
    assert conocidas() == []


def test_corregirla_pide_el_motivo_y_la_de_antes_se_conserva(con_serie, tmp_path: Path):
    uid = nueva(con_serie)
    tomar.tomar_seguidos(con_serie, TRIMESTRE, [uid], HOY)
    antes = imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    with pytest.raises(ErrorEsperado, match="Escriba por qué se cambia"):
        cartas.corregir(con_serie, TRIMESTRE, uid, " ")
    cartas.corregir(con_serie, TRIMESTRE, uid, "el módulo era otro")
    escribir(con_serie, uid, campos={"modulo": "Sueldos"})
    assert imprimir_una(con_serie, uid, tmp_path / "otra.pdf") != antes
    assert "módulo Sueldos" in textos(tmp_path / "otra.pdf")[0]
    abierta = cartas.abrir_carta(con_serie, uid, HOY)
    assert abierta.fija and abierta.enviada and abierta.enviada.version == 2
    assert abierta.enviada.motivo == "el módulo era otro"
    assert len(con_serie.base.filas(e.CartaEnviada, ("id",))) == 2


def test_lo_impreso_solo_se_agrega(con_serie, tmp_path: Path):
    uid = nueva(con_serie)
    tomar.tomar_seguidos(con_serie, TRIMESTRE, [uid], HOY)
    imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    tabla = e.CartaEnviada
    for intento in (
        lambda: con_serie.base.cambia(tabla, tabla.version == 1, motivo="otro"),
        lambda: con_serie.base.borra(tabla, tabla.version == 1),
    ):
        with pytest.raises(IntegrityError, match=SOLO_SE_AGREGA), con_serie.base.accion("Tocar lo impreso"):
            intento()


def test_imprimir_no_se_deshace_y_el_numero_ya_no_se_suelta(con_serie, tmp_path: Path):
    uid = nueva(con_serie)
    tomar.tomar_seguidos(con_serie, TRIMESTRE, [uid], HOY)
    assert por_deshacer(con_serie) == "Deshacer tomar el número PR/0901/2031"
    imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    with pytest.raises(ErrorEsperado, match="Ya se imprimió PR/0901/2031: cancélelo"):
        deshacer(con_serie)
    with pytest.raises(ErrorEsperado, match="Ya se imprimió"):
        numeros.soltar(con_serie, TRIMESTRE, uid)
    anotar.cancelar(con_serie, TRIMESTRE, uid, "salió mal")
    with pytest.raises(ErrorEsperado, match="está cancelado: su carta ya no se imprime"):
        imprimir_una(con_serie, uid, tmp_path / "otra.pdf")


def test_la_impresa_sigue_aunque_se_deshaga_lo_que_se_escribio_antes(con_serie, tmp_path: Path):
    oficio, _ = anotar.agregar(con_serie, TRIMESTRE, Oficio("", "PR/0901/2031"))
    cartas.con_plantilla(con_serie, TRIMESTRE, oficio.uid, HOY, "actualizacion")
    antes = imprimir_una(con_serie, oficio.uid, tmp_path / "una.pdf")
    deshacer(con_serie)
    assert con_serie.base.filas(e.Carta, ("id",)) == []
    assert oficio.uid in leer_libro(con_serie, 2031).con_carta
    assert imprimir_una(con_serie, oficio.uid, tmp_path / "otra.pdf") == antes


def test_escribir_se_deshace_y_quitar_el_oficio_se_lleva_su_carta(con_serie: Expediente):
    uid = nueva(con_serie)
    escribir(con_serie, uid, texto="otra cosa", sustituye="x")
    deshacer(con_serie)
    assert carta_de(con_serie, uid).texto == ""
    anotar.quitar(con_serie, TRIMESTRE, uid)
    assert con_serie.base.filas(e.Carta, ("id",)) == []
    deshacer(con_serie)
    assert carta_de(con_serie, uid).campos["modulo"] == "Horarios"


def test_de_varias_impresas_se_dicen_todas_en_su_orden_al_no_deshacerse(con_serie, tmp_path: Path):
    uids = [nueva(con_serie), nueva(con_serie)]
    tomar.tomar_seguidos(con_serie, TRIMESTRE, uids[::-1], HOY)
    for uid in uids:
        imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    dicho = "Ya se imprimieron PR/0901/2031 y PR/0902/2031: cancele los que ya no van"
    with pytest.raises(ErrorEsperado, match=dicho):
        deshacer(con_serie)


def test_sin_numero_sin_carta_o_recibido_no_se_imprime(con_serie, tmp_path: Path):
    uid = nueva(con_serie)
    with pytest.raises(ErrorEsperado, match="aún no tiene número"):
        imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    assert not (tmp_path / "una.pdf").exists() and not cartas.abrir_carta(con_serie, uid, HOY).enviada
    sin_carta, _ = anotar.agregar(con_serie, TRIMESTRE, Oficio("", "PR/0950/2031"))
    with pytest.raises(ErrorEsperado, match="PR/0950/2031 no tiene carta"):
        imprimir_una(con_serie, sin_carta.uid, tmp_path / "una.pdf")
    recibido, _ = anotar.agregar(con_serie, TRIMESTRE, Oficio("", "TM/1/2031", "recibido"))
    with pytest.raises(ErrorEsperado, match="se recibió"):
        cartas.abrir_carta(con_serie, recibido.uid, HOY)


def test_al_tomar_numero_se_dice_en_el_paso_que_se_pidio_y_se_deshace_junto(con_serie: Expediente):
    uid = nueva(con_serie, lugar=PASO)
    antes = con_serie.foto(TERCERO).renglones
    dira, por_que_no = tomar.como_se_dira(con_serie, cartas.abrir_carta(con_serie, uid, HOY), HOY)
    assert dira.startswith("En el 3º trimestre 2031 se dirá: ") and "actualizar el módulo Horarios" in dira
    assert not por_que_no
    tomar.tomar_seguidos(con_serie, TRIMESTRE, [uid], HOY)
    (renglon,) = con_serie.foto(TERCERO).renglones
    assert (renglon.lugar, renglon.citas[0].folio, renglon.fecha) == (PASO, "PR/0901/2031", HOY)
    assert renglon.asunto == "actualizar el módulo Horarios"
    assert [d.donde for d in fila(con_serie, uid).dichos] == ["1.1 paso 1 bis"]
    ya = cartas.abrir_carta(con_serie, uid, HOY)
    assert tomar.como_se_dira(con_serie, ya, HOY) == ("", ""), "ya se dice"
    deshacer(con_serie)
    assert con_serie.foto(TERCERO).renglones == antes and not fila(con_serie, uid).oficio.folio


def test_el_numero_que_ella_escribe_tambien_dice_la_carta_en_su_paso(con_serie: Expediente):
    uid = nueva(con_serie, lugar=PASO)
    tomar.tomar_uno(con_serie, TRIMESTRE, uid, "915", HOY)
    suya = fila(con_serie, uid)
    assert (suya.oficio.folio, suya.oficio.asunto) == ("PR/0915/2031", "Se solicita actualización")
    assert [d.donde for d in suya.dichos] == ["1.1 paso 1 bis"]
    otro, _ = anotar.agregar(con_serie, TRIMESTRE, Oficio(""))
    tomar.tomar_uno(con_serie, TRIMESTRE, otro.uid, "", HOY)
    assert (fila(con_serie, otro.uid).oficio.folio, fila(con_serie, otro.uid).oficio.papel.fecha) == (
        "PR/0916/2031", None
    ), "sin carta, solo el número"  # fmt: skip


def test_escribir_la_carta_de_uno_ya_numerado_no_le_inventa_fecha(con_serie: Expediente):
    uid = next(f.oficio.uid for f in leer_libro(con_serie, 2031).filas if f.oficio.folio == "PR/0900/2031")
    antes = con_serie.foto(TRIMESTRE).renglones
    cartas.con_plantilla(con_serie, TRIMESTRE, uid, HOY, "actualizacion")
    assert fila(con_serie, uid).oficio.papel.fecha is None
    assert con_serie.foto(TRIMESTRE).renglones == antes, "ni cambia lo que el informe dice"


def test_con_el_trimestre_firmado_no_se_dice_en_el_pero_la_carta_se_escribe_y_se_imprime(
    con_serie, tmp_path: Path
):
    uid = nueva(con_serie, lugar=PASO)
    firma.firmar(con_serie, TERCERO, date(2031, 10, 4))
    firmado = firma.pdf_firmado(con_serie, TERCERO)
    with pytest.raises(ErrorEsperado, match="El 3º trimestre 2031 ya está firmado.*cambie la fecha") as no:
        tomar.tomar_seguidos(con_serie, TRIMESTRE, [uid], HOY)
    assert tomar.como_se_dira(con_serie, cartas.abrir_carta(con_serie, uid, HOY), HOY) == ("", str(no.value))
    assert not fila(con_serie, uid).oficio.folio, "ni se queda con el número"
    escribir(con_serie, uid, lugar="")
    tomar.tomar_seguidos(con_serie, TRIMESTRE, [uid], HOY)
    imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    assert firma.pdf_firmado(con_serie, TERCERO) == firmado
    assert firma.que_cambio(con_serie, TERCERO) == ()


def test_la_de_uno_que_dice_un_informe_firmado_se_escribe_sin_tocarlo(con_serie, tmp_path: Path):
    uid = next(f.oficio.uid for f in leer_libro(con_serie, 2031).filas if f.oficio.folio == "PR/0900/2031")
    firma.firmar(con_serie, TRIMESTRE, HOY)
    cartas.con_plantilla(con_serie, TRIMESTRE, uid, HOY, "actualizacion")
    imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    assert (fila(con_serie, uid).oficio.clase, fila(con_serie, uid).oficio.papel.fecha) == ("", None)
    assert firma.que_cambio(con_serie, TRIMESTRE) == ()


def test_la_de_remision_es_la_hoja_de_su_informe_y_firmada_la_que_se_firmo(con_serie, tmp_path: Path):
    guardar_oficio(con_serie, TRIMESTRE, "vecindad", "PR/0940/2031", HOY)
    uid = next(f.oficio.uid for f in leer_libro(con_serie, 2031).filas if f.oficio.folio == "PR/0940/2031")
    antes = imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    assert "Le entrego lo de" in textos(tmp_path / "una.pdf")[0]
    assert con_serie.base.filas(e.CartaEnviada, ("id",)) == [], "su informe la conserva"
    firma.firmar(con_serie, TRIMESTRE, HOY)
    poner_ocupante(con_serie, TRIMESTRE, "titular", "Eva Sol", "Encargada", None)
    assert textos(tmp_path / "una.pdf") == (imprimir_una(con_serie, uid, tmp_path / "b.pdf") and textos(
        tmp_path / "b.pdf"
    ))  # fmt: skip
    assert antes.startswith(b"%PDF-")


def test_la_de_un_dia_que_el_archivo_no_tiene_sale_con_el_trimestre_mas_cercano_de_su_anio():
    hay = [Trimestre(anio, numero) for anio in (2031, 2032) for numero in (1, 2, 3, 4)]
    con_dos_anios = SimpleNamespace(trimestres=lambda: hay)
    for fuera, ejercicio, cual in ((2033, 2032, 2032), (2030, 2031, 2031), (2033, 2040, 2032)):
        suyo = cartas._de_su_anio(con_dos_anios, Trimestre(fuera, 2), ejercicio)  # type: ignore[arg-type]
        assert suyo == Trimestre(cual, 2)
    assert cartas._de_su_anio(con_dos_anios, Trimestre(2031, 3), 2032) == Trimestre(2031, 3)  # type: ignore[arg-type]


# Las plantillas


def test_una_plantilla_guardada_sirve_para_otra_y_se_quita(con_serie: Expediente):
    uid = nueva(con_serie, texto="Le pido {esto} tal cual.", sustituye="x", copias="Archivo.")
    with pytest.raises(ErrorEsperado, match="Ya hay una plantilla que se llama"):
        cartas.guardar_plantilla(con_serie, TRIMESTRE, uid, "turno de  solicitud", HOY)
    with pytest.raises(ErrorEsperado, match="cómo se va a llamar"):
        cartas.guardar_plantilla(con_serie, TRIMESTRE, uid, " ", HOY)
    clave, _ = cartas.guardar_plantilla(con_serie, TRIMESTRE, uid, "La de siempre", HOY)
    otra = nueva(con_serie, plantilla=clave, campos={})
    assert dicha(con_serie, otra).cuerpo == ("Le pido {esto} tal cual.",)
    assert carta_de(con_serie, otra).copias == "Archivo."
    assert [p.nombre for p in cartas.plantillas(con_serie) if p.propia] == ["La de siempre"]
    cartas.quitar_plantilla(con_serie, TRIMESTRE, clave)
    assert dicha(con_serie, otra).cuerpo == ()
    deshacer(con_serie)
    assert dicha(con_serie, otra).cuerpo


def test_veinte_mil_letras_y_signos_raros_no_estorban(con_serie, tmp_path: Path):
    uid = nueva(con_serie, texto="a\tb " * 5000, sustituye="x", copias="uno\r\ndos", iniciales="🙂\t")
    tomar.tomar_seguidos(con_serie, TRIMESTRE, [uid], HOY)
    imprimir_una(con_serie, uid, tmp_path / "una.pdf")
    assert len(textos(tmp_path / "una.pdf")) > 1
