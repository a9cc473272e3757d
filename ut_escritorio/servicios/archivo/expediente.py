"""El expediente: el archivo de la oficina abierto, y cómo se abre."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from ut_escritorio.datos.archivo.apertura import abrir_base, leer_base
from ut_escritorio.datos.esquema import DEL_CATALOGO, DEL_LIBRO, DEL_PLAN
from ut_escritorio.datos.esquema.base import nombre_de
from ut_escritorio.datos.filas.contenidos import contenido_de, partes_de
from ut_escritorio.datos.filas.fotografo import Fotografo
from ut_escritorio.datos.filas.legajo import Legajo, trimestres_con_datos
from ut_escritorio.datos.historia.acciones import Pila, ultimo_cambio
from ut_escritorio.datos.motor.conexion import AccionHecha, Base, ClaseDeAccion
from ut_escritorio.datos.motor.identidad import Senas
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.periodos import Trimestre, trimestre_de
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.dominio.trimestre.evidencias import MIDE
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, TextoAMano
from ut_escritorio.dominio.vigencia import vigente
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import al_pedirlo

if TYPE_CHECKING:
    from ut_escritorio.dominio.numeros import sitios

_FALTA = "Una imagen del informe no está en el archivo. Vuelva a elegirla."
_GRANDE = 12 * 1024 * 1024  # octetos; revisar uno menor tarda menos que pintar la ventana
Cosa = Literal[
    "conteos", "renglones", "textos", "alcanzado", "oficios", "libro", "marcas", "ajustes", "firmados",
    "evidencias", "plan",
]  # fmt: skip
Cosas = frozenset[Cosa]
AntesDeAsentar = Callable[[Legajo, AccionHecha], object]
_COSAS: dict[str, tuple[Cosa, ...]] = {
    "conteo": ("conteos",),
    "dia": ("conteos",),
    "por_mirar": ("marcas",),
    "mes_capturado": ("conteos", "marcas"),
    "sin_actividad": ("marcas",),
    "registro": ("renglones",),
    "parte": ("renglones",),
    "cita": ("renglones",),
    "parrafo_libre": ("renglones",),
    "texto_a_mano": ("textos",),
    "alcanzado": ("alcanzado",),
    "oficio_de_remision": ("oficios",),
    "justificacion": ("alcanzado",),
    "meta_modificada": ("alcanzado",),
    "dejado_asi": ("marcas",),
    "ajuste": ("ajustes",),
    "firmante_elegido": ("ajustes",),
    "descanso": ("ajustes",),
    "firma": ("firmados",),
    "escaneado": ("firmados",),
    "evidencia": ("evidencias",),
    "trimestre": ("ajustes",),
    **{nombre_de(tabla): ("libro",) for tabla in DEL_LIBRO},
    "oficio": ("libro", "renglones", "oficios"),  # su número se ve donde se dice
    **{nombre_de(tabla): ("plan",) for tabla in DEL_PLAN},
    **{nombre_de(tabla): ("plan",) for tabla in DEL_CATALOGO},
}


@congelado
class Cambios:
    """Lo que una acción cambió: su nombre y las clases de cosas; ninguna si todo quedó igual.

    «plan» es también el catálogo: lo que cambia las pestañas mismas; de lo demás, cada pieza de la ventana
    se pone al día solo con las cosas que lee. Al deshacer y rehacer dicen además dónde: el trimestre y los
    sitios, en orden.
    """

    accion: str
    cosas: Cosas
    trimestre: Trimestre | None = None
    sitios: tuple[sitios.Sitio, ...] = ()


ADELANTADO = Cambios("", frozenset())
"""Los de lo que se guarda antes de la acción que lo hará suyo: nada de lo que se ve es otro."""


def cosas_de(tablas: Iterable[str]) -> Cosas:
    """Las clases de cosas que unas tablas guardan."""
    return frozenset(cosa for tabla in tablas for cosa in _COSAS.get(tabla, ()))


def nadie_mira(_: Legajo, __: AccionHecha) -> None:
    """Nada se revisa antes de que una acción quede."""


class Expediente:
    """El archivo abierto; se cierra con `cerrar` o al salir de un `with`.

    `pila`, lo que se puede deshacer, es solo para los servicios. `es_ejemplo`: es una copia que se va al
    cerrarla, y nada de lo que se haga en él es de la oficina. `antes_de_asentar` mira cada acción cuando ya
    escribió y aún no queda: si lanza, no pasó nada.
    """

    def __init__(self, base: Base) -> None:
        self._base = base
        self._fotografo = Fotografo(base)
        self.pila = Pila(base)
        self.es_ejemplo = False
        self.antes_de_asentar: AntesDeAsentar = nadie_mira
        self._logotipos: dict[str, bytes] = {}
        self._sustituidos: dict[TextoAMano, str] = {}
        self._reconocidas: dict[Trimestre, tuple[FotoTrimestre, FotoTrimestre]] = {}

    @property
    def base(self) -> Base:
        """La conexión, solo para los servicios."""
        return self._base

    @property
    def ruta(self) -> Path:
        """El archivo."""
        return self._base.ruta

    @property
    def solo_lectura(self) -> bool:
        """Si se abrió solo para leer."""
        return self._base.modo == "ro"

    def foto(self, trimestre: Trimestre) -> FotoTrimestre:
        """La fotografía de un trimestre; ErrorEsperado si el archivo no tiene el plan de su año."""
        foto = self._fotografo.foto(trimestre)
        return self._con_sustituidos(foto) if self._sustituidos else foto

    def dar_por_sustituido(self, a_mano: TextoAMano, automatico: str) -> None:
        """Mientras siga abierto, ese texto a mano se toma por escrito sobre otro automático."""
        self._sustituidos[a_mano] = automatico
        self._reconocidas.clear()

    def _con_sustituidos(self, foto: FotoTrimestre) -> FotoTrimestre:
        """La foto con lo que se dio por sustituido; de la misma, siempre la misma."""
        leida, reconocida = self._reconocidas.get(foto.trimestre, (None, foto))
        if leida is not foto:
            dados = {t.origen: replace(t, sustituye=self._sustituidos[t])
                     for t in foto.a_mano.values() if t in self._sustituidos}  # fmt: skip
            reconocida = replace(foto, a_mano={**foto.a_mano, **dados}) if dados else foto
            self._reconocidas[foto.trimestre] = foto, reconocida
        return reconocida

    def trimestres(self) -> tuple[Trimestre, ...]:
        """Los que tienen plan, en orden."""
        return self._fotografo.trimestres()

    def trimestre_de_entrada(self, dia: date) -> Trimestre:
        """El que conviene ver primero: el de ese día o, si no está, el último donde hay algo anotado.

        Del ejemplo, siempre el que trae lleno.
        """
        todos, con_datos = self.trimestres(), trimestres_con_datos(self._base)
        if trimestre_de(dia) in todos and not self.es_ejemplo:
            return trimestre_de(dia)
        return max(con_datos or todos[:1])

    def contenido(self, sha256: str) -> bytes:
        """Los bytes de un contenido; ErrorEsperado si el archivo no lo tiene."""
        octetos = contenido_de(self._base, sha256)
        if octetos is None:
            raise ErrorEsperado(_FALTA)
        return octetos

    def empieza(self, sha256: str) -> bytes:
        """Cómo empiezan los bytes de un contenido, sin leerlos todos; vacío si el archivo no lo tiene."""
        return next(partes_de(self._base, sha256), b"")

    def leyendo(self, cuales: Iterable[str], en: dict[str, bytes], falta: str = _FALTA) -> Iterator[None]:
        """Deja ahí unos contenidos, por su SHA-256, de a poco: entre dos pasos la ventana atiende lo suyo.

        ErrorEsperado, con `falta`, si el archivo no tiene alguno.
        """
        leido = 0
        for sha256 in cuales:
            partes: list[bytes] = []
            for parte in partes_de(self._base, sha256):
                partes.append(parte)
                leido += len(parte)
                if leido >= MIDE:
                    leido = 0
                    yield
            if not partes:
                raise ErrorEsperado(falta)
            en[sha256] = b"".join(partes)

    def logotipos_de(self, foto: FotoTrimestre) -> dict[str, bytes]:
        """Los logotipos de las hojas de ese día, por su SHA-256; vacíos los que el archivo no tiene."""
        papel = vigente(foto.catalogo.papeles, foto.dia)
        suyos = {logo.sha256 for logo in papel.logos} if papel else set[str]()
        # El contenido de una huella nunca es otro: se lee una vez.
        for sha256 in suyos - self._logotipos.keys():
            if octetos := contenido_de(self._base, sha256):
                self._logotipos[sha256] = octetos
        return {sha256: self._logotipos.get(sha256, b"") for sha256 in sorted(suyos)}

    def legajo(self, trimestre: Trimestre) -> Legajo:
        """El de un trimestre, donde se captura lo suyo."""
        return self._fotografo.legajo(trimestre)

    def hacer(
        self,
        trimestre: Trimestre,
        nombre: str,
        que: Callable[[Legajo], None],
        grupo: str = "",
        clase: ClaseDeAccion = "hecha",
    ) -> Cambios:
        """Una acción sobre un trimestre: `que` escribe en él; queda entera, o falla y no pasó nada.

        Las seguidas de un mismo `grupo` se deshacen juntas; `clase` dice cómo cuenta al deshacer.
        """
        legajo = self.legajo(trimestre)
        with self._base.accion(nombre, legajo.id, clase, grupo) as hecha:
            que(legajo)
            self.antes_de_asentar(legajo, hecha)
        return Cambios(nombre, cosas_de(hecha.tablas))

    @property
    def libre(self) -> bool:
        """Si en este momento nadie más ocupa el archivo."""
        return self._base.libre

    def esperar(self) -> None:
        """Lo que sigue espera un poco a quien ocupe el archivo, aunque se acabe de ver ocupado."""
        self._base.esperar()

    @property
    def ultimo_cambio(self) -> datetime | None:
        """Cuándo se guardó lo último en el archivo; None si nunca."""
        return ultimo_cambio(self._base)

    @property
    def revisado(self) -> bool:
        """Si ya se halló sano; uno que se abrió solo para leer puede no estarlo."""
        return self._base.por_revisar is None

    def terminar_de_abrir(self) -> None:
        """Revisa lo que `abrir_pronto` dejó para después; lanza lo mismo que `abrir`."""
        self._base.terminar_de_abrir()

    def cerrar(self) -> None:
        """Cierra el archivo; ya cerrado, no hace nada."""
        self._base.cerrar()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self.cerrar()


def abrir(
    ruta: Path,
    ahora: Reloj,
    quitar_candado: bool = False,
    comprobado: Senas | None = None,
    *,
    pronto: bool = False,
) -> Expediente:
    """Abre y revisa el archivo para trabajar en él; uno de una versión anterior se respalda y se pone al día.

    `comprobado` son las señas de `comprobacion.comprobar`: si sigue igual no se revisa otra vez. Con `pronto`
    se revisa al `terminar_de_abrir` o, si llega antes, al guardar lo primero.

    Raises:
        ArchivoEnUso: ya está abierto; con `quitar_candado` pasa por encima del candado de otro equipo.
        ArchivoDanado, ErrorEsperado: no es de fiar, o no se deja; queda como estaba.
    """

    def antes_de_migrar() -> None:
        al_pedirlo.respaldo().respaldar(ruta, ahora())

    return Expediente(abrir_base(ruta, ahora, antes_de_migrar, quitar_candado, comprobado, pronto))


def consultar(ruta: Path, ahora: Reloj, aunque_cambio: bool = False, sin_revisar: bool = False) -> Expediente:
    """Como `abrir`, solo para leer: no escribe nada, ni junto al archivo; sirve si otro lo tiene abierto.

    Con `aunque_cambio` muestra también lo que otro programa cambió. Con `sin_revisar` no espera a la
    revisión, que en un archivo grande tarda: mientras, se comprueba aparte y luego se abre.
    """
    return Expediente(leer_base(ruta, ahora, aunque_cambio, sin_revisar))


def abrir_pronto(ruta: Path, ahora: Reloj) -> Expediente:
    """Como `abrir`, pero enseguida y aún sin revisar: para que se vea mientras.

    Uno chico se revisa al `terminar_de_abrir`, que no tarda. Uno grande se abre solo para leer; mientras,
    se comprueba aparte y luego se abre con `comprobado`.
    """
    try:
        if ruta.stat().st_size >= _GRANDE:
            return consultar(ruta, ahora, sin_revisar=True)
    except (OSError, ErrorEsperado):
        pass  # es de otra versión, se quedó a medio guardar o no está: lo dirá `abrir`
    return abrir(ruta, ahora, pronto=True)
