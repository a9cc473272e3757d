"""Un plan, o los datos de un trimestre, que sale del archivo como texto o entra en él."""
