"""Lo que el informe espera y nadie ha escrito: meses, totales y pasos vacíos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ut_escritorio.dominio.numeros.evaluacion import valor_en_casilla
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.tabla import de_otros_trimestres
from ut_escritorio.dominio.numeros.vista import entera_de
from ut_escritorio.dominio.oficina.calendario import habiles_del_mes
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import con_inicial, lista, unas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.lugares import donde
from ut_escritorio.dominio.trimestre.conteos import LO_QUE_VA, Casilla
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Celda, Lectura
from ut_escritorio.revision.palabras import cuando
from ut_escritorio.revision.plazos import gravedad_de, ya_empezo, ya_toca


def sin_capturar(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las celdas vacías de los cuadros: una causa por mes, y otra por los totales que nadie escribió.

    El mes que corre se recuerda; el que no ha empezado, y los totales antes de que acabe el trimestre, no.
    """
    for mes, celdas in sorted(_por_mes(lectura).items(), key=lambda par: par[0] or 13):
        if not (ya_toca(lectura, mes) or (mes and ya_empezo(lectura, mes))):
            continue
        claves = tuple(dict.fromkeys(entera_de(lectura.plan, celda.casilla.cifra) for celda in celdas))
        nombres = [lectura.plan.cifra[clave].nombre for clave in claves]
        yield hallazgo(
            "sin_capturar",
            gravedad_de(lectura, mes),
            f"{_que_falta(lectura, mes)} en {unas(nombres)}.{_serian(lectura, mes, claves)}",
            [(celda.sitio, _aqui(lectura, mes, celda.casilla.cifra)) for celda in celdas],
            [celda.casilla for celda in celdas],
        )


def _aqui(lectura: Lectura, mes: int | None, clave: str) -> str:
    """Lo que falta de una sola cifra, dicho en su cuadro."""
    clave = entera_de(lectura.plan, clave)
    que = f"{_que_falta(lectura, mes)} en {lectura.plan.cifra[clave].nombre}."
    return f"{que}{_serian(lectura, mes, (clave,))}"


def _que_falta(lectura: Lectura, mes: int | None) -> str:
    """«Falta abril»; si aún no llega su último día, «Junio todavía no se captura»."""
    que = cuando(mes) if mes else "lo de todo el trimestre"
    if ya_toca(lectura, mes):
        return f"Falta {que}"
    return f"{con_inicial(que)} todavía no se captura"


def _por_mes(lectura: Lectura) -> dict[int | None, list[Celda]]:
    """Las celdas incompletas según el mes que les falta; los totales, solo si su mes no está en el cuadro."""
    directas: dict[int | None, list[Celda]] = {}
    totales: list[Celda] = []
    for celda in lectura.celdas:
        if celda.valor.completo:
            continue
        if celda.casilla.mes is not None or not celda.valor.faltan:
            directas.setdefault(celda.casilla.mes, []).append(celda)
        else:
            totales.append(celda)
    dichas = {(mes, celda.casilla.cifra) for mes, celdas in directas.items() for celda in celdas}
    for celda in totales:
        for mes in celda.valor.faltan:
            if (mes, celda.casilla.cifra) not in dichas:
                directas.setdefault(mes, []).append(celda)
    return directas


def _serian(lectura: Lectura, mes: int | None, claves: tuple[str, ...]) -> str:
    """Lo que darían los días hábiles en las que se hacen a diario; si son todas, no las repite."""
    diarias = [c for clave in claves if (c := lectura.plan.cifra[clave]).por_dia]
    if mes is None or not diarias:
        return ""
    dias = len(habiles_del_mes(lectura.calendario, lectura.trimestre.ejercicio, mes))
    ritmos: dict[int, list[str]] = {}
    for cifra in diarias:
        ritmos.setdefault(cifra.por_dia or 0, []).append(cifra.nombre)
    serian = [
        f"a {n} por día serían {n * dias}{_en_cuales(suyas, len(claves))}"
        for n, suyas in sorted(ritmos.items())
    ]
    return f" Tiene {dias} días hábiles: {lista(serian)}."


def _en_cuales(suyas: list[str], dichas: int) -> str:
    """En cuáles de las ya `dichas` vale lo que se dice: si es en todas, sin repetir sus nombres."""
    if len(suyas) < dichas:
        return f" en {unas(suyas)}"
    return " en cada una" if dichas > 1 else ""


def trimestres_sin_dato(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los trimestres anteriores que un cuadro enseña o suma y no se saben: dejan vacío lo que va del año."""
    faltan: dict[int, list[Sitio]] = {}
    for lugar, apartado in lectura.apartados:
        cuadro = lectura.plan.cuadro.get(apartado.cuadro)
        de_otros = de_otros_trimestres(cuadro, lectura.foto) if cuadro else ()
        for casilla in dict.fromkeys(una for cada in de_otros for una in _de_antes(cada, lectura.trimestre)):
            if not valor_en_casilla(lectura.foto, casilla).completo:
                sitio = Sitio(lugar, Origen("cuadro", apartado.cuadro), casilla)
                faltan.setdefault(casilla.trimestre, []).append(sitio)
    for numero, sitios in faltan.items():
        casillas = [sitio.casilla for sitio in sitios if sitio.casilla]
        nombres = [lectura.plan.cifra[casilla.cifra].nombre for casilla in casillas]
        yield hallazgo(
            "trimestre_sin_dato",
            "corregir",
            f"Falta el {numero}º trimestre en {unas(list(dict.fromkeys(nombres)))}: "
            "sin él no se sabe lo que va del año. Escríbalo en ese trimestre.",
            sitios,
            casillas,
        )


def _de_antes(casilla: Casilla, este: Trimestre) -> Iterator[Casilla]:
    """La de un trimestre anterior o, de lo que va del año, las de todos ellos."""
    if casilla.trimestre != LO_QUE_VA:
        yield casilla
        return
    yield from (replace(casilla, trimestre=numero) for numero in range(1, este.numero))


_NADA = "No hay nada anotado: anótelo o marque que no tocó."


def nada_anotado(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los pasos que, acabado el trimestre, siguen sin ningún renglón y no se marcaron «no tocó»."""
    vacios = lectura.vacios if ya_toca(lectura) else ()
    if vacios:
        lugares = [donde(lectura.plan, lugar) for lugar, _ in vacios]
        yield hallazgo(
            "nada_anotado",
            "corregir",
            f"{con_inicial('no hay nada anotado')} en {unas(lugares)}: anótelo o marque que no tocó.",
            [(Sitio(lugar, Origen("apartado", apartado.clave)), _NADA) for lugar, apartado in vacios],
            [lugar for lugar, _ in vacios],
        )
