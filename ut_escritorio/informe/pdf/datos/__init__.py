"""Los datos que las hojas imprimen, y solo esos, para que un programa los lea."""
