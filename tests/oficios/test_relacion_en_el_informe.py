"""La relación de oficios como hoja del informe: se pone con un gesto, y lo firmado no cambia."""

from __future__ import annotations

from datetime import date

from tests.oficios.contra_el_libro import TRIMESTRE
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.trimestre.renglones import Parte
from ut_escritorio.informe.documento import Documento, Firmas, Parrafo, Seccion, Tabla, Titulo
from ut_escritorio.servicios.archivo import historia
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.entrega.informe import documento_de
from ut_escritorio.servicios.oficina.plan import relacionar
from ut_escritorio.servicios.oficios import anotar

ENVIADOS, RECIBIDOS = "relacion_de_enviados", "relacion_de_recibidos"


def documento(exp: Expediente) -> Documento:
    return documento_de(exp.foto(TRIMESTRE))


def la_hoja(exp: Expediente) -> Seccion:
    (hoja,) = (s for s in documento(exp).secciones if s.marcador == "Relación de oficios")
    return hoja


def numeros(tabla: object) -> list[str]:
    assert isinstance(tabla, Tabla)
    return [fila[1].texto for fila in tabla.filas[1:]]


def test_va_en_su_hoja_antes_de_la_ultima_firma_y_dice_los_del_trimestre(ejemplo: Expediente):
    antes = documento(ejemplo)
    relacionar(ejemplo, TRIMESTRE, ENVIADOS, True)
    titulo, tabla, *firmas = la_hoja(ejemplo).bloques
    assert isinstance(titulo, Titulo)
    assert titulo.texto == "RELACIÓN DE OFICIOS ENVIADOS, ABRIL – JUNIO 2024"
    assert any(isinstance(bloque, Firmas) for bloque in firmas), "la última firma va después"
    assert numeros(tabla)[:2] == ["UT/057/2024", "UT/0534/2024"], "lo más viejo primero"
    assert "UT/0822/2024" not in numeros(tabla), "ese es de julio"
    assert "OGAIPO" not in " ".join(numeros(tabla))
    sin_ella = [s for s in documento(ejemplo).secciones if s.marcador != "Relación de oficios"]
    assert sin_ella[:-1] == list(antes.secciones[: len(sin_ella) - 1]), "lo demás sale igual"


def test_las_dos_van_juntas_y_los_recibidos_dicen_de_quien(ejemplo: Expediente):
    for clase in (RECIBIDOS, ENVIADOS):
        relacionar(ejemplo, TRIMESTRE, clase, True)
    primero, recibidos, segundo, enviados, *_ = la_hoja(ejemplo).bloques
    assert isinstance(primero, Titulo) and isinstance(segundo, Titulo)
    assert isinstance(recibidos, Tabla) and recibidos.filas[0][3].texto == "De quién"
    assert "OGAIPO/DCCEADP/478/2024" in numeros(recibidos) and "UT/0548/2024" in numeros(enviados)


def test_se_quita_y_se_deshace_y_pedirla_dos_veces_no_la_repite(ejemplo: Expediente):
    antes = documento(ejemplo)
    for _ in range(2):
        relacionar(ejemplo, TRIMESTRE, ENVIADOS, True)
    assert len([b for b in la_hoja(ejemplo).bloques if isinstance(b, Tabla)]) == 1
    relacionar(ejemplo, TRIMESTRE, ENVIADOS, False)
    assert documento(ejemplo) == antes
    historia.deshacer(ejemplo)
    assert la_hoja(ejemplo)


def test_sigue_al_libro_y_el_cancelado_lo_dice(ejemplo: Expediente):
    relacionar(ejemplo, TRIMESTRE, ENVIADOS, True)
    papel = DelPapel(date(2024, 6, 28), partes=(Parte("destinatario", texto="Sindicatura"),))
    nuevo, _ = anotar.agregar(ejemplo, TRIMESTRE, Oficio("", "UT/0900/2024", papel=papel, asunto="Se pide"))
    anotar.agregar(ejemplo, TRIMESTRE, Oficio("", asunto="Sin número todavía"))

    def fila() -> list[str]:
        tabla = la_hoja(ejemplo).bloques[1]
        assert isinstance(tabla, Tabla)
        return [celda.texto for celda in tabla.filas[-1][1:]]

    assert fila() == ["UT/0900/2024", "28/06/2024", "Sindicatura", "Se pide"]
    anotar.cancelar(ejemplo, TRIMESTRE, nuevo.uid, "se imprimió dos veces")
    assert fila()[-1] == "CANCELADO: se imprimió dos veces"


def test_sin_oficios_lo_dice(ejemplo: Expediente):
    tercero = TRIMESTRE.siguiente
    relacionar(ejemplo, tercero, RECIBIDOS, True)
    hoja = next(
        s for s in documento_de(ejemplo.foto(tercero)).secciones if s.marcador == "Relación de oficios"
    )
    assert isinstance(hoja.bloques[1], Parrafo) and hoja.bloques[1].texto == "Ningún oficio."


def test_el_de_remision_dice_a_quien_va_y_de_que_trata(ejemplo: Expediente):
    tercero = TRIMESTRE.siguiente
    relacionar(ejemplo, tercero, ENVIADOS, True)
    (papel,) = (p for p in ejemplo.foto(tercero).relacion if p.numero == "UT/0822/2024")
    assert papel.fecha == "04/07/2024" and "Titular" in papel.con and papel.asunto != "–"


def test_puesta_en_el_tercero_lo_firmado_del_segundo_queda_como_se_firmo(ejemplo: Expediente):
    firma.firmar(ejemplo, TRIMESTRE, date(2024, 7, 4))
    antes = firma.pdf_firmado(ejemplo, TRIMESTRE)
    relacionar(ejemplo, TRIMESTRE.siguiente, ENVIADOS, True)
    assert firma.pdf_firmado(ejemplo, TRIMESTRE) == antes


def test_firmado_con_relacion_el_oficio_que_llega_despues_sale_en_que_cambio(ejemplo: Expediente):
    relacionar(ejemplo, TRIMESTRE, ENVIADOS, True)
    firma.firmar(ejemplo, TRIMESTRE, date(2024, 7, 4))
    assert firma.que_cambio(ejemplo, TRIMESTRE) == ()
    papel = DelPapel(date(2024, 6, 28))
    anotar.agregar(ejemplo, TRIMESTRE.siguiente, Oficio("", "UT/0900/2024", papel=papel, ejercicio=2024))
    (cambio,) = firma.que_cambio(ejemplo, TRIMESTRE)
    assert "UT/0900/2024" in cambio.ahora and "UT/0900/2024" not in cambio.antes
