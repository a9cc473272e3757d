/* icuuc.dll: Qt convierte codificaciones raras con el ICU de Windows 10, que Wine 8 no tiene. Aquí abrir
   un convertidor siempre falla (16, U_UNSUPPORTED_ERROR) y Qt usa los suyos; a lo demás ya nadie llega:
   icuuc.def da ese nombre a la misma función vacía. */
void *ucnv_open(const char *nombre, int *falla)
{
    if (falla) *falla = 16;
    return 0;
}

int nada(void) { return 0; }

int __stdcall DllMain(void *modulo, unsigned long motivo, void *reservado) { return 1; }
