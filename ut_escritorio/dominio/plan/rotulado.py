"""Un texto del plan como ella lo lee y lo cambia: lo que pone el programa va entre ‹ ›, con su nombre.

«Siendo un total de {cuenta.oficios:uno_en_letra}.» se lee «Siendo un total de ‹oficios›.». Lo que va entre
‹ › se puede mover o quitar; lo que no se reconoce se rechaza.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras import patrones
from ut_escritorio.dominio.palabras.patrones import CONTRA, cifras_citadas
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.campos import con_minuscula, dicho_en_texto
from ut_escritorio.errores import ValorInvalido

_CONTRA = dict(zip(CONTRA, ("contra el anterior", "contra el de hace un año"), strict=True))
_SEXOS = {"ni": "N/I"}
_ROTULO = re.compile(r"‹([^‹›]*)›")


@congelado
class Rotulado:
    """El texto como se lee y, por lo que va entre ‹ ›, el campo que es."""

    texto: str
    campos: Mapping[str, str]

    def de_vuelta(self, escrito: str) -> str:
        """El patrón de lo que ella dejó escrito; ValorInvalido si algo no se reconoce o no se entiende."""
        ajenos = [rotulo for rotulo in _ROTULO.findall(escrito) if rotulo not in self.campos]
        if ajenos:
            raise ValorInvalido(
                f"«‹{ajenos[0]}›» no estaba en el texto. Entre ‹ › solo puede ir lo que ya estaba: puede "
                "moverlo o quitarlo."
            )
        patron = _ROTULO.sub(lambda r: self.campos[r[1]], escrito.replace("{", "{{").replace("}", "}}"))
        if reparos := patrones.revisar(patron):
            raise ValorInvalido(reparos[0])
        return patron

    def con(self, campo: str, cifras: Mapping[str, str]) -> tuple[Rotulado, str]:
        """El mismo, que además reconoce otro campo, y el rótulo con que ese se lee entre ‹ ›."""
        campos = dict(self.campos)
        rotulo = _rotulo(campo, cifras, campos)
        return Rotulado(self.texto, campos), rotulo


def nombres_de_cifras(plan: Plan) -> Mapping[str, str]:
    """Cómo se llama cada número del plan, y cada dato propio de sus frases, por su clave."""
    propios = {campo.clave: campo.etiqueta for x in plan.lugares() for f in x.formas for campo in f.campos}
    return propios | {cifra.clave: cifra.nombre for cifra in plan.cifras}


def rotular(patron: str, cifras: Mapping[str, str]) -> Rotulado:
    """El patrón como ella lo lee; `cifras`, cómo se llama cada número."""
    campos: dict[str, str] = {}

    def rotulo(campo: str) -> str:
        return _rotulo(campo, cifras, campos)

    return Rotulado(patrones.con_trozos(patron, rotulo, patrones.llaves_sueltas), campos)


def _rotulo(campo: str, cifras: Mapping[str, str], campos: dict[str, str]) -> str:
    """Con qué se lee un campo, y queda en `campos`: su nombre o, si es ya de otro, su nombre y un número."""
    nombre = libre = _nombre(campo, cifras)
    n = 1
    while campos.get(libre, campo) != campo:
        n += 1
        libre = f"{nombre} {n}"
    campos[libre] = campo
    return f"‹{libre}›"


def _nombre(escrito: str, cifras: Mapping[str, str]) -> str:
    """Cómo se lee un campo: «a quién», «total de oficios»; una elección, por sus dos palabras."""
    campo = next(patrones.campos(escrito))
    if isinstance(campo, patrones.Eleccion):
        return f"{campo.uno}/{campo.varios}".strip("/")
    if citadas := cifras_citadas(campo.nombre):
        dichas = " y ".join(_de_quienes(cifras.get(clave, clave), sexo) for clave, sexo in citadas)
        return f"{dichas}, {_CONTRA[raiz]}" if (raiz := campo.nombre.partition(".")[0]) in _CONTRA else dichas
    propio = cifras.get(campo.nombre, "")
    return con_minuscula(propio) if propio else dicho_en_texto(campo.nombre)


def _de_quienes(nombre: str, sexo: str) -> str:
    return f"{nombre}: {_SEXOS.get(sexo, sexo)}" if sexo else nombre
