"""Los datos de un trimestre escritos como texto llegan, y se comparan, como la parte de otro departamento."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ut_escritorio.datos.archivo.apertura import crear_base
from ut_escritorio.datos.filas.carga import cargar_papeles, cargar_trimestre
from ut_escritorio.datos.filas.partes.hacer import llenar_con
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.toml.trimestre import TrimestreLeido, anio_de, leer_trimestre
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, TextoAMano
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre, Renglon
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.oficina.catalogos import catalogo_de
from ut_escritorio.servicios.oficina.plan import plan_de


def como_archivo(exp: Expediente, texto: Path, carpeta: Path, ahora: Reloj) -> tuple[Path, Trimestre]:
    """Un archivo en esa carpeta, con el plan y el libro de este y el trimestre como dice el texto; y cuál es.

    No lleva nada más de este, ni sus imágenes. ErrorEsperado si el texto tiene algo que corregir o el archivo
    no tiene el plan de ese año.
    """
    de_que_anio = Trimestre(anio_de(texto), 1)
    leido = leer_trimestre(texto, plan_de(exp, de_que_anio), catalogo_de(exp))
    trimestre = leido.foto.trimestre
    leido = con_las_identidades_de(exp.foto(trimestre), leido)
    legajo, ruta = exp.legajo(trimestre), carpeta / f"{texto.stem}.sqlite"

    def llenar(base: Base) -> None:
        def poner() -> None:
            cargar_trimestre(base, leido.foto)
            papeles = ((papel.oficio, papel.seguimiento) for papel in leido.papeles)
            cargar_papeles(base, trimestre, papeles)

        with exp.base.lectura():
            llenar_con(base, legajo, f"«{texto.name}»", poner)

    crear_base(ruta, ahora, llenar)
    return ruta, trimestre


def con_las_identidades_de(aqui: FotoTrimestre, leido: TrimestreLeido) -> TrimestreLeido:
    """Lo leído, con cada renglón y cada párrafo llamado como el de aquí que ocupa su puesto en su lugar.

    Primero los que citan los mismos oficios; luego, en orden, los que quedan.
    """
    uids: dict[str, str] = {}
    asuntos: dict[str, str] = {}
    for lugar in aqui.plan.lugar:
        suyos, nuestros = list(leido.foto.anotado_en(lugar)), list(aqui.anotado_en(lugar))
        for igual in (_dice_lo_mismo, _cita_lo_mismo, _es_de_su_clase):
            for cosa in list(suyos):
                otro = next((otro for otro in nuestros if igual(cosa, otro)), None)
                if otro is not None:
                    uids[cosa.uid] = otro.uid
                    asuntos.update(_asuntos(cosa, otro))
                    suyos.remove(cosa)
                    nuestros.remove(otro)
    renglones = tuple(
        replace(r, uid=uids.get(r.uid, r.uid), asunto_uid=asuntos.get(r.asunto_uid, r.asunto_uid))
        for r in leido.foto.renglones
    )
    parrafos = tuple(replace(p, uid=uids.get(p.uid, p.uid)) for p in leido.foto.parrafos)
    numero = leido.foto.trimestre.numero
    a_mano: dict[str, TextoAMano] = {}
    for escrito, dicho in leido.foto.a_mano.items():
        origen = Origen.leido(escrito)
        suyo = origen.con_clave(uids.get(origen.clave, origen.clave))
        a_mano[suyo] = replace(dicho, origen=suyo)
    foto = replace(
        leido.foto,
        renglones_del_ejercicio={numero: renglones} if renglones else {},
        parrafos=parrafos,
        a_mano=a_mano,
    )
    return replace(leido, foto=foto)


def _asuntos(una: Renglon | ParrafoLibre, otra: Renglon | ParrafoLibre) -> dict[str, str]:
    """Cómo se llama aquí el asunto de un renglón que ya tiene el suyo."""
    if isinstance(una, Renglon) and isinstance(otra, Renglon) and una.asunto_uid and otra.asunto_uid:
        return {una.asunto_uid: otra.asunto_uid}
    return {}


def _dice_lo_mismo(una: Renglon | ParrafoLibre, otra: Renglon | ParrafoLibre) -> bool:
    if isinstance(una, Renglon) and isinstance(otra, Renglon):
        return replace(una, uid="", orden=0, asunto_uid="") == replace(otra, uid="", orden=0, asunto_uid="")
    return isinstance(una, ParrafoLibre) and isinstance(otra, ParrafoLibre) and una.texto == otra.texto


def _cita_lo_mismo(una: Renglon | ParrafoLibre, otra: Renglon | ParrafoLibre) -> bool:
    return (
        isinstance(una, Renglon)
        and isinstance(otra, Renglon)
        and bool(una.citas)
        and [c.folio for c in una.citas] == [c.folio for c in otra.citas]
    )


def _es_de_su_clase(una: Renglon | ParrafoLibre, otra: Renglon | ParrafoLibre) -> bool:
    return type(una) is type(otra)
