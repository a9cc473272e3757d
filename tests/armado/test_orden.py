"""El orden del informe: portada, oficio antes del primer componente de cada departamento, firma final."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.armado.informe import (
    CASA,
    CATALOGO,
    FOTO,
    PLAN,
    PLAZA,
    bloques_de,
    marcadores,
    oficio_de,
    seccion,
    titulos,
)
from tests.inventado import TRIMESTRE, foto
from ut_escritorio.dominio.plan.arbol import PlantillaOficio
from ut_escritorio.dominio.trimestre.foto import OficioRemision, TextoAMano
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.documento import Documento, Firma, Firmas, Imagen, Membrete, Parrafo


def test_cada_oficio_va_antes_del_primer_componente_de_su_departamento() -> None:
    """Los componentes 1 y 3 son de la Casa y el 2 de la Plaza: no hay un segundo oficio de la Casa."""
    assert marcadores(FOTO) == [
        "Portada",
        "Oficio de remisión – Casa",
        "Componente 1",
        "Oficio de remisión – Plaza",
        "Componente 2",
        "Componente 3",
    ]
    assert [s.disposicion for s in armar(FOTO).secciones] == [
        "portada", "oficio", "corrida", "oficio", "corrida", "corrida",
    ]  # fmt: skip


def test_la_apertura_va_con_el_primero_y_el_cierre_con_el_ultimo() -> None:
    assert titulos(FOTO, "Componente 1") == ["APERTURA CASA 1", "COMPONENTE 1"]
    assert titulos(FOTO, "Componente 2") == ["COMPONENTE 2", "CIERRE PLAZA 2"]
    assert titulos(FOTO, "Componente 3") == ["COMPONENTE 3", "CIERRE CASA 3"]


def test_la_firma_final_sigue_al_ultimo_componente() -> None:
    ultimo = bloques_de(FOTO, "Componente 3")[-1]
    assert ultimo == Firmas(
        (Firma("Lic. Ana Ruiz", "Jefa de la Casa", "Elaboró"),), origen="apartado:ultima#1"
    )


def test_si_el_ultimo_componente_no_toco_la_firma_sigue_a_lo_que_se_imprime() -> None:
    sin_tercero = replace(
        FOTO,
        plan=replace(PLAN, departamentos=(replace(CASA, al_final=()), PLAZA)),
        sin_actividad=frozenset({"3"}),
    )
    assert marcadores(sin_tercero)[-1] == "Componente 2"
    assert isinstance(bloques_de(sin_tercero, "Componente 2")[-1], Firmas)


def test_un_componente_que_no_toco_no_deja_una_pagina_en_blanco() -> None:
    mia = replace(FOTO, sin_actividad=frozenset({"2"}), plan=replace(PLAN, departamentos=(CASA,)))
    assert "Componente 2" not in marcadores(mia)
    assert all(s.bloques for s in armar(mia).secciones)


def test_sin_componentes_la_firma_va_sola_y_sin_nada_no_hay_paginas() -> None:
    assert marcadores(replace(FOTO, plan=replace(PLAN, componentes=()))) == ["Portada", "Firmas"]
    assert armar(foto(replace(PLAN, componentes=(), portada=(), ultima=()))).secciones == ()


def test_un_departamento_sin_oficio_o_desconocido_imprime_sus_componentes() -> None:
    sin_oficio = replace(PLAN, departamentos=(replace(CASA, oficio=None), PLAZA))
    assert marcadores(replace(FOTO, plan=sin_oficio))[:2] == ["Portada", "Componente 1"]
    assert marcadores(replace(FOTO, plan=replace(PLAN, departamentos=())))[1:] == [
        "Componente 1",
        "Componente 2",
        "Componente 3",
    ]


def test_el_oficio_entero() -> None:
    textos = [
        (bloque.texto, bloque.estilo, bloque.alineacion, bloque.origen.removeprefix("oficio:plaza#"))
        for bloque in bloques_de(FOTO, "Oficio de remisión – Plaza")
        if isinstance(bloque, Parrafo)
    ]
    assert textos == [
        ("No. AB/12/2031", "datos", "derecha", "datos"),
        ("A 1 de julio de 2031.", "cuerpo", "derecha", "fecha"),
        ("LUZ CANO", "rotulo", "izquierda", "destinatario"),
        ("TITULAR", "rotulo", "izquierda", "destinatario"),
        ("PRESENTE.", "rotulo", "izquierda", "destinatario"),
        ("Entrego lo de Plaza.", "cuerpo", "justificada", "cuerpo1"),
        ("C.c.p. Archivo de 2031.", "nota", "izquierda", "copias"),
    ]
    (firmas,) = [b for b in bloques_de(FOTO, "Oficio de remisión – Plaza") if isinstance(b, Firmas)]
    assert firmas == Firmas(
        (Firma("PEPE SOL", "JEFE DE LA PLAZA"),), ("ATENTAMENTE", "AÑO 2031"), "oficio:plaza#firma"
    )
    assert seccion(FOTO, "Oficio de remisión – Plaza").origen == "oficio:plaza"


def test_una_parte_del_oficio_se_puede_escribir_a_mano() -> None:
    a_mano = TextoAMano("oficio:plaza#cuerpo1", "Va lo nuestro {0}.", "")
    mia = replace(FOTO, a_mano={a_mano.origen: a_mano})
    assert "Va lo nuestro {0}." in [
        b.texto for b in bloques_de(mia, "Oficio de remisión – Plaza") if isinstance(b, Parrafo)
    ]


def test_un_oficio_sin_lugar_ni_destinatario_no_deja_renglones_en_blanco() -> None:
    mia = replace(FOTO, plan=replace(PLAN, departamentos=(CASA, replace(PLAZA, oficio=PlantillaOficio()))))
    (unico,) = bloques_de(mia, "Oficio de remisión – Plaza")
    assert isinstance(unico, Firmas)


# ── Quién firma y con qué papel ──


def test_firma_quien_esta_el_dia_de_la_firma() -> None:
    assert armar(FOTO).autor == "Lic. Ana Ruiz"
    en_agosto = armar(replace(FOTO, fecha_de_firma=date(2031, 8, 1)))
    assert (en_agosto.autor, en_agosto.fecha) == ("Eva Mar", date(2031, 8, 1))


def test_el_oficio_lo_firma_quien_estaba_en_su_fecha() -> None:
    despues = replace(FOTO, remisiones={"casa": OficioRemision("casa", "AB/9/2031", date(2031, 8, 2))})
    assert oficio_de(FOTO, "Casa").firmas[0].nombre == "LIC. ANA RUIZ"
    assert oficio_de(despues, "Casa").firmas[0].nombre == "EVA MAR"


def test_sin_fecha_de_firma_vale_el_ultimo_dia_del_trimestre() -> None:
    assert armar(replace(FOTO, fecha_de_firma=None)).fecha == TRIMESTRE.ultimo_dia


def test_sin_portada_nadie_es_el_autor_y_sin_nadie_tampoco() -> None:
    assert armar(replace(FOTO, plan=replace(PLAN, portada=()))).autor == ""
    assert armar(replace(FOTO, catalogo=replace(CATALOGO, personas=()))).autor == ""


def test_el_membrete_es_el_vigente_y_la_leyenda_va_entre_comillas() -> None:
    assert seccion(FOTO, "Componente 1").membrete == Membrete(
        "“Año de la Casa”", (Imagen("ab12", "Escudo", 12.0),), ("Villa", "2030-2032"), "La Casa"
    )
    sin_papel = replace(FOTO, catalogo=replace(CATALOGO, papeles=()), plan=replace(PLAN, leyenda=""))
    assert seccion(sin_papel, "Componente 1").membrete == Membrete()


def test_es_borrador_si_algo_hay_por_corregir() -> None:
    assert not armar(FOTO).borrador
    assert armar(FOTO, ("Falta junio.",)).borrador


def test_los_mismos_datos_dan_el_mismo_documento() -> None:
    assert armar(FOTO) == armar(replace(FOTO))
    assert isinstance(armar(FOTO), Documento)
    assert armar(FOTO).titulo == "Informe del 2º trimestre 2031 – Casa Abierta"
    assert not armar(replace(FOTO, numera_paginas=False)).numera_paginas
