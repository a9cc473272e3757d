"""Oficina ▸ Guardar el plan como texto y traer uno escrito: se corrige, se enseña y entra de una vez."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget  # noqa: TID251

from tests.interfaz.manos import pedir, tecla
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.hojas.plan_que_llega import HojaDePlanQueLlega
from ut_escritorio.interfaz.partes.recibir import RecibirParte
from ut_escritorio.interfaz.ventana.marco import Ventana


def escoger(ventana: Ventana, opcion: str, ruta: Path) -> None:
    pedir(ventana, "Oficina", opcion)
    dialogo = ventana.findChildren(QFileDialog)[-1]
    dialogo.fileSelected.emit(str(ruta))
    dialogo.reject()


def guardado(ventana: Ventana, ruta: Path, *cambios: tuple[str, str]) -> Path:
    """El plan del archivo, guardado como texto y corregido a mano."""
    escoger(ventana, "Guardar el plan como texto…", ruta)
    texto = ruta.read_text(encoding="utf-8")
    for era, sera in cambios:
        texto = texto.replace(era, sera)
    ruta.write_text(texto, encoding="utf-8")
    return ruta


def hoja_de(ventana: Ventana, qtbot) -> HojaDePlanQueLlega:
    qtbot.waitUntil(lambda: any(h.isVisible() for h in ventana.findChildren(HojaDePlanQueLlega)))
    (hoja,) = (h for h in ventana.findChildren(HojaDePlanQueLlega) if h.isVisible())
    return hoja


def test_sale_se_corrige_y_entra_con_su_copia_y_un_solo_deshacer(ventana: Ventana, qtbot, tmp_path: Path):
    texto = guardado(
        ventana,
        tmp_path / "plan.txt",
        ('corto = "Denuncias"', 'corto = "Quejas"'),
        ('numero = "1.1"\nnombre', '# Antes era la 1.1.\nnumero = "1.9"\nnombre'),
    )
    assert f"{texto}" in ventana.statusBar().currentMessage()
    antes = ventana.sesion.foto.plan
    escoger(ventana, "Traer un plan escrito…", texto)
    hoja = hoja_de(ventana, qtbot)
    grupos = [hoja.lista.topLevelItem(n).text(0) for n in range(hoja.lista.topLevelItemCount())]
    assert "Componente 1" in grupos and "Componente 2" in grupos
    (quejas,) = hoja.lista.findItems("Actividad 2.5, Quejas", Qt.MatchFlag.MatchRecursive)
    hoja.lista.setCurrentItem(quejas)
    assert hoja.detalle.text().startswith("nombre corto: «Denuncias» → «Quejas»")
    (se_va,) = hoja.lista.findItems("Actividad 1.1, Carteles y video", Qt.MatchFlag.MatchRecursive)
    hoja.lista.setCurrentItem(se_va)
    assert hoja.detalle.text() == "Se perdería: 1 valor alcanzado."
    assert se_va.checkState(0) == Qt.CheckState.Unchecked and se_va.text(1) == "se va; se perdería algo"
    dicho = " ".join(letrero.text() for letrero in hoja.findChildren(QLabel))
    assert "La nota que ese texto lleva (lo que va tras #) se queda en él" in dicho
    palabras = " ".join(p.text() for p in hoja.findChildren(QWidget) if hasattr(p, "text")).lower()
    assert not {"clave", "molde", "cifra", "patrón", "toml"} & {*palabras.split()}

    tecla(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not ventana.findChildren(HojaDePlanQueLlega))
    assert ventana.sesion.foto.plan == antes, "Esc no cambia nada"

    escoger(ventana, "Traer un plan escrito…", texto)
    hoja = hoja_de(ventana, qtbot)
    assert hoja.hacer.text() == f"&Hacer {len(hoja.elegidos())} cambios"
    hoja.hacer.click()
    qtbot.waitUntil(lambda: ventana.sesion.foto.plan != antes, timeout=20_000)
    assert ventana.sesion.foto.plan.lugar["2.5"].corto == "Quejas"
    assert {"1.1", "1.9"} <= ventana.sesion.foto.plan.lugar.keys()
    qtbot.waitUntil(lambda: not ventana.findChildren(HojaDePlanQueLlega))
    ventana.mando.historia.deshacer()
    assert ventana.sesion.foto.plan == antes


def test_el_trimestre_sale_se_corrige_y_entra_como_una_parte(ventana: Ventana, qtbot, tmp_path: Path):
    texto = tmp_path / "abril a junio.txt"
    escoger(ventana, "Guardar el trimestre como texto…", texto)
    assert f"El 2º trimestre 2024 quedó en {texto}" in ventana.statusBar().currentMessage()
    era = texto.read_text(encoding="utf-8")
    antes, peso = ventana.sesion.foto, ventana.sesion.expediente.ruta.stat().st_size
    for dice, sera, cuantos in (("", "", 0), ("meses = [77, 70, 64]", "meses = [77, 71, 64]", 1)):
        texto.write_text(era.replace(dice, sera) if dice else era, encoding="utf-8")
        escoger(ventana, "Traer un trimestre escrito…", texto)
        assert avisos.ultimo().texto == f"Leyendo «{texto.name}»…", "aparte: la ventana no se detiene"
        qtbot.waitUntil(lambda: bool(ventana.findChildren(RecibirParte)), timeout=20_000)
        hoja = next(h for h in ventana.findChildren(RecibirParte) if h.isVisible())
        qtbot.waitUntil(lambda hoja=hoja: hoja.llegada is not None, timeout=20_000)
        assert "De «abril a junio.txt», 2º trimestre 2024" in hoja.que.text()
        assert len(hoja.llegada.comparacion.cambios) == cuantos and hoja.llegada.comparacion.solo_aqui == ()
        if not cuantos:
            assert "No trae nada nuevo" in hoja.ojo.text() and not hoja.recibir.isEnabled()
            tecla(Qt.Key.Key_Escape)
            qtbot.waitUntil(lambda: not ventana.findChildren(RecibirParte))
    assert ventana.sesion.foto == antes and ventana.sesion.expediente.ruta.stat().st_size == peso
    (cambio,) = hoja.llegada.comparacion.cambios
    assert (cambio.antes, cambio.despues) == ("70", "71")
    hoja.recibir.click()
    qtbot.waitUntil(lambda: ventana.sesion.foto != antes, timeout=20_000)
    qtbot.waitUntil(lambda: not ventana.findChildren(RecibirParte))
    ventana.mando.historia.deshacer()
    assert ventana.sesion.foto == antes
    texto.write_text(era.replace("[conteos.portal]", "[conteos.porta]"), encoding="utf-8")
    escoger(ventana, "Traer un trimestre escrito…", texto)
    qtbot.waitUntil(lambda: "«abril a junio.txt» no se cargó" in avisos.ultimo().texto)
    avisos.ultimo().dialogo.reject()


def test_el_que_no_sirve_o_no_trae_nada_se_dice(ventana: Ventana, qtbot, tmp_path: Path):
    texto = guardado(ventana, tmp_path / "plan.txt")
    escoger(ventana, "Traer un plan escrito…", texto)
    dice = "«plan.txt» dice lo mismo que el plan de 2024."
    qtbot.waitUntil(lambda: avisos.a_la_vista(dice))
    avisos.ultimo().dialogo.reject()
    escoger(ventana, "Guardar el plan como texto…", texto)
    assert "«plan.txt» ya existe y no se cambió" in avisos.ultimo().texto
    avisos.ultimo().dialogo.reject()
    texto.write_text(texto.read_text(encoding="utf-8")[:9000], encoding="utf-8")
    escoger(ventana, "Traer un plan escrito…", texto)
    qtbot.waitUntil(lambda: "«plan.txt» no se cargó; hay" in getattr(avisos.ultimo(), "texto", ""))
    avisos.ultimo().dialogo.reject()
    assert not ventana.findChildren(HojaDePlanQueLlega)
