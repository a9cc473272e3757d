"""Lo que una carta dice, renglón por renglón, con los datos de su día."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ut_escritorio.dominio.cartas.a_quien import Destinatario, destinatario_de
from ut_escritorio.dominio.cartas.carta import Carta
from ut_escritorio.dominio.cartas.plantilla import Hechura, PlantillaDeCarta, hechura_de
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.contexto import Contexto, Datos
from ut_escritorio.dominio.impreso.textos import RAYA, Texto, decir
from ut_escritorio.dominio.oficina.calendario import Calendario, habiles
from ut_escritorio.dominio.oficina.firmantes import Ocupante, ocupante
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

_UN_DIA = timedelta(days=1)


@congelado
class CartaDicha:
    """Los renglones de una carta, en su orden; `faltan`, los datos que se imprimen como raya.

    `automatico`: el cuerpo que saldría de la plantilla. `vence`, el día en que se acaban los que se dan para
    contestar. `en_el_informe`: de qué trata, dicho en una frase del informe; vacío si su plantilla no lo
    dice, le falta un dato o ella le puso otro asunto.
    """

    datos: tuple[str, ...]
    fecha: str
    destinatario: tuple[str, ...]
    cuerpo: tuple[str, ...]
    despedida: tuple[str, ...]
    firma: Ocupante
    copias: tuple[str, ...]
    asunto: str = ""
    en_el_informe: str = ""
    automatico: str = ""
    a_quien: tuple[Destinatario, ...] = ()
    vence: date | None = None
    faltan: tuple[str, ...] = ()


@congelado
class Mesa:
    """Con qué se dice una carta: el plan y el catálogo de su año, los días hábiles y lo que todas llevan."""

    foto: FotoTrimestre
    calendario: Calendario
    de_costumbre: Hechura
    dia: date


def decir_carta(mesa: Mesa, oficio: Oficio, carta: Carta, plantilla: PlantillaDeCarta) -> CartaDicha:
    """La carta de un oficio como se imprimiría."""
    return _Diccion(mesa, oficio, carta, plantilla).carta()


def vencimiento(calendario: Calendario, dia: date, dias: int | None) -> date | None:
    """El día hábil en que se acaban esos, contados desde el siguiente a una fecha."""
    if not dias:
        return None
    hasta = dia + _UN_DIA * (2 * dias + 30)
    while len(contados := habiles(calendario, dia + _UN_DIA, hasta)) < dias:
        hasta += _UN_DIA * 30
    return contados[dias - 1]


class _Diccion:
    """Una carta mientras se dice; junta lo que le falta."""

    def __init__(self, mesa: Mesa, oficio: Oficio, carta: Carta, plantilla: PlantillaDeCarta) -> None:
        self._mesa, self._oficio, self._carta, self._plantilla = mesa, oficio, carta, plantilla
        self._foto = mesa.foto
        self._hechura = hechura_de(self._foto.plan, carta.firma, mesa.de_costumbre)
        self._vence = vencimiento(mesa.calendario, mesa.dia, carta.dias)
        self._a_quien = tuple(
            destinatario_de(self._foto, parte, mesa.dia, self._hechura) for parte in oficio.papel.partes
        )
        self._firma = _ocupante(self._foto, carta.firma, mesa.dia)
        self._faltan: dict[str, None] = {}
        self._contexto = Contexto(self._foto, otros=self._datos())

    def _datos(self) -> dict[str, Datos]:
        oficio, carta = self._oficio, self._carta
        datos: dict[str, Datos] = {
            "folio_oficio": _si(oficio.folio),
            "fecha_oficio": _si(oficio.papel.fecha),
            "destinatario": tuple(d.quien.nombre for d in self._a_quien if d.quien.nombre),
            "cargo": tuple(d.quien.cargo for d in self._a_quien if d.quien.cargo),
            "area": tuple(d.area for d in self._a_quien),
            "quien_firma": _si(self._firma.nombre),
            "cargo_de_quien_firma": _si(self._firma.cargo),
            "dias": _si(carta.dias),
            "vence": _si(self._vence),
            "expediente": _si(oficio.expediente),
            "departamento": _si(self._departamento()),
        }
        datos |= {campo.clave: _si(carta.campos.get(campo.clave, "")) for campo in self._plantilla.campos}
        self._asunto_automatico = decir(self._plantilla.asunto, Contexto(self._foto, otros=datos)).texto
        return {**datos, "asunto": _si(oficio.asunto or self._asunto_automatico)}

    def _departamento(self) -> str:
        deptos = (d.nombre for d in self._foto.plan.departamentos if d.puesto == self._carta.firma)
        return next(deptos, "")

    def carta(self) -> CartaDicha:
        hechura = self._hechura
        datos = self._todos((*hechura.datos, hechura.asunto))
        fecha = self._uno(hechura.lugar_y_fecha)
        destinatario = (*self._nombres(), *self._todos([hechura.saludo] if hechura.saludo else []))
        automatico, cuerpo = self._cuerpo()
        return CartaDicha(
            datos,
            fecha,
            destinatario,
            cuerpo,
            self._todos(hechura.despedida),
            self._con_ausencia(self._firma.en_mayusculas),
            self._copias(),
            "".join(str(dato) for dato in self._contexto.otros["asunto"]),
            self._en_el_informe(),
            automatico,
            self._a_quien,
            self._vence,
            tuple(self._faltan),
        )

    def _en_el_informe(self) -> str:
        dicho = decir(self._plantilla.en_el_informe, self._contexto)
        es_otro = self._oficio.asunto not in ("", self._asunto_automatico)
        return "" if es_otro or dicho.faltantes else dicho.texto

    def _uno(self, patron: str) -> str:
        dicho = decir(patron, self._contexto)
        self._faltan |= dict.fromkeys(dicho.faltantes)
        return dicho.texto

    def _todos(self, patrones: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._uno(patron) for patron in patrones)

    def _nombres(self) -> tuple[str, ...]:
        if not self._a_quien:
            self._faltan["destinatario"] = None
            return (RAYA,)
        renglones = (d.quien.en_mayusculas for d in self._a_quien)
        return tuple(dicho for quien in renglones for dicho in (quien.nombre, quien.cargo) if dicho)

    def _cuerpo(self) -> tuple[str, tuple[str, ...]]:
        dichos = [decir(patron, self._contexto) for patron in self._plantilla.cuerpo]
        automatico = "\n".join(dicho.texto for dicho in dichos)
        if self._carta.texto:
            return automatico, tuple(p for p in self._carta.texto.splitlines() if p.strip())
        self._faltan |= dict.fromkeys(falta for dicho in dichos for falta in dicho.faltantes)
        return automatico, tuple(dicho.texto for dicho in dichos)

    def _con_ausencia(self, firma: Ocupante) -> Ocupante:
        if not self._carta.ausente:
            return firma
        quien = _ocupante(self._foto, self._carta.ausente, self._mesa.dia).en_mayusculas
        otros: dict[str, Datos] = {"ausente": (quien.nombre,), "cargo_del_ausente": (quien.cargo,)}
        dicho = decir(self._hechura.por_ausencia, Contexto(self._foto, otros=otros))
        return Ocupante(firma.nombre, f"{firma.cargo}\n{dicho.texto}")

    def _copias(self) -> tuple[str, ...]:
        escritas = [copia.strip() for copia in self._carta.copias.splitlines() if copia.strip()]
        dichas = [self._con_copia(copia) for copia in escritas]
        return (*(dicha.texto for dicha in dichas), *filter(None, (self._carta.iniciales.strip(),)))

    def _con_copia(self, copia: str) -> Texto:
        return decir(self._hechura.copia, Contexto(self._foto, otros={"copia": (copia,)}))


def _ocupante(foto: FotoTrimestre, puesto: str, dia: date) -> Ocupante:
    return ocupante(foto.catalogo, puesto, dia) or Ocupante(RAYA, RAYA)


def _si(dato: str | int | date | None) -> tuple[str | int | date, ...]:
    """El dato, si dice algo."""
    return () if dato is None or dato == "" else (dato,)
