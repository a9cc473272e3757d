"""Lo que un plan que llega cambiaría, en palabras: qué es, dónde está, y lo que era y lo que será."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from ut_escritorio.dominio.cambios_del_plan.llegado.comparar import Cambio
from ut_escritorio.dominio.cambios_del_plan.llegado.cosas import Cosa, Cosas
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.apartados import CLASES_DE_APARTADO, que_imprime

_PARTES: Mapping[str, str] = {
    "plan": "El año",
    "programa": "El programa",
    "personas": "Persona",
    "nombramientos": "Cargo",
    "membretes": "Membrete",
    "unidades": "Área u órgano",
    "sustantivos": "Cómo se dice",
    "medios": "Medio",
    "cifras": "Número que se cuenta",
    "moldes": "Clase de cuadro",
    "estilos": "Cómo se imprimen los componentes",
    "portada": "La portada",
    "ultima": "La última página",
    "departamentos": "Departamento",
    "componentes": "Componente",
    "actividades": "Actividad",
    "pasos": "Paso",
    "concordancias": "Lo que debe cuadrar",
    "mosaicos": "En el Tablero",
    "plantillas": "Carta",
}
_PLURALES: Mapping[str, str] = {
    "personas": "las personas",
    "nombramientos": "los cargos",
    "membretes": "los membretes",
    "unidades": "las áreas y los órganos",
    "sustantivos": "cómo se dice cada cosa",
    "medios": "los medios",
    "cifras": "los números que se cuentan",
    "moldes": "las clases de cuadro",
    "estilos": "cómo se imprimen los componentes",
    "departamentos": "los departamentos",
    "componentes": "los componentes",
    "actividades": "las actividades",
    "pasos": "los pasos",
    "concordancias": "lo que debe cuadrar",
    "mosaicos": "lo que enseña el Tablero",
    "plantillas": "las cartas",
}
_DATOS: Mapping[str, str] = {
    "nombre": "nombre",
    "numero": "número",
    "corto": "nombre corto",
    "leyenda": "leyenda",
    "provisional": "provisional",
    "evidencia": "evidencia",
    "titulo": "título",
    "texto": "texto",
    "asunto": "asunto",
    "cuerpo": "cuerpo",
    "campos": "los datos que pide",
    "copias": "con copia para quién",
    "dias": "cuántos días da para contestar",
    "recuerda": "qué recuerda",
    "mensaje": "aviso",
    "rotulo": "rótulo",
    "cargo": "cargo",
    "vacante": "si está vacante",
    "persona": "quién",
    "puesto": "puesto",
    "tratamiento": "tratamiento",
    "articulo": "artículo",
    "siglas": "siglas",
    "desde": "desde",
    "hasta": "hasta",
    "departamento": "departamento",
    "programado": "lo programado",
    "propuesto": "lo programado el año anterior",
    "antes": "qué era el año anterior",
    "actividades": "sus actividades",
    "apartados": "lo que imprime",
    "al_final": "lo que imprime al final",
    "portada": "lo que imprime",
    "ultima": "lo que imprime",
    "formas": "sus frases",
    "ficha": "su botón para asuntos",
    "captura": "cómo se captura",
    "sexos": "qué sexos distingue",
    "suma_de_sexos": "si se suma de sus sexos",
    "cuenta": "qué cuenta",
    "cuenta_del_libro": "qué cuenta del libro",
    "contraste": "con qué se compara",
    "libro": "con qué papeles del libro se compara",
    "formula": "cómo se calcula",
    "porcion": "qué parte cuenta",
    "promedio": "cómo se promedia",
    "porcentaje": "cómo se calcula",
    "unidad": "qué cuenta",
    "por_dia": "cuántas veces por día",
    "singular": "singular",
    "plural": "plural",
    "genero": "género",
    "oficio": "su oficio de remisión",
    "logos": "logotipos",
    "administracion": "administración",
    "pie": "pie",
    "holgura": "del qué al qué % de su meta va bien",
    "alcance": "qué dice el % que se escribe",
    "pide_por_que": "si hay que decir por qué se alejó",
    "entrega": "a cuántos días hábiles se entrega",
    "fichas": "de qué se hace ficha",
    "anexos": "qué se hace con las evidencias",
    "clase": "de qué clase es",
    "clases": "clases de oficio",
    "serie": "cómo se numera",
    "filas": "sus renglones",
    "columnas": "sus columnas",
    "izquierda": "qué se compara",
    "izquierda_por_sexo": "si se compara por sexo",
    "estilo": "cómo se imprime",
    "centrado": "si va al centro",
    "vineta": "su viñeta",
    "valor": "cómo se dice lo alcanzado",
    "actividad": "cómo se titula cada actividad",
    "nombre_actividad": "cómo se nombra cada actividad",
    "paso": "cómo se titula cada paso",
    "repite_actividad": "si repite la actividad",
    "con_folio": "si lleva número",
    "frase": "su frase",
    "esquina": "lo que dice su esquina",
    "derecha": "con qué",
    "relacion": "cómo",
    "por": "de cuánto en cuánto",
}
_SE_LEE = (*(c for c in CLASES_DE_APARTADO if que_imprime(c) not in ("cuadro", "renglones", "firmas")),
           "nombre", "texto", "rotulo", "alternativo")  # fmt: skip
_LARGO = 160


@congelado
class Diferencia:
    """Un dato de una cosa: cómo se llama, lo que decía y lo que dirá (vacío: nada)."""

    dato: str
    antes: str
    despues: str

    def __str__(self) -> str:
        if not self.antes:
            return f"{self.dato}: {self.despues}"
        return f"{self.dato}: {self.antes} → {self.despues or 'nada'}"


def que_es(cambio: Cambio) -> str:
    """«Actividad 2.3, Capacitación», «Número que se cuenta, Denuncias»."""
    if cambio.cosa is None:
        return f"El orden de {_PLURALES.get(cambio.nombre[0], 'las cosas')}"
    return nombrada(cambio.cosa)


def nombrada(cosa: Cosa) -> str:
    """Una cosa, con su número o su nombre."""
    que, dice = _PARTES[cosa.parte], cosa.dice
    numero = f" {dice['numero']}" if cosa.parte in ("componentes", "actividades", "pasos") else ""
    de = f" de la {cosa.en}" if cosa.parte == "pasos" else ""
    nombre = dice.get("corto") or dice.get("nombre") or dice.get("rotulo") or dice.get("cargo")
    nombre = (
        nombre or dice.get("singular") or dice.get("mensaje") or ("la vacante" if "vacante" in dice else "")
    )
    return f"{que}{numero}{de}{f', {_recortado(str(nombre))}' if nombre and cosa.clave else ''}"


def donde(cosa: Cosa | None, cosas: Cosas) -> str:
    """Bajo qué se enseña: su componente, o de qué trata."""
    if cosa is None:
        return "El orden"
    if cosa.parte in ("componentes", "actividades", "pasos"):
        while cosa.en:
            madre = cosas.get(("componentes", cosa.en)) or cosas.get(("actividades", cosa.en))
            if madre is None:
                break
            cosa = madre
        return f"Componente {cosa.dice['numero']}"
    if cosa.parte in ("personas", "nombramientos", "membretes", "unidades"):
        return "La oficina"
    if cosa.parte in ("sustantivos", "medios", "cifras", "moldes", "concordancias", "mosaicos"):
        return "Lo que se cuenta"
    return "El informe entero"


def diferencias(cambio: Cambio) -> tuple[Diferencia, ...]:
    """Dato por dato, lo que cambia en lo que está en los dos."""
    if cambio.antes is None or cambio.despues is None:
        return ()
    era, sera = cambio.antes.dice, cambio.despues.dice
    if cambio.antes.parte == "programa":  # va entero en su tabla: lo que cambia son sus datos
        era, sera = era["programa"], sera["programa"]
    return tuple(_diferencias(era, sera))


def _diferencias(antes: Mapping[str, Any], despues: Mapping[str, Any]) -> Iterator[Diferencia]:
    ya: set[tuple[str, str, str]] = set()
    for llave in dict.fromkeys((*antes, *despues)):
        era, sera = antes.get(llave), despues.get(llave)
        if era == sera:
            continue
        solo_antes, solo_despues = _sin_lo_comun(era, sera)
        dicha = (_DATOS.get(llave, "otros datos"), solo_antes, solo_despues)
        if dicha not in ya:
            ya.add(dicha)
            yield Diferencia(*dicha) if solo_antes != solo_despues else Diferencia(dicha[0], "", "se acomoda")


def _sin_lo_comun(era: Any, sera: Any) -> tuple[str, str]:
    """Lo que dice cada uno y el otro no; de una lista, solo los que son distintos."""
    if isinstance(era, list) and isinstance(sera, list):
        unos, otros = cast(list[Any], era), cast(list[Any], sera)
        return _dicho([u for u in unos if u not in otros]), _dicho([o for o in otros if o not in unos])
    return _dicho(era), _dicho(sera)


def _dicho(valor: Any) -> str:
    match valor:
        case None:
            return ""
        case bool():
            return "sí" if valor else "no"
        case list():
            return _recortado(", ".join(filter(None, map(_dicho, cast(list[Any], valor)))))
        case dict():
            return _recortado(_de_tabla(cast(dict[str, Any], valor)))
        case str():
            return f"«{_recortado(' '.join(valor.split()))}»" if valor else ""
        case _:
            return str(valor)


def _de_tabla(tabla: Mapping[str, Any]) -> str:
    """Lo que de una tabla se lee en el papel; un cuadro, por su título; si nada, sus datos."""
    if "renglones" in tabla:
        return "lo anotado"
    if "firmas" in tabla:
        return "las firmas"
    if "cuadro" in tabla:
        titulo = tabla["cuadro"].get("titulo") or tabla["cuadro"].get("esquina")
        return f"un cuadro, «{titulo}»" if titulo else "un cuadro"
    leidos = [_dicho(tabla[llave]) for llave in _SE_LEE if llave in tabla]
    if leidos:
        return ": ".join(leidos)
    return ", ".join(
        f"{llave} {_dicho(suyo)}" if str(llave).isdigit() else _dicho(suyo) for llave, suyo in tabla.items()
    )


def _recortado(texto: str) -> str:
    return texto if len(texto) <= _LARGO else f"{texto[: _LARGO - 1].rstrip()}…"
