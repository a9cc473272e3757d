"""Lo que un informe necesita para entregarse, y cuándo es hora de pedirlo."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.calendario import Calendario
from ut_escritorio.dominio.trimestre.fases import Fase
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.revision.anotado.entrega import remision_incompleta, sin_firmante, sin_membrete
from ut_escritorio.revision.anotado.evidencias import sin_foto
from ut_escritorio.revision.hallazgos import Hallazgo
from ut_escritorio.revision.lectura import Lectura, Regla
from ut_escritorio.revision.numeros.meses import nada_anotado, sin_capturar
from ut_escritorio.revision.numeros.valores import valores_que_faltan


@congelado
class LoQueFalta:
    """Lo que a una parte de la entrega le faltará el día del informe; `van`, cómo va: «40 de 71»."""

    nombre: str
    faltan: tuple[Hallazgo, ...] = ()
    van: str = ""


def _siempre(_: Lectura) -> bool:
    return True


def _nada(_: Lectura) -> str:
    return ""


@congelado
class Requisito:
    """Una parte de lo que se entrega: las reglas que dicen qué le falta, si se pide y cómo va."""

    nombre: str
    reglas: tuple[Regla, ...]
    se_pide: Callable[[Lectura], bool] = _siempre
    van: Callable[[Lectura], str] = _nada


def _numeros_escritos(lectura: Lectura) -> str:
    """«40 de 71»: las casillas que se escriben y ya tienen número."""
    todas = [celda for celda in lectura.celdas if celda.editable]
    return f"{sum(celda.valor.completo for celda in todas):,} de {len(todas):,}" if todas else ""


def _lleva_anexos(lectura: Lectura) -> bool:
    return bool(lectura.plan.programa.anexos.donde)


def _lleva_oficios(lectura: Lectura) -> bool:
    return any(depto.oficio for depto in lectura.plan.departamentos)


REQUISITOS: tuple[Requisito, ...] = (
    Requisito("Números del trimestre", (sin_capturar,), van=_numeros_escritos),
    Requisito("Renglones y textos", (nada_anotado,)),
    Requisito("Fotos de las sesiones", (sin_foto,), se_pide=_lleva_anexos),
    Requisito("Valor alcanzado", (valores_que_faltan,)),
    Requisito("Quién firma, leyenda y logotipos", (sin_firmante, sin_membrete)),
    Requisito("Oficio de remisión", (remision_incompleta,), se_pide=_lleva_oficios),
)
_HASTA_EL_CIERRE = frozenset({"sin_firmante", "sin_membrete", "logotipo_que_no_se_imprime"})


def para_entregar(foto: FotoTrimestre, calendario: Calendario) -> tuple[LoQueFalta, ...]:
    """Lo que a cada requisito le faltará el día del informe, sin lo que ella dejó así."""
    lectura = Lectura(foto, calendario, foto.dia)
    return tuple(
        LoQueFalta(cada.nombre, _vivos(lectura, cada.reglas), cada.van(lectura))
        for cada in REQUISITOS
        if cada.se_pide(lectura)
    )


def _vivos(lectura: Lectura, reglas: Iterable[Regla]) -> tuple[Hallazgo, ...]:
    hallados = (hallado for regla in reglas for hallado in regla(lectura))
    return tuple(hallado for hallado in hallados if hallado.huella not in lectura.foto.dejados)


def toca(hallazgo: Hallazgo, fase: Fase) -> bool:
    """Si ya es hora de pedirlo: lo de la entrega y lo del mes que corre esperan a que se cierre.

    Mientras en el año no se captura nada, todo espera.
    """
    if fase in ("cierra", "firmado"):
        return True
    del_mes_que_corre = hallazgo.codigo == "sin_capturar" and hallazgo.gravedad == "revisar"
    return fase == "corre" and not del_mes_que_corre and hallazgo.codigo not in _HASTA_EL_CIERRE


def todavia_no(faltan: Iterable[LoQueFalta], de_hoy: Iterable[Hallazgo], fase: Fase) -> tuple[Hallazgo, ...]:
    """Lo que aún no toca: lo de hoy que puede esperar y lo que faltará para entregar y hoy no se señala."""
    de_hoy = [hallazgo for hallazgo in de_hoy if not hallazgo.motivo]
    ya = {hallazgo.huella for hallazgo in de_hoy}
    despues = [h for parte in faltan for h in parte.faltan if h.huella not in ya]
    return (*(h for h in de_hoy if not toca(h, fase)), *despues)
