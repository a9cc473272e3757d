"""La ficha de cada cosa del plan: la que está, o una nueva."""
