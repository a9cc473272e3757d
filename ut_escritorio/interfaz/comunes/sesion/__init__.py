"""El trimestre abierto: su sesión, lo que falta guardar y el trabajo en otro hilo."""
