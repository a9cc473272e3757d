"""Migración 1: las tablas del plan y del catálogo. Texto congelado: no se edita, se migra."""

ORDENES = """
CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    clave TEXT NOT NULL,
    ejercicio INTEGER NOT NULL UNIQUE,
    programa TEXT NOT NULL,
    leyenda TEXT NOT NULL
) STRICT;

CREATE TABLE departamento (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    nombre TEXT NOT NULL,
    puesto TEXT NOT NULL,
    oficio TEXT,
    UNIQUE (plan_id, clave)
) STRICT;

CREATE TABLE lugar (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    clase TEXT NOT NULL CHECK (clase IN ('componente', 'actividad', 'paso')),
    padre_id INTEGER REFERENCES lugar (id) DEFERRABLE INITIALLY DEFERRED,
    numero TEXT NOT NULL,
    nombre TEXT NOT NULL,
    corto TEXT NOT NULL,
    departamento_id INTEGER REFERENCES departamento (id) DEFERRABLE INITIALLY DEFERRED,
    estilo TEXT,
    UNIQUE (plan_id, clave)
) STRICT;

CREATE TABLE programado (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    lugar_id INTEGER NOT NULL REFERENCES lugar (id) DEFERRABLE INITIALLY DEFERRED,
    trimestre INTEGER NOT NULL CHECK (trimestre BETWEEN 1 AND 4),
    valor TEXT NOT NULL,
    UNIQUE (lugar_id, trimestre)
) STRICT;

CREATE TABLE sustantivo (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    singular TEXT NOT NULL,
    plural TEXT NOT NULL,
    genero TEXT NOT NULL,
    UNIQUE (plan_id, clave)
) STRICT;

CREATE TABLE medio (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    frase TEXT NOT NULL,
    unidad TEXT NOT NULL,
    con_folio INTEGER NOT NULL,
    UNIQUE (plan_id, clave)
) STRICT;

CREATE TABLE cifra (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    nombre TEXT NOT NULL,
    unidad TEXT NOT NULL,
    fuente TEXT NOT NULL,
    contraste TEXT,
    por_dia INTEGER,
    UNIQUE (plan_id, clave)
) STRICT;

CREATE TABLE molde (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    nombre TEXT NOT NULL,
    filas TEXT NOT NULL,
    columnas TEXT NOT NULL,
    esquina TEXT NOT NULL,
    pie TEXT,
    UNIQUE (plan_id, clave)
) STRICT;

CREATE TABLE cuadro (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    filas TEXT NOT NULL,
    columnas TEXT NOT NULL,
    titulo TEXT NOT NULL,
    esquina TEXT NOT NULL,
    pie TEXT,
    molde TEXT NOT NULL,
    UNIQUE (plan_id, clave)
) STRICT;

CREATE TABLE apartado (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    donde TEXT NOT NULL CHECK (donde IN ('portada', 'ultima', 'lugar', 'departamento', 'final')),
    lugar_id INTEGER REFERENCES lugar (id) DEFERRABLE INITIALLY DEFERRED,
    departamento_id INTEGER REFERENCES departamento (id) DEFERRABLE INITIALLY DEFERRED,
    clase TEXT NOT NULL,
    texto TEXT NOT NULL,
    cuadro_id INTEGER REFERENCES cuadro (id) DEFERRABLE INITIALLY DEFERRED,
    firmantes TEXT NOT NULL,
    UNIQUE (plan_id, clave)
) STRICT;

CREATE TABLE forma (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    lugar_id INTEGER NOT NULL REFERENCES lugar (id) DEFERRABLE INITIALLY DEFERRED,
    nombre TEXT NOT NULL,
    texto TEXT NOT NULL,
    medios TEXT NOT NULL,
    vineta INTEGER NOT NULL,
    agrupa INTEGER NOT NULL,
    campos TEXT NOT NULL,
    etiquetas TEXT NOT NULL
) STRICT;

CREATE TABLE concordancia (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    mensaje TEXT NOT NULL,
    izquierda TEXT NOT NULL,
    derecha TEXT NOT NULL,
    relacion TEXT NOT NULL,
    por TEXT NOT NULL,
    izquierda_por_sexo INTEGER NOT NULL,
    UNIQUE (plan_id, clave)
) STRICT;

CREATE TABLE mosaico (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    rotulo TEXT NOT NULL,
    UNIQUE (plan_id, clave)
) STRICT;

CREATE TABLE persona (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    nombre TEXT NOT NULL,
    tratamiento TEXT NOT NULL,
    genero TEXT,
    UNIQUE (clave)
) STRICT;

CREATE TABLE nombramiento (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    orden INTEGER NOT NULL,
    puesto TEXT NOT NULL,
    persona_id INTEGER NOT NULL REFERENCES persona (id) DEFERRABLE INITIALLY DEFERRED,
    cargo TEXT NOT NULL,
    desde TEXT,
    hasta TEXT
) STRICT;

CREATE TABLE unidad (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    nombre TEXT NOT NULL,
    articulo TEXT NOT NULL,
    clase TEXT NOT NULL,
    siglas TEXT NOT NULL,
    desde TEXT,
    hasta TEXT,
    UNIQUE (clave)
) STRICT;

CREATE TABLE papel (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    clave TEXT NOT NULL,
    orden INTEGER NOT NULL,
    logos TEXT NOT NULL,
    administracion TEXT NOT NULL,
    pie TEXT NOT NULL,
    desde TEXT,
    hasta TEXT,
    UNIQUE (clave)
) STRICT;

CREATE INDEX apartado_de_lugar ON apartado (lugar_id);

CREATE INDEX forma_de_lugar ON forma (lugar_id);
"""
