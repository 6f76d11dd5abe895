import type { PersonEntry } from '../../../../shared/domain/person';
import { refuse } from '../../../../shared/errors';
import { matterKeyId } from '../data-keys';
import type { Draft } from '../draft';
import { documentHash, personByHash } from '../handlers/identity';
import type { Host } from '../host';
import type { Fields, Opened } from '../tables';
import { addPerson, attendanceOf, personFields, putChanged } from './enrol';

interface Correction {
  visit: Opened<'visits'>;
  first: Opened<'persons'>;
  /** The first person as corrected. */
  entry: PersonEntry;
}

/**
 * A corrected document number means: it was another person. Somebody known by that number takes the place; a person
 * made by the wrong number alone is corrected; a person with other visits is left as they are, and a new one is made.
 * @returns what changes in the visit's row
 */
export async function correctPerson(host: Host, draft: Draft, { visit, first, entry }: Correction): Promise<Fields<'visits'>> {
  const attendance = [attendanceOf(entry), ...visit.attendance.slice(1)];
  const hash = documentHash(host, entry.docType, entry.docNumber);
  const other = hash && hash !== first.docHash ? await personByHash(host, hash) : undefined;
  const alone = (await host.db.rows('visits').where('personIds').equals(first.id).count()) === 1;
  const samePerson = !other && (hash === first.docHash || !first.docHash || alone);
  if (samePerson) {
    putChanged(draft, first, corrected(host, entry, visit.date, first));
    return { attendance };
  }
  if (other && visit.personIds.includes(other.id)) {
    refuse('refused', {
      message: '这份证件已登记为另一位代表，没有改变。',
      fields: { 'patch.person.docNumber': '这份证件已登记为另一位代表' },
    });
  }
  const fields = corrected(host, entry, visit.date, other);
  if (other) putChanged(draft, other, fields);
  const id = other?.id ?? addPerson(draft, fields, draft.at);
  if (alone) draft.erase('persons', first.id);
  await moveMatter(host, draft, visit, first.id, id);
  return { attendance, personIds: [id, ...visit.personIds.slice(1)] };
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
