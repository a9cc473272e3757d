"""El membrete de las hojas: el papel vigente ese día y la leyenda del ejercicio."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.vigencia import vigente
from ut_escritorio.informe.documento import Imagen, Membrete


def membrete_de(foto: FotoTrimestre, dia: date) -> Membrete:
    """Logotipos, administración y pie del papel vigente, con la leyenda entre comillas."""
    leyenda = f"“{foto.plan.leyenda}”" if foto.plan.leyenda else ""
    papel = vigente(foto.catalogo.papeles, dia)
    if papel is None:
        return Membrete(leyenda)
    logos = tuple(Imagen(logo.sha256, logo.alternativo, logo.alto_mm) for logo in papel.logos)
    return Membrete(leyenda, logos, papel.administracion, papel.pie)
