"""Qué cambió desde que se firmó: número por número y texto por texto, en palabras."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.evaluacion import se_captura, valor_en_casilla
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.tabla import de_otros_trimestres, nombre_de_casilla
from ut_escritorio.dominio.numeros.vista import sitio_de_casilla
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Capturada, Numero
from ut_escritorio.dominio.plan.lugares import de_donde
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.dominio.trimestre.evidencias import Evidencia
from ut_escritorio.dominio.trimestre.firmados import CifrasFirmadas, NumeroFirmado
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.documento import (
    Documento,
    Figuras,
    Firmas,
    Grafica,
    Indice,
    Membrete,
    Parrafo,
    Tabla,
    Titulo,
)


@congelado
class Diferencia:
    """Algo que ya no es como se firmó: qué, cómo decía, cómo dice ahora y dónde se ve.

    `antes` o `ahora` vacíos: no lo había, o ya no lo hay. `arrastra`: los números que cambian por él.
    `del_programa`: los datos son los mismos, y es esta versión del programa la que lo dice de otro modo.
    """

    que: str
    antes: str
    ahora: str
    sitio: Sitio
    arrastra: tuple[str, ...] = ()
    del_programa: bool = False

    def __str__(self) -> str:
        if not self.antes:
            frase = f"{self.que}: no estaba y ahora dice «{self.ahora}»."
        elif not self.ahora:
            frase = f"{self.que}: decía «{self.antes}» y ya no está."
        else:
            frase = f"{self.que}: decía «{self.antes}» y ahora dice «{self.ahora}»."
        return f"{frase} Por eso cambia {'; '.join(self.arrastra)}." if self.arrastra else frase


# Los números


def cifras_de(foto: FotoTrimestre) -> CifrasFirmadas:
    """Todos los números del trimestre, como se guardan al firmar."""
    escritos = foto.conteos.propios
    numeros = tuple(
        NumeroFirmado(casilla, valor_en_casilla(foto, casilla).numero, casilla in escritos and de_este)
        for casilla in _casillas(foto)
        for de_este in (casilla.trimestre == foto.trimestre.numero,)
    )
    revisados = (
        Casilla(cifra, foto.trimestre.numero, mes)
        for cifra, mes in sorted(foto.conteos.capturados)
        if mes in foto.trimestre.meses
    )
    return CifrasFirmadas(numeros, tuple(revisados))


def _casillas(foto: FotoTrimestre) -> Iterator[Casilla]:
    """Cada número que el plan conoce: el del trimestre y los de sus meses, por sexo donde se captura; y los
    de otros que sus cuadros enseñan.
    """  # fmt: skip
    for cifra in foto.plan.con_cruces:
        sexos = cifra.fuente.sexos if isinstance(cifra.fuente, Capturada) else ()
        for mes in (None, *foto.trimestre.meses):
            for sexo in (None, *sexos):
                yield Casilla(cifra.clave, foto.trimestre.numero, mes, sexo)
    yield from dict.fromkeys(c for cuadro in foto.plan.cuadros for c in de_otros_trimestres(cuadro, foto))


def diferencias(
    firmado: Documento, cifras: CifrasFirmadas, foto: FotoTrimestre, entonces: FotoTrimestre | None = None
) -> tuple[Diferencia, ...]:
    """Lo que cambió de lo firmado a la foto.

    De un número escrito a mano se dice el cambio una vez, con los totales que arrastra; los textos
    que solo repiten ese número no se cuentan aparte. El mes que se cuenta de sus días, como escrito.
    `entonces`: la foto de lo que se firmó; lo que sale igual de ella y de la de hoy, y no es como se
    firmó, lo cambió el programa. Sin ella todo cuenta como cambiado.
    """
    foto = _sin_dias(foto)
    ahora = cifras_de(foto)
    como_se_firmo = replace(foto, conteos=_conteos(foto, cifras))
    calculadas, textos = cifras_de(como_se_firmo), textos_de(armar(como_se_firmo))
    antes_hoy = None if entonces is None else _sin_dias(entonces)
    return (
        *_de_escritos(cifras, ahora, foto),
        *_de_revisados(cifras, ahora, foto),
        *_de_calculados(cifras, calculadas, foto, antes_hoy and cifras_de(antes_hoy)),
        *de_textos(textos_de(firmado), textos, foto, antes_hoy and textos_de(armar(antes_hoy))),
    )


def _sin_dias(foto: FotoTrimestre) -> FotoTrimestre:
    """La foto con el mes que se cuenta de sus días como si se hubiera escrito."""
    return replace(foto, conteos=Conteos(foto.conteos.propios, foto.conteos.capturados))


def _conteos(foto: FotoTrimestre, cifras: CifrasFirmadas) -> Conteos:
    """Los conteos de la foto, con los del trimestre como se firmaron."""
    de_otros = {c: v for c, v in foto.conteos.valores.items() if c.trimestre != foto.trimestre.numero}
    firmados = {n.casilla: n.valor for n in cifras.numeros if n.escrito and isinstance(n.valor, int)}
    capturados = {(c, mes) for c, mes in foto.conteos.capturados if mes not in foto.trimestre.meses}
    capturados |= {(c.cifra, c.mes) for c in cifras.revisados if c.mes is not None}
    return Conteos({**de_otros, **firmados}, frozenset(capturados))


def _de_escritos(antes: CifrasFirmadas, ahora: CifrasFirmadas, foto: FotoTrimestre) -> Iterator[Diferencia]:
    """Los números escritos a mano que cambiaron, cada uno con los totales que arrastra."""
    viejos, nuevos = _por_casilla(antes), _por_casilla(ahora)
    for casilla in dict.fromkeys((*viejos, *nuevos)):
        viejo, nuevo = _escrito(viejos.get(casilla)), _escrito(nuevos.get(casilla))
        if viejo != nuevo:
            sin_el = replace(foto, conteos=foto.conteos.con([(casilla, viejo)]))
            arrastra = tuple(_arrastrados(cifras_de(sin_el), nuevos, casilla, foto))
            yield Diferencia(
                nombre_de_casilla(foto.plan, casilla),
                _dicho(viejo),
                _dicho(nuevo),
                sitio_de_casilla(foto.plan, casilla),
                arrastra,
            )


def _por_casilla(cifras: CifrasFirmadas) -> Mapping[Casilla, NumeroFirmado]:
    return {numero.casilla: numero for numero in cifras.numeros}


def _escrito(numero: NumeroFirmado | None) -> int | None:
    return numero.valor if numero and numero.escrito and isinstance(numero.valor, int) else None


def _dicho(valor: Numero | None) -> str:
    return "vacío" if valor is None else str(valor)


def _arrastrados(
    antes: CifrasFirmadas, ahora: Mapping[Casilla, NumeroFirmado], causa: Casilla, foto: FotoTrimestre
) -> Iterator[str]:
    for viejo in antes.numeros:
        nuevo = ahora[viejo.casilla]
        if viejo.casilla != causa and viejo.valor != nuevo.valor:
            cambio = f"de {_dicho(viejo.valor)} a {_dicho(nuevo.valor)}"
            yield f"{nombre_de_casilla(foto.plan, viejo.casilla, foto.trimestre)}, {cambio}"


def _de_revisados(antes: CifrasFirmadas, ahora: CifrasFirmadas, foto: FotoTrimestre) -> Iterator[Diferencia]:
    """Los meses que se dieron por revisados, o dejaron de estarlo."""
    for casilla in sorted({*antes.revisados} ^ {*ahora.revisados}, key=repr):
        dichos = [("revisado" if casilla in cifras.revisados else "sin revisar") for cifras in (antes, ahora)]
        sitio = sitio_de_casilla(foto.plan, casilla)
        yield Diferencia(nombre_de_casilla(foto.plan, casilla), dichos[0], dichos[1], sitio)


def _de_calculados(
    antes: CifrasFirmadas, ahora: CifrasFirmadas, foto: FotoTrimestre, entonces: CifrasFirmadas | None
) -> Iterator[Diferencia]:
    """Lo contado y lo calculado que cambió por los renglones o por el plan; un total dice por sus meses."""
    viejos = _por_casilla(antes)
    de_hoy = _por_casilla(entonces) if entonces else dict[Casilla, NumeroFirmado]()
    for nuevo in ahora.numeros:
        viejo, casilla = viejos.get(nuevo.casilla), nuevo.casilla
        cifra = foto.plan.cifra[casilla.cifra]
        if casilla.mes is not None or viejo is None or viejo.valor == nuevo.valor:
            continue
        de_otro = casilla.trimestre != foto.trimestre.numero
        if de_otro or not se_captura(cifra, casilla.mes, casilla.sexo):
            sitio = sitio_de_casilla(foto.plan, casilla)
            nombre = nombre_de_casilla(foto.plan, casilla, foto.trimestre)
            programa = casilla in de_hoy and de_hoy[casilla].valor == nuevo.valor
            yield Diferencia(nombre, _dicho(viejo.valor), _dicho(nuevo.valor), sitio, del_programa=programa)


# Los textos


Llave = tuple[Origen, int]
Textos = Mapping[Llave, str]


def de_textos(
    viejos: Textos, nuevos: Textos, foto: FotoTrimestre, entonces: Textos | None
) -> Iterator[Diferencia]:
    """Los textos que no son iguales; `entonces`, lo que hoy se diría con los datos de antes."""
    lugares = {Origen("renglon", renglon.uid): renglon.lugar for renglon in foto.renglones}
    lugares |= {Origen("parrafo", parrafo.uid): parrafo.lugar for parrafo in foto.parrafos}
    lugares |= {
        Origen("evidencia", cada.uid): anexo.lugar for anexo in foto.anexos.todos for cada in anexo.evidencias
    }
    for llave in dict.fromkeys((*nuevos, *viejos)):
        viejo, nuevo = viejos.get(llave, ""), nuevos.get(llave, "")
        if viejo != nuevo:
            origen = llave[0]
            lugar = lugares.get(origen, origen.lugar)
            programa = entonces is not None and entonces.get(llave, "") == nuevo
            que = _que_es(foto.plan, origen, lugar)
            yield Diferencia(que, viejo, nuevo, Sitio(lugar, origen), del_programa=programa)


def de_adjuntas(unas: Iterable[tuple[Origen, Evidencia]], foto: FotoTrimestre) -> Iterator[Diferencia]:
    """Cada evidencia que no estaba, con el renglón o el lugar de que es."""
    lugares = {Origen("renglon", renglon.uid): renglon.lugar for renglon in foto.renglones}
    for dueno, cada in unas:
        lugar = lugares.get(dueno, dueno.lugar)
        que = _que_es(foto.plan, Origen("evidencia", cada.uid), lugar)
        yield Diferencia(que, "", cada.dicha, Sitio(lugar, dueno))


def textos_de(documento: Documento) -> Textos:
    """Lo que dice cada bloque, por su origen y su posición entre los de ese origen."""
    return dict(_textos(documento))


def _textos(documento: Documento) -> Iterator[tuple[Llave, str]]:
    vistos: dict[Origen, int] = {}
    for origen, texto in _bloques(documento):
        vistos[origen] = vistos.get(origen, 0) + 1
        yield (origen, vistos[origen]), texto


def _bloques(documento: Documento) -> Iterator[tuple[Origen, str]]:
    secciones = (*documento.secciones, *documento.anexos)
    membretes = dict.fromkeys(seccion.membrete for seccion in secciones)
    yield from ((Origen("membrete"), _del_membrete(membrete)) for membrete in membretes)
    for seccion in secciones:
        for bloque in seccion.bloques:
            if isinstance(bloque, Indice):  # dice los títulos de las partes, que ya se comparan donde van
                continue
            if isinstance(bloque, Figuras):
                yield from ((cada.origen, cada.pie or cada.alternativo) for cada in bloque.figuras)
                continue
            yield bloque.origen or seccion.origen, _de_bloque(bloque)


def _de_bloque(bloque: Titulo | Parrafo | Tabla | Firmas | Grafica) -> str:
    """Lo que un bloque dice; de un cuadro, solo sus rótulos: sus números se comparan aparte."""
    match bloque:
        case Tabla() if bloque.origen.clase != "cuadro":  # una relación o una ficha: todo es texto
            return "\n".join(_unidos(celda.texto for celda in fila) for fila in bloque.filas)
        case Tabla():
            celdas = (celda for fila in bloque.filas for celda in fila)
            return _unidos(c.texto for c in celdas if c.papel in ("titulo", "columna", "fila"))
        case Firmas():
            firmas = (f"{f.rotulo} {f.nombre}, {f.cargo}".strip() for f in bloque.firmas)
            return _unidos((*bloque.antes, *firmas))
        case Titulo() | Parrafo():
            return bloque.texto
        case Grafica():
            return bloque.dicha
        case _:
            assert_never(bloque)


def _del_membrete(membrete: Membrete) -> str:
    logos = (logo.alternativo for logo in membrete.logos)
    return _unidos((membrete.leyenda, *membrete.administracion, membrete.pie, *logos))


def _unidos(partes: Iterable[str]) -> str:
    return " · ".join(parte for parte in partes if parte)


def _que_es(plan: Plan, origen: Origen, lugar: str) -> str:
    return _de_clase(origen) + (de_donde(plan, lugar) or (f" de {lugar}" if lugar else ""))


def _de_clase(origen: Origen) -> str:
    match origen.clase:
        case "membrete":
            return "El membrete"
        case "renglon":
            return "Un renglón"
        case "parrafo":
            return "Un párrafo"
        case "cuadro":
            return "Los rótulos de un cuadro"
        case "valor":
            return "El valor alcanzado"
        case "lugar":
            return "Un encabezado"
        case "oficio":
            return "El oficio de remisión"
        case "evidencia":
            return "Una evidencia"
        case "apartado" | "informe" | "libro" | None:
            return "Un texto"
        case _:
            assert_never(origen.clase)
