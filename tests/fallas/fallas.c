/* Hace fallar, o morir, en la operación de disco que se le diga; se precarga con LD_PRELOAD (Linux).

   Solo cuenta lo que se hace con archivos cuya ruta contiene lo que se dijo al armarla. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define MORIR (-1)

static char de[512];
static int cuenta, objetivo, persiste, modo;

void falla_armar(const char *ruta, int cual, int siempre, int que) {
    snprintf(de, sizeof de, "%s", ruta);
    cuenta = 0, objetivo = cual, persiste = siempre, modo = que;
}

int falla_contadas(void) { return cuenta; }

static int toca(const char *ruta) {
    if (!de[0] || !ruta || !strstr(ruta, de)) return 0;
    cuenta++;
    if (!objetivo || (persiste ? cuenta < objetivo : cuenta != objetivo)) return 0;
    if (modo == MORIR) kill(getpid(), SIGKILL);
    errno = modo;
    return 1;
}

static int toca_fd(int fd) {
    char enlace[64], ruta[4096];
    if (!de[0]) return 0;
    snprintf(enlace, sizeof enlace, "/proc/self/fd/%d", fd);
    ssize_t largo = readlink(enlace, ruta, sizeof ruta - 1);
    if (largo < 0) return 0;
    ruta[largo] = 0;
    return toca(ruta);
}

#define VERDADERA(nombre) ((__typeof__(&nombre))dlsym(RTLD_NEXT, #nombre))
#define CON_FD(tipo, nombre, args, pasa) \
    tipo nombre args { return toca_fd(fd) ? -1 : VERDADERA(nombre) pasa; }

CON_FD(ssize_t, write, (int fd, const void *b, size_t n), (fd, b, n))
CON_FD(ssize_t, read, (int fd, void *b, size_t n), (fd, b, n))
CON_FD(ssize_t, pwrite, (int fd, const void *b, size_t n, off_t o), (fd, b, n, o))
CON_FD(ssize_t, pwrite64, (int fd, const void *b, size_t n, off64_t o), (fd, b, n, o))
CON_FD(ssize_t, pread, (int fd, void *b, size_t n, off_t o), (fd, b, n, o))
CON_FD(ssize_t, pread64, (int fd, void *b, size_t n, off64_t o), (fd, b, n, o))
CON_FD(int, fsync, (int fd), (fd))
CON_FD(int, fdatasync, (int fd), (fd))
CON_FD(int, ftruncate, (int fd, off_t n), (fd, n))
CON_FD(int, ftruncate64, (int fd, off64_t n), (fd, n))

int unlink(const char *ruta) { return toca(ruta) ? -1 : VERDADERA(unlink)(ruta); }
int rename(const char *a, const char *b) { return toca(b) ? -1 : VERDADERA(rename)(a, b); }

#define ABRIR(nombre) \
    int nombre(const char *ruta, int como, ...) { \
        va_list otros; \
        va_start(otros, como); \
        int permisos = (como & O_CREAT) ? va_arg(otros, int) : 0; \
        va_end(otros); \
        return toca(ruta) ? -1 : VERDADERA(nombre)(ruta, como, permisos); \
    }
ABRIR(open)
ABRIR(open64)
