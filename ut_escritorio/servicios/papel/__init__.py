"""Lo que sale en papel sin ser parte del informe: hojas sueltas, con el membrete de su día."""
