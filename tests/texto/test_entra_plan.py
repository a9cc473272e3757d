"""Un plan escrito como texto entra a un archivo que ya tiene el suyo: se enseña, se elige y se deshace."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.texto.casos import CASOS, ahora
from ut_escritorio.dominio.cambios_del_plan.llegado import decir
from ut_escritorio.dominio.cambios_del_plan.llegado.cosas import en_cosas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Actividad
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.entrega.informe import contenidos_de
from ut_escritorio.servicios.oficina.catalogos import catalogo_de
from ut_escritorio.servicios.oficina.plan import plan_de
from ut_escritorio.servicios.texto.entrada import entrar_plan, revisar_plan
from ut_escritorio.servicios.texto.plan_que_llega import PlanQueLlega
from ut_escritorio.servicios.texto.salida import guardar_plan

NUEVA = '[cifras.nueva]\nnombre = "Nuevas"\nunidad = "denuncia"\ncaptura = ["mes"]\n\n'
SEGUNDO = Trimestre(2024, 2)
Otro = Callable[..., PlanQueLlega]


@pytest.fixture
def exp(tmp_path: Path):
    with creacion.crear_ejemplo(tmp_path / "a.sqlite", ahora) as abierto:
        yield abierto


@pytest.fixture
def otro(exp: Expediente, tmp_path: Path) -> Otro:
    """Lo que traería el plan del archivo, guardado como texto y corregido a mano."""

    def corregido(*cambios: tuple[str, str], ejercicio: int = 2024) -> PlanQueLlega:
        ruta = tmp_path / "plan.toml"
        ruta.unlink(missing_ok=True)
        guardar_plan(exp, ejercicio, ruta)
        texto = ruta.read_text(encoding="utf-8")
        for era, sera in cambios:
            assert era in texto, era
            texto = texto.replace(era, sera)
        ruta.write_text(texto, encoding="utf-8")
        return revisar_plan(exp, ruta)

    return corregido


def dicho(llegada: PlanQueLlega) -> list[str]:
    return [f"{c.cambio.que}: {c.nombre}" for c in llegada.cambios]


def contenido(exp: Expediente) -> object:
    return plan_de(exp, SEGUNDO), catalogo_de(exp), exp.foto(SEGUNDO).conteos, exp.foto(SEGUNDO).renglones


def test_el_mismo_plan_no_cambia_nada(otro: Otro):
    assert otro().cambios == ()


def test_lo_que_cambia_se_lee_dato_por_dato_y_entra_de_una_vez(exp: Expediente, otro: Otro):
    antes = contenido(exp)
    llegada = otro(
        ('corto = "Denuncias"', 'corto = "Quejas"'),
        ('nombre = "Denuncias"', 'nombre = "Denuncias de la ciudadanía"'),
        ('cargo = "Titular de la Unidad de Transparencia"', 'cargo = "Encargada de la Unidad"'),
        ("programado = { 2 = 30 }", "programado = { 2 = 30, 3 = 25 }"),
    )
    por_nombre = {c.nombre: [str(d) for d in c.diferencias] for c in llegada.cambios}
    assert por_nombre["Cargo, Encargada de la Unidad"] == [
        "cargo: «Titular de la Unidad de Transparencia» → «Encargada de la Unidad»"
    ]
    assert por_nombre["Actividad 2.5, Quejas"][0] == "nombre corto: «Denuncias» → «Quejas»"
    assert por_nombre["Número que se cuenta, Denuncias de la ciudadanía"] == [
        "nombre: «Denuncias» → «Denuncias de la ciudadanía»"
    ]
    assert {c.donde for c in llegada.cambios} == {"La oficina", "Componente 2", "Lo que se cuenta"}
    entrar_plan(exp, SEGUNDO, llegada, llegada.de_entrada)
    plan = plan_de(exp, SEGUNDO)
    assert (plan, catalogo_de(exp)) == (llegada.leido.plan, llegada.leido.catalogo)
    assert otro().cambios == (), "entrar dos veces el mismo no hace nada"
    deshacer(exp)
    assert contenido(exp) == antes, "un solo deshacer"


def test_lo_del_programa_se_lee_dato_por_dato(otro: Otro):
    (cambio,) = otro(("[programa]\n", "[programa]\nentrega = 5\npide_por_que = true\n")).cambios
    assert cambio.nombre == "El programa"
    assert {str(d) for d in cambio.diferencias} == {
        "a cuántos días hábiles se entrega: 5", "si hay que decir por qué se alejó: sí",
    }  # fmt: skip


@pytest.mark.parametrize("plan", [plan for plan, _ in CASOS.values()], ids=CASOS)
def test_todo_dato_de_un_plan_tiene_como_decirse(plan: Path):
    cosas = en_cosas(tomllib.loads(plan.read_text(encoding="utf-8"))).values()
    llaves = {llave for c in cosas for llave in (c.dice["programa"] if c.parte == "programa" else c.dice)}
    sin_decir = llaves - set(decir._DATOS) - {"clave", "formato", "ejercicio", "cifra"}
    assert sin_decir == set(), "lo que la reconoce no cambia"


def test_se_puede_elegir_y_lo_que_no_se_sostiene_solo_lo_dice(exp: Expediente, otro: Otro):
    llegada = otro(
        ('nombre = "Denuncias"', 'nombre = "Quejas"'),
        ('numero = "3.3"\n', 'numero = "3.4"\n'),
        ('cifra = "denuncias"\nrotulo = "Denuncias"', 'cifra = "nueva"\nrotulo = "Nuevas"'),
        ("[cifras.denuncias]", f"{NUEVA}[cifras.denuncias]"),
    )
    (mosaico,) = [c for c in llegada.cambios if c.nombre == "En el Tablero, Nuevas"]
    with pytest.raises(ErrorEsperado, match="no queda entero sin lo demás.*«nueva»"):
        entrar_plan(exp, SEGUNDO, llegada, {mosaico.clave})
    solo = {c.clave for c in llegada.cambios if c.nombre == "Número que se cuenta, Quejas"}
    entrar_plan(exp, SEGUNDO, llegada, solo)
    plan = plan_de(exp, SEGUNDO)
    assert plan.cifra["denuncias"].nombre == "Quejas" and "3.3" in plan.lugar and "3.4" not in plan.lugar
    with pytest.raises(ErrorEsperado, match="cambió desde que se revisó"):
        entrar_plan(exp, SEGUNDO, llegada, solo)
    with pytest.raises(ErrorEsperado, match="No se marcó nada"):
        entrar_plan(exp, SEGUNDO, otro(), ())


def test_lo_que_era_otra_actividad_se_lleva_lo_suyo(exp: Expediente, otro: Otro):
    renglones = {r.uid: r.lugar for r in exp.foto(SEGUNDO).renglones}
    anotados = [uid for uid, lugar in renglones.items() if lugar.startswith("1.2/")]
    llegada = otro(('numero = "1.2"\nnombre', 'numero = "1.7"\nantes = "1.2"\nnombre'), ('"1.2/', '"1.7/'))
    assert not [c for c in llegada.cambios if c.cambio.que in ("llega", "se va")]
    entrar_plan(exp, SEGUNDO, llegada, llegada.de_entrada)
    foto = exp.foto(SEGUNDO)
    assert {foto.renglon[uid].lugar for uid in anotados} <= {f"1.7/{n}" for n in range(1, 6)}
    assert foto.plan.lugar["1.7"].antes == "1.2" and foto.plan == llegada.leido.plan
    deshacer(exp)
    assert {r.uid: r.lugar for r in exp.foto(SEGUNDO).renglones} == renglones


def test_lo_que_perderia_algo_se_dice_y_no_se_hace_sin_que_ella_lo_marque(exp: Expediente, otro: Otro):
    antes, plan = contenido(exp), plan_de(exp, SEGUNDO)
    llegada = otro(
        (
            'unidad = "notificacion"\ncaptura = ["mes"]',
            'unidad = "notificacion"\ncuenta = { que = "registros" }',
        ),
        ('numero = "1.1"\nnombre = "Carteles y video"\n', 'numero = "1.9"\nnombre = "Carteles y video"\n'),
    )
    se_pierde = {c.nombre: c.se_pierde for c in llegada.cambios if c.se_pierde}
    assert se_pierde["Paso 2 de la 1.1, Traducción"] == "Se perdería: 1 renglón."
    assert se_pierde["Actividad 1.1, Carteles y video"] == "Se perdería: 1 valor alcanzado."
    assert (
        "que dejarían de verse" in se_pierde["Número que se cuenta, Notificaciones de recursos de revisión"]
    )
    entrar_plan(exp, SEGUNDO, llegada, llegada.de_entrada)
    assert {"1.1", "1.9"} <= plan_de(exp, SEGUNDO).lugar.keys()
    assert contenido(exp)[2:] == antes[2:]
    deshacer(exp)
    entrar_plan(exp, SEGUNDO, llegada, {c.clave for c in llegada.cambios})
    foto = exp.foto(SEGUNDO)
    assert "1.1" not in foto.plan.lugar and not foto.renglones_de("1.1/2") and "1.1" not in foto.alcanzado
    deshacer(exp)
    assert contenido(exp) == antes and plan_de(exp, SEGUNDO) == plan


def test_lo_firmado_queda_como_se_firmo(exp: Expediente, otro: Otro, tmp_path: Path):
    foto = exp.foto(SEGUNDO)
    firma.guardar_firmado(exp, firma.preparar_firma(foto, contenidos_de(exp, foto, None), date(2024, 7, 4)))
    firmado = exp.foto(SEGUNDO).firmado
    llegada = otro(
        ("programado = { 2 = 30 }", "programado = { 2 = 55, 3 = 40 }"),
        ('numero = "1.1"\nnombre = "Carteles y video"\n', 'numero = "1.9"\nnombre = "Carteles y video"\n'),
        ('titulo = "DENUNCIAS"', 'titulo = "QUEJAS"'),
    )
    (se_va,) = [c for c in llegada.cambios if c.cambio.nombre == ("actividades", "1.1")]
    assert not se_va.posible and se_va.se_pierde == (
        "No se puede quitar: ahí hay 1 valor alcanzado, y lo del 2º trimestre ya se firmó."
    )
    with pytest.raises(ErrorEsperado, match="se perdería lo capturado"):
        entrar_plan(exp, SEGUNDO, llegada, {c.clave for c in llegada.cambios})
    entrar_plan(exp, SEGUNDO, llegada, llegada.de_entrada)
    actividad = plan_de(exp, SEGUNDO).lugar["2.5"]
    assert isinstance(actividad, Actividad) and actividad.programado == {2: 30, 3: 40}
    assert exp.foto(SEGUNDO).firmado == firmado
    assert exp.foto(SEGUNDO.siguiente).conteos.valores[Casilla("denuncias", 2, 6)] == 1


def test_otro_anio_entra_entero_y_no_toca_lo_que_hay(exp: Expediente, otro: Otro):
    antes = contenido(exp)
    llegada = otro(("ejercicio = 2024", "ejercicio = 2025"), ("oaxaca-de-juarez-2024", "oaxaca-2025"),
                   ('nombre = "Tesorería Municipal"', 'nombre = "Tesorería"'))  # fmt: skip
    assert llegada.nuevo and llegada.ejercicio == 2025
    assert "cambia: Área u órgano, Tesorería" in dicho(llegada)
    entrar_plan(exp, SEGUNDO, llegada, llegada.de_entrada)
    assert plan_de(exp, Trimestre(2025, 1)) == llegada.leido.plan
    assert contenido(exp)[2:] == antes[2:] and plan_de(exp, SEGUNDO) == antes[0]
    deshacer(exp)
    assert contenido(exp) == antes and Trimestre(2025, 1) not in exp.trimestres()
    with pytest.raises(ErrorEsperado, match="se llama igual que el de 2024"):
        otro(("ejercicio = 2024", "ejercicio = 2025"))


@pytest.mark.parametrize("cual", [cual for cual in CASOS if cual != "ejemplo"])
def test_el_de_otra_oficina_entra_a_uno_recien_empezado(cual: str, tmp_path: Path):
    plan = CASOS[cual][0]
    with creacion.crear(tmp_path / "a.sqlite", CASOS["ejemplo"][0], None, ahora) as exp:
        membretes = catalogo_de(exp).papeles
        llegada = revisar_plan(exp, plan)
        assert llegada.nuevo
        entrar_plan(exp, SEGUNDO, llegada, llegada.de_entrada)
        assert plan_de(exp, Trimestre(llegada.ejercicio, 1)) == llegada.leido.plan
        assert {*membretes} <= {*catalogo_de(exp).papeles}, "el suyo no se cambia sin preguntarle"
        de_mas = [c for c in revisar_plan(exp, plan).cambios if c.cambio.nombre[0] != "membretes"]
        assert de_mas == []


@pytest.mark.parametrize(
    ("que", "dice"),
    [
        (lambda t: t[: len(t) // 2].encode(), "hay .* que corregir"),
        (lambda t: t.encode("latin-1", "replace"), "no está en UTF-8"),
        (lambda t: t.replace("leyenda =", "leyendas =").encode(), "esa llave no se conoce aquí"),
        (lambda t: (t + "#" * 9_000_000).encode(), "pesa más de lo que pesa un plan"),
        (lambda t: b"SQLite format 3\0" + bytes(999), "hay una cosa que corregir"),
        (lambda t: b"", "falta"),
        (lambda t: b"formato = 1\nejercicio = 2024\ntrimestre = 2\n", "trae los datos de un trimestre"),
    ],
)  # fmt: skip
def test_el_texto_que_no_sirve_se_dice_y_no_cambia_nada(
    que: Callable[[str], bytes], dice: str, exp: Expediente, tmp_path: Path
):
    antes, ruta = contenido(exp), tmp_path / "malo.toml"
    ruta.write_bytes(que(CASOS["ejemplo"][0].read_text(encoding="utf-8")))
    with pytest.raises(ErrorEsperado, match=dice):
        revisar_plan(exp, ruta)
    assert contenido(exp) == antes
