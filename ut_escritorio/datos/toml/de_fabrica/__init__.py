"""Lo que el programa trae escrito: los días de ley, lo que se relevó y las cartas."""
