"""Lo que hace que el PDF se abra, se vea igual y se entienda dentro de treinta años."""
