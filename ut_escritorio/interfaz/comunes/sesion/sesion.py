"""El trimestre abierto: su expediente, su foto y el aviso de lo que cambió.

Toda pestaña escribe por `hacer` y lee de `foto`; así la foto se relee una vez por cambio. Lo escrito
que no llegó al archivo no se pierde: está en `sin_guardar`, y la pantalla lo sigue mostrando. Lo que la
revisión señala llega después, en `revision`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Concatenate, ParamSpec, TypeVar, get_args, overload

from PySide6.QtCore import QObject, Signal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.respaldos import Cuenta
from ut_escritorio.dominio.periodos import Trimestre, trimestre_de
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.errores import ArchivoCambiado, ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.espera import Espera
from ut_escritorio.interfaz.comunes.sesion.pendientes import GUARDANDO, Escrito, Pendiente
from ut_escritorio.interfaz.comunes.sesion.revision_viva import RevisionViva
from ut_escritorio.interfaz.comunes.sesion.salidas import Salida
from ut_escritorio.interfaz.comunes.sesion.sin_guardar import PorAnotar, SinGuardar
from ut_escritorio.servicios.archivo.expediente import Cambios, Cosa, Cosas, Expediente

P = ParamSpec("P")
T = TypeVar("T")

FIRMADO = "El trimestre ya se firmó y está cerrado. Para cambiarlo use «Abrir para corregir…», arriba."
Puerta = Callable[[Salida, Callable[[], object]], bool]
TODO: Cosas = frozenset(get_args(Cosa)) - {"plan"}
"""Lo que se captura en un trimestre; el plan, si cambió, rehace las pestañas."""


@congelado
class DiaYHora:
    """Qué día y qué hora es; lo da quien arranca el programa."""

    hoy: Callable[[], date]
    ahora: Reloj


class Sesion(QObject):
    """`cambio` sale con los `Cambios` de cada acción; `fallo`, con la frase de lo que no se pudo.

    `no_guardo` sale en vez de `fallo` si lo que no se pudo es guardar lo que ella escribió, que queda en
    `sin_guardar` con esa frase. `cambio_de_fuera` sale en vez de los dos si alguien cambió o quitó el
    archivo mientras estaba abierto.
    `pide_ir` lleva el `Sitio` al que alguna pestaña quiere saltar; `pide_ir_a`, además, de qué trimestre;
    `pide_anotar`, el `Encargo` de un asunto; `pide_dias`, la cifra cuyos días se quieren ver (vacía:
    cualquiera) y si se van a completar;
    `pide_registrar`, que se anoten los de hoy; `pide_deshacer`, que se deshaga lo último; `pide_oficina`, el
    rótulo de un catálogo; `pide_hojas_de_captura`, el número de una actividad;
    `pide_ficha`, el uid del renglón cuya ficha se quiere imprimir;
    `pide_lista`, la clave del cuadro a que se quieren traer los números de una lista, y cuál si ya se sabe;
    `pide_orden`, una `Orden` de la ventana y el trimestre en que se hace (None: el que se ve).
    `copias` es lo último que se supo de ellas y, si es otra cosa, sale `cambio_la_copia`.
    Mientras haya `espera`, no se escribe. `respaldar_antes` llama a lo que se le dé
    cuando ya hay copia: para crear mucho de una vez; `cuando_acabe` contesta si no se está adjuntando nada y,
    si no, llama a lo que se le dé al acabar. Por `puerta` pasa todo lo que lee el archivo para
    darlo; `por_anotar` es lo que se empezó y solo su Enter anota.
    """

    cambio = Signal(object)
    fallo = Signal(str)
    no_guardo = Signal(str)
    cambio_de_fuera = Signal(str)
    cambio_de_trimestre = Signal()
    pide_ir = Signal(object)
    pide_ir_a = Signal(object, object)
    pide_anotar = Signal(object)
    pide_dias = Signal(str, bool)
    pide_registrar = Signal()
    pide_deshacer = Signal()
    pide_oficina = Signal(str)
    pide_hojas_de_captura = Signal(str)
    pide_ficha = Signal(str)
    pide_lista = Signal(str, object)
    pide_orden = Signal(str, object)
    cambio_la_copia = Signal()

    def __init__(
        self, expediente: Expediente, trimestre: Trimestre, reloj: DiaYHora, solo_leer: str = ""
    ) -> None:
        super().__init__()
        self.expediente = expediente
        self.solo_leer = solo_leer
        self.trimestre = trimestre
        self.reloj = reloj
        self.foto: FotoTrimestre = expediente.foto(trimestre)
        self.trimestres = expediente.trimestres()
        self.sin_guardar = SinGuardar()
        self.sin_guardar.setParent(self)
        self._reintentando = self._avisando = False
        self._de_otro_anio: dict[Trimestre, FotoTrimestre | None] = {}
        self.respaldar_antes: Callable[[Callable[[], object]], object] = lambda seguir: seguir()
        self.cuando_acabe: Callable[[Callable[[], object]], bool] = lambda seguir: True
        self.puerta: Puerta = _sin_puerta
        self.por_anotar: PorAnotar | None = None
        self.copias: Cuenta | None = None
        self.espera = Espera()
        self.espera.setParent(self)
        self.espera.termino.connect(self.reintentar)
        self.revision = RevisionViva(reloj.hoy, self._logotipos_de)
        self.revision.setParent(self)
        self.revision.pedir(self.foto)

    @property
    def cerrado(self) -> str:
        """Por qué no se puede cambiar nada de lo que se ve; vacío si se puede."""
        return self.solo_leer or (FIRMADO if self.foto.firmado else "")

    @property
    def guardando(self) -> bool:
        """Si algo espera su turno para guardarse."""
        return self.espera.hay_formado or any(not p.falla for p in self.sin_guardar.todos)

    @property
    def a_medias(self) -> frozenset[object]:
        """Lo que ahora no está en el archivo: lo escrito sin guardar y lo empezado que no tuvo su Enter."""
        empezado = self.por_anotar.se_lee() if self.por_anotar else ""
        return frozenset(p.escrito for p in self.sin_guardar.todos) | ({empezado} if empezado else set())

    @property
    def guardado(self) -> datetime | None:
        """Cuándo se guardó lo último; None si nunca, o si el archivo no se deja leer."""
        try:
            return self.expediente.ultimo_cambio
        except ErrorEsperado:
            return None

    def tomar(self, expediente: Expediente, solo_leer: str = "") -> None:
        """Sigue con el mismo archivo, abierto otra vez de otra manera; se vuelve a leer."""
        self.expediente, self.solo_leer = expediente, solo_leer
        self._de_otro_anio = {}
        self._releer(Cambios("", TODO))

    def releer_los_textos(self) -> None:
        """Vuelve a leer lo escrito a mano, sin tocar nada de lo que no sea texto ni lo que ella escribe."""
        self._releer(Cambios("", frozenset({"textos"})), en_silencio=True)

    @overload
    def hacer(
        self, accion: Callable[Concatenate[Expediente, Trimestre, P], tuple[T, Cambios]], /,
        *datos: P.args, **mas: P.kwargs,
    ) -> T | None: ...  # fmt: skip
    @overload
    def hacer(
        self, accion: Callable[Concatenate[Expediente, Trimestre, P], Cambios], /,
        *datos: P.args, **mas: P.kwargs,
    ) -> None: ...  # fmt: skip
    def hacer(
        self, accion: Callable[Concatenate[Expediente, Trimestre, P], tuple[T, Cambios] | Cambios], /,
        *datos: P.args, **mas: P.kwargs,
    ) -> T | None:  # fmt: skip
        """Llama a un servicio con el expediente, el trimestre y esos datos; nunca lanza.

        Devuelve lo que el servicio dé además de sus Cambios (None si nada). Si no se pudo, dice por
        qué y devuelve None; en los dos casos la pantalla se vuelve a leer del archivo. Si hay que
        esperar también devuelve None: se hará en su turno.
        """
        trimestre = self.trimestre
        return self._intentar(lambda: accion(self.expediente, trimestre, *datos, **mas))

    def logra(
        self,
        accion: Callable[Concatenate[Expediente, Trimestre, P], tuple[object, Cambios] | Cambios],
        /,
        *datos: P.args,
        **mas: P.kwargs,
    ) -> bool:
        """Como `hacer`; dice si se hizo, o se hará en su turno. Si no, quien pregunta conserva lo escrito."""
        trimestre, en_su_turno = self.trimestre, bool(self.espera)

        def hecho() -> tuple[bool, Cambios]:
            respuesta = accion(self.expediente, trimestre, *datos, **mas)
            return True, respuesta if isinstance(respuesta, Cambios) else respuesta[1]

        return self._intentar(hecho) is True or en_su_turno

    def guardar(
        self,
        escrito: Escrito,
        accion: Callable[Concatenate[Expediente, Trimestre, P], tuple[object, Cambios] | Cambios],
        /,
        *datos: P.args,
        **mas: P.kwargs,
    ) -> None:
        """Como `hacer`, con algo que ella escribió: si no se pudo, queda sin guardar y a la vista."""
        trimestre = self.trimestre  # si se reintenta viendo otro, es del que se escribió
        self._intentar(lambda: accion(self.expediente, trimestre, *datos, **mas), (escrito,))

    def guardar_juntos(
        self,
        escritos: Mapping[Escrito, T],
        accion: Callable[[Expediente, Trimestre, tuple[T, ...]], tuple[object, Cambios] | Cambios],
    ) -> None:
        """Como `guardar`, con varios de una sola vez, como lo pegado: cada uno con su dato.

        Al reintentar se guardan juntos los que sigan sin guardarse como se pegaron: lo que ella haya escrito
        después en alguno es lo que vale.
        """
        trimestre = self.trimestre

        def guardar(cuales: tuple[Escrito, ...]) -> None:
            datos = tuple(escritos[escrito] for escrito in cuales)
            self._intentar(lambda: accion(self.expediente, trimestre, datos), cuales, otra_vez)

        def otra_vez() -> None:
            guardar(tuple(escrito for escrito in escritos if self.sin_guardar.espera(escrito)))

        guardar(tuple(escritos))

    def _intentar(
        self,
        servicio: Callable[[], tuple[T, Cambios] | Cambios],
        escritos: tuple[Escrito, ...] = (),
        otra_vez: Callable[[], object] | None = None,
    ) -> T | None:
        repetir = otra_vez or (lambda: self._intentar(servicio, escritos))
        if self.espera:
            self._formar(escritos, repetir)
            return None
        if not escritos:  # lo escrito queda a la vista y se intenta solo; esto, ella tendría que repetirlo
            self.expediente.esperar()
        try:
            if self.solo_leer:
                raise ErrorEsperado(self.solo_leer)
            respuesta = servicio()
        except ErrorEsperado as error:
            self._no_se_pudo(error, escritos, repetir)
            return None
        for escrito in escritos:
            self.sin_guardar.soltar(escrito.sitio)
        cosa, cambios = (None, respuesta) if isinstance(respuesta, Cambios) else respuesta
        self._releer(cambios)
        self.reintentar()
        return cosa

    def _formar(self, escritos: tuple[Escrito, ...], repetir: Callable[[], object]) -> None:
        """Deja algo para su turno: lo escrito, uno por sitio; lo demás, en orden."""
        if not escritos:
            self.espera.cuando_se_pueda(repetir)
        for escrito in escritos:
            antes = self.sin_guardar.en(escrito.sitio)
            por_que = antes.por_que if antes else GUARDANDO
            self.sin_guardar.anotar(Pendiente(escrito, por_que, repetir))

    def foto_del_anterior(self) -> FotoTrimestre | None:
        """La foto que lleva los números del trimestre anterior; None si el archivo no lo tiene."""
        anterior = self.trimestre.anterior
        if anterior.ejercicio == self.trimestre.ejercicio:
            return self.foto
        if anterior not in self._de_otro_anio:
            hay = anterior in self.trimestres
            self._de_otro_anio = {anterior: self.expediente.foto(anterior) if hay else None}
        return self._de_otro_anio[anterior]

    def foto_de_hoy(self) -> FotoTrimestre | None:
        """La foto del trimestre en que cae hoy; None si el archivo no lo tiene o no se deja leer."""
        try:
            de_hoy = trimestre_de(self.reloj.hoy())
            if de_hoy == self.trimestre:
                return self.foto
            return self.expediente.foto(de_hoy) if de_hoy in self.trimestres else None
        except ErrorEsperado:
            return None  # HOY no aparece hasta que se pueda; que el archivo no se deja leer lo dice la barra

    def saber_de_las_copias(self, cuenta: Cuenta) -> None:
        """Lo que ahora se sabe de las copias del archivo."""
        if cuenta != self.copias:
            self.copias = cuenta
            self.cambio_la_copia.emit()

    def consultar(
        self, pregunta: Callable[[Expediente, Trimestre], T], decir: Callable[[str], object] | None = None
    ) -> T | None:
        """Lo que un servicio contesta sin cambiar nada; None si no se pudo, y dice por qué.

        `decir`: lo enseña quien pregunta, en su lugar.
        """
        try:
            return pregunta(self.expediente, self.trimestre)
        except ErrorEsperado as error:
            (decir or self.fallo.emit)(str(error))
            return None

    def reintentar(self, avisando: bool = False) -> None:
        """Vuelve a guardar lo que no se pudo, salvo que ya se esté en eso o haya que esperar.

        Si sigue sin poderse no se repite por qué, que está a la vista; `avisando`, sí, una vez.
        """
        if self._reintentando or self.espera or not self.sin_guardar.por_reintentar:
            return
        if not avisando and not self.expediente.libre:
            return
        self._reintentando, self._avisando = True, avisando
        try:
            self.sin_guardar.reintentar()
        finally:
            self._reintentando = self._avisando = False

    def volver(self, accion: Callable[[Expediente], Cambios]) -> Cambios | None:
        """Deshace o rehace lo último, en el trimestre en que se hizo; None si no se pudo."""
        self.expediente.esperar()
        try:
            cambios = accion(self.expediente)
        except ErrorEsperado as error:
            self._no_se_pudo(error)
            return None
        if cambios.trimestre is not None and cambios.trimestre != self.trimestre:
            self.ir_a_trimestre(cambios.trimestre)
        self._releer(cambios)
        return cambios

    def ir_a_trimestre(self, trimestre: Trimestre) -> None:
        """Cambia de trimestre dentro del mismo archivo."""
        try:
            self.foto = self.expediente.foto(trimestre)
            self.trimestres = self.expediente.trimestres()
        except ErrorEsperado as error:
            self.fallo.emit(str(error))
            return
        self.trimestre = trimestre
        self._de_otro_anio = {}
        self.revision.pedir(self.foto)
        self.cambio_de_trimestre.emit()

    def renglon(self, uid: str) -> Renglon | None:
        """El renglón de esa identidad en el trimestre, como está en el archivo; None si ya no está."""
        return self.foto.renglon.get(uid)

    def _logotipos_de(self, foto: FotoTrimestre) -> Mapping[str, bytes]:
        """Los logotipos que la revisión mira; ninguno mientras el archivo no se deje leer."""
        try:
            return self.expediente.logotipos_de(foto)
        except ErrorEsperado:
            return {}

    def rechazar(self, escrito: Escrito, por_que: str) -> None:
        """Lo escrito no puede guardarse como está; se queda a la vista hasta que ella lo corrija."""
        self.sin_guardar.anotar(Pendiente(escrito, por_que))

    def _no_se_pudo(
        self,
        error: ErrorEsperado,
        escritos: tuple[Escrito, ...] = (),
        guardar: Callable[[], object] | None = None,
    ) -> None:
        """Avisa lo que no se hizo; lo escrito queda sin guardar, y su misma falla no se avisa otra vez."""
        frase = str(error)
        ya_dicha = any(pendiente.por_que == frase for pendiente in self.sin_guardar.todos)
        callar = ya_dicha and not self._avisando and (self._reintentando or len(escritos) == 1)
        for escrito in escritos:
            self.sin_guardar.anotar(Pendiente(escrito, frase, guardar))
        if not self._reintentando:  # si no, lo que se ve ya es lo que dice el archivo
            self._releer(Cambios("", TODO), en_silencio=True)
        if not callar:
            self._avisando = False
            de_lo_suyo = self.no_guardo if escritos else self.fallo
            (self.cambio_de_fuera if isinstance(error, ArchivoCambiado) else de_lo_suyo).emit(frase)

    def _releer(self, cambios: Cambios, en_silencio: bool = False) -> None:
        """Lee otra vez el archivo; si no se deja, se sigue viendo lo último que se leyó, y se avisa."""
        falla = ""
        try:
            self.foto = self.expediente.foto(self.trimestre)
            self.trimestres = self.expediente.trimestres()
        except ErrorEsperado as error:
            falla = str(error)
        self.revision.pedir(self.foto)
        self.cambio.emit(cambios)
        if falla and not en_silencio:
            self.fallo.emit(falla)


def _sin_puerta(_: Salida, seguir: Callable[[], object]) -> bool:
    """Mientras ninguna ventana ponga la suya no hay nada a medio escribir."""
    seguir()
    return True
