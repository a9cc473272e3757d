"""El trimestre abierto: lo que se ve y, además, cómo se guarda lo que ella hace.

Toda pestaña escribe por `hacer` y lee de `foto`; así la foto se relee una vez por cambio. Lo escrito
que no llegó al archivo no se pierde: está en `sin_guardar`, y la pantalla lo sigue mostrando.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Concatenate, ParamSpec, TypeVar, overload

from PySide6.QtCore import Signal

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ArchivoCambiado, DeOtroDepartamento, ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.espera import Espera
from ut_escritorio.interfaz.comunes.sesion.pendientes import GUARDANDO, Escrito, Pendiente
from ut_escritorio.interfaz.comunes.sesion.salidas import Salida
from ut_escritorio.interfaz.comunes.sesion.sin_guardar import PorAnotar, SinGuardar
from ut_escritorio.interfaz.comunes.sesion.visto import TODO, DiaYHora, Visto
from ut_escritorio.servicios.archivo.expediente import (
    ADELANTADO,
    AntesDeAsentar,
    Cambios,
    Expediente,
    nadie_mira,
)

P = ParamSpec("P")
T = TypeVar("T")

Preguntar = Callable[[DeOtroDepartamento, Trimestre, Callable[[], object], Callable[[], object]], object]
Puerta = Callable[[Salida, Callable[[], object]], bool]


class Sesion(Visto):
    """Mientras haya `espera`, no se escribe; lo escrito que no se pudo guardar queda en `sin_guardar`.

    `no_guardo` sale en vez de `fallo` si lo que no se pudo es guardar lo que ella escribió, que queda en
    `sin_guardar` con esa frase. `cambio_de_fuera` sale en vez de los dos si alguien cambió o quitó el
    archivo mientras estaba abierto. `respaldar_antes` llama a lo que se le dé cuando ya hay copia: para
    crear mucho de una vez; `cuando_acabe` contesta si no se está adjuntando nada y, si no, llama a lo que se
    le dé al acabar. `cuida` mira cada acción antes de que quede, y `preguntar_antes` le pregunta lo que ahí
    se halló: llama a lo primero que se le da si ella dice que sí y, si no, a lo otro. Por `puerta` pasa todo
    lo que lee el archivo para darlo; `por_anotar` es lo que se empezó y solo su Enter anota.
    """

    no_guardo = Signal(str)
    cambio_de_fuera = Signal(str)

    def __init__(
        self, expediente: Expediente, trimestre: Trimestre, reloj: DiaYHora, solo_leer: str = ""
    ) -> None:
        super().__init__(expediente, trimestre, reloj, solo_leer)
        self.sin_guardar = SinGuardar()
        self.sin_guardar.setParent(self)
        self._reintentando = self._avisando = False
        self.respaldar_antes: Callable[[Callable[[], object]], object] = lambda seguir: seguir()
        self.cuando_acabe: Callable[[Callable[[], object]], bool] = lambda seguir: True
        self.puerta: Puerta = _sin_puerta
        self.cuida: AntesDeAsentar = nadie_mira
        self.preguntar_antes: Preguntar = lambda falta, trimestre, si, no: no()
        self.por_anotar: PorAnotar | None = None
        self.espera = Espera()
        self.espera.setParent(self)
        self.espera.termino.connect(self.reintentar)

    @property
    def guardando(self) -> bool:
        """Si algo espera su turno para guardarse."""
        return self.espera.hay_formado or any(not p.falla for p in self.sin_guardar.todos)

    @property
    def a_medias(self) -> frozenset[object]:
        """Lo que ahora no está en el archivo: lo escrito sin guardar y lo empezado que no tuvo su Enter."""
        empezado = self.por_anotar.se_lee() if self.por_anotar else ""
        return frozenset(p.escrito for p in self.sin_guardar.todos) | ({empezado} if empezado else set())

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
        trimestre = self.trimestre

        def hecho() -> tuple[bool, Cambios]:
            respuesta = accion(self.expediente, trimestre, *datos, **mas)
            return True, respuesta if isinstance(respuesta, Cambios) else respuesta[1]

        return self._intentar(hecho) is True or bool(self.espera)

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
            self.expediente.antes_de_asentar = self.cuida
            respuesta = servicio()
        except DeOtroDepartamento as falta:
            self._preguntar(falta, escritos, repetir)
            return None
        except ErrorEsperado as error:
            self._no_se_pudo(error, escritos, repetir)
            return None
        for escrito in escritos:
            self.sin_guardar.soltar(escrito.sitio)
        cosa, cambios = (None, respuesta) if isinstance(respuesta, Cambios) else respuesta
        if cambios is not ADELANTADO:
            self._releer(cambios)
        self.reintentar()
        return cosa

    def _preguntar(
        self, falta: DeOtroDepartamento, escritos: tuple[Escrito, ...], repetir: Callable[[], object]
    ) -> None:
        """Mientras ella contesta, nada se guarda; si dice que no, lo que quiso cambiar queda como estaba."""
        dijo: list[bool] = []

        def si() -> None:
            dijo.append(True)
            self.espera.salir("pregunta")

        def no() -> None:
            for escrito in escritos:
                self.sin_guardar.soltar(escrito.sitio)
            self._releer(Cambios("", TODO), en_silencio=True)
            self.espera.salir("pregunta")

        self.espera.entrar("pregunta")
        self._formar(escritos, repetir if escritos else lambda: repetir() if dijo else None)
        self.preguntar_antes(falta, self.trimestre, si, no)

    def _formar(self, escritos: tuple[Escrito, ...], repetir: Callable[[], object]) -> None:
        """Deja algo para su turno: lo escrito, uno por sitio; lo demás, en orden."""
        if not escritos:
            self.espera.cuando_se_pueda(repetir)
        for escrito in escritos:
            antes = self.sin_guardar.en(escrito.sitio)
            por_que = antes.por_que if antes else GUARDANDO
            self.sin_guardar.anotar(Pendiente(escrito, por_que, repetir))

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

    def rechazar(self, escrito: Escrito, por_que: str) -> None:
        """Lo escrito no puede guardarse como está; se queda a la vista hasta que ella lo corrija."""
        self.sin_guardar.anotar(Pendiente(escrito, por_que))

    def rechazar_juntos(self, escritos: Sequence[Escrito], por_que: str) -> None:
        """Como `rechazar`, con lo que ella escribió de una vez en varios: se corrige también de una vez."""
        sitios = tuple(escrito.sitio for escrito in escritos)
        for escrito in escritos:
            self.sin_guardar.anotar(Pendiente(escrito, por_que, juntos=sitios))

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


def _sin_puerta(_: Salida, seguir: Callable[[], object]) -> bool:
    """Mientras ninguna ventana ponga la suya no hay nada a medio escribir."""
    seguir()
    return True
