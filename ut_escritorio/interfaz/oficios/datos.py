"""Los datos de un oficio: cómo se piden, cómo se leen y cómo se le ponen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.oficio import ROL_DE, Oficio
from ut_escritorio.dominio.trimestre.nombres import partes_llamadas
from ut_escritorio.interfaz.oficios.respuestas.contesta_a import contesta_a, falta_parte

Clase = Literal["folio", "texto", "fecha", "unidades", "espera", "contesta", "si"]
Poner = Callable[[Oficio, Catalogo, Any], Oficio]


@congelado
class Dato:
    """Un dato de un oficio: su rótulo, la clase de campo que lo pide, y cómo se lee y se pone.

    Sin `poner` es de lo que pasa después, que puede llegar aunque su trimestre ya se firmara; los demás los
    dice también quien lo cite, y la firma los cuida.
    """

    clave: str
    clase: Clase
    rotulo: str
    leer: Callable[[EnElLibro], Any]
    poner: Poner | None = None
    ayuda: str = ""

    @property
    def vacio(self) -> Any:
        """Lo que enseña donde varios no dicen lo mismo."""
        if self.clase == "si":
            return False
        return "" if self.clase in ("folio", "texto", "unidades", "contesta") else None

    def de_todos(self, filas: Sequence[EnElLibro]) -> Any:
        """Lo que se ve de esos oficios: lo que todos dicen o, si no dicen lo mismo, vacío."""
        valores = {self.leer(fila) for fila in filas}
        return valores.pop() if len(valores) == 1 else self.vacio


def _suyo(clave: str) -> Poner:
    return lambda oficio, _, valor: replace(oficio, **{clave: valor})


def _con_fecha(oficio: Oficio, _: Catalogo, dia: Any) -> Oficio:
    return replace(oficio, papel=replace(oficio.papel, fecha=dia, mes=None if dia else oficio.papel.mes))


def _con_partes(oficio: Oficio, catalogo: Catalogo, nombres: str) -> Oficio:
    partes = partes_llamadas(catalogo, ROL_DE.get(oficio.sentido, "destinatario"), nombres)
    return replace(oficio, papel=replace(oficio.papel, partes=partes))


DATOS = (
    Dato("folio", "folio", "Número", lambda f: f.oficio.folio, _suyo("folio")),
    Dato("fecha", "fecha", "Fecha", lambda f: f.oficio.papel.fecha, _con_fecha),
    Dato("partes", "unidades", "A quién", lambda f: f.con, _con_partes, "Varias se separan con punto y coma"),
    Dato("asunto", "texto", "Asunto", lambda f: f.asunto, _suyo("asunto")),
    Dato("clase", "texto", "Clase", lambda f: f.oficio.clase, _suyo("clase")),
    Dato("expediente", "texto", "Expediente", lambda f: f.oficio.expediente, _suyo("expediente"),
         "El número de la solicitud o del expediente"),
    Dato("guardado_en", "texto", "Guardado en", lambda f: f.seguimiento.guardado_en,
         ayuda="La carpeta donde se guardó"),
    Dato("espera", "espera", "¿Se espera respuesta?", lambda f: f.seguimiento.espera),
    Dato("antes_del", "fecha", "Antes del", lambda f: f.seguimiento.antes_del),
    Dato("acuse", "fecha", "Acuse", lambda f: f.seguimiento.acuse),
    Dato("contesta_a", "contesta", "Contesta a", contesta_a),
    Dato("falta_parte", "si", "Falta una parte", falta_parte),
)  # fmt: skip
DE_LA_CARTA = "carta."
"""Con qué empiezan los que son de su carta y no de él."""
DE_VARIOS = ("guardado_en", "acuse")
"""Los que se ponen de una vez a todos los elegidos."""
DE_ENVIADO = ("espera", "antes_del", "acuse")
"""Los que no tiene uno que se recibió."""
DE_RECIBIDO = ("contesta_a", "falta_parte")
"""Los que solo tiene uno que se recibió."""
