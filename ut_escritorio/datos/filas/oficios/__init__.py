"""El libro de oficios, entre sus valores y sus filas."""
