"""Qué es cada cosa de la hoja, para quien la oye en vez de verla y para los programas que la leen."""
