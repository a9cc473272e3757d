"""Dos archivos que fueron el mismo: se sabe quién cambió qué, y lo que ella cambió aquí no se pisa."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.datos.oficina import ABRIL, DATOS, PASO, PLAN, TRIMESTRE, abrir, ahora, nuevo
from tests.partes.dos import Pedir, dichos, recibe
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import guardar_renglon, nuevo_parrafo, quitar_renglon
from ut_escritorio.servicios.partes.entregar import entregar
from ut_escritorio.servicios.partes.recibir import proponer

MAYO, JUNIO = Casilla("visitas", 2, 5), Casilla("visitas", 2, 6)


@pytest.mark.parametrize("entero", [False, True], ids=["parte", "archivo entero"])
def test_nunca_recibida_se_distingue_lo_que_cambio_alla_aqui_y_en_los_dos(
    exp: Expediente, otro: Expediente, pedir: Pedir, entero: bool
):
    uno, dos = (renglon.uid for renglon in exp.foto(TRIMESTRE).renglones)
    capturar(otro, TRIMESTRE, ABRIL, 80)  # solo allá
    capturar(exp, TRIMESTRE, MAYO, 9)  # solo aquí
    capturar(otro, TRIMESTRE, JUNIO, 3)  # en los dos
    capturar(exp, TRIMESTRE, JUNIO, 4)
    quitar_renglon(exp, TRIMESTRE, uno)  # lo quitó aquí, y allá sigue
    quitar_renglon(otro, TRIMESTRE, dos)  # lo quitaron allá, y aquí sigue
    nuevo_parrafo(exp, TRIMESTRE, PASO, "de aquí")
    if entero:
        otro.cerrar()
        llegada = proponer(exp, otro.ruta, TRIMESTRE)
    else:
        llegada = pedir()
    que = {cambio.clave: (cambio.que, cambio.de_entrada) for cambio in llegada.comparacion.cambios}
    assert sorted(que.values()) == [("cambia", True), ("cambió también aquí", False), ("se quita", True)]
    assert que[f"registro:{dos}"] == ("se quita", True)
    aqui = sorted(dicho for _, dicho in llegada.comparacion.solo_aqui)
    assert any("renglón: aquí se quitó, y allá sigue «" in dicho for dicho in aqui)
    assert any(dicho.endswith("párrafo: de aquí") for dicho in aqui)
    recibe(exp, llegada)
    foto = exp.foto(TRIMESTRE)
    assert [foto.conteos.en(cual) for cual in (ABRIL, MAYO, JUNIO)] == [80, 9, 4]
    assert (foto.renglones, [parrafo.texto for parrafo in foto.parrafos][-1]) == ((), "de aquí")


def test_lo_que_se_deshizo_no_cuenta_como_cambiado(exp: Expediente, otro: Expediente, pedir: Pedir):
    capturar(exp, TRIMESTRE, ABRIL, 5)
    deshacer(exp)
    capturar(otro, TRIMESTRE, ABRIL, 80)
    assert dichos(pedir()) == ["cambia: 1.1: Visitas, abril: de «77» a «80»"]
    recibe(exp, pedir())
    deshacer(exp)
    assert dichos(pedir()) == ["cambia: 1.1: Visitas, abril: de «77» a «80»"]


def test_lo_que_cuelga_de_un_renglon_tambien_es_cambiarlo(exp: Expediente, otro: Expediente, pedir: Pedir):
    con_citas = next(renglon for renglon in exp.foto(TRIMESTRE).renglones if renglon.citas)
    guardar_renglon(exp, TRIMESTRE, replace(con_citas, citas=()))
    guardar_renglon(otro, TRIMESTRE, replace(con_citas, asunto="otro"))
    assert {cambio.que for cambio in pedir().comparacion.cambios if cambio.cosa.tabla == "registro"} == {
        "cambió también aquí"
    }


def test_sin_pasado_en_comun_lo_que_aqui_se_escribio_no_se_pisa(exp: Expediente, tmp_path: Path):
    aparte = tmp_path / "aparte.sqlite"
    with nuevo(aparte) as suyo:
        capturar(suyo, TRIMESTRE, ABRIL, 80)
        capturar(suyo, TRIMESTRE, MAYO, 8)
    with abrir(aparte):
        pass
    capturar(exp, TRIMESTRE, ABRIL, 78)
    llegada = proponer(exp, aparte, TRIMESTRE)
    dice = "aquí dice otra cosa: 1.1: Visitas, abril: allá dice «80» y aquí se escribió «78»"
    assert dice in dichos(llegada)
    recibe(exp, llegada)
    assert [exp.foto(TRIMESTRE).conteos.en(cual) for cual in (ABRIL, MAYO)] == [78, 8]


def test_sin_pasado_en_comun_lo_que_nadie_escribio_se_dice_y_ella_decide(exp: Expediente, tmp_path: Path):
    otros = tmp_path / "otros.toml"
    otros.write_text(DATOS.read_text(encoding="utf-8").replace("77", "71"), encoding="utf-8")
    ruta, parte = tmp_path / "aparte.sqlite", tmp_path / "aparte.parte"
    with creacion.crear(ruta, PLAN, otros, ahora) as suyo:
        capturar(suyo, TRIMESTRE, MAYO, 8)
        entregar(suyo, TRIMESTRE, ["vecindad"], parte, ahora)
    llegada = proponer(exp, parte)
    hallados = {str(cambio): cambio.de_entrada for cambio in llegada.comparacion.cambios}
    dice = "1.1: Visitas, abril: allá dice «71» y aquí «77»; no se sabe quién lo cambió"
    assert (hallados[dice], hallados["1.1: Visitas, mayo: 8"]) == (False, True)
    recibe(exp, llegada)
    assert [exp.foto(TRIMESTRE).conteos.en(cual) for cual in (ABRIL, MAYO)] == [77, 8]
