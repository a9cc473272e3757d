"""Las listas de otros programas de que se traen números."""
