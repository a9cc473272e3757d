"""Un informe inventado: la Casa lleva los componentes 1 y 3, y la Plaza el 2."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.inventado import banda, cifra, foto, plan, por_mes, renglon
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Logo, Nombramiento, PapelMembretado, Persona
from ut_escritorio.dominio.plan.apartados import Apartado, Firmante
from ut_escritorio.dominio.plan.arbol import (
    Actividad,
    Componente,
    Departamento,
    Estilo,
    Paso,
    PlantillaOficio,
)
from ut_escritorio.dominio.plan.cuadros import Cuadro
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, OficioRemision
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.documento import Bloque, Firmas, Seccion, Titulo

FIRMA = (Firmante("jefa_casa", "Elaboró"),)
RENGLONES = Apartado("r", "renglones")
OFICIO = PlantillaOficio(
    datos=("No. {folio_oficio}",),
    lugar_y_fecha="A {fecha_oficio:larga}.",
    destinatario="titular",
    saludo="PRESENTE.",
    cuerpo=("Entrego lo de {departamento}.",),
    despedida=("ATENTAMENTE", "AÑO {ejercicio}"),
    copias=("C.c.p. Archivo de {ejercicio}.",),
)
CASA = Departamento(
    "casa",
    "Casa",
    "jefa_casa",
    OFICIO,
    (Apartado("casa#1", "titulo", "APERTURA CASA {componente}"),),
    (Apartado("casa#f", "titulo", "CIERRE CASA {componente}"),),
)
PLAZA = Departamento(
    "plaza", "Plaza", "jefe_plaza", OFICIO, al_final=(Apartado("p#f", "titulo", "CIERRE PLAZA {componente}"),)
)
TITULO = Apartado("t", "titulo", "COMPONENTE {componente}")
VALOR = Estilo(valor="VALOR {alcanzado}% DE {leyenda}")
VISITAS = Cuadro("q", (banda("cifras", "v"),), (banda("meses"), banda("trimestre")), "VISITAS")
PLAN = plan(
    cifra("v"),
    leyenda="Año de la Casa",
    portada=(
        Apartado("portada#1", "titulo", "EVIDENCIA {evidencia}"),
        Apartado("portada#2", "firmas", firmantes=FIRMA),
    ),
    ultima=(Apartado("ultima#1", "firmas", firmantes=FIRMA),),
    departamentos=(CASA, PLAZA),
    cuadros=(VISITAS,),
    componentes=(
        Componente("1", "1", "Uno", "casa", Estilo(), (TITULO,), (Actividad("1.1", "1.1", "Uno uno"),)),
        Componente(
            "2",
            "2",
            "Dos",
            "plaza",
            VALOR,
            (TITULO,),
            (Actividad("2.1", "2.1", "Dos uno", (Apartado("q", "cuadro", cuadro="q"),)),),
        ),
        Componente(
            "3",
            "3",
            "Tres",
            "casa",
            VALOR,
            (TITULO,),
            (Actividad("3.1", "3.1", "Tres uno", pasos=(Paso("3.1/1", "1", "Ver", (RENGLONES,)),)),),
            (Forma("f", "F", "Se vio {asunto}."),),
        ),
    ),
)
CATALOGO = Catalogo(
    personas=(
        Persona("ana", "Ana Ruiz", "Lic."),
        Persona("eva", "Eva Mar"),
        Persona("pepe", "Pepe Sol"),
        Persona("luz", "Luz Cano"),
    ),
    nombramientos=(
        Nombramiento("jefa_casa", "ana", "Jefa de la Casa", hasta=date(2031, 7, 31)),
        Nombramiento("jefa_casa", "eva", "Jefa interina de la Casa", desde=date(2031, 8, 1)),
        Nombramiento("jefe_plaza", "pepe", "Jefe de la Plaza"),
        Nombramiento("titular", "luz", "Titular"),
    ),
    papeles=(
        PapelMembretado("viejo", pie="Otra casa", hasta=date(2030, 12, 31)),
        PapelMembretado(
            "nuevo", (Logo("ab12", "Escudo", 12.0),), ("Villa", "2030-2032"), "La Casa", date(2031, 1, 1)
        ),
    ),
)
FOTO = foto(
    PLAN,
    por_mes("v", 1, 2, 3),
    (renglon(1, asunto="la plaza", lugar="3.1/1"),),
    catalogo=CATALOGO,
    alcanzado={"2.1": Decimal(30), "3.1": Decimal(25)},
    remisiones={
        "casa": OficioRemision("casa", "AB/9/2031", date(2031, 7, 4)),
        "plaza": OficioRemision("plaza", "AB/12/2031", date(2031, 7, 1)),
    },
    fecha_de_firma=date(2031, 7, 4),
)


def marcadores(mia: FotoTrimestre) -> list[str]:
    return [seccion.marcador for seccion in armar(mia).secciones]


def seccion(mia: FotoTrimestre, marcador: str) -> Seccion:
    return next(s for s in armar(mia).secciones if s.marcador == marcador)


def bloques_de(mia: FotoTrimestre, marcador: str) -> tuple[Bloque, ...]:
    return seccion(mia, marcador).bloques


def titulos(mia: FotoTrimestre, marcador: str) -> list[str]:
    return [bloque.texto for bloque in bloques_de(mia, marcador) if isinstance(bloque, Titulo)]


def oficio_de(mia: FotoTrimestre, departamento: str) -> Firmas:
    bloques = bloques_de(mia, f"Oficio de remisión – {departamento}")
    return next(bloque for bloque in bloques if isinstance(bloque, Firmas))
