"""En lugar de los nombres de letras de pypdf: sirven para leer un PDF, y aquí solo se cuentan sus hojas."""

from __future__ import annotations

adobe_glyphs: dict[str, str] = {}
