import type { CareNoteEntry } from '../../../../shared/domain/care-note';
import type { CareNoteView } from '../../../../shared/domain/known-person';
import { type CareStanding, careSight, careState, expiresSoon, isInForce, SOON_DAYS } from '../../../../shared/rules/care-note';
import { addDays } from '../../../../shared/rules/time';
import type { Actor } from '../../protocol';
import { groupsOf } from '../handlers/people-group';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { Opened } from '../tables';
import { nameShown } from './person-view';

type Note = Opened<'careNotes'>;
type Reading = Pick<Host, 'db' | 'reader' | 'clock'>;

const standing = (row: StoredRow): CareStanding => row as unknown as CareStanding;

/** All of these people, with whichever of their records it was written. */
async function rowsOf(host: Reading, personIds: readonly string[]): Promise<StoredRow[]> {
  const group = await groupsOf(host, personIds);
  const rows = await host.db
    .rows('careNotes')
    .where('personId')
    .anyOf([...group])
    .toArray();
  return rows.filter((row) => !row.erased);
}

/** How many of them hold today; opens nothing. */
export async function countInForce(host: Reading, personIds: readonly string[]): Promise<number> {
  const today = host.clock.today();
  return (await rowsOf(host, personIds)).filter((row) => isInForce(standing(row), today)).length;
}

/** Those that hold today, the first to run out first. What is not in here is shown nowhere. */
export async function notesInForce(host: Reading, personIds: readonly string[]): Promise<Note[]> {
  const today = host.clock.today();
  const rows = (await rowsOf(host, personIds)).filter((row) => isInForce(standing(row), today));
  return (await host.reader.open('careNotes', rows)).sort(byExpiry);
}
const byExpiry = (a: Note, b: Note): number => a.expires.localeCompare(b.expires) || a.id.localeCompare(b.id);

/** For whoever receives the person: what to arrange, approved by whom, until when. */
export async function careNoteViews(host: Host, personIds: readonly string[], actor: Actor): Promise<CareNoteView[]> {
  if (careSight(actor.roles) === 'nothing') return [];
  const notes = await notesInForce(host, personIds);
  const names = await namesOf(host, notes);
  return notes.map(({ id, kind, arrangement, approverId, expires }) => ({
    ...{ id, kind, arrangement, expires },
    approverName: names(approverId),
  }));
}

/** In force first, then the newest; past ones are for those who decide about the next. */
export async function careNoteEntries(host: Host, personId: string, actor: Actor): Promise<CareNoteEntry[]> {
  const sight = careSight(actor.roles);
  if (sight === 'nothing') return [];
  const today = host.clock.today();
  const rows = (await rowsOf(host, [personId])).filter((row) => sight === 'detail' || isInForce(standing(row), today));
  const notes = await host.reader.open('careNotes', rows);
  const names = await namesOf(host, notes);
  const first = (note: Note): number => Number(!isInForce(note, today));
  return notes
    .sort((a, b) => first(a) - first(b) || b.at - a.at || b.id.localeCompare(a.id))
    .map((note) => ({
      id: note.id,
      kind: note.kind,
      state: careState(note, today),
      arrangement: note.arrangement,
      expires: note.expires,
      writtenAt: note.at || null,
      authorName: names(note.authorId),
      approverName: names(note.approverId),
      endedAt: note.endedAt,
      endedByName: names(note.endedBy),
      renews: note.renews,
    }));
}

/** What runs out within a week, with whose it is. */
export async function expiringNotes(host: Host) {
  const today = host.clock.today();
  const rows = await host.db
    .rows('careNotes')
    .where('expires')
    .between(today, addDays(today, SOON_DAYS), true, true)
    .filter((row) => !row.erased && expiresSoon(standing(row), today))
    .toArray();
  const notes = (await host.reader.open('careNotes', rows)).filter((note) => !note.unreadable).sort(byExpiry);
  const people = await host.reader.some(
    'persons',
    notes.map((note) => note.personId),
  );
  return notes.flatMap(({ id, personId, kind, arrangement, expires }) => {
    const person = people.get(personId);
    return person ? [{ ...{ id, personId, kind, arrangement, expires }, name: nameShown(person) }] : [];
  });
}

async function namesOf({ reader }: Pick<Host, 'reader'>, notes: readonly Note[]): Promise<(id: string) => string> {
  const staff = await reader.some(
    'staff',
    notes.flatMap(({ authorId, approverId, endedBy }) => [authorId, approverId, endedBy].filter(Boolean)),
  );
  return (id) => staff.get(id)?.name ?? '';
}
