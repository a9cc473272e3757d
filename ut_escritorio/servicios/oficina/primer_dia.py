"""El primer día: empezar el trimestre propio, traer el archivo de otra computadora o ver un ejemplo."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from ut_escritorio import rutas
from ut_escritorio.datos.archivo import respaldo as copias
from ut_escritorio.datos.archivo.apertura import crear_base
from ut_escritorio.datos.filas.carga import cargar_plan
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.toml.de_fabrica.relevos import relevos_conocidos
from ut_escritorio.datos.toml.plan import PlanLeido, leer_plan
from ut_escritorio.dominio.cambios_del_plan.inicio import (
    Inicio,
    catalogo_de_inicio,
    plan_de_inicio,
    propuesta,
)
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.errores import ErrorEsperado, NoDejaEscribir
from ut_escritorio.servicios.archivo.comprobacion import comprobar
from ut_escritorio.servicios.archivo.creacion import crear, crear_ejemplo, plan_del_programa
from ut_escritorio.servicios.archivo.expediente import Expediente, abrir

NOMBRE = "unidad-de-transparencia.sqlite"


@congelado
class ParaEmpezar:
    """El plan que trae el programa, lo que de él se propone y las imágenes de sus logotipos."""

    leido: PlanLeido
    propuesto: Inicio

    @property
    def imagenes(self) -> Mapping[str, bytes]:
        """Los bytes de cada logotipo, por su SHA-256."""
        return self.leido.contenidos


def para_empezar(hoy: date) -> ParaEmpezar:
    """Lo que hace falta para preguntarle con qué empieza."""
    leido = leer_plan(plan_del_programa())
    return ParaEmpezar(leido, propuesta(leido.plan, leido.catalogo, hoy))


def donde_se_guarda(carpeta: Path) -> Path:
    """El archivo de la oficina en esa carpeta, con un nombre que nada tenga."""
    nombre = Path(NOMBRE)
    nombres = (NOMBRE, *(f"{nombre.stem} ({n}){nombre.suffix}" for n in range(2, 100)))
    return next(ruta for cada in nombres if not (ruta := carpeta / cada).exists())


def empezar(
    de: ParaEmpezar, inicio: Inicio, imagenes: Mapping[str, bytes], carpeta: Path, ahora: Reloj
) -> Expediente:
    """Crea en esa carpeta el archivo de su trimestre y lo abre; de la gente y el año del plan no queda nada.

    ErrorEsperado si no dijo qué componentes captura o si la carpeta no deja escribir.
    """
    if not inicio.componentes and not inicio.en_blanco:
        raise ErrorEsperado(
            "Falta decir qué componentes captura usted. Marque al menos uno, o que el suyo lo arma en blanco."
        )
    plan = plan_de_inicio(de.leido.plan, inicio, relevos_conocidos())
    catalogo = catalogo_de_inicio(de.leido.plan, de.leido.catalogo, inicio)
    suyas = {logo.sha256: imagenes[logo.sha256] for papel in catalogo.papeles for logo in papel.logos}

    def llenar(base: Base) -> None:
        with base.carga(f"Empezar el plan {plan.ejercicio}"):
            cargar_plan(base, plan, catalogo, suyas)

    ruta = donde_se_guarda(_lista(carpeta))
    crear_base(ruta, ahora, llenar)
    return abrir(ruta, ahora)


def empezar_con_plan(plan: Path, carpeta: Path, ahora: Reloj) -> Expediente:
    """Crea en esa carpeta el archivo de un plan escrito como texto y lo abre, sin nada capturado.

    ErrorEsperado si el plan tiene algo que corregir o la carpeta no deja escribir; no queda nada.
    """
    leer_plan(plan)  # antes de hacer la carpeta
    return crear(donde_se_guarda(_lista(carpeta)), plan, None, ahora)


@congelado
class Llegado:
    """El archivo que se trajo: dónde quedó su copia y de cuándo es su último cambio."""

    ruta: Path
    ultimo_cambio: datetime | None

    def __str__(self) -> str:
        cuando = f"{self.ultimo_cambio:%d/%m/%Y a las %H:%M}" if self.ultimo_cambio else "que se hizo"
        return f"Está sano y completo. Lo último se anotó el {cuando}."


def revisar_llegada(archivo: Path) -> Llegado:
    """Comprueba un archivo traído, sin tocarlo ni dejar nada junto a él; ErrorEsperado si no es de fiar."""
    informe = comprobar(archivo)
    if not informe.sano:
        raise ErrorEsperado(f"Ese archivo no se puede usar. {informe.hallazgo}")
    return Llegado(archivo, informe.ultimo_cambio)


def traer(archivo: Path, carpeta: Path) -> Llegado:
    """Copia a esa carpeta un archivo traído de otra computadora, ya comprobado; el traído queda intacto.

    ErrorEsperado si no es de fiar o no se pudo copiar; en la carpeta no queda nada.
    """
    llegado = revisar_llegada(archivo)
    destino = donde_se_guarda(_lista(carpeta))
    copias.copiar(archivo, destino, releyendo=True)
    return Llegado(destino, llegado.ultimo_cambio)


def ver_ejemplo(ahora: Reloj) -> Expediente:
    """Abre una copia nueva del ejemplo, aparte de los datos de la oficina; se va al cerrarla."""
    carpeta = tempfile.TemporaryDirectory(prefix="ut-escritorio-", ignore_cleanup_errors=True)
    ejemplo = crear_ejemplo(Path(carpeta.name) / "ejemplo.sqlite", ahora)
    ejemplo.es_ejemplo = True
    soltar = ejemplo.base.al_cerrar

    def irse() -> None:
        soltar()
        carpeta.cleanup()

    ejemplo.base.al_cerrar = irse
    return ejemplo


def carpeta_de_la_oficina() -> Path:
    """`Documentos/UT Escritorio`."""
    return rutas.carpeta_de_datos()


def _lista(carpeta: Path) -> Path:
    """La carpeta, hecha si no la había; NoDejaEscribir si no se puede hacer o no deja escribir en ella."""
    try:
        carpeta.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=carpeta):
            pass
    except OSError as causa:
        raise NoDejaEscribir(
            f"En «{carpeta}» no se puede guardar: este equipo no lo permite. Elija otra carpeta."
        ) from causa
    return carpeta
