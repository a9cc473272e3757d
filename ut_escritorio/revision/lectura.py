"""La foto leída una sola vez para todas las reglas: sus celdas, sus párrafos y sus números."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from itertools import chain, groupby

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.entradas import Entrada, Impreso, entradas
from ut_escritorio.dominio.impreso.recorrido import dichos
from ut_escritorio.dominio.impreso.relatos import forma_de
from ut_escritorio.dominio.numeros.evaluacion import cumplen, pasan, valor_de
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.tabla import numeros_de
from ut_escritorio.dominio.oficina.calendario import Calendario
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.personas import Sexo
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Capturada, Cifra, Contada, Porcion, Valor, de_que_sale
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon, puesto_de
from ut_escritorio.revision.hallazgos import Hallazgo
from ut_escritorio.revision.una_vez import una_vez_por_plan
from ut_escritorio.revision.vocabulario import Vocabulario, vocabulario_de

_RAICES = ("portada", "departamentos", "componentes", "ultima")


@congelado
class Celda:
    """Una celda con número, el sitio en que está y si se escribe en ella."""

    sitio: Sitio
    casilla: Casilla
    valor: Valor
    editable: bool


@congelado
class Lectura:
    """Lo que las reglas leen: la foto, el calendario, el día de hoy, y lo que de ellos se calcula una vez.

    Lo marcado «no tocó» queda fuera, como en el informe. `logotipos`: por qué no se imprimiría cada uno.
    """

    foto: FotoTrimestre
    calendario: Calendario
    hoy: date
    logotipos: Mapping[str, str] = field(default_factory=dict[str, str])

    @cached_property
    def plan(self) -> Plan:
        """El plan del ejercicio."""
        return self.foto.plan

    @cached_property
    def trimestre(self) -> Trimestre:
        """El trimestre que se revisa."""
        return self.foto.trimestre

    @cached_property
    def lugares(self) -> tuple[str, ...]:
        """Las claves de los lugares que se imprimen, en el orden del informe."""
        return _lugares(self)

    @cached_property
    def posicion(self) -> Mapping[str, int]:
        """El orden de cada lugar en el informe."""
        return _posicion(self)

    @cached_property
    def renglones(self) -> tuple[Renglon, ...]:
        """Los renglones que se imprimen, en el orden del informe."""
        impresos = frozenset(self.lugares)
        suyos = (renglon for renglon in self.foto.renglones if renglon.lugar in impresos)
        return tuple(sorted(suyos, key=lambda r: (self.posicion[r.lugar], puesto_de(r))))

    @cached_property
    def renglones_de(self) -> Mapping[str, tuple[Renglon, ...]]:
        """Los renglones de cada lugar que los tiene."""
        de = groupby(self.renglones, key=lambda renglon: renglon.lugar)
        return {lugar: tuple(suyos) for lugar, suyos in de}

    @cached_property
    def formas(self) -> Mapping[str, Forma]:
        """La manera en que se dice cada renglón, por su uid."""
        return {renglon.uid: forma_de(self.plan, renglon) for renglon in self.renglones}

    @cached_property
    def entradas(self) -> tuple[Entrada, ...]:
        """Cada apartado que el plan manda imprimir."""
        return _entradas(self)

    @cached_property
    def apartados(self) -> tuple[tuple[str, Apartado], ...]:
        """Cada apartado que se imprime, con el lugar del que habla."""
        return tuple(
            (entrada.lugar, entrada.que) for entrada in self.entradas if isinstance(entrada.que, Apartado)
        )

    @cached_property
    def firmas(self) -> tuple[tuple[str, Apartado], ...]:
        """Los bloques de firmas, con su lugar."""
        return tuple((lugar, a) for lugar, a in self.apartados if a.clase == "firmas")

    @cached_property
    def vacios(self) -> tuple[tuple[str, Apartado], ...]:
        """Donde el informe espera renglones y no hay ninguno; un lugar con cuadro ya dice lo suyo."""
        con_cuadro = {lugar for lugar, apartado in self.apartados if apartado.clase == "cuadro"}
        dichos = {escrito.lugar for escrito in self.escritos if escrito.clase == "renglones"}
        return tuple(
            (lugar, apartado)
            for lugar, apartado in self.apartados
            if apartado.clase == "renglones" and lugar not in con_cuadro | dichos
        )

    @cached_property
    def celdas(self) -> tuple[Celda, ...]:
        """Las celdas con número de todos los cuadros que se imprimen, en su orden."""
        valor = self.valor
        return tuple(
            [
                Celda(sitio, casilla, valor(casilla.cifra, casilla.mes, casilla.sexo), editable)
                for sitio, casilla, editable in _numeros(self)
            ]
        )

    @cached_property
    def escritos(self) -> tuple[Impreso, ...]:
        """Los textos que se imprimen, menos los de los oficios de remisión, los encabezados y los cuadros."""
        todos = (impreso for entrada in self.entradas for impreso in dichos(self.foto, entrada))
        return tuple([impreso for impreso in todos if impreso.clase != "cuadro"])

    @cached_property
    def cifras_impresas(self) -> frozenset[str]:
        """Las cifras que algún cuadro impreso muestra."""
        return _impresas(self)

    @cached_property
    def cifras_incompletas(self) -> frozenset[str]:
        """Las que en algún cuadro impreso tienen algo sin escribir."""
        return frozenset(celda.casilla.cifra for celda in self.celdas if not celda.valor.completo)

    @cached_property
    def cifras(self) -> tuple[Cifra, ...]:
        """Las que el informe usa: las de sus cuadros y las que se cuentan de sus lugares o se calculan."""
        return tuple(
            cifra
            for cifra in self.plan.cifras
            if cifra.clave in self.cifras_impresas or not _es_capturada(cifra)
        )

    def sitios(self, clave: str, mes: int | None = None, sexo: Sexo | None = None) -> tuple[Sitio, ...]:
        """Dónde está ese número: sus celdas, los renglones de que se cuenta o las cifras de que sale."""
        celdas = _sitios(self).get(Casilla(clave, self.trimestre.numero, mes, sexo), ())
        match self.plan.cifra[clave].fuente:
            case Contada() as fuente:
                filas = self.filas(fuente)
                campo = "personas" if fuente.que == "personas" else "cantidad"
                return (*celdas, *(sitio_de(fila, campo) for fila in filas if mes in (None, fila.en_mes)))
            case Porcion(de, donde) if isinstance(entera := self.plan.cifra[de].fuente, Contada):
                filas = cumplen(self.filas(entera), donde)
                return (*celdas, *(sitio_de(fila) for fila in filas if mes in (None, fila.en_mes)))
            case fuente if otras := de_que_sale(fuente):
                de_ahi = (self.sitios(otra, mes, sexo) for otra in otras)
                return (*celdas, *(sitio for sitios in de_ahi for sitio in sitios))
            case _:
                return celdas or self._las_de(clave)

    def _las_de(self, clave: str) -> tuple[Sitio, ...]:
        """Todas las celdas en que una cifra se escribe: las de un total que nadie escribe directamente."""
        return tuple(c.sitio for c in self.celdas if c.casilla.cifra == clave and c.editable)

    def filas(self, fuente: Contada) -> tuple[Renglon, ...]:
        """Los renglones impresos que una cuenta toma."""
        if fuente not in self._filas:
            lugares = fuente.lugares or self.renglones_de
            de_ahi = (suyas for lugar, suyas in self.renglones_de.items() if lugar in lugares)
            self._filas[fuente] = pasan(chain.from_iterable(de_ahi), fuente)
        return self._filas[fuente]

    def filas_por_mes(self, fuente: Contada) -> Mapping[int | None, list[Renglon]]:
        """Los renglones que una cuenta toma, por su mes; los que no lo dicen, en None."""
        if fuente not in self._por_mes:
            por_mes = self._por_mes[fuente] = dict[int | None, list[Renglon]]()
            for fila in self.filas(fuente):
                por_mes.setdefault(fila.en_mes, []).append(fila)
        return self._por_mes[fuente]

    def valor(self, clave: str, mes: int | None = None, sexo: Sexo | None = None) -> Valor:
        """Lo que vale una cifra en un mes (None: el trimestre) y un sexo (None: todos)."""
        llave = (clave, mes, sexo)
        if llave not in self._valores:
            self._valores[llave] = valor_de(self.foto, clave, mes, sexo)
        return self._valores[llave]

    @cached_property
    def _valores(self) -> dict[tuple[str, int | None, Sexo | None], Valor]:
        return {}

    @cached_property
    def _por_mes(self) -> dict[Contada, dict[int | None, list[Renglon]]]:
        return {}

    @cached_property
    def _filas(self) -> dict[Contada, tuple[Renglon, ...]]:
        return {}

    @cached_property
    def vocabulario(self) -> Vocabulario:
        """Las cosas que el plan cuenta, para leer los números de un texto."""
        return _vocabulario(self)


@una_vez_por_plan
def _lugares(lectura: Lectura) -> tuple[str, ...]:
    fuera = lectura.foto.sin_actividad
    cadenas = lectura.plan.cadena.items()
    return tuple(clave for clave, suya in cadenas if not any(x.clave in fuera for x in suya))


@una_vez_por_plan
def _posicion(lectura: Lectura) -> Mapping[str, int]:
    return {clave: n for n, clave in enumerate(lectura.plan.cadena)}


@una_vez_por_plan
def _entradas(lectura: Lectura) -> tuple[Entrada, ...]:
    """En el orden en que siempre se dijo lo hallado: de él salen las huellas de lo que ella dejó así."""
    plan = lectura.plan
    deptos: dict[tuple[str | int, ...], int] = {
        ("departamentos", depto.clave): n for n, depto in enumerate(plan.departamentos)
    }

    def orden(entrada: Entrada) -> tuple[int, int]:
        return _RAICES.index(entrada.ruta[0]), deptos.get(entrada.ruta[:2], 0)

    todos = (p for p in entradas(plan, lectura.foto.sin_actividad) if isinstance(p.que, Apartado))
    return tuple(sorted(todos, key=orden))


@una_vez_por_plan
def _numeros(lectura: Lectura) -> tuple[tuple[Sitio, Casilla, bool], ...]:
    """Los números de los cuadros que se imprimen: dónde están y si se escriben."""
    cuadros = [(lugar, a.cuadro) for lugar, a in lectura.apartados if a.clase == "cuadro"]
    return tuple(
        (Sitio(lugar, Origen("cuadro", cuadro), casilla), casilla, editable)
        for lugar, cuadro in cuadros
        for casilla, editable in numeros_de(lectura.plan.cuadro[cuadro], lectura.foto)
    )


@una_vez_por_plan
def _impresas(lectura: Lectura) -> frozenset[str]:
    return frozenset(casilla.cifra for _, casilla, _ in _numeros(lectura))


@una_vez_por_plan
def _sitios(lectura: Lectura) -> Mapping[Casilla, tuple[Sitio, ...]]:
    """Dónde se ve cada número de los cuadros."""
    sitios: dict[Casilla, list[Sitio]] = {}
    for sitio, casilla, _ in _numeros(lectura):
        sitios.setdefault(casilla, []).append(sitio)
    return {casilla: tuple(suyos) for casilla, suyos in sitios.items()}


@una_vez_por_plan
def _vocabulario(lectura: Lectura) -> Vocabulario:
    plan = lectura.plan
    unidades = (cifra.unidad for cifra in plan.cifras)
    medios = (medio.unidad for medio in plan.medios)
    return vocabulario_de(tuple(dict.fromkeys((*plan.sustantivos.values(), *medios, *unidades))))


Regla = Callable[[Lectura], Iterator[Hallazgo]]


def sitio_de(renglon: Renglon, campo: str = "") -> Sitio:
    """El dato de un renglón."""
    return Sitio(renglon.lugar, Origen("renglon", renglon.uid), campo=campo)


def _es_capturada(cifra: Cifra) -> bool:
    return isinstance(cifra.fuente, Capturada)
