import { v7 as uuid } from 'uuid';
import type { KeptKind } from '../../../../shared/domain/keeping';
import { refuse } from '../../../../shared/errors';
import { becauseWords, NOT_YET_DELETED } from '../../../../shared/rules/retention';
import {
  appointmentKeyId,
  careNoteKeyId,
  forecastKeyId,
  HALL_KEY,
  incidentKeyId,
  matterKeyId,
  personKeyId,
  soundKeyId,
} from '../data-keys';
import type { Draft } from '../draft';
import { groupOf } from '../handlers/people-group';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { Opened } from '../tables';
import { backupsUntil } from './backups-until';
import { keepingOfIncident, keepingOfMatter, mattersOf, numbersOf, recordingsOf } from './matter-keeping';

export interface Act {
  askedBy: string;
  approvedBy: string;
  reason: string;
}
const SHOWN = 10;
const listed = (numbers: readonly string[]): string =>
  numbers.length > SHOWN ? `${numbers.slice(0, SHOWN).join('、')} 等 ${numbers.length} 次` : numbers.join('、');

/** Of rows that have a key of their own; older ones stand under the hall's or the person's. */
export const ownKeys = (rows: readonly StoredRow[]): string[] =>
  rows.flatMap(({ id, keyId }) => (keyId === appointmentKeyId(id) || keyId === careNoteKeyId(id) ? keyId : []));

/** Of the forecast's items their keys alone: days, heads and grades stand outside the seal, and the statistics with them. */
async function forecastKeys({ db }: Host, by: 'matterId' | 'personId', id: string): Promise<string[]> {
  return (await db.rows('forecastItems').where(by).equals(id).primaryKeys()).map(forecastKeyId);
}

/**
 * A matter with all that is sealed by its key (visits, talks, notes, papers), its recordings, what was forecast of it, and those
 * people whom no other matter needs. Visits keep their rows as the forecast does.
 * @returns the keys that must be gone. @throws Refusal with what keeps it, and by which rule
 */
export async function destroyMatter(host: Host, draft: Draft, matter: Opened<'matters'>): Promise<string[]> {
  const { kept } = await keepingOfMatter(host, matter);
  if (kept.length > 0) refuse('refused', { message: `不能销毁：${becauseWords(kept)}。什么也没有改变。` });
  const keys = [matterKeyId(matter.id), ...(await forecastKeys(host, 'matterId', matter.id))];
  for (const row of await recordingsOf(host, matter.id)) {
    keys.push(soundKeyId(row.id));
    draft.put('recordings', row.id, { state: 'destroyed', parts: 0, bytes: 0 }, row.keyId);
  }
  draft.erase('matters', matter.id);
  return keys;
}

/** Their name, their numbers, the words by which they are found, what was forecast of them, and where they were expected. */
export async function destroyPerson(host: Host, draft: Draft, personId: string): Promise<string[]> {
  const { db } = host;
  const docHash = (await db.rows('persons').get(personId))?.docHash;
  draft.erase('persons', personId);
  const expected = typeof docHash === 'string' ? await db.rows('appointments').where('docHash').equals(docHash).toArray() : [];
  for (const { id } of expected) draft.erase('appointments', id);
  const notes = await db.rows('careNotes').where('personId').equals(personId).toArray();
  for (const { id } of notes) draft.erase('careNotes', id);
  return [personKeyId(personId), ...ownKeys([...expected, ...notes]), ...(await forecastKeys(host, 'personId', personId))];
}

/** All records of the people of these matters whom no other matter names, under whatever document. */
export async function onlyIn(host: Host, matters: readonly Pick<Opened<'matters'>, 'id' | 'personIds'>[]): Promise<string[]> {
  const going = new Set(matters.map(({ id }) => id));
  const alone = new Set<string>();
  for (const personId of new Set(matters.flatMap(({ personIds }) => personIds))) {
    const group = await groupOf(host, personId);
    if ((await mattersOf(host, group)).every(({ id }) => going.has(id))) for (const id of group) alone.add(id);
  }
  return [...alone];
}

export async function destroyIncident(host: Host, draft: Draft, incident: Opened<'incidents'>): Promise<string[]> {
  const { kept } = await keepingOfIncident(host, incident);
  if (kept.length > 0) refuse('refused', { message: `不能销毁：${becauseWords(kept)}。什么也没有改变。` });
  draft.erase('incidents', incident.id);
  return [incidentKeyId(incident.id)];
}

/** All matters of a person and the person, under every document of theirs. @throws Refusal with the articles by which something is still kept */
export async function destroyAllOf(host: Host, draft: Draft, personId: string): Promise<{ keys: string[]; numbers: string[] }> {
  const group = await groupOf(host, personId);
  const matters = await mattersOf(host, group);
  const kept = (await Promise.all(matters.map((matter) => keepingOfMatter(host, matter)))).flatMap((each) => each.kept);
  if (kept.length > 0) refuse('refused', { message: `不能删除：${becauseWords(kept)}。${NOT_YET_DELETED}。什么也没有改变。` });
  const keys = new Set<string>();
  const numbers: string[] = [];
  const people = new Set([...group, ...(await onlyIn(host, matters))]);
  for (const matter of matters) {
    numbers.push(...(await numbersOf(host, matter.id)));
    for (const key of await destroyMatter(host, draft, matter)) keys.add(key);
  }
  for (const id of people) for (const key of await destroyPerson(host, draft, id)) keys.add(key);
  return { keys: [...keys], numbers: numbers.sort() };
}

/** 销毁证明, with the hall's key: it outlives what it speaks of and names nobody. The keys are to be gone at every desk. */
export async function certify(
  host: Host,
  draft: Draft,
  about: { kind: KeptKind | 'person'; objectId: string; numbers: readonly string[] },
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
