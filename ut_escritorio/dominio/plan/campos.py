"""Cómo se llama cada dato del informe: donde se pide, en un texto del plan y en una frase."""

from __future__ import annotations

from collections.abc import Mapping

from ut_escritorio.dominio.palabras.patrones import raices_de
from ut_escritorio.dominio.plan.formas import Forma

# Por su campo: el rótulo con que se pide o se lee, y cómo va en una frase («le falta la fecha»).
_NOMBRES: Mapping[str, tuple[str, str]] = {
    "medio": ("Medio", "el medio"),
    "folios": ("Número de oficio", "el número de oficio"),
    "asunto": ("Asunto", "el asunto"),
    "fecha": ("Fecha", "la fecha"),
    "mes": ("Mes", "el mes o la fecha"),
    "cantidad": ("Cuántas cosas", "cuántas cosas"),
    "cantidad_medio": ("Cuántos (del medio)", "cuántos fueron"),
    "personas": ("Personas", "las personas"),
    "mujeres": ("Mujeres", "las mujeres"),
    "hombres": ("Hombres", "los hombres"),
    "ni": ("N/I", "las personas no identificadas"),
    "total": ("Personas, sin saber su sexo", "cuántas personas"),
    "destinatario": ("A quién", "a quién va"),
    "emisor": ("De quién", "de quién es"),
    "origen": ("De dónde viene", "de dónde viene"),
    "beneficiario": ("Para quién", "para quién es"),
    "alcanzado": ("Valor alcanzado", "el valor alcanzado"),
    "programado": ("Valor programado", "lo programado"),
    "modificado": ("Valor modificado", "a cuánto se modificó la meta"),
    "justificacion": ("Por qué se alejó de lo programado", "por qué se alejó de lo programado"),
    "leyenda": ("Leyenda", "la leyenda"),
    "evidencia": ("Número de la evidencia", "el número de la evidencia"),
    "forma": ("Qué es", ""),
    "asuntos": ("Asunto de cada oficio", ""),
    "sentido": ("Sentido", ""),
    "junto": ("Va en el mismo párrafo que el de arriba", ""),
    "ejercicio": ("Año", ""),
    "trimestre": ("Trimestre", ""),
    "periodo": ("Meses", ""),
    "programa": ("Programa", ""),
    "programa_numero": ("Número del programa", ""),
    "fecha_informe": ("Fecha del informe", ""),
    "componente": ("Número del componente", ""),
    "actividad": ("Número de la actividad", ""),
    "paso": ("Número del paso", ""),
    "nombre": ("Nombre", ""),
    "departamento": ("Departamento", ""),
    "folio_oficio": ("Número de oficio", ""),
    "fecha_oficio": ("Fecha del oficio", ""),
    "renglones": ("Cuántos renglones", ""),
    "anexos": ("Sus anexos", ""),
}
_DE_PERSONAS = {"mujeres": "mujeres", "hombres": "hombres", "ni": "N/I", "total": "sin saber su sexo"}


def usados_por(forma: Forma) -> frozenset[str]:
    """Los datos de un renglón que esa manera de decirlo usa; las personas, por su sexo."""
    usados = raices_de(forma.texto)
    return usados | {"mujeres", "hombres", "ni"} if "personas" in usados else usados


def rotulo_de_campo(campo: str, forma: Forma | None = None) -> str:
    """Con qué rótulo se pide un dato: el que le da su forma o, sin él, el de siempre.

    Las personas se piden por su sexo; un campo que solo el plan conoce, por su clave.
    """
    propios = _etiquetas(forma)
    if campo in _DE_PERSONAS and "personas" in propios:
        return propios.get(campo) or f"{propios['personas']}: {_DE_PERSONAS[campo]}"
    return propios.get(campo) or _NOMBRES.get(campo, (campo.replace("_", " "), ""))[0]


def dicho_en_texto(campo: str) -> str:
    """Cómo se lee dentro de un texto del plan: «número de oficio»."""
    return con_minuscula(rotulo_de_campo(campo))


def con_minuscula(rotulo: str) -> str:
    """El rótulo, como va dentro de una frase; unas siglas, como están."""
    return rotulo if rotulo.isupper() else rotulo[:1].lower() + rotulo[1:]


def dicho_en_frase(campo: str, forma: Forma | None = None) -> str:
    """Cómo se dice que falta: por la etiqueta que le da su forma o, sin ella, por su nombre."""
    propio = _etiquetas(forma).get(campo, "")
    return f"«{propio}»" if propio else _NOMBRES.get(campo, ("", ""))[1] or "un dato"


def _etiquetas(forma: Forma | None) -> Mapping[str, str]:
    return {**forma.etiquetas, **{c.clave: c.etiqueta for c in forma.campos}} if forma else {}
