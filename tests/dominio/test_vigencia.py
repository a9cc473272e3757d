"""Lo que vale un día: quién firma, qué papel se usa."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.oficina.catalogo import Catalogo, Nombramiento, Persona, Unidad
from ut_escritorio.dominio.oficina.firmantes import Ocupante, ocupante
from ut_escritorio.dominio.plan.apartados import Apartado, Firmante
from ut_escritorio.dominio.plan.arbol import Departamento, Plan, PlantillaOficio
from ut_escritorio.dominio.plan.programa import Programa
from ut_escritorio.dominio.plan.puestos import como_se_llama
from ut_escritorio.dominio.vigencia import vale, vigente

FIN_DE_AÑO, AÑO_NUEVO = date(2030, 12, 31), date(2031, 1, 1)
CATALOGO = Catalogo(
    personas=(Persona("ana", "Ana Ruiz", "Lic."), Persona("luz", "Luz Cano")),
    nombramientos=(
        Nombramiento("titular", "ana", "Titular de la Unidad", hasta=FIN_DE_AÑO),
        Nombramiento("titular", "luz", "Encargada de la Unidad", desde=AÑO_NUEVO),
        Nombramiento("fantasma", "nadie", "Cargo de nadie"),
    ),
)


def test_el_primer_y_el_ultimo_dia_cuentan() -> None:
    unidad = Unidad("u", "Unidad", desde=date(2030, 2, 1), hasta=date(2030, 2, 28))
    assert [vale(unidad, date(2030, mes, dia)) for mes, dia in ((1, 31), (2, 1), (2, 28), (3, 1))] == [
        False,
        True,
        True,
        False,
    ]


def test_sin_fechas_vale_siempre() -> None:
    assert vale(Unidad("u", "Unidad"), date.min)
    assert vale(Unidad("u", "Unidad"), date.max)


def test_si_valen_dos_manda_la_que_empezo_despues() -> None:
    vieja = Unidad("vieja", "Vieja")
    nueva = Unidad("nueva", "Nueva", desde=AÑO_NUEVO)
    assert vigente([nueva, vieja], AÑO_NUEVO) == nueva
    assert vigente([nueva, vieja], FIN_DE_AÑO) == vieja
    assert vigente([nueva], FIN_DE_AÑO) is None


def test_el_cuarto_trimestre_lo_firma_quien_esta_en_enero() -> None:
    assert ocupante(CATALOGO, "titular", FIN_DE_AÑO) == Ocupante("Lic. Ana Ruiz", "Titular de la Unidad")
    assert ocupante(CATALOGO, "titular", AÑO_NUEVO) == Ocupante("Luz Cano", "Encargada de la Unidad")


def test_un_puesto_sin_nadie_o_con_alguien_desconocido_no_tiene_ocupante() -> None:
    assert ocupante(CATALOGO, "chofer", AÑO_NUEVO) is None
    assert ocupante(CATALOGO, "fantasma", AÑO_NUEVO) is None


def test_un_oficio_se_firma_en_mayusculas() -> None:
    assert Ocupante("Lic. Ana Ruiz", "Titular").en_mayusculas == Ocupante("LIC. ANA RUIZ", "TITULAR")


def test_un_puesto_vacante_se_nombra_por_su_ultimo_cargo() -> None:
    sin_nadie = Plan("p", 2031, Programa("1", "Casa"))
    assert como_se_llama(sin_nadie, CATALOGO, "titular") == "Encargada de la Unidad"


def test_un_puesto_que_nadie_ha_ocupado_se_nombra_por_lo_que_hace_y_nunca_por_su_clave() -> None:
    portada = Apartado("f", "firmas", firmantes=(Firmante("jefa_a", "Elaboró"), Firmante("jefa_b")))
    oficio = PlantillaOficio(destinatario="titular_ut")
    plan = Plan(
        "p",
        2031,
        Programa("1", "Casa"),
        portada=(portada,),
        departamentos=(Departamento("b", "Lo B", "jefa_b", oficio),),
    )
    catalogo = Catalogo(unidades=(Unidad("casa_u", "Casa"),))
    dichos = [como_se_llama(plan, catalogo, p) for p in ("jefa_a", "jefa_b", "titular_ut", "casa_u", "x_y")]
    assert dichos == [
        "Elaboró",
        "Titular de Lo B",
        "A quien se dirige el oficio de remisión",
        "Titular de Casa",
        "Quien firma",
    ]


def test_el_catalogo_encuentra_por_clave() -> None:
    assert Catalogo(unidades=(Unidad("u", "Unidad"),)).unidad("u") == Unidad("u", "Unidad")
    assert CATALOGO.unidad("u") is None
    assert CATALOGO.persona("luz") == Persona("luz", "Luz Cano")
