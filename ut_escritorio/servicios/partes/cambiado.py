"""Lo recibido que aquí se va a cambiar: se detiene antes de que quede, para preguntar una vez."""

from __future__ import annotations

from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.partes.leer import leer_parte
from ut_escritorio.datos.historia.acciones import Hecho, cambios_de
from ut_escritorio.datos.historia.linaje import claves_tocadas, tocadas_desde
from ut_escritorio.datos.historia.recepciones import recepciones, se_recibio_desde, ultima_recepcion
from ut_escritorio.datos.motor.conexion import AccionHecha
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.partes.recibido import RECIBIR, Recepcion, Recibidas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import DeOtroDepartamento
from ut_escritorio.servicios.archivo.expediente import Expediente

_YA_NO_ESTA = "~"


@congelado
class Pregunta:
    """Lo que se pregunta antes de cambiar lo recibido: dónde va, y de quién y cuándo llegó.

    `claves`: lo recibido de ahí; contestado que sí, de eso ya no se pregunta.
    """

    donde: str
    vez: Recepcion
    claves: frozenset[str]


def recibidas_en(exp: Expediente, trimestre: Trimestre) -> Recibidas:
    """Lo que se ha recibido en un trimestre."""
    return Recibidas(recepciones(exp.base, exp.legajo(trimestre).id))


class Cuidado:
    """Cuida lo recibido en un archivo mientras está abierto."""

    def __init__(self) -> None:
        self._contestadas: set[str] = set()
        self._sabido: tuple[int, int, Recibidas] = 0, 0, Recibidas()

    def revisar(self, legajo: Legajo, hecha: AccionHecha) -> None:
        """Mira una acción que aún no queda; DeOtroDepartamento si cambia algo recibido sin preguntar."""
        if hecha.nombre.startswith(RECIBIR):
            return
        recibidas = self._recibidas(legajo)
        if not recibidas.todas:
            return
        cambios = cambios_de(legajo.base, Hecho("", (hecha.id,), "", None))
        tocadas = claves_tocadas(legajo.base, cambios) - self._contestadas
        suyas = frozenset(clave for clave in tocadas if recibidas.de_cosa(clave) is not None)
        if suyas:
            raise DeOtroDepartamento(suyas)

    def pregunta(self, exp: Expediente, trimestre: Trimestre, claves: frozenset[str]) -> Pregunta | None:
        """Lo que se pregunta de unas cosas recibidas; None si ahí ya se cambió algo desde que llegó."""
        legajo = exp.legajo(trimestre)
        with exp.base.lectura():
            recibidas = self._recibidas(legajo)
            nuestra = leer_parte(legajo, legajo.guardado.plan.lugar, libro_entero=True)
            ya = tocadas_desde(legajo.base, ultima_recepcion(legajo.base, legajo.id)).ultimas
        de_cual = {cosa.clave: nuestra.componente(cosa) for cosa in nuestra.cosas}
        donde = min(de_cual.get(clave, _YA_NO_ESTA) for clave in claves)
        llegaron = {clave for vez in recibidas.todas for clave in vez.llegaron}
        suyas = frozenset(c for c in llegaron | claves if de_cual.get(c, _YA_NO_ESTA) == donde)
        if suyas & ya.keys():
            self.contestar(suyas | claves)
            return None
        vez = recibidas.de_cosa(min(claves & suyas))
        if vez is None:
            return None
        suyo = nuestra.plan.lugar.get(donde)
        dicho = "del libro de oficios" if donde == "" else f"de {vez.de}"
        return Pregunta(f"del componente {suyo.numero}" if suyo else dicho, vez, suyas | claves)

    def contestar(self, claves: frozenset[str]) -> None:
        """De eso ya se le preguntó, y dijo que sí."""
        self._contestadas |= claves

    def _recibidas(self, legajo: Legajo) -> Recibidas:
        """Lo recibido en un trimestre; se vuelve a leer si desde entonces se recibió, o se deshizo."""
        de, hasta, recibidas = self._sabido
        if de != legajo.id or se_recibio_desde(legajo.base, legajo.id, hasta):
            if de == legajo.id:
                self._contestadas.clear()
            recibidas = Recibidas(recepciones(legajo.base, legajo.id))
        en_curso = legajo.base.en_curso
        hasta = en_curso.id - 1 if en_curso else hasta  # la de ahora puede no quedar, y otra llevar su número
        self._sabido = legajo.id, hasta if de == legajo.id or en_curso else 0, recibidas
        return recibidas
