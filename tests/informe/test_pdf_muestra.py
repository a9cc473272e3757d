"""Un informe de muestra, inventado, con todo lo que un informe real lleva; lo comparten las pruebas."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from io import BytesIO

from pypdf import PdfReader

from ut_escritorio.informe.documento import (
    Bloque,
    Celda,
    Documento,
    Firma,
    Firmas,
    Imagen,
    Membrete,
    Parrafo,
    Seccion,
    Tabla,
    Titulo,
    Tramo,
)
from ut_escritorio.informe.pdf import PdfEscrito, escribir_pdf
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.rutas import recursos

LOGOS = {
    sha256(ruta.read_bytes()).hexdigest(): ruta.read_bytes()
    for ruta in sorted((recursos() / "logos").glob("*.svg"))
}
MEMBRETE = Membrete(
    leyenda="“2031, Año de la palabra clara y de las cuentas a la vista de todas las personas”.",
    logos=tuple(Imagen(clave, "Escudo del municipio", 15.0) for clave in LOGOS),
    administracion=("Villa del Encino", "Patrimonio de sus habitantes", "2029 - 2031"),
    pie="Unidad de Transparencia",
)
SIN_MEMBRETE = Membrete()
ELABORO = Firma(
    "Lic. Josefina Ñáñez Güemes", "Jefa de Departamento de la\nVinculación con la Sociedad.", "Elaboró"
)
VISTO_BUENO = Firma("Mtra. Úrsula Ibáñez Ruiz", "Titular de la Unidad de Transparencia.", "Vo. Bo.")


def parrafo(texto: str, **aspecto) -> Parrafo:
    return Parrafo((Tramo(texto),), **aspecto)


def celda(texto: object, papel="dato", **lugar) -> Celda:
    return Celda(str(texto), papel, **lugar)


def fila(*textos: object, papel="dato") -> tuple[Celda, ...]:
    return tuple(celda(texto, papel) for texto in textos)


def tabla_de_meses(titulo: str, *numeros: int, unidad: str = "", origen: str = "") -> Tabla:
    total = f"{sum(numeros)} {unidad}".strip()
    encabezado = fila("ABRIL", "MAYO", "JUNIO", "TOTAL", papel="columna")
    datos = (*fila(*numeros), celda(total, "total"))
    filas = ((celda(titulo, "titulo", ancho=4),), encabezado, datos) if titulo else (encabezado, datos)
    return Tabla(filas, 4, len(filas) - 1, origen=origen)


def tabla_de_margenes(titulo: str) -> Tabla:
    return Tabla(
        (
            (
                celda(titulo, "columna", alto=2),
                celda("MES", "columna", ancho=3),
                celda("GÉNERO", "columna", ancho=2),
            ),
            fila("ABRIL", "MAYO", "JUNIO", "MUJERES", "HOMBRES", papel="columna"),
            (celda("", "fila"), *fila(6, 3, 3, 7, 5)),
            (celda("TOTAL", "fila"), celda("12 ASESORÍAS", "total", ancho=5)),
        ),
        6,
        2,
    )


def tabla_recibidas(titulo: str) -> Tabla:
    return Tabla(
        (
            (celda(titulo, "titulo", ancho=5),),
            fila("ABRIL", "MAYO", "JUNIO", "SOLICITUDES RECIBIDAS", "SOLICITUDES ATENDIDAS", papel="columna"),
            (*fila(26, 13, 32), celda(71, "total"), celda(71)),
        ),
        5,
        2,
    )


def tabla_por_mes(titulo: str, columnas: tuple[str, ...], *renglones: tuple[object, ...]) -> Tabla:
    filas = [fila("MES", *columnas, papel="columna")]
    if titulo:
        filas.insert(0, (celda(titulo, "titulo", ancho=len(columnas) + 1),))
    encabezado = len(filas)
    filas += [(celda(mes, "fila", alineacion="izquierda"), *fila(*numeros)) for mes, *numeros in renglones]
    return Tabla(tuple(filas), len(columnas) + 1, encabezado, origen=f"cuadro:{titulo or columnas[0]}")


def portada() -> Seccion:
    return Seccion(
        "Portada",
        (
            Titulo("EVIDENCIA 512", 2, alineacion="centro"),
            Titulo(
                "UNIDAD DE TRANSPARENCIA MUNICIPAL. PROGRAMA PRESUPUESTARIO 14 – MUNICIPIO ABIERTO.",
                1,
                alineacion="centro",
                origen="portada:titulo",
            ),
            Firmas((ELABORO, VISTO_BUENO), origen="portada:firmas"),
        ),
        MEMBRETE,
        "portada",
        origen="seccion:portada",
    )


def oficio() -> Seccion:
    return Seccion(
        "Oficio de remisión UT/0822/2031",
        (
            Parrafo(
                (Tramo("ÁREA: ", negrita=True), Tramo("Unidad de Transparencia Municipal")),
                estilo="datos",
                alineacion="derecha",
            ),
            Parrafo(
                (Tramo("OFICIO NÚM. ", negrita=True), Tramo("UT/0822/2031")),
                estilo="datos",
                alineacion="derecha",
            ),
            Parrafo(
                (Tramo("ASUNTO: ", negrita=True), Tramo("Se remite segundo informe trimestral.")),
                estilo="datos",
                alineacion="derecha",
            ),
            parrafo("Villa del Encino, 4 de julio de 2031.", alineacion="derecha"),
            parrafo("MTRA. ÚRSULA IBÁÑEZ RUIZ", estilo="rotulo", alineacion="izquierda"),
            parrafo("TITULAR DE LA UNIDAD DE TRANSPARENCIA", estilo="rotulo", alineacion="izquierda"),
            parrafo("PRESENTE.", estilo="rotulo", alineacion="izquierda"),
            parrafo(
                "Con el presente me permito remitir a usted el segundo informe trimestral 2031 del "
                "Departamento a mi cargo, relativo a las actividades y acciones realizadas de conformidad "
                "con el marco de funciones y atribuciones que establece la normatividad aplicable."
            ),
            parrafo(
                "Lo anterior, para los efectos legales a que haya lugar y sin más por el momento quedo "
                "de usted."
            ),
            Firmas(
                (
                    Firma(
                        "LIC. JOSEFINA ÑÁÑEZ GÜEMES", "JEFA DEL DEPARTAMENTO DE VINCULACIÓN CON LA SOCIEDAD"
                    ),
                ),
                ("ATENTAMENTE", "“LA VERDAD A LA VISTA”", "“POR UN MUNICIPIO QUE ESCUCHA”"),
                origen="oficio:firma",
            ),
            parrafo("C.c.p.- Expediente.", estilo="nota", alineacion="izquierda"),
            parrafo("jñg/mrl", estilo="nota", alineacion="izquierda"),
        ),
        MEMBRETE,
        "oficio",
    )


def relato(numero: int) -> Parrafo:
    return parrafo(
        f"Mediante oficio número UT/{534 + numero:04}/2031, se solicitó a la Secretaría de Obras Públicas y "
        "Desarrollo Urbano, actualizar el módulo de procesos licitatorios, ubicado en el portal de Gobierno "
        f"Abierto, siendo un total de {numero + 1} actualizaciones en el periodo abril – junio.",
        origen=f"registro:{numero}",
    )


def componente_narrado() -> Seccion:
    bloques: list[Bloque] = [
        Titulo("COMPONENTE 1", 1, alineacion="centro", origen="componente:1", marcador="Componente 1"),
        parrafo("ABRIL – JUNIO 2031", estilo="rotulo", alineacion="centro"),
        parrafo("Derivado de las actividades del componente 1, el valor alcanzado es de 30%."),
    ]
    for actividad in (1, 2, 3):
        bloques.append(Titulo(f"Actividad 1.{actividad}", 2, marcador=f"Actividad 1.{actividad}"))
        for paso in (1, 2, 3):
            bloques.append(Titulo(f"{paso}.- Solicitar a las unidades administrativas la información.", 3))
            bloques += [relato(actividad * 10 + paso * 3 + numero) for numero in range(3)]
            if paso == 1:
                bloques.append(tabla_de_meses("", 77, 70, 64, origen=f"cuadro:portal{actividad}"))
        bloques.append(parrafo("Siendo un total de 6 oficios y un correo de actualización."))
        bloques.append(parrafo("Valor alcanzado: 30%", estilo="valor", alineacion="izquierda"))
    return Seccion("Componente 1", tuple(bloques), MEMBRETE)


def componente_de_cuadros() -> Seccion:
    sexos = ("HOMBRE", "MUJER", "N/I")
    bloques: tuple[Bloque, ...] = (
        Titulo("SEGUNDO INFORME TRIMESTRAL 2031", 1, alineacion="centro"),
        parrafo(
            "Conforme a lo establecido en el Programa Presupuestario 14.- Municipio Abierto, rindo el "
            "informe de actividades correspondiente al segundo trimestre, con el porcentaje alcanzado."
        ),
        Titulo("COMPONENTE 2", 1, alineacion="centro", marcador="Componente 2"),
        Titulo("ACTIVIDAD 2.1", 2, marcador="Actividad 2.1"),
        Titulo("PROMOCIÓN Y DIFUSIÓN DEL DERECHO DE ACCESO A LA INFORMACIÓN Y PROTECCIÓN DE DATOS", 3),
        tabla_de_margenes("ASESORÍAS A LOS ENLACES Y FORMATOS DE POSIBLES RESPUESTAS:"),
        Parrafo(
            (
                Tramo("VALOR ALCANZADO 30%"),
                Tramo(" PORCENTAJE ESTABLECIDO EN EL SEGUNDO TRIMESTRE DEL PLAN."),
            ),
            estilo="valor",
        ),
        Titulo("ACTIVIDAD 2.2", 2, marcador="Actividad 2.2"),
        Titulo("ATENCIÓN A SOLICITUDES DE ACCESO, DE DERECHOS ARCOP Y RECURSOS DE REVISIÓN", 3),
        tabla_de_meses("MONITOREO SISAI 2.0", 66, 66, 60, unidad="MONITOREOS", origen="cuadro:sisai"),
        tabla_recibidas("RECEPCIÓN Y ATENCIÓN A SOLICITUDES DE ACCESO A LA INFORMACIÓN PÚBLICA"),
        tabla_por_mes(
            "SOLICITUDES RECIBIDAS Y ATENDIDAS POR GÉNERO",
            sexos,
            ("ABRIL", 10, 6, 10),
            ("MAYO", 6, 3, 4),
            ("JUNIO", 4, 20, 8),
        ),
        tabla_por_mes(
            "",
            ("OFICIOS DE TURNO", "OFICIOS DE RESPUESTA"),
            ("ABRIL", 49, 41),
            ("MAYO", 20, 17),
            ("JUNIO", 69, 69),
        ),
        tabla_por_mes(
            "",
            ("SESIONES DE CAPACITACIÓN", "HOMBRES", "MUJERES"),
            ("ABRIL", 4, 58, 101),
            ("MAYO", 0, 0, 0),
            ("JUNIO", 2, 45, 60),
        ),
        parrafo(
            "En el mes de abril, a través del circular número 03/2031, se informó a los titulares el "
            "calendario de capacitaciones. En esta actividad participan 16 mujeres y 15 hombres.",
            vineta="✓",
        ),
        parrafo(
            "Con motivo de las sesiones que se desarrollaron en el mes de abril, se elaboraron 4 fichas "
            "de capacitación, las cuales tuvieron verificativo los días 9, 11, 16 y 24 de abril a las "
            "10:30, 11:00, 10:30 y 14:00 horas, respectivamente, bajo los temas Obligaciones en Materia "
            "de Datos Personales y Documento de Seguridad.",
            vineta="✓",
        ),
        parrafo("Mediante circular número 04/2031 se notificó la fecha y hora de las sesiones.", vineta="✓"),
        Tabla(
            (
                (celda("DENUNCIAS", "titulo", ancho=6),),
                fila("ABRIL", "MAYO", "JUNIO", "HOMBRE", "MUJER", "N/I", papel="columna"),
                fila(0, 0, 1, 0, 0, 1),
            ),
            6,
            2,
        ),
        parrafo("Sin más por el momento, le reitero mi compromiso con la transparencia."),
        Firmas(
            (Firma("C. ELSA NÚÑEZ TOLEDO", "JEFA DEL DEPTO. DE ACCESO A LA INFORMACIÓN"),),
            ("A T E N T A M E N T E.",),
        ),
    )
    return Seccion("Componente 2", bloques, MEMBRETE)


def documento_de_muestra(**cambios) -> Documento:
    secciones = (
        portada(),
        oficio(),
        componente_narrado(),
        componente_de_cuadros(),
        Seccion("Firmas", (Firmas((ELABORO, VISTO_BUENO), origen="firmas:final"),), MEMBRETE),
    )
    datos = {"titulo": "Segundo informe trimestral 2031", "autor": "Unidad de Transparencia"}
    return Documento(**({"fecha": date(2031, 7, 4), "secciones": secciones} | datos | cambios))


def escribe(*bloques: Bloque, membrete: Membrete = SIN_MEMBRETE, **cambios) -> PdfEscrito:
    """Escribe un documento de una sola sección corrida."""
    secciones = (Seccion("Única", bloques, membrete),)
    return escribir_pdf(documento_de_muestra(**({"secciones": secciones} | cambios)), LOGOS.__getitem__)


def hojas_de(pdf: PdfEscrito) -> list[str]:
    """El texto de cada página, como lo lee otro programa, sin el espacio donde se partió cada línea."""
    textos = [pagina.extract_text() for pagina in PdfReader(BytesIO(pdf.datos)).pages]
    return ["\n".join(linea.rstrip(" ") for linea in texto.split("\n")) for texto in textos]


def junto(texto: str) -> str:
    """El texto sin espacios ni saltos, para comparar contenido y no renglones."""
    return "".join(texto.split())


def tipografia() -> Tipografia:
    """Las fuentes del programa, para medir sin escribir un PDF."""
    return Tipografia()
