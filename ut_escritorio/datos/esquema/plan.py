"""Las tablas de un plan: cada fila, una cosa del plan; su gramática, en columnas JSON."""

from __future__ import annotations

from collections.abc import Mapping

from ut_escritorio.datos.esquema.base import TablaConUid
from ut_escritorio.datos.esquema.campos import Entero, Exacto, Json, Llave, Logico, Texto
from ut_escritorio.dominio.plan import arbol as plan
from ut_escritorio.dominio.plan import cifras, cuadros
from ut_escritorio.dominio.plan.apartados import Firmante
from ut_escritorio.dominio.plan.formas import Campo, Ficha
from ut_escritorio.dominio.plan.programa import Programa


class Plan(TablaConUid):
    """El plan de un ejercicio."""

    clave = Texto()
    ejercicio = Entero(unique=True)
    programa = Json(Programa)
    leyenda = Texto()
    provisional = Logico(default=False)


class DelPlan(TablaConUid):
    """Una fila de un plan, con su clave y su posición entre las de su tabla."""

    plan = Llave(Plan)
    clave = Texto()
    orden = Entero()


class Departamento(DelPlan):
    """Un departamento."""

    nombre = Texto()
    puesto = Texto()
    oficio = Json(plan.PlantillaOficio, null=True)


class Lugar(DelPlan):
    """Un componente, una actividad o un paso; `padre` es el que lo contiene.

    `antes` es la clave que tenía en el plan anterior, si era otra.
    """

    clase = Texto()
    padre = Llave("self", null=True)
    numero = Texto()
    nombre = Texto()
    corto = Texto()
    departamento = Llave(Departamento, null=True)
    estilo = Json(plan.Estilo, null=True)
    antes = Texto(default="")
    ficha = Json(Ficha, null=True)


class Programado(TablaConUid):
    """El % programado de un lugar en un trimestre."""

    lugar = Llave(Lugar)
    trimestre = Entero()
    valor = Exacto()


class Propuesto(TablaConUid):
    """El % que el año anterior programó ahí, mientras no se confirme para este."""

    lugar = Llave(Lugar)
    trimestre = Entero()
    valor = Exacto()


class Sustantivo(DelPlan):
    """Una cosa que se cuenta."""

    singular = Texto()
    plural = Texto()
    genero = Texto()


class Medio(DelPlan):
    """Un medio por el que se hace algo."""

    frase = Texto()
    unidad = Json(cifras.Sustantivo)
    con_folio = Logico()


class Cifra(DelPlan):
    """Una cifra, con su fuente."""

    nombre = Texto()
    unidad = Json(cifras.Sustantivo)
    fuente = Json(cifras.Fuente)
    contraste = Json(cifras.Contraste, null=True)
    por_dia = Entero(null=True)


class Molde(DelPlan):
    """Una clase de cuadro."""

    nombre = Texto()
    filas = Json(tuple[cuadros.Banda, ...])
    columnas = Json(tuple[cuadros.Banda, ...])
    esquina = Texto()
    pie = Json(cuadros.Pie, null=True)


class Cuadro(DelPlan):
    """Un cuadro; `molde` nombra aquel de que salió."""

    filas = Json(tuple[cuadros.Banda, ...])
    columnas = Json(tuple[cuadros.Banda, ...])
    titulo = Texto()
    esquina = Texto()
    pie = Json(cuadros.Pie, null=True)
    molde = Texto()
    horizontal = Logico(default=False)


class Apartado(DelPlan):
    """Un bloque impreso; `donde` dice de qué cuelga: portada, ultima, lugar, departamento o final."""

    donde = Texto()
    lugar = Llave(Lugar, null=True)
    departamento = Llave(Departamento, null=True)
    clase = Texto()
    texto = Texto()
    cuadro = Llave(Cuadro, null=True)
    firmantes = Json(tuple[Firmante, ...])


class Forma(DelPlan):
    """Una manera de decir los renglones de un lugar."""

    lugar = Llave(Lugar)
    nombre = Texto()
    texto = Texto()
    medios = Json(tuple[str, ...])
    vineta = Logico()
    agrupa = Logico()
    campos = Json(tuple[Campo, ...])
    etiquetas = Json(Mapping[str, str])


class Concordancia(DelPlan):
    """Lo que el plan dice que debe cuadrar."""

    mensaje = Texto()
    izquierda = Json(tuple[str, ...])
    derecha = Json(tuple[str, ...])
    relacion = Texto()
    por = Texto()
    izquierda_por_sexo = Logico()


class Mosaico(DelPlan):
    """Una cifra del Tablero; `clave` es la de la cifra."""

    rotulo = Texto()
