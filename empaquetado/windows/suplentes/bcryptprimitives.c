/* bcryptprimitives.dll: QtPdf le pide azar; Windows 10 la trae y Wine 8 no. */
#include <stddef.h>

__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *donde, unsigned long cuantos);

#define TRAMO 0x10000000UL

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *donde, size_t faltan)
{
    while (faltan) {
        unsigned long cuantos = faltan < TRAMO ? (unsigned long)faltan : TRAMO;
        if (!SystemFunction036(donde, cuantos)) return 0;
        donde += cuantos;
        faltan -= cuantos;
    }
    return 1;
}

int __stdcall DllMain(void *modulo, unsigned long motivo, void *nada) { return 1; }
