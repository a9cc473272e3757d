"""La parte de otro departamento contra lo de aquí: qué llega, qué cambia, qué es igual y qué falta allá."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from ut_escritorio.dominio.palabras.redaccion import cantidad
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.partes.cambio import Cambio, Comparacion, Que, sin_arrastrar
from ut_escritorio.dominio.partes.cosa import OFICIO, RENGLON, UNIDAD, Cosa, Nombra, Parte
from ut_escritorio.dominio.partes.decir import decir, que_es
from ut_escritorio.dominio.partes.emparejar import Emparejadas, llave_de_oficio
from ut_escritorio.dominio.partes.pasado import Pasado
from ut_escritorio.dominio.partes.recibido import Recibidas
from ut_escritorio.dominio.propuestas import Reparo

_NINGUNA = Nombra("", "")
_PRUEBAS = Sustantivo("evidencia", "evidencias", "f")


def comparar(
    suya: Parte, nuestra: Parte, con: Emparejadas, recibidas: Recibidas, pasado: Pasado
) -> Comparacion:
    """Compara la parte, ya nombrada como aquí, con lo de aquí y con lo último que los dos dijeron igual.

    Eso es lo que se recibió la última vez o, de lo que nunca, lo que decían cuando eran el mismo archivo.
    """
    return _Comparador(suya, nuestra, con, recibidas, pasado).todo()


class _Comparador:
    """Compara cosa por cosa, y aparta lo que no tiene aquí a qué juntarse."""

    def __init__(
        self, suya: Parte, nuestra: Parte, con: Emparejadas, recibidas: Recibidas, pasado: Pasado
    ) -> None:
        self.suya, self.nuestra, self.con = suya, nuestra, con
        self.recibidas, self.pasado = recibidas, pasado
        self._emparejadas = frozenset(con.otros.values())
        self._mencionadas = {n for cosa in suya.cosas if cosa.tabla != UNIDAD for n in cosa.nombra}
        self._dudosas = {duda.de for duda in con.dudas}

    def todo(self) -> Comparacion:
        fuera = self._fuera()
        cambios: list[Cambio] = []
        iguales: dict[str, dict[str, str]] = {}
        vistas: dict[str, str] = {}
        solo_aqui: list[tuple[str, str]] = []
        for cosa in self.suya.cosas:
            if cosa.clave in fuera or not self._cuenta(cosa):
                continue
            aqui = self.nuestra.por_clave.get(cosa.clave)
            if Nombra(cosa.tabla, cosa.uid) in self.con.de_aqui:
                vistas[cosa.clave] = cosa.huella
            elif aqui is not None and aqui.huella == cosa.huella:
                iguales.setdefault(self.suya.componente(cosa), {})[cosa.clave] = cosa.huella
            elif self._sigue_igual(cosa):
                solo_aqui.append(self._cambio_aqui(cosa, aqui))
            else:
                cambios.append(self._cambio(cosa, aqui))
        cambios += self._lo_que_falta(cambios)
        cambios = sin_arrastrar([*cambios, *self._se_quitan()])
        return Comparacion(
            tuple(sorted(cambios, key=self._puesto)),
            tuple(fuera.values()),
            self.con.dudas,
            dict(sorted(iguales.items(), key=lambda suyas: self._puesto_de(suyas[0]))),
            tuple(sorted((*solo_aqui, *self._solo_aqui()), key=lambda dicho: self._puesto_de(dicho[0]))),
            vistas,
        )

    def _sigue_igual(self, cosa: Cosa) -> bool:
        """Si allá dice lo mismo que la última vez que los dos dijeron lo mismo: lo que cambió fue aquí."""
        recibida = self.recibidas.huella(cosa.clave)
        if recibida or self._emparejada(cosa):
            return cosa.huella == recibida
        return self.pasado.solo_aqui(cosa.clave)

    def _emparejada(self, cosa: Cosa) -> bool:
        """Si nació aparte en los dos archivos y aquí se halló la misma."""
        return Nombra(cosa.tabla, cosa.uid) in self._emparejadas

    def _cambio_aqui(self, cosa: Cosa, aqui: Cosa | None) -> tuple[str, str]:
        """Lo que solo aquí cambió, con lo que allá sigue diciendo."""
        dice = f"«{decir(self.nuestra, aqui)}»" if aqui else "se quitó"
        dicho = f"{que_es(self.suya, cosa)}: aquí {dice}, y allá sigue «{decir(self.suya, cosa)}»"
        return self.suya.componente(cosa), dicho

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

    def _puesto_de(self, componente: str) -> int:
        """En el orden del informe; el libro, al final."""
        claves = [cada.clave for cada in self.suya.plan.componentes]
        return claves.index(componente) if componente in claves else len(claves)

    def _cuenta(self, cosa: Cosa) -> bool:
        """Si la cosa es de lo que se recibe: un área, solo la que se menciona y no está aquí."""
        if cosa.tabla != UNIDAD:
            return True
        return Nombra(UNIDAD, cosa.uid) in self._mencionadas and cosa.clave not in self.nuestra.por_clave

    def _cambio(self, cosa: Cosa, aqui: Cosa | None) -> Cambio:
        antes = decir(self.nuestra, aqui) if aqui else ""
        pide = frozenset(str(n) for n in cosa.nombra if self._viene(n)) | self._quien_lleva_su_numero(cosa)
        que = self._que(cosa, aqui)
        de_fiar = bool(self.suya.de or self.pasado.consta or self.recibidas.huella(cosa.clave))
        de_entrada = que == "llega" or (que == "cambia" and de_fiar)
        dicho = que_es(self.suya, cosa), antes, decir(self.suya, cosa)
        return Cambio(que, cosa, self.suya.componente(cosa), *dicho, de_entrada, pide)

    def _que(self, cosa: Cosa, aqui: Cosa | None) -> Que:
        """Qué le pasa aquí; lo que ella escribió nunca es solo «cambia»."""
        if recibida := self.recibidas.huella(cosa.clave):
            if aqui is None or aqui.huella != recibida:
                return "cambió también aquí"
        elif cosa.clave in self.pasado.aqui and not self._emparejada(cosa):
            if self.pasado.consta:
                return "cambió también aquí"
            if aqui is not None:
                return "aquí dice otra cosa"
        elif aqui is not None and self.pasado.nadie_lo_escribio(cosa.clave) and not self._emparejada(cosa):
            return "no coincide"
        return "cambia" if aqui else "llega"

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
        """Lo que estaba en los dos y allá ya no está; de entrada, si aquí sigue como entonces."""
        for cosa in self._nuestras():
            if cosa.clave in self.suya.por_clave or not self._estaba_alla(cosa):
                continue
            pruebas = self._pruebas_de(cosa)
            intacta = self._sigue_como_estaba(cosa) and not pruebas
            que: Que = "se quita" if intacta else "cambió también aquí"
            dice = f"{decir(self.nuestra, cosa)}{_con_ellas(pruebas)}"
            dicho = que_es(self.nuestra, cosa), dice, ""
            yield Cambio(que, cosa, self.nuestra.componente(cosa), *dicho, intacta)

    def _estaba_alla(self, cosa: Cosa) -> bool:
        """Si lo de aquí, que no viene en la parte, alguna vez estuvo allá."""
        return bool(self.recibidas.huella(cosa.clave)) or self.pasado.se_quito_alla(cosa.clave)

    def _sigue_como_estaba(self, cosa: Cosa) -> bool:
        if recibida := self.recibidas.huella(cosa.clave):
            return recibida == cosa.huella
        return cosa.clave not in self.pasado.aqui and cosa.lugar in self.suya.plan.lugar

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
            if cosa.clave not in self.suya.por_clave and not self._estaba_alla(cosa):
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
        if cosa.clave in self.con.en_otro_lado:
            return "aquí está en otro trimestre o en otro componente: quítelo de ahí y vuelva a recibirla."
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


def _con_ellas(pruebas: int) -> str:
    return f" · con {cantidad(pruebas, _PRUEBAS)} de aquí" if pruebas else ""


_DEL_PLAN: Mapping[str, str] = {
    "lugar": "ese componente, actividad o paso",
    "cifra": "ese número",
    "departamento": "ese departamento",
    "medio": "ese medio",
    "forma": "esa manera de decirlo",
}
