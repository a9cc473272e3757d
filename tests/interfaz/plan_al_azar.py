"""Cambios del plan al azar, hechos en su ventana y deshechos uno por uno.

python -m tests.interfaz.plan_al_azar 60      durante esos segundos, y hasta que sean sesenta cambios
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from tests.historia.azar import contenido
from ut_escritorio.dominio.cambios_del_plan.armado.nodos import Nodo, nodos_de, todos
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.visto import DiaYHora
from ut_escritorio.interfaz.plan import ElPlan
from ut_escritorio.interfaz.plan.agregar import ofertas
from ut_escritorio.interfaz.plan.fichas.de_cruce import FichaDeCruce
from ut_escritorio.interfaz.plan.fichas.de_cuadre import FichaDeCuadre
from ut_escritorio.interfaz.plan.fichas.de_cuadro import FichaDeCuadro
from ut_escritorio.interfaz.plan.fichas.de_departamento import FichaDeDepartamento
from ut_escritorio.interfaz.plan.fichas.de_firmas import FichaDeFirmas
from ut_escritorio.interfaz.plan.fichas.de_frase import FichaDeFrase
from ut_escritorio.interfaz.plan.fichas.de_lugar import FichaDeComponente, FichaDeLugar
from ut_escritorio.interfaz.plan.fichas.de_medio import FichaDeMedio
from ut_escritorio.interfaz.plan.fichas.de_texto import FichaDeTexto
from ut_escritorio.interfaz.plan.fichas.ficha import Ficha
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega.firma import firmar, pdf_firmado, que_cambio

FIRMADO, ABIERTO = Trimestre(2024, 2), Trimestre(2024, 3)
_AL_MENOS = 60
AHORA = datetime(2024, 7, 4, 16, 59, tzinfo=UTC)


def firmado(ruta: Path) -> Expediente:
    """El ejemplo, con su trimestre ya firmado."""
    exp = creacion.crear_ejemplo(ruta, lambda: AHORA)
    firmar(exp, FIRMADO, date(2024, 7, 4))
    return exp


def cambios(exp: Expediente, azar: Random) -> Generator[str, None, None]:
    """Sin fin: hace en la ventana un cambio, comprueba que deshacerlo lo vuelve atrás y da cuál fue.

    De cada diez, uno se queda, para que el siguiente parta de otro plan; lo firmado no se mueve.
    """
    sesion = Sesion(exp, ABIERTO, DiaYHora(AHORA.date, lambda: AHORA))
    plan = ElPlan(sesion)
    plan.show()
    antes_de_todo, pdf = contenido(exp), pdf_firmado(exp, FIRMADO)
    antes = antes_de_todo
    try:
        while True:
            hechas = plan.hecho.cuantas
            nodo = azar.choice(list(todos(nodos_de(plan._plan))) or [None])
            plan._ir_a(nodo)
            que = azar.choice((_mover, _soltar, _quitar, _agregar, _agregar, _cambiar))
            que(plan, nodo, azar)
            QApplication.processEvents()
            if plan.hecho.cuantas == hechas:
                assert contenido(exp) == antes, f"{que.__name__} no se hizo y cambió algo"
                plan._ir_a(None)
                continue
            if azar.random() > 0.1:
                plan.deshacer.click()
                assert contenido(exp) == antes, f"{que.__name__} en {nodo}"
            else:
                antes = contenido(exp)
            yield que.__name__
    finally:
        assert (pdf_firmado(exp, FIRMADO), que_cambio(exp, FIRMADO)) == (pdf, ())
        while plan.hecho.cuantas:
            plan._ir_a(None)
            plan.deshacer.click()
        assert contenido(exp) == antes_de_todo
        plan.recordar_lo_dicho()
        plan.close()
        sesion.revision.parar()


def _mover(plan: ElPlan, _: Nodo | None, azar: Random) -> None:
    azar.choice((plan.arriba, plan.abajo)).click()


def _soltar(plan: ElPlan, nodo: Nodo | None, azar: Random) -> None:
    if nodo is not None and nodo.lugar:
        sobre = azar.choice(list(todos(nodos_de(plan._plan))))
        plan.arbol.solto.emit(nodo, sobre, azar.choice((-1, 0, 1)))


def _quitar(plan: ElPlan, _: Nodo | None, __: Random) -> None:
    avisos.olvidar()
    plan.quitar.click()
    aviso = avisos.ultimo()
    if aviso is not None:
        si = [b for b in aviso.dialogo.buttons() if b.text().replace("&", "") == "Ya no va este año"]  # pyright: ignore[reportAttributeAccessIssue]
        (si[0].click if si else aviso.dialogo.close)()


def _agregar(plan: ElPlan, _: Nodo | None, azar: Random) -> None:
    oferta = azar.choice([o for o in ofertas(plan._plan, plan._nodo, plan._de_donde()) if o])
    plan._agregar(oferta)
    _llenar(plan.ficha, azar)
    plan.guardar.click()


def _cambiar(plan: ElPlan, _: Nodo | None, azar: Random) -> None:
    _llenar(plan.ficha, azar)
    plan.guardar.click()


def _llenar(ficha: Ficha, azar: Random) -> None:
    """Escribe algo en cada cosa que la ficha pide."""
    palabra = f"Cosa {azar.randrange(1000)}"
    match ficha:
        case FichaDeLugar():
            ficha.nombre.setPlainText(palabra)
            if isinstance(ficha, FichaDeComponente):
                for lista in (ficha.depto, ficha.como, ficha.de):
                    lista.setCurrentIndex(azar.randrange(lista.count()))
        case FichaDeCuadro():
            ficha.clase.setCurrentIndex(azar.randrange(ficha.clase.count()))
            for n, cuenta in enumerate(ficha.cuentan):
                if azar.random() < 0.4:
                    cuenta.numero.setCurrentIndex(azar.randrange(cuenta.numero.count()))
                if not cuenta.nombre.text():
                    cuenta.nombre.setText(f"{palabra} {n}")
            ficha.titulo_impreso.setText(palabra)
            ficha.total.setChecked(azar.random() < 0.5)
        case FichaDeCruce():
            ficha.cuenta.nombre.setText(palabra)
            for lista, caja in ((ficha.abajo, ficha.de_abajo), (ficha.ancho, ficha.de_ancho)):
                lista.setCurrentIndex(azar.randrange(lista.count()))
                caja.setPlainText(azar.choice(("oficio\ncorreo electrónico", "Tesorería Municipal")))
        case FichaDeTexto():
            ficha.texto.texto.insertPlainText(palabra)
        case FichaDeFrase():
            ficha.nombre.setText(palabra)
            ficha.texto.texto.insertPlainText(f"{palabra}, ")
            ficha.texto.dato.setCurrentIndex(azar.randrange(ficha.texto.dato.count()))
            ficha.texto.poner.click()
            ficha.agrupa.setChecked(azar.random() < 0.5)
            ficha.datos.pide.setText(palabra)
            ficha.datos.pedir.click()
        case FichaDeCuadre():
            for lista in (ficha.uno, ficha.otro, ficha.cada, ficha.relacion):
                lista.setCurrentIndex(azar.randrange(lista.count()))
            ficha.aviso.setPlainText(palabra)
        case FichaDeDepartamento():
            ficha.nombre.setPlainText(palabra)
            for lista in (ficha.puesto, ficha.de):
                lista.setCurrentIndex(azar.randrange(lista.count()))
        case FichaDeMedio():
            ficha.frase.setText(palabra)
            ficha.numero.setChecked(azar.random() < 0.5)
        case FichaDeFirmas():
            ficha.antes.setPlainText(palabra)
            azar.choice((ficha.otra.click, lambda: ficha.quitar(ficha.firmas[0]), lambda: None))()
        case _:
            pass


def main(segundos: str, semilla: str = "2031") -> None:
    """Dice cuántos cambios se hicieron y se deshicieron, de cada clase."""
    from ut_escritorio.interfaz.arranque import preparar

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    aplicacion = QApplication(sys.argv)
    preparar(aplicacion)
    cuentas = dict[str, int]()
    with TemporaryDirectory() as carpeta, firmado(Path(carpeta) / "a.sqlite") as exp:
        hasta = time.monotonic() + float(segundos)
        serie = cambios(exp, Random(int(semilla)))
        for que in serie:
            cuentas[que] = cuentas.get(que, 0) + 1
            if time.monotonic() > hasta and sum(cuentas.values()) >= _AL_MENOS:
                break
        serie.close()
    print(f"{sum(cuentas.values())} cambios: {cuentas}. Deshechos, todo es lo mismo; lo firmado, igual.")


if __name__ == "__main__":
    main(*sys.argv[1:])
