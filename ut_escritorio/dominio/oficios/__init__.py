"""El libro de oficios: cada papel una vez, su número y lo que falta de él."""
