"""Escribe el informe: mide y dispone todas las páginas, y solo entonces las pinta."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time

from fpdf.enums import ResourceAccessPolicy
from fpdf.prefs import ViewerPreferences

from ut_escritorio.dominio.guardado import huella
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.estilo import Estilo, Hoja
from ut_escritorio.informe.pdf.duradero.adjuntos import pon_adjuntos
from ut_escritorio.informe.pdf.duradero.colores import pon_colores
from ut_escritorio.informe.pdf.duradero.metadatos import pon_metadatos
from ut_escritorio.informe.pdf.etiquetas.arbol import Arbol
from ut_escritorio.informe.pdf.etiquetas.guion import Guion
from ut_escritorio.informe.pdf.logotipos import Logotipos
from ut_escritorio.informe.pdf.paginas.membrete import Encuadre, borrador_encima, encuadra, numero_de_pagina
from ut_escritorio.informe.pdf.paginas.reparto import Hojas
from ut_escritorio.informe.pdf.paginas.secciones import (
    ESTILOS_DE,
    Estilos,
    Regla,
    dispone_seccion,
)
from ut_escritorio.informe.pdf.papel.fuentes import fuente
from ut_escritorio.informe.pdf.papel.hoja import EN_LA_HOJA, Estampa, Marca, Pagina, Puesto
from ut_escritorio.informe.pdf.papel.pluma import Pluma
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.informe.pdf.pintura import Pintor
from ut_escritorio.informe.pdf.resultado import Cancelado, ClaseDeHojas, PdfEscrito
from ut_escritorio.informe.sin_leerse import figuras_sin_leerse, logotipos_sin_leerse

_TOTAL = 100
_DE_CASI_TODOS = ("regular", "negrita", "cursiva")
_MEDIDO, _PINTADO = 35, 80


def prepara() -> None:
    """Abre las fuentes que lleva casi todo informe."""
    for nombre in _DE_CASI_TODOS:
        fuente(nombre)


def escribe(
    documento: Documento,
    imagen: Callable[[str], bytes],
    avance: Callable[[int, int], None] | None,
    cancelado: Callable[[], bool] | None,
    *,
    hojas_de: ClaseDeHojas,
) -> PdfEscrito:
    """El trabajo de `escribir_pdf`; véase ahí qué recibe, qué devuelve y qué lanza."""

    def va(hecho: int) -> None:
        if cancelado is not None and cancelado():
            raise Cancelado("El informe no se terminó porque se canceló. No se guardó nada.")
        if avance is not None:
            avance(hecho, _TOTAL)

    estilos = ESTILOS_DE[hojas_de]
    pluma = _pluma(estilos["corrida"].hoja)
    tipografia = Tipografia()
    logotipos = Logotipos(pluma, imagen)
    guion, hojas = _dispuesto(documento, estilos, tipografia, logotipos, va)
    huellas = tuple(huella(puestos, EN_LA_HOJA) for puestos in hojas.paginas)
    paginas = _paginas(documento, hojas, estilos["corrida"], tipografia)
    pintor = Pintor(pluma, [pagina.hoja for pagina in paginas], logotipos)
    _pinta(pluma, pintor, paginas, hojas.marcas, va)
    pluma.pon_estructura(Arbol(guion.entero(), pintor.marcas, pluma.hojas, pintor.enlaces))
    _hazlo_durar(pluma, documento)
    datos = pluma.escrita()
    va(_TOTAL)
    sin_glifo = tuple(tipografia.sin_glifo)

    def se_lee(clave: str) -> bool:
        return logotipos.proporcion(clave) is not None

    figuras = figuras_sin_leerse(documento, se_lee, ("va un marco", "van marcos"))
    logos = logotipos_sin_leerse(documento, se_lee)
    return PdfEscrito(datos, len(paginas), sin_glifo, dict(hojas.origenes), huellas, figuras, logos)


def _pluma(hoja: Hoja) -> Pluma:
    pluma = Pluma(unit="mm", format=(hoja.ancho, hoja.alto))
    pluma.set_auto_page_break(False)
    pluma.set_margin(0)
    # Un logotipo vectorial no puede traer nada de la red ni del disco.
    pluma.resource_access_policy = ResourceAccessPolicy.NONE
    pluma.viewer_preferences = ViewerPreferences(display_doc_title=True, print_scaling="None")
    return pluma


def _hazlo_durar(pluma: Pluma, documento: Documento) -> None:
    """Lo que el PDF lleva para abrirse y entenderse dentro de años, con su fecha y no la de hoy."""
    fecha = datetime.combine(documento.fecha, time(12), UTC)
    titulo = f"BORRADOR – {documento.titulo}" if documento.borrador else documento.titulo
    pon_metadatos(pluma, titulo, documento.autor, fecha)
    pon_colores(pluma)
    pon_adjuntos(pluma, documento, fecha)


def _dispuesto(
    documento: Documento,
    estilos: Estilos,
    tipografia: Tipografia,
    logotipos: Logotipos,
    va: Callable[[int], None],
) -> tuple[Guion, Hojas]:
    """Las hojas y su guion; con índice se reparten otra vez, ya sabiendo dónde quedó cada parte."""
    guion = Guion()
    if not documento.con_indice:
        return guion, _dispone(documento, estilos, tipografia, logotipos, guion, va)
    mitad = _MEDIDO // 2
    sin_numeros = _dispone(documento, estilos, tipografia, logotipos, Guion(), lambda hecho: va(hecho // 2))
    con_numeros = _dispone(
        documento, estilos, tipografia, logotipos, guion, lambda hecho: va(mitad + hecho // 2),
        sin_numeros.marcas,
    )  # fmt: skip
    return guion, con_numeros


def en_que_hojas(documento: Documento, tipografia: Tipografia, logotipos: Logotipos) -> tuple[int, ...]:
    """La hoja del PDF en que empieza cada parte que su índice puede nombrar, sin pintarlo."""
    estilos = ESTILOS_DE["paradas"]
    hojas = _dispone(documento, estilos, tipografia, logotipos, Guion(), lambda _: None)
    return tuple(marca.pagina for marca in hojas.marcas)


def _dispone(
    documento: Documento,
    estilos: Estilos,
    tipografia: Tipografia,
    logotipos: Logotipos,
    guion: Guion,
    va: Callable[[int], None],
    marcas: Sequence[Marca] = (),
) -> Hojas:
    hojas = Hojas()
    encuadres: dict[object, Encuadre] = {}
    for numero, seccion in enumerate(documento.secciones):
        va(_MEDIDO * numero // len(documento.secciones))
        clave = (seccion.membrete, seccion.disposicion)
        if clave not in encuadres:
            encuadres[clave] = encuadra(
                seccion.membrete,
                estilos[seccion.disposicion],
                tipografia,
                logotipos.proporcion,
                documento.borrador,
            )
        regla = Regla(estilos[seccion.disposicion], tipografia, logotipos.proporcion, guion, marcas)
        dispone_seccion(seccion, regla, encuadres[clave], hojas)
    return hojas


def _paginas(
    documento: Documento, hojas: Hojas, estilo: Estilo, tipografia: Tipografia
) -> tuple[Pagina, ...]:
    """Las páginas terminadas: solo ahora se sabe cuántas son y se pueden numerar."""
    total = len(hojas.paginas)
    paginas: list[Pagina] = []
    for numero, (puestos, hoja) in enumerate(zip(hojas.paginas, hojas.de_papel, strict=True), start=1):
        if documento.numera_paginas:
            numerada = numero_de_pagina(numero, total, hoja, estilo.membrete, tipografia)
            puestos.append(Puesto(0.0, 0.0, numerada))
        tapado = documento.borrador and _lleva_figura(puestos)
        encima = borrador_encima(hoja, tipografia) if tapado else None
        paginas.append(Pagina(tuple(puestos), hoja, encima))
    return tuple(paginas) or (Pagina((), estilo.hoja),)


def _lleva_figura(puestos: Sequence[Puesto]) -> bool:
    """Si en la hoja hay una imagen que se lee; un logotipo del membrete no lo es."""
    cosas = (cosa for puesto in puestos for cosa in puesto.trozo.cosas)
    return any(isinstance(cosa, Estampa) and cosa.etiqueta is not None for cosa in cosas)


def _pinta(
    pluma: Pluma,
    pintor: Pintor,
    paginas: Sequence[Pagina],
    marcas: Sequence[Marca],
    va: Callable[[int], None],
) -> None:
    for numero, pagina in enumerate(paginas, start=1):
        va(_MEDIDO + (_PINTADO - _MEDIDO) * numero // len(paginas))
        pintor.pinta(pagina)
        for marca in marcas:
            if marca.pagina == numero:
                pluma.set_y(marca.y)
                pluma.start_section(marca.texto, marca.hondura, strict=False)
    va(_PINTADO)
