"""Todo lo que se puede hallar en el archivo: lo anotado, lo escrito a mano, oficios, personas y el plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.legajo import filas_de_trimestres
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.motor.sello import escrito, huellas
from ut_escritorio.dominio.impreso.busqueda import Hallable
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import NINGUNO, Origen
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.patrones import lo_fijo
from ut_escritorio.dominio.palabras.redaccion import con_inicial, fecha_corta
from ut_escritorio.dominio.periodos import MESES, Trimestre
from ut_escritorio.dominio.plan.lugares import en_palabras

_TABLAS = (
    *e.DEL_PLAN, *e.DEL_CATALOGO, e.Renglon, e.Parte, e.Cita, e.ParrafoLibre, e.TextoAMano, e.Oficio,
    e.ParteDeOficio, e.Seguimiento, e.OficioDeRemision, e.Justificacion,
)  # fmt: skip


_SOLO_DEL_LIBRO = """SELECT o.id, o.uid, o.folio, o.ejercicio, o.fecha, o.mes, o.asunto, o.clase,
o.expediente, o.cancelado FROM oficio o WHERE NOT EXISTS (SELECT 1 FROM cita WHERE oficio_id = o.id)
AND NOT EXISTS (SELECT 1 FROM oficio_de_remision WHERE oficio_id = o.id)
ORDER BY o.fecha DESC, o.numero DESC"""


def sello_de_lo_hallable(base: Base) -> tuple[int, ...]:
    """Cambia en cuanto cambia algo de lo que se busca."""
    return huellas(escrito(base.conexion), _TABLAS)


def leer_hallables(base: Base) -> tuple[Hallable, ...]:
    """Lo más nuevo primero y, en cada trimestre, como el informe; lo del plan, al final de su año."""
    with base.lectura():
        lectura = _LectorDeLoHallable(base)
        todos = [*lectura.captura(), *lectura.solo_del_libro(), *lectura.del_plan(), *lectura.personas()]
    return tuple(sorted((h for h in todos if h.texto), key=lectura.orden_en_el_informe))


class _LectorDeLoHallable:
    """Lee cada tabla una vez, de todos los años juntos."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self.trimestres = filas_de_trimestres(base)
        self.ejercicios = dict(base.filas(e.Plan, ("id", "ejercicio")))
        self.folios = dict(base.filas(e.Oficio, ("id", "folio")))
        filas = base.filas(e.Lugar, ("id", "clave", "numero", "padre"))
        del_plan = base.filas(e.Lugar, ("plan", "clave", "orden"))
        self.orden = {(self.ejercicios[plan], clave): orden for plan, clave, orden in del_plan}
        numeros = {id_: (numero, padre) for id_, _, numero, padre in filas}
        self.claves = {id_: clave for id_, clave, *_ in filas}
        self.donde = {id_: con_inicial(en_palabras(_cadena(numeros, id_))) for id_ in numeros}

    def orden_en_el_informe(self, h: Hallable) -> tuple[int, int, int]:
        return -h.ejercicio, -(h.numero or 0), self.orden.get((h.ejercicio, h.sitio.lugar), -1)

    def captura(self) -> Iterator[Hallable]:
        yield from self._renglones()
        for trimestre, uid, lugar, texto in self._filas(e.ParrafoLibre, "trimestre", "uid", "lugar", "texto"):
            yield self._en(trimestre, lugar, Origen("parrafo", uid), texto)
        de_clave = {clave: id_ for id_, clave in self.claves.items()}
        de_renglon = dict(self._filas(e.Renglon, "uid", "lugar"))
        for trimestre, suyo, texto in self._filas(e.TextoAMano, "trimestre", "origen", "texto"):
            origen = Origen.leido(suyo)
            lugar = de_renglon.get(origen.clave) or de_clave.get(origen.de)
            yield self._en(trimestre, lugar, origen, texto)
        for trimestre, lugar, texto in self._filas(e.Justificacion, "trimestre", "lugar", "texto"):
            yield self._en(trimestre, lugar, Origen("valor", self.claves[lugar]), texto)
        yield from self._oficios()

    def _renglones(self) -> Iterator[Hallable]:
        medios = dict(self._filas(e.Medio, "id", "frase"))
        con_quien, citas = self._partes(e.Parte, "renglon"), self._citas()
        columnas = ("id", "trimestre", "uid", "lugar", "medio", "asunto", "fecha", "mes", "campos")
        for fila in self._filas(e.Renglon, *columnas):
            id_, trimestre, uid, lugar, medio, asunto, fecha, mes, campos = fila
            citado, nombres = citas.get(id_, ()), con_quien.get(id_, ())
            partes = (_dia(fecha), medios.get(medio, ""), *citado, *(n for n, _ in nombres), asunto)
            texto = _unidos((*partes, *campos.values()))
            tambien = " ".join((_mes(fecha, mes), *(siglas for _, siglas in nombres)))
            yield self._en(trimestre, lugar, Origen("renglon", uid), texto, tambien)

    def _partes(self, tabla: type[e.Tabla], de: str) -> dict[int, list[tuple[str, str]]]:
        """Con quién fue cada renglón, u oficio: nombre y siglas."""
        unidades = {id_: (n, siglas) for id_, n, siglas in self._filas(e.Unidad, "id", "nombre", "siglas")}
        partes: dict[int, list[tuple[str, str]]] = {}
        for suyo, unidad, texto in self._filas(tabla, de, "unidad", "texto"):
            partes.setdefault(suyo, []).append(unidades.get(unidad, (texto, "")))
        return partes

    def _citas(self) -> dict[int, list[str]]:
        citas: dict[int, list[str]] = {}
        for renglon, oficio, asunto, aparte in self._filas(e.Cita, "renglon", "oficio", "asunto", "folio"):
            citas.setdefault(renglon, []).append(_unidos((aparte or self.folios[oficio], asunto)))
        return citas

    def _oficios(self) -> Iterator[Hallable]:
        deptos = {id_: (clave, n) for id_, clave, n in self._filas(e.Departamento, "id", "clave", "nombre")}
        columnas = ("trimestre", "departamento", "oficio", "fecha", "folio")
        puestos = {id_: puesto for puesto, id_ in enumerate(deptos)}
        filas = sorted(self._filas(e.OficioDeRemision, *columnas), key=lambda fila: puestos[fila[1]])
        for trimestre, departamento, oficio, fecha, aparte in filas:
            clave, nombre = deptos[departamento]
            folio = aparte or self.folios.get(oficio, "")
            texto = _unidos((_dia(fecha), folio, f"Oficio de remisión de {nombre}"))
            yield self._en(trimestre, None, Origen("oficio", clave), texto, _mes(fecha, None))

    def solo_del_libro(self) -> Iterator[Hallable]:
        """Los oficios que ningún informe dice; los demás se hallan donde se dicen."""
        anios = sorted(self.ejercicios.values())
        con_quien = self._partes(e.ParteDeOficio, "oficio")
        guardados = dict(self._filas(e.Seguimiento, "oficio", "guardado_en"))
        for fila in self.base.lee_orden(_SOLO_DEL_LIBRO, ()):
            id_, uid, folio, anio, dia, mes, asunto, clase, expediente, cancelado = fila
            fecha = date.fromisoformat(dia) if dia else None
            nombres = con_quien.get(id_, ())
            por_que = f"CANCELADO: {cancelado}" if cancelado else ""
            partes = (folio, _dia(fecha), *(n for n, _ in nombres), asunto, clase, expediente, por_que)
            tambien = (_mes(fecha, mes), *(siglas for _, siglas in nombres), guardados.get(id_, ""))
            en = min(anios, key=lambda hay: abs(hay - anio))  # la remisión de diciembre es del libro de enero
            sitio = Sitio(origen=Origen("libro", uid))
            texto = limpio(_unidos(partes)) or "Oficio sin número todavía"
            yield Hallable(en, None, sitio, texto, "Libro de oficios", " ".join(tambien))

    def del_plan(self) -> Iterator[Hallable]:
        """Lo que el plan dice de cada lugar: su nombre, sus textos y los títulos de sus cuadros."""
        for id_, plan, nombre in self._filas(e.Lugar, "id", "plan", "nombre"):
            yield self._del_anio(plan, id_, NINGUNO, nombre)
        cuadros = {
            id_: (clave, _unidos((titulo, esquina)))
            for id_, clave, titulo, esquina in self._filas(e.Cuadro, "id", "clave", "titulo", "esquina")
        }
        columnas = ("plan", "lugar", "clave", "clase", "texto", "cuadro")
        for plan, lugar, clave, clase, texto, cuadro in self._filas(e.Apartado, *columnas):
            if clase == "cuadro" and cuadro in cuadros:
                yield self._del_anio(plan, lugar, Origen("cuadro", cuadros[cuadro][0]), cuadros[cuadro][1])
            elif lugar is not None:
                yield self._del_anio(plan, lugar, Origen("apartado", clave), lo_fijo(texto))

    def personas(self) -> Iterator[Hallable]:
        """Quienes firman, con su cargo, en el último año del archivo en que aún firmaban."""
        nombres = {
            id_: f"{tratamiento} {nombre}".strip()
            for id_, tratamiento, nombre in self._filas(e.Persona, "id", "tratamiento", "nombre")
        }
        for persona, cargo, hasta in self._filas(e.Nombramiento, "persona", "cargo", "hasta"):
            anios = [anio for anio in self.ejercicios.values() if hasta is None or anio <= hasta.year]
            if anios:
                yield Hallable(max(anios), None, Sitio(), _unidos((nombres[persona], cargo)), "Quién firma")

    def _filas(self, tabla: type[e.Tabla], *columnas: str) -> list[tuple[Any, ...]]:
        """Las filas de una tabla, en el orden que ella les dio si lo tienen."""
        return self.base.filas(tabla, columnas, "orden" if hasattr(tabla, "orden") else "")

    def _en(
        self, trimestre: int, lugar: int | None, origen: Origen, texto: str, tambien: str = ""
    ) -> Hallable:
        cual: Trimestre = self.trimestres[trimestre]
        sitio = Sitio(self.claves.get(lugar or 0, ""), origen)
        donde = self.donde.get(lugar or 0, "Informe")
        return Hallable(cual.ejercicio, cual.numero, sitio, limpio(texto), donde, tambien)

    def _del_anio(self, plan: int, lugar: int | None, origen: Origen, texto: str) -> Hallable:
        sitio = Sitio(self.claves.get(lugar or 0, ""), origen)
        donde = self.donde.get(lugar or 0, "Informe")
        return Hallable(self.ejercicios[plan], None, sitio, limpio(texto), donde)


def _cadena(numeros: Mapping[int, tuple[str, int | None]], lugar: int) -> tuple[str, ...]:
    """Los números de los que contienen a un lugar y el suyo."""
    numero, padre = numeros[lugar]
    return (*(_cadena(numeros, padre) if padre is not None else ()), numero)


def _unidos(partes: Iterable[str]) -> str:
    return " · ".join(parte for parte in partes if parte)


def _dia(fecha: date | None) -> str:
    return fecha_corta(fecha) if fecha else ""


def _mes(fecha: date | None, mes: int | None) -> str:
    numero = fecha.month if fecha else mes
    return MESES[numero - 1] if numero else ""
