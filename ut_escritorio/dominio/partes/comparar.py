"""La parte de otro departamento contra lo de aquí: qué llega, qué cambia, qué es igual y qué falta allá."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import cantidad
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.partes.cosa import OFICIO, RENGLON, UNIDAD, Cosa, Nombra, Parte
from ut_escritorio.dominio.partes.decir import decir, que_es
from ut_escritorio.dominio.partes.emparejar import Duda, Emparejadas, llave_de_oficio
from ut_escritorio.dominio.partes.recibido import Recibidas
from ut_escritorio.dominio.propuestas import Reparo

Que = Literal["llega", "cambia", "se quita", "cambió también aquí"]
_NINGUNA = Nombra("", "")
_PRUEBAS = Sustantivo("evidencia", "evidencias", "f")


@congelado
class Cambio:
    """Algo que se puede recibir.

    `que` dice qué le pasa aquí; `cosa`, la que llega o, si allá ya no está, la de aquí. `componente`: la
    clave del suyo; vacía, del libro de oficios. `nombre`, `antes` y `despues`, en palabras. `de_entrada`: si
    se propone recibirlo; lo que aquí cambió desde que se recibió, no. `pide`: las claves de lo que debe
    llegar con él.
    """

    que: Que
    cosa: Cosa
    componente: str
    nombre: str
    antes: str
    despues: str
    de_entrada: bool = True
    pide: frozenset[str] = frozenset()

    @property
    def clave(self) -> str:
        """La de su cosa."""
        return self.cosa.clave

    @property
    def quita(self) -> bool:
        """Si recibirlo es quitar lo de aquí."""
        return not self.despues

    def __str__(self) -> str:
        match self.que:
            case "llega":
                return f"{self.nombre}: {self.despues}"
            case "se quita":
                return f"{self.nombre}: «{self.antes}» ya no está allá."
            case "cambia":
                return f"{self.nombre}: de «{self.antes}» a «{self.despues}»"
            case "cambió también aquí":
                alla = f"allá dice «{self.despues}»" if self.despues else "allá ya no está"
                return f"{self.nombre}: {alla} y aquí {_aqui(self.antes)}"


def _aqui(dice: str) -> str:
    return f"se cambió a «{dice}»" if dice else "se quitó"


@congelado
class Comparacion:
    """Lo que se halló: los cambios, lo que no se junta, lo que falta contestar y lo que solo está aquí.

    `iguales`: la huella de lo que ya dice lo mismo, por componente. `vistas`: la de lo que ella dejó como
    está aquí.
    """

    cambios: tuple[Cambio, ...] = ()
    fuera: tuple[Reparo, ...] = ()
    dudas: tuple[Duda, ...] = ()
    iguales: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    solo_aqui: tuple[tuple[str, str], ...] = ()
    vistas: Mapping[str, str] = field(default_factory=dict[str, str])


def comparar(suya: Parte, nuestra: Parte, con: Emparejadas, recibidas: Recibidas) -> Comparacion:
    """Compara la parte, ya nombrada como aquí, con lo de aquí y con lo que se recibió la última vez."""
    return _Comparador(suya, nuestra, con, recibidas).todo()


class _Comparador:
    """Compara cosa por cosa, y aparta lo que no tiene aquí a qué juntarse."""

    def __init__(self, suya: Parte, nuestra: Parte, con: Emparejadas, recibidas: Recibidas) -> None:
        self.suya, self.nuestra, self.con, self.recibidas = suya, nuestra, con, recibidas
        self._mencionadas = {n for cosa in suya.cosas if cosa.tabla != UNIDAD for n in cosa.nombra}
        self._dudosas = {duda.de for duda in con.dudas}

    def todo(self) -> Comparacion:
        fuera = self._fuera()
        cambios: list[Cambio] = []
        iguales: dict[str, dict[str, str]] = {}
        vistas: dict[str, str] = {}
        for cosa in self.suya.cosas:
            if cosa.clave in fuera or not self._cuenta(cosa):
                continue
            aqui = self.nuestra.por_clave.get(cosa.clave)
            if Nombra(cosa.tabla, cosa.uid) in self.con.de_aqui:
                vistas[cosa.clave] = cosa.huella
            elif aqui is not None and aqui.huella == cosa.huella:
                iguales.setdefault(self.suya.componente(cosa), {})[cosa.clave] = cosa.huella
            elif cosa.huella != self.recibidas.huella(cosa.clave):
                cambios.append(self._cambio(cosa, aqui))
        cambios += self._lo_que_falta(cambios)
        cambios = sin_arrastrar([*cambios, *self._se_quitan()])
        return Comparacion(
            tuple(sorted(cambios, key=self._puesto)),
            tuple(fuera.values()),
            self.con.dudas,
            iguales,
            tuple(self._solo_aqui()),
            vistas,
        )

    def _lo_que_falta(self, cambios: Sequence[Cambio]) -> list[Cambio]:
        """Lo que allá sigue como se recibió y aquí ya no está, si algo de lo que llega lo menciona."""
        estan = {cambio.clave for cambio in cambios}
        pendientes, faltan = list(cambios), list[Cambio]()
        while pendientes:
            for clave in (pendientes.pop().pide - estan) & self.suya.por_clave.keys():
                cosa = self.suya.por_clave[clave]
                estan.add(clave)
                cambio = self._cambio(cosa, self.nuestra.por_clave.get(clave))
                if cosa.tabla in (OFICIO, UNIDAD):  # se fue de aquí solo: ya nadie lo decía
                    cambio = replace(cambio, que="llega", de_entrada=True)
                pendientes.append(cambio)
                faltan.append(cambio)
        return faltan

    def _puesto(self, cambio: Cambio) -> tuple[int, int]:
        """En el orden del informe, y en él, el de los números del plan; el libro, al final."""
        lugares, cifras = list(self.suya.plan.lugar), list(self.suya.plan.cifra)
        cifra = self.suya.claves.get(cambio.cosa.llave.get("cifra", _NINGUNA), "")
        lugar = cambio.cosa.lugar
        donde = lugares.index(lugar) if lugar in lugares else len(lugares)
        return donde, cifras.index(cifra) if cifra in cifras else len(cifras)

    def _cuenta(self, cosa: Cosa) -> bool:
        """Si la cosa es de lo que se recibe: un área, solo la que se menciona y no está aquí."""
        if cosa.tabla != UNIDAD:
            return True
        return Nombra(UNIDAD, cosa.uid) in self._mencionadas and cosa.clave not in self.nuestra.por_clave

    def _cambio(self, cosa: Cosa, aqui: Cosa | None) -> Cambio:
        antes = decir(self.nuestra, aqui) if aqui else ""
        pide = frozenset(str(n) for n in cosa.nombra if self._viene(n)) | self._quien_lleva_su_numero(cosa)
        recibida = self.recibidas.huella(cosa.clave)
        que: Que = "cambia" if aqui else "llega"
        if recibida and (aqui is None or aqui.huella != recibida):
            que = "cambió también aquí"
        de_entrada = que == "llega" or (que == "cambia" and bool(self.suya.de or recibida))
        dicho = que_es(self.suya, cosa), antes, decir(self.suya, cosa)
        return Cambio(que, cosa, self.suya.componente(cosa), *dicho, de_entrada, pide)

    def _viene(self, nombra: Nombra) -> bool:
        """Si lo que se menciona no está aquí y viene en la parte."""
        return str(nombra) in self.suya.por_clave and str(nombra) not in self.nuestra.por_clave

    def _quien_lleva_su_numero(self, cosa: Cosa) -> frozenset[str]:
        """El oficio de aquí que lleva el número con que llega otro: debe dejarlo antes."""
        if cosa.tabla != OFICIO or cosa.dice["sentido"] != "enviado":
            return frozenset()
        llevan = self._por_numero.get(llave_de_oficio(cosa), ())
        return frozenset(llevan) - {cosa.clave}

    @cached_property
    def _por_numero(self) -> Mapping[tuple[object, ...], list[str]]:
        """Los oficios enviados de aquí, por su número."""
        llevan: dict[tuple[object, ...], list[str]] = {}
        for cosa in self.nuestra.cosas:
            if (
                cosa.tabla == OFICIO
                and cosa.dice["sentido"] == "enviado"
                and (llave := llave_de_oficio(cosa))
            ):
                llevan.setdefault(llave, []).append(cosa.clave)
        return llevan

    def _nuestras(self) -> Iterator[Cosa]:
        """Lo de aquí que es de los componentes de la parte."""
        suyos = {componente.clave for componente in self.suya.plan.componentes}
        for cosa in self.nuestra.cosas:
            if cosa.tabla not in (OFICIO, UNIDAD) and self.nuestra.componente(cosa) in suyos:
                yield cosa

    def _se_quitan(self) -> Iterator[Cambio]:
        """Lo que se recibió, sigue aquí como llegó y allá ya no está."""
        for cosa in self._nuestras():
            recibida = self.recibidas.huella(cosa.clave)
            if not recibida or cosa.clave in self.suya.por_clave:
                continue
            pruebas = self._pruebas_de(cosa)
            intacta = recibida == cosa.huella and not pruebas
            que: Que = "se quita" if intacta else "cambió también aquí"
            dice = f"{decir(self.nuestra, cosa)}{_con_ellas(pruebas)}"
            dicho = que_es(self.nuestra, cosa), dice, ""
            yield Cambio(que, cosa, self.nuestra.componente(cosa), *dicho, intacta)

    def _pruebas_de(self, cosa: Cosa) -> int:
        """Cuántas evidencias de aquí, que no llegaron de allá, tiene un renglón."""
        if cosa.tabla != RENGLON:
            return 0
        suyas = (
            c for c in self.nuestra.cosas if c.tabla == "evidencia" and str(c.dice["renglon"]) == cosa.clave
        )
        return sum(not self.recibidas.huella(suya.clave) for suya in suyas)

    def _solo_aqui(self) -> Iterator[tuple[str, str]]:
        for cosa in self._nuestras():
            if cosa.clave not in self.suya.por_clave and not self.recibidas.huella(cosa.clave):
                yield (
                    self.nuestra.componente(cosa),
                    f"{que_es(self.nuestra, cosa)}: {decir(self.nuestra, cosa)}",
                )

    def _fuera(self) -> dict[str, Reparo]:
        """Lo que no se puede juntar, por su clave, y por qué."""
        fuera: dict[str, Reparo] = {}
        quedan = [cosa for cosa in self.suya.cosas if cosa.tabla != UNIDAD]
        while True:
            nuevas = {
                cosa.clave: Reparo(f"{que_es(self.suya, cosa)}, «{decir(self.suya, cosa)}»", porque, "")
                for cosa in quedan
                if cosa.clave not in fuera and (porque := self._por_que_no(cosa, fuera))
            }
            if not nuevas:
                return fuera
            fuera |= nuevas

    def _por_que_no(self, cosa: Cosa, fuera: Collection[str]) -> str:
        if Nombra(cosa.tabla, cosa.uid) in self._dudosas:
            return ""  # se pregunta, y mientras no se recibe nada
        if Nombra(cosa.tabla, cosa.uid) in self.con.fuera:
            return "su número ya es de otro oficio de aquí: corrija uno de los dos y vuelva a recibirla."
        for nombra in cosa.nombra:
            if str(nombra) in fuera:
                return "habla de algo que no se puede recibir."
            if nombra in self.suya.claves and nombra not in self.nuestra.claves:
                return f"el plan de aquí no tiene {_DEL_PLAN[nombra.tabla]}."
            if nombra.tabla in (OFICIO, RENGLON) and not self._esta(nombra):
                return "habla de algo que no viene en la parte."
        if any(not self._lo_deja(clave, cosa) for clave in self._quien_lleva_su_numero(cosa)):
            return "su número ya lo lleva aquí otro oficio: corrija uno de los dos y vuelva a recibirla."
        return ""

    def _lo_deja(self, clave: str, por: Cosa) -> bool:
        """Si el oficio de aquí que lleva ese número llega de allá con otro."""
        llega = self.suya.por_clave.get(clave)
        cambia = llega is not None and llega.huella != self.recibidas.huella(clave)
        return cambia and llega is not None and llave_de_oficio(llega) != llave_de_oficio(por)

    def _esta(self, nombra: Nombra) -> bool:
        return str(nombra) in self.suya.por_clave or str(nombra) in self.nuestra.por_clave


def sin_arrastrar(cambios: Sequence[Cambio]) -> list[Cambio]:
    """Lo que pide algo que no se propone recibir, tampoco se propone: lo de aquí no se pisa de rebote."""
    no_van = {cambio.clave for cambio in cambios if not cambio.de_entrada}
    while de_rebote := {c.clave for c in cambios if c.clave not in no_van and c.pide & no_van}:
        no_van |= de_rebote
    return [replace(c, de_entrada=False) if c.clave in no_van else c for c in cambios]


def _con_ellas(pruebas: int) -> str:
    return f" · con {cantidad(pruebas, _PRUEBAS)} de aquí" if pruebas else ""


_DEL_PLAN: Mapping[str, str] = {
    "lugar": "ese componente, actividad o paso",
    "cifra": "ese número",
    "departamento": "ese departamento",
    "medio": "ese medio",
    "forma": "esa manera de decirlo",
}


def con_lo_que_piden(comparacion: Comparacion, elegidas: Collection[str]) -> frozenset[str]:
    """Las elegidas y lo que debe llegar con ellas para que nada hable de algo que no está."""
    cambios = {cambio.clave: cambio for cambio in comparacion.cambios}
    todas: set[str] = set()
    pendientes = [clave for clave in elegidas if clave in cambios]
    while pendientes:
        clave = pendientes.pop()
        if clave not in todas:
            todas.add(clave)
            pendientes += cambios[clave].pide & cambios.keys()
    return frozenset(todas)
