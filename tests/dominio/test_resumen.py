"""Lo que resume un lugar junto a su nombre."""

from __future__ import annotations

from tests.inventado import banda, cifra, componente, foto, plan, por_mes, renglon
from ut_escritorio.dominio.impreso.resumen import cuenta_de
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Mosaico
from ut_escritorio.dominio.plan.cuadros import Cuadro


def cuenta(*cifras: str, mosaicos: tuple[str, ...] = (), renglones: int = 0, conocidas: bool = True) -> str:
    """La del paso, cuyo cuadro enseña esas cifras: la primera vale 3, la segunda 30."""
    suyos = (Apartado("c", "cuadro", cuadro="c"),) if cifras else (Apartado("r", "renglones"),)
    suya = plan(
        cifra("una"),
        cifra("otra"),
        componentes=(componente(paso=suyos),),
        cuadros=(Cuadro("c", (banda("cifras", *cifras),), (banda("meses"),)),) if cifras else (),
        mosaicos=tuple(Mosaico(clave, clave) for clave in mosaicos),
    )
    escrito = por_mes("una", 1, 1, 1) | por_mes("otra", 10, 10, 10) if conocidas else {}
    de_hoy = foto(suya, escrito, tuple(renglon(n) for n in range(1, renglones + 1)))
    return cuenta_de(de_hoy, suya.lugar["1.1/1"])


def test_es_la_unica_cifra_de_su_cuadro_o_la_que_de_ahi_ensena_el_tablero():
    assert cuenta("una") == "3"
    assert cuenta("una", "otra") == "", "con dos no se sabe cuál"
    assert cuenta("una", "otra", mosaicos=("otra",)) == "30"
    assert cuenta("una", "otra", mosaicos=("ajena", "otra", "una")) == "30", "la primera del Tablero"
    assert cuenta("una", conocidas=False) == "", "no se sabe: no es cero"


def test_sin_cuadro_es_cuanto_se_anoto():
    assert (cuenta(renglones=2), cuenta()) == ("2", "")
