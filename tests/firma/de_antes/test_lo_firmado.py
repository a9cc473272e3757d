"""Un archivo del commit 72c3e8d, abierto hoy: lo firmado sigue igual y nada de lo contestado vuelve."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass, replace
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.firma.de_antes.informes import AQUI
from tests.pixeles import distintas
from ut_escritorio.datos.esquema.clases import COLUMNAS
from ut_escritorio.datos.filas.firmas import firma_de
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.pdf import PdfEscrito, escribir_pdf
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, rehacer
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega.diferencias import cifras_de
from ut_escritorio.servicios.entrega.firma import firmados, hojas_que_cambiaron, pdf_firmado, que_cambio
from ut_escritorio.servicios.entrega.firmado import FIRMADO
from ut_escritorio.servicios.entrega.informe import contenidos_de, documento_de, exportar
from ut_escritorio.servicios.entrega.revision import revisar

PRIMERO, SEGUNDO, TERCERO = (Trimestre(2024, numero) for numero in (1, 2, 3))
TODOS = (PRIMERO, SEGUNDO, TERCERO)
Abrir = Callable[[str], Expediente]


def ahora() -> datetime:
    return datetime(2024, 10, 5, 9, 0)  # noqa: DTZ001


@pytest.fixture
def abrir(tmp_path: Path) -> Iterator[Abrir]:
    """Abre una copia de uno de los archivos de antes, por cómo quedó su segundo trimestre."""
    abiertos: list[Expediente] = []

    def abre(como: str) -> Expediente:
        ruta = tmp_path / f"{como}.sqlite"
        ruta.write_bytes(gzip.decompress((AQUI / "archivos" / f"esquema_2_{como}.sqlite.gz").read_bytes()))
        abiertos.append(expediente.abrir(ruta, ahora))
        return abiertos[-1]

    yield abre
    for abierto in abiertos:
        abierto.cerrar()


def rehecho(exp: Expediente, trimestre: Trimestre) -> PdfEscrito:
    """El informe vuelto a hacer de sus datos, como si nunca se hubiera firmado."""
    foto = exp.foto(trimestre)
    return escribir_pdf(documento_de(replace(foto, firmado=None)), contenidos_de(exp, foto))


def por_reimprimir(exp: Expediente, trimestre: Trimestre) -> tuple[int, ...]:
    return hojas_que_cambiaron(exp, exp.foto(trimestre), rehecho(exp, trimestre).huellas)


def vuelven(exp: Expediente, trimestre: Trimestre) -> list[str]:
    """Lo que la revisión señala sin la respuesta que ya tenía."""
    foto = exp.foto(trimestre)
    return [hallazgo.mensaje for hallazgo in revisar(foto, foto.dia) if not hallazgo.motivo]


def huerfanos(exp: Expediente, trimestre: Trimestre) -> list[str]:
    """Lo que se dejó así y la revisión ya no señala con esa huella ni por ese código."""
    foto = exp.foto(trimestre)
    hallados = {hallazgo.huella: hallazgo.codigo for hallazgo in revisar(foto, foto.dia)}
    return [codigo for huella, codigo in foto.dejados.items() if hallados.get(huella) != codigo]


def test_lo_firmado_da_sus_bytes_y_rehecho_dice_lo_mismo(abrir: Abrir, tmp_path: Path):
    exp = abrir("firmado")
    foto, firmado = exp.foto(SEGUNDO), pdf_firmado(exp, SEGUNDO)
    exportar(foto, contenidos_de(exp, foto), tmp_path / "informe.pdf")
    assert (tmp_path / "informe.pdf").read_bytes() == firmado
    assert distintas(rehecho(exp, SEGUNDO).datos, firmado) == []
    assert que_cambio(exp, SEGUNDO) == ()
    assert por_reimprimir(exp, SEGUNDO) == ()


def test_el_documento_y_las_cifras_se_guardarian_igual(abrir: Abrir):
    exp = abrir("firmado")
    foto, fila = exp.foto(SEGUNDO), firma_de(exp.legajo(SEGUNDO), None)
    assert FIRMADO.a_json(documento_de(replace(foto, firmado=None))).encode() == exp.contenido(
        fila["documento"]
    )
    assert FIRMADO.a_json(cifras_de(foto)).encode() == exp.contenido(fila["cifras"])


def test_lo_dejado_asi_al_firmar_no_vuelve(abrir: Abrir):
    exp = abrir("firmado")
    codigos = set(exp.foto(SEGUNDO).dejados.values())
    assert len(codigos) > 10
    assert (huerfanos(exp, SEGUNDO), vuelven(exp, SEGUNDO)) == ([], [])


def test_nada_dejado_asi_vuelve_sea_lo_que_sea(abrir: Abrir):
    exp = abrir("revuelto")
    codigos = {codigo for trimestre in TODOS for codigo in exp.foto(trimestre).dejados.values()}
    assert len(codigos) > 35
    assert {str(t): (huerfanos(exp, t), vuelven(exp, t)) for t in TODOS} == {str(t): ([], []) for t in TODOS}
    assert por_reimprimir(exp, TERCERO) == ()


def test_el_abierto_para_corregir_dice_solo_lo_que_ella_cambio(abrir: Abrir):
    exp = abrir("corrigiendo")
    assert [(f.fecha, f.motivo, f.vigente) for f in firmados(exp)] == [
        (date(2024, 7, 4), "Faltó una asesoría", False)
    ]
    numero, renglon = que_cambio(exp, SEGUNDO)
    assert str(numero).startswith("Asesorías")
    assert (numero.antes, numero.ahora) == ("1", "2")
    assert "corregido" in renglon.ahora
    assert renglon.ahora.replace(" corregido", "") == renglon.antes
    assert por_reimprimir(exp, SEGUNDO) == ()
    assert huerfanos(exp, SEGUNDO) == []
    assert [mensaje.partition(",")[0] for mensaje in vuelven(exp, SEGUNDO)] == [
        "Asesorías en datos personales"
    ]


@pytest.mark.parametrize("como", ["firmado", "corrigiendo", "revuelto"])
def test_hecho_deshecho_y_rehecho_da_lo_mismo(abrir: Abrir, como: str):
    exp = abrir(como)
    trimestre = TERCERO if como == "firmado" else SEGUNDO
    antes, cambios = exp.foto(trimestre), () if como == "revuelto" else que_cambio(exp, SEGUNDO)
    capturar(exp, trimestre, Casilla("sisai", trimestre.numero, trimestre.meses[1]), 1234)
    hecho = exp.foto(trimestre)
    deshacer(exp)
    assert (exp.foto(trimestre), hecho == antes) == (antes, False)
    assert cambios == (() if como == "revuelto" else que_cambio(exp, SEGUNDO))
    rehacer(exp)
    assert exp.foto(trimestre) == hecho
    deshacer(exp)
    assert [huerfanos(exp, t) for t in TODOS] == [[], [], []]


@pytest.fixture
def otros_nombres(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Cada clase de valor del programa, llamada de otro modo."""
    modulos = [m for nombre, m in sys.modules.items() if nombre.startswith("ut_escritorio.")]
    clases = {cosa for modulo in modulos for cosa in vars(modulo).values() if isinstance(cosa, type)}
    suyas = [c for c in clases if is_dataclass(c) and c.__module__.startswith("ut_escritorio.")]
    assert len(suyas) > 100
    for codec in (FIRMADO, COLUMNAS):
        monkeypatch.setattr(codec, "_constructores", {})
    nombres = {clase: (clase.__name__, clase.__qualname__) for clase in suyas}
    for clase in nombres:
        clase.__name__ = clase.__qualname__ = "Otra"
    yield
    for clase, (nombre, completo) in nombres.items():
        clase.__name__, clase.__qualname__ = nombre, completo


@pytest.mark.usefixtures("otros_nombres")
def test_llamar_de_otro_modo_a_las_clases_no_cambia_lo_guardado(abrir: Abrir):
    firmado, revuelto = abrir("firmado"), abrir("revuelto")
    fila = firma_de(firmado.legajo(SEGUNDO), None)
    documento = documento_de(replace(firmado.foto(SEGUNDO), firmado=None))
    assert FIRMADO.a_json(documento).encode() == firmado.contenido(fila["documento"])
    assert que_cambio(firmado, SEGUNDO) == ()
    assert por_reimprimir(firmado, SEGUNDO) == ()
    assert [huerfanos(revuelto, t) for t in TODOS] == [[], [], []]
    plan = revuelto.foto(SEGUNDO).plan
    guardadas = {fuente for (fuente,) in revuelto.base.conexion.execute("SELECT fuente FROM cifra")}
    assert {COLUMNAS.a_json(cifra.fuente) for cifra in plan.cifras} == guardadas


def test_lo_que_un_programa_mas_nuevo_firmo_se_dice_y_no_revienta(abrir: Abrir):
    exp = abrir("firmado")
    documento = exp.contenido(firma_de(exp.legajo(SEGUNDO), None)["documento"]).decode()
    nuevo = documento.replace('"clase:":"Tabla"', '"clase:":"Mapa"', 1)
    with pytest.raises(ErrorEsperado, match="una versión más nueva del programa: guarda «Mapa»"):
        FIRMADO.de_json(nuevo, Documento)
