"""Firmar: imprimir para firma, cerrar el trimestre con lo firmado, corregirlo y decir qué cambió."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from ut_escritorio.datos.filas import firmas
from ut_escritorio.datos.filas.anexos import adjuntadas_tras
from ut_escritorio.datos.filas.legajo import Legajo, filas_de_trimestres
from ut_escritorio.datos.filas.oficios.impresos import marcar_remisiones_impresas
from ut_escritorio.datos.historia.entonces import accion_de_firma, foto_de_entonces
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre import firmados as valores
from ut_escritorio.dominio.trimestre.evidencias import Trozo, los_que_se_adelantan
from ut_escritorio.dominio.trimestre.firmados import CifrasFirmadas, Firmado, Impresion
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ErrorEsperado, ValorInvalido
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.pdf import PdfEscrito, escribir_pdf
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.entrega.diferencias import Diferencia, cifras_de, de_adjuntas, diferencias
from ut_escritorio.servicios.entrega.firmado import FIRMADO
from ut_escritorio.servicios.entrega.informe import Contenido, contenidos_de, documento_de
from ut_escritorio.servicios.evidencias.hojas import PintarHoja

# Imprimir para firma

_INCOMPLETO = (
    "No se firmó: al informe le faltaría algo. Arréglelo, o quítele «Sale en el informe», y vuelva a firmar."
)


def marcar_impreso(exp: Expediente, foto: FotoTrimestre, huellas: tuple[str, ...]) -> Cambios:
    """Recuerda lo que llevaba cada hoja impresa para firma; no congela nada ni se deshace.

    Los números con que se entrega ya están en papel: desde entonces no se sueltan.

    `huellas` son las de `Exportado.huellas`.
    """
    impresion = Impresion(huellas, foto.numera_paginas)
    nombre = "Imprimir para firma"

    def marcar(legajo: Legajo) -> None:
        firmas.guardar_impresion(legajo, impresion)
        marcar_remisiones_impresas(legajo)

    return exp.hacer(foto.trimestre, nombre, marcar, clase="aparte")


def hojas_que_cambiaron(exp: Expediente, foto: FotoTrimestre, huellas: tuple[str, ...]) -> tuple[int, ...]:
    """Las hojas (desde 1) que cambiaron desde que se imprimieron para firma o se firmaron; si no, todas."""
    anterior = firmas.impresion_de(exp.legajo(foto.trimestre))
    return valores.hojas_que_cambiaron(anterior, Impresion(huellas, foto.numera_paginas))


# Firmar


@congelado
class PorFirmar:
    """El informe listo para guardarse como firmado: la foto de que salió y lo que se va a guardar.

    `documento` y `cifras` van ya escritos; `hojas` dice en cuál está cada cosa; `huella` es el SHA-256 de
    su PDF, y `por_corregir`, por lo que dice BORRADOR.
    """

    foto: FotoTrimestre
    fecha: date
    documento: bytes
    cifras: bytes
    hojas: Mapping[str, int]
    escrito: PdfEscrito
    huella: str
    por_corregir: tuple[str, ...]

    @property
    def trozos(self) -> tuple[Trozo, ...]:
        """Lo que conviene adelantar para que, al guardarlo, el archivo no se detenga."""
        return los_que_se_adelantan({self.huella: self.escrito.datos})


def preparar_firma(
    foto: FotoTrimestre,
    contenido: Contenido,
    fecha: date,
    avance: Callable[[int, int], None] | None = None,
    cancelado: Callable[[], bool] | None = None,
) -> PorFirmar:
    """El informe con esa fecha de firma, ya en PDF; no toca el archivo, así que puede hacerse aparte.

    Raises:
        ErrorEsperado: ya está firmado, la fecha es anterior al trimestre, a un anexo no se le pudo poner una
            foto o una hoja, o se canceló.
    """
    if foto.firmado:
        raise ErrorEsperado(f"El {foto.trimestre} ya está firmado. Ábralo antes para corregir.")
    if fecha < foto.trimestre.primer_dia:
        raise ValorInvalido(
            f"El {foto.trimestre} no pudo firmarse el {fecha:%d/%m/%Y}: aún no empezaba. Corrija la fecha."
        )
    documento = documento_de(replace(foto, fecha_de_firma=fecha))
    bytes_de = contenido if callable(contenido) else contenido.__getitem__
    escrito = escribir_pdf(documento, bytes_de, avance, cancelado)
    if escrito.sin_leerse:
        raise ErrorEsperado("\n".join((_INCOMPLETO, *escrito.sin_leerse)))
    return PorFirmar(
        foto,
        fecha,
        FIRMADO.a_json(documento).encode(),
        FIRMADO.a_json(cifras_de(foto)).encode(),
        {**escrito.hojas, **_en_otro_pdf(documento)},
        escrito,
        sha256(escrito.datos).hexdigest(),
        documento.por_corregir,
    )


def guardar_firmado(exp: Expediente, listo: PorFirmar) -> Cambios:
    """Guarda lo preparado (el PDF, el documento y los números) y cierra el trimestre.

    No se puede deshacer. ErrorEsperado si algo cambió desde que se preparó; no se guarda nada.
    """
    trimestre, escrito = listo.foto.trimestre, listo.escrito
    if exp.foto(trimestre) != listo.foto:
        raise ErrorEsperado("El informe cambió mientras se preparaba y no se firmó. Vuelva a intentarlo.")
    en_papel = Impresion(escrito.huellas, listo.foto.numera_paginas)

    def cerrar(legajo: Legajo) -> None:
        # Lo firmado es lo que hay en papel, se imprimiera o no aquí.
        firmas.guardar_impresion(legajo, en_papel)
        firmas.cerrar_con_firma(
            legajo, listo.fecha, escrito.datos, listo.documento, listo.cifras, escrito.paginas,
            listo.hojas, listo.huella,
        )  # fmt: skip

    return exp.hacer(trimestre, "Firmar el informe", cerrar, clase="barrera")


def _en_otro_pdf(documento: Documento) -> dict[str, int]:
    """Las evidencias de los anexos que van aparte: se firmaron, y en ninguna hoja de este PDF."""
    aparte = documento.de_anexos
    return {figura.origen: 0 for figura in aparte.figuras} if aparte else {}


def firmar(exp: Expediente, trimestre: Trimestre, fecha: date, pintar: PintarHoja | None = None) -> Cambios:
    """Guarda el informe de hoy como firmado en esa fecha y cierra el trimestre, todo de una vez.

    Los datos, el membrete y los firmantes son los de esa fecha; la leyenda, la del ejercicio, salvo
    los que se eligieron para este informe. Lanza lo mismo que `preparar_firma`.
    """
    foto = exp.foto(trimestre)
    return guardar_firmado(exp, preparar_firma(foto, contenidos_de(exp, foto, pintar), fecha))


def abrir_para_corregir(exp: Expediente, trimestre: Trimestre, motivo: str) -> Cambios:
    """Abre un trimestre cerrado, con el motivo junto a lo firmado, que se conserva.

    ErrorEsperado si no está cerrado o falta el motivo. No se puede deshacer: se vuelve a firmar.
    """
    if not motivo.strip():
        raise ErrorEsperado("Escriba por qué se abre para corregir; queda junto a lo firmado.")
    if not firmas.esta_cerrado(exp.legajo(trimestre)):
        raise ErrorEsperado(f"El {trimestre} no está firmado: ya se puede cambiar.")
    nombre = "Abrir para corregir"
    return exp.hacer(
        trimestre, nombre, lambda legajo: firmas.abrir_cerrado(legajo, motivo.strip()), clase="barrera"
    )


# Lo firmado


def firmados(exp: Expediente) -> tuple[Firmado, ...]:
    """Los informes firmados, por trimestre y versión."""
    return firmas.firmados(exp.base, filas_de_trimestres(exp.base))


def pdf_firmado(exp: Expediente, trimestre: Trimestre, version: int | None = None) -> bytes:
    """Los bytes que se firmaron (None: la última vez); ErrorEsperado si no se ha firmado."""
    return exp.contenido(firmas.firma_de(exp.legajo(trimestre), version)["pdf"])


def documento_firmado(exp: Expediente, trimestre: Trimestre, version: int | None = None) -> Documento:
    """Lo que decía el informe que se firmó (None: la última vez); ErrorEsperado si no se ha firmado."""
    fila = firmas.firma_de(exp.legajo(trimestre), version)
    return FIRMADO.de_json(exp.contenido(fila["documento"]).decode(), Documento)


def que_cambio(exp: Expediente, trimestre: Trimestre, version: int | None = None) -> tuple[Diferencia, ...]:
    """En qué difiere lo que hay ahora de lo que se firmó (None: la última vez), número por número y
    texto por texto; nada si es igual. ErrorEsperado si no se ha firmado.

    Lo que solo dice de otro modo esta versión del programa va señalado; de un trimestre cerrado, que
    no se vuelve a imprimir, no se dice, ni lo que después se le cambió al plan. Lo que se adjuntó después
    sí: es de ella.
    """  # fmt: skip
    legajo = exp.legajo(trimestre)
    fila = firmas.firma_de(legajo, version)
    accion = accion_de_firma(exp.base, fila["id"])
    cifras = FIRMADO.de_json(exp.contenido(fila["cifras"]).decode(), CifrasFirmadas)
    cambios = _de_lo_impreso(exp, trimestre, documento_firmado(exp, trimestre, version), cifras, accion)
    ya = {cambio.sitio.origen for cambio in cambios}  # las que salen en los anexos ya se dijeron
    despues = () if accion is None else adjuntadas_tras(legajo, accion)
    unas = [(dueno, cada) for dueno, cada in despues if Origen("evidencia", cada.uid) not in ya]
    return (*cambios, *de_adjuntas(unas, exp.foto(trimestre)))


def _de_lo_impreso(
    exp: Expediente, trimestre: Trimestre, documento: Documento, cifras: CifrasFirmadas, accion: int | None
) -> tuple[Diferencia, ...]:
    foto = exp.foto(trimestre)
    if not diferencias(documento, cifras, foto):
        return ()
    entonces = None if accion is None else foto_de_entonces(exp.base, trimestre, accion)
    if foto.firmado and entonces is not None:
        foto = _con_el_plan_de_entonces(foto, entonces)
    halladas = diferencias(documento, cifras, foto, entonces)
    return tuple(cada for cada in halladas if not (foto.firmado and cada.del_programa))


def _con_el_plan_de_entonces(foto: FotoTrimestre, entonces: FotoTrimestre) -> FotoTrimestre:
    """La foto de hoy con el plan que se firmó; lo suyo, que ya no cambia, es lo de entonces."""
    if foto.plan == entonces.plan:
        return foto
    return replace(
        entonces,
        catalogo=foto.catalogo,
        conteos=foto.conteos,
        relacion=foto.relacion,
        firmado=foto.firmado,
    )


# Lo escaneado

_TOPE = 50 * 1024 * 1024
_SENAS: tuple[tuple[bytes, valores.ClaseDeEscaneado], ...] = (
    (b"%PDF-", "pdf"),
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
)


@congelado
class HojasEscaneadas:
    """Las hojas con firmas y sellos, leídas para guardarse; `huella` es su SHA-256."""

    octetos: bytes
    huella: str
    nombre: str
    clase: valores.ClaseDeEscaneado

    @property
    def trozos(self) -> tuple[Trozo, ...]:
        """Lo que conviene adelantar para que, al guardarlas, el archivo no se detenga."""
        return los_que_se_adelantan({self.huella: self.octetos})


def leer_escaneado(ruta: Path) -> HojasEscaneadas:
    """Lee un PDF, JPG o PNG de hasta 50 MB; no toca el archivo de la oficina, así que puede hacerse aparte.

    ErrorEsperado si no se deja leer, es demasiado grande o no es de esas clases.
    """
    octetos = _leer(ruta)
    clases: list[valores.ClaseDeEscaneado] = [clase for sena, clase in _SENAS if octetos.startswith(sena)]
    if not clases:
        raise ErrorEsperado(f"«{ruta.name}» no es un PDF, JPG o PNG. Guarde así lo escaneado.")
    return HojasEscaneadas(octetos, sha256(octetos).hexdigest(), etiqueta(ruta.name), clases[0])


def guardar_escaneado(exp: Expediente, trimestre: Trimestre, hojas: HojasEscaneadas) -> Cambios:
    """Guarda, junto a lo último que se firmó en ese trimestre, las hojas con firmas y sellos escaneadas.

    ErrorEsperado si no se ha firmado.
    """
    return exp.hacer(
        trimestre,
        "Agregar lo escaneado",
        lambda legajo: firmas.guardar_escaneado(
            legajo, hojas.octetos, hojas.huella, hojas.nombre, hojas.clase
        ),
    )


def _leer(ruta: Path) -> bytes:
    try:
        if ruta.stat().st_size > _TOPE:
            raise ErrorEsperado(f"«{ruta.name}» pasa de 50 MB. Escanéelo con menos calidad.")
        return ruta.read_bytes()
    except OSError as causa:
        raise ErrorEsperado(f"«{ruta.name}» no se deja leer. Revise que exista y no esté abierto.") from causa


def etiqueta(nombre: str) -> str:
    """El nombre con que se muestra algo guardado: sin signos que no se ven o que voltean el texto."""
    visible = "".join(letra for letra in nombre if letra.isprintable() and letra not in '/\\:*?"<>|')
    return visible.strip(" .")[-120:] or "escaneado"
