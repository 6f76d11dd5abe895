import type { PersonEntry } from '../../../../shared/domain/person';
import type { VisitPatch } from '../../../../shared/domain/visit';
import { refuse } from '../../../../shared/errors';
import { matterKeyId } from '../data-keys';
import type { Draft } from '../draft';
import { documentHash, personByHash } from '../handlers/identity';
import type { Host } from '../host';
import type { Fields, Opened } from '../tables';
import { addPerson, attendanceOf, personFields, putChanged } from './enrol';

interface Correction {
  visit: Opened<'visits'>;
  /** Which of the visit's people, and who it was so far. */
  at: number;
  before: Opened<'persons'>;
  /** The person as corrected. */
  entry: PersonEntry;
  /** What of it was typed now. */
  typed: NonNullable<VisitPatch['person']>;
}

export const TWICE = '这份证件已登记为另一位代表';

/**
 * A corrected document number means: it was another person. Somebody known by that number takes the place; a person
 * made by the wrong number alone is corrected; a person with other visits is left as they are, and a new one is made.
 * @returns what changes in the visit's row
 */
export async function correctPerson(host: Host, draft: Draft, { visit, at, before, entry, typed }: Correction): Promise<Fields<'visits'>> {
  const attendance = visit.attendance.with(at, attendanceOf(entry));
  const hash = documentHash(host, entry.docType, entry.docNumber);
  const other = hash && hash !== before.docHash ? await personByHash(host, hash) : undefined;
  const alone = await isAlone(host, before);
  const samePerson = !other && (hash === before.docHash || !before.docHash || alone);
  if (samePerson) {
    putChanged(draft, before, corrected(host, entry, visit.date, before));
    return { attendance };
  }
  if (other && visit.personIds.includes(other.id)) {
    refuse('refused', {
      message: '这份证件已登记为另一位代表，没有改变。',
      fields: { 'patch.person.docNumber': TWICE },
    });
  }
  // Of a record that the wrong number brought along, nothing goes over to the right one but what was typed.
  const own = alone && !other ? entry : { ...entry, ...WITHOUT_RECORD, ...(other && { name: '' }), ...typed };
  const fields = other ? personFields(host, own, visit.date, other) : corrected(host, own, visit.date, undefined);
  if (other) putChanged(draft, other, fields);
  const id = other?.id ?? addPerson(draft, fields, draft.at);
  if (alone) draft.erase('persons', before.id);
  await moveMatter(host, draft, visit, before.id, id);
  // Whoever was seen to leave was this person, whatever their name is.
  const goneIds = visit.goneIds.map((gone) => (gone === before.id ? id : gone));
  return { attendance, personIds: visit.personIds.with(at, id), ...(visit.goneIds.includes(before.id) && { goneIds, undo: null }) };
}

const WITHOUT_RECORD = { phone: '', address: '', sex: undefined, birthDate: undefined } as const;

/** Made by this visit alone: with no other visit, and no link to another record. */
async function isAlone({ db }: Host, { id, mergedInto }: Opened<'persons'>): Promise<boolean> {
  if (mergedInto) return false;
  const [visits, linked] = await Promise.all([
    db.rows('visits').where('personIds').equals(id).count(),
    db.rows('persons').where('mergedInto').equals(id).count(),
  ]);
  return visits === 1 && linked === 0;
}

/** A correction may also empty a field, which a new registration never does. */
function corrected(host: Host, entry: PersonEntry, day: string, before: Opened<'persons'> | undefined) {
  const fields = personFields(host, entry, day, before);
  return { ...fields, address: entry.address, phone: entry.phone === '' ? '' : fields.phone };
}

async function moveMatter(host: Host, draft: Draft, visit: Opened<'visits'>, from: string, to: string): Promise<void> {
  const matter = await host.reader.one('matters', visit.matterId);
  if (!matter) return;
  const stays = matter.visits > 1;
  const personIds = [...new Set([...matter.personIds.filter((id) => stays || id !== from), to])];
  draft.put('matters', matter.id, { personIds }, matterKeyId(matter.id));
}
