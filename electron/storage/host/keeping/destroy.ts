import { v7 as uuid } from 'uuid';
import { refuse } from '../../../../shared/errors';
import { becauseWords, NOT_YET_DELETED } from '../../../../shared/rules/retention';
import { HALL_KEY, incidentKeyId, matterKeyId, personKeyId, soundKeyId } from '../data-keys';
import type { Draft } from '../draft';
import type { Host } from '../host';
import type { Opened } from '../tables';
import { backupsUntil } from './backups-until';
import { keepingOfIncident, keepingOfMatter, numbersOf, recordingsOf } from './matter-keeping';

export interface Act {
  askedBy: string;
  approvedBy: string;
  reason: string;
}
const SHOWN = 10;
const listed = (numbers: readonly string[]): string =>
  numbers.length > SHOWN ? `${numbers.slice(0, SHOWN).join('、')} 等 ${numbers.length} 次` : numbers.join('、');

/**
 * A matter with all that is sealed by its key (visits, talks, notes, papers), its recordings, and those people whom no other
 * matter needs. Visits keep their rows: numbers, days and heads stand outside the seal, and the statistics with them.
 * @returns the keys that must be gone. @throws Refusal with what keeps it, and by which rule
 */
export async function destroyMatter(host: Host, draft: Draft, matter: Opened<'matters'>): Promise<string[]> {
  const { kept } = await keepingOfMatter(host, matter);
  if (kept.length > 0) refuse('refused', { message: `不能销毁：${becauseWords(kept)}。什么也没有改变。` });
  const keys = [matterKeyId(matter.id)];
  for (const row of await recordingsOf(host, matter.id)) {
    keys.push(soundKeyId(row.id));
    draft.put('recordings', row.id, { state: 'destroyed', parts: 0, bytes: 0 }, row.keyId);
  }
  draft.erase('matters', matter.id);
  return keys;
}

/** Their name, their numbers and the words by which they are found. */
export function destroyPerson(draft: Draft, personId: string): string[] {
  draft.erase('persons', personId);
  return [personKeyId(personId)];
}

/** People of a matter whom no other one names, and with whose records no other is linked. */
export async function onlyIn({ db }: Host, { id, personIds }: Opened<'matters'>): Promise<string[]> {
  const alone: string[] = [];
  for (const personId of personIds) {
    const others = await db
      .rows('matters')
      .where('personIds')
      .equals(personId)
      .filter((row) => row.id !== id && !row.erased)
      .count();
    const person = await db.rows('persons').get(personId);
    const linked = (await db.rows('persons').where('mergedInto').equals(personId).count()) > 0;
    if (others === 0 && person && !person.erased && !person.mergedInto && !linked) alone.push(personId);
  }
  return alone;
}

export async function destroyIncident(host: Host, draft: Draft, incident: Opened<'incidents'>): Promise<string[]> {
  const { kept } = await keepingOfIncident(host, incident);
  if (kept.length > 0) refuse('refused', { message: `不能销毁：${becauseWords(kept)}。什么也没有改变。` });
  draft.erase('incidents', incident.id);
  return [incidentKeyId(incident.id)];
}

/** All matters of a person and the person. @throws Refusal with the articles by which something is still kept */
export async function destroyAllOf(host: Host, draft: Draft, personId: string): Promise<{ keys: string[]; numbers: string[] }> {
  const matters = await host.reader.open('matters', await host.db.rows('matters').where('personIds').equals(personId).toArray());
  const kept = (await Promise.all(matters.map((matter) => keepingOfMatter(host, matter)))).flatMap((each) => each.kept);
  if (kept.length > 0) refuse('refused', { message: `不能删除：${becauseWords(kept)}。${NOT_YET_DELETED}。什么也没有改变。` });
  const keys = new Set<string>();
  const numbers: string[] = [];
  const people = new Set([personId]);
  for (const matter of matters) {
    numbers.push(...(await numbersOf(host, matter.id)));
    for (const id of await onlyIn(host, matter)) people.add(id);
    for (const key of await destroyMatter(host, draft, matter)) keys.add(key);
  }
  for (const id of people) for (const key of destroyPerson(draft, id)) keys.add(key);
  return { keys: [...keys], numbers: numbers.sort() };
}

/** 销毁证明, with the hall's key: it outlives what it speaks of and names nobody. The keys are to be gone at every desk. */
export async function certify(
  host: Host,
  draft: Draft,
  about: { kind: 'matter' | 'incident' | 'person'; objectId: string; numbers: readonly string[] },
  keys: readonly string[],
  { askedBy, approvedBy, reason }: Act,
): Promise<string> {
  const certificateId = uuid();
  const { kind, objectId, numbers } = about;
  draft.add(
    'destructions',
    certificateId,
    {
      ...{ recordingId: '', at: draft.at, askedBy, approvedBy, kind, objectId, reason, sha256: '' },
      label: listed(numbers),
      backupsUntil: await backupsUntil(host),
    },
    HALL_KEY,
  );
  for (const key of keys) draft.put('erasures', key, { at: draft.at, basis: reason });
  return certificateId;
}
