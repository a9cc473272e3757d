"""Las cifras de un plan en TOML: sustantivos, medios, cifras, concordancias y mosaicos."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.datos.toml.nombres import Nombres, es_tabla
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.palabras.parecidas import sugerencia
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.personas import SEXOS
from ut_escritorio.dominio.plan.alcances import falta_al_partir, falta_al_sumar, faltas_de_concordancia
from ut_escritorio.dominio.plan.arbol import Medio, Mosaico
from ut_escritorio.dominio.plan.cifras import (
    CAPTURAS,
    CONTABLES,
    Capturada,
    Cifra,
    Concordancia,
    Condicion,
    Contada,
    Contraste,
    DelLibro,
    Formula,
    Fuente,
    Porcion,
    Razon,
    de_que_sale,
)
from ut_escritorio.dominio.trimestre.renglones import ROLES

_GENEROS = ("m", "f")
_SENTIDOS = ("enviado", "recibido", "")
_GRANOS = ("mes", "mes y sexo", "trimestre")
_RELACIONES = ("igual", "no mayor", "contesta")
_DE_TODOS: Mapping[str, Callable[[Nombres], tuple[str, Collection[str]]]] = {
    "medio": lambda nombres: ("ese medio", nombres.medios),
    "sentido": lambda _: ("ese sentido", ("enviado", "recibido")),
}
"""De qué campo de todo renglón se sabe qué valores puede llevar, además de sus unidades."""

_FUENTES = ("captura", "cuenta", "cuenta_del_libro", "formula", "porcion", "promedio", "porcentaje")


def leer_sustantivos(raiz: Hoja) -> dict[str, Sustantivo]:
    """Las cosas que se cuentan, por su clave."""
    return dict(raiz.tablas_por_clave("sustantivos", "sustantivo", lambda c, hoja: (c, _sustantivo(hoja))))


def _sustantivo(hoja: Hoja) -> Sustantivo:
    return Sustantivo(
        hoja.texto("singular"), hoja.texto("plural"), genero=hoja.una_de("genero", _GENEROS, "m")
    )


def leer_medios(raiz: Hoja) -> tuple[Medio, ...]:
    """Los medios, en su orden."""
    return raiz.tablas_por_clave(
        "medios",
        "medio",
        lambda clave, hoja: Medio(
            clave, hoja.texto("frase"), _sustantivo(hoja), con_folio=hoja.logico("con_folio")
        ),
    )


def leer_cifras(
    raiz: Hoja, nombres: Nombres, sustantivos: dict[str, Sustantivo]
) -> tuple[tuple[Cifra, ...], dict[str, Cifra]]:
    """Las cifras, en su orden; y por su clave, las que no tienen nada que reparar."""
    antes = len(raiz.reparos)
    cifras = raiz.tablas_por_clave(
        "cifras", "cifra", lambda clave, hoja: _cifra(clave, hoja, nombres, sustantivos)
    )
    _revisar_circulos(raiz, cifras)
    _revisar_lo_que_suman(raiz, cifras)
    return cifras, {} if len(raiz.reparos) > antes else {cifra.clave: cifra for cifra in cifras}


def _cifra(clave: str, hoja: Hoja, nombres: Nombres, sustantivos: dict[str, Sustantivo]) -> Cifra:
    unidad = _unidad(hoja, nombres, sustantivos)
    fuente = _fuente(hoja, nombres)
    if hoja.tiene("por_dia") and not (isinstance(fuente, Capturada) and "mes" in fuente.captura):
        hoja.reparo("por_dia", "no se captura por mes.", 'Agregue "mes" a su captura, o quítelo.')
    return Cifra(
        clave=clave,
        nombre=hoja.texto("nombre"),
        unidad=unidad,
        fuente=fuente,
        contraste=_contraste(hoja, nombres),
        por_dia=hoja.entero_o_nada("por_dia", minimo=1, maximo=100),
    )


def _unidad(hoja: Hoja, nombres: Nombres, sustantivos: dict[str, Sustantivo]) -> Sustantivo:
    """Lo que cuenta: un sustantivo del plan, por su clave, o uno solo suyo, escrito ahí."""
    if es_tabla(hoja.datos.get("unidad")):
        return hoja.tabla("unidad", _sustantivo) or Sustantivo("", "")
    clave = hoja.clave_de("unidad", "ese sustantivo", nombres.sustantivos)
    return sustantivos.get(clave, Sustantivo("", ""))


def _contraste(hoja: Hoja, nombres: Nombres) -> Contraste | None:
    if hoja.tiene("contraste") and hoja.tiene("libro"):
        hoja.reparo("libro", "ya se compara con otra cuenta.", "Deje «libro» o «contraste».")
    if hoja.tiene("libro") and hoja.tiene("cuenta_del_libro"):
        hoja.reparo("libro", "ya se cuenta del libro.", "Quite «libro».")
    contada = hoja.tabla("contraste", lambda sub: _contada(sub, nombres))
    return hoja.tabla("libro", lambda sub: _del_libro(sub, nombres)) or contada


def _del_libro(hoja: Hoja, nombres: Nombres) -> DelLibro:
    if not hoja.datos.get("clases"):
        hoja.reparo("clases", "no dice qué papeles se cuentan.", "Escriba sus clases entre corchetes.")
    return DelLibro(
        clases=hoja.claves_de("clases", "esa clase de oficio", nombres.clases),
        sentido=hoja.una_de("sentido", ("enviado", "recibido"), "enviado"),
    )


def _fuente(hoja: Hoja, nombres: Nombres) -> Fuente:
    escritas = [llave for llave in _FUENTES if hoja.tiene(llave)]
    if len(escritas) != 1:
        hoja.reparo(
            "", "debe decir de dónde sale, y de un solo lado.", f"Deje una de: {', '.join(_FUENTES)}."
        )
    contada = hoja.tabla("cuenta", lambda sub: _contada(sub, nombres))
    del_libro = hoja.tabla("cuenta_del_libro", lambda sub: _del_libro(sub, nombres))
    formula = hoja.tabla("formula", lambda sub: _formula(sub, nombres))
    porcion = hoja.tabla("porcion", lambda sub: _porcion(sub, nombres))
    promedio = hoja.tabla("promedio", lambda sub: _razon(sub, nombres, por_cien=False))
    porcentaje = hoja.tabla("porcentaje", lambda sub: _razon(sub, nombres, por_cien=True))
    return contada or del_libro or formula or porcion or promedio or porcentaje or _capturada(hoja)


def _capturada(hoja: Hoja) -> Capturada:
    fuente = Capturada(
        captura=hoja.algunas_de("captura", CAPTURAS, ("mes",)),
        sexos=hoja.algunas_de("sexos", SEXOS, SEXOS),
        suma_de_sexos=hoja.logico("suma_de_sexos"),
    )
    if fuente.suma_de_sexos and "mes y sexo" not in fuente.captura:
        remedio = 'Agregue "mes y sexo" a su captura, o quítela.'
        hoja.reparo("suma_de_sexos", "no hay sexos por mes que sumar.", remedio)
    return fuente


def _contada(hoja: Hoja, nombres: Nombres) -> Contada:
    return Contada(
        que=hoja.una_de("que", CONTABLES),
        lugares=hoja.claves_de("lugares", "ese lugar", nombres.lugares),
        medios=hoja.claves_de("medios", "ese medio", nombres.medios),
        formas=hoja.claves_de("formas", "esa forma", nombres.formas),
        sentidos=hoja.algunas_de("sentidos", _SENTIDOS),
    )


def _formula(hoja: Hoja, nombres: Nombres) -> Formula:
    suma = hoja.claves_de("suma", "ese número", nombres.cifras)
    resta = hoja.claves_de("resta", "ese número", nombres.cifras)
    if not suma + resta:
        hoja.reparo("suma", "no suma nada.", "Escriba los números entre corchetes.")
    for clave in dict.fromkeys(c for c in suma if c in resta):
        hoja.reparo("resta", f"«{clave}» se suma y se resta.", "Déjela en una de las dos.")
    return Formula(suma, resta)


def _porcion(hoja: Hoja, nombres: Nombres) -> Porcion:
    de = hoja.clave_de("de", "ese número", nombres.cifras)
    donde = hoja.tabla("donde", lambda sub: _donde(sub, nombres)) or ()
    if not donde:
        hoja.reparo("donde", "no dice cuáles renglones.", 'Escriba por ejemplo { medio = ["oficio"] }.')
    return Porcion(de, donde)


def _donde(hoja: Hoja, nombres: Nombres) -> tuple[Condicion, ...]:
    return tuple(
        Condicion(campo, valores_de(hoja, campo, campo, nombres))
        for campo in hoja.datos
        if es_campo(hoja, campo, campo, nombres)
    )


def es_campo(hoja: Hoja, llave: str, campo: str, nombres: Nombres) -> bool:
    """Si un renglón dice algo en ese campo; si no, lo anota en la llave que lo nombra."""
    conocidos = {*_DE_TODOS, *ROLES, *nombres.campos}
    if campo not in conocidos:
        hoja.tiene(llave)
        que = "por ese dato no se reparten los renglones."
        hoja.reparo(llave, f"«{campo}»: {que}", sugerencia(campo, conocidos))
    return campo in conocidos


def valores_de(hoja: Hoja, llave: str, campo: str, nombres: Nombres) -> tuple[str, ...]:
    """Los valores de un campo que una llave enlista, cada uno de los que ahí pueden ir."""
    if campo in ROLES:
        valores = hoja.claves_de(llave, "esa unidad", nombres.unidades)
    elif campo in _DE_TODOS:
        que, conocidos = _DE_TODOS[campo](nombres)
        valores = hoja.claves_de(llave, que, conocidos)
    else:
        valores = hoja.textos(llave)
        hoja.sin_repetir(llave, tuple(map(llano, valores)))
    if not valores or not all(valores):
        hoja.reparo(llave, "no dice qué valores.", "Escríbalos entre corchetes, sin ninguno vacío.")
    return valores


def _razon(hoja: Hoja, nombres: Nombres, por_cien: bool) -> Razon:
    de = hoja.claves_de("de", "ese número", nombres.cifras)
    entre = hoja.claves_de("entre", "ese número", nombres.cifras)
    for llave, claves in (("de", de), ("entre", entre)):
        if not claves:
            hoja.reparo(llave, "no dice de qué números.", "Escríbalos entre corchetes.")
    return Razon(de, entre, por_cien, hoja.entero("decimales", 1, 0, 4))


def _revisar_lo_que_suman(raiz: Hoja, cifras: tuple[Cifra, ...]) -> None:
    """Anota las que se calculan de lo que no se puede sumar o partir."""
    por_clave = {cifra.clave: cifra for cifra in cifras}
    for cifra in cifras:
        falta_de = falta_al_partir if isinstance(cifra.fuente, Porcion) else falta_al_sumar
        for falta in filter(None, (falta_de(por_clave, otra) for otra in de_que_sale(cifra.fuente))):
            raiz.sub(f"cifra {cifra.clave}", {}).reparo(_llave_de(cifra.fuente), falta.que, falta.remedio)


def _llave_de(fuente: Fuente) -> str:
    """La llave en que se escribió lo que se calcula de otras."""
    match fuente:
        case Porcion():
            return "porcion"
        case Razon(por_cien=por_cien):
            return "porcentaje" if por_cien else "promedio"
        case _:
            return "formula"


def _revisar_circulos(raiz: Hoja, cifras: tuple[Cifra, ...]) -> None:
    """Anota las que acaban necesitándose a sí mismas."""
    fuentes = {c.clave: c.fuente for c in cifras}
    de = {clave: de_que_sale(fuente) for clave, fuente in fuentes.items() if de_que_sale(fuente)}
    for clave in de:
        alcanzadas: set[str] = set()
        pendientes = list(de[clave])
        while pendientes:
            otra = pendientes.pop()
            if otra not in alcanzadas:
                alcanzadas.add(otra)
                pendientes.extend(de.get(otra, ()))
        if clave in alcanzadas:
            raiz.sub(f"cifra {clave}", {}).reparo(
                _llave_de(fuentes[clave]), "se necesita a sí misma.", "Quítela de su cuenta."
            )


def leer_concordancias(raiz: Hoja, nombres: Nombres, cifras: dict[str, Cifra]) -> tuple[Concordancia, ...]:
    """Lo que debe cuadrar."""

    def leer(hoja: Hoja) -> Concordancia:
        concordancia = _concordancia(hoja, nombres)
        for lado in ("izquierda", "derecha"):
            if not hoja.datos.get(lado):
                hoja.reparo(lado, "no compara nada.", "Escriba los números entre corchetes.")
        for falta in faltas_de_concordancia(concordancia, cifras):
            hoja.reparo("", falta.que, falta.remedio)
        return concordancia

    return raiz.tablas("concordancias", "concordancia", leer, ("clave",))


def _concordancia(hoja: Hoja, nombres: Nombres) -> Concordancia:
    return Concordancia(
        clave=hoja.texto("clave"),
        mensaje=hoja.texto("mensaje"),
        izquierda=hoja.claves_de("izquierda", "ese número", nombres.cifras),
        derecha=hoja.claves_de("derecha", "ese número", nombres.cifras),
        relacion=hoja.una_de("relacion", _RELACIONES, "igual"),
        por=hoja.una_de("por", _GRANOS, "mes"),
        izquierda_por_sexo=hoja.logico("izquierda_por_sexo"),
    )


def leer_mosaicos(raiz: Hoja, nombres: Nombres) -> tuple[Mosaico, ...]:
    """Las cifras del Tablero."""
    return raiz.tablas(
        "mosaicos",
        "mosaico",
        lambda hoja: Mosaico(hoja.clave_de("cifra", "ese número", nombres.cifras), hoja.texto("rotulo")),
        ("cifra",),
    )
