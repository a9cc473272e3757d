"""La oficina: su gente, sus días, sus órganos y sus respaldos."""
