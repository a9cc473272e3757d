"""Las medidas del programa, como razones dentro de una misma corrida (las máquinas hacen ruido).

    python tests/rendimiento/medir.py [repeticiones]

Lo que se compara se mide por turnos, cada vez en un proceso nuevo; se imprime lo menos que
tardó cada una, porque el ruido solo agrega, y su razón. Sale 1 si alguna razón pasa de su tope. Contra
ReportLab se mide si UT_OTROS dice un Python que lo tenga; el programa no lo usa.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

AQUI = Path(__file__).resolve().parent
RAIZ = AQUI.parent.parent
_VACIA = tempfile.TemporaryDirectory(prefix="ut-medir-")
NADIE = _VACIA.name  # ni los ajustes ni los módulos sin compilar de quien mide


@dataclass(frozen=True)
class Medida:
    """Dos cosas que se comparan: cómo se toman los segundos de ambas y el tope de su razón.

    `una_vez`: quien la toma ya las mide por turnos, y prepararla cuesta.
    """

    nombre: str
    tomar: Callable[[], tuple[float, float]]
    tope: float
    una_vez: bool = False


def main() -> int:
    """Corre todas las medidas."""
    veces = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as carpeta:
        archivo = Path(carpeta) / "ejemplo.sqlite"
        correr("-m", "ut_escritorio", "ejemplo", str(archivo))
        bien = [
            comparar(medida, veces) for medida in medidas(str(archivo), str(Path(carpeta) / "informe.pdf"))
        ]
    return 0 if all(bien) else 1


def medidas(archivo: str, pdf: str) -> list[Medida]:
    """Lo que el programa promete de su rapidez."""
    return [
        Medida("Primera pintura contra una ventana vacía", lambda: primeras_pinturas(archivo), 2.0),
        Medida(
            "CPU de exportar el ejemplo contra importar fpdf2",
            lambda: (numero("exportar.py", "exportar", archivo, pdf), numero("exportar.py", "importar")),
            2.5,
        ),
        *(
            Medida(
                f"CPU de exportar el ejemplo en {formato} contra en PDF",
                lambda final=final: (
                    numero("exportar.py", "exportar", archivo, str(Path(pdf).with_suffix(final))),
                    numero("exportar.py", "exportar", archivo, pdf),
                ),
                tope,
            )
            for formato, final, tope in (("Word", ".docx", 3.0), ("Excel", ".xlsx", 0.5))
        ),
        Medida(
            "CPU de revisar el ejemplo contra armar su documento",
            lambda: (numero("revisar.py", "revisar", archivo), numero("revisar.py", "armar", archivo)),
            1.0,
        ),
        Medida(
            "Una celda con bitácora y sello contra un UPDATE pelón",
            lambda: dos_numeros("comando_con_bitacora.py"),
            2.0,
        ),
        Medida(
            "Un cambio y su foto con 1,350 renglones en el trimestre contra 45",
            lambda: dos_numeros("editar.py", "foto"),
            2.0,
            una_vez=True,
        ),
        Medida(
            "Un cambio y su foto en un archivo de diez años contra uno de un año",
            lambda: dos_numeros("editar.py", "años"),
            1.2,
            una_vez=True,
        ),
        *(
            Medida(
                f"Llenar y pintar «{nombre}» en un archivo de diez años contra uno de {pocos}",
                lambda vista=vista: dos_numeros("tablero.py", vista),
                1.2,
                una_vez=True,
            )
            for nombre, vista, pocos in (
                ("Hoy", "hoy", "un año"),
                ("El año", "año", "un año"),
                ("Avance", "avance", "un año"),
                ("Comparar", "comparar", "dos"),
            )
        ),
        Medida(
            "Un cambio y su foto con 200 evidencias contra ninguna",
            lambda: dos_numeros("editar.py", "evidencias"),
            1.2,
            una_vez=True,
        ),
        Medida(
            "Lo más que la ventana se detiene al adjuntar 12 fotos y 30 hojas contra preparar una foto",
            lambda: dos_numeros("adjuntar.py"),
            0.2,
        ),
        Medida(
            "Lo que la ventana hace tras un cambio con 1,350 renglones contra 45",
            lambda: dos_numeros("editar.py", "ventana"),
            3.0,
            una_vez=True,
        ),
        Medida(
            "Buscar en diez años contra una consulta FTS5 de lo mismo",
            lambda: dos_numeros("buscar.py", str(Path(archivo).with_name("diez años.sqlite"))),
            1.0,
        ),
        Medida(
            "El libro de un año de 3,000 oficios con doce años guardados contra uno",
            lambda: dos_numeros("libro.py", "abrir"),
            1.5,
            una_vez=True,
        ),
        Medida(
            "Teclear en la búsqueda del libro con doce años guardados contra uno",
            lambda: dos_numeros("libro.py", "buscar"),
            1.5,
            una_vez=True,
        ),
        Medida(
            "El número que F9 propone, de todo el archivo contra de solo los renglones",
            lambda: dos_numeros("libro.py", "proponer"),
            1.2,
            una_vez=True,
        ),
        Medida(
            "Una tecla del número en F9, cotejado con el libro de 3,000, contra solo su frase",
            lambda: dos_numeros("libro.py", "cotejar"),
            1.1,
            una_vez=True,
        ),
        Medida(
            "Abrir con todo revisado contra el integrity_check de SQLite, con 100 000 filas",
            lambda: dos_numeros("abrir.py"),
            3.0,
            una_vez=True,
        ),
        Medida(
            "Primera pintura con 500 MB contra la de un archivo chico",
            lambda: dos_numeros("grande.py"),
            1.2,
            una_vez=True,
        ),
        Medida(
            "Abrir Oficios y buscar en él con doce años de 3,000 oficios contra uno",
            lambda: dos_numeros("oficios.py"),
            1.5,
            una_vez=True,
        ),
        *contra_otros(archivo),
    ]


def contra_otros(archivo: str) -> list[Medida]:
    """Exportar contra escribir lo mismo con ReportLab, si UT_OTROS dice qué Python lo tiene."""
    if "UT_OTROS" not in os.environ:
        print("No se midió contra ReportLab: ponga en UT_OTROS un Python que lo tenga.", flush=True)
        return []
    return [
        Medida(
            f"CPU de exportar el ejemplo contra escribirlo con ReportLab, {dicho}",
            lambda como=como: dos_numeros("contra_otros.py", como, "reportlab", archivo),
            tope,
            una_vez=True,
        )
        for como, dicho, tope in (
            ("frio", "el proceso entero", 2.3),
            ("tibio", "de la segunda vez en adelante", 1.1),
        )
    ]


def comparar(medida: Medida, veces: int) -> bool:
    """Imprime la razón entre lo menos que tardó cada una; False si pasa del tope."""
    tomas = [medida.tomar() for _ in range(1 if medida.una_vez else veces)]
    nuestro, base = (min(columna) for columna in zip(*tomas, strict=True))
    razon = nuestro / base
    cuanto = f"{nuestro * 1000:.1f} ms contra {base * 1000:.1f} ms = {razon:.2f} ×"
    print(f"{medida.nombre}: {cuanto} (tope {medida.tope} ×)", flush=True)
    return razon <= medida.tope


def primeras_pinturas(archivo: str) -> tuple[float, float]:
    """Segundos desde que se lanza el proceso hasta que se pinta: el programa y una ventana vacía."""
    return hasta_pintar("programa", archivo), hasta_pintar("vacia")


def hasta_pintar(*argumentos: str) -> float:
    """Segundos entre lanzar el proceso y la hora en que dice haber pintado."""
    antes = time.monotonic()
    return numero("primera_pintura.py", *argumentos) - antes


def numero(guion: str, *argumentos: str) -> float:
    """El número que un guion de esta carpeta imprime al final."""
    return float(correr(str(AQUI / guion), *argumentos).split()[-1])


def dos_numeros(guion: str, *argumentos: str) -> tuple[float, float]:
    """Los dos números que imprime un guion que mide ambas cosas por turnos en su proceso."""
    nuestro, base = correr(str(AQUI / guion), *argumentos).split()[-2:]
    return float(nuestro), float(base)


def correr(*argumentos: str) -> str:
    """Lo que dice un proceso nuevo de Python con el programa a su alcance."""
    entorno = os.environ | {"PYTHONPATH": str(RAIZ), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    entorno |= dict.fromkeys(("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"), NADIE)
    entorno.pop("PYTHONDONTWRITEBYTECODE", None)
    orden = [sys.executable, *argumentos]
    hecho = subprocess.run(orden, env=entorno, capture_output=True, text=True, encoding="utf-8", check=True)
    return hecho.stdout


if __name__ == "__main__":
    sys.exit(main())
