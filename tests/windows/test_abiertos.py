"""Windows no deja reemplazar ni borrar lo que otro tiene abierto: se dice, y lo anterior queda."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from tests.windows.equipo import SOLO_EN_WINDOWS, abierto_en_otro_programa
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega.informe import contenidos_de, exportar


def exportar_a(exp: Expediente, salida: Path) -> None:
    foto = exp.foto(TRIMESTRE)
    exportar(foto, contenidos_de(exp, foto), salida)


@SOLO_EN_WINDOWS
def test_exportar_sobre_un_informe_abierto_lo_dice_y_el_anterior_queda(exp: Expediente, tmp_path: Path):
    carpeta = tmp_path / "informes"
    carpeta.mkdir()
    salida = carpeta / "Informe 2º trimestre.pdf"
    exportar_a(exp, salida)
    antes = salida.read_bytes()
    capturar(exp, TRIMESTRE, ABRIL, 78)
    with abierto_en_otro_programa(salida):
        with pytest.raises(ErrorEsperado, match="está abierto en otro programa. Ciérrelo ahí"):
            exportar_a(exp, salida)
        assert salida.read_bytes() == antes
        assert list(carpeta.iterdir()) == [salida]
    exportar_a(exp, salida)
    assert salida.read_bytes() != antes


@SOLO_EN_WINDOWS
def test_unos_restos_que_no_se_pueden_quitar_se_dicen(tmp_path: Path):
    restos = tmp_path / ".oficina.sqlite.nuevo"
    restos.write_bytes(b"de una vez anterior")
    with abierto_en_otro_programa(restos), pytest.raises(ErrorEsperado, match="No se pudo escribir en"):
        oficina.nuevo(tmp_path / "oficina.sqlite")
    assert list(tmp_path.iterdir()) == [restos]


def test_se_sigue_anotando_mientras_otro_programa_lee_el_archivo(archivo: Path):
    with abierto_en_otro_programa(archivo), oficina.abrir(archivo) as exp:
        capturar(exp, TRIMESTRE, ABRIL, 78)
    with oficina.abrir(archivo) as exp:
        assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 78


def test_al_cerrar_nada_queda_tomado(archivo: Path, tmp_path: Path):
    with oficina.abrir(archivo) as exp:
        capturar(exp, TRIMESTRE, ABRIL, 78)
        exportar_a(exp, tmp_path / "informe.pdf")
        (tmp_path / "informe.pdf").unlink()
    archivo.rename(tmp_path / "otro nombre.sqlite")
    (tmp_path / "otro nombre.sqlite").unlink()
    assert list(tmp_path.iterdir()) == []


def test_un_archivo_que_no_es_de_fiar_se_puede_apartar_despues_de_rechazarlo(archivo: Path):
    archivo.write_bytes(archivo.read_bytes()[:-4096])
    with pytest.raises(ErrorEsperado):
        oficina.abrir(archivo)
    archivo.rename(archivo.with_name("apartado.sqlite"))
