"""Migración 1: las tablas de lo que se captura en un trimestre. Texto congelado: no se edita, se migra."""

ORDENES = """
CREATE TABLE trimestre (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    numero INTEGER NOT NULL CHECK (numero BETWEEN 1 AND 4),
    fecha_de_firma TEXT,
    numera_paginas INTEGER NOT NULL,
    papel_id INTEGER REFERENCES papel (id) DEFERRABLE INITIALLY DEFERRED,
    leyenda TEXT,
    estado TEXT NOT NULL CHECK (estado IN ('abierto', 'cerrado')),
    UNIQUE (plan_id, numero)
) STRICT;

CREATE TABLE conteo (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    cifra_id INTEGER NOT NULL REFERENCES cifra (id) DEFERRABLE INITIALLY DEFERRED,
    mes INTEGER CHECK (mes BETWEEN 1 AND 12),
    sexo TEXT CHECK (sexo IN ('mujeres', 'hombres', 'ni')),
    valor INTEGER NOT NULL CHECK (valor >= 0)
) STRICT;

CREATE TABLE mes_capturado (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    cifra_id INTEGER NOT NULL REFERENCES cifra (id) DEFERRABLE INITIALLY DEFERRED,
    mes INTEGER NOT NULL CHECK (mes BETWEEN 1 AND 12),
    UNIQUE (trimestre_id, cifra_id, mes)
) STRICT;

CREATE TABLE registro (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    lugar_id INTEGER NOT NULL REFERENCES lugar (id) DEFERRABLE INITIALLY DEFERRED,
    orden INTEGER NOT NULL,
    medio_id INTEGER REFERENCES medio (id) DEFERRABLE INITIALLY DEFERRED,
    sentido TEXT NOT NULL,
    asunto TEXT NOT NULL,
    fecha TEXT,
    mes INTEGER CHECK (mes BETWEEN 1 AND 12),
    cantidad_medio INTEGER,
    cantidad INTEGER,
    mujeres INTEGER,
    hombres INTEGER,
    ni INTEGER,
    personas INTEGER,
    forma_id INTEGER REFERENCES forma (id) DEFERRABLE INITIALLY DEFERRED,
    junto INTEGER NOT NULL,
    campos TEXT NOT NULL,
    hilo_id INTEGER REFERENCES asunto (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE parte (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    registro_id INTEGER NOT NULL REFERENCES registro (id) DEFERRABLE INITIALLY DEFERRED,
    orden INTEGER NOT NULL,
    rol TEXT NOT NULL CHECK (rol IN ('destinatario', 'emisor', 'origen', 'beneficiario')),
    unidad_id INTEGER REFERENCES unidad (id) DEFERRABLE INITIALLY DEFERRED,
    texto TEXT NOT NULL
) STRICT;

CREATE TABLE cita (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    registro_id INTEGER NOT NULL REFERENCES registro (id) DEFERRABLE INITIALLY DEFERRED,
    orden INTEGER NOT NULL,
    oficio_id INTEGER NOT NULL REFERENCES oficio (id) DEFERRABLE INITIALLY DEFERRED,
    asunto TEXT NOT NULL
) STRICT;

CREATE TABLE parrafo_libre (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    lugar_id INTEGER NOT NULL REFERENCES lugar (id) DEFERRABLE INITIALLY DEFERRED,
    orden INTEGER NOT NULL,
    texto TEXT NOT NULL
) STRICT;

CREATE TABLE texto_a_mano (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    origen TEXT NOT NULL,
    texto TEXT NOT NULL,
    sustituye TEXT NOT NULL,
    UNIQUE (trimestre_id, origen)
) STRICT;

CREATE TABLE alcanzado (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    lugar_id INTEGER NOT NULL REFERENCES lugar (id) DEFERRABLE INITIALLY DEFERRED,
    valor TEXT NOT NULL,
    UNIQUE (trimestre_id, lugar_id)
) STRICT;

CREATE TABLE oficio_de_remision (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    departamento_id INTEGER NOT NULL REFERENCES departamento (id) DEFERRABLE INITIALLY DEFERRED,
    oficio_id INTEGER REFERENCES oficio (id) DEFERRABLE INITIALLY DEFERRED,
    fecha TEXT,
    UNIQUE (trimestre_id, departamento_id)
) STRICT;

CREATE TABLE sin_actividad (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    lugar_id INTEGER NOT NULL REFERENCES lugar (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (trimestre_id, lugar_id)
) STRICT;

CREATE TABLE firmante_elegido (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    puesto TEXT NOT NULL,
    persona_id INTEGER NOT NULL REFERENCES persona (id) DEFERRABLE INITIALLY DEFERRED,
    cargo TEXT NOT NULL,
    UNIQUE (trimestre_id, puesto)
) STRICT;

CREATE TABLE impresion (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    hojas TEXT NOT NULL,
    numeradas INTEGER NOT NULL,
    UNIQUE (trimestre_id)
) STRICT;

CREATE TABLE firma (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    fecha TEXT NOT NULL,
    cuando TEXT NOT NULL,
    pdf TEXT NOT NULL REFERENCES contenido (sha256) DEFERRABLE INITIALLY DEFERRED,
    documento TEXT NOT NULL REFERENCES contenido (sha256) DEFERRABLE INITIALLY DEFERRED,
    cifras TEXT NOT NULL REFERENCES contenido (sha256) DEFERRABLE INITIALLY DEFERRED,
    paginas INTEGER NOT NULL,
    hojas TEXT NOT NULL,
    motivo TEXT,
    UNIQUE (trimestre_id, version)
) STRICT;

CREATE TABLE escaneado (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    firma_id INTEGER NOT NULL REFERENCES firma (id) DEFERRABLE INITIALLY DEFERRED,
    contenido TEXT NOT NULL REFERENCES contenido (sha256) DEFERRABLE INITIALLY DEFERRED,
    nombre TEXT NOT NULL,
    clase TEXT NOT NULL CHECK (clase IN ('pdf', 'jpg', 'png')),
    UNIQUE (firma_id, contenido)
) STRICT;

CREATE TABLE serie (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    prefijo TEXT NOT NULL,
    UNIQUE (prefijo)
) STRICT;

CREATE TABLE oficio (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    folio TEXT NOT NULL,
    serie_id INTEGER REFERENCES serie (id) DEFERRABLE INITIALLY DEFERRED,
    numero INTEGER,
    anio INTEGER
) STRICT;

CREATE TABLE asunto (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE justificacion (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    lugar_id INTEGER NOT NULL REFERENCES lugar (id) DEFERRABLE INITIALLY DEFERRED,
    texto TEXT NOT NULL,
    UNIQUE (trimestre_id, lugar_id)
) STRICT;

CREATE TABLE dejado_asi (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    huella TEXT NOT NULL,
    motivo TEXT NOT NULL,
    UNIQUE (trimestre_id, huella)
) STRICT;

CREATE TABLE descanso (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    desde TEXT NOT NULL,
    hasta TEXT NOT NULL,
    nota TEXT NOT NULL
) STRICT;

CREATE TABLE ajuste (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    clave TEXT NOT NULL,
    valor TEXT NOT NULL,
    UNIQUE (clave)
) STRICT;

CREATE UNIQUE INDEX conteo_de_casilla
    ON conteo (trimestre_id, cifra_id, coalesce(mes, 0), coalesce(sexo, ''));

CREATE INDEX registro_de_trimestre ON registro (trimestre_id);

CREATE INDEX registro_de_hilo ON registro (hilo_id);

CREATE INDEX parte_de_registro ON parte (registro_id);

CREATE INDEX parte_de_unidad ON parte (unidad_id);

CREATE INDEX cita_de_registro ON cita (registro_id);

CREATE INDEX cita_de_oficio ON cita (oficio_id);

CREATE INDEX oficio_por_folio ON oficio (folio);

CREATE INDEX parrafo_libre_de_trimestre ON parrafo_libre (trimestre_id);
"""
