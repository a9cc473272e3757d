"""Lo que este programa usa de xlsxwriter, con sus tipos: xlsxwriter no los dice.

Solo lo leen quien revisa los tipos y el editor; al correr, xlsxwriter es el de siempre.
"""

from collections.abc import Mapping
from io import BytesIO

class Workbook:
    def __init__(self, filename: BytesIO, options: Mapping[str, object]) -> None: ...
