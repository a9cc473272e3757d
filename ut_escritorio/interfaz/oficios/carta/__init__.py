"""La carta de un oficio: escribirla junto a su hoja, e imprimirla."""
