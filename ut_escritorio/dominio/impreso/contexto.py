"""De dónde sale cada campo de un patrón: trimestre, plan, lugar, cifras o renglones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.comparado import en_frase
from ut_escritorio.dominio.numeros.evaluacion import valor_de
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.patrones import CONTRA, cifras_citadas
from ut_escritorio.dominio.palabras.redaccion import mes as nombre_de_mes
from ut_escritorio.dominio.palabras.redaccion import periodo
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.personas import SEXOS, Personas, Sexo
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Paso
from ut_escritorio.dominio.plan.cifras import Cifra, Numero, Valor
from ut_escritorio.dominio.trimestre.anexos import dichos
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import ROLES, Parte, Renglon, Rol


@congelado
class Nombre:
    """El nombre de una unidad con el artículo que lleva en una frase."""

    texto: str
    articulo: str = ""


class NumeroDeOficio(str):
    """Un número de oficio como se escribió: «45» es uno solo, y no cuarenta y cinco."""

    __slots__ = ()


@congelado
class Cuenta:
    """Un número con la cosa que cuenta."""

    numero: Numero
    cosa: Sustantivo


Dato = str | int | Decimal | date | Nombre | Cuenta | Personas
Datos = tuple[Dato, ...]

_SEXO: dict[str, Sexo] = {sexo: sexo for sexo in SEXOS}


@congelado
class Contexto:
    """Los datos que un patrón puede citar: la foto, el lugar y los renglones que el párrafo dice.

    `otros` son los que da quien lo usa (el folio de un oficio, su fecha).
    """

    foto: FotoTrimestre
    lugar: str = ""
    renglones: tuple[Renglon, ...] = ()
    otros: Mapping[str, Datos] = field(default_factory=dict[str, Datos])

    def datos(self, nombre: str) -> Datos:
        """Los valores de un campo, uno por renglón o uno solo; vacío si no hay o no se conoce."""
        if nombre in self.otros:
            return self.otros[nombre]
        if nombre.startswith(CONTRA):
            ((clave, _),) = cifras_citadas(nombre)
            return _conocidos([en_frase(self.foto, clave, hace_un_anio=nombre.startswith(CONTRA[1]))])
        if cifras_citadas(nombre):
            return self._cuentas(nombre)
        if nombre in _DE_RENGLON:
            return _DE_RENGLON[nombre](self)
        if nombre in _GENERALES:
            return _conocidos([_GENERALES[nombre](self)])
        return _conocidos([renglon.campos.get(nombre) for renglon in self.renglones])

    def valores(self, nombre: str) -> tuple[tuple[Cifra, Valor], ...]:
        """Las cifras que un campo cita y lo que valen; ninguna si pide un mes que no se sabe."""
        mes = self._mes() if nombre.endswith("@mes") else None
        if nombre.endswith("@mes") and mes is None:
            return ()
        return tuple(
            (self.foto.plan.cifra[clave], valor_de(self.foto, clave, mes, _SEXO.get(sexo)))
            for clave, sexo in cifras_citadas(nombre)
        )

    def _cuentas(self, nombre: str) -> Datos:
        """Lo citado con su unidad, o nada si algo está a medias; una «cuenta» calla lo que no hubo."""
        valores = self.valores(nombre)
        if nombre.startswith("cuenta."):
            valores = tuple((cifra, valor) for cifra, valor in valores if valor.numero)
        if not all(valor.completo and valor.numero is not None for _, valor in valores):
            return ()
        return tuple(Cuenta(valor.numero or 0, cifra.unidad) for cifra, valor in valores)

    def _mes(self) -> int | None:
        return next((renglon.en_mes for renglon in self.renglones if renglon.en_mes), None)

    def componente(self) -> Componente | None:
        """El componente en que está el lugar."""
        return next((x for x in self._cadena() if isinstance(x, Componente)), None)

    def actividad(self) -> Actividad | None:
        """La actividad en que está el lugar."""
        return next((x for x in self._cadena() if isinstance(x, Actividad)), None)

    def paso(self) -> Paso | None:
        """El paso que es el lugar."""
        return next((x for x in self._cadena() if isinstance(x, Paso)), None)

    def _cadena(self) -> Sequence[Componente | Actividad | Paso]:
        return self.foto.plan.cadena.get(self.lugar, ())

    def departamento(self) -> str | None:
        """El nombre del departamento al que toca el lugar."""
        componente = self.componente()
        depto = self.foto.plan.departamento.get(componente.departamento) if componente else None
        return depto.nombre if depto else None

    def nombre(self) -> str | None:
        """El nombre del lugar."""
        cadena = self._cadena()
        return cadena[-1].nombre if cadena else None

    def programado(self) -> Decimal | None:
        """El porcentaje que el plan fija a la actividad en el trimestre."""
        actividad = self.actividad()
        return actividad.programado.get(self.foto.trimestre.numero) if actividad else None

    def modificado(self) -> Decimal | None:
        """El porcentaje a que la meta de la actividad se modificó en el trimestre."""
        actividad = self.actividad()
        meta = self.foto.modificadas.get(actividad.clave) if actividad else None
        return meta.valor if meta else None

    def partes(self, rol: Rol) -> Datos:
        """Con quiénes, en ese papel, en el orden de los renglones."""
        nombres = [self._nombre(parte) for renglon in self.renglones for parte in renglon.partes_como(rol)]
        return tuple(nombre for nombre in nombres if nombre.texto)

    def _nombre(self, parte: Parte) -> Nombre:
        unidad = self.foto.catalogo.unidad(parte.clave)
        return Nombre(unidad.nombre, unidad.articulo) if unidad else Nombre(parte.texto or parte.clave)


def _conocidos(datos: Sequence[Dato | None]) -> Datos:
    """Los que dicen algo."""
    return tuple(dato for dato in datos if dato is not None and dato != "")


def _medios(contexto: Contexto) -> Datos:
    medios = [contexto.foto.plan.medio.get(r.medio) for r in contexto.renglones]
    return tuple(dict.fromkeys(medio.frase for medio in medios if medio))


def _asuntos(contexto: Contexto) -> Datos:
    return _conocidos([r.asunto or _de_sus_citas(r) for r in contexto.renglones])


def _de_sus_citas(renglon: Renglon) -> str:
    return ", ".join(cita.asunto for cita in renglon.citas if cita.asunto)


def _meses(contexto: Contexto) -> Datos:
    meses = dict.fromkeys(r.en_mes for r in contexto.renglones if r.en_mes)
    return tuple(nombre_de_mes(mes) for mes in meses)


def _cantidades_del_medio(contexto: Contexto) -> Datos:
    """Cuántos del medio dice cada renglón, con la unidad de su medio donde la hay."""
    cosas: list[Dato] = []
    for renglon in contexto.renglones:
        medio = contexto.foto.plan.medio.get(renglon.medio)
        if renglon.cantidad_medio is not None:
            cuenta = Cuenta(renglon.cantidad_medio, medio.unidad) if medio else renglon.cantidad_medio
            cosas.append(cuenta)
    return tuple(cosas)


def _personas(contexto: Contexto) -> Datos:
    return tuple(r.personas for r in contexto.renglones if r.personas.cuantas is not None)


def _de_personas(sexo: Sexo) -> Callable[[Contexto], Datos]:
    return lambda contexto: _conocidos([getattr(r.personas, sexo) for r in contexto.renglones])


def _anexos(contexto: Contexto) -> Datos:
    """«Anexos 1 a 4»: los que prueban lo que el párrafo dice."""
    citas = contexto.foto.anexos.citas
    duenos = (Origen("renglon", renglon.uid) for renglon in contexto.renglones)
    return _conocidos([dichos({numero for dueno in duenos for numero in citas.get(dueno, ())})])


def _rol(rol: Rol) -> Callable[[Contexto], Datos]:
    return lambda contexto: contexto.partes(rol)


def _folios(contexto: Contexto) -> Datos:
    citas = (cita for renglon in contexto.renglones for cita in renglon.citas)
    return tuple(NumeroDeOficio(cita.folio) for cita in citas if cita.folio)


_DE_RENGLON: dict[str, Callable[[Contexto], Datos]] = {
    "medio": _medios,
    "folios": _folios,
    "asunto": _asuntos,
    "fecha": lambda c: _conocidos([r.fecha for r in c.renglones]),
    "mes": _meses,
    "cantidad": lambda c: _conocidos([r.cantidad for r in c.renglones]),
    "cantidad_medio": _cantidades_del_medio,
    "renglones": lambda c: (len(c.renglones),),
    "personas": _personas,
    "anexos": _anexos,
    **{sexo: _de_personas(sexo) for sexo in SEXOS},
    **{rol: _rol(rol) for rol in ROLES},
}

CAMPOS_DE_RENGLON = frozenset(_DE_RENGLON) - {"renglones", "anexos"}  # que no se escriben: se cuentan

_GENERALES: dict[str, Callable[[Contexto], Dato | None]] = {
    "ejercicio": lambda c: c.foto.trimestre.ejercicio,
    "trimestre": lambda c: c.foto.trimestre.numero,
    "periodo": lambda c: periodo(c.foto.trimestre),
    "programa": lambda c: c.foto.plan.programa.nombre,
    "programa_numero": lambda c: c.foto.plan.programa.numero,
    "evidencia": lambda c: c.foto.plan.programa.evidencia,
    "leyenda": lambda c: c.foto.plan.leyenda,
    "fecha_informe": lambda c: c.foto.dia,
    "componente": lambda c: (x := c.componente()) and x.numero,
    "actividad": lambda c: (x := c.actividad()) and x.numero,
    "paso": lambda c: (x := c.paso()) and x.numero,
    "nombre": Contexto.nombre,
    "departamento": Contexto.departamento,
    "alcanzado": lambda c: c.foto.alcanzado.get(c.lugar),
    "programado": Contexto.programado,
    "modificado": Contexto.modificado,
    "justificacion": lambda c: c.foto.justificaciones.get(c.lugar),
}
CAMPOS_GENERALES = frozenset(_GENERALES)
CAMPOS = frozenset({*_DE_RENGLON, *_GENERALES, "folio_oficio", "fecha_oficio"})
