"""Migración 4: las tablas y columnas del libro de oficios. Texto congelado: no se edita, se migra."""

ORDENES = (
    "ALTER TABLE oficio ADD COLUMN bis TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE oficio ADD COLUMN ejercicio INTEGER NOT NULL DEFAULT 0",
    """ALTER TABLE oficio ADD COLUMN sentido TEXT NOT NULL DEFAULT ''
    CHECK (sentido IN ('', 'enviado', 'recibido'))""",
    "ALTER TABLE oficio ADD COLUMN fecha TEXT",
    "ALTER TABLE oficio ADD COLUMN mes INTEGER CHECK (mes BETWEEN 1 AND 12)",
    "ALTER TABLE oficio ADD COLUMN asunto TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE oficio ADD COLUMN clase TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE oficio ADD COLUMN expediente TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE oficio ADD COLUMN propio INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE oficio ADD COLUMN cancelado TEXT",
    "ALTER TABLE cita ADD COLUMN folio TEXT",
    "ALTER TABLE oficio_de_remision ADD COLUMN folio TEXT",
    """CREATE TABLE parte_de_oficio (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    oficio_id INTEGER NOT NULL REFERENCES oficio (id) DEFERRABLE INITIALLY DEFERRED,
    orden INTEGER NOT NULL,
    rol TEXT NOT NULL CHECK (rol IN ('destinatario', 'emisor')),
    unidad_id INTEGER REFERENCES unidad (id) DEFERRABLE INITIALLY DEFERRED,
    texto TEXT NOT NULL
) STRICT""",
    """CREATE TABLE seguimiento (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    oficio_id INTEGER NOT NULL UNIQUE REFERENCES oficio (id) DEFERRABLE INITIALLY DEFERRED,
    espera INTEGER CHECK (espera IN (0, 1)),
    antes_del TEXT,
    acuse TEXT,
    guardado_en TEXT NOT NULL DEFAULT '',
    impreso TEXT
) STRICT""",
    """CREATE TABLE contestacion (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    oficio_id INTEGER NOT NULL REFERENCES oficio (id) DEFERRABLE INITIALLY DEFERRED,
    respuesta_id INTEGER REFERENCES oficio (id) DEFERRABLE INITIALLY DEFERRED,
    fecha TEXT,
    medio TEXT NOT NULL DEFAULT '',
    completa INTEGER NOT NULL DEFAULT 1 CHECK (completa IN (0, 1)),
    nota TEXT NOT NULL DEFAULT ''
) STRICT""",
    """CREATE TABLE serie_del_anio (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    serie_id INTEGER NOT NULL REFERENCES serie (id) DEFERRABLE INITIALLY DEFERRED,
    anio INTEGER NOT NULL,
    ultimo INTEGER CHECK (ultimo >= 0),
    desde INTEGER CHECK (desde >= 1),
    UNIQUE (serie_id, anio)
) STRICT""",
    """CREATE TABLE numeros_ajenos (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    serie_id INTEGER NOT NULL REFERENCES serie (id) DEFERRABLE INITIALLY DEFERRED,
    anio INTEGER NOT NULL,
    desde INTEGER NOT NULL CHECK (desde >= 1),
    hasta INTEGER NOT NULL,
    de_quien TEXT NOT NULL,
    CHECK (hasta >= desde)
) STRICT""",
)
# Después de juntar: un número enviado es un solo papel, y el archivo mismo no deja que sean dos.
INDICES = (
    """CREATE UNIQUE INDEX oficio_enviado ON oficio (serie_id, anio, numero, bis)
    WHERE sentido = 'enviado' AND numero IS NOT NULL""",
    "CREATE INDEX oficio_del_libro ON oficio (ejercicio, sentido, numero)",
    "CREATE INDEX oficio_por_numero ON oficio (anio, numero)",
    "CREATE INDEX parte_de_oficio_de_oficio ON parte_de_oficio (oficio_id)",
    "CREATE INDEX parte_de_oficio_de_unidad ON parte_de_oficio (unidad_id)",
    "CREATE INDEX contestacion_de_oficio ON contestacion (oficio_id)",
    "CREATE INDEX contestacion_de_respuesta ON contestacion (respuesta_id)",
    "CREATE INDEX oficio_de_remision_de_oficio ON oficio_de_remision (oficio_id)",
)
