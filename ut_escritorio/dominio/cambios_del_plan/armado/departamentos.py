"""Los departamentos: uno nuevo, en blanco o como otro; cómo se llama, quién lo encabeza, y quitarlo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import casa_de_departamento, con_lugar
from ut_escritorio.dominio.cambios_del_plan.un_sitio import con_una_un_sitio
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.cambios import clave_nueva
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Departamento, Plan
from ut_escritorio.dominio.plan.puestos import puesto_por_nombrar
from ut_escritorio.errores import ValorInvalido


@congelado
class Encabezado:
    """Cómo se llama un departamento y el puesto de quien lo encabeza; vacío, uno que todavía no está."""

    nombre: str
    puesto: str = ""


def con_departamento(plan: Plan, dicho: Encabezado, como: str = "") -> Plan:
    """El plan con un departamento más, al final; de `como` toma su oficio de remisión y sus textos.

    ValorInvalido si no tiene nombre o ya hay otro que se llama así.
    """
    _revisar(plan, dicho)
    clave = clave_nueva(dicho.nombre, plan.departamento)
    nuevo = Departamento(clave, dicho.nombre.strip(), dicho.puesto or puesto_por_nombrar(clave))
    if modelo := plan.departamento.get(como):
        nuevo = replace(
            nuevo,
            oficio=modelo.oficio,
            apartados=_como_los_de(modelo.apartados, f"{casa_de_departamento(clave)}#", modelo, nuevo),
            al_final=_como_los_de(modelo.al_final, casa_de_departamento(clave, al_final=True), modelo, nuevo),
        )
    return replace(plan, departamentos=(*plan.departamentos, nuevo))


def con_otro_encabezado(plan: Plan, clave: str, dicho: Encabezado) -> Plan:
    """El plan con un departamento que se llama así; lo que su titular firmaba lo firma ese."""
    _revisar(plan, dicho, clave)
    era = plan.departamento[clave]
    puesto = dicho.puesto or puesto_por_nombrar(clave)
    es = replace(era, nombre=dicho.nombre.strip(), puesto=puesto)
    es = replace(es, apartados=_que_firma(era.apartados, era, es), al_final=_que_firma(era.al_final, era, es))
    return _con(plan, clave, (es,))


def sin_departamento(plan: Plan, clave: str) -> Plan:
    """El plan sin ese departamento; ValorInvalido si todavía hay componentes en él."""
    suyos = [componente.numero for componente in plan.componentes_de(clave)]
    if suyos:
        raise ValorInvalido(
            f"No se puede quitar: es el del componente {lista(suyos)}. "
            "Póngale antes otro departamento en su ficha, o suéltelo en otro."
        )
    return _con(plan, clave, ())


def con_departamento_un_sitio(plan: Plan, clave: str, hacia: int) -> Plan:
    """El plan con un departamento un sitio más arriba (-1) o más abajo (1) en la lista."""
    orillas = "el primero de los departamentos", "el último de los departamentos"
    return replace(plan, departamentos=con_una_un_sitio(plan.departamentos, clave, hacia, orillas))


def con_componente_en(plan: Plan, componente: str, departamento: str) -> Plan:
    """El plan con un componente de ese departamento; conserva su número y su puesto en el informe."""
    return con_lugar(plan, componente, lambda suyo: replace(suyo, departamento=departamento))


def _revisar(plan: Plan, dicho: Encabezado, menos: str = "") -> None:
    nombre = dicho.nombre.strip()
    if not nombre:
        raise ValorInvalido("Falta el nombre del departamento. Escríbalo como debe imprimirse.")
    if any(d.nombre.casefold() == nombre.casefold() and d.clave != menos for d in plan.departamentos):
        raise ValorInvalido("Ya hay un departamento que se llama así. Escriba otro nombre.")


def _como_los_de(
    suyos: Iterable[Apartado], antes: str, modelo: Departamento, nuevo: Departamento
) -> tuple[Apartado, ...]:
    con_su_clave = tuple(replace(a, clave=f"{antes}{n}") for n, a in enumerate(suyos, 1))
    return _que_firma(con_su_clave, modelo, nuevo)


def _que_firma(suyos: tuple[Apartado, ...], era: Departamento, es: Departamento) -> tuple[Apartado, ...]:
    """Esos bloques, donde firma quien encabeza `es` lo que firmaba quien encabezaba `era`."""
    return tuple(
        replace(
            apartado,
            firmantes=tuple(
                replace(f, puesto=es.puesto) if f.puesto == era.puesto else f for f in apartado.firmantes
            ),
        )
        for apartado in suyos
    )


def _con(plan: Plan, clave: str, por: tuple[Departamento, ...]) -> Plan:
    """El plan con esos departamentos en el puesto de uno."""
    sitio = [depto.clave for depto in plan.departamentos].index(clave)
    otros = plan.departamentos
    return replace(plan, departamentos=(*otros[:sitio], *por, *otros[sitio + 1 :]))
