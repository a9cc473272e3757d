"""Lo que se envió y sigue sin respuesta."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficios.espera import Paciencia
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.palabras import unas


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
