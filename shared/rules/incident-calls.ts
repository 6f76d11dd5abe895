import { type Contact, type EmergencySettings, PETITION_CALLS, type Service } from '../domain/emergency';
import type { CallOutcome } from '../domain/incident';
import type { IncidentPlan } from '../domain/incident-plan';
import type { UnitSettings } from '../domain/settings';
import { ruleOf } from './incident-level';
import type { IncidentPicture } from './incident-picture';

/** Somebody who has to be told, as the call list shows them. */
export interface CallRow {
  contact: string;
  /** The post. */
  name: string;
  /** Who holds it now, or stands in for the holder; empty where nobody is entered. */
  person: string;
  phone: string;
  /** The holder is not on duty: who that is (plan S02, both are named). */
  insteadOf: string;
  script: string;
  /** Under which condition, in words; empty: always. */
  when: string;
  /** Ms on the incident's clock until when. */
  due: number;
  service: Service | null;
  /** Of the last attempt. */
  outcome: CallOutcome | null;
  unanswered: number;
  /** Ms on the incident's clock; null while they do not know. */
  toldAt: number | null;
}

export interface OnRoster {
  name: string;
  phone: string;
  onDuty: boolean;
}

const MINUTE = 60_000;
const SERVICE_KEY = /^service-(110|119|120)$/;
export const serviceOf = (contact: string): Service | null => (SERVICE_KEY.exec(contact)?.[1] as Service | undefined) ?? null;

interface Wanted {
  due: number;
  when: string;
}

/**
 * Whom the type and the level ask to be told, each once, the earliest limit first. A limit of the type counts from the
 * alarm (plan S03e), one of a level from when that level was set. What is asked for without a condition and with one
 * is asked for. What only offices of petition report is asked of nobody else.
 */
export function callList(
  picture: IncidentPicture,
  plan: IncidentPlan | null,
  settings: EmergencySettings,
  roster: ReadonlyMap<string, OnRoster>,
  unitType: UnitSettings['unitType'] = 'petition-office',
): CallRow[] {
  const wanted = new Map<string, Wanted>();
  const ask = (to: string, due: number, when: string): void => {
    if (unitType === 'petition-office' || !PETITION_CALLS.includes(to)) want(to, due, when);
  };
  const want = (to: string, due: number, when: string): void => {
    const known = wanted.get(to);
    if (!known) wanted.set(to, { due, when });
    else if (when === '' && known.when !== '') wanted.set(to, { due, when });
    else if (when === known.when || known.when !== '') wanted.set(to, { due: Math.min(due, known.due), when: known.when });
  };
  for (const { to, within, when } of plan?.calls ?? []) ask(to, within * MINUTE, when);
  for (const { to, within, when } of ruleOf(settings, picture.level).calls) ask(to, picture.levelSince + within * MINUTE, when);
  // Whoever was called although nobody asked for it stays in the list.
  for (const key of Object.keys(picture.calls)) if (!wanted.has(key)) want(key, Number.MAX_SAFE_INTEGER, '');
  for (const key of Object.keys(picture.services)) if (!wanted.has(`service-${key}`)) want(`service-${key}`, Number.MAX_SAFE_INTEGER, '');
  const rows = [...wanted].map(([key, { due, when }]) => rowOf(key, due, when, picture, settings.contacts, roster));
  return rows.sort((a, b) => a.due - b.due || Number(a.when !== '') - Number(b.when !== ''));
}

function rowOf(
  key: string,
  due: number,
  when: string,
  picture: IncidentPicture,
  contacts: readonly Contact[],
  roster: ReadonlyMap<string, OnRoster>,
): CallRow {
  const contact = contacts.find((each) => each.key === key);
  const attempts = picture.calls[key] ?? [];
  const service = serviceOf(key);
  const called = service ? (picture.services[service]?.called ?? null) : null;
  const told = attempts.find(({ outcome }) => outcome === 'told')?.elapsed ?? null;
  const last = attempts.at(-1);
  const holder = contact ? holderOf(contact, roster) : { person: '', phone: '', insteadOf: '' };
  return {
    contact: key,
    name: contact?.name ?? key,
    ...holder,
    // Of a family member the number is known only once somebody dialled it.
    ...(last?.person && { person: last.person }),
    ...(last?.phone && { phone: last.phone }),
    script: contact?.script ?? '',
    when,
    due,
    service,
    outcome: last?.outcome ?? (called !== null ? 'told' : null),
    unanswered: attempts.filter(({ outcome }) => outcome === 'no-answer').length,
    toldAt: told ?? called,
  };
}

/** The holder of a post, or the deputy while the holder is off duty and the deputy is not. */
export function holderOf(contact: Contact, roster: ReadonlyMap<string, OnRoster>): { person: string; phone: string; insteadOf: string } {
  const holder = roster.get(contact.staffId);
  const deputy = roster.get(contact.deputyStaffId);
  const own = { person: holder?.name ?? contact.person, phone: holder?.phone || contact.phone, insteadOf: '' };
  const other = { person: deputy?.name ?? contact.deputyPerson, phone: deputy?.phone || contact.deputyPhone };
  const absent = holder !== undefined && !holder.onDuty;
  const reachable = other.person !== '' && deputy?.onDuty !== false;
  return absent && reachable ? { ...other, insteadOf: own.person } : own;
}

/** `{unit}` … of a script filled in; what is not known is left out of it. */
export const fillScript = (script: string, known: Readonly<Record<string, string>>): string =>
  script.replace(/\{(\w+)\}/g, (_all, name: string) => known[name] ?? '');
