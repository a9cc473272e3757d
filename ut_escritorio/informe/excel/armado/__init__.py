"""De un informe a su libro de Excel: una hoja por actividad, los renglones, los oficios y el diccionario."""
