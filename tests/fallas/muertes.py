"""Matar el programa de golpe, en un momento al azar, mientras hace cada cosa que sabe hacer.

Corre en un proceso aparte y sin hilos (`python -m tests.fallas.muertes CARPETA VECES SEMILLA`): de él se
bifurca cada víctima, que avisa por un tubo lo que ya dio por hecho. Imprime en JSON cuántas murieron en
cada cosa y lo que salió mal (nada, si todo salió bien).
"""

from __future__ import annotations

import gc
import json
import os
import select
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from tests.datos import oficina
from tests.datos.oficina import ABRIL, DATOS, PLAN, TRIMESTRE
from tests.evidencias.archivos import escaneo, foto
from tests.fallas import anterior, de_partes
from tests.fallas.contenido import contenido_de, numero_de, numero_visto
from tests.fallas.escena import Avisar, Escena, que_quedo
from ut_escritorio.datos.esquema import TODAS
from ut_escritorio.datos.esquema.base import nombre_de
from ut_escritorio.dominio.numeros.pegado import CambioDeConteo
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.anexos import LosAnexos
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.evidencias import ClaseDeEvidencia, Preparada, Trozo
from ut_escritorio.servicios.archivo import comprobacion, creacion, espacio, respaldo, restauracion
from ut_escritorio.servicios.captura import renglones
from ut_escritorio.servicios.captura.numeros import aplicar_pegado, capturar
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.evidencias import adjuntar as servicio
from ut_escritorio.servicios.evidencias import dar
from ut_escritorio.servicios.evidencias.hojas import Puntos
from ut_escritorio.servicios.evidencias.preparar import Lote
from ut_escritorio.servicios.oficina.plan import anexar
from ut_escritorio.servicios.oficios.libro import leer_libro
from ut_escritorio.servicios.oficios.repartir import guardar_acuses

GRIS = Puntos(8, 8, b"\x80\x80\x80\xff" * 64)  # como si fuera la hoja pintada: lo que se prueba es guardar
CASILLAS = (ABRIL, Casilla("visitas", 2, 5), Casilla("visitas", 2, 6), Casilla("visitas", 2, 6, "mujeres"))


# Lo que hace cada víctima: avisa un número cuando ya está guardado


def editar(escena: Escena, avisar: Avisar) -> None:
    with oficina.abrir(escena.archivo) as exp:
        avisar(0)
        for n in count(1):
            capturar(exp, TRIMESTRE, ABRIL, n)
            avisar(n)


def pegar(escena: Escena, avisar: Avisar) -> None:
    with oficina.abrir(escena.archivo) as exp:
        parrafo = exp.foto(TRIMESTRE).parrafos[0]
        avisar(0)
        for n in count(1):
            cambios = tuple(CambioDeConteo(casilla, n) for casilla in CASILLAS)
            aplicar_pegado(exp, TRIMESTRE, Propuesta("Pegar", cambios))
            avisar(n)
            renglones.guardar_parrafo(exp, TRIMESTRE, replace(parrafo, texto=f"{n} " * 5000))


def firmar(escena: Escena, avisar: Avisar) -> None:
    with oficina.abrir(escena.archivo) as exp:
        avisar(0)
        for n in count(1):
            capturar(exp, TRIMESTRE, ABRIL, n)
            firma.firmar(exp, TRIMESTRE, date(2031, 7, 4))
            avisar(n)
            firma.abrir_para_corregir(exp, TRIMESTRE, "otra vez")


def firmar_con_anexos(escena: Escena, avisar: Avisar) -> None:
    with oficina.abrir(escena.archivo) as exp:
        dueno = Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)
        suyas = Preparada(foto(), "f", "a.jpg", "foto"), Preparada(escaneo(2), "e", "b.pdf", "pdf", hojas=2)
        servicio.adjuntar(exp, TRIMESTRE, dueno, Lote(suyas))
        uids = [suya.uid for suya in servicio.evidencias_de(exp, TRIMESTRE, dueno)]
        servicio.salir(exp, TRIMESTRE, uids[1], True)
        anexar(exp, TRIMESTRE, LosAnexos("al final"))
        avisar(0)
        for n in count(1):
            for uid in uids:
                servicio.poner_pie(exp, TRIMESTRE, uid, f"vuelta {n}")
            firma.firmar(exp, TRIMESTRE, date(2031, 7, 4), lambda octetos, hoja: GRIS)
            avisar(n)
            firma.abrir_para_corregir(exp, TRIMESTRE, "otra vez")


def repartir(escena: Escena, avisar: Avisar) -> None:
    """Varios oficios a la vez, cada quien su acuse, y luego la misma foto también en otro lado."""
    with oficina.abrir(escena.archivo) as exp:
        filas = leer_libro(exp, TRIMESTRE.ejercicio).filas
        avisar(0)
        for n in count(1):
            octetos, original, nombre, _ = _de_la_vuelta(n, 0)
            acuses = [
                (fila.oficio.uid, Preparada(octetos, original, nombre, "pdf", hojas=1)) for fila in filas
            ]
            guardar_acuses(exp, TRIMESTRE, acuses, date(2031, 5, 1))
            avisar(n)


def adjuntar(escena: Escena, avisar: Avisar) -> None:
    with oficina.abrir(escena.archivo) as exp:
        dueno = Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)
        avisar(0)
        for n in count(1):
            for parte in Lote(tuple(map(preparada, range(3 * n, 3 * n + 3)))).por_partes():
                if isinstance(parte, Trozo):
                    servicio.adelantar(exp, parte)
                else:
                    servicio.adjuntar(exp, TRIMESTRE, dueno, parte, "Adjuntar", f"grupo {n}")
            avisar(n)


def preparada(cual: int) -> Preparada:
    """Una de tres es grande: va por trozos."""
    octetos, suya, nombre, clase = _de_la_vuelta(cual // 3, cual % 3)
    return Preparada(octetos, suya, nombre, clase, contenido=suya)


def _de_la_vuelta(n: int, cual: int) -> tuple[bytes, str, str, ClaseDeEvidencia]:
    octetos = Random(n * 3 + cual).randbytes(1_200_000 if cual == 1 else 200_000)
    return octetos, sha256(octetos).hexdigest(), f"{n} {cual}.jpg", "foto"


def aligerar(escena: Escena, avisar: Avisar) -> None:
    avisar(0)
    for n in count(1):
        with oficina.abrir(escena.archivo) as exp:
            dueno = Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)
            capturar(exp, TRIMESTRE, ABRIL, n)
            lote = Lote((Preparada(*_de_la_vuelta(n, 0)), Preparada(*_de_la_vuelta(n, 1))))
            servicio.adjuntar(exp, TRIMESTRE, dueno, lote)
            servicio.quitar(exp, TRIMESTRE, [servicio.evidencias_de(exp, TRIMESTRE, dueno)[-1].uid])
        espacio.aligerar(escena.archivo, oficina.ahora)
        avisar(n)


def respaldar(escena: Escena, avisar: Avisar) -> None:
    with oficina.abrir(escena.archivo) as exp:
        avisar(0)
        for n in count(1):
            capturar(exp, TRIMESTRE, ABRIL, n)
            respaldo.respaldar(escena.archivo, oficina.ahora(), escena.copias)
            avisar(n)


def restaurar(escena: Escena, avisar: Avisar) -> None:
    avisar(0)
    for n in count(1):
        with oficina.abrir(escena.archivo) as exp:
            capturar(exp, TRIMESTRE, ABRIL, n)
        copia = respaldo.copiar_a(escena.archivo, escena.copias, oficina.ahora())
        with oficina.abrir(escena.archivo) as exp:
            capturar(exp, TRIMESTRE, ABRIL, 500_000 + n)
        restauracion.restaurar(escena.archivo, copia, oficina.ahora())
        avisar(n)


def cargar(escena: Escena, avisar: Avisar) -> None:
    avisar(0)
    for n in count(1):
        creacion.crear(escena.carpeta / f"nuevo {n}.sqlite", PLAN, DATOS, oficina.ahora).cerrar()
        avisar(n)


def migrar(escena: Escena, avisar: Avisar) -> None:
    avisar(0)
    for n in count(1):
        oficina.abrir(escena.archivo).cerrar()
        avisar(n)
        shutil.copyfile(escena.molde, escena.archivo)  # otra vez lo de antes, para migrar otra vez


# Lo que se exige después: cada una devuelve lo que halló mal


def de_editar(escena: Escena, avisado: int) -> Iterator[str]:
    numero = numero_de(escena.archivo)
    if numero not in ((avisado or 77), avisado + 1):
        yield f"se avisó {avisado} y dice {numero}"
    yield from que_quedo(escena, {escena.archivo.name})


def de_pegar(escena: Escena, avisado: int) -> Iterator[str]:
    yield from de_editar(escena, avisado)
    with oficina.abrir(escena.archivo) as exp:
        foto = exp.foto(TRIMESTRE)
    numeros = {foto.conteos.en(casilla) for casilla in CASILLAS}
    if avisado and len(numeros) > 1:
        yield f"quedó pegado a medias: {numeros}"
    if len(set(foto.parrafos[0].texto.split())) > 1 and avisado > 1:
        yield "un párrafo quedó revuelto"


def de_firmar(escena: Escena, avisado: int) -> Iterator[str]:
    with oficina.abrir(escena.archivo) as exp:
        hechas = firma.firmados(exp)
        if len(hechas) not in (avisado, avisado + 1):
            yield f"se avisaron {avisado} firmas y hay {len(hechas)}"
        for hecha in hechas:
            if not exp.contenido(hecha.sha256).startswith(b"%PDF-"):
                yield "un PDF firmado no está"


def de_firmar_con_anexos(escena: Escena, avisado: int) -> Iterator[str]:
    yield from de_firmar(escena, avisado)
    with oficina.abrir(escena.archivo) as exp:
        hechas = len(firma.firmados(exp))
        dueno = Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)
        suyas = servicio.evidencias_de(exp, TRIMESTRE, dueno)
        if len(suyas) != 2 or any(not dar.bytes_de(exp, suya) for suya in suyas):
            yield f"quedaron {len(suyas)} evidencias"
        if exp.foto(TRIMESTRE).firmado and {suya.pie for suya in suyas} != {f"vuelta {hechas}"}:
            yield f"firmado {hechas} veces, los pies dicen {[suya.pie for suya in suyas]}"


def de_repartir(escena: Escena, avisado: int) -> Iterator[str]:
    with oficina.abrir(escena.archivo) as exp:
        filas = leer_libro(exp, TRIMESTRE.ejercicio).filas
        de_cada = [servicio.evidencias_de(exp, TRIMESTRE, Origen("libro", f.oficio.uid)) for f in filas]
        cuantas = {len(suyas) for suyas in de_cada}
        if not filas or len(cuantas) > 1 or not cuantas <= {avisado, avisado + 1}:
            yield f"se avisaron {avisado} repartos y hay {cuantas} acuses por oficio"
        for n, suya in enumerate(de_cada[0], 1):
            if sha256(dar.bytes_de(exp, suya)).hexdigest() != _de_la_vuelta(n, 0)[1]:
                yield f"{suya.nombre} no es el que se repartió"
    yield from que_quedo(escena, {escena.archivo.name})


def de_adjuntar(escena: Escena, avisado: int) -> Iterator[str]:
    with oficina.abrir(escena.archivo) as exp:
        dueno = Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)
        suyas = servicio.evidencias_de(exp, TRIMESTRE, dueno)
        if not 3 * avisado <= len(suyas) <= 3 * avisado + 3:  # lo que pesa se guarda por partes
            yield f"se avisaron {avisado} lotes y hay {len(suyas)} evidencias"
        for n, suya in enumerate(suyas):
            if sha256(dar.bytes_de(exp, suya)).hexdigest() != _de_la_vuelta(n // 3 + 1, n % 3)[1]:
                yield f"{suya.nombre} no es la que se adjuntó"
    yield from que_quedo(escena, {escena.archivo.name})


def de_aligerar(escena: Escena, avisado: int) -> Iterator[str]:
    numero = numero_de(escena.archivo)
    if numero not in ((avisado or 77), avisado + 1):
        yield f"se avisó {avisado} y dice {numero}"
    with oficina.abrir(escena.archivo) as exp:
        dueno = Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)
        for suya in servicio.evidencias_de(exp, TRIMESTRE, dueno):
            if sha256(dar.bytes_de(exp, suya)).hexdigest() != suya.original:
                yield f"{suya.nombre} no está entera"
    for copia in (escena.carpeta / "respaldos").glob("*.sqlite"):
        if not comprobacion.comprobar(copia).sano:
            yield f"la copia {copia.name} no sirve"


def de_respaldar(escena: Escena, avisado: int) -> Iterator[str]:
    yield from de_editar(escena, avisado)
    copias = list(escena.copias.glob("*.sqlite"))
    if len(copias) not in (avisado, avisado + 1):
        yield f"se avisaron {avisado} respaldos y hay {len(copias)}"
    for copia in copias:
        if not comprobacion.comprobar(copia).sano or numero_visto(copia) not in range(1, avisado + 2):
            yield f"el respaldo {copia.name} no sirve"


def de_restaurar(escena: Escena, avisado: int) -> Iterator[str]:
    numero = numero_de(escena.archivo)
    pueden = {avisado or 77, avisado + 1, 500_000 + avisado + 1}
    if numero not in pueden:
        yield f"se avisó {avisado} y dice {numero}"
    for apartado in escena.carpeta.glob("*(antes de restaurar*"):
        if numero_de(apartado) not in range(500_000, 500_002 + avisado):
            yield f"lo apartado en {apartado.name} no es lo que había"


def de_cargar(escena: Escena, avisado: int) -> Iterator[str]:
    nuevos = list(escena.carpeta.glob("nuevo *.sqlite"))
    if len(nuevos) not in (avisado, avisado + 1):
        yield f"se avisaron {avisado} archivos y hay {len(nuevos)}"
    for nuevo in nuevos:
        if numero_de(nuevo) != 77:
            yield f"{nuevo.name} no está entero"


def de_migrar(escena: Escena, avisado: int) -> Iterator[str]:
    dice = contenido_de(escena.molde)
    copiando = escena.archivo.stat().st_size < escena.molde.stat().st_size
    if copiando:  # la víctima murió copiando otra vez lo de antes: eso no lo hace el programa
        return
    numero, hoy = numero_de(escena.archivo), contenido_de(escena.archivo)
    iguales = all(siguen(filas, hoy[tabla]) for tabla, filas in dice.items() if tabla != "sello")
    if numero != 77 or not iguales or hoy.keys() != {nombre_de(tabla) for tabla in TODAS}:
        yield "la migración dejó otra cosa"
    for copia in (escena.carpeta / "respaldos").glob("*.sqlite"):
        if contenido_de(copia) != dice:
            yield "el respaldo de antes de migrar no dice lo de antes"


def siguen(antes: list[tuple[Any, ...]], hoy: list[tuple[Any, ...]]) -> bool:
    """Si las filas son las mismas, quizá con columnas nuevas al final."""
    return len(antes) == len(hoy) and all(
        nueva[: len(vieja)] == vieja for vieja, nueva in zip(antes, hoy, strict=True)
    )


Victima = Callable[[Escena, Avisar], None]
Exigencia = Callable[[Escena, int], Iterator[str]]
COSAS: dict[str, tuple[Victima, Exigencia]] = {
    "editar": (editar, de_editar),
    "pegar": (pegar, de_pegar),
    "firmar": (firmar, de_firmar),
    "firmar con anexos": (firmar_con_anexos, de_firmar_con_anexos),
    "repartir acuses": (repartir, de_repartir),
    "adjuntar": (adjuntar, de_adjuntar),
    "aligerar": (aligerar, de_aligerar),
    "respaldar": (respaldar, de_respaldar),
    "restaurar": (restaurar, de_restaurar),
    "cargar": (cargar, de_cargar),
    "migrar": (migrar, de_migrar),
    "entregar una parte": (de_partes.entregar, de_partes.de_entregar),
    "recibir una parte": (de_partes.recibir, de_partes.de_recibir),
}


def matar(hacer: Victima, escena: Escena, azar: Random) -> int:
    """Deja que lo haga unas veces y lo mata de golpe a media vez; devuelve lo último que avisó."""
    lee, escribe = os.pipe()
    hijo = os.fork()
    if hijo == 0:
        try:
            os.close(lee)
            hacer(escena, lambda n: void(os.write(escribe, f"{n}\n".encode())))
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(escribe)
    with os.fdopen(lee, "r", encoding="ascii") as tubo:
        avisados = [tubo.readline()]
        antes = time.monotonic()
        avisados += [tubo.readline() for _ in range(azar.randrange(1, 4))]
        cada_vez = (time.monotonic() - antes) / (len(avisados) - 1)
        select.select([], [], [], azar.uniform(0, cada_vez))
        os.kill(hijo, signal.SIGKILL)
        _, estado = os.waitpid(hijo, 0)
        avisados += tubo.readlines()
    if not os.WIFSIGNALED(estado):
        raise AssertionError("la víctima falló antes de morir")
    return int(avisados[-1])


def void(_: object) -> None:
    """Para avisar sin devolver nada."""


def cargar_lo_de_firmar(molde: Path, carpeta: Path) -> None:
    """Firma una vez aquí: el PDF y sus letras se cargan una vez, y cada víctima los hereda."""
    with oficina.abrir(shutil.copyfile(molde, carpeta / "firmado.sqlite")) as exp:
        firma.firmar(exp, TRIMESTRE, date(2031, 7, 4))


def nueva_escena(carpeta: Path, cosa: str, molde: Path, de_antes: Path) -> Escena:
    shutil.rmtree(carpeta, ignore_errors=True)
    (carpeta / "copias").mkdir(parents=True)
    escena = Escena(carpeta, de_antes if cosa == "migrar" else molde)
    shutil.copyfile(escena.molde, escena.archivo)
    return escena


@dataclass
class Cuenta:
    """Cuántas murieron en cada cosa, cuánto habían avisado y lo que salió mal."""

    muertes: dict[str, int] = field(default_factory=dict)
    avisos: int = 0
    malas: list[str] = field(default_factory=list)


def campana(carpeta: Path, veces: int, semilla: int) -> Cuenta:
    """Todas las muertes, repartidas entre las cosas."""
    molde, de_antes = carpeta / "molde.sqlite", carpeta / "molde de antes.sqlite"
    oficina.nuevo(molde).cerrar()
    anterior.hacer(de_antes)
    cargar_lo_de_firmar(molde, carpeta)
    gc.freeze()  # lo que cada víctima hereda no lo copia solo por buscar lo que sobra
    azar, cuenta = Random(semilla), Cuenta()
    for n in range(veces):
        cosa = list(COSAS)[n % len(COSAS)]
        hacer, exigir = COSAS[cosa]
        escena = nueva_escena(carpeta / "escena", cosa, molde, de_antes)
        avisado = matar(hacer, escena, azar)
        cuenta.muertes[cosa] = cuenta.muertes.get(cosa, 0) + 1
        cuenta.avisos += avisado
        try:
            cuenta.malas += [f"{cosa} {n}: {mala}" for mala in exigir(escena, avisado)]
        except Exception as error:
            cuenta.malas.append(f"{cosa} {n}: {type(error).__name__}: {error}")
    return cuenta


def main() -> None:
    """Corre la campaña y la cuenta."""
    carpeta, veces, semilla = sys.argv[1:]
    print(json.dumps(campana(Path(carpeta), int(veces), int(semilla)).__dict__, ensure_ascii=False))


if __name__ == "__main__":
    main()
