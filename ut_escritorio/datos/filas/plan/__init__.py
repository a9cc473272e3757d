"""El plan, entre su valor y sus filas."""
