"""De dónde sale cada campo."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.inventado import ABRIL, CORREO, MAYO, OFICIO, a_quien, cifra, foto, plan, renglon
from ut_escritorio.dominio.impreso.contexto import CAMPOS, Contexto, Cuenta, Datos, Nombre
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.palabras.patrones import cifras_citadas
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Departamento, Paso
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte

ABRIR = Paso("1.1/3", "3", "Abrir")
PUERTAS = Actividad("1.1", "1.1", "Puertas", programado={2: Decimal(30)}, pasos=(ABRIR,))
COMPONENTES = (
    Componente("1", "1", "Atención", "vecindad", actividades=(PUERTAS,)),
    Componente("2", "2", "Otra", "nadie"),
)
PLAN = plan(
    cifra("v"),
    componentes=COMPONENTES,
    leyenda="Año de la Casa",
    departamentos=(Departamento("vecindad", "Vecindad", "jefa"),),
)
FOTO = foto(
    PLAN,
    catalogo=Catalogo(unidades=(Unidad("comite", "Comité", "el"),)),
    alcanzado={"1.1": Decimal(28)},
    fecha_de_firma=date(2031, 7, 4),
)


def datos(campo: str, lugar: str = "1.1/3", *renglones) -> Datos:
    return Contexto(FOTO, lugar, renglones).datos(campo)


@pytest.mark.parametrize(
    ("campo", "valor"),
    [
        ("ejercicio", 2031), ("trimestre", 2), ("periodo", "abril – junio"), ("programa", "Casa Abierta"),
        ("programa_numero", "9"), ("evidencia", "77"), ("leyenda", "Año de la Casa"),
        ("fecha_informe", date(2031, 7, 4)), ("componente", "1"), ("actividad", "1.1"), ("paso", "3"),
        ("nombre", "Abrir"), ("departamento", "Vecindad"), ("programado", Decimal(30)),
    ],
)  # fmt: skip
def test_los_campos_generales(campo: str, valor: object) -> None:
    assert datos(campo) == (valor,)
    assert campo in CAMPOS


def test_lo_que_el_lugar_no_tiene_queda_vacio() -> None:
    campos = ("componente", "nombre", "departamento", "programado", "alcanzado")
    assert [datos(campo, "") for campo in campos] == [()] * 5
    assert datos("actividad", "1") == datos("paso", "1.1") == datos("departamento", "2") == ()
    assert datos("alcanzado", "1.1") == (Decimal(28),)
    assert datos("alcanzado", "1.1/3") == ()


UNO = renglon(
    1,
    medio="oficio",
    citas=(Cita("A/1", "el aviso"), Cita("", "la lista"), Cita("A/2")),
    fecha=date(2031, 4, 9),
    cantidad=2,
    cantidad_medio=15,
    personas=Personas(mujeres=3),
    partes=(*a_quien("comite"), Parte("emisor", texto="Vecinas"), Parte("origen", "perdida")),
    campos={"tema": "Uno", "vacio": ""},
)
OTRO = renglon(2, medio="correo", asunto="lo mismo", mes=MAYO, cantidad_medio=1, partes=a_quien("comite"))
SOLO = renglon(4, medio="oficio")
RARO = renglon(3, medio="paloma", asunto="lo mismo", cantidad_medio=4, partes=(Parte("beneficiario"),))


@pytest.mark.parametrize(
    ("campo", "valores"),
    [
        ("medio", ("oficio", "correo electrónico")),
        ("folios", ("A/1", "A/2")),
        ("asunto", ("el aviso, la lista", "lo mismo", "lo mismo")),
        ("fecha", (date(2031, 4, 9),)),
        ("mes", ("abril", "mayo")),
        ("cantidad", (2,)),
        ("cantidad_medio", (Cuenta(15, OFICIO), Cuenta(1, CORREO), 4)),
        ("renglones", (4,)),
        ("personas", (Personas(mujeres=3),)),
        ("mujeres", (3,)),
        ("hombres", ()),
        ("destinatario", (Nombre("Comité", "el"), Nombre("Comité", "el"))),
        ("emisor", (Nombre("Vecinas"),)),
        ("origen", (Nombre("perdida"),)),
        ("beneficiario", ()),
        ("tema", ("Uno",)),
        ("vacio", ()),
        ("desconocido", ()),
    ],
)
def test_los_campos_de_los_renglones_dan_uno_por_renglon(campo: str, valores: Datos) -> None:
    assert datos(campo, "1.1/3", UNO, OTRO, RARO, SOLO) == valores


def test_lo_que_da_quien_lo_usa_manda() -> None:
    assert Contexto(FOTO, "1.1", otros={"departamento": ("Otro",)}).datos("departamento") == ("Otro",)


def test_las_cifras_que_un_campo_cita() -> None:
    assert cifras_citadas("cifra.v.ni@mes") == [("v", "ni")]
    assert cifras_citadas("cuenta.v+w@mes") == [("v", ""), ("w", "")]
    assert cifras_citadas("asunto") == []


def test_el_mes_de_un_parrafo_es_el_primero_que_se_sepa() -> None:
    con_datos = foto(PLAN, {("v", ABRIL, None): 5})
    contexto = Contexto(con_datos, "1.1/3", (renglon(1), renglon(2, mes=ABRIL), renglon(3, mes=MAYO)))
    assert [dato.numero for dato in contexto.datos("cifra.v@mes") if isinstance(dato, Cuenta)] == [5]
