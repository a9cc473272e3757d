"""Anotar de prisa: dónde va, con qué empieza y cómo se leerá lo que se va escribiendo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.relatos import Relato, forma_de, relato_de
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficios.folios import Serie, partir
from ut_escritorio.dominio.oficios.solo_al_libro import SOLO_AL_LIBRO
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.patrones import Campo, Eleccion, campos, campos_de, leer
from ut_escritorio.dominio.periodos import Trimestre, trimestre_de, trimestres_entre
from ut_escritorio.dominio.plan.arbol import Paso, Plan
from ut_escritorio.dominio.plan.enlaces import paso_en_que_llega
from ut_escritorio.dominio.plan.formas import Ficha, Forma
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.nombres import nombre_de, partes_llamadas
from ut_escritorio.dominio.trimestre.renglones import ROLES, Cita, Parte, Renglon, Rol, Sentido
from ut_escritorio.dominio.vigencia import vale

POR_ANOTAR = "por anotar"
_CUENTAS = ("cantidad", "cantidad_medio")


@congelado
class Borrador:
    """Lo que ella va escribiendo, aún sin guardar; `folios`, tal como los teclea."""

    lugar: str
    medio: str
    sentido: Sentido
    folios: str = ""
    fecha: date | None = None
    unidad: str = ""
    asunto: str = ""
    cuantos: int | None = None
    asunto_uid: str = ""


@congelado
class Comienzo:
    """Con qué empieza un renglón nuevo."""

    medio: str = ""
    sentido: Sentido = "enviado"
    forma: str = ""


def comienzo_de(foto: FotoTrimestre, donde: str) -> Comienzo:
    """Con qué empieza un renglón de ese lugar: como el último de ahí o, si no, como diga su ficha o su forma.

    Donde ninguna frase dice ni pide el medio, sin él: contaría de más. Fuera de un lugar donde se anote,
    el primer medio del plan.
    """
    plan = foto.plan
    if donde == SOLO_AL_LIBRO:
        return Comienzo(plan.medio_con_folio)
    if not plan.admite_renglones(donde):
        return Comienzo(_primer_medio(plan))
    ultimo = next(reversed(foto.renglones_de(donde)), None)
    if ultimo is not None and (ultimo.medio or ultimo.forma):
        return Comienzo(ultimo.medio, ultimo.sentido or "enviado", ultimo.forma)
    if ficha := ficha_de(plan, donde):
        return Comienzo(ficha.medio, ficha.sentido or "enviado", ficha.forma)
    formas = plan.formas_de(donde)
    if con_medios := next((forma for forma in formas if forma.medios), None):
        return Comienzo(con_medios.medios[0])
    return Comienzo(_primer_medio(plan) if any("medio" in campos_de(f.texto) for f in formas) else "")


def _primer_medio(plan: Plan) -> str:
    return plan.medios[0].clave if plan.medios else ""


def fecha_propuesta(trimestre: Trimestre, hoy: date) -> date | None:
    """Hoy, mientras sea del trimestre; fuera de él no se inventa ninguna."""
    return hoy if trimestre.primer_dia <= hoy <= trimestre.ultimo_dia else None


def trimestre_de_su_fecha(fecha: date | None, visto: Trimestre, hoy: date) -> Trimestre | None:
    """El otro al que va por su fecha, de su año o el de junto; None si es el que se ve, o si aún no llega."""
    if fecha is None or fecha > hoy:
        return None
    lejos = trimestres_entre(visto.primer_dia, fecha)
    cerca = fecha.year == visto.ejercicio or abs(lejos) == 1
    return trimestre_de(fecha) if cerca and lejos else None


def lugar_propuesto(
    foto: FotoTrimestre, antes: Iterable[Renglon], medio: str, sentido: Sentido, donde: str
) -> str:
    """A qué lugar va lo de ese medio y sentido, estando en `donde` (vacío: en ninguno en particular).

    Ahí mismo si se puede; lo que llega, en el paso en que llega lo que ahí se pide. Si no, donde más se ha
    anotado: primero en su actividad, luego en su componente, luego en todo el plan. Sin nada anotado, el
    primero que lo admita.
    """
    plan = foto.plan
    llega = paso_en_que_llega(plan, donde) if sentido == "recibido" and solo_se_envia(plan, donde) else ""
    if llega and toco(foto, llega):
        return llega
    posibles = [clave for clave in plan.cadena if admite(foto, clave, medio)]
    if donde in posibles:
        return donde
    veces = Counter(r.lugar for r in antes if (r.medio, r.sentido) == (medio, sentido))
    cerca = [*(lugar.clave for lugar in reversed(plan.cadena.get(donde, ()))), ""]
    for alrededor in cerca:
        dentro = [clave for clave in posibles if _dentro(plan, clave, alrededor)]
        usado = max(dentro, key=lambda clave: veces[clave], default="")
        if usado and veces[usado]:
            return usado
    return posibles[0] if posibles else ""


def admite(foto: FotoTrimestre, clave: str, medio: str) -> bool:
    """Si ahí se imprime lo anotado, tocó este trimestre y alguna forma suya es de ese medio."""
    se_anota = toco(foto, clave) and foto.plan.admite_renglones(clave)
    return se_anota and es_de_su_medio(foto.plan, clave, medio)


def toco(foto: FotoTrimestre, clave: str) -> bool:
    """Si de ese lugar no se dijo que no tocó este trimestre."""
    return not any(lugar.clave in foto.sin_actividad for lugar in foto.plan.cadena[clave])


def solo_se_envia(plan: Plan, clave: str) -> bool:
    """Si lo de ese lugar es siempre algo que se manda."""
    ficha = ficha_de(plan, clave)
    return ficha is not None and ficha.sentido == "enviado"


def es_de_su_medio(plan: Plan, clave: str, medio: str) -> bool:
    """Si alguna manera de decir los renglones de ese lugar es de ese medio; al libro, solo los oficios."""
    if clave == SOLO_AL_LIBRO:
        return medio == plan.medio_con_folio
    formas = plan.formas_de(clave)
    return not formas or any(not forma.medios or medio in forma.medios for forma in formas)


def _dentro(plan: Plan, clave: str, alrededor: str) -> bool:
    return not alrededor or any(lugar.clave == alrededor for lugar in plan.cadena[clave])


def unidades_ofrecidas(foto: FotoTrimestre, antes: Iterable[Renglon]) -> list[str]:
    """Los nombres con que se completa una unidad, los más usados primero: las que existen ese trimestre y lo
    que ella ha escrito en su lugar.
    """
    catalogo = foto.catalogo
    veces = Counter(nombre_de(catalogo, parte) for renglon in antes for parte in renglon.partes)
    de_hoy = vigentes_en(catalogo, foto.trimestre)
    ya_no = {unidad.nombre for unidad in catalogo.unidades} - set(de_hoy)
    todas = dict.fromkeys([*de_hoy, *(nombre for nombre in veces if nombre not in ya_no)])
    return sorted(todas, key=lambda nombre: -veces[nombre])


def vigentes_en(catalogo: Catalogo, trimestre: Trimestre) -> list[str]:
    """Los nombres de las unidades y órganos que existen algún día de las orillas del trimestre."""
    desde, hasta = trimestre.primer_dia, trimestre.ultimo_dia
    return [u.nombre for u in catalogo.unidades if vale(u, desde) or vale(u, hasta)]


def asuntos_ofrecidos(antes: Iterable[Renglon], lugar: str) -> list[str]:
    """Los asuntos ya escritos, sin repetir: primero los de ese lugar, lo último antes."""
    del_reciente = [renglon for renglon in antes if renglon.asunto][::-1]
    en_orden = sorted(del_reciente, key=lambda renglon: renglon.lugar != lugar)
    return list(dict.fromkeys(renglon.asunto for renglon in en_orden))


def ficha_de(plan: Plan, clave: str) -> Ficha | None:
    """La ficha del paso, si la lleva."""
    lugar = plan.lugar.get(clave)
    return lugar.ficha if isinstance(lugar, Paso) else None


def papel_de_la_unidad(plan: Plan, renglon: Renglon) -> Rol | None:
    """El papel de la unidad con que se trata: el de la ficha o el primero que su frase no puede callar.

    None si la frase no nombra a nadie.
    """
    ficha = ficha_de(plan, renglon.lugar)
    if ficha is not None:
        return ficha.unidad
    texto = forma_de(plan, renglon).texto
    citados = [*_obligatorios(texto), *(campo.nombre for campo in campos(texto))]
    return next((rol for campo in citados for rol in ROLES if rol == campo), None)


def cuenta_que_pide(forma: Forma) -> str:
    """La cuenta que su frase no puede callar: «cantidad» o «cantidad_medio»; vacío si ninguna."""
    return next((campo for campo in _obligatorios(forma.texto) if campo in _CUENTAS), "")


def cuantos_propuestos(plan: Plan, clave: str) -> int | None:
    """Cuántas cosas propone la ficha de un lugar."""
    ficha = ficha_de(plan, clave)
    return ficha and (ficha.cantidad if ficha.cantidad is not None else ficha.cantidad_medio)


def _obligatorios(texto: str) -> list[str]:
    """Los campos de fuera de los corchetes, en orden."""
    return [pieza.nombre for pieza in leer(texto) if isinstance(pieza, Campo | Eleccion)]


def renglon_de(foto: FotoTrimestre, borrador: Borrador, serie: Serie | None) -> Renglon:
    """El renglón que se guardaría, al final de su lugar, con los números completados por su serie."""
    plan = foto.plan
    ficha = ficha_de(plan, borrador.lugar)
    orden = 1 + max((cosa.orden for cosa in (*foto.renglones, *foto.parrafos)), default=0)
    vacio = Renglon(POR_ANOTAR, borrador.lugar, orden, medio=borrador.medio, sentido=borrador.sentido)
    if ficha is not None:
        vacio = replace(
            vacio,
            forma=_si_es_del_medio(plan, ficha, borrador),
            cantidad=ficha.cantidad,
            cantidad_medio=ficha.cantidad_medio,
        )
    rol = papel_de_la_unidad(plan, vacio)
    con_folio = borrador.medio in plan.medio and plan.medio[borrador.medio].con_folio
    numeros = partir(borrador.folios) if con_folio else []
    cuenta = cuenta_que_pide(forma_de(plan, vacio))
    return replace(
        vacio,
        citas=tuple(Cita(serie.folio(numero) if serie else numero) for numero in numeros),
        fecha=borrador.fecha,
        partes=(*_otras(ficha), *(partes_llamadas(foto.catalogo, rol, borrador.unidad) if rol else ())),
        asunto=limpio(borrador.asunto),
        asunto_uid=borrador.asunto_uid,
        **({cuenta: borrador.cuantos} if cuenta else {}),
    )


def _si_es_del_medio(plan: Plan, ficha: Ficha, borrador: Borrador) -> str:
    """La forma de la ficha, mientras el medio siga siendo de los suyos."""
    formas = {forma.clave: forma for forma in plan.formas_de(borrador.lugar)}
    medios = formas[ficha.forma].medios if ficha.forma in formas else ()
    return ficha.forma if not medios or borrador.medio in medios else ""


def _otras(ficha: Ficha | None) -> tuple[Parte, ...]:
    """Las demás unidades que la ficha trae, en el orden de los papeles."""
    if ficha is None:
        return ()
    return tuple(Parte(rol, clave) for rol in ROLES for clave in ficha.con.get(rol, ()))


def como_se_leera(foto: FotoTrimestre, renglon: Renglon) -> Relato:
    """El párrafo que lo diría, ya con los demás de su lugar."""
    numero = foto.trimestre.numero
    de_todos = {**foto.renglones_del_ejercicio, numero: (*foto.renglones, renglon)}
    return relato_de(replace(foto, renglones_del_ejercicio=de_todos), renglon)
