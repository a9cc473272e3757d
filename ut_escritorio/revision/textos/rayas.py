"""Los datos que faltan dentro de un texto y se imprimen como una raya."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.contexto import Contexto
from ut_escritorio.dominio.impreso.entradas import Impreso
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.patrones import CONTRA
from ut_escritorio.dominio.palabras.redaccion import unas
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Departamento, Lugar, Paso
from ut_escritorio.dominio.plan.campos import dicho_en_frase
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.dominio.plan.lugares import donde
from ut_escritorio.revision.anotado.renglones import obligados
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.plazos import ya_toca
from ut_escritorio.revision.una_vez import una_vez_por_plan

_RAYA = "___"
_SIEMPRE_SE_SABEN = {"ejercicio", "trimestre", "periodo", "fecha_informe"}
_DE_SU_LUGAR: dict[type[Lugar], tuple[str, ...]] = {
    Componente: ("componente",),
    Actividad: ("componente", "actividad"),
    Paso: ("componente", "actividad", "paso"),
}
_CITA_NUMEROS = ("cifra.", "cuenta.", *CONTRA)


@congelado
class DatoQueFalta:
    """Un dato que un texto pide y no hay: cómo se llama, en qué lugar se imprime y dónde se escribe."""

    que: str
    lugar: str
    campo: str
    sitios: tuple[Sitio, ...]


def rayas(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los datos que una frase pide y nadie dio: una causa por dato, con todas sus frases."""
    por_dato: dict[str, list[DatoQueFalta]] = {}
    for dato in (*_de_parrafos(lectura), *_de_encabezados(lectura), *_de_oficios(lectura)):
        por_dato.setdefault(dato.que, []).append(dato)
    for que, suyos in por_dato.items():
        lugares = dict.fromkeys(donde(lectura.plan, dato.lugar) or "el informe" for dato in suyos)
        yield hallazgo(
            "hueco",
            "corregir",
            f"Falta {que} en {unas(list(lugares))}: se imprime una raya.",
            [(sitio, f"Falta {que}: se imprime una raya.") for dato in suyos for sitio in dato.sitios],
            que,
            [(sitio.origen, dato.campo) for dato in suyos for sitio in dato.sitios],
        )


def _de_parrafos(lectura: Lectura) -> Iterator[DatoQueFalta]:
    for escrito in (escrito for escrito in lectura.escritos if escrito.relato.faltantes):
        for campo in dict.fromkeys(escrito.relato.faltantes):
            if not (_aun_no_toca(lectura, campo) or _se_dice_aparte(lectura, escrito, campo)):
                que = _como_se_llama(lectura, escrito.lugar, campo, _forma(lectura, escrito))
                yield DatoQueFalta(que, escrito.lugar, campo, _sitios(escrito, campo))


def _aun_no_toca(lectura: Lectura, campo: str) -> bool:
    """Si es un número o un valor del trimestre, que se sabe hasta que acaba."""
    return (campo == "alcanzado" or campo.startswith(_CITA_NUMEROS)) and not ya_toca(lectura)


def _se_dice_aparte(lectura: Lectura, escrito: Impreso, campo: str) -> bool:
    """Si la causa es un mes sin capturar o el valor de una actividad, que se señalan en su lugar."""
    if campo == "alcanzado":
        cadena = lectura.plan.cadena.get(escrito.lugar)
        return cadena is not None and isinstance(cadena[-1], Actividad) and bool(cadena[0].estilo.valor)
    if not campo.startswith(_CITA_NUMEROS):
        return False
    valores = Contexto(lectura.foto, escrito.lugar).valores(campo.removesuffix("@mes"))
    faltan = {cifra.clave for cifra, valor in valores if not valor.completo}
    return bool(faltan) and faltan <= lectura.cifras_incompletas


def _como_se_llama(lectura: Lectura, lugar: str, campo: str, forma: Forma | None = None) -> str:
    if campo.startswith(_CITA_NUMEROS):
        citadas = Contexto(lectura.foto, lugar).valores(campo.removesuffix("@mes"))
        return unas([f"«{cifra.nombre}»" for cifra, _ in citadas])
    return dicho_en_frase(campo, forma)


def _forma(lectura: Lectura, escrito: Impreso) -> Forma | None:
    """La manera de decir el primer renglón de un párrafo."""
    uids = escrito.relato.uids
    return lectura.formas.get(uids[0]) if uids else None


def _sitios(escrito: Impreso, campo: str) -> tuple[Sitio, ...]:
    """El dato en cada renglón que el párrafo dice; si no es de renglones, el párrafo."""
    origenes = [Origen("renglon", uid) for uid in escrito.relato.uids] or [escrito.origen]
    return tuple(Sitio(escrito.lugar, origen, campo=campo) for origen in origenes)


def _de_encabezados(lectura: Lectura) -> Iterator[DatoQueFalta]:
    """Los de los encabezados de actividades y pasos, y los del renglón del valor."""
    for clave, origen, campo in _por_mirar(lectura):
        se_imprime = origen.clase != "valor" or clave in lectura.foto.alcanzado
        if se_imprime and not Contexto(lectura.foto, clave).datos(campo):
            que = _como_se_llama(lectura, clave, campo)
            yield DatoQueFalta(que, clave, campo, (Sitio(clave, origen, campo=campo),))


@una_vez_por_plan
def _por_mirar(lectura: Lectura) -> list[tuple[str, Origen, str]]:
    """De cada encabezado, su lugar, su origen y los campos que pueden faltarle."""
    campos: list[tuple[str, Origen, str]] = []
    for clave in lectura.lugares:
        lugar = lectura.plan.lugar[clave]
        dados = _DE_SU_LUGAR[type(lugar)]
        for origen, patron in _patrones(lectura, lugar):
            campos += [(clave, origen, campo) for campo in _pueden_faltar(patron, *dados)]
    return campos


@lru_cache(maxsize=1024)
def _pueden_faltar(patron: str, *dados: str) -> tuple[str, ...]:
    """Los campos que un patrón imprime siempre y que no se saben de antemano."""
    return tuple(sorted(obligados(patron) - _SIEMPRE_SE_SABEN - set(dados)))


def _patrones(lectura: Lectura, lugar: Lugar) -> Iterator[tuple[Origen, str]]:
    estilo = lectura.plan.cadena[lugar.clave][0].estilo
    match lugar:
        case Paso():
            yield Origen("lugar", lugar.clave), estilo.paso
        case Actividad():
            yield Origen("lugar", lugar.clave), f"{estilo.actividad}{estilo.nombre_actividad}"
            yield Origen("valor", lugar.clave), estilo.valor
        case _:
            pass


def _de_oficios(lectura: Lectura) -> Iterator[DatoQueFalta]:
    """Los de los oficios de remisión, menos su número y su fecha, que se señalan aparte."""
    for depto in lectura.plan.departamentos:
        if lectura.plan.componentes_de(depto.clave):
            dados = {"departamento": (depto.nombre,), "folio_oficio": ("",), "fecha_oficio": ("",)}
            contexto = Contexto(lectura.foto, otros=dados)
            for origen, patron in _textos_del_oficio(lectura, depto):
                for campo in _pueden_faltar(patron, *dados):
                    if not contexto.datos(campo):
                        que = _como_se_llama(lectura, "", campo)
                        yield DatoQueFalta(que, "", campo, (Sitio("", origen, campo=campo),))


def _textos_del_oficio(lectura: Lectura, depto: Departamento) -> Iterator[tuple[Origen, str]]:
    """Los textos del oficio que no se escribieron a mano, con su origen."""
    plantilla = depto.oficio
    if plantilla is None:
        return
    base = Origen("oficio", depto.clave)
    for patron in (*plantilla.datos, plantilla.saludo, *plantilla.despedida, *plantilla.copias):
        yield base, patron
    cuerpo = ((f"cuerpo{n}", patron) for n, patron in enumerate(plantilla.cuerpo, start=1))
    for parte, patron in (("fecha", plantilla.lugar_y_fecha), *cuerpo):
        origen = Origen("oficio", depto.clave, parte)
        if origen not in lectura.foto.a_mano:
            yield origen, patron


def rayas_a_mano(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las rayas que quedaron en lo que ella escribió."""
    con_raya = [
        escrito
        for escrito in lectura.escritos
        if (escrito.clase == "renglones" or escrito.relato.a_mano)
        and not escrito.relato.faltantes
        and _RAYA in escrito.relato.texto
    ]
    if con_raya:
        lugares = dict.fromkeys(donde(lectura.plan, escrito.lugar) or "el informe" for escrito in con_raya)
        yield hallazgo(
            "raya_a_mano",
            "corregir",
            f"Quedó una raya sin llenar en {unas(list(lugares))}.",
            [Sitio(escrito.lugar, escrito.relato.origen, campo="texto") for escrito in con_raya],
            [escrito.relato.texto for escrito in con_raya],
        )
