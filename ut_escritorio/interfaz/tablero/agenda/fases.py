"""Lo que se lee en cada fase: el título, si algo corre prisa, y sus líneas."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficina.calendario import cuantos_habiles
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import (
    cantidad,
    cantidad_de_lista,
    fecha_corta,
    lista,
    recortado,
)
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.trimestre.fases import dia_de_entrega
from ut_escritorio.dominio.trimestre.primeros_pasos import PrimerPaso, primeros_pasos
from ut_escritorio.interfaz.tablero.agenda.dia import Dia
from ut_escritorio.interfaz.tablero.agenda.fuentes import (
    CABEN,
    casillas_vacias,
    copia_afuera,
    cosas_por_corregir,
    por_hacer,
    sesiones_sin_foto,
)
from ut_escritorio.interfaz.tablero.agenda.linea import (
    AConfirmarMetas,
    ALaOficina,
    ALaOrden,
    ALoProgramado,
    AlSitio,
    AOtraHoja,
    Destino,
    Linea,
    ParaLuego,
)

_HABIL = Sustantivo("día hábil", "días hábiles")
_REVISANDO, _NADA = "Revisando…", "Nada por hoy."
_COSA, _ACUSE = Sustantivo("cosa", "cosas", "f"), Sustantivo("acuse", "acuses")
_FOLIOS = 80  # letras
_QUE_HACE = {"metas": "Confirmarlas", "ultimo_oficio": "Decirlo…", "areas": "Pegar de Excel…"}
_DEL_INFORME = frozenset({cosas_por_corregir, casillas_vacias, sesiones_sin_foto})
_YA_VAN_EN_LA_ENTREGA = _DEL_INFORME | {copia_afuera}


@congelado
class Pagina:
    """Una tarjeta: su título, una nota (con prisa, en ámbar) y sus líneas; `sin_nada`, si no hay ninguna."""

    titulo: str
    lineas: tuple[Linea, ...]
    nota: str = ""
    con_prisa: bool = False
    sin_nada: str = ""


def paginas(dia: Dia) -> tuple[Pagina, ...]:
    """Las tarjetas de hoy, en el orden en que se leen."""
    if dia.dudoso:
        return (_de_reloj_dudoso(dia),)
    if dia.fase == "empieza":
        return (_para_empezar(dia),)
    if dia.fase == "cierra":
        demas = por_hacer(dia, menos=_YA_VAN_EN_LA_ENTREGA)
        return (_para_entregar(dia), *((Pagina("Por hacer hoy", demas),) if demas else ()))
    if dia.fase == "firmado":  # lo suyo ya no se corrige
        return _firmado(dia), Pagina("Por hacer hoy", por_hacer(dia, _DEL_INFORME), sin_nada=_NADA)
    if not dia.revisado:
        return (Pagina("Por hacer hoy", por_hacer(dia), _REVISANDO),)
    return (Pagina("Por hacer hoy", por_hacer(dia), sin_nada=_NADA),)


def cuanto_queda(dia: Dia) -> str:
    """«quedan 33 días hábiles», contando hoy; vacío si no es el trimestre de hoy."""
    trimestre = dia.foto.trimestre
    if not trimestre.primer_dia <= dia.hoy <= trimestre.ultimo_dia or dia.dudoso:
        return ""
    quedan = cuantos_habiles(dia.calendario, dia.hoy, trimestre.ultimo_dia)
    return f"{'queda' if quedan == 1 else 'quedan'} {cantidad(quedan, _HABIL)}"


def _de_reloj_dudoso(dia: Dia) -> Pagina:
    """Con ese día no se mide nada: se dice por qué, y queda lo que no depende de él.

    Si es de un trimestre del archivo, lo que no va con él es lo último que se guardó: el reloj se adelantó
    aquella vez, o se atrasa hoy.
    """
    if dia.de_hoy is None:
        por_que = f"Lo que se ve es del {dia.foto.trimestre}"
        aun_no_llega = dia.hoy < dia.foto.trimestre.primer_dia
        prepararlo = "prepare su año en «Oficina → Año nuevo…»."
        si_esta_bien = "siga capturando: se dirá cuando llegue." if aun_no_llega else prepararlo
    else:
        por_que = "Lo último que se guardó lleva una fecha muy posterior"
        si_esta_bien = "siga capturando: al guardar algo con la fecha de hoy se vuelve a decir."
    return Pagina(
        f"Hoy es {fecha_corta(dia.hoy)} según este equipo",
        por_hacer(dia),
        f"{por_que}: no se dice qué toca. Si la fecha está mal, corríjala en Windows; si está bien, "
        f"{si_esta_bien}",
        con_prisa=True,
    )


def _para_empezar(dia: Dia) -> Pagina:
    pasos = () if dia.solo_leer else primeros_pasos(dia.foto, por_cual_va=dia.por_cual_va)
    dejados = [paso for paso in pasos if paso.cual in dia.foto.para_luego]
    lineas = tuple(_de_paso(paso) for paso in pasos if paso not in dejados)
    if dejados:
        que = f"Para luego: {lista([paso.en_corto for paso in dejados])}"
        lineas += (Linea("para luego", que, "luego", "Retomar", ParaLuego()),)
    if pasos:
        lineas += tuple(_de_otra_manera(dia))
    lineas = _de_cinco_en_cinco(lineas, dia.hoja)
    nota = "Diez minutos, en el orden que quiera; puede cerrar y seguir otro día."
    return Pagina("Para empezar", lineas, nota if lineas else "", sin_nada="Aún no se captura nada.")


def _de_cinco_en_cinco(lineas: tuple[Linea, ...], hoja: int) -> tuple[Linea, ...]:
    """Las que caben de esa hoja y, con la última, cómo se ven las demás."""
    if len(lineas) <= CABEN:
        return lineas
    por_hoja = CABEN - 1
    desde = min(hoja, (len(lineas) - 1) // por_hoja) * por_hoja
    suyas = lineas[desde : desde + por_hoja]
    if siguen := len(lineas) - desde - len(suyas):
        return *suyas, _a_otra(f"Y {siguen} más", "Ver las que siguen", desde // por_hoja + 1)
    return *suyas, _a_otra(f"Antes, otras {desde}", "Ver las primeras", 0)


def _a_otra(que: str, boton: str, hoja: int) -> Linea:
    return Linea("otras", que, "luego", boton, AOtraHoja(hoja))


def _de_otra_manera(dia: Dia) -> Iterator[Linea]:
    """Ver antes uno lleno, o pegar lo que ya se lleva en Excel en el primer cuadro con casillas vacías."""
    yield Linea(
        "ejemplo", "¿Quiere ver antes uno lleno?", "luego", "Ver un ejemplo", ALaOrden("ver un ejemplo")
    )
    vacias = (h.sitios[0] for h in dia.senales.todavia_no if h.codigo == "sin_capturar" and h.sitios)
    if (primera := next(vacias, None)) is not None:
        que = "¿Ya lleva sus números en Excel? Cópielos y, en su cuadro, péguelos con Ctrl+V"
        yield Linea("excel", que, "luego", "Ir al cuadro", AlSitio(primera))


def _de_paso(paso: PrimerPaso) -> Linea:
    que_hace = _QUE_HACE.get(paso.cual, "Ir")
    luego = ParaLuego(paso.cual) if paso.espera else None
    return Linea(paso.que, paso.que, "luego", que_hace, _destino(paso), paso.por_que, luego)


def _destino(paso: PrimerPaso) -> Destino:
    if paso.cual == "areas":
        return ALaOrden("pegar las áreas")
    if paso.oficina:
        return ALaOficina(paso.oficina)
    if paso.cual == "metas":
        return AConfirmarMetas()
    if paso.cual == "ultimo_oficio":
        return ALaOrden("decir el último oficio")
    return ALoProgramado(paso.programa) if paso.programa else AlSitio(Sitio(paso.lugar))


def _para_entregar(dia: Dia) -> Pagina:
    foto, hoy = dia.foto, dia.hoy
    entrega = dia_de_entrega(foto, dia.calendario)
    que = fecha_corta(entrega) if entrega and entrega >= hoy else f"{foto.trimestre}"
    nota, con_prisa = _plazo(dia, entrega)
    lineas = tuple(_de_la_entrega(dia))
    if entrega is None and not dia.solo_leer:
        a = ALaOrden("decir cuándo se entrega")
        lineas = (Linea("entrega", "¿Qué día se entrega?", "luego", "Decirlo…", a), *lineas)
    return Pagina(f"Para entregar el {que}", lineas, nota, con_prisa)


def _plazo(dia: Dia, entrega: date | None) -> tuple[str, bool]:
    """Cuánto falta para la entrega o, sin su fecha, para que acabe el trimestre; y si ya pasó."""
    limite = entrega or dia.foto.trimestre.ultimo_dia
    if limite == dia.hoy:
        return ("Se entrega hoy." if entrega else "El trimestre acaba hoy."), True
    if limite > dia.hoy:
        faltan = cuantos_habiles(dia.calendario, dia.hoy, limite) - 1
        verbo = "Falta" if faltan == 1 else "Faltan"
        cuando = "" if entrega else f" para que acabe, el {fecha_corta(limite)}"
        return f"{verbo} {cantidad(max(0, faltan), _HABIL)}{cuando}.", False
    pasaron = cuantos_habiles(dia.calendario, limite, dia.hoy) - 1
    que = f"Debió entregarse el {fecha_corta(limite)}" if entrega else f"Acabó el {fecha_corta(limite)}"
    return f"{que}, hace {cantidad(max(0, pasaron), _HABIL)}.", True


def _de_la_entrega(dia: Dia) -> Iterator[Linea]:
    """Cada parte de lo que se entrega, lo que ya está y lo que le falta."""
    for parte in dia.senales.para_entregar:
        if not parte.faltan:
            yield Linea(parte.nombre, parte.nombre, "listo", detalle=parte.van)
            continue
        cuantos = sum(len(h.sitios) for h in parte.faltan)
        faltan = parte.van or f"{'falta' if cuantos == 1 else 'faltan'} {cuantos}"
        a = AlSitio(parte.faltan[0].sitios[0])
        yield Linea(parte.nombre, parte.nombre, "pronto", "Ir", a, faltan)
    if dia.revisado:
        yield _de_la_revision(dia)
    yield Linea(
        "imprimir", "Imprimir, firmar y escanear", "luego", "Imprimir…", ALaOrden("imprimir para firma")
    )
    usb = next(copia_afuera(dia), None)
    if usb is not None:
        yield usb
    elif dia.copias is not None:
        yield Linea("usb", "Copia fuera de este equipo", "listo")


def _de_la_revision(dia: Dia) -> Linea:
    dichos = {h.huella for parte in dia.senales.para_entregar for h in parte.faltan}
    otros = [h for h in dia.senales.por_corregir if h.huella not in dichos]
    if not otros:
        return Linea("revisar", "Revisar", "listo", detalle="nada por corregir")
    que = f"{cantidad_de_lista(len(otros), _COSA)} por corregir"
    return Linea("revisar", "Revisar", "grave", "Verlas", ALaOrden("revisar"), que)


def _firmado(dia: Dia) -> Pagina:
    firmado, sigue = dia.foto.firmado, dia.siguiente
    assert firmado is not None, "está en esa fase"
    lineas = [Linea("ver", "Lo que se firmó", "listo", "Abrir", ALaOrden("ver lo firmado"))]
    if dia.acuses:
        cuantos = cantidad_de_lista(len(dia.acuses), _ACUSE)
        que = f"{'Llegó' if len(dia.acuses) == 1 else 'Llegaron'} {cuantos} después"
        al_primero = AlSitio(Sitio(origen=Origen("libro", dia.acuses[0].oficio.uid)))
        folios = recortado(lista([fila.oficio.folio for fila in dia.acuses]), _FOLIOS)
        lineas.append(Linea("acuses", que, "listo", "Ver", al_primero, folios))
    if sigue is not None:
        lineas.append(
            Linea("sigue", f"Empezar el {sigue}", "luego", "Empezar", ALaOrden("ir al trimestre", sigue))
        )
    elif not dia.solo_leer:
        que = f"Sigue {dia.foto.trimestre.siguiente.ejercicio}, que aún no se prepara"
        lineas.append(Linea("sigue", que, "luego", "Año nuevo…", ALaOrden("preparar el año")))
    titulo = f"{dia.foto.trimestre}, firmado el {fecha_corta(firmado.fecha)}"
    return Pagina(titulo, tuple(lineas))
