"""Las evidencias que irían en los anexos: lo que falta, lo que no concuerda y el número escrito a mano."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import lista, unas
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.lugares import donde_estan
from ut_escritorio.dominio.trimestre.anexos import dichos, ficha_de
from ut_escritorio.dominio.trimestre.anexos_a_mano import citados, suyos
from ut_escritorio.dominio.trimestre.evidencias import Evidencia
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura, sitio_de
from ut_escritorio.revision.palabras import RENGLON, cuantos

_EVIDENCIAS = "evidencias"
_FOTO = Sustantivo("foto", "fotos", "f")
_EVIDENCIA = Sustantivo("evidencia", "evidencias", "f")
_SIN_PIE = "Tiene fotos sin pie, y salen en los anexos."
_NO_VAN = "Lo marcado para salir no va en los anexos: aquí no se imprime nada."


def sin_foto(lectura: Lectura) -> Iterator[Hallazgo]:
    """Lo que lleva ficha y no tiene ninguna foto, si los anexos van."""
    if not lectura.plan.programa.anexos.donde:
        return
    filas = [f for f in lectura.renglones if ficha_de(lectura.plan, f) and not _fotos(lectura, f)]
    if filas:
        medios = {lectura.plan.medio[fila.medio].unidad for fila in filas}
        cosa = medios.pop() if len(medios) == 1 else RENGLON
        dias = [f"{fila.fecha:%d/%m}" for fila in filas if fila.fecha]
        cuales = f": {unas(dias)}" if len(dias) == len(filas) else ""
        mensaje = f"{cuantos(len(filas), cosa)} sin foto{cuales}{donde_estan(lectura.plan, _lugares(filas))}."
        sitios = [(sitio_de(fila, _EVIDENCIAS), "No tiene ninguna foto.") for fila in filas]
        yield hallazgo("sin_foto", "revisar", mensaje, sitios, [fila.uid for fila in filas])


def de_otro_dia(lectura: Lectura) -> Iterator[Hallazgo]:
    """La foto que se tomó otro día que el de su renglón."""
    for fila in lectura.renglones:
        for foto in _fotos(lectura, fila):
            if foto.sale and foto.tomada and fila.fecha and foto.tomada.date() != fila.fecha:
                en = donde_estan(lectura.plan, [fila.lugar])
                que = _como_se_llama(lectura, fila)
                mensaje = f"Una foto se tomó el {foto.tomada:%d/%m/%Y} y va con {que}{en}."
                causa = (foto.uid, foto.tomada.date().isoformat(), fila.fecha.isoformat())
                yield hallazgo("foto_de_otro_dia", "revisar", mensaje, [sitio_de(fila, _EVIDENCIAS)], *causa)


def sin_pie(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las fotos que salen y nada dicen debajo."""
    foto = lectura.foto
    suyas = [
        (anexo.dueno, anexo.lugar, cada)
        for anexo in foto.anexos.todos
        for cada in anexo.evidencias
        if cada.clase == "foto" and not cada.pie
    ]
    if suyas:
        lugares = [lugar for _, lugar, _ in suyas]
        mensaje = f"{cuantos(len(suyas), _FOTO)} sin pie en los anexos{donde_estan(lectura.plan, lugares)}."
        sitios = [(Sitio(lugar, dueno, campo=_EVIDENCIAS), _SIN_PIE) for dueno, lugar, _ in suyas]
        yield hallazgo("foto_sin_pie", "revisar", mensaje, sitios, [cada.uid for _, _, cada in suyas])


def en_dos_lados(lectura: Lectura) -> Iterator[Hallazgo]:
    """La misma foto en dos renglones: suele ser de uno solo."""
    duenos: dict[str, list[Renglon]] = {}
    for fila in lectura.renglones:
        for contenido in dict.fromkeys(f.contenido for f in _fotos(lectura, fila) if f.sale):
            duenos.setdefault(contenido, []).append(fila)
    for filas in duenos.values():
        if len(filas) > 1:
            en = donde_estan(lectura.plan, _lugares(filas))
            cuales = lista([_como_se_llama(lectura, fila) for fila in filas])
            mensaje = f"La misma foto va con {cuales}{en}."
            sitios = [sitio_de(fila, _EVIDENCIAS) for fila in filas]
            yield hallazgo("misma_foto", "revisar", mensaje, sitios, [fila.uid for fila in filas])


def que_no_se_imprimen(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las marcadas para salir de un lugar que este trimestre no se imprime."""
    foto, se_imprimen = lectura.foto, frozenset(lectura.lugares)
    salen = [
        (dueno, lugar, cada)
        for dueno, suyas in foto.evidencias.items()
        for lugar in [_lugar_de(lectura, dueno)]
        if lugar not in se_imprimen
        for cada in suyas
        if cada.sale
    ]
    if salen:
        lugares = [lugar for _, lugar, _ in salen]
        verbo = "no va" if len(salen) == 1 else "no van"
        en = donde_estan(lectura.plan, lugares)
        mensaje = f"{cuantos(len(salen), _EVIDENCIA)} {verbo} en los anexos: ahí no se imprime nada{en}."
        sitios = [(Sitio(lugar, dueno, campo=_EVIDENCIAS), _NO_VAN) for dueno, lugar, _ in salen]
        yield hallazgo("evidencia_sin_lugar", "revisar", mensaje, sitios, [cada.uid for _, _, cada in salen])


def anexo_a_mano(lectura: Lectura) -> Iterator[Hallazgo]:
    """El texto a mano que cita otros anexos que los suyos."""
    for escrito in lectura.escritos:
        relato = escrito.relato
        if not (relato.a_mano and relato.uids and lectura.plan.programa.anexos.donde):
            continue
        dice = citados(relato.texto)
        hoy = suyos(lectura.foto.anexos, relato.uids)
        if dice and dice != hoy:
            en = donde_estan(lectura.plan, [escrito.lugar])
            verbo = "son" if len(hoy) > 1 else "es"
            ahora = f"ahora {verbo} {dichos(hoy)}" if hoy else "no tiene ninguno"
            yield hallazgo(
                "anexo_a_mano",
                "corregir",
                f"Un texto escrito a mano dice {dichos(dice)} y {ahora}{en}.",
                [Sitio(escrito.lugar, relato.origen, campo="texto")],
                relato.origen,
                sorted(dice),
                sorted(hoy),
            )


def _fotos(lectura: Lectura, fila: Renglon) -> list[Evidencia]:
    suyas = lectura.foto.evidencias.get(Origen("renglon", fila.uid), ())
    return [evidencia for evidencia in suyas if evidencia.clase == "foto"]


def _lugares(filas: list[Renglon]) -> list[str]:
    return [fila.lugar for fila in filas]


def _lugar_de(lectura: Lectura, dueno: Origen) -> str:
    renglon = lectura.foto.renglon.get(dueno.clave) if dueno.clase == "renglon" else None
    return renglon.lugar if renglon else dueno.clave


def _como_se_llama(lectura: Lectura, fila: Renglon) -> str:
    """«la sesión del 09/04»."""
    medio = lectura.plan.medio.get(fila.medio)
    cosa = medio.unidad if medio else RENGLON
    cuando = f" del {fila.fecha:%d/%m}" if fila.fecha else ""
    return f"{'la' if cosa.genero == 'f' else 'el'} {cosa.singular}{cuando}"
