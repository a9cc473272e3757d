"""Los bloques ya medidos, que saben partirse entre páginas."""
