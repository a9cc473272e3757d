"""La comparación en palabras: lo que dice cada celda, la frase de cada cifra y lo que se copia."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from ut_escritorio.dominio.numeros.comparar import (
    Comparacion,
    Comparada,
    Contra,
    comparada,
    con_quien,
    en_el_informe,
)
from ut_escritorio.dominio.numeros.por_componente import a_la_vista, en_su_lugar
from ut_escritorio.dominio.palabras.redaccion import con_inicial, fecha_corta, lista
from ut_escritorio.dominio.periodos import MESES, Trimestre
from ut_escritorio.dominio.plan.cifras import Cifra, Numero, Razon, Valor
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

SIN_DATO, AUN_NO = "sin dato", "aún no"
SENAL = "◆"
"""Junto a un número: entonces no era del todo lo mismo, y la frase dice por qué."""


def corto(trimestre: Trimestre) -> str:
    """«2º 2031», como cabe sobre una columna."""
    return f"{trimestre.numero}º {trimestre.ejercicio}"


def valor_dicho(cifra: Cifra, valor: Valor) -> str:
    """El número, o que no hay dato: nunca un cero que nadie escribió."""
    return a_la_vista(cifra, valor) or SIN_DATO


def del_otro(cifra: Cifra, contra: Contra) -> str:
    """«22 en ene», «71», «45 sin feb», «sin dato»; con su señal si entonces era otra."""
    dicho = _con_lo_que_falta(cifra, contra.otro, _abreviados)
    if contra.meses and not contra.entero:
        dicho = f"{valor_dicho(cifra, contra.otro)} en {lista(_abreviados(contra.otros))}"
    return f"{dicho} {SENAL}" if contra.cambios else dicho


def diferencia_dicha(cifra: Cifra, contra: Contra) -> str:
    """«4 más (18 %)», «2 menos», «igual»; o por qué no se compara; vacío si del otro no hay dato."""
    cuanto = contra.diferencia
    if cuanto is not None:
        return _cuanto_mas(cifra, cuanto, contra.por_cien)
    if contra.otro.numero is None and not contra.meses:
        return ""
    if contra.otra_cosa:
        return "no se compara"
    if contra.meses:
        return "–"  # en uno de los dos no hubo entre qué repartir
    return AUN_NO if contra.por_acabar else SIN_DATO


def rotulos(comparacion: Comparacion) -> list[str]:
    """Los encabezados, cada trimestre por su nombre; el de la cifra no lleva."""
    anterior, hace_un_anio = (
        corto(otro.trimestre) for otro in (comparacion.anterior, comparacion.hace_un_anio)
    )
    este = comparacion.trimestre
    va = f"Va de {este.ejercicio}"
    return ["", corto(este), anterior, f"Contra {anterior}", hace_un_anio, f"Contra {hace_un_anio}", va]


def celdas(una: Comparada) -> tuple[str, ...]:
    """Lo que dice cada columna de una cifra, después de su nombre."""
    cifra = una.cifra
    contras = (una.anterior, una.hace_un_anio)
    return (
        _con_lo_que_falta(cifra, una.total, _abreviados),
        *(dicho for c in contras for dicho in (del_otro(cifra, c), diferencia_dicha(cifra, c))),
        _con_lo_que_falta(cifra, una.va, _del_anio),
    )


def por_que_otra(comparada: Comparada) -> str:
    """En qué no es del todo lo que entonces se contaba, con su señal; vacío si es lo mismo."""
    contras = (comparada.anterior, comparada.hace_un_anio)
    cambios = dict.fromkeys(cambio for contra in contras for cambio in contra.cambios)
    return f"{SENAL} {con_inicial('; '.join(cambios))}." if cambios else ""


def frase(comparada: Comparada, trimestre: Trimestre) -> str:
    """La comparación entera de una cifra, para leerse o para oírse."""
    contras = (comparada.anterior, comparada.hace_un_anio)
    partes = [_contra(comparada.cifra, contra, trimestre) for contra in contras]
    partes += [dicho for dicho in (por_que_otra(comparada),) if dicho]
    cifra, total, va = comparada.cifra, comparada.total, comparada.va
    este = f"{cifra.nombre}: {valor_dicho(cifra, total)} en el {trimestre}{_sin(total)}."
    lo_que_va = f"En lo que va de {trimestre.ejercicio}: {valor_dicho(cifra, va)}{_sin(va)}."
    return " ".join([este, *partes, lo_que_va])


def en_frase(foto: FotoTrimestre, clave: str, *, hace_un_anio: bool) -> str:
    """«12 más que en el anterior», «tantas como en el mismo de 2031»; vacío si no se pueden comparar.

    Solo de trimestre entero a trimestre entero, y de lo que entonces era lo mismo.
    """
    de_antes = con_quien(foto, foto.hace_un_anio)
    una = comparada(foto, en_su_lugar(foto.plan, clave), *de_antes, en_el_informe(foto))
    contra = una.hace_un_anio if hace_un_anio else una.anterior
    otro = f"el mismo de {contra.trimestre.ejercicio}" if hace_un_anio else "el anterior"
    cuanto = contra.diferencia
    if cuanto is None or not contra.entero or contra.cambios:
        return ""
    if cuanto:
        return f"{_mas_o_menos(una.cifra, cuanto)} que en {otro}"
    if isinstance(una.cifra.fuente, Razon):
        return f"igual que en {otro}"
    return f"{'tantas' if una.cifra.unidad.genero == 'f' else 'tantos'} como en {otro}"


def aviso_del_dia(hoy: date, de_fiar: date | None) -> str:
    """Lo que se avisa si hoy no puede ser hoy; vacío si sí."""
    if hoy == de_fiar:
        return ""
    dicho = f"Hoy es {fecha_corta(hoy)} según este equipo, lejos de lo que hay en el archivo"
    if de_fiar is None:
        return f"{dicho}: no se sabe qué meses ya acabaron, y no se comparan."
    return f"{dicho}: se comparan los meses ya acabados el {fecha_corta(de_fiar)}, lo último que se guardó."


def rotulos_para_copiar(este: Trimestre, anterior: Trimestre, hace_un_anio: Trimestre) -> list[str]:
    """Los encabezados de lo que se copia: los números solos, para que Excel los tome por números."""
    de_cada_uno = [
        (
            f"Meses con {otro}",
            f"{corto(este)} en ellos",
            f"{otro} en ellos",
            f"Contra {otro}",
            f"% contra {otro}",
        )
        for otro in map(corto, (anterior, hace_un_anio))
    ]
    dichos = (rotulo for suyos in de_cada_uno for rotulo in suyos)
    return ["", corto(este), *dichos, f"Va de {este.ejercicio}", "Nota"]


def para_copiar(comparada: Comparada) -> list[str]:
    """Lo que dice cada columna de lo que se copia; vacío lo que no se sabe."""
    contras = (comparada.anterior, comparada.hace_un_anio)
    cambios = dict.fromkeys(cambio for contra in contras for cambio in contra.cambios)
    va = comparada.va
    falta = [f"lo que va, sin {lista(_del_anio(va.faltan))}"] if _a_medias(va) else []
    return [
        comparada.cifra.nombre,
        _solo(comparada.total.numero),
        *(dicho for contra in contras for dicho in _copiada(contra)),
        _solo(va.numero),
        "; ".join([*cambios, *falta]),
    ]


def _copiada(contra: Contra) -> tuple[str, ...]:
    if not contra.meses:
        return "", "", _solo(contra.otro.numero), "", ""
    pares = f"{lista(_abreviados(contra.meses))} con {lista(_abreviados(contra.otros))}"
    return (
        "enteros" if contra.entero else pares,
        _solo(contra.este.numero),
        _solo(contra.otro.numero),
        _solo(contra.diferencia),
        _solo(contra.por_cien),
    )


def _solo(numero: Numero | None) -> str:
    return "" if numero is None else str(numero)


def _cuanto_mas(cifra: Cifra, cuanto: Numero, por_cien: int | None) -> str:
    if not cuanto:
        return "igual"
    dicho = _mas_o_menos(cifra, cuanto)
    if por_cien is None:
        return dicho
    return f"{dicho} ({abs(por_cien)} %)" if por_cien else f"{dicho} (menos de 1 %)"


def _mas_o_menos(cifra: Cifra, cuanto: Numero) -> str:
    """«12 más», «2 puntos menos»."""
    puntos = isinstance(cifra.fuente, Razon) and cifra.fuente.por_cien
    que = f" {'punto' if abs(cuanto) == 1 else 'puntos'}" if puntos else ""
    return f"{abs(cuanto):,}{que} {'más' if cuanto > 0 else 'menos'}"


def _a_medias(valor: Valor) -> bool:
    """Si se sabe, pero no todo."""
    return valor.numero is not None and bool(valor.faltan)


def _con_lo_que_falta(cifra: Cifra, valor: Valor, nombrados: Callable[[Iterable[int]], list[str]]) -> str:
    """«45 sin feb», «71 sin el 1º»: lo que se sabe, y qué no entra ahí."""
    dicho = valor_dicho(cifra, valor)
    return f"{dicho} sin {lista(nombrados(valor.faltan))}" if _a_medias(valor) else dicho


def _sin(valor: Valor) -> str:
    """«, sin el 1º, que no tiene dato»; vacío si no falta nada."""
    if not _a_medias(valor):
        return ""
    sin = _del_anio(valor.faltan, MESES)
    return f", sin {lista(sin)}, que no {'tiene' if len(sin) == 1 else 'tienen'} dato"


def _contra(cifra: Cifra, contra: Contra, este: Trimestre) -> str:
    de_otro_anio = f" de {contra.trimestre.ejercicio}" if contra.trimestre.ejercicio != este.ejercicio else ""
    otro = valor_dicho(cifra, contra.otro)
    if not contra.meses:
        if contra.otro.numero is None:
            return f"Del {contra.trimestre} no hay dato."
        if contra.por_acabar:
            por_que = "Aún no acaba ningún mes que se compare"
        else:
            por_que = "Ningún mes acabado tiene dato en los dos trimestres"
        return f"{por_que}; en el {contra.trimestre}, {otro}."
    if contra.entero:
        dicho = f"En el {contra.trimestre}, {otro}"
    else:
        aqui, suyos = valor_dicho(cifra, contra.este), f"{_nombres(contra.otros)}{de_otro_anio}"
        dicho = f"En {_nombres(contra.meses)}, {aqui}; en {suyos}, {otro}"
    return f"{dicho}: {diferencia_dicha(cifra, contra)}."


def _nombres(meses: Iterable[int]) -> str:
    return lista([MESES[mes - 1] for mes in meses])


_CORTOS = tuple(mes[:3] for mes in MESES)


def _abreviados(meses: Iterable[int]) -> list[str]:
    return [_CORTOS[mes - 1] for mes in meses]


def _del_anio(meses: Iterable[int], nombres: Sequence[str] = _CORTOS) -> list[str]:
    """Los meses de un año; los tres de un trimestre, por él: «el 1º»."""
    faltan = set(meses)
    dichos: list[str] = []
    for numero in (1, 2, 3, 4):
        suyos = range(3 * numero - 2, 3 * numero + 1)
        enteros = faltan.issuperset(suyos)
        dichos += [f"el {numero}º"] if enteros else [nombres[mes - 1] for mes in suyos if mes in faltan]
    return dichos
