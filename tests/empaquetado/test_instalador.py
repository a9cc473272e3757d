"""Lo que el instalador promete, leído en su guion y en la hoja de quien instala."""

from __future__ import annotations

import re

from tests.empaquetado.conftest import RAIZ

GUION = (RAIZ / "empaquetado" / "windows" / "instalador.nsi").read_text(encoding="utf-8")
HOJA = (RAIZ / "empaquetado" / "INSTALAR.md").read_text(encoding="utf-8")


def test_solo_borra_entera_la_carpeta_del_programa():
    """Ella pudo elegir Documentos: nada de lo que no puso él se va."""
    borradas = re.findall(r'RMDir /r "([^"]+)"', GUION)
    assert len(borradas) > 5
    assert all(
        re.fullmatch(r"\$(INSTDIR|Anterior)\\programa(\.nuevo|\.anterior)?", cual) for cual in borradas
    )


def test_no_pide_administrador_ni_escribe_fuera_de_lo_suyo():
    assert "RequestExecutionLevel user" in GUION
    assert "HKLM" not in GUION
    assert "SetShellVarContext all" not in GUION
    assert not re.search(r'WriteRegStr HKCU "Software\\Classes\\\.sqlite"', GUION), (
        "no se queda con los .sqlite"
    )


def test_cada_codigo_con_que_termina_esta_en_la_hoja_de_quien_instala():
    codigos = set(re.findall(r"SetErrorLevel (\d)", GUION))
    assert codigos == {"2", "3", "5", "6", "7"}
    dicho = re.search(r"Termina en 0 .*? falló", HOJA, re.DOTALL)
    assert dicho
    assert codigos <= set(re.findall(r"\b\d\b", dicho.group()))


def test_habla_como_se_habla_aqui():
    for palabra in ("ordenador", "fichero", "directorio"):
        assert palabra not in GUION.replace("DIRECTORYPAGE", "").lower(), palabra


def test_lo_que_instala_sabe_probarse_y_dice_lo_mismo_que_el_programa():
    from ut_escritorio.aplicacion import notas

    assert f"Logs\\{notas._AUTOPRUEBA}" in GUION


def test_la_hoja_dice_las_carpetas_del_programa():
    assert r"`Documentos\UT Escritorio`" in HOJA
    assert r"%LOCALAPPDATA%\UT Escritorio" in HOJA
    for imagen in re.findall(r"\]\((capturas/[^)]+)\)", HOJA):
        assert (RAIZ / "empaquetado" / imagen).is_file(), imagen
