"""Lo que dice un correo guardado como .eml: de qué es, quién lo manda y cuándo."""

from __future__ import annotations

import email
import email.policy
from datetime import datetime
from email.utils import parsedate_to_datetime


def leer(octetos: bytes) -> tuple[str, datetime | None]:
    """El asunto con quién lo manda, y cuándo; lo que no se entienda, vacío."""
    try:
        correo = email.message_from_bytes(octetos, policy=email.policy.default)
        partes = (str(correo.get("Subject", "")), str(correo.get("From", "")))
        cuando = correo.get("Date")
        fecha = parsedate_to_datetime(str(cuando)).replace(tzinfo=None) if cuando else None
    except Exception:  # un correo puede venir escrito de cualquier manera
        return "", None
    return " · ".join(filter(None, (" ".join(parte.split()) for parte in partes))), fecha
