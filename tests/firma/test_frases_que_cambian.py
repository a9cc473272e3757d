"""Un informe abierto que otra versión del programa dice de otro modo: cuáles frases, y solo esas."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.datos.oficina import ABRIL, TRIMESTRE, abrir
from tests.firma.test_otro_programa import otra_version
from tests.inventado import foto, plan, renglon
from ut_escritorio.datos.disco import dichos
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import guardar_renglon
from ut_escritorio.servicios.captura.textos import escribir_a_mano
from ut_escritorio.servicios.entrega.firma import firmar
from ut_escritorio.servicios.entrega.frases import frases_que_cambian, por_comparar, recordar_frases
from ut_escritorio.servicios.entrega.velo import Velo

__all__ = ["otra_version"]


@pytest.fixture
def recuerdos(tmp_path: Path) -> Path:
    return tmp_path / "ajustes" / "frases.json"


def cambian(exp: Expediente, recuerdos: Path) -> list[tuple[str, str]]:
    que = por_comparar(recuerdos, exp, exp.foto(TRIMESTRE))
    return [(d.antes, d.ahora) for d in frases_que_cambian(que)] if que else []


def test_sin_recuerdo_o_con_la_misma_version_no_se_dice_nada(exp: Expediente, recuerdos: Path):
    assert cambian(exp, recuerdos) == []
    recordar_frases(recuerdos, exp, TRIMESTRE)
    assert cambian(exp, recuerdos) == []
    capturar(exp, TRIMESTRE, ABRIL, 78)
    assert cambian(exp, recuerdos) == [], "lo que ella cambió no lo cambió el programa"


def test_otra_version_dice_cuales_y_lo_de_ella_no_cuenta(
    exp: Expediente, recuerdos: Path, otra_version: Callable[[], None]
):
    recordar_frases(recuerdos, exp, TRIMESTRE)
    renglon = exp.foto(TRIMESTRE).renglones[1]
    guardar_renglon(exp, TRIMESTRE, replace(renglon, asunto="las sesiones"))
    otra_version()
    assert cambian(exp, recuerdos) == [("Siendo 3 y 141.", "Suman 3 y 141.")]
    capturar(exp, TRIMESTRE, ABRIL, 78)
    assert cambian(exp, recuerdos) == [], "esa frase ya dice otro número: lo que cambió son los datos"
    recordar_frases(recuerdos, exp, TRIMESTRE)
    assert cambian(exp, recuerdos) == [], "se dice una vez"


def test_lo_que_se_hizo_en_otra_copia_no_lo_cambio_el_programa(
    exp: Expediente, recuerdos: Path, tmp_path: Path
):
    otra = tmp_path / "otra.sqlite"
    otra.write_bytes(exp.ruta.read_bytes())
    capturar(exp, TRIMESTRE, ABRIL, 78)
    recordar_frases(recuerdos, exp, TRIMESTRE)
    with abrir(otra) as aparte:
        capturar(aparte, TRIMESTRE, ABRIL, 79)
        assert cambian(aparte, recuerdos) == []
    assert cambian(exp, recuerdos) == []


def test_lo_firmado_ni_se_recuerda_ni_se_compara(
    exp: Expediente, recuerdos: Path, otra_version: Callable[[], None]
):
    recordar_frases(recuerdos, exp, TRIMESTRE)
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    escrito = recuerdos.read_bytes()
    recordar_frases(recuerdos, exp, TRIMESTRE)
    otra_version()
    assert (cambian(exp, recuerdos), recuerdos.read_bytes()) == ([], escrito)


@pytest.mark.parametrize("basura", ["", "{", "[]", '{"x": 1}', '{"a 2031-2": {"accion": "no"}}'])
def test_un_recuerdo_que_no_se_entiende_es_como_no_tenerlo(exp: Expediente, recuerdos: Path, basura: str):
    recordar_frases(recuerdos, exp, TRIMESTRE)
    recuerdos.write_text(basura, encoding="utf-8")
    assert cambian(exp, recuerdos) == []
    recordar_frases(recuerdos, exp, TRIMESTRE)
    assert "Siendo 3 y 141." in recuerdos.read_text(encoding="utf-8")


def test_se_recuerdan_los_ultimos_y_si_no_se_deja_escribir_nada_pasa(recuerdos: Path, tmp_path: Path):
    for n in range(12):
        dichos.anotar(recuerdos, f"informe {n}", dichos.LoDicho(n, {"a": "b"}))
    quedan = [n for n in range(12) if dichos.leer(recuerdos, f"informe {n}")]
    assert quedan == [*range(4, 12)]
    estorbo = tmp_path / "no es carpeta"
    estorbo.write_text("", encoding="utf-8")
    dichos.anotar(estorbo / "frases.json", "informe", dichos.LoDicho(1, {}))
    assert dichos.leer(estorbo / "frases.json", "informe") is None


def test_fuera_del_archivo_no_queda_lo_que_ella_anoto_ni_ningun_nombre(exp: Expediente, recuerdos: Path):
    """De los nombres, los asuntos, los números de oficio y los párrafos se recuerda solo su huella."""
    escribir_a_mano(exp, TRIMESTRE, "apartado:1.1#3", "La señora Rosa Pérez vino.", "Siendo 3 y 141.")
    recordar_frases(recuerdos, exp, TRIMESTRE)
    escrito = recuerdos.read_text(encoding="utf-8").lower()
    hoy = exp.foto(TRIMESTRE)
    suyos = [
        *(r.asunto for r in hoy.renglones), *(c.folio for r in hoy.renglones for c in r.citas),
        *(parte.texto for r in hoy.renglones for parte in r.partes), *(p.texto for p in hoy.parrafos),
        *(p.nombre for p in hoy.catalogo.personas), *(u.nombre for u in hoy.catalogo.unidades),
        *(n.cargo for n in hoy.catalogo.nombramientos), "rosa",
    ]  # fmt: skip
    assert len([dicho for dicho in suyos if dicho]) > 12
    assert [dicho for dicho in suyos if dicho and f" {dicho.lower()} " in f" {escrito} "] == []
    assert [dicho for dicho in suyos if len(dicho) > 6 and dicho.lower() in escrito] == []
    assert cambian(exp, recuerdos) == []


def test_lo_que_recordaba_una_version_que_lo_guardaba_entero_se_borra(exp: Expediente, recuerdos: Path):
    entero = {"accion": 3, "textos": {"apartado:1.1#3\n1": "Se llamó a Rosa Pérez."}}
    recuerdos.parent.mkdir()
    recuerdos.write_text(json.dumps({"otro 2030-4": entero}), encoding="utf-8")
    assert dichos.leer(recuerdos, "otro 2030-4") is None
    recordar_frases(recuerdos, exp, TRIMESTRE)
    assert "Rosa" not in recuerdos.read_text(encoding="utf-8")


def test_lo_que_ya_no_esta_en_el_archivo_no_se_inventa():
    nueva = Velo(foto(plan(), renglones=(renglon(1, "CA/0001/2031", asunto="las actas"),)))
    cubierto = nueva.cubierto("Oficio CA/0001/2031: LAS ACTAS, y nada más.")
    assert "actas" not in cubierto.lower()
    assert nueva.descubierto(cubierto) == "Oficio CA/0001/2031: LAS ACTAS, y nada más."
    assert Velo(foto(plan())).descubierto(cubierto) is None
    assert Velo(foto(plan())).cubierto("Nada suyo.") == "Nada suyo."


def test_de_dos_dichos_suyos_se_cubre_el_mas_largo():
    """Cubrir solo su principio dejaría lo demás a la vista, fuera del archivo."""
    dos = foto(
        plan(),
        renglones=(renglon(1, "CA/0001/2031", asunto="las actas"), renglon(2, asunto="las actas de cabildo")),
    )
    cubierto = Velo(dos).cubierto("Se recibieron las actas de cabildo y las actas.")
    assert "cabildo" not in cubierto
    assert Velo(dos).descubierto(cubierto) == "Se recibieron las actas de cabildo y las actas."
