"""El reloj: de quien se sabe qué día y qué hora es."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Reloj = Callable[[], datetime]
