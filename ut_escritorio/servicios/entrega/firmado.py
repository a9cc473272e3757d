"""Con qué nombres se guarda un informe firmado: su documento y sus números; no cambian, se migran."""

from __future__ import annotations

from ut_escritorio.datos.esquema.clases import EN_LAS_CIFRAS_FIRMADAS
from ut_escritorio.datos.esquema.codec import Codec
from ut_escritorio.dominio.graficas.grafica import Barra, Grafica
from ut_escritorio.dominio.guardado import Nombres
from ut_escritorio.informe.documento import (
    Celda,
    Documento,
    Figura,
    Figuras,
    Firma,
    Firmas,
    Imagen,
    Indice,
    Membrete,
    Parrafo,
    RenglonDeIndice,
    Seccion,
    Tabla,
    Titulo,
    Tramo,
)

EN_LO_FIRMADO: Nombres = {
    **EN_LAS_CIFRAS_FIRMADAS,
    Documento: "Documento titulo autor fecha secciones numera_paginas por_corregir anexos?",
    Seccion: "Seccion marcador bloques membrete disposicion origen",
    Membrete: "Membrete leyenda logos administracion pie",
    Imagen: "Imagen sha256 alternativo alto_mm",
    Titulo: "Titulo texto nivel origen alineacion marcador",
    Parrafo: "Parrafo tramos origen estilo alineacion vineta",
    Tramo: "Tramo texto negrita cursiva",
    Tabla: "Tabla filas columnas filas_encabezado origen",
    Celda: "Celda texto papel ancho alto alineacion origen",
    Figuras: "Figuras figuras tamano origen",
    Figura: "Figura sha256 alternativo pie hoja origen",
    Firmas: "Firmas firmas antes origen",
    Indice: "Indice renglones origen",
    RenglonDeIndice: "RenglonDeIndice texto dentro marcador",
    Firma: "Firma nombre cargo rotulo",
    Grafica: "Grafica clase titulo barras series contra nota unidad origen",
    Barra: "Barra rotulo valor partes antes",
}

FIRMADO = Codec(EN_LO_FIRMADO)
