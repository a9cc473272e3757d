"""Con los números que sean de dos años, cada barra y el comparativo dicen lo que su celda."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.graficas.de_la_foto import del_informe, por_sexo
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import Trimestre, mes_corto
from ut_escritorio.dominio.plan.cifras import Numero
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado.comparativo import tabla_del_comparativo

MESES = (4, 5, 6)
CIFRAS = ("solicitudes", "recursos", "denuncias", "sesiones")
CELDAS = st.dictionaries(
    st.tuples(
        st.sampled_from(CIFRAS),
        st.sampled_from(MESES),
        st.sampled_from((None, "hombres", "mujeres", "ni")),
    ),
    st.integers(0, 1_000_000),
)


def _con(foto: FotoTrimestre, anio: int, numeros: dict) -> FotoTrimestre:
    valores = {Casilla(cifra, 2, mes, sexo): valor for (cifra, mes, sexo), valor in numeros.items()}
    return replace(foto, trimestre=Trimestre(anio, 2), conteos=Conteos(valores), hace_un_anio=None)


def _en_los_cuadros(foto: FotoTrimestre) -> dict[Casilla, Numero | None]:
    cuadros = (dibujar(cuadro, foto) for cuadro in foto.plan.cuadros)
    celdas = (celda for cuadro in cuadros for celda in cuadro.celdas)
    return {celda.casilla: celda.valor.numero for celda in celdas if celda.casilla and celda.valor}


@given(ahora=CELDAS, antes=CELDAS)
def test_cada_barra_vale_lo_que_su_celda(foto: FotoTrimestre, ahora: dict, antes: dict) -> None:
    otra = _con(foto, 2023, antes)
    esta = replace(_con(foto, 2024, ahora), hace_un_anio=otra)
    celdas, de_antes = _en_los_cuadros(esta), _en_los_cuadros(otra)
    cortos = {mes_corto(mes): mes for mes in MESES}
    claves = {f"{cifra.nombre}, 2024": cifra.clave for cifra in esta.plan.cifras}
    vistas = 0
    for grafica in del_informe(esta):
        clave = claves.get(grafica.titulo.removesuffix(", por sexo"))
        for barra in grafica.barras if clave else ():
            casilla = Casilla(clave or "", 2, cortos[barra.rotulo])
            if casilla in celdas:
                assert barra.valor == celdas[casilla]
                assert barra.antes == (de_antes[casilla] if grafica.contra else None)
                vistas += 1
    assert vistas
    partida = por_sexo(esta, "solicitudes", MESES, "")
    assert partida is not None
    for barra, mes in zip(partida.barras, MESES, strict=True):
        suyas = [celdas[Casilla("solicitudes", 2, mes, sexo)] for sexo in ("hombres", "mujeres", "ni")]
        assert list(barra.partes[:3]) == suyas
    dicho = {
        fila[0].texto: fila[1].texto
        for fila in tabla_del_comparativo(esta, Origen("apartado", "x")).filas[1:]
        if len(fila) > 1
    }
    for cifra in esta.plan.cifras:
        total = Casilla(cifra.clave, 2)
        if total in celdas and cifra.nombre in dicho:
            numero, (dice, _, sin) = celdas[total], dicho[cifra.nombre].partition(" sin ")
            assert dice == ("sin dato" if numero is None else f"{numero:,}")
            if numero is not None and cifra.clave in CIFRAS:
                vacios = [mes for mes in MESES if celdas[Casilla(cifra.clave, 2, mes)] is None]
                assert sin == lista([mes_corto(mes).lower() for mes in vacios]), (
                    "el que va a medias sí está ahí"
                )
