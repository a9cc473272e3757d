"""Cada renglón del ejemplo manda en su frase y en las cuentas que lo cuentan."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

import pytest
from impreso import bloques_de

from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte
from ut_escritorio.informe.armado import armar


def folios(*textos):
    return {"citas": tuple(Cita(texto) for texto in textos)}


def partes(**roles):
    return {"partes": tuple(Parte(rol, clave=clave) for rol, clave in roles.items())}


@dataclass(frozen=True)
class Caso:
    """Un dato de un renglón (el `n` de su lugar) cambia y su párrafo `dice` otra cosa.

    `cuentas`: lo que además pasa a decir el informe. `sin`: lo que pasa a decir si el renglón se quita.
    """

    lugar: str
    n: int
    cambio: dict
    dice: str
    cuentas: tuple[str, ...] = ()
    sin: tuple[str, ...] = ()


SIN_OFICIO = ("Siendo un total de 5 oficios y un correo de actualización.",)
SIN_CORREO = ("siendo 5 correos y 15 llamadas telefónicas.",)
SIN_ACTUALIZACION = ("En total 8 actualizaciones.",)
CASOS = (
    Caso(
        "1.1/2", 1, {"campos": {"finalidad": "grabar un audio"}},
        "Se recibió la traducción de forma oral con el fin de grabar un audio.",
    ),
    Caso(
        "1.1/3", 1, {"personas": Personas(total=2)},
        "Los participantes reportados corresponden al personal operativo que realiza la actividad.",
    ),
    Caso(
        "1.2/2", 1, partes(destinatario="tesoreria"),
        "Mediante correo electrónico, se solicitó a la Tesorería Municipal, la Ley de ingresos 2024",
        sin=("Mediante llamada telefónica se solicitó a 15", "Siendo un total de 6 oficios de actuali"),
    ),
    Caso(
        "1.2/2", 2, {"cantidad_medio": 1},
        "se solicitó a 1 unidad administrativa su número telefónico de oficina.",
        sin=("se solicitó a la Dirección de Ingresos, la Ley de ingresos 2024 en datos abiertos.",),
    ),
    Caso(
        "1.2/2", 3, folios("UT/0534/2024", "UT/0535/2024"), "número UT/0534/2024 y UT/0535/2024, se solicitó",
        cuentas=("Siendo un total de 7 oficios y un correo de actualización.",), sin=SIN_OFICIO,
    ),
    Caso(
        "1.2/2", 4, partes(destinatario="cuenta_publica"),
        "UT/0548/2024, se solicitó al Área de Cuenta Pública", sin=SIN_OFICIO,
    ),
    Caso(
        "1.2/2", 5, {"asunto": "actualizar el módulo Trámites"}, "actualizar el módulo Trámites.",
        sin=SIN_OFICIO,
    ),
    Caso("1.2/2", 6, folios("UT/0562/2024"), "oficio número UT/0562/2024, se solicitó", sin=SIN_OFICIO),
    Caso("1.2/2", 7, {"asunto": "actualizar el módulo de Obras"}, "el módulo de Obras.", sin=SIN_OFICIO),
    Caso(
        "1.2/2", 8, folios("UT/0583/2024"), "oficio número UT/0583/2024, se solicitó",
        cuentas=SIN_OFICIO, sin=SIN_OFICIO,
    ),
    Caso(
        "1.2/3", 1, {"fecha": date(2024, 4, 3)},
        "en datos abiertos, para actualizar el portal de Gobierno Abierto, de fecha: 03/04/2024.",
        sin=SIN_CORREO,
    ),
    Caso("1.2/3", 2, {"fecha": date(2024, 4, 26)}, "de fecha: 26/04/2024.", sin=SIN_CORREO),
    Caso(
        "1.2/3", 3, {"cantidad": 14, "cantidad_medio": 13}, "Siendo un total de 14 teléfonos.",
        cuentas=("siendo 6 correos y 13 llamadas telefónicas.",), sin=("siendo 6 correos.",),
    ),
    Caso(
        "1.2/3", 4, partes(origen="seguridad"),
        "por parte de la Secretaría de Seguridad Ciudadana, Movilidad y Protección Civil", sin=SIN_CORREO,
    ),
    Caso(
        "1.2/3", 5, {"cantidad_medio": 2}, "siendo un total de 2 correos, de fecha: 15/05/2024.",
        cuentas=("siendo 7 correos y 15 llamadas telefónicas.",), sin=SIN_CORREO,
    ),
    Caso(
        "1.2/3", 6, {"asunto": "la Cuenta Pública"},
        "Dirección de Contabilidad, la Cuenta Pública, para actualizar", sin=SIN_CORREO,
    ),
    Caso(
        "1.2/3", 7, {"fecha": None}, "Procesos Licitatorios, para actualizar el portal de Gobierno Abierto.",
        sin=SIN_CORREO,
    ),
    Caso("1.2/4", 1, {"cantidad_medio": 1}, "siendo un total de 1 correo analizado."),
    Caso(
        "1.2/5", 1, {"cantidad": 2}, "siendo un total de 2 actualizaciones.",
        cuentas=("En total 10 actualizaciones.",), sin=SIN_ACTUALIZACION,
    ),
    Caso("1.2/5", 2, {"asunto": "el Bando"}, "relativa al Bando, ubicado", sin=SIN_ACTUALIZACION),
    Caso(
        "1.2/5", 3, {"cantidad": 1},
        "mapas, ubicado en el portal de Gobierno Abierto, siendo un total de 1 actualización.",
        cuentas=SIN_ACTUALIZACION, sin=("En total 7 actualizaciones.",),
    ),
    Caso(
        "1.2/5", 4, partes(destinatario="sistemas"),
        "relativa a Procesos licitatorios, ubicado en el portal de Gobierno Abierto, siendo un total de 1",
        sin=SIN_ACTUALIZACION,
    ),
    Caso(
        "1.2/5", 5, {"campos": {}}, "Secretaría de Recursos Humanos y Materiales, siendo un total de 1",
        sin=SIN_ACTUALIZACION,
    ),
    Caso("1.2/5", 6, {"asunto": "Deuda Pública"}, "relativa a Deuda Pública, ubicado", sin=SIN_ACTUALIZACION),
    Caso(
        "1.2/5", 7, {"cantidad": 3}, "Siendo 3 actualizaciones en total.",
        cuentas=("En total 11 actualizaciones.",), sin=SIN_ACTUALIZACION,
    ),
    Caso(
        "1.2/5", 8, partes(destinatario="comunicacion_social"),
        "se solicitó a la Coordinación de Comunicación Social, actualizar la información relativa al módulo",
        sin=SIN_ACTUALIZACION,
    ),
    Caso("2.3", 1, {"personas": Personas(mujeres=17, hombres=1)}, "participan 17 mujeres y 1 hombre que son"),
    Caso(
        "2.3", 2, {"fecha": date(2024, 4, 10)}, "los días 10, 11, 16 y 24 de abril",
        sin=("ABRIL 3 58 101", "3 fichas de capacitación, las cuales tuvieron verificativo los días 11, 16"),
    ),
    Caso(
        "2.3", 3, {"campos": {"hora": "12:00", "tema": "Archivos", "areas": "2"}},
        "a las 10:30, 12:00, 10:30 y 14:00 horas, respectivamente, bajo los Temas Obligaciones en Materia de "
        "Datos Personales, Archivos, Documento de Seguridad y SISA 2.0. En dichas actividades participaron "
        "21, 2, 21 y 1",
        sin=("ABRIL 3 58 101", "9, 16 y 24 de abril a las 10:30, 10:30 y 14:00 horas"),
    ),
    Caso(
        "2.3", 4, {"cantidad": 2}, "se elaboraron 5 fichas de capacitación",
        sin=("ABRIL 3 58 101", "participaron 21, 30 y 1 áreas"),
    ),
    Caso(
        "2.3", 5, {"fecha": date(2024, 4, 25)}, "los días 9, 11, 16 y 25 de abril",
        sin=("ABRIL 3 58 101", "de los Servidores Públicos y Documento de Seguridad. En dichas"),
    ),
    Caso("2.3", 6, {"personas": Personas(mujeres=2)}, "En esta actividad participaron 2 mujeres."),
    Caso("2.3", 7, {"fecha": date(2024, 5, 28)}, "Mediante circular número 04/2024 de fecha 28 de mayo"),
    Caso(
        "2.3", 8, {"personas": Personas(total=63)}, "y 63 y 43 personas servidoras públicas, respectivamente",
        sin=("JUNIO 1 45 60", "El 27 de junio a las 11:00 horas en el Auditorio del OGAIPO, se llevó"),
    ),
    Caso(
        "2.3", 9, {"personas": Personas(mujeres=20, hombres=24)}, "y 62 y 44 personas servidoras públicas",
        sin=("JUNIO 1 45 60", 'bajo el tema: "Funciones de las Áreas Administrativas", en la que'),
    ),
    Caso("2.4", 1, {"cantidad_medio": 1}, "se elaboró y envió 1 oficio dirigido a los Titulares"),
    Caso("2.5", 1, {"personas": Personas(mujeres=1)}, "La denuncia fue presentada por una mujer."),
    Caso("3.2/1", 1, folios("OGAIPO/CG/037/2024"), "oficio número OGAIPO/CG/037/2024 emitido por el Consejo"),
    Caso("3.3/1", 1, {"asunto": "Archivo Abierto"}, "emitida por el OGAIPO, Archivo Abierto."),
    Caso(
        "3.3/2", 1, folios("UT/0655/2024"),
        "Mediante el siguiente número de oficio se informó sobre la convocatoria Reconocimiento",
    ),
    Caso("3.3/3", 1, {"cantidad": 2}, "(INAI), siendo un total de 2 fichas."),
    Caso("3.3/3", 2, {"personas": Personas(mujeres=2)}, "personas participantes corresponden a 2 mujeres."),
    Caso(
        "3.3/4", 1, partes(destinatario="inai", beneficiario="secretaria_tecnica"),
        "(INAI), se inscribió a la Secretaría Técnica, en la Convocatoria",
    ),
    Caso("3.3/4", 2, folios("UT/0713/2024"), "UT/0713/2024 se inscribió a la Unidad de Transparencia"),
    Caso(
        "3.3/4", 3, partes(beneficiario="secretaria_tecnica", emisor="inai"),
        "UT/0763/2024 se inscribió a la Secretaría Técnica a la Convocatoria Reconocimiento de Prácticas de "
        "Trasparencia Proactiva emitida por el Instituto Nacional",
    ),
)  # fmt: skip
CADA_CASO = pytest.mark.parametrize("caso", CASOS, ids=lambda caso: f"{caso.lugar}-renglón-{caso.n}")


def renglon_de(foto, caso):
    return [renglon for renglon in foto.renglones if renglon.lugar == caso.lugar][caso.n - 1]


def con_renglones(foto, renglones):
    return replace(foto, renglones_del_ejercicio={foto.trimestre.numero: tuple(renglones)})


def dichos(foto):
    """Cuántas veces dice cada párrafo y cada cuadro."""
    return Counter(bloques_de(armar(foto)))


@pytest.fixture(scope="module")
def del_ejemplo(foto):
    return dichos(foto)


def diferencia(antes, despues):
    """Los párrafos y cuadros de lo segundo que no están en lo primero, en su orden."""
    return list((despues - antes).elements())


def se_leen(fragmentos, bloques):
    """Si hay tantos bloques como fragmentos y cada fragmento está en uno distinto, en su orden."""
    return len(fragmentos) == len(bloques) and all(f in b for f, b in zip(fragmentos, bloques, strict=True))


def test_hay_un_caso_por_cada_renglon_del_ejemplo(foto):
    assert Counter(caso.lugar for caso in CASOS) == Counter(renglon.lugar for renglon in foto.renglones)
    assert len({(caso.lugar, caso.n) for caso in CASOS}) == len(CASOS)


@CADA_CASO
def test_cambiar_un_dato_cambia_su_frase_y_sus_cuentas(foto, del_ejemplo, caso):
    viejo = renglon_de(foto, caso)
    cambio = {clave: MappingProxyType(v) if clave == "campos" else v for clave, v in caso.cambio.items()}
    nuevo = replace(viejo, **cambio)
    otra = dichos(con_renglones(foto, [nuevo if cada is viejo else cada for cada in foto.renglones]))
    assert se_leen((caso.dice, *caso.cuentas), diferencia(del_ejemplo, otra))
    assert not any(caso.dice in bloque for bloque in diferencia(otra, del_ejemplo))


@CADA_CASO
def test_quitar_un_renglon_quita_su_frase_y_baja_sus_cuentas(foto, del_ejemplo, caso):
    viejo = renglon_de(foto, caso)
    sin = dichos(con_renglones(foto, [renglon for renglon in foto.renglones if renglon is not viejo]))
    assert se_leen(caso.sin, diferencia(del_ejemplo, sin))
    assert diferencia(sin, del_ejemplo)


def test_sin_ningun_renglon_no_se_dice_ninguna_frase_ni_se_cierra_ninguna_cuenta(foto):
    texto = " ".join(bloques_de(armar(con_renglones(foto, ()))))
    for palabras in ("se solicitó", "se recibió", "Siendo un total", "En total", "capacitación, bajo"):
        assert palabras not in texto
