"""Lo escrito en la pantalla es lo del archivo, lo del PDF, lo del respaldo y lo restaurado."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QModelIndex

from tests.datos import oficina
from tests.datos.oficina import PASO, TRIMESTRE
from tests.ejemplo.impreso import apretado, cuerpo_de, hojas_de
from tests.fallas.forma import cuantas
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.rejilla.modelo import ModeloDeCuadro
from ut_escritorio.servicios.archivo import expediente, respaldo, restauracion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura import renglones
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega import informe

pytestmark = pytest.mark.fallas
TEXTOS_POR_VUELTA = 60
LETRAS = "abcdefghijklmnñopqrstuvwxyzáéíóúüABCDEFGHIJKLMNÑOPQRSTUVWXYZÁÉÍÓÚÜ0123456789"
SIGNOS = "¿?¡!.,;:()«»“”‘’\"'–—-_/\\%&#@$€*+=<>[]{}°ºª§|~^"


def palabra(azar: Random) -> str:
    letras = "".join(azar.choices(LETRAS, k=azar.randrange(1, 12)))
    return letras if azar.random() < 0.6 else letras + azar.choice(SIGNOS) + azar.choice(LETRAS)


def escribir_numeros(exp: Expediente, azar: Random) -> dict[Casilla, int]:
    """Teclea un número en cada celda de los cuadros de la pantalla; devuelve lo tecleado."""
    tecleado: dict[Casilla, int] = {}
    for cuadro in exp.foto(TRIMESTRE).plan.cuadro.values():
        modelo = ModeloDeCuadro(dibujar(cuadro, exp.foto(TRIMESTRE)))
        modelo.escrita.connect(lambda casilla, valor: capturar(exp, TRIMESTRE, casilla, valor))
        for celda in [c for c in modelo.tabla.celdas if c.editable and c.casilla]:
            valor = azar.choice((0, azar.randrange(10), azar.randrange(1_000_000)))
            indice: QModelIndex = modelo.indice_de(celda)
            assert modelo.setData(indice, str(valor))
            modelo.poner(dibujar(cuadro, exp.foto(TRIMESTRE)))
            assert modelo.index(celda.fila, celda.columna).data() == str(valor)
            tecleado[celda.casilla] = valor
    return tecleado


def escribir_textos(exp: Expediente, azar: Random) -> list[str]:
    textos = [" ".join(palabra(azar) for _ in range(azar.randrange(1, 15))) for _ in range(TEXTOS_POR_VUELTA)]
    for texto in textos:
        renglones.nuevo_parrafo(exp, TRIMESTRE, PASO, texto)
    return textos


def exigir(foto: FotoTrimestre, numeros: dict[Casilla, int], textos: list[str]) -> None:
    assert {casilla: foto.conteos.en(casilla) for casilla in numeros} == numeros
    assert [parrafo.texto for parrafo in foto.parrafos][-len(textos) :] == textos


def impreso(exp: Expediente, salida: Path) -> str:
    foto = exp.foto(TRIMESTRE)
    informe.exportar(foto, informe.contenidos_de(exp, foto), salida)
    membrete = informe.documento_de(foto).secciones[0].membrete
    return cuerpo_de(hojas_de(salida.read_bytes()), membrete)


@pytest.mark.usefixtures("qapp")
def test_de_la_pantalla_al_papel_y_del_respaldo_a_la_pantalla(molde: Path, tmp_path: Path):
    azar, valores = Random(2031), 0
    while valores < cuantas(300, 10_000):
        carpeta = tmp_path / f"vuelta {valores}"
        carpeta.mkdir()
        archivo = carpeta / "oficina.sqlite"
        shutil.copyfile(molde, archivo)
        with oficina.abrir(archivo) as exp:
            numeros, textos = escribir_numeros(exp, azar), escribir_textos(exp, azar)
            exigir(exp.foto(TRIMESTRE), numeros, textos)
            papel = impreso(exp, carpeta / "informe.pdf")
            vio = exp.foto(TRIMESTRE)
        assert not [numero for numero in numeros.values() if str(numero) not in papel]
        assert not [texto for texto in textos if apretado(texto) not in papel]
        copia = respaldo.respaldar(archivo, oficina.ahora()).ruta
        archivo.unlink()
        restauracion.restaurar(archivo, copia, oficina.ahora())
        with expediente.consultar(archivo, oficina.ahora) as restaurado:
            assert restaurado.foto(TRIMESTRE) == vio
            exigir(restaurado.foto(TRIMESTRE), numeros, textos)
        valores += len(numeros) + len(textos)
    print(f"\nValores de ida y vuelta: {valores}")
