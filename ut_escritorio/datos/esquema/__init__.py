"""Las tablas del archivo, por tema, y la lista de todas."""

from __future__ import annotations

from ut_escritorio.datos.esquema.base import Tabla
from ut_escritorio.datos.esquema.captura import (
    Ajuste,
    Alcanzado,
    Asunto,
    Cita,
    Conteo,
    DejadoAsi,
    Descanso,
    Dia,
    FirmanteElegido,
    Impresion,
    Justificacion,
    MesCapturado,
    MetaModificada,
    OficioDeRemision,
    ParrafoLibre,
    Parte,
    PorMirar,
    Renglon,
    SinActividad,
    TextoAMano,
    Trimestre,
)
from ut_escritorio.datos.esquema.catalogo import Nombramiento, Papel, Persona, Unidad
from ut_escritorio.datos.esquema.evidencias import Evidencia
from ut_escritorio.datos.esquema.firma import Escaneado, Firma
from ut_escritorio.datos.esquema.historia import Accion, Bitacora, Contenido, Sello, Trozo
from ut_escritorio.datos.esquema.oficios import (
    Carta,
    CartaEnviada,
    Contestacion,
    ListaDeAreas,
    NumerosAjenos,
    Oficio,
    ParteDeOficio,
    PlantillaDeCarta,
    Seguimiento,
    Serie,
    SerieDelAnio,
)
from ut_escritorio.datos.esquema.plan import (
    Apartado,
    Cifra,
    Concordancia,
    Cuadro,
    Departamento,
    Forma,
    Lugar,
    Medio,
    Molde,
    Mosaico,
    Plan,
    Programado,
    Propuesto,
    Sustantivo,
)

DEL_PLAN: tuple[type[Tabla], ...] = (
    Plan, Departamento, Lugar, Programado, Propuesto, Sustantivo, Medio, Cifra, Molde, Cuadro, Apartado,
    Forma, Concordancia, Mosaico,
)  # fmt: skip
DEL_CATALOGO: tuple[type[Tabla], ...] = (Persona, Nombramiento, Unidad, Papel)
DEL_TRIMESTRE: tuple[type[Tabla], ...] = (
    Conteo, Dia, MesCapturado, Renglon, Parte, Cita, ParrafoLibre, TextoAMano, Alcanzado, OficioDeRemision,
    SinActividad, Justificacion, MetaModificada, DejadoAsi, FirmanteElegido, Impresion, PorMirar,
)  # fmt: skip
DEL_LIBRO: tuple[type[Tabla], ...] = (
    Serie, Oficio, ParteDeOficio, Seguimiento, Contestacion, SerieDelAnio, NumerosAjenos, Carta,
    CartaEnviada, PlantillaDeCarta, ListaDeAreas,
)  # fmt: skip
BITACORADAS: tuple[type[Tabla], ...] = (
    *DEL_PLAN, *DEL_CATALOGO, Trimestre, *DEL_TRIMESTRE, Firma, Escaneado, *DEL_LIBRO, Evidencia,
    Asunto, Descanso, Ajuste,
)  # fmt: skip
SELLADAS: tuple[type[Tabla], ...] = (*BITACORADAS, Contenido, Trozo, Accion, Bitacora)
TODAS: tuple[type[Tabla], ...] = (*SELLADAS, Sello)

__all__ = [
    "BITACORADAS", "DEL_CATALOGO", "DEL_LIBRO", "DEL_PLAN", "DEL_TRIMESTRE", "SELLADAS", "TODAS", "Accion",
    "Ajuste", "Alcanzado", "Apartado", "Asunto", "Bitacora", "Carta", "CartaEnviada", "Cifra", "Cita",
    "Concordancia", "Contenido", "Conteo", "Contestacion", "Cuadro", "DejadoAsi", "Departamento",
    "Descanso", "Dia", "Escaneado", "Evidencia", "Firma", "FirmanteElegido", "Forma", "Impresion",
    "Justificacion", "ListaDeAreas", "Lugar", "Medio", "MesCapturado", "MetaModificada", "Molde", "Mosaico",
    "Nombramiento", "NumerosAjenos",
    "Oficio", "OficioDeRemision", "Papel", "ParrafoLibre", "Parte", "ParteDeOficio", "Persona", "Plan",
    "PlantillaDeCarta", "PorMirar", "Programado", "Propuesto", "Renglon", "Seguimiento", "Sello", "Serie",
    "SerieDelAnio", "SinActividad", "Sustantivo", "Tabla", "TextoAMano", "Trimestre", "Trozo", "Unidad",
]  # fmt: skip
