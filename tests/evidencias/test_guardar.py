"""Guardar evidencias: una por contenido, con deshacer, sin tocar lo firmado y sin estorbar a lo demás."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from tests.evidencias.archivos import escaneo, foto
from ut_escritorio.datos.filas.firmas import abrir_cerrado, cerrar_con_firma
from ut_escritorio.datos.filas.fotografo import Fotografo
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.evidencias import Evidencia
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import comprobacion, espacio, expediente, historia
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura import renglones
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.evidencias import adjuntar as servicio
from ut_escritorio.servicios.evidencias import dar
from ut_escritorio.servicios.evidencias.adjuntar import Adjuntado, evidencias_de
from ut_escritorio.servicios.evidencias.preparar import Lote, PorAdjuntar, preparar
from ut_escritorio.servicios.oficios.libro import leer_libro

FOTO, OTRA, ACUSE = ("IMG_2231.jpg", foto()), ("IMG_2232.jpg", foto(color="green")), ("acuse.pdf", escaneo(2))


def lote(*dados: tuple[str, bytes]) -> Lote:
    pedidos = [PorAdjuntar(nombre, octetos=octetos) for nombre, octetos in dados]
    return preparar(pedidos, lambda hecho, total: None, lambda: False)


def adjuntar(exp: Expediente, dueno: Origen, *dados: tuple[str, bytes]) -> Adjuntado:
    hecho, cambios = servicio.adjuntar(exp, TRIMESTRE, dueno, lote(*dados))
    assert cambios.cosas <= {"evidencias"}
    return hecho


def de(exp: Expediente, dueno: Origen) -> tuple[Evidencia, ...]:
    return evidencias_de(exp, TRIMESTRE, dueno)


def contenidos(exp: Expediente) -> int:
    return exp.base.conexion.execute("SELECT count(*) FROM contenido").fetchone()[0]


@pytest.fixture
def renglon(exp: Expediente) -> Origen:
    return Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)


@pytest.fixture
def oficio(exp: Expediente) -> Origen:
    return Origen("libro", leer_libro(exp, 2031).filas[0].oficio.uid)


def firmar(exp: Expediente) -> None:
    def cerrar(legajo: Legajo) -> None:
        cerrar_con_firma(legajo, date(2031, 7, 4), b"%PDF-", b"{}", b"{}", 1, {})

    exp.hacer(TRIMESTRE, "Firmar", cerrar, clase="barrera")


def test_se_guardan_en_su_orden(exp: Expediente, renglon: Origen):
    hecho = adjuntar(exp, renglon, FOTO, OTRA, ACUSE)
    assert hecho.dicho.startswith("Se adjuntaron 2 fotos y un PDF (")
    assert hecho.dicho.endswith("Los archivos de donde salieron no se tocaron.")
    assert [(e.nombre, e.clase, e.hojas) for e in de(exp, renglon)] == [
        ("IMG_2231.jpg", "foto", 0), ("IMG_2232.jpg", "foto", 0), ("acuse.pdf", "pdf", 2),
    ]  # fmt: skip
    assert dar.bytes_de(exp, de(exp, renglon)[2]) == ACUSE[1]


@pytest.mark.parametrize("clase", ["renglon", "lugar", "libro"])
def test_cada_dueno_tiene_las_suyas_y_siguen_al_volver_a_abrir(
    exp: Expediente, archivo: Path, renglon: Origen, oficio: Origen, clase: str
):
    dueno = {"renglon": renglon, "libro": oficio, "lugar": Origen("lugar", "1.1")}[clase]
    adjuntar(exp, dueno, FOTO)
    for otro in {renglon, oficio, Origen("lugar", "1.1")} - {dueno}:
        if (clase, otro.clase) != ("libro", "renglon"):
            assert de(exp, otro) == ()
    exp.cerrar()
    assert comprobacion.comprobar(archivo).sano
    with oficina.abrir(archivo) as otra_vez:
        assert [e.nombre for e in de(otra_vez, dueno)] == ["IMG_2231.jpg"]


def test_lo_adjuntado_en_varias_veces_se_dice_como_una_sola():
    una = Adjuntado(("foto",), 100, 1, cancelado=False)
    juntas = una.con(Adjuntado(("foto", "pdf"), 50, 2, cancelado=True))
    assert juntas == Adjuntado(("foto", "foto", "pdf"), 150, 3, cancelado=True)
    assert Adjuntado().con(una) == una.con(Adjuntado()) == una


def test_la_misma_dos_veces_se_dice_y_en_otro_lado_no_ocupa_mas(exp: Expediente, renglon: Origen):
    adjuntar(exp, renglon, FOTO)
    habia = contenidos(exp)
    hecho = adjuntar(exp, renglon, FOTO)
    assert [str(r) for r in hecho.rechazos] == ["No se adjuntó «IMG_2231.jpg»: ya está aquí."]
    assert hecho.dicho == "No se adjuntó nada."
    assert len(de(exp, renglon)) == 1
    assert (
        "Una está también en otro lado; aquí no ocupa más."
        in adjuntar(exp, Origen("lugar", "1.1"), FOTO).dicho
    )
    assert contenidos(exp) == habia
    assert adjuntar(exp, Origen("lugar", "1"), ("copia de la misma.jpg", FOTO[1])).rechazos == ()


def test_en_el_mismo_lote_la_repetida_entra_una_vez(exp: Expediente, renglon: Origen):
    hecho = adjuntar(exp, renglon, FOTO, ("copia.jpg", FOTO[1]))
    assert len(de(exp, renglon)) == 1
    assert hecho.rechazos[0].nombre == "copia.jpg"


def test_todo_se_deshace_y_se_rehace_y_cuarenta_son_una(exp: Expediente, renglon: Origen):
    adjuntar(exp, renglon, *((f"{n}.jpg", foto(40 + n, 30)) for n in range(40)))
    primera = de(exp, renglon)[0]
    pasos = [de(exp, renglon)]
    for hacer in (
        lambda: servicio.poner_pie(exp, TRIMESTRE, primera.uid, "  La sesión\ndel 9  "),
        lambda: servicio.mover(exp, TRIMESTRE, renglon, primera.uid, 3),
        lambda: servicio.quitar(exp, TRIMESTRE, (primera.uid,)),
    ):
        hacer()
        pasos.append(de(exp, renglon))
    assert pasos[1][0].pie == "La sesión del 9"
    assert pasos[2][3].uid == primera.uid
    assert len(pasos[3]) == 39
    for antes in reversed(pasos[:-1]):
        historia.deshacer(exp)
        assert de(exp, renglon) == antes
    assert historia.por_deshacer(exp) == "Deshacer adjuntar 40 fotos"
    historia.deshacer(exp)
    assert de(exp, renglon) == ()
    for despues in pasos:
        historia.rehacer(exp)
        assert de(exp, renglon) == despues


def test_el_renglon_que_se_quita_se_las_lleva_y_al_deshacer_vuelven(exp: Expediente, renglon: Origen):
    adjuntar(exp, renglon, FOTO, ACUSE)
    antes = de(exp, renglon)
    renglones.quitar_renglon(exp, TRIMESTRE, renglon.clave)
    assert de(exp, renglon) == ()
    historia.deshacer(exp)
    assert de(exp, renglon) == antes


def test_las_de_su_oficio_se_ven_tambien_en_el_renglon_y_cuentan(exp: Expediente):
    citado = next(r for r in exp.foto(TRIMESTRE).renglones if r.citas)
    fila = next(f for f in leer_libro(exp, 2031).todas if f.oficio.folio == citado.citas[0].folio)
    suyo, del_renglon = Origen("libro", fila.oficio.uid), Origen("renglon", citado.uid)
    adjuntar(exp, suyo, ACUSE)
    adjuntar(exp, del_renglon, FOTO)
    assert [(e.nombre, e.dueno) for e in de(exp, del_renglon)] == [
        ("IMG_2231.jpg", del_renglon), ("acuse.pdf", suyo),
    ]  # fmt: skip
    assert servicio.cuantas_hay(exp, TRIMESTRE)[citado.uid] == 2


def test_el_oficio_con_evidencia_no_se_va_aunque_ningun_renglon_lo_diga(exp: Expediente):
    citado = next(r for r in exp.foto(TRIMESTRE).renglones if r.citas)
    folio = citado.citas[0].folio
    fila = next(f for f in leer_libro(exp, 2031).todas if f.oficio.folio == folio)
    adjuntar(exp, Origen("libro", fila.oficio.uid), ACUSE)
    renglones.quitar_renglon(exp, TRIMESTRE, citado.uid)
    assert folio in {f.oficio.folio for f in leer_libro(exp, 2031).todas}


# Lo firmado


def test_lo_que_tenia_el_informe_firmado_no_cambia_y_lo_que_llega_despues_si(
    exp: Expediente, renglon: Origen
):
    adjuntar(exp, renglon, FOTO)
    firmar(exp)
    (firme,) = de(exp, renglon)
    assert firme.firme
    for intento in (
        lambda: servicio.poner_pie(exp, TRIMESTRE, firme.uid, "otro"),
        lambda: servicio.quitar(exp, TRIMESTRE, (firme.uid,)),
    ):
        with pytest.raises(ErrorEsperado, match="ya está firmado"):
            intento()
    adjuntar(exp, renglon, OTRA, ACUSE)
    _, otra, acuse = de(exp, renglon)
    assert not otra.firme
    servicio.poner_pie(exp, TRIMESTRE, otra.uid, "Llegó después")
    servicio.mover(exp, TRIMESTRE, renglon, acuse.uid, -1)
    with pytest.raises(ErrorEsperado, match="ya está firmado"):
        servicio.mover(exp, TRIMESTRE, renglon, acuse.uid, -1)
    servicio.quitar(exp, TRIMESTRE, (otra.uid,))
    for _ in range(4):
        historia.deshacer(exp)
    assert de(exp, renglon) == (firme,)
    assert historia.por_deshacer(exp) is None


def test_abierto_para_corregir_todas_cambian(exp: Expediente, renglon: Origen):
    adjuntar(exp, renglon, FOTO)
    firmar(exp)
    exp.hacer(TRIMESTRE, "Abrir", lambda legajo: abrir_cerrado(legajo, "faltaba una foto"), clase="barrera")
    (suya,) = de(exp, renglon)
    assert not suya.firme
    servicio.quitar(exp, TRIMESTRE, (suya.uid,))
    assert de(exp, renglon) == ()


def test_las_de_un_oficio_cambian_aunque_este_firmado_quien_lo_dice(exp: Expediente, oficio: Origen):
    firmar(exp)
    adjuntar(exp, oficio, ACUSE)
    (acuse,) = de(exp, oficio)
    servicio.poner_pie(exp, TRIMESTRE, acuse.uid, "Acuse con sello")
    servicio.quitar(exp, TRIMESTRE, (acuse.uid,))


# Lo demás del archivo


def test_la_foto_del_trimestre_no_cambia_ni_se_lee_otra_vez(exp: Expediente, renglon: Origen):
    antes = exp.foto(TRIMESTRE)
    adjuntar(exp, renglon, FOTO)
    assert exp.foto(TRIMESTRE) is antes
    capturar(exp, TRIMESTRE, ABRIL, 90)
    assert exp.foto(TRIMESTRE) == Fotografo(exp.base).foto(TRIMESTRE)


def test_lo_que_pesan_se_dice_y_lo_quitado_se_aligera(exp: Expediente, archivo: Path, renglon: Origen):
    adjuntar(exp, renglon, FOTO, ACUSE)
    foto_, acuse = de(exp, renglon)
    assert espacio.peso_de(exp).evidencias == foto_.peso + acuse.peso
    servicio.quitar(exp, TRIMESTRE, (foto_.uid,))
    assert espacio.peso_de(exp).sin_uso >= foto_.peso
    exp.cerrar()
    espacio.aligerar(archivo, oficina.ahora)
    with oficina.abrir(archivo) as otra_vez:
        assert dar.bytes_de(otra_vez, acuse) == ACUSE[1]
        with pytest.raises(ErrorEsperado, match="no está en el archivo"):
            dar.bytes_de(otra_vez, foto_)


def test_solo_para_leer_se_ven(exp: Expediente, archivo: Path, renglon: Origen):
    adjuntar(exp, renglon, FOTO)
    exp.cerrar()
    with expediente.consultar(archivo, oficina.ahora) as leido:
        (suya,) = de(leido, renglon)
        assert dar.bytes_de(leido, suya)


def test_a_lo_que_ya_no_esta_no_se_adjunta_nada(exp: Expediente):
    habia = contenidos(exp)
    for dueno in (Origen("renglon", "no está"), Origen("libro", "no está"), Origen("cuadro", "x")):
        with pytest.raises(ErrorEsperado, match="ya no está"):
            adjuntar(exp, dueno, FOTO)
    assert contenidos(exp) == habia


def test_el_lugar_con_evidencias_cuenta_como_con_algo(exp: Expediente):
    from ut_escritorio.datos.filas.cambios_del_plan import leer_usos

    assert ("lugar", "1.1") not in leer_usos(exp.legajo(TRIMESTRE)) or PASO
    adjuntar(exp, Origen("lugar", "1.1"), FOTO)
    assert ("lugar", "1.1") in leer_usos(exp.legajo(TRIMESTRE))


@pytest.mark.parametrize(
    ("nombre", "octetos", "llano"),
    [
        ("..\\..\\malo.jpg", foto(), "malo.jpg"),
        ("con:dos*puntos?.pdf", escaneo(), "con dos puntos.pdf"),
        ("foto.exe.jpg", foto(), "foto exe.jpg"),
        ("🙂.jpg", foto(), "evidencia.jpg"),
    ],
)
def test_se_abre_con_un_nombre_que_puso_el_programa(
    exp: Expediente, renglon: Origen, nombre: str, octetos: bytes, llano: str
):
    adjuntar(exp, renglon, (nombre, octetos))
    (suya,) = de(exp, renglon)
    assert dar.nombre_de(suya, dar.bytes_de(exp, suya)) == llano


def test_guardar_una_copia_es_entera_o_nada(exp: Expediente, renglon: Origen, tmp_path: Path):
    adjuntar(exp, renglon, ACUSE)
    (suya,) = de(exp, renglon)
    dar.dejar(dar.bytes_de(exp, suya), tmp_path / "copia.pdf")
    assert (tmp_path / "copia.pdf").read_bytes() == ACUSE[1]
    with pytest.raises(ErrorEsperado, match="No existe la carpeta"):
        dar.dejar(ACUSE[1], tmp_path / "no hay" / "copia.pdf")
