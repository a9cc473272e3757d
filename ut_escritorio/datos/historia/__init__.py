"""La bitácora: deshacer, rehacer y lo que se recuerda de cada cosa."""
