"""El año: cada cifra mes por mes, con sus totales, por componente."""
