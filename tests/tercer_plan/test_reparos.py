"""Lo que un plan reparte, promedia o cruza y nunca podría decir se dice al cargarlo, con su remedio."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tercer_plan.conftest import AQUI
from ut_escritorio.datos.toml.archivo import ArchivoConReparos
from ut_escritorio.datos.toml.plan import leer_plan

CASOS = {
    "se parte una que no se cuenta": (
        'porcion = { de = "solicitudes", donde',
        'porcion = { de = "recursos", donde',
        "cifra concluidas › porcion: «recursos» no se cuenta de renglones: no hay de qué tomar una parte. "
        "Nombre un número que lleve «cuenta».",
    ),
    "no dice cuáles": (
        'donde = { estado = ["Concluida", "Desechada"] }',
        "donde = {}",
        "cifra concluidas › porcion › donde: no dice cuáles renglones. "
        'Escriba por ejemplo { medio = ["oficio"] }.',
    ),
    "un valor dos veces": (
        '"Concluida", "Desechada"] } }',
        '"Concluida", "concluida"] } }',
        "cifra concluidas › porcion › donde › estado: «concluida» está dos veces. Deje una.",
    ),
    "un campo que nadie pide": (
        'campo = "estado", valores',
        'campo = "estados", valores',
        "componente 1 › actividad 1.2 › cuadro 1 › columnas › banda 1 › campo: "
        "«estados»: por ese dato no se reparten los renglones. ¿Quiso decir «estado»?",
    ),
    "una unidad que no hay": (
        '"tesoreria", "rastro"] }',
        '"tesoreria", "rastros"] }',
        "componente 1 › actividad 1.2 › cuadro 1 › filas › banda 1 › valores: «rastros»: esa unidad no está "
        "en el plan. ¿Quiso decir «rastro»?",
    ),
    "se cruza un campo consigo": (
        'campo = "estado", valores = ["En trámite", "Concluida", "Desechada"]',
        'campo = "origen", valores = ["urbano"]',
        "componente 1 › actividad 1.2 › cuadro 1: cruza «origen» con «origen». "
        "Deje ese campo en las filas o en las columnas.",
    ),
    "se reparte un promedio": (
        'entre = ["solicitudes"], decimales = 2',
        'entre = ["promedio_de_dias"], decimales = 2',
        "cifra impugnadas › porcentaje: «promedio_de_dias» es un promedio o un porcentaje, "
        "y eso no se suma ni se compara. Nombre los números de que sale.",
    ),
    "se necesita a sí misma": (
        'de = ["dias"], entre',
        'de = ["promedio_de_dias"], entre',
        "cifra promedio_de_dias › promedio: se necesita a sí misma. Quítela de su cuenta.",
    ),
    "un decimal en letra": (
        "[Cada solicitud se contestó en {cifra.promedio_de_dias:unidad}",
        "[Cada solicitud se contestó en {cifra.promedio_de_dias:letra}",
        "componente 1 › actividad 1.3 › parrafo 1 › parrafo: «:letra» no va con «cifra.promedio_de_dias», "
        "que es un promedio o un porcentaje. Quítela o cite otro dato.",
    ),
    "el año contra los meses": (
        'columnas = [{ eje = "trimestres", encabezado = "TRIMESTRES DE 2029" }',
        'columnas = [{ eje = "meses" }], pie = { rotulo = "x", cifra = "dias" }, titulo = "Y" } },'
        '{ cuadro = { filas = [{ eje = "trimestres", cifras = ["dias"] }], columnas = [{ eje = "meses" }',
        "componente 1 › actividad 1.4 › cuadro 2: cruza los trimestres del año con meses o con otros "
        "trimestres. Crúcelos con números, con sexos o con valores.",
    ),
    "un promedio que debe cuadrar": (
        "[sustantivos]",
        '[[concordancias]]\nclave = "c"\nmensaje = "m"\n'
        'izquierda = ["impugnadas"]\nderecha = ["dias"]\n[sustantivos]',
        "concordancia c: «impugnadas» es un promedio o un porcentaje, y eso no se suma ni se compara. "
        "Nombre los números de que sale.",
    ),
}


@pytest.mark.parametrize("caso", CASOS)
def test_se_dice_al_cargar(caso: str, tmp_path: Path) -> None:
    bueno, malo, reparo = CASOS[caso]
    texto = (AQUI / "plan.toml").read_text(encoding="utf-8")
    assert texto.count(bueno) == 1
    ruta = tmp_path / "plan.toml"
    ruta.write_text(texto.replace(bueno, malo), encoding="utf-8")
    with pytest.raises(ArchivoConReparos) as error:
        leer_plan(ruta)
    assert reparo in str(error.value)
