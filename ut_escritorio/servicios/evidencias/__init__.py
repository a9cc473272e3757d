"""Las evidencias: prepararlas, adjuntarlas y cuidarlas."""
