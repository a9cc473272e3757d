"""Lo que la guía de F1 dice: cada tarea en pocos renglones, y las teclas por lugar. Solo palabras."""

from __future__ import annotations

TAREAS = (
    ("Anotar un oficio o un correo", (
        "F9, desde cualquier pestaña: el número, Tab, a quién, Tab, el asunto, Enter.",
        "La frase y los totales salen solos; lo que no toque este trimestre se marca «No tocó».",
    )),
    ("Llevar el libro de oficios", (
        "En la pestaña Oficios: el número que sigue, cada papel una vez, su acuse y dónde se guardó.",
        "El número se toma con su botón; el que ya no sirve se cancela con Supr y queda con su motivo.",
    )),
    ("Escribir e imprimir una carta", (
        "En la pestaña Oficios, «Escribir una carta»: plantilla, a quién va y sus datos; al lado, su hoja.",
        "Ctrl+P toma el número y la imprime; desde entonces se queda como salió.",
        "«A varias áreas…» la manda a las que se copien de Excel, cada una con su número y su titular.",
    )),
    ("Adjuntar fotos, acuses o correos", (
        "Arrástrelos al renglón, al oficio o a la actividad, péguelos (Ctrl+V) o escójalos (Ctrl+J).",
        "Las fotos se guardan derechas y sin decir dónde se tomaron; las originales no se tocan.",
        "En una sesión, «Imprimir la ficha» la da en su hoja, con sus datos y sus fotos.",
    )),
    ("Llenar un cuadro", (
        "En la pestaña de su componente: escriba cada número y Enter. También se pega de Excel.",
        "Una celda vacía no es cero: escriba 0 si de verdad no hubo.",
        "«Traer de Excel…» cuenta por mes y sexo la lista de la plataforma; se ve antes de usarse.",
    )),
    ("Que alguien más capture, en papel", (
        "Archivo › Hojas para capturar a mano… las da en blanco, de una actividad o de todas.",
        "Se imprimen, las llena su gente y después se teclean. Del informe no son parte.",
    )),
    ("Llevar los monitoreos", (
        "F8 registra lo de siempre de hoy. «Ver los días…», en el Tablero, completa los que falten.",
    )),
    ("Saber qué falta", (
        "El Tablero dice qué se pide hoy, y la pestaña Informe, todo; su botón lleva adonde se arregla.",
        "Si algo está bien así, «Dejarlo así…» y escriba por qué.",
    )),
    ("Ver cómo va el año, y comparar", (
        "En el Tablero, «El año» enseña cada número mes por mes, con sus totales.",
        "«Comparar» lo pone junto al trimestre anterior y al de hace un año: solo meses que ya acabaron.",
        "Enter va adonde se escribe; Ctrl+Mayús+C copia la tabla a Excel.",
        "En la gráfica, las flechas dicen cada mes y Ctrl+C la copia como imagen, para pegarla en Word.",
    )),
    ("Saber si se va atrás, o cambió una meta", (
        "Tablero › Avance pone cada actividad contra su meta; con Enter se escribe por qué se alejó.",
        "«Modificar la meta…» pide a cuánto, por qué y con qué oficio; lo programado se conserva.",
    )),
    ("Imprimir y firmar", (
        "En la pestaña Informe, de arriba abajo: revisar, ver las hojas, imprimir y «Ya está firmado».",
        "Lo firmado no cambia. Si hay que corregirlo: «Abrir para corregir…».",
    )),
    ("Darlo en Word o en Excel", (
        "Archivo › Copia en Word… hace el mismo informe en un documento que se puede seguir escribiendo.",
        "Archivo › Tablas en Excel… da sus cuadros con sus sumas, los renglones y los oficios del trimestre.",
        "Lo que se cambie allá no regresa a este programa: corríjalo también aquí.",
    )),
    ("Que no se pierda nada", (
        "Cada dato se guarda solo al salir de él; Ctrl+Z deshace. Se respalda al cerrar y cada media hora.",
        "Copias › Copiar a USB… lleva una copia fuera de este equipo.",
    )),
    ("Cambiar quién firma, la leyenda o los días inhábiles", (
        "Menú Oficina. Cada cambio vale desde su día; lo de antes se imprime como fue.",
    )),
    ("Cambiar lo que dice el plan", (
        "Clic derecho en la frase, en el rótulo o en el índice: cambiarlo, agregar o quitar del año.",
    )),
    ("Empezar otro año", (
        "Oficina › Año nuevo… copia actividades, cuadros y textos; el de antes queda intacto.",
    )),
)  # fmt: skip

TECLAS = (
    ("En un cuadro", (
        ("Escribir un número", "reemplaza lo que había"),
        ("Enter · Mayús+Enter", "baja · sube; al acabar la columna sigue en la de al lado"),
        ("Tab · Mayús+Tab", "a la derecha · a la izquierda"),
        ("F2 · Esc", "corregir lo escrito · dejarlo como estaba"),
        ("Supr", "vaciar las celdas elegidas"),
        ("Ctrl+C · Ctrl+X · Ctrl+V", "copiar, cortar y pegar celdas, también con Excel"),
        ("Ctrl+Mayús+C", "copiar el cuadro entero, a Word o a Excel"),
        ("Clic derecho o tecla Menú", "¿de dónde salió este número?"),
    )),
    ("En los renglones", (
        ("Insert", "agregar un renglón"),
        ("Enter o F2", "pasar a sus datos"),
        ("Ctrl+↑ · Ctrl+↓", "subirlo · bajarlo"),
        ("Ctrl+C · Ctrl+Mayús+C", "copiar el renglón · la lista entera, a Word o a Excel"),
        ("Ctrl+Enter", "ver su oficio en el libro"),
        ("Supr", "quitarlo"),
    )),
    ("En las evidencias", (
        ("Ctrl+J · Ctrl+V", "escoger cuáles adjuntar · pegar lo copiado"),
        ("Espacio", "verla en grande"),
        ("Alt+← · Alt+→", "ponerla antes · después"),
        ("Supr", "quitarla"),
    )),
    ("En los oficios", (
        ("Insert", "un oficio nuevo, sin tomar número"),
        ("Enter o F2", "pasar a sus datos; con varios elegidos, dónde se guardaron"),
        ("Ctrl+Insert · F4", "escribir una carta nueva · la del oficio elegido; Esc vuelve a la lista"),
        ("Espacio", "ver grande la hoja de su carta; Esc la deja como estaba"),
        ("Ctrl+P", "imprimir las cartas elegidas; sin elegir, la lista de «Sin contestar» o «Sin acuse»"),
        ("Ctrl+R", "llegó la respuesta, de uno o de varios elegidos"),
        ("Ctrl+M", "en una carta, mandarla a varias áreas; ahí, Ctrl+Enter toma los números"),
        ("Ctrl+T", "escribir su recordatorio, a los que no han contestado"),
        ("Ctrl+Enter", "ir al renglón que lo dice"),
        ("Ctrl+F", "buscar en el libro"),
        ("Ctrl+C · Ctrl+Mayús+C", "copiar los elegidos · la lista entera, a Word o a Excel"),
        ("Supr", "cancelar su número o, si no tiene, quitarlo"),
    )),
    ("En los asuntos", (
        ("Insert", "empezar un asunto"),
        ("Enter o Espacio", "llenar el paso de la celda; en uno ya lleno, pasar a sus datos"),
        ("Supr", "quitar lo de esa celda"),
        ("Clic derecho o tecla Menú", "unirlo con otro asunto, o separarlo"),
    )),
    ("Al anotar (F9)", (
        ("Enter · Esc", "guardar y quedar lista para otro · cerrar"),
        ("+", "el número de oficio que sigue"),
        ("Ctrl+R", "se recibió; otra vez, se envió"),
        ("Tab", "aceptar el nombre que se ofrece y pasar al dato siguiente"),
    )),
    ("En lo que se imprime", (
        ("Clic derecho en un texto", "cambiarlo, agregar un renglón o quitarlo del año"),
        ("Clic derecho en el índice", "cambiar un nombre, agregar un paso, su hoja para capturar a mano"),
    )),
    ("En una fecha", (
        ("h o Ctrl+;", "hoy"),
        ("+ · −", "un día después · un día antes"),
        ("15", "el día 15 de ese mes"),
    )),
    ("En toda la ventana", (
        ("F9", "anotar desde donde esté"),
        ("Ctrl+Z", "deshacer lo último; en un campo a medio escribir, lo que se escribe en él"),
        ("Ctrl+Y o Ctrl+Mayús+Z", "rehacer lo que se deshizo"),
        ("Ctrl+B o Ctrl+F", "buscar en todo el archivo: número de oficio, área, persona, palabras o año"),
        ("F8", "registrar los monitoreos de hoy, una sola vez"),
        ("Ctrl+1, Ctrl+2…", "ir a cada pestaña"),
        ("Ctrl+AvPág · Ctrl+RePág", "trimestre siguiente · anterior"),
        ("Ctrl++ · Ctrl+− · Ctrl+0", "acercar · alejar · tamaño normal"),
        ("Ctrl+G", "guardar: termina lo que esté a medio escribir y dice a qué hora"),
        ("F12 · Ctrl+P", "informe en PDF · imprimir lo que se ve: en un componente, sus hojas"),
    )),
)  # fmt: skip
