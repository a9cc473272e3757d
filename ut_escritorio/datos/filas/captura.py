"""Escribir lo que se captura en un trimestre; siempre dentro de la acción o carga de quien llama."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios.citados import Mencion, folio_aparte, oficios_de, quitar_sueltos
from ut_escritorio.datos.filas.oficios.compartido import compartir_la_fecha
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.oficios.oficio import DelPapel
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import OficioRemision, TextoAMano
from ut_escritorio.dominio.trimestre.metas import MetaModificada


def _poner(legajo: Legajo, tabla: Any, donde: Any, **valores: Any) -> None:
    """Cambia la fila que cumple o, si no hay, la agrega."""
    if not legajo.base.cambia(tabla, donde, **valores):
        legajo.base.inserta(tabla, trimestre=legajo.id, **valores)


def _marcar(legajo: Legajo, tabla: Any, donde: Any, si: bool, **valores: Any) -> None:
    """Hace que la fila exista o que no."""
    if not si:
        legajo.base.borra(tabla, donde)
    elif not legajo.base.lee(tabla.select(tabla.id).where(donde)):
        legajo.base.inserta(tabla, trimestre=legajo.id, **valores)


def poner_conteo(legajo: Legajo, casilla: Casilla, valor: int | None) -> None:
    """Escribe el número de una casilla; None la deja vacía."""
    cifra, c = legajo.cifra(casilla.cifra), e.Conteo
    mes, sexo = casilla.mes, casilla.sexo
    donde = (c.trimestre == legajo.id) & (c.cifra == cifra)
    donde &= c.mes.is_null() if mes is None else c.mes == mes
    donde &= c.sexo.is_null() if sexo is None else c.sexo == sexo
    if valor is None:
        legajo.base.borra(c, donde)
    else:
        _poner(legajo, c, donde, cifra=cifra, mes=mes, sexo=sexo, valor=valor)


def poner_capturado(legajo: Legajo, clave: str, mes: int, si: bool) -> None:
    """Da un mes de una cifra por capturado, o deja de darlo."""
    cifra, m = legajo.cifra(clave), e.MesCapturado
    donde = (m.trimestre == legajo.id) & (m.cifra == cifra) & (m.mes == mes)
    _marcar(legajo, m, donde, si, cifra=cifra, mes=mes)


def poner_sin_actividad(legajo: Legajo, clave: str, si: bool) -> None:
    """Marca que un lugar no tocó este trimestre, o quita la marca."""
    lugar, s = legajo.lugar(clave), e.SinActividad
    _marcar(legajo, s, (s.trimestre == legajo.id) & (s.lugar == lugar), si, lugar=lugar)


def poner_por_mirar(legajo: Legajo, origen: str, si: bool) -> None:
    """Deja un texto por mirar, o lo da por mirado."""
    p = e.PorMirar
    _marcar(legajo, p, (p.trimestre == legajo.id) & (p.origen == origen), si, origen=origen)


def poner_alcanzado(legajo: Legajo, clave: str, valor: Decimal | None) -> None:
    """Escribe el % alcanzado de un lugar; None lo deja vacío."""
    lugar, a = legajo.lugar(clave), e.Alcanzado
    donde = (a.trimestre == legajo.id) & (a.lugar == lugar)
    if valor is None:
        legajo.base.borra(a, donde)
    else:
        _poner(legajo, a, donde, lugar=lugar, valor=valor)


def poner_texto(legajo: Legajo, origen: str, texto: TextoAMano | None) -> None:
    """Guarda el texto a mano de un origen; None vuelve al automático."""
    t = e.TextoAMano
    donde = (t.trimestre == legajo.id) & (t.origen == origen)
    if texto is None:
        legajo.base.borra(t, donde)
    else:
        _poner(legajo, t, donde, origen=origen, texto=texto.texto, sustituye=texto.sustituye)


def poner_justificacion(legajo: Legajo, clave: str, texto: str) -> None:
    """Escribe por qué el valor de un lugar se alejó de lo programado; vacía, la quita."""
    lugar, j = legajo.lugar(clave), e.Justificacion
    donde = (j.trimestre == legajo.id) & (j.lugar == lugar)
    if texto:
        _poner(legajo, j, donde, lugar=lugar, texto=texto)
    else:
        legajo.base.borra(j, donde)


def poner_modificada(legajo: Legajo, clave: str, meta: MetaModificada | None) -> None:
    """Escribe a cuánto se modificó la meta de un lugar; None: vale lo programado."""
    lugar, m = legajo.lugar(clave), e.MetaModificada
    donde = (m.trimestre == legajo.id) & (m.lugar == lugar)
    if meta is None:
        legajo.base.borra(m, donde)
    else:
        suyo = {"valor": meta.valor, "motivo": meta.motivo, "fecha": meta.fecha, "folio": meta.folio}
        _poner(legajo, m, donde, lugar=lugar, **suyo)


def poner_dejado(legajo: Legajo, huella: str, motivo: str | None) -> None:
    """Deja así lo señalado que tiene esa huella, con su motivo; None: que se vuelva a señalar."""
    d = e.DejadoAsi
    donde = (d.trimestre == legajo.id) & (d.huella == huella)
    if motivo is None:
        legajo.base.borra(d, donde)
    else:
        _poner(legajo, d, donde, huella=huella, motivo=motivo)


def poner_oficio(legajo: Legajo, oficio: OficioRemision, *, tal_cual: bool = False) -> None:
    """Guarda el folio y la fecha del oficio con que un departamento entrega su parte.

    La fecha es también la de su papel (véase `compartir`); `tal_cual`, queda como se da.
    """
    departamento, o = legajo.departamento(oficio.departamento), e.OficioDeRemision
    donde = (o.trimestre == legajo.id) & (o.departamento == departamento)
    antes = legajo.base.lee(o.select(o.oficio, o.fecha).where(donde))
    citaba = [id_ for id_, _ in antes if id_ is not None]
    menciones = [Mencion(oficio.folio, "enviado", DelPapel(oficio.fecha))] if oficio.folio else []
    columnas: dict[str, Any] = {"oficio": None, "fecha": oficio.fecha, "folio": None}
    for id_ in oficios_de(legajo, menciones, citaba):
        fecha = compartir_la_fecha(
            legajo,
            id_,
            oficio.fecha,
            antes[0][1] if antes else None,
            ya_lo_citaba=citaba == [id_],
            tal_cual=tal_cual,
        )
        columnas = {"oficio": id_, "fecha": fecha, "folio": folio_aparte(legajo.base, id_, oficio.folio)}
    _poner(legajo, o, donde, departamento=departamento, **columnas)
    quitar_sueltos(legajo.base, set(citaba) - {columnas["oficio"]})


def quitar_folio_de_remision(legajo: Legajo, clave: str) -> None:
    """Deja sin número el oficio con que un departamento entrega su parte."""
    departamento, o = legajo.departamento(clave), e.OficioDeRemision
    donde = (o.trimestre == legajo.id) & (o.departamento == departamento)
    legajo.base.cambia(o, donde, oficio=None, folio=None)


def poner_fecha_de_firma(legajo: Legajo, fecha: date | None) -> None:
    """Escribe la fecha de firma del informe; None: aún no se sabe."""
    legajo.base.cambia(e.Trimestre, e.Trimestre.id == legajo.id, fecha_de_firma=fecha)


def poner_numeracion(legajo: Legajo, si: bool) -> None:
    """Hace que las páginas lleven «Página X de N», o que no."""
    legajo.base.cambia(e.Trimestre, e.Trimestre.id == legajo.id, numera_paginas=si)


def poner_ajuste(base: Base, clave: str, valor: str) -> None:
    """Guarda una preferencia que viaja con el archivo."""
    if not base.cambia(e.Ajuste, e.Ajuste.clave == clave, valor=valor):
        base.inserta(e.Ajuste, clave=clave, valor=valor)
