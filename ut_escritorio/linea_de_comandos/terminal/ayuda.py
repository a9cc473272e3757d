"""Lo que «--ayuda» dice: cada orden, cómo se escribe y qué hace."""

AYUDA = """\
ut-escritorio [ARCHIVO]                abre la ventana (sin archivo, el último o el primer día)
ut-escritorio --ejemplo                abre una copia nueva del ejemplo
ut-escritorio ejemplo ARCHIVO          escribe el archivo del ejemplo
ut-escritorio nuevo ARCHIVO --plan PLAN.toml [--datos DATOS.toml]
                                       un archivo nuevo, de un plan y los datos de un trimestre
ut-escritorio exportar ARCHIVO --ejercicio AÑO --trimestre N --salida INFORME.pdf [--forzar]
                                       [--anexos ANEXOS.pdf]
                                       el informe de un trimestre: en PDF o, si el nombre acaba en .docx,
                                       en Word, y si en .xlsx, sus tablas en Excel; si está firmado, el
                                       que se firmó (con --forzar, el de los datos de hoy, marcado
                                       BORRADOR); con --anexos, los que van aparte, en ese otro PDF
ut-escritorio revisar ARCHIVO --ejercicio AÑO --trimestre N [--json]
                                       lo que hay que corregir y lo que conviene revisar
ut-escritorio avance ARCHIVO --ejercicio AÑO --trimestre N [--json]
                                       cada actividad contra su meta: lo programado, a cuánto se modificó,
                                       lo alcanzado, qué % es, lo que va del año y por qué se alejó
ut-escritorio avance ARCHIVO --ejercicio AÑO --trimestre N --actividad NÚMERO --meta % --motivo TEXTO
                                       [--fecha AÑO-MES-DÍA] [--oficio NÚMERO]
                                       modifica la meta de una actividad; lo programado se conserva
ut-escritorio comparar ARCHIVO --ejercicio AÑO --trimestre N [--json]
                                       cada número junto al del trimestre anterior y al del mismo de hace
                                       un año, de los meses que ya acabaron
ut-escritorio firmar ARCHIVO --ejercicio AÑO --trimestre N --fecha AÑO-MES-DÍA [--como-borrador]
                                       guarda el informe como firmado y cierra el trimestre; si hay algo
                                       que corregir no firma (con --como-borrador, firma el BORRADOR)
ut-escritorio firmados ARCHIVO [--json]
                                       los informes firmados
ut-escritorio oficios ARCHIVO --ejercicio AÑO [--json]
                                       el libro de oficios de un año, lo más nuevo primero, y el que sigue
ut-escritorio oficios ARCHIVO --ejercicio AÑO --salida CARTAS.pdf [--folio NÚMERO …]
                                       sus cartas en un PDF (con --folio, solo esas); lo que ya se imprimió
                                       sale como salió, y lo demás queda fijo desde entonces
ut-escritorio oficios ARCHIVO --ejercicio AÑO --relacion PERIODO --salida R.pdf [--cuales CUÁLES]
                                       [--sin-cancelados]
                                       la relación de un mes («mayo»), un trimestre («2») o el año («todo»);
                                       de los enviados, o de los «recibidos» o «ambos»; si R acaba en
                                       .xlsx, en Excel
ut-escritorio oficios ARCHIVO --ejercicio AÑO --por-entregar --salida L.pdf
                                       los que no tienen acuse, por área, con lugar para el sello
ut-escritorio oficios ARCHIVO --ejercicio AÑO --sin-contestar [--json | --salida L.pdf]
                                       los que esperan respuesta, de todos los años, lo más viejo primero
ut-escritorio escribir ARCHIVO --ejercicio AÑO --plantilla NOMBRE --areas ÁREAS.csv [--dato CAMPO=VALOR …]
                                       [--asunto TEXTO] [--fecha AÑO-MES-DÍA] [--paso LUGAR] [--salida C.pdf]
                                       la misma carta a esas áreas (área, titular y cargo), cada una con su
                                       número, todas o ninguna; con --salida, en un PDF
ut-escritorio hojas-de-captura ARCHIVO --ejercicio AÑO --trimestre N --salida H.pdf [--actividad NÚMERO]
                                       [--mes MES]
                                       las hojas en blanco para capturar a mano, de todas las actividades
                                       o de una («3.1»); del trimestre o de un mes («mayo»)
ut-escritorio evidencias ARCHIVO --ejercicio AÑO --trimestre N [--json]
                                       las de sus renglones, sus actividades y sus oficios, y su anexo
ut-escritorio evidencias ARCHIVO --ejercicio AÑO --trimestre N --a CUÁL --adjuntar FOTO …
                                       [--fecha AÑO-MES-DÍA]
                                       fotos, PDF o correos de un oficio («UT/0548/2031»), de un lugar
                                       («2.3») o de su renglón de ese día; los originales no se tocan
ut-escritorio evidencias ARCHIVO --ejercicio AÑO --trimestre N --guardar-en CARPETA
                                       cada una en esa carpeta, con su anexo y su lugar en el nombre
ut-escritorio entregar-parte ARCHIVO --ejercicio AÑO --trimestre N --salida PARTE [--de DEPARTAMENTO …]
                                       lo capturado por un departamento, para quien arma el informe; si PARTE
                                       es una carpeta, ahí, con su nombre y su hora
ut-escritorio recibir-parte ARCHIVO PARTE [--aplicar [--todo]] [--contestar DUDA=RESPUESTA …]
                                       qué trae la parte de otro departamento; con --aplicar la recibe, menos
                                       lo que aquí cambió (con --todo, también); de un archivo entero se dice
                                       además --ejercicio AÑO --trimestre N
ut-escritorio plan ARCHIVO --ejercicio AÑO --salida PLAN.toml
                                       el plan de ese año como texto, el mismo que se escribe a mano y que
                                       «nuevo» lee; sus logotipos quedan en una carpeta junto a él
ut-escritorio datos ARCHIVO --ejercicio AÑO --trimestre N --salida DATOS.toml
                                       lo capturado en un trimestre, igual
ut-escritorio entrar-plan ARCHIVO PLAN.toml [--aplicar [--todo]]
                                       qué cambiaría ese plan en el archivo, dato por dato; con --aplicar lo
                                       hace de una vez, menos lo que perdería algo (con --todo, también)
ut-escritorio entrar-datos ARCHIVO DATOS.toml [--aplicar [--todo]]
                                       qué trae un trimestre escrito como texto, como en recibir-parte; lo
                                       que aquí dice otra cosa solo cambia con --todo
ut-escritorio respaldar ARCHIVO --en CARPETA
                                       una copia entera y verificada, con la fecha en su nombre
ut-escritorio comprobar ARCHIVO        revisa entero un archivo o una copia
ut-escritorio --autoprueba             arranca sin mostrarse y usa el ejemplo de punta a punta

Termina en 0 si se hizo (al revisar: nada que corregir; al comprobar: sano), en 1 si hay algo que
corregir o está dañado, y en 2 si no se pudo, con una frase que dice por qué.
«ejemplo», «nuevo», «plan», «datos», «entregar-parte» y «respaldar» nunca escriben sobre un archivo
que ya existe; «exportar», solo sobre otro PDF.
"""
