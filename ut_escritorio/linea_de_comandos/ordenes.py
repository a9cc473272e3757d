"""Las órdenes que no abren ventana: cada una llama a los mismos servicios y dice cómo quedó."""

from __future__ import annotations

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.linea_de_comandos import al_pedirlo
from ut_escritorio.linea_de_comandos.pedidos import (
    ComoTexto,
    Comparar,
    Comprobar,
    Ejemplo,
    EntrarDatos,
    EntrarPlan,
    EntregarParte,
    Escribir,
    Evidencias,
    Exportar,
    Firmados,
    Firmar,
    HojaDeOficios,
    HojasDeCaptura,
    ModificarMeta,
    Nuevo,
    Oficios,
    RecibirParte,
    Respaldar,
    Revisar,
    SinVentana,
    VerAvance,
)
from ut_escritorio.linea_de_comandos.respuesta import Respuesta
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.entrega.informe import contenidos_de, exportar
from ut_escritorio.servicios.evidencias.hojas import PintarHoja


def cumplir(orden: SinVentana, ahora: Reloj, pintar: PintarHoja | None = None) -> Respuesta:
    """Hace lo que se pide y devuelve lo que hay que decir; ErrorEsperado si no se pudo.

    `pintar` pinta las hojas de los PDF que van en los anexos.
    """
    match orden:
        case Ejemplo(archivo):
            al_pedirlo.creacion().crear_ejemplo(archivo, ahora).cerrar()
            return Respuesta(f"El ejemplo quedó en {archivo}")
        case Nuevo(archivo, plan, datos):
            al_pedirlo.creacion().crear(archivo, plan, datos, ahora).cerrar()
            return Respuesta(f"El archivo nuevo quedó en {archivo}")
        case Exportar():
            return Respuesta(_exportar(orden, ahora, pintar))
        case Revisar():
            return al_pedirlo.entrega().revisar(orden, ahora)
        case VerAvance():
            return al_pedirlo.avance().avance(orden, ahora)
        case ModificarMeta():
            return al_pedirlo.avance().modificar(orden, ahora)
        case Comparar():
            return al_pedirlo.comparar().comparar(orden, ahora)
        case Firmar():
            return al_pedirlo.entrega().firmar(orden, ahora, pintar)
        case Firmados():
            return al_pedirlo.entrega().firmados(orden, ahora)
        case Oficios(salida=salida) if salida is not None:
            return al_pedirlo.cartas().imprimir_cartas(orden, salida, ahora)
        case Oficios():
            return al_pedirlo.oficios().oficios(orden, ahora)
        case Escribir():
            return al_pedirlo.cartas().escribir(orden, ahora)
        case HojaDeOficios():
            return al_pedirlo.oficios().hoja_de_oficios(orden, ahora)
        case HojasDeCaptura():
            return al_pedirlo.captura().hojas_de_captura(orden, ahora)
        case Evidencias():
            return al_pedirlo.evidencias().evidencias(orden, ahora)
        case EntregarParte():
            return al_pedirlo.partes().entregar_parte(orden, ahora)
        case RecibirParte():
            return al_pedirlo.partes().recibir_parte(orden, ahora)
        case ComoTexto():
            return al_pedirlo.texto().como_texto(orden, ahora)
        case EntrarDatos():
            return al_pedirlo.texto().entrar_datos(orden, ahora)
        case EntrarPlan():
            return al_pedirlo.texto().entrar_plan(orden, ahora)
        case Respaldar():
            return al_pedirlo.copias().respaldar(orden, ahora)
        case Comprobar():
            return al_pedirlo.copias().comprobar(orden)


def _exportar(orden: Exportar, ahora: Reloj, pintar: PintarHoja | None) -> str:
    trimestre = Trimestre(orden.ejercicio, orden.trimestre)
    with expediente.consultar(orden.archivo, ahora) as abierto:
        foto = abierto.foto(trimestre)
        contenidos = contenidos_de(abierto, foto, pintar)
        aparte = al_pedirlo.anexos().anexos_aparte(abierto, foto, pintar) if orden.anexos else None
        oficios = al_pedirlo.del_informe().oficios_para(abierto, trimestre, orden.salida)
    hecho = exportar(foto, contenidos, orden.salida, datos_de_hoy=orden.forzar, oficios=oficios)
    que = "El informe firmado" if hecho.firmado else "El informe"
    como = f"de {hecho.paginas} hojas" if hecho.formato == "PDF" else f"en {hecho.formato}"
    renglones = [f"{que}, {como}, quedó en {hecho.ruta}"]
    renglones += [f"Sale BORRADOR: {frase}" for frase in hecho.por_corregir]
    if hecho.sin_glifo:
        renglones.append(f"Signos que la letra no tiene, impresos como □: {' '.join(hecho.sin_glifo)}")
    renglones += hecho.avisos
    if aparte is not None and orden.anexos is not None:
        escrito = al_pedirlo.anexos().exportar_anexos(aparte, orden.anexos)
        cuantas = "una hoja" if escrito.paginas == 1 else f"{escrito.paginas} hojas"
        renglones += [f"Los anexos, de {cuantas}, quedaron en {orden.anexos}", *escrito.avisos]
    return "\n".join(renglones)
