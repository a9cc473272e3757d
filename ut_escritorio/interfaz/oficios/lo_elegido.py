"""Los oficios elegidos en la lista: su formulario y sus gestos, con lo que de ellos se dice arriba."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ut_escritorio.dominio.impreso.anotar import vigentes_en
from ut_escritorio.dominio.oficios.espera import esperando
from ut_escritorio.dominio.oficios.extranos import de_otro_anio, fuera_de_orden, que_no_llega
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.aspecto.altura import dejar_a_la_vista_lo_que_llega
from ut_escritorio.interfaz.comunes.aspecto.piezas import con_barra, tarjeta
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import QueSePliega
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.evidencias.del_oficio import EvidenciasDelOficio
from ut_escritorio.interfaz.oficios import al_pedirlo
from ut_escritorio.interfaz.oficios.formulario import Formulario
from ut_escritorio.interfaz.oficios.gestos import Gestos
from ut_escritorio.interfaz.oficios.lista.columnas import donde_se_dice, numero_de
from ut_escritorio.interfaz.oficios.respuestas.contesta_a import Opciones, opciones
from ut_escritorio.servicios.oficina.calendario import calendario_de
from ut_escritorio.servicios.oficios.libro import Libro

_FUERA = "no es de los que se pidió ver. Aquí sigue hasta que elija otro."
_FUERAN = "no son de los que se pidió ver. Aquí siguen hasta que elija otro."


class LoElegido(QueSePliega):
    """Sin ninguno elegido no se ve; plegado tampoco, y entonces la lista toma su alto."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._libro: Libro | None = None
        self._uids: tuple[str, ...] = ()
        self._plegado = False
        self.gestos = Gestos(sesion)
        self.formulario = Formulario(sesion, self.gestos, self._a_cuales)
        self.evidencias = EvidenciasDelOficio(sesion)
        self.evidencias.llegaron.connect(lambda: dejar_a_la_vista_lo_que_llega(self._corre, self.evidencias))
        detalle, dentro = tarjeta()
        dentro.addWidget(self.formulario)
        dentro.addWidget(self.evidencias)
        dentro.addStretch()
        self._corre = con_barra(detalle)
        self.setMinimumHeight(self.fontMetrics().height() * 5)
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(self._corre)

    def con_libro(self, libro: Libro) -> None:
        """De qué libro son, y con qué se completan sus datos."""
        self._libro, foto = libro, self._sesion.foto
        self.formulario.con_clases(libro.clases)
        self.formulario.ofrecer(
            {
                "partes": vigentes_en(foto.catalogo, foto.trimestre),
                "asunto": _cada(fila.asunto for fila in libro.filas),
                "clase": libro.clases or _cada(fila.oficio.clase for fila in libro.filas),
                "expediente": (),
                "guardado_en": _cada(fila.seguimiento.guardado_en for fila in libro.filas),
            }
        )

    def poner(self, filas: Sequence[EnElLibro], *, fuera: int) -> None:
        """Enseña esos oficios; `fuera`: cuántos ya no son de los que se pidió ver."""
        uno = filas[0] if len(filas) == 1 else None
        firmado = self._firmado(uno) if uno else None
        self.setVisible(bool(filas) and not self._plegado)
        dichos = (
            _de_firmado(firmado),
            _de_impreso(uno) if uno else "",
            self._espera(uno) if uno else "",
            _de_fuera(fuera, len(filas)),
        )
        nota = " ".join(filter(None, dichos))
        antes = self._uids, self.formulario.respuestas.text()
        self.formulario.poner(filas, _titulo(filas), nota, firmes=firmado is not None)
        self.formulario.avisar(self._que_extrana(uno.oficio) if uno else {})
        self.gestos.poner(filas, self._libro, firmado)
        self.evidencias.poner(filas)
        self._uids = tuple(fila.oficio.uid for fila in filas)
        if self._uids != antes[0]:
            self._corre.verticalScrollBar().setValue(0)
        elif self.formulario.respuestas.text() not in ("", antes[1]):
            dejar_a_la_vista_lo_que_llega(self._corre, self.formulario.respuestas)

    def plegar(self, si: bool) -> None:
        self._plegado = si
        self.setVisible(bool(self._uids) and not si)

    def enfocar(self, dato: str = "") -> None:
        """Pone el cursor en ese dato o, si ahí no se escribe, en el primero por llenar; a la vista."""
        self._corre.ensureWidgetVisible(self.formulario.enfocar(dato))

    def enfocar_en(self, pieza: QWidget) -> None:
        """Pone el cursor en un dato, a la vista."""
        pieza.setFocus()
        self._corre.ensureWidgetVisible(pieza)

    def _firmado(self, fila: EnElLibro) -> Trimestre | None:
        """El trimestre que lo dice y ya se firmó."""
        trimestres = dict.fromkeys(dicho.trimestre for dicho in fila.dichos)
        firmados = self._sesion.consultar(lambda exp, _: [t for t in trimestres if exp.foto(t).firmado])
        return next(iter(firmados or ()), None)

    def _espera(self, fila: EnElLibro) -> str:
        """Cuántos días hábiles lleva esperando respuesta, y por qué son esos."""
        fecha = fila.oficio.papel.fecha
        if not fila.espera or fecha is None:
            return ""
        calendario, hoy = calendario_de(self._sesion.foto), self._sesion.reloj.hoy()
        recordado = self._sesion.consultar(
            lambda exp, _: al_pedirlo.recordar().recordado(exp, fila.oficio.folio)
        )
        return f"Espera respuesta. {esperando(calendario, fecha, hoy)} {recordado or ''}".strip()

    def _que_extrana(self, oficio: Oficio) -> dict[str, str]:
        """Lo que extraña de su número o de su fecha; del cancelado ya nada."""
        if oficio.cancelado is not None or self._libro is None:
            return {}
        folio, fecha = oficio.leido, oficio.papel.fecha
        no_llega = que_no_llega(fecha, self._sesion.reloj.hoy())
        if oficio.sentido != "enviado":
            return {"fecha": no_llega}
        en_desorden = fuera_de_orden(folio, fecha, self._libro.numerados)
        return {
            "folio": de_otro_anio([folio], oficio.ejercicio),
            "fecha": " ".join(filter(None, (no_llega, en_desorden))),
        }

    def _a_cuales(self, fila: EnElLibro) -> Opciones:
        return opciones(fila, self._libro.todas if self._libro else ())


def _titulo(filas: Sequence[EnElLibro]) -> str:
    if len(filas) != 1:
        return f"{len(filas):,} oficios elegidos: lo que escriba aquí se pone a todos."
    fila = filas[0]
    donde = donde_se_dice(fila)
    partes = (numero_de(fila), fila.estado if fila.oficio.folio else "", donde and f"en {donde}")
    return " · ".join(filter(None, partes))


def _de_fuera(fuera: int, de: int) -> str:
    """Que ya no están en la lista, aunque aquí se vean."""
    if not fuera:
        return ""
    if de == 1:
        return f"Ya salió de la lista: {_FUERA}"
    if fuera == de:
        return f"Ya salieron de la lista: {_FUERAN}"
    if fuera == 1:
        return f"Uno ya salió de la lista: {_FUERA}"
    return f"{fuera} ya salieron de la lista: {_FUERAN}"


def _de_firmado(firmado: Trimestre | None) -> str:
    if firmado is None:
        return ""
    return f"Está en el {firmado}, ya firmado. Para cambiarlo, abra ese trimestre para corregir."


def _de_impreso(fila: EnElLibro) -> str:
    dia = fila.seguimiento.impreso
    return f"Se imprimió el {dia:%d/%m/%Y} y así se queda su carta." if dia else ""


def _cada(dichos: Iterable[str]) -> list[str]:
    return sorted({dicho for dicho in dichos if dicho})
