"""Una errata en el plan o en sus datos se dice al cargar, con su lugar y su remedio; no al imprimir."""

from __future__ import annotations

from pathlib import Path

import pytest

from ut_escritorio.datos.toml.archivo import ArchivoConReparos
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre

AQUI = Path(__file__).parent


def con_errata(archivo: str, bueno: str, malo: str, tmp_path: Path) -> Path:
    texto = (AQUI / archivo).read_text(encoding="utf-8")
    assert texto.count(bueno) == 1
    ruta = tmp_path / archivo
    ruta.write_text(texto.replace(bueno, malo), encoding="utf-8")
    return ruta


@pytest.mark.parametrize(
    ("bueno", "malo", "reparo"),
    [
        (
            "{destinatario:a}",
            "{destinatario:aa}",
            "componente A › actividad A.1 › forma pedido › texto: «aa»: así no se dice ningún dato. "
            "¿Quiso decir «a»?",
        ),
        (
            "{asunto:inicial}",
            "{asumto:inicial}",
            "componente B › forma nota › texto: «asumto»: ese dato no existe. ¿Quiso decir «asunto»?",
        ),
        (
            "{cifra.memos:unidad}",
            "{cifra.memos.mujer?uno|varios}",
            "componente A › actividad A.1 › paso 1 bis › cierre 1 › cierre: «mujer» no es un sexo de los "
            "que se cuentan. ¿Quiso decir «mujeres»?",
        ),
        (
            "({programado} %)",
            "[({progamado} %)]",
            "estilo llano › valor: «progamado»: ese dato no existe. ¿Quiso decir «programado»?",
        ),
        (
            '"planos", "todas"], titulo',
            '"planos", "todas"], etiquetas = ["A", "B", "C", "D", "E", "F"], titulo',
            "componente C › actividad C.1 › cuadro 1 › cifras: En esta clase de cuadro sobra «F»; quítelo.",
        ),
    ],
)
def test_un_texto_del_plan_que_nombra_lo_que_no_hay(
    bueno: str, malo: str, reparo: str, tmp_path: Path
) -> None:
    with pytest.raises(ArchivoConReparos) as dicho:
        leer_plan(con_errata("plan.toml", bueno, malo, tmp_path))
    assert [str(cada) for cada in dicho.value.reparos] == [reparo]


@pytest.mark.parametrize("lugar", ["A.1", "C"])
def test_un_renglon_donde_nada_se_imprimiria(lugar: str, tmp_path: Path) -> None:
    leido = leer_plan(AQUI / "plan.toml")
    datos = con_errata("trimestre.toml", 'lugar = "B"', f'lugar = "{lugar}"', tmp_path)
    with pytest.raises(ArchivoConReparos) as dicho:
        leer_trimestre(datos, leido.plan, leido.catalogo)
    assert [str(cada) for cada in dicho.value.reparos] == [
        f"renglón 3 ({lugar}) › lugar: ahí no se imprime lo que se anota. "
        "Dele al lugar { renglones = true }."
    ]
