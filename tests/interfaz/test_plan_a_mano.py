"""De «Empezar» con el plan en blanco al componente 2 impreso, igual al del ejemplo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.interfaz.captura_a_mano import Captura
from tests.interfaz.conftest import AHORA, HOY, SEGUNDO
from tests.interfaz.manos import pedir
from tests.interfaz.plan_a_mano import Manos
from ut_escritorio import rutas
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.documento import Parrafo, Tabla, Titulo
from ut_escritorio.interfaz.arranque import preparar
from ut_escritorio.interfaz.comunes.sesion.visto import DiaYHora
from ut_escritorio.interfaz.plan import ElPlan
from ut_escritorio.interfaz.primer_dia import PrimerDia
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar, fijar_alcanzado, marcar_capturado
from ut_escritorio.servicios.captura.renglones import nuevo_renglon
from ut_escritorio.servicios.entrega.informe import documento_de

_GESTOS_AL_CAPTURAR = 180
_PALABRAS_AJENAS = ("cifra", "clave", "molde", "patrón", "toml", "apartado", "registro")


@pytest.fixture
def archivo(tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch) -> Path:
    """El de quien empezó sin ninguno de los componentes que el programa trae."""
    monkeypatch.setattr(rutas, "carpeta_de_datos", lambda: tmp_path / "Documentos")
    preparar(QApplication.instance())  # pyright: ignore[reportArgumentType]
    inicio = PrimerDia(DiaYHora(lambda: HOY, lambda: AHORA))
    nacidos: list[Expediente] = []
    inicio.listo.connect(lambda abierto, _: nacidos.append(abierto))
    inicio.show()
    for firma in inicio.formulario.firmas:
        firma.nombre.setText("Ana Ruiz Luna")
    inicio.formulario.en_blanco.click()
    inicio.seguir.click()
    qtbot.waitUntil(lambda: bool(nacidos))
    assert nacidos[0].foto(SEGUNDO).plan.componentes == ()
    ruta = nacidos[0].ruta
    nacidos[0].cerrar()
    return ruta


def _capturar(exp: Expediente, como: FotoTrimestre, de: Plan, actual: Plan) -> None:
    """Lo del componente 2 del ejemplo, con los números y los datos como ella los llamó."""
    numeros = {c.nombre: c.clave for c in actual.cifras}
    for casilla, valor in como.conteos.valores.items():
        nombre = de.cifra[casilla.cifra].nombre
        if nombre in numeros and casilla.trimestre == 2:
            capturar(exp, SEGUNDO, replace(casilla, cifra=numeros[nombre]), valor)
    for cifra, mes in como.conteos.capturados:
        if de.cifra[cifra].nombre in numeros and mes in SEGUNDO.meses:
            marcar_capturado(exp, SEGUNDO, (numeros[de.cifra[cifra].nombre],), mes, True)
    for renglon in como.renglones:
        if renglon.lugar.startswith("2."):
            formas = {f.clave: f for f in de.formas_de(renglon.lugar)}
            suyas = {f.nombre: f for f in actual.formas_de(renglon.lugar)}
            forma = suyas[formas[renglon.forma].nombre] if renglon.forma else None
            nombres = {c.clave: c.etiqueta for f in formas.values() for c in f.campos}
            claves = {c.etiqueta: c.clave for f in suyas.values() for c in f.campos}
            campos = {claves[nombres[c]]: v for c, v in renglon.campos.items()}
            dichos = {cada.name: getattr(renglon, cada.name) for cada in fields(renglon)}
            dichos |= {"forma": forma.clave if forma else "", "campos": campos, "asunto_uid": ""}
            nuevo_renglon(
                exp,
                SEGUNDO,
                renglon.lugar,
                **{dato: valor for dato, valor in dichos.items() if dato not in ("uid", "lugar", "orden")},
            )
    for clave, valor in como.alcanzado.items():
        if clave.startswith("2."):
            fijar_alcanzado(exp, SEGUNDO, clave, valor)


def _impreso(foto: FotoTrimestre) -> list[object]:
    """Los títulos, cuadros y párrafos del componente 2, sin de dónde salieron."""
    (seccion,) = [s for s in documento_de(foto).secciones if s.origen == Origen("lugar", "2")]
    return [
        [[celda.texto for celda in fila] for fila in bloque.filas]
        if isinstance(bloque, Tabla)
        else (type(bloque).__name__, bloque.texto)
        for bloque in seccion.bloques
        if isinstance(bloque, (Tabla, Parrafo, Titulo))
    ]


@pytest.mark.parametrize("por_la_ventana", [False, pytest.param(True, marks=pytest.mark.largo)])
def test_el_componente_2_armado_a_mano_se_imprime_como_el_del_ejemplo(
    abrir: Callable[..., Ventana], ejemplo: Path, tmp_path: Path, qtbot, por_la_ventana: bool
):
    (tmp_path / "modelo.sqlite").write_bytes(ejemplo.read_bytes())
    with expediente.abrir(tmp_path / "modelo.sqlite", lambda: AHORA) as modelo:
        como = modelo.foto(SEGUNDO)
    ventana = abrir()
    pedir(ventana, "Oficina", "El plan…")
    plan = ventana.findChild(ElPlan)
    assert plan is not None
    manos = Manos(plan)
    manos.componente(como.plan, como.plan.componentes[1])
    visto = " ".join(manos.leido).lower()
    assert not [palabra for palabra in _PALABRAS_AJENAS if palabra in visto]
    plan.reject()
    ventana.activateWindow()
    qtbot.waitUntil(ventana.isActiveWindow)

    exp = ventana.sesion.expediente
    if por_la_ventana:
        captura = Captura(ventana, como)
        for actividad in como.plan.componentes[1].actividades:
            captura.lugar(actividad.clave)
        assert captura.gestos < _GESTOS_AL_CAPTURAR, "capturarlo cuesta más que antes"
    else:
        _capturar(exp, como, como.plan, exp.foto(SEGUNDO).plan)
    assert _impreso(exp.foto(SEGUNDO)) == _impreso(como)
    assert manos.gestos < 310, "armarlo cuesta más que antes"
