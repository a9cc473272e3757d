"""El recordatorio: qué plantillas lo son y qué dice del oficio que no se ha contestado."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.palabras.redaccion import fecha_corta, lista

PENDIENTE, _DE_QUE_FECHA, _CUANTO_LLEVA = "oficio_pendiente", "de_que_fecha", "dias_transcurridos"


def es_de_recordar(plantilla: PlantillaDeCarta) -> bool:
    """Si es de las de su clase, y dice cuál es el oficio pendiente."""
    de_su_clase = llano(plantilla.clase) == "recordatorio"
    return de_su_clase and any(campo.clave == PENDIENTE for campo in plantilla.campos)


def lo_que_recuerda(fila: EnElLibro) -> Mapping[str, str]:
    """Los campos con que un recordatorio nombra a su oficio: su número, su fecha y los días que lleva."""
    fecha = fila.oficio.papel.fecha
    dichos = {
        PENDIENTE: fila.oficio.folio,
        _DE_QUE_FECHA: fecha.isoformat() if fecha else "",
        _CUANTO_LLEVA: str(fila.van) if (fila.van or 0) > 1 else "",
    }
    return {clave: dicho for clave, dicho in dichos.items() if dicho}


def dicho_de_recordado(con_que: Iterable[tuple[str, date | None]]) -> str:
    """«Recordado con UT/0830/2031 el 12/08/2031.»: con qué oficios se recordó uno; vacío si con ninguno."""
    dichos = [f"{folio} el {fecha_corta(dia)}" if dia else folio for folio, dia in con_que]
    return f"Recordado con {lista(dichos)}." if dichos else ""
