import { v7 as uuid } from 'uuid';
import type { PersonEntry } from '../../../../shared/domain/person';
import { checkDocument } from '../../../../shared/rules/identity';
import { checkPhone } from '../../../../shared/rules/phone';
import { tokensFor } from '../../../../shared/rules/search-tokens';
import { tokenHash } from '../codec';
import { personKeyId } from '../data-keys';
import type { Draft } from '../draft';
import { documentHash, personByHash } from '../handlers/identity';
import type { Host } from '../host';
import type { Attendance, Fields, Opened } from '../tables';

/** Everything of a person's row but its time. */
export type PersonFields = Omit<Opened<'persons'>, 'id' | 'version' | 'keyId' | 'unreadable' | 'createdAt'>;
export interface Enrolled {
  id: string;
  fields: PersonFields;
  attendance: Attendance;
}

const same = (a: unknown, b: unknown): boolean => a === b || (a ?? '') === (b ?? '') || JSON.stringify(a) === JSON.stringify(b);

/** What a typed entry says of a person. @param before what is known: an empty field of the entry takes nothing away */
export function personFields(host: Host, entry: PersonEntry, day: string, before?: PersonFields): PersonFields {
  const check = checkDocument(entry.docType, entry.docNumber, day);
  const phone = checkPhone(entry.phone);
  const docHash = documentHash(host, entry.docType, check.normalized) ?? undefined;
  const clear = {
    name: entry.name || (before?.name ?? ''),
    docNumber: check.normalized,
    phone: (phone.ok ? phone.normalized : entry.phone) || (before?.phone ?? ''),
  };
  return {
    ...clear,
    address: entry.address || (before?.address ?? ''),
    sex: check.sex ?? entry.sex ?? before?.sex,
    birthDate: check.birthDate ?? entry.birthDate ?? before?.birthDate,
    docType: entry.docType,
    trust: check.ok ? check.trust : 'as-printed',
    docHash,
    tokens: tokensFor(clear).map((token) => tokenHash(host.hall, token)),
  };
}

export const attendanceOf = ({ asPrinted, noDocumentReason, guardian, guardianAbsentReason }: PersonEntry): Attendance => ({
  asPrinted,
  noDocumentReason,
  guardian,
  guardianAbsentReason,
});

/** Whoever is known by the document of each entry. */
export const knownPeople = (host: Host, entries: readonly PersonEntry[]): Promise<(Opened<'persons'> | undefined)[]> =>
  Promise.all(
    entries.map(async ({ docType, docNumber }) => {
      const hash = documentHash(host, docType, docNumber);
      return hash ? personByHash(host, hash) : undefined;
    }),
  );

/** For each a new row, or the row of whoever has this document; without a document always a new one. */
export function enrolAll(
  host: Host,
  draft: Draft,
  entries: readonly PersonEntry[],
  known: readonly (Opened<'persons'> | undefined)[],
  day: string,
): Enrolled[] {
  return entries.map((entry, i) => {
    const before = known[i];
    const fields = personFields(host, entry, day, before);
    const attendance = attendanceOf(entry);
    if (!before) return { id: addPerson(draft, fields, draft.at), fields, attendance };
    putChanged(draft, before, fields);
    return { id: before.id, fields, attendance };
  });
}

export function addPerson(draft: Draft, fields: PersonFields, at: number): string {
  const id = uuid({ msecs: at });
  draft.add('persons', id, { createdAt: at, ...fields }, draft.newKey(personKeyId(id)));
  return id;
}

/** Only what is different: each field has its own clock. The earlier value stays readable in the history. */
export function putChanged(draft: Draft, known: Opened<'persons'>, fields: PersonFields): void {
  const changed = Object.entries(fields).filter(([field, value]) => !same(value, known[field as keyof PersonFields]));
  if (changed.length > 0) draft.put('persons', known.id, Object.fromEntries(changed) as Fields<'persons'>, personKeyId(known.id));
}
