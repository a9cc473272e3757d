/* python.exe: entrega la orden, tal como se escribió, a la DLL de Python. */
#include <wchar.h>

int Py_Main(int cuantas, wchar_t **palabras);

int wmain(int cuantas, wchar_t **palabras) { return Py_Main(cuantas, palabras); }
