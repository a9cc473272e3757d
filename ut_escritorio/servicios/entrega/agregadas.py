"""Cuántas hojas le agrega al informe cada cosa que se le puede agregar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.apartados import ClaseDeLista
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.pdf import escribir_pdf


def hojas_que_agrega(foto: FotoTrimestre, logotipos: Mapping[str, bytes], clase: ClaseDeLista) -> int:
    """Las que ocupa lo suyo, sin la firma que va tras lo último; ninguna si no va. No lee el archivo."""
    suyas = (clase, "del_resumen") if clase == "resumen" else (clase,)
    claves = {Origen("apartado", a.clave) for a in foto.plan.apartados() if a.clase in suyas}
    documento = armar(foto)
    partes = tuple(
        replace(seccion, bloques=bloques)
        for seccion in documento.secciones
        if (bloques := tuple(bloque for bloque in seccion.bloques if bloque.origen in claves))
    )
    if not partes:
        return 0
    return escribir_pdf(replace(documento, secciones=partes, anexos=()), logotipos.__getitem__).paginas
