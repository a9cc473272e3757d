"""Segundos de abrir el libro de oficios y de teclear en su búsqueda, de lo que F9 propone y de lo que coteja.

Doce años de tres mil oficios contra uno solo, por turnos; se imprime lo menos que tardó cada cosa.

    python tests/rendimiento/libro.py abrir|buscar|proponer|cotejar
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from ut_escritorio import rutas
from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.archivo.apertura import crear_base
from ut_escritorio.datos.esquema.campos import nuevo_id, nuevo_uid
from ut_escritorio.datos.filas.carga import cargar_plan
from ut_escritorio.datos.filas.legajo import Legajo, leer_legajo
from ut_escritorio.datos.filas.plan.escribir import guardar_plan
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.dominio.impreso.anotar import Borrador, como_se_leera, renglon_de
from ut_escritorio.dominio.oficios.folios import serie_de
from ut_escritorio.dominio.oficios.libro import Pedido, pedidos
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.series import Tomados
from ut_escritorio.interfaz.comunes.campos.al_pie import que_extrana
from ut_escritorio.servicios.archivo.expediente import Expediente, abrir
from ut_escritorio.servicios.captura.anotar import anotado_antes, tomados_de, vecinos_de
from ut_escritorio.servicios.oficios.libro import leer_libro

Medible = Callable[[], object]
PLAN = rutas.recursos() / "planes" / "2024.toml"
ULTIMO, POR_TRIMESTRE, VUELTAS = 2024, 750, 7
TECLEADO = ("teso", "tesorería ho", "UT/0548", "ornitorrinco")


def ahora() -> datetime:
    """La hora de quien mide; no importa cuál."""
    return datetime(2024, 12, 31, 12)  # noqa: DTZ001


def llenar(base: Base, anios: int) -> None:
    """Cada año, cuatro trimestres con sus oficios: dos de tres enviados y uno recibido."""
    azar, leido = random.Random(2024), leer_plan(PLAN)
    with base.carga(f"{anios} años"):
        for anio in range(ULTIMO - anios + 1, ULTIMO + 1):
            plan = replace(leido.plan, clave=f"plan de {anio}", ejercicio=anio)
            if anio == ULTIMO - anios + 1:
                cargar_plan(base, plan, leido.catalogo, leido.contenidos)
                base.inserta(e.Serie, prefijo="UT")
                base.inserta(e.Serie, prefijo="TM")
            else:
                guardar_plan(base, plan)
            for numero in range(1, 5):
                _llenar_trimestre(leer_legajo(base, Trimestre(anio, numero)), azar)


def _llenar_trimestre(legajo: Legajo, azar: random.Random) -> None:
    """Se escribe de una vez: por los servicios tardaría minutos."""
    series = dict(legajo.base.filas(e.Serie, ("prefijo", "id")))
    unidades, anio = [*legajo.unidades.values()], legajo.trimestre.ejercicio
    filas: dict[str, list[tuple[object, ...]]] = {}
    for n in range(POR_TRIMESTRE):
        numero, recibido = POR_TRIMESTRE * (legajo.trimestre.numero - 1) + n + 1, n % 3 == 2
        prefijo, sentido = ("TM", "recibido") if recibido else ("UT", "enviado")
        lugar, rol = ("1.2/3", "emisor") if recibido else ("1.2/2", "destinatario")
        fecha = date(anio, azar.choice(legajo.trimestre.meses), azar.randint(1, 28)).isoformat()
        asunto = f"actualizar el módulo {n} de {azar.choice(('horarios', 'licitaciones', 'trámites'))}"
        oficio, renglon, unidad = nuevo_id(), nuevo_id(), azar.choice(unidades)
        folio = f"{prefijo}/{numero:04}/{anio}"
        medio, en_plan = legajo.medio("oficio"), legajo.lugar(lugar)
        _agregar(filas, "oficio (id, uid, folio, serie_id, numero, anio, ejercicio, sentido, fecha)", oficio,
                 nuevo_uid(), folio, series[prefijo], numero, anio, anio, sentido, fecha)  # fmt: skip
        _agregar(filas, "parte_de_oficio (id, uid, oficio_id, orden, rol, unidad_id, texto)", nuevo_id(),
                 nuevo_uid(), oficio, 1, rol, unidad, "")  # fmt: skip
        _agregar(filas, "registro (id, uid, trimestre_id, lugar_id, orden, medio_id, sentido, asunto, fecha, "
                 "junto, campos)", renglon, nuevo_uid(), legajo.id, en_plan, n, medio, sentido, asunto, fecha,
                 0, "{}")  # fmt: skip
        _agregar(filas, "parte (id, uid, registro_id, orden, rol, unidad_id, texto)", nuevo_id(),
                 nuevo_uid(), renglon, 1, rol, unidad, "")  # fmt: skip
        _agregar(filas, "cita (id, uid, registro_id, orden, oficio_id, asunto)", nuevo_id(), nuevo_uid(),
                 renglon, 1, oficio, "")  # fmt: skip
    for donde, suyas in filas.items():
        incognitas = ", ".join("?" * len(suyas[0]))
        legajo.base.conexion.executemany(f"INSERT INTO {donde} VALUES ({incognitas})", suyas)


def _agregar(filas: dict[str, list[tuple[object, ...]]], donde: str, *valores: object) -> None:
    filas.setdefault(donde, []).append(valores)


def al_abrir(muchos: Expediente, uno: Expediente) -> tuple[Medible, Medible]:
    """Abrir el libro del año: con los doce guardados y con uno."""
    return lambda: leer_libro(muchos, ULTIMO), lambda: leer_libro(uno, ULTIMO)


def al_teclear(muchos: Expediente, uno: Expediente) -> tuple[Medible, Medible]:
    """Buscar en el libro ya abierto, letra por letra: con los doce guardados y con uno."""

    def teclear(exp: Expediente) -> Medible:
        filas = leer_libro(exp, ULTIMO).filas
        return lambda: [pedidos(filas, Pedido(buscado=escrito)) for escrito in TECLEADO]

    return teclear(muchos), teclear(uno)


def al_proponer(muchos: Expediente, _: Expediente) -> tuple[Medible, Medible]:
    """El número que F9 propone, de todo el archivo, y de solo los renglones."""
    foto = muchos.foto(Trimestre(ULTIMO, 4))
    antes = anotado_antes(muchos, foto)

    def proponer(tomados: Callable[[], Tomados]) -> object:
        return serie_de(antes, "oficio", "enviado", ULTIMO, tomados=tomados())

    return lambda: proponer(lambda: tomados_de(muchos, ULTIMO)), lambda: proponer(Tomados)


def al_cotejar(muchos: Expediente, _: Expediente) -> tuple[Medible, Medible]:
    """Una tecla del número en F9: con lo que se mira de los oficios de junto, y solo con su frase."""
    foto = muchos.foto(Trimestre(ULTIMO, 4))
    borrador = Borrador("1.2/2", "oficio", "enviado", folios=f"UT/2900/{ULTIMO}", fecha=date(ULTIMO, 11, 4))
    renglon = renglon_de(foto, borrador, None)
    folios = [cita.folio for cita in renglon.citas]

    def cotejar() -> object:
        vecinos = vecinos_de(muchos, folios)
        return como_se_leera(foto, renglon), que_extrana(foto, renglon, date(ULTIMO, 12, 31), vecinos)

    return cotejar, lambda: como_se_leera(foto, renglon)


COSAS = {"abrir": al_abrir, "buscar": al_teclear, "proponer": al_proponer, "cotejar": al_cotejar}


def main() -> None:
    """Imprime lo menos que tardó cada una de las dos que se comparan."""
    preparar = COSAS[sys.argv[1]]
    with tempfile.TemporaryDirectory() as carpeta:
        muchos, uno = (_hecho(Path(carpeta) / f"{anios}.sqlite", anios) for anios in (12, 1))
        cosas, menos = preparar(muchos, uno), [float("inf")] * 2
        for _ in range(VUELTAS):
            for n, cosa in enumerate(cosas):
                desde = time.process_time()
                cosa()
                menos[n] = min(menos[n], time.process_time() - desde)
        for exp in (muchos, uno):
            exp.cerrar()
    print(*menos)


def _hecho(ruta: Path, anios: int) -> Expediente:
    crear_base(ruta, ahora, lambda base: llenar(base, anios))
    return abrir(ruta, ahora)


if __name__ == "__main__":
    main()
