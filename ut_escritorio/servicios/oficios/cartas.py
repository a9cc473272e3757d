"""Escribir la carta de un oficio: con qué empieza, qué dice, a quién va, y sus plantillas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ut_escritorio.datos.filas import eleccion
from ut_escritorio.datos.filas.catalogo import leer_catalogo
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios import cartas as datos
from ut_escritorio.datos.filas.oficios import escritos
from ut_escritorio.datos.filas.oficios.cartas import Enviada
from ut_escritorio.datos.filas.oficios.papeles import esta_firme
from ut_escritorio.datos.toml.de_fabrica.cartas import hechura_de_costumbre, plantillas_conocidas
from ut_escritorio.dominio.cartas.carta import Carta, carta_nueva, con_otra_plantilla, donde_se_dijo
from ut_escritorio.dominio.cartas.dicha import CartaDicha, Mesa, decir_carta
from ut_escritorio.dominio.cartas.plantilla import EN_BLANCO, PlantillaDeCarta, dicha_como
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.cambios import clave_nueva
from ut_escritorio.dominio.oficios.clases import clase_llamada
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.palabras.patrones import escrito_tal_cual
from ut_escritorio.dominio.periodos import Trimestre, trimestre_de
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.oficina.calendario import calendario_de


@congelado
class CartaAbierta:
    """La carta de un oficio, lo que dice hoy y, si ya se imprimió, con qué se imprimió."""

    oficio: Oficio
    carta: Carta
    plantilla: PlantillaDeCarta
    dicha: CartaDicha
    mesa: Mesa
    enviada: Enviada | None = None
    escrita: bool = True

    @property
    def fija(self) -> bool:
        """Si ya se imprimió y no se está corrigiendo: dice lo que decía."""
        return self.enviada is not None and not self.carta.corrige

    @property
    def cambio_el_automatico(self) -> bool:
        """Si lo que ella escribió a mano se escribió sobre otro texto."""
        return bool(self.carta.texto) and self.carta.sustituye != self.dicha.automatico


def abrir_carta(exp: Expediente, uid: str, hoy: date, plantilla: str | None = None) -> CartaAbierta:
    """La carta de un oficio que se envía; si no se ha escrito, como empezaría con esa plantilla.

    ErrorEsperado si el oficio ya no está, o es de los que se reciben.
    """
    oficio = oficio_de(exp, uid)
    with exp.base.lectura():
        carta, enviada = datos.leer_carta(exp.base, uid), datos.enviada_de(exp.base, uid)
    if oficio.sentido == "recibido":
        raise ErrorEsperado("Ese oficio se recibió: su carta la escribió quien lo mandó.")
    mesa = mesa_de(exp, oficio, hoy)
    todas = {cada.clave: cada for cada in plantillas(exp)}
    escrita = carta is not None or enviada is not None
    if carta is None:
        elegida = todas.get(plantilla or "", EN_BLANCO)
        with exp.base.lectura():
            ultima = datos.la_ultima(exp.base, elegida.clave)
        lugar = donde_se_dijo(mesa.foto.plan, elegida, ultima)
        carta = carta_nueva(elegida, mesa.foto.plan, ultima)
        carta = replace(carta, lugar=lugar if lugar and _se_escribe_en(exp, mesa.dia) else "")
    suya = todas.get(carta.plantilla, EN_BLANCO)
    return CartaAbierta(oficio, carta, suya, decir_carta(mesa, oficio, carta, suya), mesa, enviada, escrita)


def _se_escribe_en(exp: Expediente, dia: date) -> bool:
    """Si el trimestre de ese día está y aún no se firma."""
    suyo = trimestre_de(dia)
    return suyo in exp.trimestres() and exp.foto(suyo).firmado is None


def oficio_de(exp: Expediente, uid: str) -> Oficio:
    """Un oficio como está; ErrorEsperado si ya no está."""
    legajo = exp.legajo(exp.trimestres()[0])
    with exp.base.lectura():
        return escritos.leer_por_uid(legajo, uid)


def mesa_de(exp: Expediente, oficio: Oficio, hoy: date) -> Mesa:
    """Con qué se dice la carta de un oficio: el plan de su año y quién era quién en su fecha o, si aún no la
    tiene, hoy."""  # fmt: skip
    dia = oficio.papel.fecha or hoy
    trimestre = _de_su_anio(exp, trimestre_de(dia), oficio.ejercicio)
    plan = exp.legajo(trimestre).guardado.plan
    with exp.base.lectura():
        catalogo = leer_catalogo(exp.base).catalogo
        descansos = eleccion.leer_descansos(exp.base)
    foto = FotoTrimestre(trimestre, plan, catalogo, descansos=descansos)
    return Mesa(foto, calendario_de(foto), hechura_de_costumbre(), dia)


def _de_su_anio(exp: Expediente, suyo: Trimestre, ejercicio: int) -> Trimestre:
    """El trimestre de su fecha o, si el archivo no lo tiene, el que le quede más cerca."""
    todos = exp.trimestres()
    if suyo in todos:
        return suyo
    return min(todos, key=lambda t: (abs(t.ejercicio - ejercicio), abs(t.numero - suyo.numero)))


def escribir(exp: Expediente, trimestre: Trimestre, uid: str, carta: Carta, visita: str = "") -> Cambios:
    """Guarda la carta de un oficio; lo seguido en una `visita` se deshace junto.

    ErrorEsperado si ya se imprimió: antes se dice por qué se corrige.
    """
    llana = replace(carta, iniciales=limpio(carta.iniciales), copias=_renglones(carta.copias))
    suya = {cada.clave: cada for cada in plantillas(exp)}.get(carta.plantilla, EN_BLANCO)

    def poner(legajo: Legajo) -> None:
        _revisar_que_se_escriba(legajo, uid)
        oficio, antes = escritos.leer_por_uid(legajo, uid), datos.leer_carta(legajo.base, uid)
        _poner_el_oficio(legajo, oficio, con_su_expediente(oficio, suya, antes or Carta(), llana))
        datos.poner_carta(legajo.base, uid, llana)

    return exp.hacer(trimestre, "Escribir una carta", poner, visita)


def _revisar_que_se_escriba(legajo: Legajo, uid: str) -> None:
    antes, enviada = datos.leer_carta(legajo.base, uid), datos.enviada_de(legajo.base, uid)
    if enviada is not None and not (antes and antes.corrige):
        raise ErrorEsperado(
            f"Esta carta se imprimió el {enviada.dia:%d/%m/%Y} y se queda como salió. "
            "Para cambiarla, use «Corregir esta carta…»."
        )


def _renglones(texto: str) -> str:
    return "\n".join(dicho for renglon in texto.splitlines() if (dicho := limpio(renglon)))


def con_plantilla(exp: Expediente, trimestre: Trimestre, uid: str, hoy: date, clave: str) -> Cambios:
    """Empieza la carta de un oficio con una plantilla: su clase y, sin número ni fecha, de hoy.

    La ya empezada se hace con la otra: lo que decía sirve donde la nueva lo pide.
    """
    abierta = abrir_carta(exp, uid, hoy, clave)
    suya = {cada.clave: cada for cada in plantillas(exp)}.get(clave, EN_BLANCO)
    carta = con_otra_plantilla(abierta.carta, suya) if abierta.escrita else abierta.carta
    if suya.expediente and not carta.campos.get(suya.expediente):
        carta = carta.con_campo(suya.expediente, abierta.oficio.expediente)
    con_clase = con_su_clase(abierta, suya, hoy)

    def poner(legajo: Legajo) -> None:
        _revisar_que_se_escriba(legajo, uid)
        _poner_el_oficio(legajo, abierta.oficio, con_clase)
        datos.poner_carta(legajo.base, uid, carta)

    return exp.hacer(trimestre, "Escribir una carta", poner)


def _poner_el_oficio(legajo: Legajo, antes: Oficio, oficio: Oficio) -> None:
    """El que dice un informe firmado se queda como está; su carta sí se escribe."""
    if oficio != antes and not esta_firme(legajo.base, escritos.fila_de(legajo.base, oficio.uid)):
        escritos.cambiar(legajo, oficio)


def con_su_expediente(oficio: Oficio, plantilla: PlantillaDeCarta, antes: Carta, carta: Carta) -> Oficio:
    """El oficio con el expediente que su carta dice, si no se le puso otro: así se halla en el libro."""
    if not plantilla.expediente:
        return oficio
    dicho, decia = (limpio(cada.campos.get(plantilla.expediente, "")) for cada in (carta, antes))
    es_otro = oficio.expediente not in ("", decia)
    return oficio if es_otro else replace(oficio, expediente=dicho)


def con_su_clase(abierta: CartaAbierta, plantilla: PlantillaDeCarta, hoy: date) -> Oficio:
    """El oficio con la clase de su plantilla, si no era otra, y el que aún no tiene número, con fecha.

    La que el plan no nombra, si nombra las suyas, no se le pone.
    """
    oficio, antes = abierta.oficio, abierta.plantilla
    papel = oficio.papel
    if not oficio.folio and papel.fecha is None and papel.mes is None:
        papel = replace(papel, fecha=hoy)  # el que ya tiene número ya salió, quién sabe qué día
    clase = clase_llamada(abierta.mesa.foto.plan.programa.clases, plantilla.clase)
    es_otra = llano(oficio.clase) not in ("", llano(antes.clase))
    return replace(oficio, papel=papel, clase=oficio.clase if es_otra or clase is None else clase)


def volver_al_automatico(exp: Expediente, trimestre: Trimestre, uid: str, hoy: date) -> Cambios:
    """El cuerpo de la carta vuelve a salir de su plantilla."""
    carta = abrir_carta(exp, uid, hoy).carta
    return escribir(exp, trimestre, uid, replace(carta, texto="", sustituye=""))


def corregir(exp: Expediente, trimestre: Trimestre, uid: str, motivo: str) -> Cambios:
    """Deja cambiar una carta ya impresa, con el motivo; la impresa se conserva hasta imprimir la otra."""
    if not motivo.strip():
        raise ErrorEsperado("Escriba por qué se cambia; queda junto a la carta que ya se imprimió.")

    def poner(legajo: Legajo) -> None:
        carta, enviada = datos.leer_carta(legajo.base, uid), datos.enviada_de(legajo.base, uid)
        if carta is None or enviada is None:
            raise ErrorEsperado("Esa carta aún no se imprime: ya se puede cambiar.")
        datos.poner_carta(legajo.base, uid, replace(carta, corrige=limpio(motivo)))

    return exp.hacer(trimestre, "Corregir una carta", poner)


# Las plantillas


def plantillas(exp: Expediente) -> tuple[PlantillaDeCarta, ...]:
    """Las que ella guardó y las que el programa trae; la suya va en lugar de la que lleve su clave."""
    with exp.base.lectura():
        propias = datos.plantillas_propias(exp.base)
    suyas, del_programa = {plantilla.clave for plantilla in propias}, plantillas_conocidas()
    return (
        *(dicha_como(plantilla, del_programa) for plantilla in propias),
        *(cada for cada in del_programa if cada.clave not in suyas),
    )


def guardar_plantilla(
    exp: Expediente, trimestre: Trimestre, uid: str, nombre: str, hoy: date
) -> tuple[str, Cambios]:
    """Guarda la carta de un oficio como plantilla, con ese nombre; devuelve su clave.

    Lo que ella escribió a mano queda tal cual. ErrorEsperado si falta el nombre o ya hay una así.
    """
    nombre = limpio(nombre)
    hay = plantillas(exp)
    if not nombre:
        raise ErrorEsperado("Escriba cómo se va a llamar la plantilla.")
    if any(limpio(cada.nombre).casefold() == nombre.casefold() for cada in hay):
        raise ErrorEsperado(f"Ya hay una plantilla que se llama «{nombre}». Póngale otro nombre.")
    abierta = abrir_carta(exp, uid, hoy)
    texto = abierta.carta.texto
    a_mano = tuple(escrito_tal_cual(parrafo) for parrafo in texto.splitlines() if parrafo.strip())
    nueva = replace(
        abierta.plantilla,
        clave=clave_nueva(nombre, {cada.clave for cada in hay}),
        nombre=nombre,
        asunto=escrito_tal_cual(abierta.oficio.asunto) or abierta.plantilla.asunto,
        cuerpo=a_mano or abierta.plantilla.cuerpo,
        copias=tuple(abierta.carta.copias.splitlines()),
        clase=abierta.oficio.clase or abierta.plantilla.clase,
        dias=abierta.carta.dias,
        propia=True,
    )

    def poner(legajo: Legajo) -> None:
        datos.poner_plantilla(legajo.base, nueva)

    return nueva.clave, exp.hacer(trimestre, "Guardar una plantilla", poner)


def quitar_plantilla(exp: Expediente, trimestre: Trimestre, clave: str) -> Cambios:
    """Quita una plantilla que ella guardó; las cartas que la usan conservan lo escrito a mano."""
    return exp.hacer(
        trimestre, "Quitar una plantilla", lambda legajo: datos.quitar_plantilla(legajo.base, clave)
    )
