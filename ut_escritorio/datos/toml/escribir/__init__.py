"""Escribir como texto un plan o los datos de un trimestre, como los lee `datos.toml`.

Un valor congelado ya es la descripción de su tabla: sus campos son las llaves y lo que valen sin decirse
es lo que se omite. De ahí sale lo que se escribe (`llano`); lo que en el texto se dice de otro modo está en
un módulo por cosa, y cómo se acomoda en la hoja, en `hoja`.
"""
