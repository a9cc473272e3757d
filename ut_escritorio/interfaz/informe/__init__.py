"""La pestaña Informe: oficios de remisión, fecha de firma, lo que falta y la hoja a la vista."""
