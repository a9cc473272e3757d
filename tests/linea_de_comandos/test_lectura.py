"""Lo que se escribe en la terminal y la orden que se entiende, o por qué no se entiende."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ut_escritorio.dominio.oficios.relacion import PedidoDeRelacion, Periodo
from ut_escritorio.linea_de_comandos.pedidos import (
    Autoprueba,
    Ayuda,
    Comprobar,
    Ejemplo,
    Escribir,
    Evidencias,
    Exportar,
    Firmados,
    Firmar,
    HojaDeOficios,
    Nuevo,
    Oficios,
    Orden,
    RecibirParte,
    Respaldar,
    Revisar,
    VerAvance,
)
from ut_escritorio.linea_de_comandos.terminal import NoSeEntiende, leer_orden
from ut_escritorio.linea_de_comandos.ventana import Ventana, VentanaConEjemplo, ventana_pedida

BUENAS: list[tuple[str, Orden]] = [
    (
        "recibir-parte a.sqlite p.parte --aplicar --todo",
        RecibirParte(Path("a.sqlite"), Path("p.parte"), None, None, aplicar=True, todo=True, contestar=()),
    ),
    ("", Ventana()),
    ("mi.sqlite", Ventana(Path("mi.sqlite"))),
    ("--ejemplo", VentanaConEjemplo()),
    ("--autoprueba", Autoprueba()),
    ("--ayuda", Ayuda()),
    ("exportar -h", Ayuda()),
    ("ejemplo a.sqlite", Ejemplo(Path("a.sqlite"))),
    ("nuevo a.sqlite --plan p.toml", Nuevo(Path("a.sqlite"), Path("p.toml"), None)),
    ("nuevo a.sqlite --plan p.toml --datos d", Nuevo(Path("a.sqlite"), Path("p.toml"), Path("d"))),
]

A, PDF = Path("a.sqlite"), Path("i.pdf")
EN_2031, EL_2 = "--ejercicio 2031", "--trimestre 2"
AL_PDF, RELACION = "--salida i.pdf", "--relacion mayo"


def relacion(periodo: Periodo, cuales: str = "enviados", *, con_cancelados: bool = True) -> Orden:
    return HojaDeOficios(A, 2031, PDF, PedidoDeRelacion(periodo, cuales, con_cancelados))


def escribir(**otros: Any) -> Orden:
    nada: dict[str, Any] = {"campos": (), "asunto": "", "fecha": None, "paso": "", "salida": None}
    return Escribir(A, 2031, "turno", Path("a.csv"), **(nada | otros))


# De cada orden: su palabra, lo que exige y, por cada cosa que se le agregue, lo que se entiende.
ORDENES: list[tuple[str, tuple[str, ...], dict[str, Orden]]] = [
    ("ejemplo", (), {"": Ejemplo(A)}),
    ("comprobar", (), {"": Comprobar(A)}),
    ("firmados", (), {"": Firmados(A, json=False), "--json": Firmados(A, json=True)}),
    ("respaldar", ("--en usb",), {"": Respaldar(A, Path("usb"))}),
    ("nuevo", ("--plan p.toml",), {"--datos d.toml": Nuevo(A, Path("p.toml"), Path("d.toml"))}),
    (
        "exportar", (EN_2031, EL_2, AL_PDF),
        {
            "": Exportar(A, 2031, 2, PDF, forzar=False),
            "--forzar": Exportar(A, 2031, 2, PDF, forzar=True),
            "--anexos anexos.pdf": Exportar(A, 2031, 2, PDF, forzar=False, anexos=Path("anexos.pdf")),
        },
    ),
    (
        "avance", (EN_2031, EL_2),
        {"": VerAvance(A, 2031, 2, json=False), "--json": VerAvance(A, 2031, 2, json=True)},
    ),
    (
        "revisar", (EN_2031, EL_2),
        {"": Revisar(A, 2031, 2, json=False), "--json": Revisar(A, 2031, 2, json=True)},
    ),
    (
        "evidencias", (EN_2031, EL_2),
        {
            "": Evidencias(A, 2031, 2, json=False, adjuntar=(), a=""),
            "--json": Evidencias(A, 2031, 2, json=True, adjuntar=(), a=""),
            "--a 2.3 --adjuntar a.jpg b.pdf": Evidencias(
                A, 2031, 2, json=False, adjuntar=(Path("a.jpg"), Path("b.pdf")), a="2.3"
            ),
        },
    ),
    (
        "firmar", (EN_2031, EL_2, "--fecha 2031-07-04"),
        {
            "": Firmar(A, 2031, 2, date(2031, 7, 4), como_borrador=False),
            "--como-borrador": Firmar(A, 2031, 2, date(2031, 7, 4), como_borrador=True),
        },
    ),
    (
        "oficios", (EN_2031,),
        {
            "": Oficios(A, 2031, json=False, salida=None, folios=()),
            "--json": Oficios(A, 2031, json=True, salida=None, folios=()),
            AL_PDF: Oficios(A, 2031, json=False, salida=PDF, folios=()),
            f"{AL_PDF} --folio 5 --folio 7": Oficios(A, 2031, json=False, salida=PDF, folios=("5", "7")),
            f"{AL_PDF} --por-entregar": HojaDeOficios(A, 2031, PDF, "por entregar"),
            f"{AL_PDF} --sin-contestar": HojaDeOficios(A, 2031, PDF, "sin contestar"),
            "--sin-contestar": Oficios(A, 2031, json=False, salida=None, folios=(), sin_contestar=True),
            "--sin-contestar --json": Oficios(A, 2031, json=True, salida=None, folios=(), sin_contestar=True),
        },
    ),
    (
        "oficios", (EN_2031, AL_PDF),
        {
            RELACION: relacion(Periodo(2031, mes=5)),
            "--relacion ENERO": relacion(Periodo(2031, mes=1)),
            "--relacion diciembre": relacion(Periodo(2031, mes=12)),
            "--relacion 3": relacion(Periodo(2031, trimestre=3)),
            "--relacion todo": relacion(Periodo(2031)),
            f"{RELACION} --cuales recibidos": relacion(Periodo(2031, mes=5), "recibidos"),
            f"{RELACION} --sin-cancelados": relacion(Periodo(2031, mes=5), con_cancelados=False),
        },
    ),
    (
        "escribir", (EN_2031, "--plantilla turno", "--areas a.csv"),
        {
            "": escribir(),
            "--dato modulo=Uno --dato que=a=b": escribir(campos=(("modulo", "Uno"), ("que", "a=b"))),
            "--asunto Uno --fecha 2031-07-04": escribir(asunto="Uno", fecha=date(2031, 7, 4)),
            f"--paso 2.4 {AL_PDF}": escribir(paso="2.4", salida=PDF),
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("escrito", "orden"), BUENAS)
def test_se_entiende(escrito: str, orden: Orden):
    assert leer_orden(escrito.split()) == orden


@pytest.mark.parametrize(
    ("escrito", "orden"),
    [
        (f"{palabra} a.sqlite {' '.join(exige)} {agrega}", orden)
        for palabra, exige, casos in ORDENES
        for agrega, orden in casos.items()
    ],
)
def test_cada_orden_con_lo_que_exige_y_lo_que_admite(escrito: str, orden: Orden):
    assert leer_orden(escrito.split()) == orden


@pytest.mark.parametrize(
    ("palabra", "quedan", "falta"),
    [
        (palabra, [cosa for cosa in exige if cosa != falta], falta.split()[0])
        for palabra, exige, _ in ORDENES
        for falta in exige
        if not (palabra == "oficios" and falta == AL_PDF)  # su libro se puede decir sin PDF
    ],
)
def test_lo_que_una_orden_exige_y_no_se_escribe_se_dice(palabra: str, quedan: list[str], falta: str):
    with pytest.raises(NoSeEntiende, match=f"Falta decir: {falta}"):
        leer_orden([palabra, "a.sqlite", *" ".join(quedan).split()])


@pytest.mark.parametrize("palabra", sorted({palabra for palabra, *_ in ORDENES}))
def test_sin_archivo_ninguna_orden_se_entiende(palabra: str):
    with pytest.raises(NoSeEntiende, match="Falta decir: ARCHIVO"):
        leer_orden([palabra])


@pytest.mark.parametrize(("escrito", "orden"), BUENAS)
def test_la_ventana_se_entiende_igual_sin_cargar_las_ordenes(escrito: str, orden: Orden):
    assert ventana_pedida(escrito.split()) in (None, orden)


@pytest.mark.parametrize("archivo", ["mi.sqlite", "/oficina/ejemplo", "Año 2031.sqlite"])
def test_un_archivo_solo_abre_la_ventana_en_el(archivo: str):
    assert ventana_pedida([archivo]) == leer_orden([archivo]) == Ventana(Path(archivo))


@pytest.mark.parametrize("palabra", ["ejemplo", "nuevo", "oficina", "--ejemplo"])
def test_lo_que_pudo_ser_una_orden_se_lee_entero(palabra: str):
    assert ventana_pedida([palabra]) is None


@pytest.mark.parametrize("escrita", ["2031-07-04", "04/07/2031", "4 de julio de 2031", "\u00a04-jul-31"])
def test_la_fecha_se_escribe_como_en_cualquier_campo(escrita: str):
    orden = leer_orden(["firmar", "a.sqlite", "--ejercicio", "2031", "--trimestre", "2", "--fecha", escrita])
    assert orden == Firmar(A, 2031, 2, date(2031, 7, 4), como_borrador=False)


@pytest.mark.parametrize("escrita", ["4 de julio", "31/02/2031", "ayer", ""])
def test_una_fecha_a_medias_o_imposible_se_dice(escrita: str):
    with pytest.raises(NoSeEntiende, match="no es una fecha; --fecha la pide como 2001-01-31"):
        leer_orden(["firmar", "a.sqlite", "--ejercicio", "2031", "--trimestre", "2", "--fecha", escrita])


MALAS = [
    ("a.sqlite b.sqlite", "Sobra «b.sqlite»."),
    ("--raro", "Sobra «--raro»."),
    ("--ejemplo a.sqlite", "Sobra algo en la orden"),
    ("--ejemplo --autoprueba", "Sobra algo en la orden"),
    ("ejemplo", "Falta decir: ARCHIVO."),
    ("nuevo a.sqlite", "Falta decir: --plan."),
    ("nuevo a.sqlite --plan", "Falta lo que va después de --plan."),
    ("exportar a.sqlite --ejercicio dos --trimestre 2 --salida i.pdf", "«dos» no es un número entero"),
    ("exportar a.sqlite --ejer 2031", "Falta decir: --ejercicio, --trimestre, --salida."),
    ("a.sqlite --autoprueba", "Sobra algo en la orden"),
    ("evidencias a.sqlite --ejercicio 2031 --trimestre 2 --a 2.3", "--adjuntar y --a van juntos"),
    (
        "evidencias a.sqlite --ejercicio 2031 --trimestre 2 --a 2.3 --adjuntar a.jpg --json",
        "Pida una sola cosa",
    ),
    (
        "avance a.sqlite --ejercicio 2031 --trimestre 2 --actividad 1.1 --meta 30 --motivo x --json",
        "Para modificar una meta diga",
    ),
    ("oficios a.sqlite --ejercicio 2031 --cuales ambos", "Falta decir: --relacion"),
    ("oficios a.sqlite --ejercicio 2031 --sin-cancelados", "Falta decir: --relacion"),
    ("oficios a.sqlite --ejercicio 2031 --folio 5", "Falta decir: --salida"),
    ("oficios a.sqlite --ejercicio 2031 --relacion mayo", "Falta decir: --salida"),
    ("oficios a.sqlite --ejercicio 2031 --por-entregar", "Falta decir: --salida"),
    ("oficios a.sqlite --ejercicio 2031 --salida i.pdf --relacion mayo --por-entregar", "Pida una sola cosa"),
    ("oficios a.sqlite --ejercicio 2031 --salida i.pdf --relacion mayo --json", "Pida una sola cosa"),
    ("oficios a.sqlite --ejercicio 2031 --salida i.pdf --relacion mayo --folio 5", "Pida una sola cosa"),
    ("oficios a.sqlite --ejercicio 2031 --salida i.pdf --por-entregar --json", "Pida una sola cosa"),
    ("oficios a.sqlite --ejercicio 2031 --salida i.pdf --por-entregar --folio 5", "Pida una sola cosa"),
    ("oficios a.sqlite --ejercicio 2031 --salida i.pdf --relacion 5", "«5» no es un mes"),
    ("oficios a.sqlite --ejercicio 2031 --salida i.pdf --sin-contestar --json", "Pida una sola cosa"),
    ("oficios a.sqlite --ejercicio 2031 --salida i.pdf --sin-contestar --relacion 2", "Pida una sola cosa"),
    ("oficios a.sqlite --ejercicio 2031 --salida i.pdf --sin-contestar --por-entregar", "Pida una sola cosa"),
    (
        "escribir a.sqlite --ejercicio 2031 --plantilla t --areas a --dato modulo",
        "«modulo» no dice qué dato es",
    ),
    ("escribir a.sqlite --ejercicio 2031 --plantilla t --areas a --dato =x", "«=x» no dice qué"),
]


@pytest.mark.parametrize(("escrito", "frase"), MALAS)
def test_no_se_entiende_y_se_dice_en_espanol(escrito: str, frase: str):
    with pytest.raises(NoSeEntiende) as error:
        leer_orden(escrito.split())
    assert str(error.value).startswith(frase)
