"""La historia del archivo: deshacer y rehacer, de dónde salió un número y adelgazar lo viejo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from ut_escritorio.datos.esquema import Cifra
from ut_escritorio.datos.filas.legajo import Legajo, filas_de_trimestres
from ut_escritorio.datos.filas.oficios.impresos import impresos_que_se_soltarian
from ut_escritorio.datos.filas.oficios.libro import leer_hoja
from ut_escritorio.datos.historia import acciones as historia
from ut_escritorio.datos.historia import pasado
from ut_escritorio.datos.historia.acciones import CambioDeFila, Hecho
from ut_escritorio.datos.historia.pasado import Adelgazado
from ut_escritorio.datos.historia.rastros import sitios_de
from ut_escritorio.datos.historia.recepciones import recepciones
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.procedencia import Pieza, desglosar
from ut_escritorio.dominio.numeros.del_libro import cuenta_de
from ut_escritorio.dominio.numeros.dias import con_dia
from ut_escritorio.dominio.numeros.recuento import traidas_con
from ut_escritorio.dominio.oficios.libro import EnElLibro, en_orden, se_cuenta
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import unas
from ut_escritorio.dominio.partes.cosa import conteo
from ut_escritorio.dominio.partes.recibido import RECIBIR, Recibidas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.cifras import Valor
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente, cosas_de

LO_VIEJO = timedelta(days=2 * 365)  # de antes, la historia se adelgaza


def por_deshacer(exp: Expediente) -> str | None:
    """Lo que se desharía, como se dice en el menú («Deshacer pegar 9 celdas»); None si no hay qué.

    Solo cuenta lo hecho desde que se abrió el archivo y desde la última firma o apertura para corregir.
    """
    hecho = exp.pila.por_deshacer()
    return _rotulo("Deshacer", hecho) if hecho else None


def por_rehacer(exp: Expediente) -> str | None:
    """Lo que se volvería a hacer («Rehacer pegar 9 celdas»); None si no hay qué."""
    hecho = exp.pila.por_rehacer()
    return _rotulo("Rehacer", hecho) if hecho else None


def donde_se_deshace(exp: Expediente) -> Trimestre | None:
    """El trimestre de lo que se desharía; None si no es de ninguno, o no hay qué."""
    return _trimestre_de(exp, exp.pila.por_deshacer())


def donde_se_rehace(exp: Expediente) -> Trimestre | None:
    """El trimestre de lo que se volvería a hacer; None si no es de ninguno, o no hay qué."""
    return _trimestre_de(exp, exp.pila.por_rehacer())


def deshacer(exp: Expediente) -> Cambios:
    """Vuelve atrás lo último que se hizo; los Cambios dicen el trimestre y los sitios donde se ve.

    Raises:
        ErrorEsperado: no hay qué deshacer, lo que cambió ya no está como quedó, su trimestre está firmado,
            o dejaría libre un número de oficio ya impreso; no cambió nada.
    """
    hecho = exp.pila.por_deshacer()
    if hecho is None:
        raise ErrorEsperado("No hay nada que deshacer desde que se abrió el archivo o se firmó el informe.")
    nombre = _rotulo("Deshacer", hecho)
    if not hecho.nombre.startswith(RECIBIR):  # los que llegaron ya impresos siguen tomados donde se tomaron
        _que_no_se_suelten(exp, historia.cambios_de(exp.base, hecho))
    return _cambios(exp, hecho, nombre, historia.deshacer(exp.base, hecho, nombre))


def rehacer(exp: Expediente) -> Cambios:
    """Vuelve a hacer lo último que se deshizo; devuelve y lanza lo mismo que `deshacer`."""
    hecho = exp.pila.por_rehacer()
    if hecho is None:
        raise ErrorEsperado("No hay nada que rehacer.")
    nombre = _rotulo("Rehacer", hecho)
    _que_no_se_suelten(exp, (cambio.al_reves for cambio in historia.cambios_de(exp.base, hecho)))
    return _cambios(exp, hecho, nombre, historia.rehacer(exp.base, hecho, nombre))


def _que_no_se_suelten(exp: Expediente, tomaron: Iterable[CambioDeFila]) -> None:
    """ErrorEsperado si volver atrás esos cambios dejaría libre un número ya impreso."""
    if impresos := impresos_que_se_soltarian(exp.base, tomaron):
        if len(impresos) == 1:
            raise ErrorEsperado(f"Ya se imprimió {impresos[0]}: cancélelo.")
        raise ErrorEsperado(f"Ya se imprimieron {unas(sorted(impresos))}: cancele los que ya no van.")


def _rotulo(verbo: str, hecho: Hecho) -> str:
    return f"{verbo} {hecho.nombre[:1].lower()}{hecho.nombre[1:]}"


def _trimestre_de(exp: Expediente, hecho: Hecho | None) -> Trimestre | None:
    if hecho is None or hecho.trimestre is None:
        return None
    return filas_de_trimestres(exp.base)[hecho.trimestre]


def _cambios(exp: Expediente, hecho: Hecho, nombre: str, filas: tuple[CambioDeFila, ...]) -> Cambios:
    cosas = cosas_de(historia.tablas_de(filas))
    trimestre = _trimestre_de(exp, hecho)
    if trimestre is None:
        return Cambios(nombre, cosas)
    return Cambios(nombre, cosas, trimestre, sitios_de(exp.legajo(trimestre), filas))


@congelado
class Anterior:
    """Un cambio que hubo: cuándo, con qué acción y qué pasó («de 26 a 27», «se anotó»)."""

    cuando: datetime
    accion: str
    que: str

    def __str__(self) -> str:
        return f"{self.cuando:%d/%m/%Y %H:%M}, {self.accion.lower()}: {self.que}"


@congelado
class Procedencia:
    """De dónde salió un número: su nombre, cuánto vale, cómo se obtuvo, sus piezas y su pasado."""

    nombre: str
    valor: Valor
    como: str
    piezas: tuple[Pieza, ...]
    antes: tuple[Anterior, ...]

    def __str__(self) -> str:
        vale = "sin dato" if self.valor.numero is None else str(self.valor.numero)
        piezas = [f"- {'?' if p.valor is None else p.valor}: {p.texto}" for p in self.piezas]
        pasado = ["Cambios:", *(f"- {anterior}" for anterior in self.antes)] if self.antes else []
        return "\n".join([f"{self.nombre}: {vale}. {self.como}", *piezas, *pasado])


def procedencia(exp: Expediente, trimestre: Trimestre, casilla: Casilla) -> Procedencia:
    """De dónde salió el número de una casilla del trimestre: las celdas o renglones que lo forman y lo que
    ha cambiado de ellos desde que se anota la historia, de lo más viejo a lo más nuevo.
    """  # fmt: skip
    desglose = desglosar(exp.foto(trimestre), casilla, _los_del_libro(exp, trimestre, casilla))
    legajo = exp.legajo(trimestre)
    casillas = {casilla, *(pieza.sitio.casilla for pieza in desglose.piezas if pieza.sitio.casilla)}
    uids = {pieza.sitio.origen.clave for pieza in desglose.piezas}
    numeros = pasado.cambios_de_numeros(legajo, casillas)
    antes = [Anterior(c.cuando, c.accion, _de_a(c, casilla, desglose.piezas)) for c in numeros]
    como = (
        _recibido(exp, legajo, casilla)
        or _traido_de_una_lista(numeros, casilla, desglose.valor)
        or desglose.como
    )
    renglones = {pieza.sitio.origen: pieza.texto for pieza in desglose.piezas}
    antes += [
        Anterior(c.cuando, c.accion, f"«{renglones[Origen('renglon', c.uid)]}»")
        for c in pasado.cambios_de_renglones(legajo, uids)
    ]
    en_orden = tuple(sorted(antes, key=lambda anterior: anterior.cuando))
    return Procedencia(desglose.nombre, desglose.valor, como, desglose.piezas, en_orden)


def _traido_de_una_lista(numeros: Sequence[pasado.CambioDeNumero], casilla: Casilla, valor: Valor) -> str:
    """De qué lista se trajo, si fue lo último que le pasó; de ella solo se guarda cuándo y de cuántas."""
    ultimo = next(
        (cambio for cambio in reversed(numeros) if cambio.casilla == casilla and not cambio.dia), None
    )
    cuantas = traidas_con(ultimo.accion) if ultimo else None
    if ultimo is None or cuantas is None or ultimo.despues != valor.numero:
        return ""
    filas = "una fila" if cuantas == 1 else f"{cuantas} filas"
    return f"Se trajo el {ultimo.cuando:%d/%m/%Y} de una lista de Excel que tenía {filas} de este trimestre."


def _recibido(exp: Expediente, legajo: Legajo, casilla: Casilla) -> str:
    """De qué departamento se recibió, y si aquí cambió después; vacío si nunca."""
    recibidas = Recibidas(recepciones(exp.base, legajo.id))
    if not recibidas.todas or casilla.cifra not in legajo.guardado.cifras:
        return ""
    ((uid,),) = exp.base.filas(Cifra, ("uid",), id=legajo.cifra(casilla.cifra))
    hoy = conteo(uid, casilla, exp.foto(legajo.trimestre).conteos.valores.get(casilla))
    vez = recibidas.de_cosa(hoy.clave)
    if vez is None:
        return ""
    return f"{vez}." if vez.llegaron[hoy.clave] == hoy.huella else f"{vez}, y aquí se cambió después."


def _los_del_libro(exp: Expediente, trimestre: Trimestre, casilla: Casilla) -> tuple[EnElLibro, ...]:
    """Los papeles que el libro tiene de una casilla, lo más viejo primero; ninguno si no sale de él."""
    cuenta = cuenta_de(exp.foto(trimestre), casilla)
    if cuenta is None:
        return ()
    with exp.base.lectura():
        hoja = leer_hoja(exp.base, trimestre.ejercicio)
    return tuple(fila for fila in reversed(en_orden(hoja.filas)) if se_cuenta(fila, cuenta))


def _de_a(cambio: pasado.CambioDeNumero, casilla: Casilla, piezas: tuple[Pieza, ...]) -> str:
    """«de 26 a 27»; si es de otra casilla o de un día, con su nombre."""
    de, a = ("vacío" if numero is None else str(numero) for numero in (cambio.antes, cambio.despues))
    if cambio.dia:
        nombre = con_dia(cambio.dia)
    else:
        nombre = next((p.texto for p in piezas if p.sitio.casilla == cambio.casilla != casilla), "")
    return f"{nombre}, de {de} a {a}" if nombre else f"de {de} a {a}"


def adelgazar(exp: Expediente, antes_de: date) -> Adelgazado:
    """Quita de la historia anterior a ese día los cambios que otros ya reemplazaron; dice cuánto quitó.

    Nunca quita lo hecho en esta apertura, las firmas, ni nada de un trimestre desde que se firmó. No
    se puede deshacer ni estorba para deshacer lo demás.
    """
    return pasado.adelgazar(exp.base, antes_de)
