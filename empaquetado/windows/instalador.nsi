; El instalador: para una sola persona, sin administrador. Lo arma `empaquetado/construir.py`, que define
; VERSION, ORIGEN (la carpeta del programa), IMAGENES, SALIDA y, donde NSIS lo tiene, AMD64.
;
; Sin preguntar (/S) termina en: 0 instalado · 2 cancelado o este Windows no sirve · 3 no se pudo escribir ·
; 5 el programa está abierto · 6 hay una versión más nueva (con /FORZAR la cambia) · 7 la autoprueba falló.

Unicode true
!ifdef AMD64
Target amd64-unicode
!endif
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "TextFunc.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"

!define NOMBRE "UT Escritorio"
!define PROGRAMA "${NOMBRE}.exe"
!define TERMINAL "ut-escritorio.exe"
!define CLASE "UTEscritorio.Archivo"
!define AJUSTES "Software\${NOMBRE}"
!define EN_LA_LISTA "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NOMBRE}"
!define DATOS "$DOCUMENTS\${NOMBRE}"
!define LO_QUE_RECUERDA "$LOCALAPPDATA\${NOMBRE}"
!define TOPE_AUTOPRUEBA 180000

Name "${NOMBRE}"
Caption "${NOMBRE} ${VERSION}: instalación"
UninstallCaption "${NOMBRE}: quitar el programa"
OutFile "${SALIDA}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NOMBRE}"
InstallDirRegKey HKCU "${AJUSTES}" "Carpeta"
SetCompressor /SOLID ${COMPRESOR}
!if "${COMPRESOR}" == "lzma"
SetCompressorDictSize 64
!endif
BrandingText "${NOMBRE} ${VERSION}"
ManifestDPIAware true
ManifestSupportedOS Win10
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0x080A "ProductName" "${NOMBRE}"
VIAddVersionKey /LANG=0x080A "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0x080A "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0x080A "FileDescription" "Instalador de ${NOMBRE}"
VIAddVersionKey /LANG=0x080A "CompanyName" "${NOMBRE}"
VIAddVersionKey /LANG=0x080A "LegalCopyright" "Licencia MIT"

Var Anterior
Var VersionAnterior
Var Autoprueba
Var Codigo

; --- sus hojas -----------------------------------------------------------------------------------

!define MUI_ICON "${IMAGENES}/programa.ico"
!define MUI_UNICON "${IMAGENES}/programa.ico"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${IMAGENES}/cabeza.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${IMAGENES}/lado.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${IMAGENES}/lado.bmp"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "¿Dejar sin instalar ${NOMBRE}?$\r$\n$\r$\nSi ya lo tenía, sigue como estaba."
!define MUI_ABORTWARNING_CANCEL_DEFAULT

!define MUI_WELCOMEPAGE_TITLE "Instalar ${NOMBRE} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Se instala solo para usted: no hace falta un administrador ni internet.$\r$\n$\r$\nSi ya lo tenía, se cambia por esta versión. Sus archivos, sus copias y sus informes no se tocan.$\r$\n$\r$\nAntes de seguir, cierre ${NOMBRE} si lo tiene abierto."
!insertmacro MUI_PAGE_WELCOME

!define MUI_PAGE_HEADER_TEXT "Dónde queda el programa"
!define MUI_PAGE_HEADER_SUBTEXT "Casi siempre conviene dejar la carpeta que ya está escrita."
!define MUI_DIRECTORYPAGE_TEXT_TOP "Esta carpeta es solo del programa. Sus archivos van en Documentos, en la carpeta «${NOMBRE}», y ahí siguen aunque el programa se cambie o se quite.$\r$\n$\r$\nSolo hay un ${NOMBRE} por persona: si elige otra carpeta, el que tenía se muda a ella."
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "Carpeta del programa"
!insertmacro MUI_PAGE_DIRECTORY

!define MUI_PAGE_HEADER_TEXT "Instalando ${NOMBRE}"
!define MUI_PAGE_HEADER_SUBTEXT "Al final el programa se prueba solo, y se dice cómo le fue."
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "${NOMBRE} quedó instalado"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "Presione Siguiente."
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "${NOMBRE} no se instaló"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "Si ya lo tenía, sigue como estaba."
!insertmacro MUI_PAGE_INSTFILES

!define MUI_FINISHPAGE_TITLE "${NOMBRE} quedó instalado"
!define MUI_FINISHPAGE_TEXT "$Autoprueba$\r$\n$\r$\nPara abrirlo, dé doble clic en «${NOMBRE}», en su Escritorio o en el menú Inicio."
!define MUI_FINISHPAGE_RUN "$INSTDIR\programa\${PROGRAMA}"
!define MUI_FINISHPAGE_RUN_TEXT "Abrir ${NOMBRE} ahora"
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_HEADER_TEXT "Quitar ${NOMBRE}"
!define MUI_PAGE_HEADER_SUBTEXT "Se quita el programa; lo que usted hizo con él se queda."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Se quitará el programa de la carpeta que se ve abajo.$\r$\n$\r$\nSus archivos, sus copias y sus informes no se tocan: se quedan en «${DATOS}» o donde los haya guardado."
!insertmacro MUI_UNPAGE_CONFIRM

!define MUI_PAGE_HEADER_TEXT "Quitando ${NOMBRE}"
!define MUI_PAGE_HEADER_SUBTEXT "Un momento."
!insertmacro MUI_UNPAGE_INSTFILES

!define MUI_FINISHPAGE_TITLE "${NOMBRE} ya no está en este equipo"
!define MUI_FINISHPAGE_TEXT "Lo que es suyo se quedó:$\r$\n$\r$\n• Sus archivos, copias e informes, en «${DATOS}» o donde los haya guardado.$\r$\n$\r$\n• Lo que la ventana recuerda y las notas de funcionamiento, en «${LO_QUE_RECUERDA}».$\r$\n$\r$\nSi vuelve a instalar ${NOMBRE}, los encontrará."
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "SpanishInternational"

; --- antes de tocar nada ---------------------------------------------------------------------------

; Si alguno de los dos programas de esa carpeta está abierto, en $0 queda 1; Windows no deja escribir en él.
!macro EstaAbierto CARPETA
  StrCpy $0 0
  !insertmacro _Sostenido "${CARPETA}\${PROGRAMA}"
  !insertmacro _Sostenido "${CARPETA}\${TERMINAL}"
!macroend

!macro _Sostenido ARCHIVO
  ${If} ${FileExists} "${ARCHIVO}"
    ClearErrors
    FileOpen $1 "${ARCHIVO}" a
    ${If} ${Errors}
      StrCpy $0 1
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
!macroend

!macro EsperarAQueLoCierre CARPETA
  ${Do}
    !insertmacro EstaAbierto "${CARPETA}"
    ${If} $0 = 0
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NOMBRE} está abierto. Termine lo que esté escribiendo, ciérrelo y presione Reintentar." /SD IDCANCEL IDCANCEL`
      SetErrorLevel 5
      Quit
    ${EndIf}
  ${Loop}
!macroend

Function .onInit
  SetShellVarContext current
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP "${NOMBRE} necesita Windows 10 de 64 bits, versión 1809 o posterior. En este equipo no se puede instalar." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ReadRegStr $Anterior HKCU "${AJUSTES}" "Carpeta"
  ReadRegStr $VersionAnterior HKCU "${EN_LA_LISTA}" "DisplayVersion"
  ${If} $VersionAnterior != ""
    ${VersionCompare} "$VersionAnterior" "${VERSION}" $0
    ${If} $0 = 1
      Call PreguntarPorLaNueva
    ${EndIf}
  ${EndIf}
FunctionEnd

Function PreguntarPorLaNueva
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} "$1" "/FORZAR" $2
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  ${If} ${Cmd} `MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "En este equipo está ${NOMBRE} $VersionAnterior, que es más nuevo que el que va a instalar (${VERSION}). Con uno anterior puede que sus archivos no se abran.$\r$\n$\r$\n¿Cambiarlo de todos modos?" /SD IDNO IDNO`
    SetErrorLevel 6
    Quit
  ${EndIf}
FunctionEnd

; --- instalar --------------------------------------------------------------------------------------

; Lo nuevo se copia a un lado y se cambia por lo anterior al final: si algo falla, lo que había sigue ahí.
Section "Programa"
  SetShellVarContext current
  !insertmacro EsperarAQueLoCierre "$INSTDIR\programa"
  ${If} $Anterior != ""
  ${AndIf} $Anterior != $INSTDIR
    !insertmacro EsperarAQueLoCierre "$Anterior\programa"
  ${EndIf}
  RMDir /r "$INSTDIR\programa.nuevo"
  RMDir /r "$INSTDIR\programa.anterior"
  ClearErrors
  SetOutPath "$INSTDIR\programa.nuevo"
  File /r "${ORIGEN}/*"
  ${If} ${Errors}
    Call NoSePudoEscribir
  ${EndIf}
  SetOutPath "$INSTDIR"
  DetailPrint "Probando el programa…"
  Call Probar
  ${If} $Codigo <> 0
  ${AndIf} ${FileExists} "$INSTDIR\programa\${PROGRAMA}"
    RMDir /r "$INSTDIR\programa.nuevo"
    MessageBox MB_OK|MB_ICONSTOP "Esta versión no funciona en este equipo, así que se dejó la que ya tenía.$\r$\n$\r$\n$Autoprueba$\r$\n$\r$\nDígaselo a quien le dio el instalador." /SD IDOK
    SetErrorLevel 7
    Abort
  ${EndIf}
  Call CambiarPorElNuevo
  ${If} $Anterior != ""
  ${AndIf} $Anterior != $INSTDIR
    RMDir /r "$Anterior\programa"
    Delete "$Anterior\desinstalar.exe"
    RMDir "$Anterior"
  ${EndIf}
  Call Anotarse
  ${If} $Codigo <> 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "El programa quedó instalado, pero al probarlo falló.$\r$\n$\r$\n$Autoprueba$\r$\n$\r$\nDígaselo a quien le dio el instalador." /SD IDOK
    SetErrorLevel 7
  ${EndIf}
SectionEnd

Function NoSePudoEscribir
  RMDir /r "$INSTDIR\programa.nuevo"
  RMDir "$INSTDIR"
  MessageBox MB_OK|MB_ICONSTOP "No se pudo escribir en «$INSTDIR». Revise que haya espacio en el disco o elija otra carpeta. Si ya tenía ${NOMBRE}, sigue como estaba." /SD IDOK
  SetErrorLevel 3
  Abort
FunctionEnd

Function CambiarPorElNuevo
  ${If} ${FileExists} "$INSTDIR\programa\*.*"
    ClearErrors
    Rename "$INSTDIR\programa" "$INSTDIR\programa.anterior"
    ${If} ${Errors}
      Call NoSePudoEscribir
    ${EndIf}
  ${EndIf}
  ClearErrors
  Rename "$INSTDIR\programa.nuevo" "$INSTDIR\programa"
  ${If} ${Errors}
    Rename "$INSTDIR\programa.anterior" "$INSTDIR\programa"
    Call NoSePudoEscribir
  ${EndIf}
  RMDir /r "$INSTDIR\programa.anterior"
FunctionEnd

; Corre la autoprueba de lo nuevo; en $Codigo queda cómo terminó y en $Autoprueba, lo que dijo.
Function Probar
  Delete "${LO_QUE_RECUERDA}\Logs\autoprueba.txt"
  nsExec::Exec /TIMEOUT=${TOPE_AUTOPRUEBA} '"$INSTDIR\programa.nuevo\${PROGRAMA}" --autoprueba'
  Pop $Codigo
  ${If} $Codigo == "timeout"
    StrCpy $Autoprueba "La autoprueba no terminó a tiempo."
    StrCpy $Codigo 7
    Return
  ${EndIf}
  StrCpy $Autoprueba ""
  ClearErrors
  FileOpen $0 "${LO_QUE_RECUERDA}\Logs\autoprueba.txt" r
  ${IfNot} ${Errors}
    FileReadUTF16LE $0 $Autoprueba
    FileClose $0
    ${TrimNewLines} "$Autoprueba" $Autoprueba
  ${EndIf}
  ${If} $Codigo == "error"
    StrCpy $Codigo 7
  ${EndIf}
  ${If} $Autoprueba == ""
  ${AndIf} $Codigo <> 0
    StrCpy $Autoprueba "El programa no arrancó; puede que el antivirus lo haya detenido."
  ${EndIf}
FunctionEnd

; Accesos directos, la lista de programas de Windows y «Abrir con», sin quedarse con los .sqlite de nadie.
Function Anotarse
  WriteUninstaller "$INSTDIR\desinstalar.exe"
  CreateShortCut "$SMPROGRAMS\${NOMBRE}.lnk" "$INSTDIR\programa\${PROGRAMA}" "" "$INSTDIR\programa\${PROGRAMA}" 0
  CreateShortCut "$DESKTOP\${NOMBRE}.lnk" "$INSTDIR\programa\${PROGRAMA}" "" "$INSTDIR\programa\${PROGRAMA}" 0
  WriteRegStr HKCU "${AJUSTES}" "Carpeta" "$INSTDIR"
  WriteRegStr HKCU "${EN_LA_LISTA}" "DisplayName" "${NOMBRE}"
  WriteRegStr HKCU "${EN_LA_LISTA}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${EN_LA_LISTA}" "Publisher" "${NOMBRE}"
  WriteRegStr HKCU "${EN_LA_LISTA}" "DisplayIcon" "$INSTDIR\programa\${PROGRAMA},0"
  WriteRegStr HKCU "${EN_LA_LISTA}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${EN_LA_LISTA}" "UninstallString" '"$INSTDIR\desinstalar.exe"'
  WriteRegStr HKCU "${EN_LA_LISTA}" "QuietUninstallString" '"$INSTDIR\desinstalar.exe" /S'
  WriteRegDWORD HKCU "${EN_LA_LISTA}" "NoModify" 1
  WriteRegDWORD HKCU "${EN_LA_LISTA}" "NoRepair" 1
  ${GetSize} "$INSTDIR\programa" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${EN_LA_LISTA}" "EstimatedSize" $0
  WriteRegStr HKCU "Software\Classes\${CLASE}" "" "Archivo de ${NOMBRE}"
  WriteRegStr HKCU "Software\Classes\${CLASE}\DefaultIcon" "" "$INSTDIR\programa\${PROGRAMA},0"
  WriteRegStr HKCU "Software\Classes\${CLASE}\shell\open\command" "" '"$INSTDIR\programa\${PROGRAMA}" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\${PROGRAMA}" "FriendlyAppName" "${NOMBRE}"
  WriteRegStr HKCU "Software\Classes\Applications\${PROGRAMA}\SupportedTypes" ".sqlite" ""
  WriteRegStr HKCU "Software\Classes\Applications\${PROGRAMA}\shell\open\command" "" '"$INSTDIR\programa\${PROGRAMA}" "%1"'
  WriteRegStr HKCU "Software\Classes\.sqlite\OpenWithProgids" "${CLASE}" ""
  ${RefreshShellIcons}
FunctionEnd

; --- quitar ----------------------------------------------------------------------------------------

Section "Uninstall"
  SetShellVarContext current
  !insertmacro EsperarAQueLoCierre "$INSTDIR\programa"
  RMDir /r "$INSTDIR\programa"
  RMDir /r "$INSTDIR\programa.nuevo"
  RMDir /r "$INSTDIR\programa.anterior"
  Delete "$INSTDIR\desinstalar.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NOMBRE}.lnk"
  Delete "$DESKTOP\${NOMBRE}.lnk"
  DeleteRegKey HKCU "${EN_LA_LISTA}"
  DeleteRegKey HKCU "${AJUSTES}"
  DeleteRegKey HKCU "Software\Classes\${CLASE}"
  DeleteRegKey HKCU "Software\Classes\Applications\${PROGRAMA}"
  DeleteRegValue HKCU "Software\Classes\.sqlite\OpenWithProgids" "${CLASE}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.sqlite\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\.sqlite"
  ${RefreshShellIcons}
SectionEnd
