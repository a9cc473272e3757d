"""El mismo documento, escrito con otras bibliotecas: contra ellas se mide la nuestra."""
