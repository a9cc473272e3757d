"""El libro de oficios: cada papel una vez."""
