"""Un plan mal escrito dice, de una vez, todo lo que hay que corregir y dónde está."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.datos.malos import leer_malos
from tests.datos.oficina import ARCHIVOS, PLAN
from ut_escritorio import rutas
from ut_escritorio.datos.toml.archivo import ArchivoConReparos
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.errores import ErrorEsperado

BIEN = PLAN.read_text(encoding="utf-8")


def reparos(carpeta: Path, texto: str | bytes) -> list[str]:
    """Lo que se le repara a un plan escrito así; vacío si se carga."""
    ruta = carpeta / "plan.toml"
    ruta.write_bytes(texto if isinstance(texto, bytes) else texto.encode("utf-8"))
    (carpeta / "logo.svg").write_bytes((ARCHIVOS / "logo.svg").read_bytes())
    try:
        leer_plan(ruta)
    except ArchivoConReparos as error:
        assert all(str(reparo) in str(error) for reparo in error.reparos)
        return [f"{reparo.lugar}: {reparo.que}" for reparo in error.reparos]
    return []


def cambiado(antes: str, despues: str) -> str:
    assert BIEN.count(antes) >= 1, antes
    return BIEN.replace(antes, despues, 1)


def test_el_plan_chico_se_carga_entero():
    leido = leer_plan(PLAN)
    plan = leido.plan
    assert [lugar.clave for lugar in plan.lugares()] == ["1", "1.1", "1.1/1 bis", "demas"]
    assert [a.clave for a in plan.portada + plan.ultima] == ["portada#1", "portada#2", "firma final"]
    assert [c.clave for c in plan.cuadros] == ["1.1#1", "por sexo"]
    assert plan.cuadro["1.1#1"].molde == "meses_y_total"
    assert plan.departamento["vecindad"].al_final[0].clave == "departamento:vecindad#final1"
    assert plan.ultima[0].texto == "ATENTAMENTE\n«{leyenda}»"
    assert list(leido.contenidos.values()) == [(ARCHIVOS / "logo.svg").read_bytes()]


def test_un_lugar_sin_bloques_ni_hijos_imprime_sus_renglones():
    lugar = leer_plan(PLAN).plan.lugar
    assert [(a.clave, a.clase) for a in lugar["demas"].apartados] == [("demas#1", "renglones")]
    assert [a.clase for a in lugar["1.1"].apartados] == ["cuadro", "cuadro", "cierre"]


def test_el_boton_de_un_paso_puede_ser_de_una_forma_que_el_no_dice(tmp_path: Path):
    """El paso sin formas suyas usa las de más arriba."""
    plan = leer_plan(PLAN).plan
    (paso,) = plan.lugar["1.1"].pasos
    forma = plan.formas_de(paso.clave)[0]
    assert not paso.formas
    boton = f'ficha = {{ rotulo = "Se pidió…", unidad = "origen", forma = "{forma.clave}" }}'
    nombre = f'nombre = "{paso.nombre}"'
    assert reparos(tmp_path, cambiado(nombre, f"{nombre}\n{boton}")) == []
    assert leer_plan(tmp_path / "plan.toml").plan.lugar[paso.clave].ficha.forma == forma.clave


@pytest.mark.parametrize(("antes", "despues", "reparo"), leer_malos("planes_malos.txt"))
def test_cada_error_dice_su_lugar_exacto(tmp_path: Path, antes: str, despues: str, reparo: str):
    assert reparo in reparos(tmp_path, cambiado(antes, despues))


def test_lo_copiado_de_un_pdf_entra_limpio_como_en_la_ventana(tmp_path: Path):
    """Un nombre, un cargo o una clave van en un renglón; un texto que se imprime guarda los suyos."""
    ruta = tmp_path / "plan.toml"
    sucio = {
        'nombre = "Beto Peña"': 'nombre = " Beto\u00a0\u00a0Pen\u0303a "',
        'cargo = "Encargado"': 'cargo = """O\ufb01cial\nde entregas"""',
        'administracion = ["Municipio de Prueba",': 'administracion = ["Municipio de Prue\u00adba ",',
        'numero = "1 bis"': 'numero = "1\u00a0bis"',
        'parrafo = "Es todo."': 'parrafo = """Es\u200b todo.\r\nFin."""',
        'copias = ["C.c.p. Archivo"]': 'copias = ["C.c.p.\u00a0Archivo"]',
    }
    texto = BIEN
    for antes, despues in sucio.items():
        assert texto.count(antes) == 1, antes
        texto = texto.replace(antes, despues)
    ruta.write_text(texto, encoding="utf-8", newline="")
    (tmp_path / "logo.svg").write_bytes((ARCHIVOS / "logo.svg").read_bytes())
    leido = leer_plan(ruta)
    assert leido.catalogo.personas[1].nombre == "Beto Peña"
    assert leido.catalogo.nombramientos[1].cargo == "Oficial de entregas"
    assert leido.catalogo.papeles[0].administracion[0] == "Municipio de Prueba"
    assert leido.plan.lugar["1.1/1 bis"].numero == "1 bis"
    assert leido.plan.departamento["vecindad"].al_final[0].texto == "Es todo.\nFin."
    assert leido.plan.departamento["vecindad"].oficio.copias == ("C.c.p. Archivo",)


def test_lo_que_no_se_cambia_no_tiene_reparos(tmp_path: Path):
    assert reparos(tmp_path, BIEN) == []


def test_un_plan_con_marca_de_orden_de_octetos_se_carga(tmp_path: Path):
    assert reparos(tmp_path, b"\xef\xbb\xbf" + BIEN.encode("utf-8")) == []


def test_se_dicen_todos_los_errores_a_la_vez(tmp_path: Path):
    texto = cambiado("leyenda =", "leyemda =").replace("por_dia = 3", "por_dia = -3")
    assert [r.partition(":")[0] for r in reparos(tmp_path, texto)] == ["cifra visitas › por_dia", "leyemda"]


def test_la_llave_mal_escrita_recibe_la_que_se_le_parece(tmp_path: Path):
    ruta = tmp_path / "plan.toml"
    ruta.write_text(cambiado('corto = "Puertas"', 'cotro = "Puertas"'), encoding="utf-8")
    with pytest.raises(ArchivoConReparos, match="actividad 1.1 › cotro.*¿Quiso decir «corto»?"):
        leer_plan(ruta)


ILEGIBLES = [
    (cambiado('nombre = "Pedir los datos"', 'nombre = "Pedir los datos'), "renglón 167: no se entiende."),
    (BIEN + "\n[programa]\n", f"renglón {BIEN.count(chr(10)) + 2}: hay una llave o tabla repetida."),
    (BIEN.replace("formato = 1", "formato = 2"), "formato: es de otra versión del programa."),
    (BIEN.replace("formato = 1", "formato = 1.0"), "formato: debe ser un número entero y es «1.0»."),
    (BIEN.replace("formato = 1\n", ""), "formato: falta."),
    ("leyenda = \"Año\"".encode("latin-1"), "renglón 1: no está en UTF-8."),
    ("x = " + "[" * 5000, "renglón 1: no se entiende."),
]  # fmt: skip


@pytest.mark.parametrize(("texto", "reparo"), ILEGIBLES)
def test_lo_ilegible_dice_el_renglon(tmp_path: Path, texto: str | bytes, reparo: str):
    assert reparos(tmp_path, texto) == [reparo]


def test_un_archivo_que_no_esta_se_dice_sin_rastros(tmp_path: Path):
    with pytest.raises(ErrorEsperado, match="no existe. Revise"):
        leer_plan(tmp_path / "no hay.toml")
    with pytest.raises(ErrorEsperado, match="es una carpeta"):
        leer_plan(tmp_path)


def test_un_logotipo_que_no_es_imagen_no_entra(tmp_path: Path):
    (tmp_path / "logo.txt").write_text("hola", encoding="utf-8")
    texto = cambiado('archivo = "logo.svg"', 'archivo = "logo.txt"')
    assert reparos(tmp_path, texto) == ["membrete hoja › logo 1 › archivo: «logo.txt» no se puede usar."]


def test_un_plan_del_programa_copiado_a_otra_carpeta_halla_sus_logotipos(tmp_path: Path):
    del_programa = max((rutas.recursos() / "planes").glob("[0-9][0-9][0-9][0-9].toml"))
    copia = tmp_path / "mis planes" / del_programa.name
    copia.parent.mkdir()
    copia.write_bytes(del_programa.read_bytes())
    assert leer_plan(copia) == leer_plan(del_programa)


def test_el_logotipo_junto_al_plan_gana_al_del_programa(tmp_path: Path):
    (tmp_path / "logos").mkdir()
    (tmp_path / "logos" / "municipio.svg").write_bytes((ARCHIVOS / "logo.svg").read_bytes())
    (tmp_path / "plan.toml").write_text(
        cambiado('archivo = "logo.svg"', 'archivo = "logos/municipio.svg"'), encoding="utf-8"
    )
    leido = leer_plan(tmp_path / "plan.toml")
    assert list(leido.contenidos.values()) == [(ARCHIVOS / "logo.svg").read_bytes()]


def test_una_forma_da_sus_rotulos_a_los_datos_de_un_renglon():
    pedido = leer_plan(PLAN).plan.componentes[0].formas[0]
    assert pedido.etiquetas == {"cantidad": "Copias", "destinatario": "A qué áreas"}
    assert leer_plan(PLAN).plan.componentes[0].formas[1].etiquetas == {}


@pytest.mark.parametrize(
    ("antes", "despues", "remedio"),
    [
        ("formato = 1\n", "", "Escriba formato = 1 en el primer renglón."),
        ('numero = "9"', "numero = 9", 'Póngale comillas: "9".'),
        ('numero = "9"', 'número = "9"', "Escriba numero."),
        ('numero = "9"', "numero = “9”", 'Cámbielas por comillas rectas: ".'),
        ('numero = "9"', "numero = Casa 9 # así", 'Escriba numero = "Casa 9".'),
        ('numero = "9"', 'numero = "9', "Parece que falta la comilla que cierra"),
        ("ejercicio = 2031", 'ejercicio = "2,031"', "Quítele las comillas: 2031."),
        ("ejercicio = 2031", "ejercicio = 2,031", "Escriba 2031."),
        ("hasta = 2031-06-30", "hasta = 30/06/2031", "Escriba 2031-06-30, sin comillas."),
        ("hasta = 2031-06-30", 'hasta = "30/06/2031"', "Escriba 2031-06-30, sin comillas."),
        ("hasta = 2031-06-30", "hasta = 30 de junio de 2031", "Escriba 2031-06-30, sin comillas."),
        ("hasta = 2031-06-30", "hasta = 2031-07-30", "Póngale al de antes hasta = 2031-06-30."),
        ("con_folio = true", "con_folio = sí", "Escriba true, en minúsculas."),
        ("con_folio = true", 'con_folio = "sí"', "Escriba true o false, sin comillas."),
        ('medios = ["oficio"]', 'medios = "oficio"', 'Póngalo entre corchetes: ["oficio"].'),
        ("hasta = 2031-06-30", "hasta = 2031/6/30", "Escriba 2031-06-30, sin comillas."),
        ("3 = 12.5 }", "3 = 12,5 }", "Escriba 12.5."),
        ("2 = 30,", "2 = 30 %,", "Escriba 30."),
        ("por_dia = 3", "por_dia = 003", "Escriba 3; si es un texto, entre comillas."),
        ("por_dia = 3", "por dia = 3", "Escriba por_dia."),
        ("por_dia = 3", "por_dia: 3", "Escriba por_dia = 3"),
        ('titulo = "VISITAS"', 'titulo = "A\\B"', "Escríbala doble: \\\\."),
        ("[medios.llamada]", "[medios.oficio]", "«[medios.oficio]» ya está más arriba: deje una"),
    ],
)
def test_el_remedio_es_lo_que_hay_que_escribir(tmp_path: Path, antes: str, despues: str, remedio: str):
    (tmp_path / "logo.svg").write_bytes((ARCHIVOS / "logo.svg").read_bytes())
    ruta = tmp_path / "plan.toml"
    ruta.write_text(cambiado(antes, despues), encoding="utf-8")
    with pytest.raises(ArchivoConReparos) as error:
        leer_plan(ruta)
    assert any(remedio in reparo.remedio for reparo in error.value.reparos)


def test_un_plan_sin_componentes_no_se_carga(tmp_path: Path):
    desde, hasta = BIEN.index("[[componentes]]"), BIEN.index("[[concordancias]]")
    assert "componentes: no hay ninguno." in reparos(tmp_path, BIEN[:desde] + BIEN[hasta:])
    con_lista = BIEN[:desde] + BIEN[hasta:]
    con_lista = con_lista.replace("formato = 1", "formato = 1\ncomponentes = []", 1)
    assert "componentes: no hay ninguno." in reparos(tmp_path, con_lista)


@pytest.mark.parametrize(
    ("plan", "lugar"),
    [
        ("min-cruce.toml", "componente 1 › actividad 1.1 › paso 1 › cuadro 1"),
        ("b2-cruce-cifras.toml", "componente 1 › actividad 1.3 › cuadro 1"),
    ],
)
def test_un_cuadro_que_diria_los_numeros_de_una_area_con_el_nombre_de_otra_no_se_carga(plan: str, lugar: str):
    with pytest.raises(ArchivoConReparos) as error:
        leer_plan(ARCHIVOS / plan)
    (reparo,) = error.value.reparos
    assert (reparo.lugar, reparo.que) == (
        lugar,
        "cruza números con números: cada celda sería de dos a la vez.",
    )
