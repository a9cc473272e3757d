"""Los días de lo que se hace a diario: su calendario, lo que se propone y lo que se acepta."""
