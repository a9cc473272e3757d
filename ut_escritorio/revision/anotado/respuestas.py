"""Lo que se envió y sigue sin respuesta, y las respuestas con fecha de antes que lo que contestan."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficios.espera import Paciencia
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import con_inicial, fecha_corta, unas
from ut_escritorio.revision.anotado.asuntos import pasos_al_reves
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura


def sin_respuesta(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los oficios de que pasó su día, o ya van muchos, sin que llegue la respuesta que se espera."""
    paciencia = Paciencia(lectura.hoy, lectura.calendario, lectura.foto.dias_de_espera)
    tardan = [
        cada
        for cada in lectura.foto.esperan
        if paciencia.son_muchos(paciencia.van(cada.fecha), cada.antes_del)
    ]
    if tardan:
        que = "Un oficio pasó su día" if len(tardan) == 1 else f"{len(tardan)} oficios pasaron su día"
        yield hallazgo(
            "oficios_sin_respuesta",
            "revisar",
            f"{que} sin respuesta: {unas([cada.folio for cada in tardan])}.",
            [Sitio(origen=Origen("libro", cada.oficio), campo="antes_del") for cada in tardan],
            sorted(cada.oficio for cada in tardan),
        )


def respondidos_antes(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los oficios contestados con otro de fecha anterior a la suya; los de `al_reves` ya se dijeron ahí."""
    ya_dichos = {
        (cita.folio, otra.folio)
        for cada in pasos_al_reves(lectura)
        for cita in cada.primero.citas
        for otra in cada.segundo.citas
    }
    for cada in lectura.foto.contestados:
        de, con = cada.oficio, cada.respuesta
        if de.fecha and con.fecha and con.fecha < de.fecha and (de.folio, con.folio) not in ya_dichos:
            yield hallazgo(
                "respuesta_de_antes",
                "revisar",
                f"{con_inicial(_dicho(de.folio))} es del {fecha_corta(de.fecha)}, y lo contesta "
                f"{_dicho(con.folio)}, que es de antes: {fecha_corta(con.fecha)}.",
                [Sitio(origen=Origen("libro", papel.oficio), campo="fecha") for papel in (de, con)],
                [(papel.oficio, str(papel.fecha)) for papel in (de, con)],
            )


def _dicho(folio: str) -> str:
    return folio or "un oficio sin número"
