"""Lo que a un lugar le falta para imprimirse completo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.contexto import Contexto
from ut_escritorio.dominio.firmantes import como_se_llama, ocupante
from ut_escritorio.dominio.foto import FotoTrimestre
from ut_escritorio.dominio.plan import Actividad, Apartado, Componente, Lugar, Paso
from ut_escritorio.dominio.redaccion import lista
from ut_escritorio.dominio.redaccion import mes as nombre_de_mes
from ut_escritorio.dominio.relatos import Relato, parrafos_de, relato_de_apartado
from ut_escritorio.dominio.tabla import dibujar
from ut_escritorio.dominio.textos import Texto, decir


@congelado
class Falta:
    """Algo sin dato: el lugar que lo espera, el bloque (`origen`) y la frase que lo dice."""

    lugar: str
    origen: str
    texto: str


def faltas_de(foto: FotoTrimestre, lugar: Lugar) -> tuple[Falta, ...]:
    """Lo que falta en un lugar y en los que contiene, en el orden del informe."""
    return tuple(_faltas(foto, lugar))


def faltas_del_informe(foto: FotoTrimestre) -> tuple[Falta, ...]:
    """Lo que falta en todo el informe, menos en sus oficios."""
    return tuple(_del_informe(foto))


def _del_informe(foto: FotoTrimestre) -> Iterator[Falta]:
    plan = foto.plan
    yield from _de_apartados(foto, "", plan.portada)
    for depto in plan.departamentos:
        if suyos := plan.componentes_de(depto.clave):
            yield from _de_apartados(foto, suyos[0].clave, depto.apartados)
            yield from _de_apartados(foto, suyos[-1].clave, depto.al_final)
    for componente in plan.componentes:
        yield from _faltas(foto, componente)
    yield from _de_apartados(foto, "", plan.ultima)


def _faltas(foto: FotoTrimestre, lugar: Lugar) -> Iterator[Falta]:
    if lugar.clave in foto.sin_actividad:
        return
    if not isinstance(lugar, Componente):
        yield from _de_encabezados(foto, lugar)
    yield from _de_apartados(foto, lugar.clave, lugar.apartados)
    for hijo in _hijos(lugar):
        yield from _faltas(foto, hijo)
    if isinstance(lugar, Actividad):
        yield from _de_valor(foto, lugar)


def _de_encabezados(foto: FotoTrimestre, lugar: Actividad | Paso) -> Iterator[Falta]:
    estilo = foto.plan.cadena[lugar.clave][0].estilo
    patrones = (estilo.paso,) if isinstance(lugar, Paso) else (estilo.actividad, estilo.nombre_actividad)
    for patron in patrones:
        yield from _de_texto(lugar.clave, f"lugar:{lugar.clave}", decir(patron, Contexto(foto, lugar.clave)))


def _de_valor(foto: FotoTrimestre, actividad: Actividad) -> Iterator[Falta]:
    """El renglón del valor, donde el plan lo imprime."""
    patron = foto.plan.cadena[actividad.clave][0].estilo.valor
    origen = f"valor:{actividad.clave}"
    if patron and actividad.clave not in foto.alcanzado:
        yield Falta(actividad.clave, origen, "Falta el valor alcanzado")
    elif patron:
        yield from _de_texto(actividad.clave, origen, decir(patron, Contexto(foto, actividad.clave)))


def _hijos(lugar: Lugar) -> tuple[Lugar, ...]:
    if isinstance(lugar, Componente):
        return lugar.actividades
    return lugar.pasos if isinstance(lugar, Actividad) else ()


def _de_apartados(foto: FotoTrimestre, lugar: str, apartados: Iterable[Apartado]) -> Iterator[Falta]:
    for apartado in apartados:
        yield from _de_apartado(foto, lugar, apartado)


def _de_apartado(foto: FotoTrimestre, lugar: str, apartado: Apartado) -> Iterator[Falta]:
    match apartado.clase:
        case "cuadro":
            yield from _de_cuadro(foto, lugar, apartado)
        case "renglones":
            yield from _de_renglones(foto, lugar, apartado)
        case _:
            relato = relato_de_apartado(foto, lugar, apartado)
            yield from _de_texto(lugar, relato.origen, relato) if relato else ()
            yield from _de_firmantes(foto, lugar, apartado)


def _de_firmantes(foto: FotoTrimestre, lugar: str, apartado: Apartado) -> Iterator[Falta]:
    """Los puestos que deben firmar y no tienen a nadie el día del informe."""
    for firmante in apartado.firmantes:
        if ocupante(foto.catalogo, firmante.puesto, foto.dia) is None:
            quien = como_se_llama(foto.catalogo, firmante.puesto)
            yield Falta(lugar, f"apartado:{apartado.clave}", f"Falta el nombre de quien firma como «{quien}»")


def _de_cuadro(foto: FotoTrimestre, lugar: str, apartado: Apartado) -> Iterator[Falta]:
    tabla = dibujar(foto.plan.cuadro[apartado.cuadro], foto)
    incompletas = [celda for celda in tabla.celdas if celda.valor and not celda.valor.completo]
    if not incompletas:
        return
    meses = sorted({mes for celda in incompletas if celda.valor for mes in celda.valor.faltan})
    que = lista([nombre_de_mes(mes) for mes in meses]) if meses else "el total"
    yield Falta(lugar, f"cuadro:{apartado.cuadro}", f"{tabla.titulo or 'Cuadro'}: falta {que}")


def _de_renglones(foto: FotoTrimestre, lugar: str, apartado: Apartado) -> Iterator[Falta]:
    relatos = parrafos_de(foto, lugar)
    if not relatos and not _lleva_cuadro(foto, lugar):
        yield Falta(lugar, f"apartado:{apartado.clave}", "No hay nada anotado")
    for relato in relatos:
        yield from _de_texto(lugar, relato.origen, relato)


def _lleva_cuadro(foto: FotoTrimestre, lugar: str) -> bool:
    """Un lugar con cuadro ya dice lo suyo: en un trimestre sin denuncias no hay qué anotar."""
    return any(apartado.clase == "cuadro" for apartado in foto.plan.lugar[lugar].apartados)


def _de_texto(lugar: str, origen: str, texto: Texto | Relato) -> Iterator[Falta]:
    if texto.faltantes:
        yield Falta(lugar, origen, f"Falta un dato en «{texto.texto[:60].strip()}»")
