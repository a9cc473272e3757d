"""Tomar números: el que sigue, por un gesto, y nunca dos veces el mismo."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.datos import oficina
from tests.datos.oficina import PASO, TRIMESTRE
from tests.sorteos import casos
from ut_escritorio import rutas
from ut_escritorio.dominio.impreso.anotar import Borrador
from ut_escritorio.dominio.oficios.extranos import fuera_de_orden, solo_en_el_libro
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Cita, leer_folio
from ut_escritorio.dominio.trimestre.series import Ajenos
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, por_deshacer, rehacer
from ut_escritorio.servicios.captura.anotar import anotar as anotar_renglones
from ut_escritorio.servicios.captura.anotar import vecinos_de
from ut_escritorio.servicios.captura.renglones import guardar_renglon, nuevo_renglon, quitar_renglon
from ut_escritorio.servicios.entrega.firma import marcar_impreso
from ut_escritorio.servicios.entrega.remision import guardar_oficio
from ut_escritorio.servicios.oficios import anotar, numeros
from ut_escritorio.servicios.oficios.libro import leer_libro

EN_2024 = Trimestre(2024, 2)
MAYO = date(2031, 5, 6)


@pytest.fixture
def con_serie(exp: Expediente) -> Expediente:
    """La oficina pequeña, con un oficio ya numerado."""
    citas = (Cita("PR/0900/2031"),)
    nuevo_renglon(exp, TRIMESTRE, PASO, medio="oficio", sentido="enviado", citas=citas)
    return exp


def nuevo(exp: Expediente, **dice: Any) -> str:
    return anotar.agregar(exp, TRIMESTRE, Oficio("", **dice))[0].uid


def siguiente(exp: Expediente) -> str:
    return leer_libro(exp, 2031).siguiente


def folio_de(exp: Expediente, uid: str) -> str:
    return next(f.oficio.folio for f in leer_libro(exp, 2031).filas if f.oficio.uid == uid)


def test_abrir_uno_nuevo_no_toma_numero_y_el_gesto_si(con_serie: Expediente):
    uid = nuevo(con_serie)
    assert (folio_de(con_serie, uid), siguiente(con_serie)) == ("", "PR/0901/2031")
    folio, _ = numeros.tomar(con_serie, TRIMESTRE, uid)
    assert (folio, siguiente(con_serie)) == ("PR/0901/2031", "PR/0902/2031")
    with pytest.raises(ErrorEsperado, match="Ya tiene número: PR/0901/2031"):
        numeros.tomar(con_serie, TRIMESTRE, uid)


def test_el_que_sigue_va_despues_de_todo_lo_del_archivo(con_serie: Expediente):
    guardar_oficio(con_serie, TRIMESTRE, "vecindad", "PR/0910/2031", None)
    assert siguiente(con_serie) == "PR/0911/2031"
    nuevo(con_serie, folio="PR/0920/2031")
    assert siguiente(con_serie) == "PR/0921/2031"


def test_de_los_de_junto_sale_lo_mismo_que_de_todo_el_libro(con_serie: Expediente):
    dias = {905: 9, 906: None, 907: 3, 910: 20, 911: 2, 912: None, 915: 15}
    for numero, dia in dias.items():
        papel = DelPapel(date(2031, 5, dia) if dia else None)
        nuevo(con_serie, folio=f"{'PR' if numero != 911 else 'CA'}/0{numero}/2031", papel=papel)
    nuevo(con_serie, folio="PR/0907 bis/2031", papel=DelPapel(date(2031, 5, 8)))
    anotar.cancelar(con_serie, TRIMESTRE, nuevo(con_serie, folio="PR/0908/2031", papel=DelPapel(MAYO)), "x")
    todos = leer_libro(con_serie, 2031).numerados
    for escrito in [*(f"PR/0{n}/2031" for n in range(899, 917)), "pr/907 BIS/2031", "PR/0908/2030", "S/N"]:
        folio, vecinos = leer_folio(escrito), vecinos_de(con_serie, [escrito])
        for dia in range(1, 22):
            fecha = date(2031, 5, dia)
            assert fuera_de_orden(folio, fecha, vecinos) == fuera_de_orden(folio, fecha, todos), escrito
    assert solo_en_el_libro([leer_folio("PR/905/2031")], vecinos_de(con_serie, ["PR/905/2031"]))
    assert not solo_en_el_libro([leer_folio("PR/0900/2031")], vecinos_de(con_serie, ["PR/0900/2031"]))


def test_uno_usado_dice_que_ya_es_de_otro(con_serie: Expediente):
    uid = nuevo(con_serie)
    with pytest.raises(ErrorEsperado, match="PR/0900/2031 ya es de otro"):
        numeros.tomar(con_serie, TRIMESTRE, uid, "900")
    with pytest.raises(ErrorEsperado, match="ya es de otro"):
        nuevo(con_serie, folio="pr/900/2031")


def test_el_cancelado_no_se_vuelve_a_usar(con_serie: Expediente):
    uid = nuevo(con_serie)
    numeros.tomar(con_serie, TRIMESTRE, uid)
    anotar.cancelar(con_serie, TRIMESTRE, uid, "salió dos veces")
    assert siguiente(con_serie) == "PR/0902/2031"
    with pytest.raises(ErrorEsperado, match="está cancelado, y un número no se usa dos veces"):
        numeros.tomar(con_serie, TRIMESTRE, nuevo(con_serie), "901")
    with pytest.raises(ErrorEsperado, match="está cancelado"):
        numeros.soltar(con_serie, TRIMESTRE, uid)


def test_un_renglon_no_puede_decir_el_cancelado(con_serie: Expediente):
    uid = nuevo(con_serie)
    numeros.tomar(con_serie, TRIMESTRE, uid)
    anotar.cancelar(con_serie, TRIMESTRE, uid, "salió dos veces")
    antes = con_serie.foto(TRIMESTRE)
    with pytest.raises(ErrorEsperado, match="PR/0901/2031 está cancelado \\(«salió dos veces»\\)"):
        nuevo_renglon(con_serie, TRIMESTRE, PASO, sentido="enviado", citas=(Cita("PR/901/2031"),))
    assert con_serie.foto(TRIMESTRE) == antes


def test_deshacer_devuelve_el_numero_si_no_se_ha_impreso(con_serie: Expediente):
    uid = nuevo(con_serie)
    numeros.tomar(con_serie, TRIMESTRE, uid)
    assert por_deshacer(con_serie) == "Deshacer tomar el número PR/0901/2031"
    deshacer(con_serie)
    assert (folio_de(con_serie, uid), siguiente(con_serie)) == ("", "PR/0901/2031")
    rehacer(con_serie)
    anotar.anotar_impresos(con_serie, TRIMESTRE, [uid])
    for intento in (
        lambda: deshacer(con_serie),
        lambda: numeros.soltar(con_serie, TRIMESTRE, uid),
        lambda: anotar.quitar(con_serie, TRIMESTRE, uid),
    ):
        with pytest.raises(ErrorEsperado, match="Ya se imprimió PR/0901/2031: cancélelo"):
            intento()
    assert siguiente(con_serie) == "PR/0902/2031"


def test_rehacer_tampoco_quita_del_libro_el_que_ya_se_imprimio(con_serie: Expediente):
    citas = (Cita("PR/0950/2031"),)
    renglon, _ = nuevo_renglon(con_serie, TRIMESTRE, PASO, sentido="enviado", citas=citas)
    quitar_renglon(con_serie, TRIMESTRE, renglon.uid)
    deshacer(con_serie)
    uid = next(f.oficio.uid for f in leer_libro(con_serie, 2031).filas if f.oficio.folio == "PR/0950/2031")
    anotar.anotar_impresos(con_serie, TRIMESTRE, [uid])
    with pytest.raises(ErrorEsperado, match="Ya se imprimió PR/0950/2031"):
        rehacer(con_serie)
    assert renglon.uid in con_serie.foto(TRIMESTRE).renglon


def test_el_de_remision_ya_impreso_no_se_suelta(con_serie: Expediente):
    guardar_oficio(con_serie, TRIMESTRE, "vecindad", "PR/0901/2031", date(2031, 7, 1))
    marcar_impreso(con_serie, con_serie.foto(TRIMESTRE), ("hoja",))
    with pytest.raises(ErrorEsperado, match="Ya se imprimió PR/0901/2031"):
        deshacer(con_serie)
    guardar_oficio(con_serie, TRIMESTRE, "vecindad", "PR/0902/2031", date(2031, 7, 1))
    assert {"PR/0901/2031", "PR/0902/2031"} <= {f.oficio.folio for f in leer_libro(con_serie, 2031).filas}


def test_se_suelta_solo_el_ultimo_que_nada_dice(con_serie: Expediente):
    uno, otro = nuevo(con_serie), nuevo(con_serie)
    numeros.tomar(con_serie, TRIMESTRE, uno)
    numeros.tomar(con_serie, TRIMESTRE, otro)
    with pytest.raises(ErrorEsperado, match="ya se tomaron otros: cancélelo"):
        numeros.soltar(con_serie, TRIMESTRE, uno)
    numeros.soltar(con_serie, TRIMESTRE, otro)
    assert siguiente(con_serie) == "PR/0902/2031"
    anotar.quitar(con_serie, TRIMESTRE, otro)
    assert otro not in {f.oficio.uid for f in leer_libro(con_serie, 2031).filas}


def test_uno_muy_por_encima_pregunta_y_solo_confirmado_mueve_al_que_sigue(con_serie: Expediente):
    uid = nuevo(con_serie)
    with pytest.raises(numeros.NumeroLejano, match="PR/9012/2031 está muy por encima.*es PR/0901/2031"):
        numeros.tomar(con_serie, TRIMESTRE, uid, "9012")
    numeros.tomar(con_serie, TRIMESTRE, uid, "9012", sigue_de_ahi=False)
    assert siguiente(con_serie) == "PR/0901/2031"
    deshacer(con_serie)
    numeros.tomar(con_serie, TRIMESTRE, uid, "9012", sigue_de_ahi=True)
    assert siguiente(con_serie) == "PR/9013/2031"
    deshacer(con_serie)
    assert siguiente(con_serie) == "PR/0901/2031"


def test_de_varios_muy_por_encima_la_cuenta_sigue_despues_del_mayor(con_serie: Expediente):
    lejos = Borrador(PASO, "oficio", "enviado", "9012, 19014, 9011", MAYO, "tesorería", "los horarios")
    anotar_renglones(con_serie, TRIMESTRE, lejos)
    assert siguiente(con_serie) == "PR/0901/2031", "sin decirlo, no se mueve"
    deshacer(con_serie)
    anotar_renglones(con_serie, TRIMESTRE, lejos, sigue_de_ahi=True)
    assert siguiente(con_serie) == "PR/19015/2031"
    sin_numero = Borrador(PASO, "oficio", "enviado", "S/N", MAYO, "tesorería", "los avisos")
    anotar_renglones(con_serie, TRIMESTRE, sin_numero, sigue_de_ahi=True)
    assert siguiente(con_serie) == "PR/19015/2031"


def test_en_un_archivo_sin_numeros_se_pregunta_una_vez(tmp_path: Path):
    plan = rutas.recursos() / "planes" / "2024.toml"
    with creacion.crear(tmp_path / "nuevo.sqlite", plan, None, oficina.ahora) as exp:
        assert numeros.hay_que_preguntar(exp, EN_2024)
        assert leer_libro(exp, 2024).siguiente == "", "sin saber por cuál va, no se inventa uno"
        numeros.decir_ultimo(exp, EN_2024, 654)
        assert not numeros.hay_que_preguntar(exp, EN_2024)
        assert leer_libro(exp, 2024).siguiente == "UT/0655/2024"
        deshacer(exp)
        numeros.decir_ultimo(exp, EN_2024, None)
        assert not numeros.hay_que_preguntar(exp, EN_2024), "«No sé» también es una respuesta"
        suelto, _ = anotar.agregar(exp, EN_2024, Oficio("", "", "enviado", 2024))
        with pytest.raises(numeros.NoSeSabe, match="el último número que tomó en 2024"):
            numeros.tomar(exp, EN_2024, suelto.uid)
        assert numeros.tomar(exp, EN_2024, suelto.uid, "655")[0] == "UT/0655/2024"
        assert leer_libro(exp, 2024).siguiente == "UT/0656/2024"


def test_por_cual_va_se_dice_una_vez_y_de_ahi_sigue(con_serie: Expediente):
    assert not numeros.hay_que_preguntar(con_serie, TRIMESTRE)
    numeros.decir_ultimo(con_serie, TRIMESTRE, 954)
    assert siguiente(con_serie) == "PR/0955/2031"
    numeros.decir_ultimo(con_serie, TRIMESTRE, None)
    assert siguiente(con_serie) == "PR/0901/2031"


def test_los_que_lleva_otro_se_saltan_y_no_son_huecos(con_serie: Expediente):
    ajenos = Ajenos(901, 949, "Recursos Humanos")
    numeros.anotar_ajenos(con_serie, TRIMESTRE, ajenos)
    assert siguiente(con_serie) == "PR/0950/2031"
    assert leer_libro(con_serie, 2031).numeros.ajenos == (ajenos,)
    with pytest.raises(ErrorEsperado, match="PR/0900/2031 ya está aquí"):
        numeros.anotar_ajenos(con_serie, TRIMESTRE, Ajenos(890, 905))
    numeros.quitar_ajenos(con_serie, TRIMESTRE, ajenos)
    assert siguiente(con_serie) == "PR/0901/2031"


def test_los_recibidos_no_toman_numero(con_serie: Expediente):
    uid = nuevo(con_serie, sentido="recibido")
    with pytest.raises(ErrorEsperado, match="lo pone quien lo manda"):
        numeros.tomar(con_serie, TRIMESTRE, uid)


class UnNumeroUnPapel(RuleBasedStateMachine):
    """Tomar, cancelar, deshacer, rehacer, pegar, citar y quitar en cualquier orden."""

    def __init__(self) -> None:
        super().__init__()
        self.exp: Expediente | None = None
        self.impresos: set[Any] = set()

    molde: bytes = b""
    carpeta: Any = None

    @initialize()
    def abrir(self) -> None:
        ruta = type(self).carpeta / "oficina.sqlite"
        ruta.write_bytes(type(self).molde)
        self.exp = oficina.abrir(ruta)
        citas = (Cita("PR/0900/2031"),)
        nuevo_renglon(self.exp, TRIMESTRE, PASO, medio="oficio", sentido="enviado", citas=citas)

    def teardown(self) -> None:
        if self.exp:
            self.exp.cerrar()

    def _intenta(self, que: Any) -> None:
        with suppress(ErrorEsperado):
            que()

    @property
    def _abierto(self) -> Expediente:
        assert self.exp
        return self.exp

    def _uid(self, cual: int) -> str | None:
        filas = leer_libro(self._abierto, 2031).filas
        return filas[cual % len(filas)].oficio.uid if filas else None

    @rule(fecha=st.booleans())
    def agrega(self, fecha: bool) -> None:
        nuevo(self._abierto, papel=DelPapel(MAYO if fecha else None))

    @rule(cual=st.integers(0, 9), escrito=st.sampled_from(["", "", "900", "901", "902 bis", "9500"]))
    def toma(self, cual: int, escrito: str) -> None:
        uid = self._uid(cual)
        if uid:
            self._intenta(
                lambda: numeros.tomar(self._abierto, TRIMESTRE, uid, escrito, sigue_de_ahi=cual % 2 == 0)
            )

    @rule(cual=st.integers(0, 9))
    def cancela(self, cual: int) -> None:
        uid = self._uid(cual)
        if uid:
            self._intenta(
                lambda: anotar.cancelar(
                    self._abierto, TRIMESTRE, uid, "por algo", quitar_de_ahi=cual % 2 == 0
                )
            )

    @rule(cual=st.integers(0, 9))
    def suelta(self, cual: int) -> None:
        if uid := self._uid(cual):
            self._intenta(lambda: numeros.soltar(self._abierto, TRIMESTRE, uid))

    @rule(cual=st.integers(0, 9))
    def imprime(self, cual: int) -> None:
        if uid := self._uid(cual):
            anotar.anotar_impresos(self._abierto, TRIMESTRE, [uid])
            oficio = anotar.en_el_libro(self._abierto, uid).oficio
            if oficio.leido.numero and oficio.sentido == "enviado":
                self.impresos.add(oficio.leido.llave)

    @rule()
    def deshace(self) -> None:
        self._intenta(lambda: deshacer(self._abierto))

    @rule()
    def rehace(self) -> None:
        self._intenta(lambda: rehacer(self._abierto))

    @rule(
        folios=st.lists(st.sampled_from(["PR/0900/2031", "pr/901/2031", "PR/0902/2031", "S/N"]), max_size=3)
    )
    def pega_en_un_renglon(self, folios: list[str]) -> None:
        citas = tuple(map(Cita, folios))
        renglones = self._abierto.foto(TRIMESTRE).renglones
        if len(folios) % 2 and renglones:
            otro = replace(renglones[-1], sentido="enviado", citas=citas)
            self._intenta(lambda: guardar_renglon(self._abierto, TRIMESTRE, otro))
        else:
            dice = {"medio": "oficio", "sentido": "enviado", "citas": citas}
            self._intenta(lambda: nuevo_renglon(self._abierto, TRIMESTRE, PASO, **dice))

    @rule()
    def quita_un_renglon(self) -> None:
        if renglones := self._abierto.foto(TRIMESTRE).renglones:
            quitar_renglon(self._abierto, TRIMESTRE, renglones[-1].uid)

    @invariant()
    def un_numero_es_un_papel(self) -> None:
        if self.exp is None:
            return
        libro = leer_libro(self.exp, 2031)
        llaves = [f.oficio.leido.llave for f in libro.filas if f.oficio.leido.numero and _enviado(f.oficio)]
        assert len(llaves) == len(set(llaves))
        assert self.impresos <= set(llaves), "un número impreso no se suelta"
        cancelados = [fila for fila in libro.filas if fila.estado == "cancelado"]
        assert not any(fila.dichos for fila in cancelados), "lo cancelado no se dice en ningún paso"
        if libro.serie is not None:
            assert libro.serie.siguiente not in libro.numeros.tomados


def _enviado(oficio: Oficio) -> bool:
    return oficio.sentido == "enviado"


def test_en_cualquier_orden_un_numero_es_un_papel(molde: Any, tmp_path: Any):
    UnNumeroUnPapel.molde, UnNumeroUnPapel.carpeta = molde.read_bytes(), tmp_path
    ajustes = settings(max_examples=casos(12), stateful_step_count=18, deadline=None, print_blob=True)
    run_state_machine_as_test(UnNumeroUnPapel, settings=ajustes)
