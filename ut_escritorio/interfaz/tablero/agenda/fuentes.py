"""De dónde sale cada línea de «Por hacer hoy»: una función por idea, y todas en `FUENTES`.

Una nueva lee del `Dia` lo que le toca y da sus líneas, cada una con su destino; aquí se formulan, se ordenan
lo peor primero y se quedan las que caben.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import shorten

from ut_escritorio.dominio.numeros.dias import dichos, sin_registrar
from ut_escritorio.dominio.palabras.redaccion import cantidad, cantidad_de_lista, con_inicial, recortado
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.plan.lugares import donde_estan
from ut_escritorio.interfaz.tablero.agenda.dia import Dia
from ut_escritorio.interfaz.tablero.agenda.linea import SIGNOS, ALaOrden, AlSitio, Linea

Fuente = Callable[[Dia], Iterator[Linea]]
CABEN = 5
_COSA = Sustantivo("cosa", "cosas", "f")
_CASILLA = Sustantivo("casilla vacía", "casillas vacías", "f")
_DIA = Sustantivo("día", "días")
_VACIAS = "sin_capturar"
_DIAS_SIN_COPIA = 7
_DETALLE, _LUGARES = 90, 60  # letras


def _breve(texto: str) -> str:
    """Las palabras que caben en dos renglones."""
    return shorten(texto, _DETALLE, placeholder="…")


def copia_que_fallo(dia: Dia) -> Iterator[Linea]:
    """La última copia no se pudo hacer."""
    if dia.copias is not None and dia.copias.fallo:
        que, por_que = "La última copia no se pudo hacer", _breve(dia.copias.fallo)
        yield Linea("copia", que, "grave", "Respaldar ahora", ALaOrden("respaldar"), por_que)


def cosas_por_corregir(dia: Dia) -> Iterator[Linea]:
    """Lo que la revisión manda corregir, menos las casillas vacías, que van aparte."""
    suyas = [h for h in dia.senales.por_corregir if h.codigo != _VACIAS]
    if suyas:
        que = f"{con_inicial(cantidad_de_lista(len(suyas), _COSA))} por corregir"
        boton = "Verlas" if len(suyas) > 1 else "Verla"
        yield Linea("por corregir", que, "grave", boton, ALaOrden("revisar"), _breve(suyas[0].mensaje))


def casillas_vacias(dia: Dia) -> Iterator[Linea]:
    """Los meses que ya acabaron y aún tienen casillas vacías."""
    for hallado in dia.por_corregir(_VACIAS):
        mes = next((s.casilla.mes for s in hallado.sitios if s.casilla and s.casilla.mes), None)
        cuando = con_inicial(MESES[mes - 1]) if mes else "El trimestre"
        en = recortado(donde_estan(dia.foto.plan, [sitio.lugar for sitio in hallado.sitios]), _LUGARES)
        que = f"{cuando}: {cantidad_de_lista(len(hallado.sitios), _CASILLA)} {en}".rstrip()
        yield Linea(f"casillas de {mes}", que, "pronto", "Ir", AlSitio(hallado.sitios[0]))


def dias_sin_registrar(dia: Dia) -> Iterator[Linea]:
    """Los días de lo que se hace a diario que pasaron en blanco, del trimestre que se ve y del de hoy."""
    if dia.dudoso or dia.fase == "empieza":
        return
    for foto in dia.abiertos:
        faltan = sin_registrar(foto, dia.calendario, dia.hoy)
        if faltan:
            cuales = dichos((cada for dias in faltan.values() for cada in dias), dia.hoy)
            de_otro = f"{foto.trimestre.numero}º trimestre: días" if foto is not dia.foto else "Días"
            otro = foto.trimestre if foto is not dia.foto else None
            yield Linea(
                f"días del {foto.trimestre}",
                f"{de_otro} sin registrar: {cuales}",
                "pronto",
                "Completar…",
                ALaOrden("completar los días", otro),
            )


def sesiones_sin_foto(dia: Dia) -> Iterator[Linea]:
    """Lo que lleva ficha y aún no tiene ninguna foto, si los anexos van."""
    for hallado in dia.por_revisar("sin_foto"):
        que = recortado(hallado.mensaje.removesuffix("."), _DETALLE)
        yield Linea("fotos", que, "luego", "Ir", AlSitio(hallado.sitios[0]))


def copia_afuera(dia: Dia) -> Iterator[Linea]:
    """Hace mucho que no se deja una copia fuera del equipo."""
    if dia.dudoso or dia.fase == "empieza" or dia.copias is None or dia.copias.alla is not None:
        return
    afuera = dia.copias.afuera
    dias = (dia.hoy - afuera.date()).days if afuera else None
    if dias is None or dias > _DIAS_SIN_COPIA:
        que = (
            "Sin copia en USB todavía" if dias is None else f"Última copia a USB: hace {cantidad(dias, _DIA)}"
        )
        yield Linea("usb", que, "luego", "Copiar…", ALaOrden("copiar a USB"))


FUENTES: tuple[Fuente, ...] = (
    copia_que_fallo,
    cosas_por_corregir,
    casillas_vacias,
    dias_sin_registrar,
    sesiones_sin_foto,
    copia_afuera,
)


def por_hacer(dia: Dia, menos: frozenset[Fuente] = frozenset()) -> tuple[Linea, ...]:
    """A lo más cinco líneas, lo peor primero; de lo igual de grave, en el orden de `FUENTES`."""
    todas = [linea for fuente in FUENTES if fuente not in menos for linea in fuente(dia)]
    en_orden = sorted(todas, key=lambda linea: SIGNOS.index(linea.signo))
    return tuple(en_orden[:CABEN])
