"""Lo que se prueba en el equipo de ella: un Windows recién instalado, con su pantalla."""
