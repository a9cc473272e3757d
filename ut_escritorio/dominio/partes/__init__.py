"""La parte de un departamento: qué trae, en qué se distingue de lo de aquí y qué se recibe de ella."""
