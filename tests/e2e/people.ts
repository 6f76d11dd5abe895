import { demoUnit } from '../../shared/demo/demo-unit';
import type { Role } from '../../shared/domain/basics';

export interface Person {
  name: string;
  pin: string;
}

/** Somebody of the demonstration unit on duty with this role, and without the others named. */
export function personWith(role: Role, ...without: Role[]): Person {
  const found = demoUnit().staff.find((s) => s.onDuty && s.roles.includes(role) && !s.roles.some((r) => without.includes(r)));
  if (!found) throw new Error(`The demonstration unit has no ${role} on duty.`);
  return { name: found.name, pin: found.pin };
}

export const CLERK = personWith('registrar', 'administrator', 'coordinator');
/** Confirms the visitor's document: never the clerk. */
export const CHECKER = personWith('guard');
export const CHECKER_PIN = CHECKER.pin;
