"""Los renglones que un cuadro repartido por lo que dicen no cuenta en ningún lado, o cuenta en dos."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.palabras.redaccion import unas
from ut_escritorio.dominio.plan.campos import rotulo_de_campo
from ut_escritorio.dominio.plan.cifras import Cifra, Contada
from ut_escritorio.dominio.plan.cruces import los_demas, rotulo_de_los_demas, rotulos_de
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro, cifras_de
from ut_escritorio.dominio.plan.lugares import donde_estan
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura, sitio_de
from ut_escritorio.revision.palabras import RENGLON, cuantos


def mal_repartidos(lectura: Lectura) -> Iterator[Hallazgo]:
    """De cada cuadro que reparte lo contado, los renglones por los que sus partes no dan el total."""
    for lugar, apartado in lectura.apartados:
        cuadro = lectura.plan.cuadro.get(apartado.cuadro)
        repartos = _repartos(cuadro) if cuadro else {}
        if cuadro is None or not repartos:
            continue
        for cifra in (lectura.plan.cifra[clave] for clave in cifras_de(cuadro)):
            if isinstance(cifra.fuente, Contada):
                for campo, bandas in repartos.items():
                    yield from _del_reparto(lectura, (lugar, cuadro), cifra, cifra.fuente, campo, bandas)


def _repartos(cuadro: Cuadro) -> dict[str, list[Banda]]:
    """Por qué campos se reparte, y las bandas que lo hacen."""
    repartos: dict[str, list[Banda]] = {}
    for banda in (*cuadro.filas, *cuadro.columnas):
        if banda.eje == "valores":
            repartos.setdefault(banda.campo, []).append(banda)
    return repartos


def _del_reparto(
    lectura: Lectura,
    donde: tuple[str, Cuadro],
    cifra: Cifra,
    fuente: Contada,
    campo: str,
    bandas: Sequence[Banda],
) -> Iterator[Hallazgo]:
    lugar, cuadro = donde
    valores = {llano(valor) for banda in bandas for valor in banda.valores}
    filas = lectura.filas(fuente)
    en = [(fila, len(valores & set(map(llano, fila.dice(campo))))) for fila in filas]
    fuera, repetidos = [f for f, veces in en if not veces], [f for f, veces in en if veces > 1]
    rotulo = rotulo_de_campo(campo, lectura.formas[filas[0].uid]) if filas else ""
    cual = f"el cuadro de {cifra.nombre}{donde_estan(lectura.plan, [lugar])}"
    if fuera:
        rotulos = unas([f"«{dicho}»" for banda in bandas for dicho in rotulos_de(banda)])
        uno = len(fuera) == 1
        dicen, estan = ("dice" if uno else "dicen"), _donde_estan(cuadro, campo, uno)
        que = f"{estan} {cual}: en «{rotulo}» no {dicen} {rotulos}."
        yield _hallado("fuera_del_cuadro", que, fuera, campo, cuadro, cifra)
    if repetidos:
        van = "se cuenta" if len(repetidos) == 1 else "se cuentan"
        que = f"{van} más de una vez en {cual}: en «{rotulo}» dicen varios. El total los cuenta una sola vez."
        yield _hallado("dos_veces_en_el_cuadro", que, repetidos, campo, cuadro, cifra)


def _donde_estan(cuadro: Cuadro, campo: str, uno: bool) -> str:
    """«no entra en» o, si el cuadro lleva a los demás para que sume su total, entre ellos."""
    ejes = zip((cuadro.filas, cuadro.columnas), los_demas(cuadro), strict=True)
    for eje, demas in ejes:
        if tras := [n for n, cada in demas.items() if cada.campo == campo]:
            return f"{'va' if uno else 'van'} en «{rotulo_de_los_demas(eje[tras[-1]])}» en"
    return f"no {'entra' if uno else 'entran'} en"


def _hallado(
    codigo: str, que: str, filas: Sequence[Renglon], campo: str, cuadro: Cuadro, cifra: Cifra
) -> Hallazgo:
    return hallazgo(
        codigo,
        "revisar",
        f"{cuantos(len(filas), RENGLON)} {que}",
        [sitio_de(fila, campo) for fila in filas],
        cuadro.clave,
        cifra.clave,
        campo,
        [(fila.uid, list(fila.dice(campo))) for fila in filas],
    )
