"""Lo que conviene ver de lo que se anota: lo que se toma igual, lo que se pregunta y lo que pide Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox

from ut_escritorio.dominio.impreso import anotar as regla
from ut_escritorio.dominio.oficios.extranos import solo_en_el_libro
from ut_escritorio.dominio.oficios.folios import Serie, llave_de, por_aclarar
from ut_escritorio.dominio.oficios.solo_al_libro import SOLO_AL_LIBRO
from ut_escritorio.dominio.plan.lugares import decir_lugar
from ut_escritorio.dominio.trimestre.renglones import Renglon, leer_folio
from ut_escritorio.dominio.trimestre.series import dicho_de_lejos, mover_desde
from ut_escritorio.interfaz.anotar.campos import Hoja
from ut_escritorio.interfaz.anotar.en_cual import EnCual
from ut_escritorio.interfaz.anotar.ya_anotado import YaAnotado
from ut_escritorio.interfaz.comunes.aspecto.piezas import agrandar, sin_atajo
from ut_escritorio.interfaz.comunes.campos.al_pie import aviso_de, que_extrana
from ut_escritorio.interfaz.comunes.campos.preguntas import preguntar_si_se_cuenta, preguntar_si_son_varios
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion

_OTRA_VEZ = "Enter otra vez lo anota de todos modos."
_OTRA_VEZ_AHI = "Enter otra vez lo anota ahí; sin su marca, donde está."


class Reparos:
    """`en_cual` y `sigue_de_ahi` son sus casillas: se ven solo si hay qué preguntar."""

    def __init__(self, sesion: Sesion, hoja: Hoja, ya: YaAnotado) -> None:
        self._sesion, self._hoja, self._ya = sesion, hoja, ya
        self._aceptado: tuple[object, ...] = ()
        self._contado: tuple[object, ...] = ()
        self.en_cual = EnCual(sesion)
        self.sigue_de_ahi = agrandar(QCheckBox())
        self.sigue_de_ahi.hide()

    def serie(self) -> Serie | None:
        """Con cuál se completa el número; None si no se sabe."""
        hoja = self._hoja
        return self._ya.serie(self.en_cual.foto, hoja.medio.currentData(), hoja.sentido.currentData())

    def renglon(self) -> Renglon:
        """El renglón que se guardaría, en el trimestre en que quedaría."""
        return regla.renglon_de(self.en_cual.foto, self._hoja.borrador(), self.serie())

    def a_la_vista(self) -> str:
        """Lo que se dice mientras se escribe; de la fecha y de la unidad, cuando ella ya salió de ahí."""
        hoja, foto, renglon = self._hoja, self.en_cual.foto, self.renglon()
        if not self._lejos(renglon):
            self.sigue_de_ahi.setChecked(False)
            self.sigue_de_ahi.hide()
        rol = regla.papel_de_la_unidad(foto.plan, renglon)
        datos = ("folios", *((rol,) if rol and not hoja.unidad.hasFocus() else ()))
        extranan = que_extrana(foto, renglon, self._sesion.reloj.hoy(), self._ya.vecinos(renglon))
        avisos = [self._ya.sin_leer, *(aviso_de(foto, renglon, dato) for dato in datos)]
        if not hoja.fecha.hasFocus():
            avisos.append(hoja.fecha.por_que or self._de_la_fecha(renglon))
        avisos += extranan
        if renglon.lugar in foto.sin_actividad:
            avisos.append(f"{decir_lugar(foto.plan, renglon.lugar)} está marcado «No tocó este trimestre».")
        return " ".join(aviso for aviso in avisos if aviso)

    def preguntar_si_son_varios(self, y_luego: Callable[[], object]) -> bool:
        """De un «645-650» pregunta si son seis o es uno, lo deja claro y sigue; dice si preguntó."""
        numero = self._hoja.numero

        def queda(claro: str) -> None:
            numero.poner(claro)
            y_luego()

        return preguntar_si_son_varios(numero, numero.texto(), self.serie(), queda)

    def preguntar_si_se_cuenta(self, y_luego: Callable[[], object]) -> bool:
        """De un número enviado que ya está dice dónde y pregunta si aquí también; sigue solo con su botón."""
        renglon = self.renglon()
        dicho = self._de_los_usados(renglon) if renglon.sentido == "enviado" else ""
        aqui = (self._cuales(renglon), renglon.lugar)
        if not dicho or aqui == self._contado:
            return False

        def contar() -> None:
            self._contado = aqui
            y_luego()

        preguntar_si_se_cuenta(self._hoja.numero, dicho, contar)
        return True

    def _de_los_usados(self, renglon: Renglon) -> str:
        """Dónde están los números suyos que algún paso, o solo el libro, ya tiene; vacío si ninguno."""
        en_el_informe = aviso_de(self.en_cual.foto, renglon, "folios")
        folios = [leer_folio(cita.folio) for cita in renglon.citas]
        return " ".join(filter(None, (en_el_informe, solo_en_el_libro(folios, self._ya.vecinos(renglon)))))

    def _cuales(self, renglon: Renglon) -> tuple[object, ...]:
        """De qué números y en qué trimestre es lo que ella consiente."""
        return frozenset(llave_de(cita.folio) for cita in renglon.citas), self.en_cual.foto.trimestre

    def por_corregir(self) -> str:
        """Lo que así no se puede guardar, con el cursor donde se corrige; vacío si nada."""
        hoja = self._hoja
        for campo in (hoja.fecha, hoja.cuantos):
            campo.guardar_ya()
            if campo.por_que:
                campo.setFocus()
                return campo.por_que
        if duda := por_aclarar(hoja.numero.texto()):
            hoja.numero.setFocus()
            return duda
        if self.solo_al_libro and (ya := self._ya_en_el_libro()):
            hoja.numero.setFocus()
            return ya
        return "Escriba el número, con quién o de qué trata." if hoja.nada_escrito() else ""

    @property
    def solo_al_libro(self) -> bool:
        """Si lo que se anota no lo va a decir ningún paso."""
        return self._hoja.lugar.currentData() == SOLO_AL_LIBRO

    def _ya_en_el_libro(self) -> str:
        """El número que ya es de otro oficio: ahí no se usa dos veces; vacío si ninguno."""
        renglon = self.renglon()
        suyas = {llave_de(cita.folio) for cita in renglon.citas}
        ya = next((v for v in self._ya.vecinos(renglon) if v.folio.llave in suyas), None)
        if ya is None:
            return ""
        en_un_paso = aviso_de(self.en_cual.foto, renglon, "folios")
        para = f", para {ya.con}" if ya.con else ""
        donde = en_un_paso or f"{ya.folio.texto} ya está en el libro{para}."
        return f"{donde} Un número no se usa dos veces."

    def por_aceptar(self) -> str:
        """Lo que pide un segundo Enter; vacío si nada extraña, o si este ya es el segundo."""
        renglon, foto = self.renglon(), self.en_cual.foto
        usado = aviso_de(foto, renglon, "folios") if renglon.sentido == "recibido" else ""
        avisos = [usado, self._de_la_fecha(renglon), self._de_lejos(renglon)]
        visto = (*self._cuales(renglon), renglon.fecha)
        if not any(avisos) or visto == self._aceptado:
            return ""
        self._aceptado = visto
        otra_vez = _OTRA_VEZ_AHI if self.en_cual.pregunta else _OTRA_VEZ
        return " ".join(filter(None, (*avisos, otra_vez)))

    def olvidar(self) -> None:
        """Ningún sí queda para otra vez."""
        self._aceptado, self._contado = (), ()

    def _de_la_fecha(self, renglon: Renglon) -> str:
        if self.solo_al_libro:  # en el libro, el año basta
            return ""
        de_otro = self.en_cual.pregunta or self.en_cual.por_que_no
        return de_otro or aviso_de(self.en_cual.foto, renglon, "fecha")

    def _lejos(self, renglon: Renglon) -> list[str]:
        return self._ya.quedan_lejos(renglon, self.serie())

    def _de_lejos(self, renglon: Renglon) -> str:
        """Lo que se dice de ellos, ofreciendo que la cuenta siga de ahí; vacío si ninguno."""
        serie, lejos = self.serie(), self._lejos(renglon)
        sigue = serie.folio(str(serie.siguiente)) if serie else ""
        if lejos:
            self.sigue_de_ahi.setText(sin_atajo(mover_desde(lejos[-1])))
        self.sigue_de_ahi.setVisible(bool(lejos))
        return dicho_de_lejos(lejos, sigue) if lejos else ""
