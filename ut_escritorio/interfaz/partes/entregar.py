"""«Entregar mi parte»: de qué departamentos es y dónde queda el archivo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ut_escritorio.dominio.palabras.redaccion import cantidad_de_lista
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.palabras.tamanos import pesa
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeSi
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.sesion.ajustes import texto
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.partes.entregar import (
    EXTENSION,
    departamentos_de,
    entregar,
    libre_en,
    nombre_de_parte,
)

_COSA = Sustantivo("cosa capturada", "cosas capturadas", "f")
_FILTRO = f"Parte de un departamento (*{EXTENSION})"
_RECUERDO, _CARPETA = "parte_de", "carpeta_de_partes"
_QUE_LLEVA = (
    "Lleva lo capturado en el trimestre: números, renglones, textos, oficios, cartas y evidencias, y lo que "
    "dejó así en la revisión. Nada más sale de su archivo: quién firma el informe, y qué día, lo decide "
    "quien lo arma."
)


class EntregarParte(Dialogo):
    """Recuerda los departamentos que entregó la vez pasada y la carpeta en que dejó la parte."""

    def __init__(self, padre: QWidget, sesion: Sesion, ajustes: QSettings) -> None:
        super().__init__(padre)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Entregar mi parte")
        self._sesion, self._ajustes = sesion, ajustes
        self.de = {
            depto.clave: CampoDeSi(depto.nombre)
            for depto in departamentos_de(sesion.expediente, sesion.trimestre)
        }
        self.se_llamara = Letrero(tinta="letra_tenue")
        self.se_llamara.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.se_llamara.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.botones, self.guardar = aceptar_o_cancelar("&Guardar…", self._pedir_donde, self.reject)
        self._recordar()
        self._armar()
        self._decir()

    def _recordar(self) -> None:
        recordadas = texto(self._ajustes, _RECUERDO).split("\n")
        solo_uno = len(self.de) == 1
        for clave, campo in self.de.items():
            campo.poner(solo_uno or clave in recordadas)
            campo.cambio.connect(lambda _: self._decir())

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(10)
        acomodo.addWidget(
            Letrero(f"¿De qué departamento es la parte del {self._sesion.trimestre}?", negrita=True)
        )
        for campo in self.de.values():
            acomodo.addWidget(campo)
        for pieza in (Letrero(_QUE_LLEVA), self.se_llamara, self.botones):
            acomodo.addWidget(pieza)
        self.medir(90)

    def marcados(self) -> list[str]:
        """Las claves de los que se entregan."""
        return [clave for clave, campo in self.de.items() if campo.isChecked()]

    def _nombre(self) -> str:
        ahora = self._sesion.reloj.ahora()
        return nombre_de_parte(self._sesion.expediente, self._sesion.trimestre, self.marcados(), ahora)

    def _decir(self) -> None:
        hay = bool(self.marcados())
        self.guardar.setEnabled(hay)
        self.se_llamara.decir(f"Se llamará «{self._nombre()}»." if hay else "Marque al menos uno.")

    def _pedir_donde(self) -> None:
        recordada = Path(texto(self._ajustes, _CARPETA) or Path.home())
        carpeta = recordada if recordada.is_dir() else Path.home()
        propuesta = libre_en(carpeta, self._nombre())
        avisos.pedir_donde_guardar(self, "Entregar mi parte", propuesta, _FILTRO, self._entregar)

    def _entregar(self, ruta: Path) -> None:
        """Escribe la parte; si no se pudo, se dice por qué y aquí sigue."""
        sesion, marcados = self._sesion, self.marcados()
        try:
            hecha = entregar(sesion.expediente, sesion.trimestre, marcados, ruta, sesion.reloj.ahora)
        except ErrorEsperado as error:
            avisos.advertir(self, str(error))
            return
        self._ajustes.setValue(_RECUERDO, "\n".join(marcados))
        self._ajustes.setValue(_CARPETA, str(ruta.parent))
        lleva = f"{cantidad_de_lista(hecha.cuantas, _COSA)} ({pesa(hecha.pesa)})"
        avisos.informar(
            self.parentWidget(),
            f"La parte de {hecha.de} quedó en «{hecha.ruta.name}», con {lleva}.",
            "Entréguela en una memoria o por correo. Quien arma el informe la recibe en Archivo → Recibir la "
            "parte de otro departamento.",
        )
        self.accept()
