"""Los catálogos: personas y cargos, unidades y órganos, membrete y leyenda, y días inhábiles."""

from ut_escritorio.interfaz.catalogos.ventana import Catalogos

__all__ = ["Catalogos"]
