"""El libro de oficios: verlo, anotar en él y tomar los números."""
