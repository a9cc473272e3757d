"""Errores que alguien podría cometer en el dominio o en el armado, y por qué importan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.mutantes.al_azar import Cambio


@dataclass(frozen=True)
class Mutante:
    """Un cambio en una línea: en qué archivo, de qué a qué, qué rompería y qué pruebas deben notarlo."""

    archivo: str
    original: str
    mutado: str
    porque: str
    pruebas: str

    def en(self, raiz: Path) -> Cambio:
        """El cambio, en su lugar del archivo."""
        ruta = f"ut_escritorio/{self.archivo}"
        antes = (raiz / ruta).read_text(encoding="utf-8").partition(self.original)[0]
        desde = len(antes.encode())
        linea, hasta = antes.count("\n") + 1, desde + len(self.original.encode())
        return Cambio(ruta, linea, linea, desde, hasta, self.original, self.mutado)


def _de(archivo: str, pruebas: str, *cambios: tuple[str, str, str]) -> tuple[Mutante, ...]:
    return tuple(Mutante(archivo, original, mutado, porque, pruebas) for original, mutado, porque in cambios)


MUTANTES = (
    *_de(
        "dominio/periodos.py",
        "dominio/test_periodos.py",
        ("3 * self.numero - 2", "3 * self.numero - 1", "el trimestre empezaría un mes tarde"),
        ("self.ejercicio + self.numero // 4", "self.ejercicio", "el cuarto no pasaría al año siguiente"),
    ),
    *_de(
        "dominio/vigencia.py",
        "dominio/test_vigencia.py",
        ("dia <= cosa.hasta", "dia < cosa.hasta", "quien firma perdería su último día"),
        ("return max(validas", "return min(validas", "firmaría quien ya fue relevado"),
    ),
    *_de(
        "dominio/numeros/evaluacion.py",
        "dominio/test_evaluacion.py",
        ("Valor(0) if capturado else", "Valor(0) if True else", "un mes vacío se leería como cero"),
        ("if conocidos and not sin_mes", "if conocidos", "un sexo sin escribir contaría como cero"),
        ("{*citados} - {*sin_numero}", "[c for c in citados if c not in sin_numero]",
         "el mismo oficio se contaría dos veces"),
        ("return 1 if fila.cantidad_medio is None", "return 0 if fila.cantidad_medio is None",
         "«Mediante correo…» no contaría como un correo"),
        ("suman.numero - restan.numero", "suman.numero + restan.numero", "la resta sumaría"),
        ("if escrito is not None:", "if escrito:", "un cero escrito se leería como vacío"),
        ("(fuente.suma_de_sexos or", "(True or", "el mes se deduciría de sus sexos sin pedirlo el plan"),
        ("if fila.en_mes == mes]", "if fila.fecha and fila.fecha.month == mes]",
         "lo anotado sin día no contaría en su mes"),
    ),
    *_de(
        "dominio/numeros/tabla.py",
        "dominio/test_clases_de_cuadro.py dominio/test_celdas.py",
        ("if valor.completo:", "if valor.numero is not None:", "un total a medias se daría por completo"),
        ("columna.cifra or renglon.cifra", "renglon.cifra or columna.cifra", "la columna no mandaría"),
        ("if valor.numero == 1 else cifra.unidad.plural", "if valor.numero else cifra.unidad.plural",
         "diría «12 ASESORÍA»"),
        ("and not solo else 1", "else 1", "el pie taparía la única columna"),
    ),
    *_de(
        "dominio/palabras/redaccion.py",
        "dominio/test_redaccion.py",
        ("hi(?![aeoáéó])", "hi", "diría «agua e hielo»"),
        ('if entero.startswith("el "):', 'if entero.startswith("el  "):', "diría «a el Comité»"),
        ("('veintiuno')}veintiún", "('veintiuno')}veintiuno", "diría «veintiuno mil»"),
    ),
    *_de(
        "dominio/impreso/textos.py",
        "dominio/test_textos.py",
        ("return [] if propios else pedazos", "return pedazos", "lo opcional no desaparecería"),
        ("if len(numeros) < len(datos):", "if not numeros:", "se sumaría lo que no es número"),
        ("return numero is None or numero == 1", "return True", "diría «1 actualizaciones»"),
    ),
    *_de(
        "dominio/impreso/contexto.py",
        "dominio/test_textos.py dominio/test_contexto.py",
        ('if nombre.endswith("@mes") and mes is None:', "if False:", "sin mes se citaría el trimestre"),
        ("if not all(valor.completo", "if not any(valor.completo", "una cuenta a medias callaría algo"),
    ),
    *_de(
        "dominio/impreso/relatos.py",
        "dominio/test_relatos.py",
        ("a_mano.sustituye != texto.texto", "False", "no se sabría que los datos cambiaron"),
        ("and renglon.en_mes == grupo[0].en_mes", "", "sesiones de dos meses irían en un párrafo"),
        ("return nombrada or del_medio", "return del_medio or nombrada", "no valdría la forma elegida"),
        ("not valores or any(", "all(", "un cierre a medias no se imprimiría"),
    ),
    *_de(
        "dominio/numeros/pegado.py",
        "dominio/test_pegado.py",
        ("not destino.editable or destino.casilla is None", "destino.casilla is None",
         "se pegaría sobre un total calculado"),
    ),
    *_de(
        "dominio/personas.py",
        "dominio/test_registros.py",
        ("if por_sexo else self.total", "if por_sexo else None", "las personas sin sexo no se contarían"),
    ),
    *_de(
        "dominio/trimestre/renglones.py",
        "dominio/test_registros.py",
        ("{1,6})(?P<bis>", "{1,3})(?P<bis>", "un folio de cuatro cifras no se dejaría leer"),
    ),
    *_de(
        "dominio/trimestre/conteos.py",
        "dominio/test_conteos.py",
        ('.lstrip("0")', "", "«000000000012» se diría demasiado grande"),
    ),
    *_de(
        "dominio/porcentajes.py",
        "dominio/test_porcentajes.py",
        ("round(valor, 2):", "valor:", "se imprimiría 33.333333 %"),
    ),
    *_de(
        "dominio/impreso/entradas.py",
        "armado",
        ("if depto and suyos[0] is componente:", "if depto:",
         "el oficio se repetiría antes de cada componente"),
        ("if depto and suyos[-1] is componente:", "if depto and suyos[0] is componente:",
         "el cierre saldría tras el primer componente"),
        ("if any(cada.clave in sin_actividad for cada in cadena):", "if False:",
         "un paso que no tocó se imprimiría"),
        ("or bool(self.relato.texto.strip())", "or True", "un párrafo en blanco dejaría un hueco en la hoja"),
    ),
    *_de(
        "dominio/impreso/recorrido.py",
        "armado",
        ("if entrada.lugar in foto.alcanzado:", "if True:", "se imprimiría un valor que nadie dijo"),
        ("if not (propios or pasos or valor):", "if False:", "un encabezado quedaría sin nada debajo"),
    ),
    *_de(
        "dominio/impreso/recorrido.py",
        "dominio/test_recorrido.py",
        ('(*formas, relato.forma, "texto")', '(*formas, "f0", "texto")',
         "al cambiar una frase se cambiaría la de al lado"),
    ),
    *_de(
        "dominio/impreso/remision.py",
        "armado",
        ("return (oficio and oficio.fecha) or foto.dia", "return foto.dia",
         "el oficio lo firmaría quien estaba otro día"),
    ),
    *_de(
        "informe/armado/bloques.py",
        "armado",
        ("firmante.rotulo, mayusculas=bool(antes)", "firmante.rotulo, mayusculas=False",
         "la firma de un oficio no iría en mayúsculas"),
    ),
    *_de(
        "dominio/trimestre/conteos.py",
        "dominio/test_dias.py",
        ("**self.por_dias, **self.valores", "**self.valores, **self.por_dias",
         "los días marcados pisarían un mes escrito entero"),
    ),
    *_de(
        "dominio/numeros/dias.py",
        "dominio/test_dias.py",
        ("if dia < hoy", "if dia <= hoy", "hoy saldría como día sin registrar"),
        ("if dia <= hoy", "if True", "se propondrían días que aún no llegan"),
        ("(cifra, mes) not in foto.conteos.capturados", "True", "se pedirían días de un mes ya revisado"),
    ),
    *_de(
        "dominio/palabras/adelantar.py",
        "dominio/test_adelantar.py",
        ("if limite is None:", "if False:", "se inventarían fechas de lo que pasó antes"),
        ("if int(anio) == de.ejercicio else anio", "", "cambiaría el año de una ley"),
        ("12 * suyo + numero - 1", "12 * de.ejercicio + numero - 1", "un año vecino se perdería"),
    ),
    *_de(
        "dominio/impreso/busqueda.py",
        "dominio/test_busqueda.py",
        ("comunes &= self._de(palabra)", "comunes |= self._de(palabra)", "bastaría una de las palabras"),
    ),
    *_de(
        "dominio/oficios/folios.py",
        "dominio/test_folios.py",
        ("(de_ese or leidos, lambda", "(leidos, lambda", "en año nuevo seguiría la serie de antes"),
        ("in leidos if folio.en_serie == usual]", "in leidos]", "el que sigue saltaría por otra serie"),
        (".con(usados)", "", "se propondría un número que ya está en un renglón"),
        ("if not leer_folio(folio).sin_numero", "", "«S/N» se diría ya usado"),
    ),
    *_de(
        "dominio/trimestre/series.py",
        "oficios/test_series.py",
        ("max(tramos, key=len)[-1]", "tramos[-1][-1]", "un 8022 mal tecleado movería al que sigue"),
        ("if self.ultimo in tramo", "", "lo que ella confirmó no movería al que sigue"),
        ("if numero not in self.tomados and", "if", "un número tomado se diría hueco"),
    ),
    *_de(
        "dominio/oficios/identidad.py",
        "oficios/test_identidad.py",
        ("if folio.sin_numero:", "if False:", "dos «S/N» serían el mismo papel"),
        ("and igual.con == tuple(con)", "", "el mismo número de dos áreas sería un papel"),
        ("abs(suyo - ejercicio) <= 1", "suyo == ejercicio", "la remisión de enero iría a diciembre"),
    ),
    *_de(
        "dominio/oficios/prestado.py",
        "oficios/test_prestado.py",
        ("suyo == papel or donde.firme", "suyo == papel", "se movería lo que dice un trimestre firmado"),
        ("or antes == papel", "", "cambiar la fecha en el renglón no cambiaría la del oficio"),
    ),
    *_de(
        "dominio/plan/lugares.py",
        "dominio/test_lugares.py",
        ("dict.fromkeys(claves) if clave", "claves if clave", "un lugar se diría dos veces"),
    ),
    *_de(
        "dominio/impreso/anotar.py",
        "dominio/test_anotar.py",
        ("(ultimo.medio or ultimo.forma)", "ultimo.medio", "no se repetiría la frase sin medio"),
        ('if any("medio" in campos_de(f.texto) for f in formas) else ""', "",
         "se propondría «oficio» donde nada lo dice"),
    ),
    *_de(
        "dominio/palabras/llano.py",
        "dominio/test_llano.py",
        (".lower()", "", "habría que acertar las mayúsculas"),
        ("if not unicodedata.combining(letra)", "", "un acento suelto haría otro nombre"),
    ),
    *_de(
        "dominio/trimestre/renglones.py",
        "dominio/test_orden.py",
        ("return cosa.orden, cosa.uid", "return cosa.orden, 0", "dos con el mismo orden se voltearían"),
    ),
    *_de(
        "dominio/trimestre/fechas.py",
        "dominio/test_fechas_y_horas.py",
        ("if hora < 24 else", "if hora < 30 else", "se imprimiría «a las 25:30 horas»"),
        ("(12 if mitad == \"p\" else 0)", "0", "las 2:30 de la tarde serían de la madrugada"),
    ),
    *_de(
        "dominio/palabras/limpieza.py",
        "dominio/test_limpieza.py",
        ('case "Cc" | "Cf":', 'case "Cc":', "un guion invisible estorbaría al buscar"),
        ("re.sub(_PARTIDA, \"\", texto)", "texto", "una palabra partida en un PDF seguiría partida"),
    ),
    *_de(
        "dominio/plan/alcances.py",
        "dominio/test_alcances.py",
        ("if sexo and sexo not in fuente.sexos:", "if False:", "se cargaría un cuadro que nunca se llena"),
    ),
    *_de(
        "dominio/porcentajes.py",
        "dominio/test_porcentajes.py",
        ('limpio = limpio.replace(",", "")', "pass", "«1,000» sería uno"),
    ),
)  # fmt: skip
