"""Una parte de otro departamento junto a lo de aquí: qué llega, qué cambia y qué falta contestar."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field, replace
from datetime import datetime

from ut_escritorio.datos.filas.firmas import esta_cerrado
from ut_escritorio.datos.filas.partes.contenidos import contenidos_de
from ut_escritorio.datos.filas.partes.leer import en_otro_lado, leer_parte
from ut_escritorio.datos.historia.linaje import aperturas, tocadas_desde
from ut_escritorio.datos.historia.recepciones import recepciones
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.partes.cambio import Comparacion
from ut_escritorio.dominio.partes.comparar import comparar
from ut_escritorio.dominio.partes.cosa import Cosa, Nombra, Parte
from ut_escritorio.dominio.partes.dejado import NINGUNO, Dejados
from ut_escritorio.dominio.partes.distintos import avisos, de_otra_oficina
from ut_escritorio.dominio.partes.emparejar import emparejar
from ut_escritorio.dominio.partes.pasado import Pasado, Rastro
from ut_escritorio.dominio.partes.recibido import Recibidas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.propuestas import Reparo
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.partes.dejados import dejados_en
from ut_escritorio.servicios.partes.leida import Leida


@congelado
class Llegada:
    """Una parte comparada con lo de aquí, aún sin recibir.

    `suya`: como se llama aquí cada cosa suya. `avisos`: lo que allá dice otra cosa y no se recibe.
    `mas_vieja`: la hora de la que ya se recibió, si esta es de antes.
    """

    leida: Leida
    suya: Parte
    comparacion: Comparacion
    avisos: tuple[Reparo, ...] = ()
    mas_vieja: datetime | None = None
    contestadas: Mapping[Nombra, str] = field(default_factory=dict[Nombra, str])

    @property
    def trimestre(self) -> Trimestre:
        """De cuál es."""
        return self.suya.trimestre

    @property
    def de(self) -> str:
        """El departamento que la entregó; vacío si es un archivo entero."""
        return self.suya.de

    @property
    def hecha(self) -> datetime | None:
        """A qué hora se hizo."""
        return self.suya.cuando

    def pesa(self, elegidas: Collection[str]) -> int:
        """Los octetos de las evidencias y cartas impresas que llegan con eso."""
        llegan = [cambio.cosa for cambio in self.comparacion.cambios if cambio.clave in elegidas]
        return sum(self.leida.pesos.get(sha256, 0) for sha256 in contenidos_de(llegan))

    @property
    def de_entrada(self) -> frozenset[str]:
        """Lo que se propone recibir."""
        return frozenset(cambio.clave for cambio in self.comparacion.cambios if cambio.de_entrada)

    def titulo(self, componente: str) -> str:
        """Cómo se encabeza lo de un componente."""
        suyo = self.suya.plan.lugar.get(componente)
        return f"Componente {suyo.numero}. {suyo.nombre}" if suyo else "Libro de oficios y áreas"


@congelado
class LoDeAqui:
    """Lo que de aquí se compara con una parte, leído de un mismo momento.

    `en_otro_lado`: lo de la parte que aquí está, y en otro trimestre o en otro componente.
    """

    nuestra: Parte
    recibidas: Recibidas
    pasado: Pasado
    en_otro_lado: frozenset[str]


def foto_de_aqui(exp: Expediente, leida: Leida) -> FotoTrimestre:
    """La del trimestre de esa parte; ErrorEsperado si el archivo no lo tiene."""
    trimestre = leida.parte.trimestre
    if trimestre not in exp.trimestres():
        raise ErrorEsperado(
            f"«{leida.ruta.name}» es del {trimestre} y este archivo no tiene ese año. No se cambió nada."
        )
    return exp.foto(trimestre)


def dejados_aqui(foto: FotoTrimestre, leida: Leida) -> Dejados:
    """Lo que aquí se dejó así en la revisión, si la parte dice lo suyo; no toca ningún archivo."""
    if not leida.con_lo_dejado:
        return NINGUNO
    hecha = leida.parte.cuando
    return dejados_en(foto, hecha.date() if hecha else foto.trimestre.ultimo_dia)


def lo_de_aqui(exp: Expediente, leida: Leida, dejados: Dejados) -> LoDeAqui:
    """Lee del archivo, que tiene ese trimestre, lo que se compara con una parte; no cambia nada.

    Raises:
        ErrorEsperado: el trimestre ya se firmó.
    """
    suya = leida.parte
    trimestre = suya.trimestre
    legajo = exp.legajo(trimestre)
    with exp.base.lectura():
        if esta_cerrado(legajo):
            raise ErrorEsperado(
                f"El {trimestre} ya está firmado aquí, y lo firmado no cambia. Para recibir la parte, ábralo "
                "antes para corregir. No se cambió nada."
            )
        componentes = {c.clave for c in suya.plan.componentes} & set(legajo.guardado.plan.lugar)
        nuestra = leer_parte(legajo, componentes, libro_entero=True, dejados=dejados)
        recibidas = Recibidas(recepciones(exp.base, legajo.id))
        pasado = _pasado(exp.base, leida.rastro)
        return LoDeAqui(nuestra, recibidas, pasado, en_otro_lado(exp.base, suya.cosas, nuestra.por_clave))


def comparar_con(aqui: LoDeAqui, leida: Leida, contestadas: Mapping[Nombra, str]) -> Llegada:
    """Compara con lo de aquí una parte leída, con lo que ella ya contestó; no toca ningún archivo.

    Raises:
        ErrorEsperado: es de otra oficina.
    """
    ruta, suya, nuestra, recibidas = leida.ruta, leida.parte, aqui.nuestra, aqui.recibidas
    if porque := de_otra_oficina(suya, nuestra):
        raise ErrorEsperado(f"«{ruta.name}» {porque}. No se cambió nada.")
    sabidas = recibidas.contestadas
    de_antes = {n: sabidas[str(n)] for cosa in suya.cosas if str(n := _la(cosa)) in sabidas}
    traducida, con = emparejar(suya, nuestra, {**de_antes, **contestadas})
    con = replace(con, en_otro_lado=aqui.en_otro_lado)
    comparacion = comparar(traducida, nuestra, con, recibidas, aqui.pasado)
    ultima = recibidas.ultima_hecha(suya.de)
    vieja = ultima if ultima and suya.cuando and suya.cuando < ultima else None
    return Llegada(leida, traducida, comparacion, avisos(traducida, nuestra), vieja, contestadas)


def _la(cosa: Cosa) -> Nombra:
    return Nombra(cosa.tabla, cosa.uid)


def _pasado(base: Base, suyo: Rastro) -> Pasado:
    comun = suyo.en_comun(Rastro(aperturas(base)))
    tocadas = tocadas_desde(base, comun or 0)
    sabe = bool(suyo.aperturas)
    return Pasado(
        comun is not None, frozenset(tocadas.ultimas), suyo.desde(comun or 0), tocadas.nacidas, sabe
    )
