"""Los huecos, las frases sin terminar, los números a mano y los restos de otro trimestre."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.inventado import (
    ABRIL,
    CORREO,
    a_quien,
    cifra,
    componente,
    con_formas,
    contada,
    foto,
    plan,
    por_mes,
    renglon,
)
from tests.revision.lo_que_dice import dice, hallados, plan_de, sitios
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Departamento, Estilo, Paso, PlantillaOficio
from ut_escritorio.dominio.plan.formas import Campo, Forma
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, TextoAMano
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre

FORMA = Forma("f", "F", "Se pidió {asunto} a {destinatario}[, {nota}].", campos=(Campo("nota", "Nota"),))
FORMAS = con_formas(FORMA)


def pedido(orden: int = 1, asunto: str = "actualizar el padrón", **datos):
    datos.setdefault("partes", a_quien("Tesorería"))
    return renglon(orden, asunto=asunto, **datos)


def parrafo(texto: str, *cifras, **otros) -> FotoTrimestre:
    """Un párrafo libre en el paso, entre los cuadros de esas cifras."""
    return foto(plan_de(*cifras), parrafos=(ParrafoLibre("p1", "1.1/1", 1, texto),), **otros)


def test_un_dato_que_falta_en_varias_frases_es_una_causa() -> None:
    mal = foto(FORMAS, renglones=(pedido(1, asunto=""), pedido(2, asunto=""), pedido(3)))
    assert dice(mal, "hueco") == "corregir: Falta el asunto en 1.1 paso 1: se imprime una raya."
    assert [s["origen"] for s in sitios(mal, "hueco")] == ["registro:uid1", "registro:uid2"]
    assert {s["campo"] for s in sitios(mal, "hueco")} == {"asunto"}


def test_un_dato_propio_de_la_frase_se_llama_como_en_pantalla() -> None:
    forma = Forma("f", "F", "A las {hora}.", campos=(Campo("hora", "Hora de inicio"),))
    mal = dice(foto(con_formas(forma), renglones=(renglon(1),)), "hueco")
    assert mal == "corregir: Falta «Hora de inicio» en 1.1 paso 1: se imprime una raya."


def test_un_dato_con_el_rotulo_de_su_forma_se_llama_asi() -> None:
    forma = Forma("f", "F", "Fueron {cantidad}.", etiquetas={"cantidad": "Fichas"})
    mal = dice(foto(con_formas(forma), renglones=(renglon(1),)), "hueco")
    assert mal == "corregir: Falta «Fichas» en 1.1 paso 1: se imprime una raya."


def test_el_mes_sin_capturar_se_dice_en_su_cuadro_y_no_otra_vez_en_la_frase() -> None:
    mal = foto(plan_de(cifra("v"), textos=("Fueron {cifra.v:unidad}.",)), {("v", ABRIL, None): 1})
    assert hallados(mal, "sin_capturar")
    assert not hallados(mal, "hueco")


def test_una_cuenta_que_ningun_cuadro_muestra_si_es_hueco_de_su_frase() -> None:
    del_plan = plan(
        contada("actualizaciones", "cantidad"),
        componentes=(
            componente(
                paso=(Apartado("r", "renglones"), Apartado("t", "parrafo", "Total {cifra.actualizaciones}."))
            ),
        ),
    )
    mal = foto(del_plan, renglones=(renglon(1, asunto="x"),))
    assert "Falta «actualizaciones»" in dice(mal, "hueco")


def test_las_rayas_de_encabezados_y_oficios() -> None:
    estilo = Estilo(actividad="Actividad {actividad} ({programado}%)", valor="{alcanzado}%")
    oficio = PlantillaOficio(datos=("No. {folio_oficio}",), cuerpo=("Entrego lo de {programado}.",))
    del_plan = plan(
        componentes=(componente(estilo=estilo),),
        departamentos=(Departamento("vecindad", "Vecindad", "jefa", oficio),),
    )
    mal = foto(del_plan)
    assert dice(mal, "hueco") == ("corregir: Falta lo programado en 1.1 y el informe: se imprime una raya.")
    a_mano = {"oficio:vecindad#cuerpo1": TextoAMano("oficio:vecindad#cuerpo1", "Entrego todo.", "")}
    assert "en 1.1: se" in dice(replace(mal, a_mano=a_mano), "hueco")


def test_una_raya_que_ella_dejo() -> None:
    assert dice(parrafo("Se atendió a ____ personas."), "raya_a_mano") == (
        "corregir: Quedó una raya sin llenar en 1.1 paso 1."
    )


@pytest.mark.parametrize(
    "frase",
    [
        "actualizar el módulo de.",
        "la información de, siendo dos",
        "siendo un total de , en el mes",
        "un total de servidores públicos",
        "fueron un total, según",
        "mediante oficio número , se pidió",
        "la ley,, los datos",
        "el convenio « » firmado",
        "se entregó a la",
    ],
)
def test_una_frase_sin_terminar(frase: str) -> None:
    mal = dice(parrafo(f"En junio {frase}"), "frase_colgante")
    assert mal.startswith("corregir: Una frase quedó sin terminar: «")
    assert sitios(parrafo(f"En junio {frase}"), "frase_colgante") == [
        {"origen": "parrafo:p1", "campo": "texto", "mes": None}
    ]


@pytest.mark.parametrize(
    "frase",
    [
        "Siendo una actualización en total.",
        "El oficio y, en su caso, el correo del área.",
        "Un total de veintiún correos, un total de 15 llamadas y un total de cien oficios.",
        "La fracción I, inciso a, y/o la II.",
        "Con la participación de: Obras, Archivo y Rentas.",
        "Se le pidió «de una vez», con copia (a su área).",
        "Participaron 21, 30, 21 y 1 áreas.",
    ],
)
def test_una_frase_cabal_no_llama_la_atencion(frase: str) -> None:
    assert not dice(parrafo(frase), "frase_colgante")


@pytest.mark.parametrize(
    ("frase", "pedir"),
    [
        ("Se cambió lo relativo a actualizar el módulo Horarios.", "relativo a actualizar el módulo"),
        ("Se recibió por correo, publicar las actas de mayo.", "publicar las actas"),
        ("Llegaron los formatos, Publicar su directorio.", "Publicar su directorio"),
        ("Se recibió por correo el oficio en que solicitan, publicar las actas.", ""),
        ("Se recibió por correo el oficio, para publicar las actas.", ""),
        ("Mediante oficio se solicitó a Catastro, actualizar el módulo.", ""),
        ("Se recibió la información. A Catastro, actualizar el módulo.", ""),
        ("Se actualizó la información relativa a la Ley, el lugar y la mujer.", ""),
    ],
)  # fmt: skip
def test_el_pedir_donde_va_la_cosa(frase: str, pedir: str) -> None:
    """Lo que llegó o se actualizó es una cosa; lo que solo se pide, se dice pidiéndolo."""
    dicho = dice(parrafo(frase), "pedir_en_vez_de_la_cosa")
    assert dicho == (pedir and f"revisar: Se lee «{pedir}» (1.1 paso 1): ahí va la cosa, sin el pedirla.")


def test_el_pedir_de_un_renglon_lleva_a_su_asunto() -> None:
    escrito = foto(
        con_formas(Forma("f", "F", "Se recibió por correo, {asunto}.")),
        renglones=(pedido(asunto="actualizar el módulo"),),
    )
    assert sitios(escrito, "pedir_en_vez_de_la_cosa") == [
        {"origen": "registro:uid1", "campo": "asunto", "mes": None}
    ]


def test_se_salta_al_dato_que_dejo_la_frase_a_medias() -> None:
    mal = foto(FORMAS, renglones=(pedido(asunto="actualizar el módulo de", partes=a_quien("de")),))
    sin_mas = foto(con_formas(Forma("f", "F", "Se pidió {asunto}.")), renglones=mal.renglones)
    assert dice(sin_mas, "frase_colgante") == (
        "corregir: Una frase quedó sin terminar: «Se pidió actualizar el módulo de.» (1.1 paso 1)."
    )
    assert sitios(sin_mas, "frase_colgante") == [{"origen": "registro:uid1", "campo": "asunto", "mes": None}]


@pytest.mark.parametrize("cola", [20, 24, 25])
def test_lo_que_sigue_de_lo_que_cuelga_se_cita_entero_si_cabe(cola: int) -> None:
    """Caben veinticuatro letras; con una más la última palabra se deja fuera, y se dice con puntos."""
    sigue = f" y {'o' * (cola - 3)}"
    mal = dice(parrafo(f"la información de,{sigue}"), "frase_colgante")
    citada = f"la información de,{' y…' if cola > 24 else sigue}"
    assert mal.startswith(f"corregir: Una frase quedó sin terminar: «{citada}»")


def test_las_frases_largas_se_citan_por_donde_cuelgan() -> None:
    larga = f"{'muy ' * 30}larga, la información de, siendo un total {'muy ' * 30}completo."
    assert "«…muy muy larga, la información de, siendo un total muy…»" in dice(
        parrafo(larga), "frase_colgante"
    )


@pytest.mark.parametrize("texto", ['Se pidió "Procesos', "Se pidió “Procesos", "Se pidió «Procesos"])
def test_las_comillas_sin_cerrar(texto: str) -> None:
    assert dice(parrafo(f"{texto} licitatorios."), "comillas_abiertas") == (
        "revisar: Hay comillas sin cerrar (1.1 paso 1)."
    )
    assert not dice(parrafo('Se pidió "Procesos", “eso” y «lo otro».'), "comillas_abiertas")


CIERRE = plan_de(
    contada("correos", "cantidad_medio", CORREO),
    textos=("Se recibieron {cifra.correos:uno_en_letra} de las áreas.",),
)


def con_cierre_a_mano(texto: str, correos: int, sustituye: str) -> FotoTrimestre:
    filas = tuple(renglon(n, medio="correo", mes=ABRIL, asunto="x") for n in range(1, correos + 1))
    marcas = frozenset({("correos", mes) for mes in (4, 5, 6)})
    a_mano = {"apartado:t1": TextoAMano("apartado:t1", texto, sustituye)}
    return foto(CIERRE, renglones=filas, capturados=marcas, a_mano=a_mano)


def test_el_numero_escrito_a_mano_contra_el_que_dan_los_datos() -> None:
    automatico = "Se recibieron 6 correos de las áreas."
    mal = con_cierre_a_mano("Se recibió información, siendo 5 correos.", 6, automatico)
    assert dice(mal, "numero_a_mano") == (
        "corregir: Un texto escrito a mano no cuadra (1.1 paso 1): dice 5 correos y los datos dan 6 correos."
    )
    assert sitios(mal, "numero_a_mano") == [{"origen": "apartado:t1", "campo": "texto", "mes": None}]
    assert not dice(
        con_cierre_a_mano("Llegaron seis correos, 2 de ellos tarde.", 6, automatico), "numero_a_mano"
    )
    assert "dice un correo" not in dice(con_cierre_a_mano("Llegó un correo.", 1, ""), "numero_a_mano")


def test_el_numero_a_mano_se_lee_tambien_en_mayusculas() -> None:
    automatico = "SE RECIBIERON 6 CORREOS."
    mal = con_cierre_a_mano("LLEGARON CINCO CORREOS.", 6, automatico)
    assert "dice 5 correos y los datos dan 6 correos" in dice(mal, "numero_a_mano")


def test_un_texto_a_mano_de_antes_de_que_cambiaran_los_datos() -> None:
    mal = con_cierre_a_mano("Llegó lo pedido.", 6, "Se recibieron 5 correos de las áreas.")
    assert dice(mal, "texto_a_mano") == (
        "revisar: Los datos cambiaron desde que se escribió a mano un texto (1.1 paso 1): "
        "vea si todavía vale."
    )
    assert not dice(con_cierre_a_mano("Llegó.", 6, "Se recibieron 6 correos de las áreas."), "texto_a_mano")


VISITAS = cifra("visitas")


def test_un_parrafo_con_un_total_que_ningun_cuadro_da() -> None:
    def con(texto: str) -> str:
        mia = parrafo(texto, VISITAS)
        return dice(
            replace(mia, conteos=foto(mia.plan, por_mes("visitas", 6, 3, 3)).conteos), "total_sin_apoyo"
        )

    assert con("En total se hicieron 11 visitas.") == (
        "revisar: Un texto dice 11 visitas (1.1 paso 1) y «visitas» da 12."
    )
    assert "dice 4 visitas" in con("En abril fueron cuatro visitas.")
    assert not con("En el trimestre se hicieron doce visitas.")
    assert not con("En abril fueron 6 visitas, y en junio 3 visitas.")
    assert not con("Se hicieron 2 visitas a Obras.")
    assert not con("En total se hicieron 11 talleres.")


def test_un_numero_fijo_en_el_texto_del_plan() -> None:
    fijo = plan_de(VISITAS, textos=("Dando un total de 211 visitas en el periodo.",))
    assert "Un texto dice 211 visitas" in dice(foto(fijo, por_mes("visitas", 77, 70, 63)), "total_sin_apoyo")
    assert not dice(foto(fijo, por_mes("visitas", 77, 70, 64)), "total_sin_apoyo")


def test_un_total_se_compara_con_los_cuadros_de_toda_su_actividad() -> None:
    """El cuadro está en un paso y el texto en otro."""
    en_otro = Paso("1.1/2", "2", "Contar", (Apartado("t", "parrafo", "En total se hicieron 211 visitas."),))
    base = plan_de(VISITAS)
    (uno,) = base.componentes
    (actividad,) = uno.actividades
    con_dos = replace(actividad, pasos=(*actividad.pasos, en_otro))
    mio = replace(base, componentes=(replace(uno, actividades=(con_dos,)),))
    assert "dice 211 visitas (1.1 paso 2)" in dice(
        foto(mio, por_mes("visitas", 77, 70, 63)), "total_sin_apoyo"
    )


@pytest.mark.parametrize(
    "texto", ["durante marzo", "en el primer trimestre", "el 1er. trimestre", "del 1º Trimestre"]
)
def test_un_resto_del_trimestre_pasado(texto: str) -> None:
    mal = dice(foto(FORMAS, renglones=(pedido(asunto=f"lo hecho {texto}"),)), "resto_de_antes")
    assert mal.startswith("revisar: Todavía se lee «")
    assert mal.endswith("de antes del 2º trimestre 2031 (1.1 paso 1).")


def test_los_datos_propios_los_parrafos_y_los_textos_a_mano_tambien_se_leen() -> None:
    assert dice(foto(FORMAS, renglones=(pedido(campos={"nota": "de enero"}),)), "resto_de_antes")
    assert dice(parrafo("Lo de febrero."), "resto_de_antes")
    assert not dice(parrafo("Lo de febrero.", sin_actividad=frozenset({"1.1"})), "resto_de_antes")
    a_mano = {"oficio:x#cuerpo1": TextoAMano("oficio:x#cuerpo1", "Le entrego lo de enero.", "")}
    assert dice(parrafo("Nada.", a_mano=a_mano), "resto_de_antes")


def test_lo_de_este_trimestre_y_los_otros_anios_no_son_restos() -> None:
    asunto = "lo de abril, mayo y junio del segundo trimestre; el ejercicio 2030; primer aviso trimestral"
    assert not dice(foto(FORMAS, renglones=(pedido(asunto=asunto),)), "resto_de_antes")


def test_en_el_primer_trimestre_el_anio_pasado_si_es_un_resto() -> None:
    en_enero = replace(
        foto(FORMAS), trimestre=Trimestre(2031, 1), renglones_del_ejercicio={1: (pedido(asunto="de 2030"),)}
    )
    assert "«2030»" in dice(en_enero, "resto_de_antes")


def test_el_plan_copiado_del_anio_pasado() -> None:
    viejo = plan(leyenda="2030, Año de la Vecindad")
    assert "«2030»" in dice(foto(viejo), "resto_de_antes")
    oficio = PlantillaOficio(cuerpo=("Entrego el informe de enero.",))
    otro = plan(departamentos=(Departamento("vecindad", "Vecindad", "jefa", oficio),))
    assert "«enero»" in dice(foto(otro), "resto_de_antes")


def test_el_valor_que_falta_se_dice_una_vez_y_en_su_lugar() -> None:
    texto = Apartado("t", "parrafo", "Se alcanzó {alcanzado}%.")
    con_valor = componente(apartados=(texto,), estilo=Estilo(valor="{alcanzado}%"))
    actividad = replace(con_valor.actividades[0], apartados=(texto,))
    impreso = foto(plan(componentes=(replace(con_valor, actividades=(actividad,)),)))
    assert dice(impreso, "valor_que_falta") == "corregir: Falta el valor alcanzado de 1.1."
    assert dice(impreso, "hueco") == (
        "corregir: Falta el valor alcanzado en componente 1: se imprime una raya."
    )
    sin_renglon = replace(con_valor, estilo=Estilo(), actividades=(actividad,))
    assert "en componente 1 y 1.1: se" in dice(foto(plan(componentes=(sin_renglon,))), "hueco")


def test_un_anio_en_un_numero_propio_no_es_un_resto() -> None:
    forma = Forma(
        "f", "F", "Del ejercicio {de}, {nota}.", campos=(Campo("de", "Año", "numero"), Campo("nota", "Nota"))
    )
    fila = renglon(1, campos={"de": "2030", "nota": "nada"})
    en_enero = replace(
        foto(con_formas(forma)), trimestre=Trimestre(2031, 1), renglones_del_ejercicio={1: (fila,)}
    )
    assert not dice(en_enero, "resto_de_antes")


def test_si_ningun_dato_termina_asi_se_salta_al_texto() -> None:
    forma = Forma("f", "F", "Se pidió {asunto} de.", campos=(Campo("nota", "Nota"),))
    mal = foto(con_formas(forma), renglones=(renglon(1, asunto="algo", campos={"nota": "otra"}),))
    assert sitios(mal, "frase_colgante") == [{"origen": "registro:uid1", "campo": "texto", "mes": None}]
