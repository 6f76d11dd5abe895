import type { MergeCandidate } from '../../../../shared/contract/people';
import { DOCUMENT_TYPES } from '../../../../shared/domain/person';
import { identityKey } from '../../../../shared/rules/identity';
import { citizenNumberOf, compareGroups, compareRecords, oldFormOf } from '../../../../shared/rules/merge-hint';
import { tokensFor } from '../../../../shared/rules/search-tokens';
import { identityHash } from '../codec';
import type { Host } from '../host';
import type { Opened } from '../tables';
import { newestWith } from '../visits/find-people';
import { groupOf } from './people-group';
import { recordsOf, visitsWith } from './people-records';

type Person = Opened<'persons'>;

/** Index entries read for one name; only the commonest have more in a hall. */
const KEYS_AT_MOST = 1500;
/** People of the same name who are opened to compare the birthday, the newest. */
const OPENED_AT_MOST = 300;
const SHOWN_AT_MOST = 10;

/** Who else may be this person: by name and telephone, name and birthday, and by the number's other forms. */
export async function mergeCandidates(host: Host, own: readonly Person[]): Promise<MergeCandidate[]> {
  const readable = own.filter((record) => !record.unreadable && record.docType !== 'anonymous');
  const ids = new Set((await Promise.all(readable.map((record) => maybeSame(host, record)))).flat());
  for (const record of own) ids.delete(record.id);
  const others = [...(await host.reader.some('persons', [...ids])).values()].filter(
    (other) => !other.unreadable && readable.some((record) => compareRecords(record, other).why.length > 0),
  );
  const heads = new Map<string, MergeCandidate>();
  for (const other of others) {
    const group = await groupOf(host, other.id);
    const head = group[0] ?? other.id;
    if (heads.has(head) || heads.size >= SHOWN_AT_MOST) continue;
    const people = await peopleOf(host, group);
    if (!toldApart(own, people)) heads.set(head, await candidateOf(host, own, people));
  }
  return [...heads.values()].sort((a, b) => a.warnings.length - b.warnings.length || b.why.length - a.why.length);
}

export async function candidateOf(host: Host, own: readonly Person[], people: readonly Person[]): Promise<MergeCandidate> {
  const visits = await visitsWith(
    host,
    people.map((person) => person.id),
  );
  const counted = visits.filter((visit) => visit.state !== 'void');
  const lastVisit = counted.reduce((last, visit) => (String(visit.date) > last ? String(visit.date) : last), '');
  return {
    records: recordsOf(people, visits),
    visitCount: counted.length,
    lastVisit: lastVisit || null,
    ...compareGroups(
      own.filter((record) => !record.unreadable),
      people.filter((record) => !record.unreadable),
    ),
  };
}

/** In the order of the group. */
export async function peopleOf({ reader }: Host, group: readonly string[]): Promise<Person[]> {
  const people = await reader.some('persons', group);
  return group.flatMap((id) => people.get(id) ?? []);
}

const toldApart = (own: readonly Person[], other: readonly Person[]): boolean =>
  own.some((a) => other.some((b) => a.notSame?.includes(b.id) || b.notSame?.includes(a.id)));

async function maybeSame(host: Host, record: Person): Promise<string[]> {
  return [...(await sameNumber(host, record)), ...(await sameName(host, record))];
}

/** The number in its old and new form, on every kind of document that could carry it; and two desks' records of one document. */
async function sameNumber({ db, hall }: Host, record: Person): Promise<string[]> {
  const citizen = citizenNumberOf(record);
  const forms = citizen ? [citizen, oldFormOf(citizen) ?? citizen] : [];
  const keys = forms.flatMap((form) => DOCUMENT_TYPES.map((type) => identityKey(type, form))).filter((key) => key !== '');
  const hashes = new Set([...keys.map((key) => identityHash(hall, key)), ...(record.docHash ? [record.docHash] : [])]);
  const found = await Promise.all([...hashes].map((hash) => db.rows('persons').where('docHash').equals(hash).primaryKeys()));
  return found.flat();
}

/** By the longest token of the name; of a name that very many have only those with the telephone's last digits, too. */
async function sameName(host: Host, record: Person): Promise<string[]> {
  const tokens = tokensFor(record);
  const name = tokens.filter((token) => token.startsWith('n:')).at(-1);
  if (!name) return [];
  const phone = tokens.find((token) => token.startsWith('p:'));
  const find = (token: string): PromiseLike<string[]> => newestWith(host, token).limit(KEYS_AT_MOST).primaryKeys();
  const [byName, byPhone] = await Promise.all([find(name), phone ? find(phone) : []]);
  const namesakes = new Set(byName);
  return [...byPhone.filter((id) => namesakes.has(id)), ...byName.slice(0, OPENED_AT_MOST)];
}
