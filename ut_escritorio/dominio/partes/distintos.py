"""En qué se distinguen los dos planes y las dos oficinas: lo que no se junta se dice, en su lugar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ut_escritorio.dominio.oficina.cambios import papel_en
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficina.firmantes import ocupante
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.palabras.redaccion import con_inicial, recortado
from ut_escritorio.dominio.partes.cosa import UNIDAD, Parte
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.lugares import decir_lugar, donde
from ut_escritorio.dominio.plan.rotulado import nombres_de_cifras, rotular
from ut_escritorio.dominio.plan.textos import TextoDelPlan, textos_de
from ut_escritorio.dominio.propuestas import Reparo

_DEL_INFORME = ("portada", "ultima", "mosaicos", "concordancias")
_LETRAS = 120


def de_otra_oficina(suya: Parte, nuestra: Parte) -> str:
    """Por qué la parte no es de esta oficina; vacío si lo es."""
    if suya.plan.clave != nuestra.plan.clave:
        return f"es de otro plan de {suya.trimestre.ejercicio}, que no es el de esta oficina"
    alla, aqui = (_municipio(parte) for parte in (suya, nuestra))
    if alla and aqui and llano(alla) != llano(aqui):
        return f"es de otra oficina: sus hojas dicen «{recortado(alla, _LETRAS)}» y las de aquí «{aqui}»"
    return ""


def _municipio(parte: Parte) -> str:
    administracion = papel_en(parte.catalogo, parte.trimestre.ultimo_dia).administracion
    return administracion[0] if administracion else ""


def avisos(suya: Parte, nuestra: Parte) -> tuple[Reparo, ...]:
    """Lo que allá dice otra cosa que aquí y no se recibe: textos del plan, cuadros, números y personas."""
    return (
        *_de_textos(suya.plan, nuestra.plan),
        *_de_cuadros(suya.plan, nuestra.plan),
        *_de_numeros(suya.plan, nuestra.plan),
        *_de_personas(suya, nuestra),
        *_de_areas(suya, nuestra),
    )


def _de_textos(suyo: Plan, nuestro: Plan) -> Iterator[Reparo]:
    aqui = {texto.ruta: texto for texto in textos_de(nuestro)}
    alla = {texto.ruta: texto for texto in textos_de(suyo) if texto.ruta[0] not in _DEL_INFORME}
    for ruta, texto in alla.items():
        otro = aqui.get(ruta)
        if otro is None and texto.lugar in nuestro.lugar:
            yield Reparo(_lugar(suyo, texto), f"allá hay otro {texto.que}: «{_dicho(suyo, texto)}».", "")
        elif otro is not None and otro.texto != texto.texto:
            dichos = f"allá es «{_dicho(suyo, texto)}» y aquí «{_dicho(nuestro, otro)}»"
            yield Reparo(_lugar(suyo, texto), f"{texto.que}: {dichos}.", "")


def _lugar(plan: Plan, texto: TextoDelPlan) -> str:
    return con_inicial(donde(plan, texto.lugar)) or "El plan"


def _dicho(plan: Plan, texto: TextoDelPlan) -> str:
    dicho = rotular(texto.texto, nombres_de_cifras(plan)).texto if texto.es_patron else texto.texto
    return recortado(dicho, _LETRAS)


def _de_cuadros(suyo: Plan, nuestro: Plan) -> Iterator[Reparo]:
    for lugar in suyo.lugares():
        for apartado in lugar.apartados:
            alla, aqui = suyo.cuadro.get(apartado.cuadro), nuestro.cuadro.get(apartado.cuadro)
            if (
                alla
                and aqui
                and (alla.filas, alla.columnas, alla.pie) != (aqui.filas, aqui.columnas, aqui.pie)
            ):
                nombre = f" «{recortado(alla.titulo, _LETRAS)}»" if alla.titulo else ""
                yield Reparo(
                    decir_lugar(suyo, lugar.clave), f"el cuadro{nombre} se arma allá de otro modo.", ""
                )


def _de_numeros(suyo: Plan, nuestro: Plan) -> Iterator[Reparo]:
    for cifra in suyo.cifras:
        otra = nuestro.cifra.get(cifra.clave)
        if otra is not None and (otra.fuente, otra.unidad) != (cifra.fuente, cifra.unidad):
            yield Reparo(recortado(cifra.nombre, _LETRAS), "allá se cuenta de otro modo que aquí.", "")


def _de_personas(suya: Parte, nuestra: Parte) -> Iterator[Reparo]:
    dia = suya.trimestre.ultimo_dia
    for puesto in dict.fromkeys(n.puesto for n in suya.catalogo.nombramientos):
        alla, aqui = (_nombre(parte.catalogo, puesto, dia) for parte in (suya, nuestra))
        if alla and llano(alla) != llano(aqui):
            quien = f"«{recortado(aqui, _LETRAS)}»" if aqui else "nadie"
            yield Reparo(
                "Quién firma",
                f"allá «{recortado(alla, _LETRAS)}» y aquí {quien}. Se elige aquí, en Informe.",
                "",
            )


def _nombre(catalogo: Catalogo, puesto: str, dia: date) -> str:
    quien = ocupante(catalogo, puesto, dia)
    return f"{quien.nombre}, {quien.cargo}" if quien else ""


def _de_areas(suya: Parte, nuestra: Parte) -> Iterator[Reparo]:
    mencionadas = {n for cosa in suya.cosas if cosa.tabla != UNIDAD for n in cosa.nombra if n.tabla == UNIDAD}
    for nombra in sorted(mencionadas, key=str):
        alla, aqui = suya.nombres.get(nombra, ""), nuestra.nombres.get(nombra, "")
        if alla and aqui and llano(alla) != llano(aqui):
            yield Reparo("Un área", f"allá se llama «{recortado(alla, _LETRAS)}» y aquí «{aqui}».", "")
