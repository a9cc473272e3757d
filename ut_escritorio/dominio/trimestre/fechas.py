"""Las fechas y las horas como la gente las escribe: a mano, en un oficio o en una hoja de cálculo."""

from __future__ import annotations

import re
from datetime import date

from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.periodos import MESES, trimestres_entre
from ut_escritorio.errores import ValorInvalido

PRIMER_ANIO, ULTIMO_ANIO = 1900, 2100

# Se compilan la primera vez que se usan: antes de pintar la ventana no se lee ninguna fecha escrita.
# Lo que se dice antes del día, y la medianoche con que una hoja de cálculo escribe un día sin hora.
_ANTES = (
    r"(?i)(?:(?:el )?d[ií]a |el |a )?"
    r"(?:(?:lun(?:es)?|mar(?:tes)?|mi[eé](?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|s[aá]b(?:ado)?|dom(?:ingo)?)"
    r"[.,]{0,2} )?(?=\d|primero )"
)
_MEDIANOCHE = r"(?i)(?<=\d)[ T](?:0?0:00(?::00)?|12:00(?::00)? a\. ?m\.?)$|(?<=\d)\.$"
_DIA_MES_ANIO = r"(\d{1,2})(?:\s?[/.\- ]\s?(\d{1,2})(?:\s?[/.\- ]\s?(\d{4}|\d{2}))?)?"
_ANIO_MES_DIA = r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})"
_SEGUIDA = r"(\d{2})(\d{2})(\d{4}|\d{2})"
_CON_LETRAS = (
    r"(?i)(\d{1,2})(?:º|°|\.?o\.?|ro\.?)?(?: de |[/.\- ])([a-z]+)\.?"
    r"(?:(?:,? del? (?:año )?|,? |[/.\-])(\d{4}|\d{2}))?"
)
_HORA = (
    r"(?i)(?:a )?(?:las? )?(\d{1,2})(?:[:.h](\d{2})(?::00)?)?"
    r" ?(?:(?P<mitad>[ap]) ?\.? ?m\.?|(?P<horas>hrs?\.?|h\.?|horas?)"
    r"|(?:de la|del) (?P<parte>mañana|tarde|noche|d[ií]a))?"
)

_HORAS_DE = {
    "manana": {hora: hora for hora in range(1, 12)},
    "dia": {12: 12},
    "tarde": {12: 12, **{hora: hora + 12 for hora in range(1, 9)}},
    "noche": {12: 0, **{hora: hora + 12 for hora in range(6, 12)}},
}


def leer_fecha(texto: str, cerca_de: date) -> date | None:
    """La fecha escrita; lo que se omita (mes, año) se toma de `cerca_de`. None si no es una fecha.

    Se entienden «15», «4/7», «04-07-31», «2031-07-04», «04072031», «4 de julio de 2031» y «04-jul-31»,
    también con su día de la semana.
    """
    escrita = re.sub(_MEDIANOCHE, "", re.sub(_ANTES, "", limpio(texto).replace("–", "-"), count=1))
    partes = _partes(re.sub("^primero ", "1 ", escrita, flags=re.IGNORECASE))
    if partes is None:
        return None
    dia, mes, escrito = partes
    completo = int(f"20{escrito}" if len(escrito or "") == 2 else escrito or cerca_de.year)
    if not PRIMER_ANIO <= completo <= ULTIMO_ANIO:
        return None
    try:
        return date(completo, mes or cerca_de.month, dia)
    except ValueError:
        return None


def leer_fecha_ya_pasada(texto: str, cerca_de: date, hoy: date) -> date | None:
    """Como `leer_fecha`, pero lo que se escribe sin año no se va al otro lado del año nuevo.

    Ya en enero, al cerrar el cuarto trimestre, «4/1» no es de hace un año; y en el primero, «29/12», que aún
    no llega, es del año pasado.
    """
    dia = leer_fecha(texto, cerca_de)
    for salto in (1, -1):
        suyo = leer_fecha(texto, date(cerca_de.year + salto, cerca_de.month, 1))
        if dia is None or suyo is None or dia == suyo:  # no se entiende, o trae su año
            return dia
        al_lado = trimestres_entre(cerca_de, suyo) == salto
        if al_lado and suyo <= hoy and (salto == 1 or dia > hoy):
            return suyo
    return dia


def _partes(escrita: str) -> tuple[int, int | None, str | None] | None:
    """Día, mes y año, como se hayan escrito; None en lo que se omitió, y en todo si no es una fecha."""
    if not escrita.isprintable() or any(signo.isdigit() and not signo.isascii() for signo in escrita):
        return None
    if partes := re.fullmatch(_ANIO_MES_DIA, escrita):
        return int(partes[3]), int(partes[2]), partes[1]
    if partes := re.fullmatch(_DIA_MES_ANIO, escrita) or re.fullmatch(_SEGUIDA, escrita):
        return int(partes[1]), int(partes[2]) if partes[2] else None, partes[3]
    partes = re.fullmatch(_CON_LETRAS, escrita)
    mes = _mes(partes[2]) if partes else None
    return (int(partes[1]), mes, partes[3]) if partes and mes else None


def _mes(nombre: str) -> int | None:
    """El número de un mes por su nombre o su abreviatura («abr», «sept», «set»)."""
    corto = re.sub("^set", "sep" if len(nombre) == 3 else "sept", nombre.lower())
    numeros = [n for n, mes in enumerate(MESES, 1) if len(corto) >= 3 and mes.startswith(corto)]
    return numeros[0] if len(numeros) == 1 else None


def mover_dias(dia: date, cuantos: int) -> date:
    """Ese día más o menos unos cuantos, sin salirse de los años que se usan."""
    primero, ultimo = date(PRIMER_ANIO, 1, 1).toordinal(), date(ULTIMO_ANIO, 12, 31).toordinal()
    return date.fromordinal(min(max(dia.toordinal() + cuantos, primero), ultimo))


def leer_hora(texto: str) -> str:
    """La hora escrita, de 24 horas: «10:30 hrs» y «10.30» son «10:30»; «2:30 p.m.» es «14:30».

    Vacía si no se escribió nada; ValorInvalido si no es una hora. El cero de delante queda como se escribió.
    """
    escrita = limpio(texto)
    if not escrita:
        return ""
    partes = re.fullmatch(_HORA, escrita) if all(s.isascii() or not s.isdigit() for s in escrita) else None
    # Un número solo, sin «horas» ni minutos, puede ser cualquier otra cosa.
    if partes and (partes[2] or partes["mitad"] or partes["horas"] or partes["parte"]):
        hora = _de_24(int(partes[1]), (partes["mitad"] or "").lower(), llano(partes["parte"] or ""))
        if hora is not None and int(partes[2] or 0) < 60:
            ancho = len(partes[1]) if str(hora) == partes[1].lstrip("0") or hora == 0 else 1
            return f"{hora:0{ancho}d}:{partes[2] or '00'}"
    raise ValorInvalido(f"«{escrita[:40]}» no es una hora; escriba por ejemplo 10:30.")


def _de_24(hora: int, mitad: str, parte: str) -> int | None:
    """La hora de 24 que es esa antes («a») o después («p») del mediodía, o de una parte del día.

    None si no existe.
    """
    if parte:
        return _HORAS_DE[parte].get(hora)
    if not mitad:
        return hora if hora < 24 else None
    if not 1 <= hora <= 12:
        return None
    return hora % 12 + (12 if mitad == "p" else 0)
