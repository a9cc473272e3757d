"""La hoja de comparar: qué tanto más o menos, con qué meses y por qué no es lo mismo."""

from __future__ import annotations

from typing import ClassVar

from ut_escritorio.dominio.numeros.comparado import SENAL, aviso_del_dia
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, que_quepa
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.tablero.comparar.filas import el_de_la_columna
from ut_escritorio.interfaz.tablero.comparar.modelo import ModeloDeComparar
from ut_escritorio.interfaz.tablero.cuentas import SE_CUENTA
from ut_escritorio.interfaz.tablero.pagina_con_tabla import PaginaConTabla
from ut_escritorio.interfaz.tablero.por_componente import TablaPorComponente, adonde
from ut_escritorio.interfaz.tablero.que_dia_es import que_dia_es
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.captura.comparar import comparar

_NOTA = (
    "Solo se comparan los meses que ya acabaron y que los dos trimestres tienen. "
    f"{SENAL}: entonces no era del todo lo mismo."
)
_RENGLONES = 2  # los de la frase, aunque diga menos: al recorrer las filas la tabla no brinca


class PaginaDeComparar(PaginaConTabla):
    """Cada cifra junto al trimestre anterior y al mismo de un año antes; se llena con `refrescar`."""

    lee: ClassVar[Cosas] = SE_CUENTA

    def __init__(self, sesion: Sesion) -> None:
        modelo = ModeloDeComparar()
        tabla = TablaPorComponente("Comparar con otros trimestres", modelo)
        copiado = (modelo.rotulos_copiados, modelo.copiados)
        super().__init__(sesion, tabla, copiado, "Ir a donde se escribe", "Enter")
        self.modelo, self.tabla = modelo, tabla
        self.aviso = Letrero(tinta="atencion")
        self.frase = Letrero()
        self.frase.setMinimumHeight(_RENGLONES * self.frase.fontMetrics().lineSpacing())
        self.tabla.activated.connect(lambda _: self._ir())
        self.acomodo.addWidget(self.aviso)
        self.acomodo.addWidget(self.tabla, 1)
        self.acomodo.addWidget(self.frase)
        self.acomodo.addLayout(self._ir_y_nota(_NOTA))
        sesion.espera.termino.connect(self._otra_vez)
        self._al_elegir()

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Vuelve a comparar; mientras se espera, el archivo puede ni estar abierto: será al terminar."""
        if self._sesion.espera:
            return
        hoy, dudoso = que_dia_es(self._sesion, foto)
        guardado = self._sesion.guardado
        de_fiar = (guardado.date() if guardado else None) if dudoso else hoy
        # Si el archivo no se deja leer se sigue viendo lo último, y ya lo dice la barra de estado.
        comparacion = self._sesion.consultar(
            lambda exp, _: comparar(exp, foto.trimestre, de_fiar), decir=lambda _: None
        )
        if comparacion is None:
            return
        self.titulo.decir(f"El {foto.trimestre} contra el anterior y el de hace un año")
        self.aviso.decir("" if foto.firmado else aviso_del_dia(hoy, de_fiar))
        self.modelo.comparar(comparacion)
        self.tabla.repartir()
        self.tabla.elegir_algo()
        self._al_elegir()

    def _otra_vez(self) -> None:
        if self.window().isVisible():  # la que se cerró ya no lee su archivo
            self.refrescar(self._sesion.foto)

    def _al_elegir(self) -> None:
        """La frase es de la fila elegida."""
        clave = self.tabla.clave
        self.ir.setEnabled(bool(clave))
        fila = self.modelo.filas[self.tabla.currentIndex().row()] if clave else None
        self.frase.decir(que_quepa(fila.frase) if fila else "")

    def _ir(self) -> None:
        """Al trimestre de la columna; si el archivo no lo tiene o entonces no se contaba, al que se ve."""
        actual, clave, foto = self.tabla.currentIndex(), self.tabla.clave, self._sesion.foto
        comparada = self.modelo.filas[actual.row()].comparada if clave else None
        if comparada is None or self.modelo.comparacion is None:
            return
        trimestre, mes = foto.trimestre, None
        de, contra = el_de_la_columna(actual.column(), self.modelo.comparacion, comparada)
        if de is not None and contra is not None and de.foto is not None and clave in de.foto.plan.cifra:
            foto, trimestre = de.foto, de.trimestre
            mes = None if contra.entero or not contra.otros else contra.otros[0]
        self._sesion.pide_ir_a.emit(*adonde(foto, clave, trimestre, mes))
