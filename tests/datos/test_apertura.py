"""Abrir: lo que no es de fiar se rechaza con una frase, y ni el archivo ni su carpeta cambian."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from ut_escritorio.datos.archivo.apertura import revisar_por_fuera
from ut_escritorio.datos.archivo.cabecera import octetos_de
from ut_escritorio.datos.archivo.respaldo import lo_que_dice
from ut_escritorio.datos.esquema import Contenido
from ut_escritorio.datos.migraciones import VERSION
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.errores import ArchivoDanado, ErrorEsperado
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar


def octeto(ruta: Path, desde: int, octetos: bytes) -> None:
    """Escribe unos octetos encima, como una falla del disco."""
    datos = bytearray(ruta.read_bytes())
    datos[desde : desde + len(octetos)] = octetos
    ruta.write_bytes(bytes(datos))


def vaciar(ruta: Path) -> None:
    ruta.write_bytes(b"")


def poner_texto(ruta: Path) -> None:
    ruta.write_text("Lista de oficios\n" * 50, encoding="utf-8")


def poner_ajeno(ruta: Path) -> None:
    ruta.unlink()
    with sqlite3.connect(ruta) as otro:
        otro.execute("CREATE TABLE notas (texto)")
    otro.close()


def poner_mas_nuevo(ruta: Path) -> None:
    with sqlite3.connect(ruta) as otro:
        otro.execute(f"PRAGMA user_version = {VERSION + 1}")
    otro.close()


def truncar(ruta: Path) -> None:
    ruta.write_bytes(ruta.read_bytes()[:-4096])


def cortar_en_una_pagina(ruta: Path) -> None:
    ruta.write_bytes(ruta.read_bytes()[:4096])


def dejar_unos_octetos(ruta: Path) -> None:
    ruta.write_bytes(ruta.read_bytes()[:60])


def poner_en_wal(ruta: Path) -> None:
    """Como lo deja otro programa: lo último iría a otro archivo, al lado."""
    with sqlite3.connect(ruta) as otro:
        otro.execute("PRAGMA journal_mode = WAL")
    otro.close()


def poner_una_vista_sin_fin(ruta: Path) -> None:
    """En el lugar de una tabla, una vista que leída se come la memoria."""
    with sqlite3.connect(ruta) as otro:
        columnas = [nombre for _, nombre, *_ in otro.execute("PRAGMA table_info(plan)")]
        sin_fin = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        otro.execute("DROP TABLE plan")
        suyas = ", ".join(f"i AS {nombre}" for nombre in columnas)
        otro.execute(f"CREATE VIEW plan AS {sin_fin} SELECT {suyas} FROM n")
    otro.close()


def alargar(ruta: Path) -> None:
    ruta.write_bytes(ruta.read_bytes() + bytes(8192))


def poner_ceros_al_final(ruta: Path) -> None:
    """Como la deja quien aparta el lugar entero y se interrumpe a media copia."""
    octetos = ruta.read_bytes()
    ruta.write_bytes(octetos[: len(octetos) // 2] + bytes(len(octetos) - len(octetos) // 2))


def romper_una_pagina(ruta: Path) -> None:
    octeto(ruta, 4096 * 5, b"\xff" * 512)


def poner_basura_en_una_orden(ruta: Path) -> None:
    """Basura en el texto de una tabla: lo que SQLite dice de ella la cita, y no son letras."""
    ruta.write_bytes(ruta.read_bytes().replace(b"CREATE TABLE", b"CREATE \x8aABLE", 1))


def con_otro_programa(orden: str) -> Callable[[Path], None]:
    def cambiar(ruta: Path) -> None:
        with sqlite3.connect(ruta) as otro:
            assert otro.execute(orden).rowcount != 0
        otro.close()

    return cambiar


AJENO = "no es el que este programa guardó"
CAMBIOS_DE_FUERA = {
    "con un número cambiado": "UPDATE conteo SET valor = valor + 1 WHERE mes = 4",
    "con un renglón de menos": "DELETE FROM parrafo_libre",
    "con un renglón de más": "INSERT INTO asunto (uid) VALUES ('x')",
    "con un texto por un número": "UPDATE oficio SET folio = '534' WHERE numero = 534",
    "con la historia cambiada": "UPDATE accion SET nombre = 'Otra'",
    "con un logotipo cambiado": "UPDATE contenido SET bytes = zeroblob(length(bytes))",
    "con el sello borrado": "DELETE FROM sello WHERE tabla = 'conteo'",
}
CAMBIOS_DE_TABLAS = {
    "con una tabla de más": "CREATE TABLE notas (texto)",
    "con un disparador ajeno": "CREATE TRIGGER t AFTER INSERT ON asunto BEGIN SELECT 1; END",
}
HUERFANA = "DELETE FROM lugar WHERE clave = '1.1/1 bis'"
MALOS: list[tuple[str, Callable[[Path], None], str]] = [
    ("de cero octetos", vaciar, "está vacío: su copia se interrumpió"),
    ("que no es SQLite", poner_texto, "no es un archivo de este programa"),
    ("SQLite de otro programa", poner_ajeno, "es de otro programa"),
    ("más nuevo", poner_mas_nuevo, "versión más nueva de este programa"),
    ("truncado", truncar, "le falta una parte: su copia quedó incompleta"),
    ("cortado en su primera página", cortar_en_una_pagina, "le falta una parte: su copia quedó incompleta"),
    ("del que quedan unos octetos", dejar_unos_octetos, "le falta una parte: su copia quedó incompleta"),
    ("repartido en varios archivos", poner_en_wal, "deja lo último en otro archivo"),
    ("con una vista en lugar de una tabla", poner_una_vista_sin_fin, "le cambió las tablas"),
    ("con cola de ceros", alargar, "le falta una parte"),
    ("con lo último en ceros", poner_ceros_al_final, "le falta una parte: su copia quedó incompleta"),
    ("con una página rota", romper_una_pagina, "está dañado"),
    ("con basura en una orden", poner_basura_en_una_orden, "está dañado"),
    ("con una fila huérfana", con_otro_programa(HUERFANA), "está dañado"),
    *((cual, con_otro_programa(orden), AJENO) for cual, orden in CAMBIOS_DE_FUERA.items()),
    *((cual, con_otro_programa(orden), "le cambió las tablas") for cual, orden in CAMBIOS_DE_TABLAS.items()),
]


@pytest.mark.parametrize("abrir", [expediente.abrir, expediente.consultar])
def test_el_que_acaba_en_un_papel_en_blanco_esta_completo(archivo: Path, abrir: Callable[..., Expediente]):
    """Lo adjunto se guarda como llegó: si su final está en blanco, también lo está el del archivo."""
    con_papel = expediente.abrir(archivo, oficina.ahora)
    for papel in (bytes(30_000 * veces) for veces in range(1, 30)):
        with con_papel.base.accion("Adjuntar un papel") as hecha:
            con_papel.base.anotar_resumen(hecha.id, {"papeles": 1})
            con_papel.base.inserta(Contenido, sha256=sha256(papel).hexdigest(), bytes=papel)
        if not archivo.read_bytes()[-4096:].strip(b"\0"):
            break
    else:
        pytest.fail("el final siempre quedó en una página de otra cosa")
    con_papel.cerrar()
    abrir(archivo, oficina.ahora).cerrar()


@pytest.mark.parametrize("cual", ["open", "stat"])
def test_la_memoria_que_se_saca_mientras_se_revisa_se_dice(
    archivo: Path, monkeypatch: pytest.MonkeyPatch, cual: str
):
    """En la primera vez o en cualquiera de las que siguen."""
    deja, veces = getattr(Path, cual), count(1)
    while (esta := next(veces)) < 20:
        quedan = count(esta, -1)

        def se_saca(ruta: Path, *args: object, quedan: Iterator[int] = quedan, **otros: object) -> object:
            if ruta == archivo and next(quedan) <= 1:
                raise OSError(errno.EIO, "se sacó")
            return deja(ruta, *args, **otros)

        with monkeypatch.context() as memoria:
            memoria.setattr(Path, cual, se_saca)
            try:
                revisar_por_fuera(archivo).cerrar()
                break
            except ErrorEsperado as error:
                assert "no se deja leer" in str(error)
    assert esta > 1


@pytest.mark.parametrize(("danar", "frase"), [m[1:] for m in MALOS], ids=[m[0] for m in MALOS])
@pytest.mark.parametrize("abrir", [expediente.abrir, expediente.consultar])
def test_lo_que_no_es_de_fiar_se_rechaza_y_queda_intacto(
    archivo: Path, danar: Callable[[Path], None], frase: str, abrir: Callable[..., object]
):
    danar(archivo)
    antes = archivo.read_bytes()
    with pytest.raises(ErrorEsperado, match=frase):
        abrir(archivo, oficina.ahora)
    assert archivo.read_bytes() == antes
    assert [cosa.name for cosa in archivo.parent.iterdir()] == [archivo.name]


def test_una_carpeta_no_es_un_archivo(tmp_path: Path):
    with pytest.raises(ErrorEsperado, match="no se deja leer"):
        oficina.abrir(tmp_path)


def test_el_archivo_sano_se_abre_sin_cambiarlo(archivo: Path):
    antes = archivo.read_bytes()
    oficina.abrir(archivo).cerrar()
    assert archivo.read_bytes() == antes


def test_consultar_sirve_aunque_la_carpeta_no_deje_escribir(archivo: Path):
    archivo.chmod(0o444)
    archivo.parent.chmod(0o555)
    try:
        with expediente.consultar(archivo, oficina.ahora) as abierto:
            assert abierto.foto(TRIMESTRE).conteos.en(ABRIL) == 77
    finally:
        archivo.parent.chmod(0o755)


def a_medias(archivo: Path, carpeta: Path) -> tuple[Path, Path]:
    """Una copia del archivo y su diario como los deja un corte de luz a media acción."""
    base = Base(archivo, "rw", oficina.ahora)
    base.conexion.execute("PRAGMA cache_spill = ON")
    base.conexion.execute("PRAGMA cache_size = 1")
    base.conexion.execute("BEGIN IMMEDIATE")
    base.conexion.execute("UPDATE sello SET huella = 0")
    base.conexion.execute("CREATE TABLE relleno (x)")
    base.conexion.execute(
        "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) "
        "INSERT INTO relleno SELECT randomblob(4000) FROM n"
    )
    copia = carpeta / "cortado.sqlite"
    shutil.copyfile(archivo, copia)
    shutil.copyfile(archivo.with_name(f"{archivo.name}-journal"), carpeta / "cortado.sqlite-journal")
    base.conexion.execute("ROLLBACK")
    base.cerrar()
    return copia, carpeta / "cortado.sqlite-journal"


def test_tras_un_corte_a_media_accion_el_archivo_vuelve_a_como_estaba(archivo: Path, tmp_path: Path):
    sano = oficina.abrir(archivo)
    foto = sano.foto(TRIMESTRE)
    sano.cerrar()
    carpeta = tmp_path / "aparte"
    carpeta.mkdir()
    copia, _ = a_medias(archivo, carpeta)
    assert copia.read_bytes() != archivo.read_bytes()
    with oficina.abrir(copia) as recuperado:
        assert recuperado.foto(TRIMESTRE) == foto
    assert [cosa.name for cosa in carpeta.iterdir()] == [copia.name]


def test_el_diario_de_otra_copia_se_aparta_y_no_se_mezcla(archivo: Path, tmp_path: Path):
    carpeta = tmp_path / "aparte"
    carpeta.mkdir()
    copia, diario = a_medias(archivo, carpeta)
    with oficina.abrir(archivo) as exp:
        for valor in (5, 6, 7):
            capturar(exp, TRIMESTRE, ABRIL, valor)
    shutil.copyfile(archivo, copia)  # restaura un respaldo encima, con el diario del corte al lado
    restaurado = copia.read_bytes()
    with oficina.abrir(copia) as abierto:
        assert abierto.foto(TRIMESTRE).conteos.en(ABRIL) == 7
    assert copia.read_bytes() == restaurado
    assert not diario.exists()
    assert len(list(carpeta.glob("*-diario-ajeno-*"))) == 1


def test_consultar_no_adivina_lo_que_un_corte_dejo_a_medias(archivo: Path, tmp_path: Path):
    carpeta = tmp_path / "aparte"
    carpeta.mkdir()
    copia, diario = a_medias(archivo, carpeta)
    antes = copia.read_bytes(), diario.read_bytes()
    with pytest.raises(ErrorEsperado, match="se quedó a medio guardar por un corte"):
        expediente.consultar(copia, oficina.ahora)
    assert (copia.read_bytes(), diario.read_bytes()) == antes


def test_los_restos_de_una_creacion_cortada_no_estorban_a_la_siguiente(archivo: Path, tmp_path: Path):
    carpeta = tmp_path / "aparte"
    carpeta.mkdir()
    copia, diario = a_medias(archivo, carpeta)
    copia.rename(carpeta / ".nuevo.sqlite.nuevo")
    diario.rename(carpeta / ".nuevo.sqlite.nuevo-journal")
    oficina.nuevo(carpeta / "nuevo.sqlite").cerrar()
    assert [cosa.name for cosa in carpeta.iterdir()] == ["nuevo.sqlite"]


@pytest.mark.parametrize(
    "leer",
    [
        lambda ruta: expediente.abrir_pronto(ruta, oficina.ahora),
        lambda ruta: expediente.consultar(ruta, oficina.ahora, sin_revisar=True),
        lambda ruta: expediente.consultar(ruta, oficina.ahora, aunque_cambio=True),
        lo_que_dice,
    ],
)
def test_antes_de_leer_nada_se_miran_las_tablas(archivo: Path, leer: Callable[[Path], object]):
    poner_una_vista_sin_fin(archivo)
    antes = archivo.read_bytes()
    with pytest.raises(ArchivoDanado, match="le cambió las tablas"):
        leer(archivo)
    assert archivo.read_bytes() == antes
    assert [cosa.name for cosa in archivo.parent.iterdir()] == [archivo.name]


def test_la_memoria_que_se_saco_a_media_revision_se_dice(tmp_path: Path):
    with pytest.raises(ErrorEsperado, match=r"«ut\.sqlite» ya no se deja leer\. Revise que siga ahí\."):
        octetos_de(tmp_path / "ut.sqlite")
