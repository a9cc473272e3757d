"""Un plan mal escrito dice, de una vez, todo lo que hay que corregir y dónde está."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.datos.oficina import ARCHIVOS, PLAN
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


MALOS = [
    ("leyenda =", "leyemda =", "leyemda: esa llave no se conoce aquí."),
    ('numero = "9"', "numero = 9", "programa › numero: debe ser un texto entre comillas y es un número."),
    ("ejercicio = 2031", 'ejercicio = "2031"', "ejercicio: debe ser un número entero y es un texto."),
    ("ejercicio = 2031", "ejercicio = 1931", "ejercicio: «1931» no puede ser."),
    ('persona = "ana"', 'persona = "anna"', "nombramiento 1 › persona: «anna»: esa persona no está en el plan."),
    ("hasta = 2031-06-30", "hasta = 2031-06-31", "nombramiento 2 › hasta: el día «2031-06-31» no existe en el calendario."),
    ("hasta = 2031-06-30", 'hasta = "2031-06-30"', "nombramiento 2 › hasta: «2031-06-30» es un texto y debe ser una fecha."),
    ("hasta = 2031-06-30", "hasta = 2031-06-30T10:00:00", "nombramiento 2 › hasta: debe ser una fecha sin comillas y es «2031-06-30 10:00:00»."),
    ("hasta = 2031-06-30", "hasta = 2031-06-30\ndesde = 2031-08-01", "nombramiento 2 › hasta: es anterior a «desde»."),
    ('clave = "organo"', 'clave = "tesoreria"', "unidad tesoreria › clave: «tesoreria» está repetida."),
    ('articulo = "el"', 'articulo = "lo"', "unidad organo › articulo: «lo» no se conoce."),
    ('archivo = "logo.svg"', 'archivo = "../logo.svg"', "membrete hoja › logo 1 › archivo: «../logo.svg» no se puede usar."),
    ("alto_mm = 12.5", "alto_mm = -1", "membrete hoja › logo 1 › alto_mm: «-1» no puede ser."),
    ('genero = "f"\n[sustantivos', 'genero = "x"\n[sustantivos', "sustantivo visita › genero: «x» no se conoce."),
    ("con_folio = true", 'con_folio = "sí"', "medio oficio › con_folio: debe ser true o false y es un texto."),
    ('unidad = "visita"\ncaptura', 'unidad = "vsita"\ncaptura', "cifra visitas › unidad: «vsita»: ese sustantivo no está en el plan."),
    ("por_dia = 3", "por_dia = 2.5", "cifra visitas › por_dia: debe ser un número entero y es «2.5»."),
    ("por_dia = 3", "por_dia = -3", "cifra visitas › por_dia: «-3» no puede ser."),
    ("por_dia = 3", "por_dia = true", "cifra visitas › por_dia: debe ser un número entero y es verdadero o falso."),
    ('captura = ["mes", "mes y sexo"]', 'captura = ["semana"]', "cifra visitas › captura: «semana» no se conoce."),
    ('captura = ["mes", "mes y sexo"]', 'captura = ["mes"]\nformula = { suma = ["todo"] }', "cifra visitas: debe decir de dónde sale, y de un solo lado."),
    ('lugares = ["1.1/1 bis"], medios', 'lugares = ["1.1/9"], medios', "cifra oficios › cuenta › lugares: «1.1/9»: ese lugar no está en el plan."),
    ('medios = ["oficio"], sentidos', 'medios = ["ofcio"], sentidos', "cifra oficios › cuenta › medios: «ofcio»: ese medio no está en el plan."),
    ('formas = ["pedido"] }', 'formas = ["pidido"] }', "cifra oficios › cuenta › formas: «pidido»: esa forma no está en el plan."),
    ('que = "folios"', 'que = "hojas"', "cifra oficios › cuenta › que: «hojas» no se conoce."),
    ('suma = ["visitas", "asesorias"]', 'suma = ["visitas", "todo"]', "cifra todo › formula: se necesita a sí misma."),
    ('cifras = ["$*"]', 'cifras = ["$x"]', "molde meses_y_total › filas › banda 1 › cifras: «$x»: esa cifra no está en el plan."),
    ('{ eje = "meses" }, { eje = "trimestre"', '{ eje = "mes" }, { eje = "trimestre"', "molde meses_y_total › columnas › banda 1 › eje: «mes» no se conoce."),
    ('puesto = "jefa"\n[departamentos.oficio]', 'puesto = "jefe"\n[departamentos.oficio]', "departamento vecindad › puesto: «jefe»: ese puesto no está en el plan."),
    ('destinatario = "titular"', 'destinatario = "titula"', "departamento vecindad › oficio › destinatario: «titula»: ese puesto no está en el plan."),
    ('saludo = "PRESENTE"', 'saludo = "{periodo"', "departamento vecindad › oficio › saludo: Una llave «{» quedó suelta; complétela o escríbala doble."),
    ('cuerpo = ["Le', 'cuerpo = ["[Le', "departamento vecindad › oficio › cuerpo: Un corchete «[» quedó sin cerrar; ciérrelo con «]» o escriba «[[»."),
    ('departamento = "vecindad"', 'departamento = "vecinda"', "componente 1 › departamento: «vecinda»: ese departamento no está en el plan."),
    ('estilo = "llano"', 'estilo = "lleno"', "componente 1 › estilo: «lleno»: ese estilo no está en el plan."),
    ('medios = ["oficio"]\nagrupa', 'medios = ["fax"]\nagrupa', "componente 1 › forma pedido › medios: «fax»: ese medio no está en el plan."),
    ('clase = "hora"', 'clase = "minuto"', "componente 1 › forma pedido › campo hora › clase: «minuto» no se conoce."),
    ('clave = "otro"', 'clave = "pedido"', "componente 1 › forma pedido › clave: «pedido» está repetida."),
    ("programado = { 2 = 30,", 'programado = { 5 = 30,', "componente 1 › actividad 1.1 › programado › 5: no es el porcentaje de un trimestre."),
    ("programado = { 2 = 30,", 'programado = { 2 = "30",', "componente 1 › actividad 1.1 › programado › 2: no es el porcentaje de un trimestre."),
    ('molde = "meses_y_total", cifras = ["visitas"]', 'molde = "meses", cifras = ["visitas"]', "componente 1 › actividad 1.1 › cuadro 1 › molde: «meses»: ese molde no está en el plan."),
    ('cifras = ["visitas"], titulo', 'cifras = [], titulo', "componente 1 › actividad 1.1 › cuadro 1 › cifras: Este molde pide 1 cifras y se dieron 0; agregue las que faltan."),
    ('cifras = ["visitas"], titulo', 'cifras = ["vistas"], titulo', "componente 1 › actividad 1.1 › cuadro 1 › cifras: «vistas»: esa cifra no está en el plan."),
    ('filas = [{ eje = "meses" }], columnas = [{', 'filas = [{ eje = "meses" }], columnas = 3, otra = [{', "componente 1 › actividad 1.1 › cuadro 2 › columnas: debe ser una lista entre corchetes y es un número."),
    ('sexos = ["ni", "mujeres"]', 'sexos = ["ni", "niñas"]', "componente 1 › actividad 1.1 › cuadro 2 › columnas › banda 1 › sexos: «niñas» no se conoce."),
    ('etiquetas = ["N/I", "M"]', 'etiquetas = ["N/I"]', "componente 1 › actividad 1.1 › cuadro 2 › columnas › banda 1 › etiquetas: son 1."),
    ('{ eje = "sexos", cifras = ["visitas"],', '{ eje = "sexos",', "componente 1 › actividad 1.1 › cuadro 2: tiene celdas que no dicen qué cuentan."),
    ('cierre = "Siendo {cuenta.oficios+visitas}."', 'cierre = "Siendo {cuenta.oficios+visit}."', "componente 1 › actividad 1.1 › cierre 1 › cierre: «visit»: esa cifra no está en el plan. ¿Quiso decir «visitas»?"),
    ('cierre = "Siendo {cuenta.oficios+visitas}."', 'cierre = "x", titulo = "y"', "componente 1 › actividad 1.1 › bloque 1: debe llevar una sola clase."),
    ('clave = "por sexo"', 'clave = "1.1#1"', "componente 1 › actividad 1.1 › cuadro 2 › clave: «1.1#1» está repetida."),
    ('clave = "demas"', 'clave = "1.1"', "componente 1 › actividad 1.2 › clave: «1.1» está repetida."),
    ('nombre = "Pedir los datos"', 'nombre = " "', "componente 1 › actividad 1.1 › paso 1 bis › nombre: está vacío."),
    ('nombre = "Pedir los datos"', "", "componente 1 › actividad 1.1 › paso 1 bis › nombre: falta."),
    ('nombre = "Pedir los datos"', 'nombre = "a\\u0000b"', "componente 1 › actividad 1.1 › paso 1 bis › nombre: trae un carácter nulo."),
    ('derecha = ["oficios"]', 'derecha = ["ofícios"]', "concordancia visitas contra oficios › derecha: «ofícios»: esa cifra no está en el plan."),
    ('relacion = "no mayor"', 'relacion = "menor"', "concordancia visitas contra oficios › relacion: «menor» no se conoce."),
    ('cifra = "visitas"\nrotulo', 'cifra = "visita"\nrotulo', "mosaico 1 › cifra: «visita»: esa cifra no está en el plan."),
]  # fmt: skip


@pytest.mark.parametrize(("antes", "despues", "reparo"), MALOS)
def test_cada_error_dice_su_lugar_exacto(tmp_path: Path, antes: str, despues: str, reparo: str):
    assert reparo in reparos(tmp_path, cambiado(antes, despues))


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
    (cambiado('nombre = "Pedir los datos"', 'nombre = "Pedir los datos'), "renglón 166: no se entiende."),
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
