"""Lo que un texto del plan menciona: que exista, que ahí pueda tener valor y que se diga como se pide."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ut_escritorio.datos.toml.nombres import Nombres
from ut_escritorio.datos.toml.palabras import sugerencia
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.contexto import CAMPOS, CAMPOS_GENERALES
from ut_escritorio.dominio.impreso.textos import FORMAS
from ut_escritorio.dominio.palabras import patrones
from ut_escritorio.dominio.palabras.patrones import Campo, Eleccion, cifras_citadas
from ut_escritorio.dominio.personas import SEXOS, Sexo
from ut_escritorio.dominio.plan.alcances import Cifras, falta_en
from ut_escritorio.dominio.trimestre.renglones import ROLES

_DEL_OFICIO = frozenset({"folio_oficio", "fecha_oficio"})
_DEL_LUGAR = {
    "componente": "componente", "nombre": "componente", "departamento": "componente",
    "alcanzado": "componente", "justificacion": "componente",
    "actividad": "actividad", "programado": "actividad", "paso": "paso",
}  # fmt: skip
_HONDURA = ("", "componente", "actividad", "paso")
_NUMEROS = frozenset({"numero", "cuenta", "personas", "texto", "propio"})
_VAN_CON = {
    **dict.fromkeys(("larga", "corta", "dia", "dias", "mes"), frozenset({"fecha", "propio"})),
    **dict.fromkeys(("letra", "ordinal", "ordinal_letra", "ordinal_ante_nombre"), _NUMEROS),
    **dict.fromkeys(("unidad", "medio", "uno_en_letra"), frozenset({"cuenta"})),
    **dict.fromkeys(("el", "a", "de"), frozenset({"nombre", "texto", "propio"})),
    "sexos": frozenset({"personas"}),
    "suma": _NUMEROS - {"texto"},
}


@congelado
class Donde:
    """Dónde está un texto: en qué clase de lugar y si es de una forma, con sus datos propios, o de un oficio.

    `lugar` es el más hondo donde se usa: «» (todo el informe), «componente», «actividad» o «paso».
    """

    lugar: str = ""
    oficio: bool = False
    propios: frozenset[str] | None = None


TODO_EL_INFORME = Donde()


def revisor(nombres: Nombres, cifras: Cifras, donde: Donde) -> Callable[[str], list[str]]:
    """Quien revisa los textos que están ahí."""
    return lambda texto: problemas_del_patron(texto, nombres, cifras, donde)


def problemas_del_patron(texto: str, nombres: Nombres, cifras: Cifras, donde: Donde) -> list[str]:
    """Lo que está mal en un texto con campos: cómo se escribió, qué nombra que no hay y qué no dirá nunca."""
    problemas = patrones.revisar(texto)
    if problemas:
        return problemas
    todos = [p for campo in patrones.campos(texto) for p in _del_campo(campo, nombres, cifras, donde)]
    return list(dict.fromkeys(todos))


def _del_campo(campo: Campo | Eleccion, nombres: Nombres, cifras: Cifras, donde: Donde) -> Iterator[str]:
    citadas = cifras_citadas(campo.nombre)
    for clave, sexo in citadas:
        if clave not in nombres.cifras:
            yield f"«{clave}»: esa cifra no está en el plan. {sugerencia(clave, nombres.cifras)}"
        if sexo not in ("", *SEXOS):
            yield f"«{sexo}» no es un sexo de los que se cuentan. {sugerencia(sexo, SEXOS)}"
    conocidos = CAMPOS | nombres.campos
    if not citadas and campo.nombre not in conocidos:
        yield f"«{campo.nombre}»: ese dato no existe. {sugerencia(campo.nombre, conocidos)}"
    else:
        yield from _sin_valor(campo.nombre, cifras, donde)
    maneras = FORMAS | nombres.sustantivos
    for forma in campo.formas:
        if forma not in maneras:
            yield f"«{forma}»: así no se dice ningún dato. {sugerencia(forma, maneras)}"
    yield from _mal_dicho(campo, nombres)


def _sin_valor(campo: str, cifras: Cifras, donde: Donde) -> Iterator[str]:
    """Por qué un dato nunca tendrá valor ahí."""
    por_mes = campo.endswith("@mes")
    for clave, sexo in cifras_citadas(campo):
        conocido: Sexo | None = next((s for s in SEXOS if s == sexo), None)
        falta = falta_en(cifras, clave, por_mes, conocido)
        if falta:
            yield f"{falta.que} {falta.remedio}"
    if por_mes and donde.propios is None:
        yield f"«{campo}»: aquí no hay mes. Quite «@mes», o cítelo en la forma de un renglón."
    elif not cifras_citadas(campo) and (remedio := _remedio_de_lugar(campo, donde)):
        yield f"«{campo}»: aquí nunca tiene valor. {remedio}"


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
        return "Cítelo en la forma con que se dice un renglón."
    return "" if campo in CAMPOS or campo in donde.propios else "Agréguelo a los campos de esta forma."


def _mal_dicho(campo: Campo | Eleccion, nombres: Nombres) -> Iterator[str]:
    """La forma que no va con su clase de dato: un número no se dice con `:dia`."""
    clase = _clase(campo.nombre, nombres)
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
    "nombre": "un nombre", "texto": "un texto", "propio": "un texto",
}  # fmt: skip


def _clase(campo: str, nombres: Nombres) -> str:
    if cifras_citadas(campo) or campo == "cantidad_medio":
        return "cuenta"
    if campo in ("fecha", "fecha_informe", "fecha_oficio"):
        return "fecha"
    if campo in ("ejercicio", "trimestre", "cantidad", "renglones", *SEXOS):
        return "numero"
    if campo in ROLES:
        return "nombre"
    return "personas" if campo == "personas" else "propio" if campo in nombres.campos else "texto"
