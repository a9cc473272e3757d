"""Comparar: los números del informe lado a lado, con teclado, y Enter lleva al trimestre de la columna."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import clic, poner_en, tecla
from ut_escritorio.dominio.graficas.de_la_foto import del_tablero
from ut_escritorio.dominio.numeros.avance import avances
from ut_escritorio.dominio.numeros.por_componente import por_componente
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.periodos import Trimestre, trimestre_del_mes
from ut_escritorio.dominio.plan.cifras import Capturada, Numero
from ut_escritorio.dominio.porcentajes import sin_partir
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.documento import Grafica, Parrafo, Tabla
from ut_escritorio.interfaz.tablero.comparar.filas import filas_comparadas
from ut_escritorio.interfaz.tablero.cuentas import cuentas_de
from ut_escritorio.interfaz.tablero.del_anio.filas import COLUMNAS, filas_del_anio, grafica_de
from ut_escritorio.interfaz.tablero.vistas import COMPARAR
from ut_escritorio.servicios.archivo import creacion, expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura import numeros
from ut_escritorio.servicios.captura.comparar import comparar
from ut_escritorio.servicios.entrega.informe import documento_de
from ut_escritorio.servicios.oficina import anio, plan

TESTS = Path(__file__).parents[1]


def otro_anio(exp: Expediente, este: Trimestre) -> None:
    """El año que sigue, donde la primera actividad con cuadro pasó a ser otra, con números en tres meses."""
    plan_ = exp.foto(este).plan
    cadenas = (plan_.cadena[una.lugar.clave] for _, suyas in por_componente(plan_) for una in suyas)
    mudada = next(cadena[1].clave for cadena in cadenas if len(cadena) > 1)
    nuevo = anio.proponer_anio(exp, este)
    destinos = [replace(d, numero=f"{d.numero}9") if d.clave == mudada else d for d in nuevo.destinos]
    anio.crear_anio(exp, este, replace(nuevo, destinos=tuple(destinos)), {})
    siguiente = Trimestre(este.ejercicio + 1, 1)
    for n, cifra in enumerate(exp.foto(siguiente).plan.cifras):
        if isinstance(cifra.fuente, Capturada) and "mes" in cifra.fuente.captura:
            for mes in (1, 2, 4):
                trimestre = (mes + 2) // 3
                casilla = Casilla(cifra.clave, trimestre, mes)
                numeros.capturar(exp, Trimestre(siguiente.ejercicio, trimestre), casilla, 7 * n + mes)


def con_otro_anio(archivo: Path) -> None:
    """En un archivo del ejemplo, también 2025."""
    with expediente.abrir(archivo, lambda: datetime(2024, 7, 4, tzinfo=UTC)) as exp:
        otro_anio(exp, Trimestre(2024, 2))


@pytest.fixture(params=["ejemplo", "segundo_plan", "tercer_plan"])
def dos_anios(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Expediente, int]]:
    ruta, plan = tmp_path / "dos.sqlite", TESTS / request.param

    def ahora() -> datetime:
        return datetime(2024, 7, 4, tzinfo=UTC)

    if request.param == "ejemplo":
        exp = creacion.crear_ejemplo(ruta, ahora)
    else:
        exp = creacion.crear(ruta, plan / "plan.toml", plan / "trimestre.toml", ahora)
    with exp:
        primero = exp.trimestres()[0].ejercicio
        otro_anio(exp, Trimestre(primero, 1))
        yield exp, primero


def _en_el_informe(exp: Expediente, ejercicio: int) -> dict[tuple[Trimestre, str, int | None], Numero | None]:
    """Lo que dice cada celda de los cuadros que se imprimen ese año, sin distinguir sexo."""
    fotos = [exp.foto(Trimestre(ejercicio, numero)) for numero in (1, 2, 3, 4)]
    return {
        (foto.trimestre, celda.casilla.cifra, celda.casilla.mes): celda.valor.numero
        for foto in fotos
        for cuadro in foto.plan.cuadros
        for celda in dibujar(cuadro, foto).celdas
        if celda.casilla and celda.valor and celda.casilla.sexo is None
        and celda.casilla.trimestre == foto.trimestre.numero
    }  # fmt: skip


def _en_recuadros_y_graficas(foto: FotoTrimestre, impreso: Mapping[Any, Numero | None]) -> int:
    """Cada recuadro y cada barra dice lo que su celda impresa; cuántos de ellos traen número."""
    este, vistos = foto.trimestre, []
    for mosaico, cuenta in zip(foto.plan.mosaicos, cuentas_de(foto), strict=True):
        for mes, valor in zip((*este.meses, None), (*cuenta.meses, cuenta.total), strict=True):
            vistos.append(((este, mosaico.cifra, mes), valor.numero))
    for una in del_tablero(foto):
        for mes, barra in enumerate(grafica_de(foto, una.cifra.clave, None, "meses").barras, start=1):
            de_su_mes = trimestre_del_mes(este.ejercicio, mes)
            vistos.append(((de_su_mes, una.cifra.clave, mes), barra.valor))
    en_papel = [(celda, numero) for celda, numero in vistos if celda in impreso]
    assert all(numero == impreso[celda] for celda, numero in en_papel)
    return sum(numero is not None for _, numero in en_papel)


def test_cada_numero_del_anio_y_de_lo_comparado_es_el_de_su_celda_impresa(dos_anios: tuple[Expediente, int]):
    exp, primero = dos_anios
    impreso = _en_el_informe(exp, primero) | _en_el_informe(exp, primero + 1)
    del_anio = comparados = vistos = 0
    for ejercicio in (primero, primero + 1):
        for fila in filas_del_anio(exp.foto(Trimestre(ejercicio, 2))):
            for n, columna in enumerate(COLUMNAS if fila.clave else ()):
                celda = (Trimestre(ejercicio, columna.trimestre or 1), fila.clave, columna.mes)
                if columna.trimestre and celda in impreso:
                    assert fila.numero(n) == impreso[celda], celda
                    del_anio += impreso[celda] is not None
        for numero in (1, 2, 3, 4):
            vistos += _en_recuadros_y_graficas(exp.foto(Trimestre(ejercicio, numero)), impreso)
    for numero in (1, 2):
        este = Trimestre(primero + 1, numero)
        for _, suyas in comparar(exp, este, date(primero + 1, 5, 14)).por_componente:
            for una in suyas:
                clave = una.cifra.clave
                assert una.total.numero == impreso.get((este, clave, None), una.total.numero)
                for contra in (una.anterior, una.hace_un_anio):
                    for trimestre, meses, valor in (
                        (este, contra.meses, contra.este),
                        (contra.trimestre, contra.otros, contra.otro),
                    ):
                        if len(meses) == 1 and (trimestre, clave, meses[0]) in impreso:
                            assert valor.numero == impreso[trimestre, clave, meses[0]]
                            comparados += 1
    assert del_anio > 10
    assert comparados > 1
    assert vistos > 10


def test_en_la_ventana_se_compara_se_copia_y_enter_lleva_a_su_trimestre(abrir, archivo: Path):
    con_otro_anio(archivo)
    ventana = abrir(Trimestre(2025, 2), date(2025, 5, 14))
    tablero = ventana.pestanas.ir_a("tablero")
    clic(tablero.tira.botones[COMPARAR])
    pagina = tablero.otras[COMPARAR]
    modelo = pagina.modelo
    assert pagina.isVisible()
    assert pagina.aviso.isHidden()
    assert modelo.rotulos() == [
        "", "2º 2025", "1º 2025", "Contra 1º 2025", "2º 2024", "Contra 2º 2024", "Va de 2025",
    ]  # fmt: skip
    (cual,) = (n for n, fila in enumerate(modelo.filas) if fila.clave == "portal")
    assert modelo.texto(cual, 4) == "77 en abr ◆"
    assert "◆ Pasó a ser otra: en 2024 era 1.2 Portal." in modelo.filas[cual].frase
    poner_en(pagina.tabla)
    pagina.tabla.setCurrentIndex(modelo.index(cual, 4))
    assert pagina.frase.text() == modelo.filas[cual].frase
    tecla(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().split("\t")[0] == modelo.filas[cual].nombre
    repintadas = []
    modelo.dataChanged.connect(lambda a, b: repintadas.append((a.row(), b.row())))
    ventana.sesion.hacer(numeros.capturar, Casilla("portal", 2, 4), 1_000_000)
    assert repintadas == [(cual, cual)]
    assert modelo.texto(cual, 5) == "999,923 más"
    tecla(Qt.Key.Key_Return)
    assert (ventana.sesion.trimestre, ventana.vista.donde()[1]) == (Trimestre(2024, 2), "1.2/1")
    tablero = ventana.pestanas.ir_a("tablero")
    assert tablero.otras[COMPARAR].isVisible(), "sigue la vista que se veía"
    assert tablero.otras[COMPARAR].modelo.texto(cual, 4) == "sin dato", "de 2023 no hay nada"


def test_con_el_reloj_de_otro_anio_se_comparan_los_meses_ya_acabados_al_guardar_lo_ultimo(abrir):
    ventana = abrir(Trimestre(2024, 2), date(2024, 5, 14))
    for mes in (1, 2, 3):
        numeros.capturar(ventana.sesion.expediente, Trimestre(2024, 1), Casilla("portal", 1, mes), 70)
    ventana.close()
    ventana = abrir(Trimestre(2024, 2), date(2019, 1, 3))
    tablero = ventana.pestanas.ir_a("tablero")
    tablero.ver(COMPARAR)
    pagina = tablero.otras[COMPARAR]
    assert pagina.aviso.text() == (
        "Hoy es 03/01/2019 según este equipo, lejos de lo que hay en el archivo: se comparan los meses "
        "ya acabados el 14/05/2024, lo último que se guardó."
    )
    portal = next(fila for fila in pagina.modelo.filas if fila.clave == "portal")
    assert portal.celdas[1:3] == ("70 en ene", "7 más (10 %)")


def test_el_resumen_dice_los_numeros_de_los_recuadros(dos_anios: tuple[Expediente, int]) -> None:
    exp, primero = dos_anios
    plan.relacionar(exp, Trimestre(primero, 1), "resumen", True)
    dichos = 0
    for foto in (exp.foto(Trimestre(primero, numero)) for numero in (1, 2)):
        (hoja,) = [s for s in documento_de(foto).secciones if s.marcador == "Resumen"]
        resumen = " ".join(bloque.texto for bloque in hoja.bloques if isinstance(bloque, Parrafo))
        totales = [c.total.numero for c in cuentas_de(foto) if c.total.completo and (c.total.numero or 0) > 1]
        assert {str(numero) for numero in totales} <= set(re.findall(r"[\d.]+\d|\d", resumen))
        dichos += len(totales)
    assert dichos or not foto.plan.mosaicos


def test_las_hojas_del_informe_dicen_lo_mismo_que_el_tablero_con_el_trimestre_acabado(dos_anios) -> None:
    exp, primero = dos_anios
    este = Trimestre(primero + 1, 2)
    antes = documento_de(exp.foto(este))
    for clase in ("resumen", "comparativo", "graficas"):
        plan.relacionar(exp, este, clase, True)
    foto = exp.foto(este)
    hojas = {seccion.marcador: seccion.bloques for seccion in documento_de(foto).secciones}
    (tabla,) = [bloque for bloque in hojas["Comparativo"] if isinstance(bloque, Tabla)]
    dichas = [[celda.texto for celda in fila] for fila in tabla.filas[1:] if len(fila) == tabla.columnas]
    de_la_ventana = filas_comparadas(comparar(exp, este, este.siguiente.primer_dia))
    assert dichas == [[fila.nombre, *map(sin_partir, fila.celdas)] for fila in de_la_ventana if fila.clave]
    assert any("más" in dicho or "menos" in dicho for fila in dichas for dicho in fila)
    for grafica in (bloque for bloque in hojas["Gráficas"] if isinstance(bloque, Grafica)):
        if grafica.clase == "metas":
            assert [b.valor for b in grafica.barras] == [a.alcanzado for a in avances(foto)]
            assert [b.antes for b in grafica.barras] == [a.meta for a in avances(foto)]
    for clase in ("resumen", "comparativo", "graficas"):
        plan.relacionar(exp, este, clase, False)
    assert documento_de(exp.foto(este)) == antes
