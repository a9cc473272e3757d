from collections.abc import Iterable
from typing import Any

from fontTools.ttLib import TTFont

class Options:
    drop_tables: list[str]
    def __init__(self, **kwargs: Any) -> None: ...

class Subsetter:
    glyph_index_map: dict[int, int]
    def __init__(self, options: Options | None = ...) -> None: ...
    def populate(
        self,
        glyphs: Iterable[str] = ...,
        gids: Iterable[int] = ...,
        unicodes: Iterable[int] = ...,
        text: str = ...,
    ) -> None: ...
    def subset(self, font: TTFont) -> None: ...
