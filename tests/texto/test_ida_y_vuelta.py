"""Lo que sale como texto vuelve a ser lo mismo: el plan, el trimestre, el libro y el informe impreso."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.texto.casos import CASOS, ahora, sin_identidades
from ut_escritorio import rutas
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega.informe import contenidos_de, exportar
from ut_escritorio.servicios.oficios.libro import leer_libro
from ut_escritorio.servicios.texto.salida import guardar_datos, guardar_plan

AQUI = Path(__file__).parent
PLANES = rutas.recursos() / "planes"


def impreso(exp: Expediente, trimestre: Trimestre, salida: Path) -> bytes:
    foto = exp.foto(trimestre)
    exportar(foto, contenidos_de(exp, foto, None), salida, datos_de_hoy=True)
    return salida.read_bytes()


@pytest.mark.parametrize("cual", CASOS)
def test_de_un_archivo_al_texto_y_de_ahi_a_otro_archivo(cual: str, tmp_path: Path):
    plan, datos = CASOS[cual]
    leido = leer_plan(plan)
    trimestre = leer_trimestre(datos, leido.plan, leido.catalogo).foto.trimestre
    nuevo_plan, nuevos_datos = tmp_path / "plan.toml", tmp_path / "datos.toml"
    with creacion.crear(tmp_path / "uno.sqlite", plan, datos, ahora) as uno:
        assert guardar_plan(uno, trimestre.ejercicio, nuevo_plan).avisos == ()
        assert guardar_datos(uno, trimestre, nuevos_datos).avisos == ()
        with creacion.crear(tmp_path / "dos.sqlite", nuevo_plan, nuevos_datos, ahora) as dos:
            antes, despues = uno.foto(trimestre), dos.foto(trimestre)
            assert (despues.plan, despues.catalogo) == (antes.plan, antes.catalogo)
            assert sin_identidades(despues) == sin_identidades(antes)
            libros = [
                [
                    (f.oficio.folio, f.oficio.papel, f.oficio.clase, f.seguimiento, f.estado)
                    for f in libro.filas
                ]
                for libro in (leer_libro(exp, trimestre.ejercicio) for exp in (uno, dos))
            ]
            assert libros[0] == libros[1]
            assert impreso(dos, trimestre, tmp_path / "b.pdf") == impreso(uno, trimestre, tmp_path / "a.pdf")
            otra_vez = tmp_path / "otra" / "plan.toml"
            otra_vez.parent.mkdir()
            guardar_plan(dos, trimestre.ejercicio, otra_vez)
            assert otra_vez.read_bytes() == nuevo_plan.read_bytes()
            guardar_datos(dos, trimestre, otra_vez.with_name("datos.toml"))
            assert otra_vez.with_name("datos.toml").read_bytes() == nuevos_datos.read_bytes()


def test_el_plan_sale_como_el_que_se_escribe_a_mano(tmp_path: Path):
    salida = tmp_path / "plan.toml"
    with creacion.crear_ejemplo(tmp_path / "a.sqlite", ahora) as exp:
        assert guardar_plan(exp, 2024, salida).junto == (), "sus logotipos son los que el programa trae"
    escrito = salida.read_text(encoding="utf-8").splitlines()
    a_mano = (PLANES / "2024.toml").read_text(encoding="utf-8").splitlines()
    tablas = [[r for r in texto if r.startswith("[")] for texto in (escrito, a_mano)]
    assert [t.replace("cuadros", "actividades") for t in tablas[1]] == tablas[0], "las mismas, en su orden"
    assert len({*escrito} & {*a_mano}) > 0.9 * len({*a_mano} - {r for r in a_mano if r.startswith("#")})
    assert max(map(len, escrito)) < 190
    assert not [r for r in escrito if r.endswith(('= ""', '= [""]', "= []"))], "lo que no tiene no se dice"
    assert escrito[0] == "# El plan de 2024: Gobierno Transparente."
    assert all(
        antes == "" for antes, tabla in zip(escrito, escrito[1:], strict=False) if tabla.startswith("[[")
    )


def test_lo_que_ya_hay_no_se_pisa_y_con_el_disco_lleno_no_queda_nada(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    salida = tmp_path / "plan.toml"
    chico = AQUI.parent / "datos" / "archivos" / "plan_chico.toml"
    with creacion.crear(tmp_path / "a.sqlite", chico, None, ahora) as exp:
        salida.write_text("# lo que alguien escribió", encoding="utf-8")
        with pytest.raises(ErrorEsperado, match="ya existe y no se cambió: se perdería lo que ahí"):
            guardar_plan(exp, 2031, salida)
        assert salida.read_text(encoding="utf-8") == "# lo que alguien escribió"
        salida.unlink()

        def lleno(*_: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as falla:
            falla.setattr("os.replace", lleno)
            with pytest.raises(ErrorEsperado, match="El disco está lleno"):
                guardar_plan(exp, 2031, salida)
        assert sorted(ruta.name for ruta in tmp_path.iterdir() if "sqlite" not in ruta.name) == []
        hecho = guardar_plan(exp, 2031, salida)
    assert [ruta.relative_to(tmp_path).as_posix() for ruta in hecho.junto] == ["plan logotipos/Escudo.svg"]
    assert leer_plan(salida).contenidos == leer_plan(chico).contenidos
