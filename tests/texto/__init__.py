"""Un plan o un trimestre que sale como texto y vuelve a entrar."""
