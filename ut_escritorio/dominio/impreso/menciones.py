"""Lo que un texto del plan menciona: que exista, que ahí pueda tener valor y que se diga como se pide."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.contexto import CAMPOS, CAMPOS_GENERALES
from ut_escritorio.dominio.impreso.textos import FORMAS
from ut_escritorio.dominio.palabras import patrones
from ut_escritorio.dominio.palabras.parecidas import sugerencia
from ut_escritorio.dominio.palabras.patrones import CONTRA, Campo, Eleccion, cifras_citadas
from ut_escritorio.dominio.personas import SEXOS, Sexo
from ut_escritorio.dominio.plan.alcances import Cifras, falta_en
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Estilo, Paso, Plan, PlantillaOficio
from ut_escritorio.dominio.plan.cifras import Razon
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.dominio.plan.textos import TextoDelPlan, lo_de
from ut_escritorio.dominio.trimestre.renglones import ROLES

_DEL_OFICIO = frozenset({"folio_oficio", "fecha_oficio"})
_DEL_LUGAR = {
    "componente": "componente", "nombre": "componente", "departamento": "componente",
    "alcanzado": "componente", "justificacion": "componente",
    "actividad": "actividad", "programado": "actividad", "modificado": "actividad", "paso": "paso",
}  # fmt: skip
_CLASES: Mapping[type, str] = {Componente: "componente", Actividad: "actividad", Paso: "paso"}
_HONDURA = ("", "componente", "actividad", "paso")
_NUMEROS = frozenset({"numero", "cuenta", "personas", "texto", "propio"})
_A_MEDIAS = re.compile(r"\.(?:[+@]|$)")
_VAN_CON = {
    **dict.fromkeys(("larga", "corta", "dia", "dias", "mes"), frozenset({"fecha", "propio"})),
    **dict.fromkeys(("letra", "ordinal", "ordinal_letra", "ordinal_ante_nombre"), _NUMEROS),
    **dict.fromkeys(("unidad", "medio"), frozenset({"cuenta", "razon"})),
    "uno_en_letra": frozenset({"cuenta"}),
    **dict.fromkeys(("el", "a", "de"), frozenset({"nombre", "texto", "propio"})),
    "sexos": frozenset({"personas"}),
    "suma": _NUMEROS - {"texto"},
}


@congelado
class Conocidos:
    """Lo que los textos de un plan pueden nombrar: cifras, datos propios de sus formas y sustantivos.

    `sanas`: las cifras de las que se sabe qué pueden decir.
    """

    cifras: frozenset[str]
    campos: frozenset[str]
    sustantivos: frozenset[str]
    sanas: Cifras


def conocidos_de(plan: Plan) -> Conocidos:
    """Lo que se puede nombrar en un plan ya leído."""
    formas = [forma for lugar in plan.lugares() for forma in lugar.formas]
    campos = frozenset(campo.clave for forma in formas for campo in forma.campos)
    return Conocidos(
        frozenset(cifra.clave for cifra in plan.cifras), campos, frozenset(plan.sustantivos), plan.cifra
    )


@congelado
class Donde:
    """Dónde está un texto: en qué clase de lugar y si es de una forma, con sus datos propios, de un oficio o
    del resumen.

    `lugar` es el más hondo donde se usa: «» (todo el informe), «componente», «actividad» o «paso».
    """

    lugar: str = ""
    oficio: bool = False
    propios: frozenset[str] | None = None
    resumen: bool = False


TODO_EL_INFORME, DEL_RESUMEN = Donde(), Donde(resumen=True)


def donde_esta(plan: Plan, texto: TextoDelPlan) -> Donde:
    """Dónde está un texto de un plan ya leído."""
    de_quien, llave = lo_de(plan, texto.ruta), texto.ruta[-1]
    match de_quien:
        case Forma():
            return Donde("paso", propios=frozenset(campo.clave for campo in de_quien.campos))
        case Estilo():
            return Donde("paso" if llave == "paso" else "actividad")
        case PlantillaOficio():
            return Donde(oficio=True)
        case Apartado(clase="del_resumen"):
            return DEL_RESUMEN
        case _ if texto.ruta[0] == "departamentos":
            return Donde("componente")
        case _:
            return Donde(_CLASES[type(plan.lugar[texto.lugar])] if texto.lugar else "")


def revisor(conocidos: Conocidos, donde: Donde) -> Callable[[str], list[str]]:
    """Quien revisa los textos que están ahí."""
    return lambda texto: problemas_del_patron(texto, conocidos, donde)


def problemas_del_patron(texto: str, conocidos: Conocidos, donde: Donde) -> list[str]:
    """Lo que está mal en un texto con campos: cómo se escribió, qué nombra que no hay y qué no dirá nunca."""
    problemas = patrones.revisar(texto)
    if problemas:
        return problemas
    todos = [p for campo in patrones.campos(texto) for p in _del_campo(campo, conocidos, donde)]
    return list(dict.fromkeys(todos))


def _del_campo(campo: Campo | Eleccion, conocidos: Conocidos, donde: Donde) -> Iterator[str]:
    citadas = cifras_citadas(campo.nombre)
    for clave, sexo in citadas:
        if clave and clave not in conocidos.cifras:
            yield f"«{clave}»: ese número no está en el plan. {sugerencia(clave, conocidos.cifras)}"
        if not clave or _A_MEDIAS.search(campo.nombre):
            yield f"«{campo.nombre}» quedó a medias. Complételo, o quite el punto o el signo + que sobra."
            return
        if sexo not in ("", *SEXOS):
            yield f"«{sexo}» no es un sexo de los que se cuentan. {sugerencia(sexo, SEXOS)}"
    datos = CAMPOS | conocidos.campos
    if not citadas and campo.nombre not in datos:
        yield f"«{campo.nombre}»: ese dato no existe. {sugerencia(campo.nombre, datos)}"
    else:
        yield from _sin_valor(campo.nombre, conocidos, donde)
    maneras = FORMAS | conocidos.sustantivos
    for forma in campo.formas:
        if forma not in maneras:
            yield f"«{forma}»: así no se dice ningún dato. {sugerencia(forma, maneras)}"
    yield from _mal_dicho(campo, conocidos)


def _sin_valor(campo: str, conocidos: Conocidos, donde: Donde) -> Iterator[str]:
    """Por qué un dato nunca tendrá valor ahí."""
    if campo.startswith(CONTRA):
        yield from _sin_comparar(campo, donde)
        return
    por_mes = campo.endswith("@mes")
    for clave, sexo in cifras_citadas(campo):
        conocido: Sexo | None = next((s for s in SEXOS if s == sexo), None)
        falta = falta_en(conocidos.sanas, clave, por_mes, conocido)
        if falta:
            yield f"{falta.que} {falta.remedio}"
    if por_mes and donde.propios is None:
        yield f"«{campo}»: aquí no hay mes. Quite «@mes», o póngalo en una frase de lo que se anota."
    elif not cifras_citadas(campo) and (remedio := _remedio_de_lugar(campo, donde)):
        yield f"«{campo}»: aquí nunca tiene valor. {remedio}"


def _sin_comparar(campo: str, donde: Donde) -> Iterator[str]:
    """Contra otro trimestre se dice una cifra entera, y solo en el resumen se sabe lo de un año antes."""
    if "+" in campo or "@" in campo or campo.count(".") > 1:
        yield f"«{campo}»: aquí va el número entero. Escriba {{{'.'.join(campo.split('.')[:2])}}}."
    elif not donde.resumen:
        yield f"«{campo}»: aquí nunca tiene valor. Cítelo en el resumen."


def _remedio_de_lugar(campo: str, donde: Donde) -> str:
    """Dónde sí tiene valor un dato que ahí no lo tiene; vacío si lo tiene."""
    if campo in _DEL_OFICIO:
        return "" if donde.oficio else "Es del oficio de un departamento."
    if campo in _DEL_LUGAR:
        suyo = _DEL_LUGAR[campo]
        if _HONDURA.index(donde.lugar) >= _HONDURA.index(suyo) or (donde.oficio and campo == "departamento"):
            return ""
        return f"Cítelo en un texto de {'un' if suyo != 'actividad' else 'una'} {suyo}."
    if campo in CAMPOS_GENERALES:
        return ""
    if donde.propios is None:
        return "Póngalo en una frase de lo que se anota."
    return "" if campo in CAMPOS or campo in donde.propios else "Agréguelo a los datos que pide esta frase."


def _mal_dicho(campo: Campo | Eleccion, conocidos: Conocidos) -> Iterator[str]:
    """La forma que no va con su clase de dato: un número no se dice con `:dia`."""
    clase = clase_de_dato(campo.nombre, conocidos)
    for forma in campo.formas:
        van = _VAN_CON.get(forma)
        if van and clase not in van:
            que_es = f"«{campo.nombre}», que es {_EN_PALABRAS[clase]}"
            yield f"«:{forma}» no va con {que_es}. Quítela o cite otro dato."
        if forma == "cuantos":
            clase = "numero"
        elif forma not in ("unicos", "suma"):
            return  # ya es un texto: lo que siga solo lo viste


_EN_PALABRAS = {
    "fecha": "una fecha", "numero": "un número", "cuenta": "un número", "personas": "de personas",
    "razon": "un promedio o un porcentaje", "nombre": "un nombre", "texto": "un texto", "propio": "un texto",
}  # fmt: skip


def clase_de_dato(campo: str, conocidos: Conocidos) -> str:
    """De qué clase es un dato: de ella dependen las maneras de decirlo."""
    if citadas := cifras_citadas(campo):
        suyas = (conocidos.sanas[clave].fuente for clave, _ in citadas if clave in conocidos.sanas)
        if campo.startswith(CONTRA):
            return "texto"
        return "razon" if any(isinstance(fuente, Razon) for fuente in suyas) else "cuenta"
    if campo == "cantidad_medio":
        return "cuenta"
    if campo in ("fecha", "fecha_informe", "fecha_oficio"):
        return "fecha"
    if campo in ("ejercicio", "trimestre", "cantidad", "renglones", *SEXOS):
        return "numero"
    if campo in ROLES:
        return "nombre"
    return "personas" if campo == "personas" else "propio" if campo in conocidos.campos else "texto"
