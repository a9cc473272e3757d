"""El informe: de la foto del trimestre al documento, y del documento al papel."""
