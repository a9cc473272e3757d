"""Teclear y pegar en un cuadro: todo o nada, y se nombra la celda que está mal."""

from __future__ import annotations

from tests.inventado import ABRIL, JUNIO, MAYO, TRIMESTRE, banda, cifra, foto, plan, por_mes
from ut_escritorio.dominio.numeros.pegado import CambioDeConteo, proponer_pegado
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.plan.cuadros import Cuadro
from ut_escritorio.dominio.propuestas import Propuesta, Reparo
from ut_escritorio.dominio.trimestre.conteos import Casilla

CUADRO = Cuadro("c", (banda("cifras", "v"),), (banda("meses"), banda("trimestre")), "VISITAS")
TABLA = dibujar(CUADRO, foto(plan(cifra("v")), por_mes("v", 1, 2, 3)))


def pegar(*filas: tuple[str, ...], fila: int = 2, columna: int = 0) -> Propuesta[CambioDeConteo]:
    return proponer_pegado(TABLA, fila, columna, filas)


def casilla(mes: int) -> Casilla:
    return Casilla("v", TRIMESTRE.numero, mes)


def test_un_bloque_bueno_propone_cada_numero_en_su_casilla() -> None:
    propuesta = pegar(("7", "", "1,250"))
    assert propuesta.aplicable
    assert propuesta.cambios == (
        CambioDeConteo(casilla(ABRIL), 7),
        CambioDeConteo(casilla(MAYO), None),
        CambioDeConteo(casilla(JUNIO), 1250),
    )
    assert propuesta.nombre == "Pegar 3 celdas"


def test_en_un_cuadro_de_una_sola_fila_la_columna_copiada_se_acuesta_y_al_reves() -> None:
    acostada = pegar(("7",), ("",), ("1,250",))
    assert acostada.cambios == pegar(("7", "", "1,250")).cambios
    assert acostada.nombre == "Pegar 3 celdas"
    (fuera,) = pegar(("7",), ("8",), columna=2).reparos[:1]
    assert fuera.lugar == "v, todo el trimestre", "ni así cabe fuera de sus meses"
    de_pie = Cuadro("c", (banda("meses"), banda("trimestre")), (banda("cifras", "v"),))
    tabla = dibujar(de_pie, foto(plan(cifra("v")), por_mes("v", 1, 2, 3)))
    primera = next(celda for celda in tabla.celdas if celda.editable)
    de_lado = proponer_pegado(tabla, primera.fila, primera.columna, (("7", "", "1,250"),))
    assert de_lado.cambios == acostada.cambios
    dos = Cuadro("c", (banda("cifras", "v", "w"),), (banda("meses"),))
    de_dos = dibujar(dos, foto(plan(cifra("v"), cifra("w")), por_mes("v", 1, 2, 3)))
    primera = next(celda for celda in de_dos.celdas if celda.editable)
    bajadas = proponer_pegado(de_dos, primera.fila, primera.columna, (("7",), ("8",)))
    assert [cambio.casilla.cifra for cambio in bajadas.cambios] == ["v", "w"], "si cabe como viene, así va"


def test_una_celda_mala_impide_todo_y_se_nombra() -> None:
    propuesta = pegar(("7", "ocho", "9"))
    assert not propuesta.aplicable
    (reparo,) = propuesta.reparos
    assert (reparo.lugar, reparo.remedio) == ("v, mayo", "No se pegó nada.")
    assert "«ocho»" in reparo.que


def test_sobre_un_total_o_un_rotulo_solo_cabe_lo_mismo_que_ya_dice() -> None:
    assert pegar(("ABRIL", "MAYO", "JUNIO", "TOTAL"), ("7", "8", "9", "6"), fila=1).aplicable
    (total,) = pegar(("7", "8", "9", "24")).reparos
    assert (total.lugar, total.que) == ("v, todo el trimestre", "Esa celda se calcula sola.")
    (rotulo,) = pegar(("ENERO",), fila=1).reparos
    assert rotulo.lugar == "ABRIL"


def test_lo_que_cae_fuera_se_dice_y_el_blanco_de_afuera_no_estorba() -> None:
    (reparo,) = pegar(("9", "6", "sobra"), columna=2).reparos
    assert str(reparo) == (
        "renglón 1, columna 3 de lo pegado: «sobra» cae fuera del cuadro. Pegue un bloque más chico."
    )
    assert pegar(("9", "6", " "), ("",), columna=2).aplicable


def test_se_dice_cuanto_se_pega() -> None:
    assert pegar(("7",)).nombre == "Pegar 1 celda"


def test_un_reparo_sin_remedio_no_deja_espacio_al_final() -> None:
    assert str(Reparo("mayo", "falta.", "")) == "mayo: falta."
