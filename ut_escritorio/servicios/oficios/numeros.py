"""Tomar números: cuál sigue, tomarlo con un gesto, soltarlo, y lo que se sabe de su serie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios import escritos, numeros
from ut_escritorio.datos.filas.oficios.libro import leer_uno
from ut_escritorio.datos.filas.oficios.papeles import menciones
from ut_escritorio.dominio.oficios.folios import Serie, revisar_que_no_sea_cero, serie_de_folios
from ut_escritorio.dominio.oficios.libro import donde_esta
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.series import Ajenos, SerieDelAnio, pregunta_de_lejos
from ut_escritorio.errores import ErrorEsperado, ValorInvalido
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.captura.anotar import tomados_de


class NoSeSabe(ErrorEsperado):
    """No se sabe por cuál número va la serie, y ella no escribió cuál es."""


class NumeroUsado(ErrorEsperado):
    """Ese número ya es de otro oficio: hay que escribir otro."""


class NumeroLejano(ErrorEsperado):
    """El número está muy por encima de los demás: hay que preguntar si desde ahora se sigue de ahí."""


def serie_que_sigue(exp: Expediente, trimestre: Trimestre) -> Serie | None:
    """La serie de los oficios que se envían y el número que sigue; None si no se conoce."""
    plan, anio = exp.legajo(trimestre).guardado.plan, trimestre.ejercicio
    medio = plan.medio_con_folio
    with exp.base.lectura():
        folios = numeros.folios_del_medio(exp.base, medio, anio)
        tomados = numeros.leer_tomados(exp.base, anio)
    return serie_de_folios(folios, anio, plan.serie_de(medio), tomados)


def hay_que_preguntar(exp: Expediente, trimestre: Trimestre) -> bool:
    """Si conviene preguntar cuál fue el último número: el archivo no tiene ninguno y nunca se preguntó."""
    sin_saber = _sin_saber(exp, trimestre)
    return sin_saber is not None and not sin_saber.preguntada


def no_se_sabe(exp: Expediente, trimestre: Trimestre) -> bool:
    """Si no se sabe por cuál número va: el archivo no tiene ninguno y ella no ha dicho cuál fue el último."""
    return _sin_saber(exp, trimestre) is not None


def _sin_saber(exp: Expediente, trimestre: Trimestre) -> SerieDelAnio | None:
    """Lo que ella dijo de la serie, si con eso no se sabe por cuál va; None si se sabe."""
    with exp.base.lectura():
        if numeros.hay_algun_numero(exp.base):
            return None
    serie = serie_que_sigue(exp, trimestre)
    suya = tomados_de(exp, serie.anio).de(_prefijo(serie), serie.anio) if serie else None
    return suya if suya is not None and suya.ultimo is None else None


def el_que_sigue(exp: Expediente, trimestre: Trimestre) -> str:
    """El folio del oficio que sigue; vacío si no se conoce la serie o no se sabe por cuál va."""
    serie = None if no_se_sabe(exp, trimestre) else serie_que_sigue(exp, trimestre)
    return serie.folio(str(serie.siguiente)) if serie else ""


def revisar_que_se_sepa(exp: Expediente, trimestre: Trimestre) -> None:
    """NoSeSabe si para tomar el número que sigue falta saber por cuál va."""
    if no_se_sabe(exp, trimestre):
        raise NoSeSabe(
            f"Aquí todavía no se sabe cuál fue el último número que tomó en {trimestre.ejercicio}. "
            "Dígalo arriba de la lista de Oficios, o escriba el número que lleva."
        )


def decir_ultimo(
    exp: Expediente, trimestre: Trimestre, ultimo: int | None, *, se_lleva_aqui: bool = False
) -> Cambios:
    """Dice cuál fue el último número tomado; None: no se sabe, y no se vuelve a preguntar.

    `se_lleva_aqui`: desde el que sigue, todos se anotan en este archivo.
    """
    serie = _la_serie(exp, trimestre)
    if ultimo is not None and ultimo < 0:
        raise ValorInvalido("El último número no puede ser negativo; escriba por ejemplo 654.")

    def decir(legajo: Legajo) -> None:
        numeros.poner_ultimo(legajo.base, _prefijo(serie), serie.anio, ultimo)
        if se_lleva_aqui:
            numeros.poner_desde(legajo.base, _prefijo(serie), serie.anio, (ultimo or 0) + 1)

    return exp.hacer(trimestre, "Decir por cuál número va", decir)


Completar = Callable[[Oficio], tuple[Oficio, Callable[[], object]]]
"""De un oficio ya con número, lo que además le toca y lo demás que se hace en la misma acción."""


def _tal_cual(oficio: Oficio) -> tuple[Oficio, Callable[[], object]]:
    return oficio, lambda: None


def tomar(
    exp: Expediente,
    trimestre: Trimestre,
    uid: str,
    numero: str = "",
    *,
    sigue_de_ahi: bool | None = None,
    completar: Completar = _tal_cual,
) -> tuple[str, Cambios]:
    """Le da a un oficio el número que sigue, o el que se escribe; devuelve su folio.

    `sigue_de_ahi`: lo que ella contestó a NumeroLejano.

    Raises:
        NoSeSabe: se pide el que sigue, y no se sabe por cuál va.
        NumeroLejano: está muy por encima de los demás, y nadie le ha preguntado.
        ErrorEsperado: ya tiene número, no es de los que se envían, o ese número ya es de otro.
    """
    legajo, serie = exp.legajo(trimestre), serie_que_sigue(exp, trimestre)
    with exp.base.lectura():
        oficio = escritos.leer_por_uid(legajo, uid)
    if oficio.folio:
        raise ErrorEsperado(f"Ya tiene número: {oficio.folio}. Cancélelo si no es ese.")
    if oficio.sentido != "enviado":
        raise ErrorEsperado("El número de un oficio recibido lo pone quien lo manda; escríbalo como viene.")
    if serie is None and not numero.strip():
        raise ErrorEsperado("No se conoce la serie de sus oficios. Escriba el número entero: UT/0645/2031.")
    if not numero.strip():
        revisar_que_se_sepa(exp, trimestre)
    escrito = numero.strip() or str(serie.siguiente if serie else "")
    nuevo = replace(oficio, folio=serie.folio(escrito) if serie else escrito, propio=True)
    confirmado = _confirmado(exp, serie, nuevo, sigue_de_ahi)
    nuevo, lo_demas = completar(nuevo)

    def tomar_(dentro: Legajo) -> None:
        no_es_de_otro(dentro, nuevo)
        escritos.cambiar(dentro, nuevo)
        lo_demas()
        if confirmado and serie is not None:
            numeros.poner_ultimo(dentro.base, _prefijo(serie), serie.anio, nuevo.leido.numero)

    return nuevo.folio, exp.hacer(trimestre, f"Tomar el número {nuevo.folio}", tomar_)


def _confirmado(exp: Expediente, serie: Serie | None, oficio: Oficio, sigue_de_ahi: bool | None) -> bool:
    """Si desde ahora se sigue de ese número porque ella lo dijo; NumeroLejano si falta preguntarle."""
    numero, anio = oficio.leido.numero, oficio.leido.anio
    if serie is None or numero is None or anio is None or anio != serie.anio:
        return False
    if not tomados_de(exp, anio).de(oficio.leido.en_serie, anio).queda_lejos(numero):
        return False
    if sigue_de_ahi is None:
        raise NumeroLejano(pregunta_de_lejos(oficio.folio, serie.folio(str(serie.siguiente))))
    return sigue_de_ahi


def no_es_de_otro(legajo: Legajo, oficio: Oficio) -> None:
    """ErrorEsperado si el número de un oficio que se envía es el 0; NumeroUsado si ya lo lleva otro."""
    revisar_que_no_sea_cero((oficio.folio,))
    otro = escritos.el_de_folio(legajo, oficio.folio) if oficio.folio else None
    if otro is not None and otro.uid != oficio.uid:
        como = " y está cancelado" if otro.cancelado is not None else ""
        suyo = leer_uno(legajo.base, otro.uid)
        donde = f" ({donde_esta(suyo)})" if suyo is not None else ""
        raise NumeroUsado(
            f"{otro.folio} ya es de otro oficio{donde}{como}, y un número no se usa dos veces. "
            "Tome el que sigue."
        )


def soltar(exp: Expediente, trimestre: Trimestre, uid: str) -> Cambios:
    """Deja sin número un oficio: solo el último, que nada dice y no se ha impreso. Los demás se cancelan."""
    legajo = exp.legajo(trimestre)
    with exp.base.lectura():
        oficio = escritos.leer_por_uid(legajo, uid)
        revisar_que_se_suelte(legajo, oficio)
    nombre = f"Soltar el número {oficio.folio}"
    return exp.hacer(trimestre, nombre, lambda dentro: escritos.cambiar(dentro, replace(oficio, folio="")))


def revisar_que_se_suelte(legajo: Legajo, oficio: Oficio) -> None:
    """ErrorEsperado si su número ya no puede quedar libre, con lo que hay que hacer."""
    folio = oficio.leido
    if not oficio.folio or oficio.sentido != "enviado":
        return
    if escritos.leer_seguimiento(legajo.base, oficio.uid).impreso:
        raise ErrorEsperado(f"Ya se imprimió {oficio.folio}: cancélelo.")
    if oficio.cancelado is not None:
        raise ErrorEsperado(f"{oficio.folio} está cancelado y su número no se vuelve a usar.")
    if menciones(legajo.base, escritos.fila_de(legajo.base, oficio.uid)):
        raise ErrorEsperado(f"{oficio.folio} se dice en un informe; quítelo primero de ahí.")
    if folio.numero is not None and folio.anio is not None:
        tomados = numeros.leer_tomados(legajo.base, folio.anio).de(folio.en_serie, folio.anio)
        if max(tomados.tomados, default=0) > folio.numero:
            raise ErrorEsperado(f"Después de {oficio.folio} ya se tomaron otros: cancélelo.")


def llevar_desde(exp: Expediente, trimestre: Trimestre, desde: int | None) -> Cambios:
    """Dice desde qué número se lleva aquí la serie; None: la lleva la Unidad, y aquí se ve una parte."""
    serie = _la_serie(exp, trimestre)
    if desde is not None and desde < 1:
        raise ValorInvalido("El primer número es 1 o más.")
    nombre = "Decir desde cuál número se lleva aquí"
    return exp.hacer(
        trimestre, nombre, lambda legajo: numeros.poner_desde(legajo.base, _prefijo(serie), serie.anio, desde)
    )


def anotar_ajenos(exp: Expediente, trimestre: Trimestre, ajenos: Ajenos) -> Cambios:
    """Anota unos números que lleva otro; ErrorEsperado si aquí ya se tomó alguno."""
    serie = _la_serie(exp, trimestre)
    if not 1 <= ajenos.desde <= ajenos.hasta:
        raise ValorInvalido("Escriba del menor al mayor: por ejemplo, del 650 al 699.")
    suyos = tomados_de(exp, serie.anio).de(_prefijo(serie), serie.anio).tomados
    if tomados := [numero for numero in sorted(suyos) if ajenos.desde <= numero <= ajenos.hasta]:
        raise ErrorEsperado(f"{serie.folio(str(tomados[0]))} ya está aquí; los demás pueden ser de otro.")
    nombre = "Anotar números de otro"
    return exp.hacer(
        trimestre,
        nombre,
        lambda legajo: numeros.poner_ajenos(legajo.base, _prefijo(serie), serie.anio, ajenos),
    )


def quitar_ajenos(exp: Expediente, trimestre: Trimestre, ajenos: Ajenos) -> Cambios:
    """Deja de anotar unos números como de otro."""
    serie = _la_serie(exp, trimestre)

    def quitar(legajo: Legajo) -> None:
        numeros.quitar_ajenos(legajo.base, _prefijo(serie), serie.anio, ajenos)

    return exp.hacer(trimestre, "Quitar números de otro", quitar)


def _la_serie(exp: Expediente, trimestre: Trimestre) -> Serie:
    serie = serie_que_sigue(exp, trimestre)
    if serie is None:
        raise ErrorEsperado("No se conoce la serie de sus oficios: anote primero uno con su número entero.")
    return serie


def _prefijo(serie: Serie) -> str:
    return serie.antes.removesuffix("/")
