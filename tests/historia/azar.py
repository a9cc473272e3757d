"""Una jornada al azar: cualquier cosa que se puede hacer en la oficina pequeña, con una semilla fija."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from tests.datos.oficina import PASO, TRIMESTRE
from tests.evidencias.archivos import escaneo, foto
from ut_escritorio.datos.esquema import BITACORADAS
from ut_escritorio.datos.esquema.base import nombre_de
from ut_escritorio.dominio.impreso.traidos import TextoTraido
from ut_escritorio.dominio.numeros.dias import CambioDeDia
from ut_escritorio.dominio.numeros.pegado import CambioDeConteo
from ut_escritorio.dominio.oficina.calendario import Descanso
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.eleccion import FirmanteElegido
from ut_escritorio.dominio.trimestre.evidencias import Evidencia, Preparada, Trozo
from ut_escritorio.dominio.trimestre.metas import MetaModificada
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte, Renglon
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura import monitoreos, renglones, textos, traer
from ut_escritorio.servicios.captura import numeros as captura
from ut_escritorio.servicios.entrega import decisiones, eleccion, remision
from ut_escritorio.servicios.evidencias import adjuntar as evidencias
from ut_escritorio.servicios.evidencias.preparar import Lote
from ut_escritorio.servicios.oficina import calendario, para_luego
from ut_escritorio.servicios.texto import entrada, salida

MODULOS = (
    calendario, captura, decisiones, eleccion, entrada, evidencias, monitoreos, para_luego, remision,
    renglones, textos, traer,
)  # fmt: skip
LUGARES = (PASO, "1.1", "demas")
FOTO, PDF = foto(8, 6), escaneo(1)
PALABRAS = ("", "los horarios", "«comillas» y ñ", "dos\nrenglones", "100 % [así] {no}", "🙂")

Contenido = dict[str, list[tuple[Any, ...]]]
Gesto = Callable[[Expediente, Random], object]


def contenido(exp: Expediente) -> Contenido:
    """Todas las filas de lo que se captura y del plan, tabla por tabla."""
    return {
        nombre_de(tabla): exp.base.conexion.execute(
            f"SELECT * FROM {nombre_de(tabla)} ORDER BY id"
        ).fetchall()
        for tabla in BITACORADAS
    }


def servicios_que_cambian(modulo: ModuleType) -> Iterator[str]:
    """Las funciones públicas de un servicio que devuelven Cambios."""
    for nombre, funcion in inspect.getmembers(modulo, inspect.isfunction):
        suya = funcion.__module__ == modulo.__name__ and not nombre.startswith("_")
        if suya and "Cambios" in str(funcion.__annotations__.get("return")):
            yield nombre


def _numero(azar: Random) -> int | None:
    return azar.choice((None, 0, azar.randrange(1000)))


def _dia(azar: Random) -> date | None:
    return azar.choice((None, TRIMESTRE.primer_dia + timedelta(azar.randrange(120))))


def _casilla(azar: Random) -> Casilla:
    mes = azar.choice(TRIMESTRE.meses)
    return azar.choice(
        (
            Casilla("visitas", 2, mes),
            Casilla("visitas", 2, mes, azar.choice(("mujeres", "hombres", "ni"))),
            Casilla("asesorias", 2, mes),
            Casilla("asesorias", 2),
            Casilla("asesorias", 2, None, azar.choice(("mujeres", "hombres"))),
        )
    )


def _datos(azar: Random) -> dict[str, Any]:
    folios = (f"PR/{azar.randrange(600, 630):04}/2031", "sin número", "PR/0534/2031")
    return {
        "asunto": azar.choice(PALABRAS),
        "medio": azar.choice(("", "oficio", "llamada")),
        "sentido": azar.choice(("", "enviado", "recibido")),
        "fecha": _dia(azar),
        "cantidad": _numero(azar),
        "personas": Personas(mujeres=_numero(azar), total=_numero(azar)),
        "citas": tuple(Cita(azar.choice(folios), azar.choice(PALABRAS)) for _ in range(azar.randrange(4))),
        "partes": tuple(
            azar.choice((Parte("destinatario", "tesoreria"), Parte("emisor", texto="Don Nadie")))
            for _ in range(azar.randrange(3))
        ),
        "junto": azar.random() < 0.3,
        "asunto_uid": azar.choice(("", "", "hilo-1", "hilo-2")),
    }


def _un_renglon(exp: Expediente, azar: Random) -> Renglon | None:
    renglones = exp.foto(TRIMESTRE).renglones
    return azar.choice(renglones) if renglones else None


def _guardar_renglon(exp: Expediente, azar: Random) -> object:
    renglon = _un_renglon(exp, azar)
    visita = azar.choice(("", "visita 1"))
    return renglon and renglones.guardar_renglon(exp, TRIMESTRE, replace(renglon, **_datos(azar)), visita)


def _quitar_renglon(exp: Expediente, azar: Random) -> object:
    renglon = _un_renglon(exp, azar)
    return renglon and renglones.quitar_renglon(exp, TRIMESTRE, renglon.uid)


def _mover_renglon(exp: Expediente, azar: Random) -> object:
    renglon = _un_renglon(exp, azar)
    return renglon and renglones.mover_renglon(exp, TRIMESTRE, renglon.uid, azar.choice((-2, -1, 1, 2)))


def _guardar_parrafo(exp: Expediente, azar: Random) -> object:
    parrafos = exp.foto(TRIMESTRE).parrafos
    visita = azar.choice(("", "visita 2"))
    if not parrafos:
        return None
    nuevo = replace(azar.choice(parrafos), texto=azar.choice(PALABRAS))
    return renglones.guardar_parrafo(exp, TRIMESTRE, nuevo, visita)


def _quitar_parrafo(exp: Expediente, azar: Random) -> object:
    parrafos = exp.foto(TRIMESTRE).parrafos
    return parrafos and renglones.quitar_parrafo(exp, TRIMESTRE, azar.choice(parrafos).uid)


def _pegar(exp: Expediente, azar: Random) -> object:
    cambios = {_casilla(azar): _numero(azar) for _ in range(azar.randrange(1, 10))}
    propuesta = Propuesta("Pegar", tuple(CambioDeConteo(*cambio) for cambio in cambios.items()))
    return captura.aplicar_pegado(exp, TRIMESTRE, propuesta)


def _descanso(azar: Random) -> Descanso:
    desde = date(2031, 4, azar.randrange(1, 6))
    return Descanso(desde, desde + timedelta(azar.randrange(3)), azar.choice(PALABRAS))


def _origen(azar: Random) -> str:
    return azar.choice(("apartado:1.1#3", "lugar:1.1", "registro:primero", "oficio:vecindad#cuerpo"))


def _poner_los_anexos(exp: Expediente, azar: Random) -> None:
    with suppress(ErrorEsperado):  # casi nunca hay un texto a mano que diga otros
        textos.poner_los_anexos_de_hoy(exp, TRIMESTRE, PASO, Origen.leido(_origen(azar)))


def _elegido(azar: Random) -> FirmanteElegido | None:
    return azar.choice((None, FirmanteElegido("ana", "Jefa"), FirmanteElegido("beto", "Suplente")))


def _dia_del_trimestre(azar: Random) -> date:
    return TRIMESTRE.primer_dia + timedelta(azar.randrange(91))


def _registrar_los_de_hoy(exp: Expediente, azar: Random) -> object:
    # Un inhábil, o con la actividad marcada «no tocó», no registra nada.
    with suppress(ErrorEsperado):
        return monitoreos.registrar_los_de_hoy(exp, _dia_del_trimestre(azar))


def _aplicar_dias(exp: Expediente, azar: Random) -> object:
    cambios = {_dia_del_trimestre(azar): _numero(azar) for _ in range(azar.randrange(1, 10))}
    dias = tuple(CambioDeDia("visitas", dia, valor) for dia, valor in cambios.items())
    return monitoreos.aplicar_dias(exp, TRIMESTRE, Propuesta("Marcar días", dias), TRIMESTRE.ultimo_dia)


def _traer(exp: Expediente, azar: Random) -> object:
    texto = TextoTraido(PASO, "antes", azar.choice(PALABRAS))
    del_plan = TextoTraido("1.1", "antes", azar.choice(PALABRAS), "apartado:1.1#3", "lo automático")
    return traer.traer(exp, TRIMESTRE, Propuesta("Traer textos", azar.choice(((texto,), (texto, del_plan)))))


def _dueno(exp: Expediente, azar: Random) -> Origen:
    renglon = _un_renglon(exp, azar)
    return Origen("renglon", renglon.uid) if renglon and azar.random() < 0.7 else Origen("lugar", "1.1")


def _preparada(azar: Random) -> Preparada:
    """Una foto o un PDF de verdad, que al final lleva unos octetos suyos."""
    suyos, original, clase = azar.randbytes(20), f"{azar.randrange(9)}", azar.choice(("foto", "pdf"))
    octetos, nombre = {"foto": (FOTO, "foto.jpg"), "pdf": (PDF, "hoja.pdf")}[clase]
    return Preparada(octetos + suyos, original, nombre, clase, hojas=1)


def _adjuntar(exp: Expediente, azar: Random) -> object:
    cuantas = azar.randrange(1, 4)
    lote = Lote(tuple(_preparada(azar) for _ in range(cuantas)))
    with suppress(ErrorEsperado):
        return evidencias.adjuntar(exp, TRIMESTRE, _dueno(exp, azar), lote)


def _adelantar(exp: Expediente, azar: Random) -> object:
    cual = azar.randrange(9)
    return evidencias.adelantar(exp, Trozo(f"{cual}", 0, bytes([cual]) * 20))


def _entrar_plan(exp: Expediente, azar: Random) -> object:
    """El plan que salió como texto, con otro nombre corto en un lugar, vuelve a entrar."""
    with TemporaryDirectory() as carpeta:
        texto = Path(carpeta) / "plan.txt"
        salida.guardar_plan(exp, TRIMESTRE.ejercicio, texto)
        dicho, corto = texto.read_text(encoding="utf-8"), f'corto = "Otro {azar.randrange(9)}"'
        sin_el = re.sub(r"^corto = .*\n", "", dicho, count=1, flags=re.MULTILINE)
        con_otro = sin_el.replace("[[componentes]]\n", f"[[componentes]]\n{corto}\n", 1)
        texto.write_text(con_otro, encoding="utf-8")
        llegada = entrada.revisar_plan(exp, texto)
    return entrada.entrar_plan(exp, TRIMESTRE, llegada, llegada.de_entrada) if llegada.de_entrada else None


def _con_una(hacer: Callable[[Expediente, Evidencia, Random], object]) -> Gesto:
    def gesto(exp: Expediente, azar: Random) -> object:
        suyas = evidencias.evidencias_de(exp, TRIMESTRE, _dueno(exp, azar))
        return suyas and hacer(exp, azar.choice(suyas), azar)

    return gesto


def _usar_tambien(exp: Expediente, una: Evidencia, azar: Random) -> object:
    with suppress(ErrorEsperado):
        return evidencias.usar_tambien(exp, TRIMESTRE, una, _dueno(exp, azar))


GESTOS: dict[str, Gesto] = {
    "adelantar": _adelantar,
    "adjuntar": _adjuntar,
    "poner_pie": _con_una(
        lambda exp, una, azar: evidencias.poner_pie(
            exp, TRIMESTRE, una.uid, azar.choice(PALABRAS), "visita 4"
        )
    ),
    "mover": _con_una(
        lambda exp, una, azar: evidencias.mover(exp, TRIMESTRE, una.dueno, una.uid, azar.choice((-1, 1, 3)))
    ),
    "usar_tambien": _con_una(_usar_tambien),
    "salir": _con_una(lambda exp, una, azar: evidencias.salir(exp, TRIMESTRE, una.uid, azar.random() < 0.5)),
    "quitar": _con_una(lambda exp, una, azar: evidencias.quitar(exp, TRIMESTRE, (una.uid,))),
    "capturar": lambda exp, azar: captura.capturar(exp, TRIMESTRE, _casilla(azar), _numero(azar)),
    "usar_lo_del_libro": lambda exp, azar: captura.usar_lo_del_libro(
        exp, TRIMESTRE, _casilla(azar), azar.randrange(1, 900)
    ),
    "aplicar_pegado": _pegar,
    "marcar_capturado": lambda exp, azar: captura.marcar_capturado(
        exp, TRIMESTRE, ("visitas", "asesorias"), azar.choice(TRIMESTRE.meses), azar.random() < 0.5
    ),
    "marcar_sin_actividad": lambda exp, azar: captura.marcar_sin_actividad(
        exp, TRIMESTRE, azar.choice(LUGARES), azar.random() < 0.5
    ),
    "fijar_alcanzado": lambda exp, azar: captura.fijar_alcanzado(
        exp, TRIMESTRE, azar.choice(LUGARES), azar.choice((None, Decimal("30.5"), Decimal(7)))
    ),
    "modificar_meta": lambda exp, azar: captura.modificar_meta(
        exp,
        TRIMESTRE,
        "1.1",
        MetaModificada(Decimal(azar.randrange(99)), "porque sí", _dia_del_trimestre(azar)),
    ),
    "volver_a_lo_programado": lambda exp, azar: captura.volver_a_lo_programado(exp, TRIMESTRE, "1.1"),
    "empezar_renglon": lambda exp, azar: renglones.empezar_renglon(exp, TRIMESTRE, PASO),
    "nuevo_renglon": lambda exp, azar: renglones.nuevo_renglon(exp, TRIMESTRE, PASO, **_datos(azar)),
    "guardar_renglon": _guardar_renglon,
    "quitar_renglon": _quitar_renglon,
    "mover_renglon": _mover_renglon,
    "nuevo_parrafo": lambda exp, azar: renglones.nuevo_parrafo(exp, TRIMESTRE, PASO, azar.choice(PALABRAS)),
    "guardar_parrafo": _guardar_parrafo,
    "quitar_parrafo": _quitar_parrafo,
    "escribir_a_mano": lambda exp, azar: textos.escribir_a_mano(
        exp, TRIMESTRE, _origen(azar), azar.choice(PALABRAS), "lo automático", azar.choice(("", "visita 3"))
    ),
    "volver_al_automatico": lambda exp, azar: textos.volver_al_automatico(exp, TRIMESTRE, _origen(azar)),
    "poner_los_anexos_de_hoy": _poner_los_anexos,
    "guardar_oficio": lambda exp, azar: remision.guardar_oficio(
        exp, TRIMESTRE, "vecindad", azar.choice(("", "PR/0822/2031", "PR/0534/2031")), _dia(azar)
    ),
    "fijar_fecha_de_firma": lambda exp, azar: remision.fijar_fecha_de_firma(exp, TRIMESTRE, _dia(azar)),
    "numerar_paginas": lambda exp, azar: remision.numerar_paginas(exp, TRIMESTRE, azar.random() < 0.5),
    "justificar": lambda exp, azar: decisiones.justificar(exp, TRIMESTRE, "1.1", azar.choice(PALABRAS)),
    "dejar_asi": lambda exp, azar: decisiones.dejar_asi(exp, TRIMESTRE, azar.choice("abc"), "porque sí"),
    "volver_a_senalar": lambda exp, azar: decisiones.volver_a_senalar(exp, TRIMESTRE, azar.choice("abc")),
    "elegir_membrete": lambda exp, azar: eleccion.elegir_membrete(
        exp, TRIMESTRE, azar.choice((None, "hoja"))
    ),
    "elegir_leyenda": lambda exp, azar: eleccion.elegir_leyenda(
        exp, TRIMESTRE, azar.choice((None, *PALABRAS))
    ),
    "elegir_firmante": lambda exp, azar: eleccion.elegir_firmante(exp, TRIMESTRE, "jefa", _elegido(azar)),
    "registrar_los_de_hoy": _registrar_los_de_hoy,
    "marcar_dia": lambda exp, azar: monitoreos.marcar_dia(
        exp,
        TRIMESTRE,
        CambioDeDia("visitas", _dia_del_trimestre(azar), _numero(azar)),
        TRIMESTRE.ultimo_dia,
    ),
    "aplicar_dias": _aplicar_dias,
    "contar_por_dias": lambda exp, azar: monitoreos.contar_por_dias(
        exp, TRIMESTRE, "visitas", azar.choice(TRIMESTRE.meses)
    ),
    "traer": _traer,
    "dar_por_mirado": lambda exp, azar: traer.dar_por_mirado(
        exp, TRIMESTRE, azar.choice((_origen(azar), *sorted(exp.foto(TRIMESTRE).por_mirar)))
    ),
    "agregar_descanso": lambda exp, azar: calendario.agregar_descanso(exp, _descanso(azar)),
    "quitar_descanso": lambda exp, azar: calendario.quitar_descanso(exp, _descanso(azar)),
    "dejar_para_luego": lambda exp, azar: para_luego.dejar_para_luego(
        exp, TRIMESTRE, azar.choice(("membrete", "metas", "programado"))
    ),
    "retomar": lambda exp, _: para_luego.retomar(exp, TRIMESTRE),
}
DEL_PLAN: dict[str, Gesto] = {"entrar_plan": _entrar_plan}
"""Lo que le cambia el plan; aparte, para quien junta dos archivos con el mismo."""
