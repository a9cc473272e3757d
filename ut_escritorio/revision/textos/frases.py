"""Las frases a las que se les quedó algo: palabras colgando, comillas abiertas, restos de otro trimestre."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from ut_escritorio.dominio.impreso.entradas import Impreso
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import INFORME, Origen
from ut_escritorio.dominio.palabras.redaccion import en_letra, ordinal_ante_nombre, ordinal_en_letra, unas
from ut_escritorio.dominio.periodos import MESES, Trimestre
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.lugares import donde_estan
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura, sitio_de
from ut_escritorio.revision.una_vez import una_vez_por_plan

_NUMEROS = {en_letra(n).split()[0] for n in (*range(100), *range(100, 1000, 100), 101, 1000)} | {"un", "una"}
_COLGANTE = re.compile(
    # Una palabra que pide otra y se topa con un signo. Ni «a» («inciso a,») ni «y» («y, en su caso,»).
    # Cada opción empieza por un signo fijo: así se busca mucho más aprisa que por letras.
    r" (?:de|del|al|con|en|sin|para|por|el|la|los|las|un|una|unos|unas|su|sus)\s*(?:[,.;)]|$)"
    r"| (?:un|el)\s+total\s*[,.;]"
    rf"| (?:un|el)\s+total\s+de\s+(?!\d|_|(?:{'|'.join(sorted(_NUMEROS))})\b)\w+"
    r"| oficios?\s+números?\s*[,.;]"
    r"|,\s*[,.;]|\(\s*\)|«\s*»|\"\""
)
_ANTES, _DESPUES = 32, 24
_TEXTOS = 4096  # entre una revisión y otra casi todos los textos son los mismos


def colgantes(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las frases sin terminar: «actualizar el módulo de.», «un total de ,»."""
    hallados = [(e, m) for e in lectura.escritos for m in _colgantes_de(e.relato.texto)]
    if hallados:
        dichos = [f"«{_alrededor(escrito.relato.texto, m)}»" for escrito, m in hallados]
        yield hallazgo(
            "frase_colgante",
            "corregir",
            f"{_cuantas(len(hallados))} sin terminar: {unas(dichos)}"
            f"{donde_estan(lectura.plan, (escrito.lugar for escrito, _ in hallados))}.",
            [
                (_sitio(lectura, escrito, m), f"{_cuantas(1)} sin terminar: {dicho}.")
                for (escrito, m), dicho in zip(hallados, dichos, strict=True)
            ],
            [(escrito.relato.origen, m[0], escrito.relato.texto) for escrito, m in hallados],
        )


@lru_cache(maxsize=_TEXTOS)
def _colgantes_de(texto: str) -> tuple[re.Match[str], ...]:
    return tuple(_COLGANTE.finditer(texto.replace("\n", " ")))


def _cuantas(numero: int) -> str:
    return "Una frase quedó" if numero == 1 else f"{numero} frases quedaron"


def _alrededor(texto: str, hallado: re.Match[str]) -> str:
    """El trozo de frase en que está lo hallado, sin partir palabras."""
    antes, despues = hallado.start() - _ANTES, hallado.end() + _DESPUES
    desde = texto.find(" ", antes) + 1 if antes > 0 else 0
    hasta = texto.rfind(" ", hallado.end(), despues) if despues < len(texto) else len(texto)
    hasta = max(hasta, hallado.end())
    return f"{'…' if desde else ''}{texto[desde:hasta].strip()}{'…' if hasta < len(texto) else ''}"


def _sitio(lectura: Lectura, escrito: Impreso, hallado: re.Match[str]) -> Sitio:
    """El dato del renglón que termina en la palabra colgante; si no es de un renglón, el texto."""
    palabra = re.findall(r"\w*", hallado[0].strip())[0]
    for renglon in lectura.renglones:
        if renglon.uid in escrito.relato.uids and not escrito.relato.a_mano:
            for campo, texto in (("asunto", renglon.asunto), *renglon.campos.items()):
                if texto.split()[-1:] == [palabra]:
                    return sitio_de(renglon, campo)
    return Sitio(escrito.lugar, escrito.relato.origen, campo="texto")


def comillas_abiertas(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los textos con comillas que se abren y no se cierran."""
    abiertos = [escrito for escrito in lectura.escritos if _sin_cerrar(escrito.relato.texto)]
    if abiertos:
        yield hallazgo(
            "comillas_abiertas",
            "revisar",
            f"Hay comillas sin cerrar{donde_estan(lectura.plan, (e.lugar for e in abiertos))}.",
            [
                (Sitio(escrito.lugar, escrito.relato.origen, campo="texto"), "Hay comillas sin cerrar.")
                for escrito in abiertos
            ],
            [escrito.relato.texto for escrito in abiertos],
        )


@lru_cache(maxsize=_TEXTOS)
def _sin_cerrar(texto: str) -> bool:
    return (
        texto.count('"') % 2 == 1
        or texto.count("“") != texto.count("”")
        or texto.count("«") != texto.count("»")
    )


def restos_de_antes(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los textos que todavía dicen un mes, el número o el año del trimestre pasado."""
    hallados = [
        *_hallados(_suyos(lectura), _restos(lectura.trimestre, del_plan=False)),
        *_restos_del_plan(lectura),
    ]
    if hallados:
        dichos = dict.fromkeys(f"«{resto}»" for _, resto in hallados)
        yield hallazgo(
            "resto_de_antes",
            "revisar",
            f"Todavía se lee {unas(list(dichos))}, de antes del {lectura.trimestre}"
            f"{donde_estan(lectura.plan, (sitio.lugar for sitio, _ in hallados))}.",
            [
                (sitio, f"Todavía se lee «{resto}», de antes del {lectura.trimestre}.")
                for sitio, resto in hallados
            ],
            [(sitio.origen, resto) for sitio, resto in hallados],
        )


Dicho = tuple[str, Origen, str, str]  # el lugar, el origen, el campo y lo que dice


def _hallados(textos: Iterable[Dicho], resto_en: Callable[[str], str]) -> list[tuple[Sitio, str]]:
    """Dónde queda algo de eso y qué."""
    hallados = ((lugar, origen, campo, resto_en(texto)) for lugar, origen, campo, texto in textos)
    return [
        (Sitio(lugar, origen, campo=campo), hallado) for lugar, origen, campo, hallado in hallados if hallado
    ]


@lru_cache(maxsize=16)
def _restos(trimestre: Trimestre, *, del_plan: bool) -> Callable[[str], str]:
    """Busca en un texto lo que delata al trimestre anterior; da lo primero que halla, o nada.

    En lo que ella escribe, el año solo si el anterior era de otro.
    """
    anterior = trimestre.anterior
    n, meses = anterior.numero, [MESES[mes - 1] for mes in anterior.meses]
    ordinal = rf"(?:{ordinal_ante_nombre(n)}|{ordinal_en_letra(n)}|{n}\s?[ºo]|{n}er\.?)"
    otro_anio = del_plan or anterior.ejercicio < trimestre.ejercicio
    anio = [str(trimestre.ejercicio - 1)] if otro_anio else []
    restos = [rf"{dicho}\b" for dicho in (*meses, *anio)]
    restos.append(rf"{ordinal}\s+(?:informe\s+|reporte\s+)?trimestr\w+")
    patron, senas = re.compile(rf"\b(?:{'|'.join(restos)})"), (*meses, *anio, "trimestr")

    @lru_cache(maxsize=_TEXTOS)
    def resto_en(texto: str) -> str:
        bajo = texto.lower()
        hallado = patron.search(bajo) if any(sena in bajo for sena in senas) else None
        return hallado[0] if hallado else ""

    return resto_en


def _suyos(lectura: Lectura) -> Iterator[Dicho]:
    """Lo que ella escribió: los datos de sus renglones, sus párrafos y sus textos a mano."""
    for renglon in lectura.renglones:
        yield from _de_renglon(lectura, renglon)
    for parrafo in lectura.foto.parrafos:
        if parrafo.lugar in lectura.lugares:
            yield parrafo.lugar, Origen("parrafo", parrafo.uid), "texto", parrafo.texto
    lugar_de = {escrito.relato.origen: escrito.lugar for escrito in lectura.escritos}
    for escrito, a_mano in lectura.foto.a_mano.items():
        origen = Origen.leido(escrito)
        yield lugar_de.get(origen, ""), origen, "texto", a_mano.texto


def _de_renglon(lectura: Lectura, renglon: Renglon) -> Iterator[Dicho]:
    lugar, origen = renglon.lugar, Origen("renglon", renglon.uid)
    yield lugar, origen, "asunto", renglon.asunto
    for cita in renglon.citas:
        yield lugar, origen, "folios", cita.asunto
    for campo in lectura.formas[renglon.uid].campos:
        if campo.clase == "texto":
            yield lugar, origen, campo.clave, renglon.campos.get(campo.clave, "")


@una_vez_por_plan
def _restos_del_plan(lectura: Lectura) -> list[tuple[Sitio, str]]:
    return _hallados(_del_plan(lectura), _restos(lectura.trimestre, del_plan=True))


def _del_plan(lectura: Lectura) -> Iterator[Dicho]:
    """Los textos del plan, tal como están escritos."""
    plan = lectura.plan
    yield "", INFORME, "leyenda", plan.leyenda
    for depto in plan.departamentos:
        if depto.oficio:
            oficio = depto.oficio
            partes = (*oficio.datos, *oficio.cuerpo, *oficio.despedida, *oficio.copias)
            yield "", Origen("oficio", depto.clave), "texto", "\n".join(partes)
    for lugar, apartado in lectura.apartados:
        if apartado.texto:
            yield lugar, _origen(apartado), "texto", apartado.texto
    for clave in lectura.lugares:
        for forma in plan.lugar[clave].formas:
            yield clave, Origen("lugar", clave), forma.clave, forma.texto


def _origen(apartado: Apartado) -> Origen:
    es_cuadro = apartado.clase == "cuadro"
    return Origen("cuadro", apartado.cuadro) if es_cuadro else Origen("apartado", apartado.clave)
