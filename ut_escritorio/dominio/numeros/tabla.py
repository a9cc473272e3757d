"""El cuadro dibujado: sus celdas con lo que dicen, lo que abarcan y dónde se escribe cada una.

De este mismo valor salen la rejilla de la pantalla y la tabla del PDF.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.bandas import SEXOS_EN_CUADRO, Grupo, Miembro, grupos_de
from ut_escritorio.dominio.numeros.evaluacion import cumplen, filas_de, se_captura, valor_en_casilla
from ut_escritorio.dominio.palabras.redaccion import mes as nombre_de_mes
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.personas import Sexo
from ut_escritorio.dominio.plan.arbol import Plan, Ruta
from ut_escritorio.dominio.plan.cifras import Cifra, Contada, LosDemas, Valor, dicho
from ut_escritorio.dominio.plan.cruces import Demas, clave_de_cruce, los_demas
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro, cifras_de
from ut_escritorio.dominio.trimestre.conteos import LO_QUE_VA, Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

_DEL_ANIO = ("trimestres", "acumulado")
Papel = Literal["titulo", "columna", "fila", "dato", "calculado", "total"]


@congelado
class CeldaDeCuadro:
    """Una celda: dónde empieza, cuánto abarca y qué dice.

    `casilla` es la del número que muestra (None en encabezados); `editable`, si se escribe en
    ella; `escrito`, si su número está escrito y no calculado; `nombre`, cómo se lee en voz alta; `ruta`, por
    dónde se llega al texto del plan que un rótulo dice.
    """

    fila: int
    columna: int
    texto: str
    papel: Papel
    alto: int = 1
    ancho: int = 1
    casilla: Casilla | None = None
    editable: bool = False
    escrito: bool = False
    valor: Valor | None = None
    nombre: str = ""
    ruta: Ruta = ()


@congelado
class TablaDeCuadro:
    """El cuadro dibujado; las primeras `filas_encabezado` son rótulos."""

    clave: str
    titulo: str
    filas: int
    columnas: int
    filas_encabezado: int
    celdas: tuple[CeldaDeCuadro, ...]

    def en(self, fila: int, columna: int) -> CeldaDeCuadro | None:
        """La celda que empieza en esa fila y columna."""
        return next((c for c in self.celdas if (c.fila, c.columna) == (fila, columna)), None)


def dibujar(cuadro: Cuadro, foto: FotoTrimestre) -> TablaDeCuadro:
    """El cuadro con los datos de la foto."""
    return _Trazo(cuadro, foto).tabla()


def numeros_de(cuadro: Cuadro, foto: FotoTrimestre) -> tuple[tuple[Casilla, bool], ...]:
    """Las casillas de los números del cuadro, en su orden, y si se escribe en cada una; sin dibujarlo."""
    return _Trazo(cuadro, foto).numeros()


def de_otros_trimestres(cuadro: Cuadro, foto: FotoTrimestre) -> tuple[Casilla, ...]:
    """Las casillas de los trimestres anteriores y de lo que va del año que el cuadro enseña."""
    del_anio = any(banda.eje in _DEL_ANIO for banda in (*cuadro.filas, *cuadro.columnas))
    return _Trazo(cuadro, foto).de_otros() if del_anio else ()


def nombre_de_casilla(plan: Plan, casilla: Casilla, este: Trimestre | None = None) -> str:
    """Cómo se lee en voz alta: «Portal, abril, mujeres»; de una cifra que ya no está, su clave.

    `este`: en qué trimestre se lee; la de otro dice de cuál es.
    """
    cifra = plan.cifra.get(casilla.cifra)
    cuando = nombre_de_mes(casilla.mes) if casilla.mes else "todo el trimestre"
    if casilla.trimestre == LO_QUE_VA:
        cuando = "lo que va del año"
    elif este is not None and casilla.trimestre != este.numero:
        cuando = f"{casilla.trimestre}º trimestre"
    partes = (
        cifra.nombre if cifra else casilla.cifra,
        cuando,
        casilla.sexo and SEXOS_EN_CUADRO[casilla.sexo].lower(),
    )
    return ", ".join(parte for parte in partes if parte)


def sin_anotar(foto: FotoTrimestre, casilla: Casilla) -> bool:
    """Si es de un mes de lo que se cuenta y nada se anotó en él: vacío, mientras no se diga que no hubo."""
    fuente = foto.plan.cifra[casilla.cifra].fuente
    if not isinstance(fuente, Contada) or casilla.mes is None:
        return False
    return not filas_de(foto, foto.trimestre, fuente, casilla.mes)


class _Trazo:
    """El dibujo de un cuadro, por partes: título, encabezados, rótulos, cuerpo y pie."""

    def __init__(self, cuadro: Cuadro, foto: FotoTrimestre) -> None:
        self.cuadro, self.foto = cuadro, foto
        self.ruta: Ruta = ("cuadros", cuadro.clave)
        en_filas, en_columnas = los_demas(cuadro)
        en_filas, en_columnas = (
            self._que_hay(cuadro.filas, en_filas),
            self._que_hay(cuadro.columnas, en_columnas),
        )
        self.grupos_fila = grupos_de(cuadro.filas, foto, (*self.ruta, "filas"), en_filas)
        self.grupos_columna = grupos_de(cuadro.columnas, foto, (*self.ruta, "columnas"), en_columnas)
        self.renglones = [m for grupo in self.grupos_fila for m in grupo.miembros]
        self.columnas = [m for grupo in self.grupos_columna for m in grupo.miembros]
        self.mudo = len(self.renglones) == 1 and _es_muda(cuadro.filas[0])
        self.rotulos = self._columnas_de_rotulo()
        self.niveles = 2 if any(grupo.encabezado for grupo in self.grupos_columna) else 1
        self.inicio = self.niveles + bool(cuadro.titulo)
        self.total_columnas = self.rotulos + len(self.columnas)

    def _que_hay(self, eje: tuple[Banda, ...], demas: Demas) -> Demas:
        """De los demás, aquellos de los que en el trimestre se anotó algo: sin nada, no se dibujan."""
        todas = cifras_de(self.cuadro)
        return {
            n: cada for n, cada in demas.items() if any(map(partial(self._hay, cada), eje[n].cifras or todas))
        }

    def _hay(self, demas: LosDemas, clave: str) -> bool:
        fuente = self.foto.plan.cifra[clave].fuente
        filas = filas_de(self.foto, self.foto.trimestre, fuente, None) if isinstance(fuente, Contada) else ()
        return bool(cumplen(filas, (demas,)))

    def tabla(self) -> TablaDeCuadro:
        celdas = (*self._titulo(), *self._encabezados(), *self._rotulos(), *self._cuerpo(), *self._pie())
        filas = self.inicio + len(self.renglones) + bool(self.cuadro.pie)
        titulo = self.cuadro.titulo or self.cuadro.esquina
        return TablaDeCuadro(self.cuadro.clave, titulo, filas, self.total_columnas, self.inicio, celdas)

    def numeros(self) -> tuple[tuple[Casilla, bool], ...]:
        cruces = [self._cruce(renglon, columna) for renglon in self.renglones for columna in self.columnas]
        casillas = [
            (casilla, self._se_escribe(casilla))
            for casilla, _ in cruces
            if casilla.trimestre == self.foto.trimestre.numero
        ]
        pie = self.cuadro.pie
        return (*casillas, *([(self._casilla(pie.cifra, None, None), False)] if pie else []))

    def de_otros(self) -> tuple[Casilla, ...]:
        este = self.foto.trimestre.numero
        cruces = (self._cruce(renglon, columna) for renglon in self.renglones for columna in self.columnas)
        return tuple(dict.fromkeys(casilla for casilla, _ in cruces if casilla.trimestre < este))

    def _cruce(self, renglon: Miembro, columna: Miembro) -> tuple[Casilla, bool]:
        """La casilla en que se cruzan un renglón y una columna, y si se dice con su unidad."""
        mes = columna.mes if columna.mes is not None else renglon.mes
        clave = clave_de_cruce(columna.cifra or renglon.cifra, (*renglon.donde, *columna.donde))
        trimestre = columna.trimestre if columna.trimestre is not None else renglon.trimestre
        casilla = self._casilla(clave, mes, columna.sexo or renglon.sexo)
        casilla = casilla if trimestre is None else replace(casilla, trimestre=trimestre)
        return casilla, columna.con_unidad or renglon.con_unidad

    def _casilla(self, clave: str, mes: int | None, sexo: Sexo | None) -> Casilla:
        return Casilla(clave, self.foto.trimestre.numero, mes, sexo)

    def _se_escribe(self, casilla: Casilla) -> bool:
        de_este = casilla.trimestre == self.foto.trimestre.numero
        return de_este and se_captura(self.foto.plan.cifra[casilla.cifra], casilla.mes, casilla.sexo)

    def _columnas_de_rotulo(self) -> int:
        """Dos si hay grupos de renglones; ninguna si hay un solo renglón que no dice nada.

        Una sola columna con pie necesita la de los rótulos, para el del pie.
        """
        if any(grupo.encabezado for grupo in self.grupos_fila):
            return 2
        solo = self.cuadro.pie and len(self.columnas) == 1
        return 0 if self.mudo and not self.cuadro.esquina and not solo else 1

    def _titulo(self) -> list[CeldaDeCuadro]:
        if not self.cuadro.titulo:
            return []
        ruta = (*self.ruta, "titulo")
        return [CeldaDeCuadro(0, 0, self.cuadro.titulo, "titulo", ancho=self.total_columnas, ruta=ruta)]

    def _encabezados(self) -> list[CeldaDeCuadro]:
        arriba = self.inicio - self.niveles
        celdas: list[CeldaDeCuadro] = []
        if self.rotulos:
            # La esquina de un solo renglón que no dice nada es su rótulo: lo abarca
            alto = self.niveles + self.mudo
            esquina, ruta = self.cuadro.esquina, (*self.ruta, "esquina")
            celdas.append(CeldaDeCuadro(arriba, 0, esquina, "columna", alto, self.rotulos, ruta=ruta))
        columna = self.rotulos
        for grupo in self.grupos_columna:
            celdas += self._encabezado_de(grupo, arriba, columna)
            columna += len(grupo.miembros)
        return celdas

    def _encabezado_de(self, grupo: Grupo, fila: int, columna: int) -> list[CeldaDeCuadro]:
        """El encabezado del grupo sobre los de sus miembros; sin él, los miembros ocupan toda la altura."""
        celdas: list[CeldaDeCuadro] = []
        alto = self.niveles
        if grupo.encabezado:
            ancho, ruta = len(grupo.miembros), (*grupo.ruta, "encabezado")
            celdas.append(CeldaDeCuadro(fila, columna, grupo.encabezado, "columna", ancho=ancho, ruta=ruta))
            fila, alto = fila + 1, 1
        return celdas + [
            CeldaDeCuadro(fila, columna + i, miembro.etiqueta, "columna", alto, ruta=miembro.ruta)
            for i, miembro in enumerate(grupo.miembros)
        ]

    def _rotulos(self) -> list[CeldaDeCuadro]:
        if not self.rotulos or self.mudo:
            return []
        celdas: list[CeldaDeCuadro] = []
        fila = self.inicio
        for grupo in self.grupos_fila:
            agrupado = self.rotulos == 2 and bool(grupo.encabezado)
            if agrupado:
                alto, ruta = len(grupo.miembros), (*grupo.ruta, "encabezado")
                celdas.append(CeldaDeCuadro(fila, 0, grupo.encabezado, "fila", alto=alto, ruta=ruta))
            for miembro in grupo.miembros:
                columna, ancho = (1, 1) if agrupado else (0, self.rotulos)
                ruta = miembro.ruta
                celdas.append(CeldaDeCuadro(fila, columna, miembro.etiqueta, "fila", ancho=ancho, ruta=ruta))
                fila += 1
        return celdas

    def _cuerpo(self) -> list[CeldaDeCuadro]:
        return [
            self._dato(self.inicio + i, self.rotulos + j, renglon, columna)
            for i, renglon in enumerate(self.renglones)
            for j, columna in enumerate(self.columnas)
        ]

    def _dato(self, fila: int, columna: int, renglon: Miembro, cruce: Miembro) -> CeldaDeCuadro:
        casilla, con_unidad = self._cruce(renglon, cruce)
        if casilla.trimestre > self.foto.trimestre.numero:  # el que aún no llega: ni se sabe ni falta
            return CeldaDeCuadro(fila, columna, "", "calculado")
        celda = self._celda(fila, columna, casilla, con_unidad)
        es_total = (cruce.total or renglon.total) and not celda.editable
        return replace(celda, papel="total") if es_total else celda

    def _celda(self, fila: int, columna: int, casilla: Casilla, con_unidad: bool) -> CeldaDeCuadro:
        cifra = self.foto.plan.cifra[casilla.cifra]
        valor = valor_en_casilla(self.foto, casilla)
        editable = self._se_escribe(casilla)
        escrito = casilla in self.foto.conteos.valores
        texto = ""
        if valor.completo:
            texto = _con_su_unidad(cifra, valor) if con_unidad else dicho(cifra, valor)
        nombre = nombre_de_casilla(self.foto.plan, casilla, self.foto.trimestre)
        papel: Papel = "dato" if editable else "calculado"
        return CeldaDeCuadro(
            fila, columna, texto, papel,
            casilla=casilla, editable=editable, escrito=escrito, valor=valor, nombre=nombre,
        )  # fmt: skip

    def _pie(self) -> list[CeldaDeCuadro]:
        pie = self.cuadro.pie
        if pie is None:
            return []
        fila, rotulo = self.inicio + len(self.renglones), max(1, self.rotulos)
        total = self._celda(fila, rotulo, self._casilla(pie.cifra, None, None), pie.con_unidad)
        ancho = self.total_columnas - rotulo
        return [
            CeldaDeCuadro(fila, 0, pie.rotulo, "fila", ancho=rotulo, ruta=(*self.ruta, "pie", "rotulo")),
            CeldaDeCuadro(
                fila, rotulo, total.texto, "total",
                ancho=ancho, casilla=total.casilla, valor=total.valor, nombre=total.nombre,
            ),
        ]  # fmt: skip


def _con_su_unidad(cifra: Cifra, valor: Valor) -> str:
    """«192 MONITOREOS»; lo que no hubo no lleva unidad."""
    unidad = cifra.unidad.singular if valor.numero == 1 else cifra.unidad.plural
    return dicho(cifra, valor) if valor.numero is None else f"{valor.numero} {unidad.upper()}"


def _es_muda(banda: Banda) -> bool:
    """Si su renglón no necesita rótulo: la cifra que cuenta ya la dice el título o la esquina."""
    return banda.eje == "cifras" and not banda.encabezado and not any(banda.etiquetas)
