"""La hoja de lo elegido en El plan, como se imprimiría."""

from __future__ import annotations

from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import se_imprime
from ut_escritorio.dominio.cambios_del_plan.armado.nodos import Nodo
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.papel.hoja_viva import HojaViva
from ut_escritorio.servicios.papel.del_plan import hoja_del_plan
from ut_escritorio.servicios.papel.hoja_suelta import hacer_pdf


def poner_hoja(hoja: HojaViva, foto: FotoTrimestre, plan: Plan, nodo: Nodo | None) -> None:
    """Enseña la de ese nodo con ese plan; la esconde si no imprime nada."""
    hay = nodo is not None and se_imprime(plan, nodo.lugar)
    hoja.setVisible(hay)
    if nodo is not None and hay:
        hecha = plan, nodo.lugar, nodo.clave if nodo.clase == "bloque" else ""
        hoja.poner(hecha, lambda avance, cancelado: hacer_pdf(hoja_del_plan(foto, *hecha), avance, cancelado))
