import { FOCUS_FIELDS, FOCUS_NAMES, type InterviewNote } from '../../../../shared/domain/interview';
import { beginning } from '../../../../shared/rules/beginning';
import { clockOf } from '../../../../shared/rules/time';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { Opened } from '../tables';

/** Notes in the order of writing, oldest first. @param before place in the order; the page ends before it */
export async function notesBefore({ db }: Host, interviewId: string, before: number, limit: number): Promise<StoredRow[]> {
  const range = db.rows('notes').where('[interviewId+n]').between([interviewId, 0], [interviewId, before], true, false);
  return (await range.reverse().limit(limit).toArray()).reverse();
}

export async function noteViews({ reader }: Host, stored: readonly StoredRow[]): Promise<InterviewNote[]> {
  const notes = await reader.open('notes', stored);
  const staff = await reader.some(
    'staff',
    notes.flatMap((note) => [note.staffId, note.observerId ?? '']),
  );
  const amended = await amendedLines(reader, notes);
  return notes.map(({ id, n, at, elapsed, kind, text, staffId, mood, observerId, citation, amends, reason }) => ({
    ...{ id, n, at, elapsed, kind, staffName: staff.get(staffId)?.name ?? '' },
    text: reason ? `${text}（补正原因：${reason}）` : text,
    ...(mood && { mood }),
    // Older rows name the observer whoever pressed the key: of them nothing is claimed.
    ...(kind === 'mood' && observerId && { observer: { name: staff.get(observerId)?.name ?? '', self: observerId === staffId } }),
    ...(citation && { citation }),
    ...(kind === 'amendment' && amends && { amends: amended(amends) }),
  }));
}

const BEGINNING = 20;

/** What amendments name, in words; a line that is amended may stand far before the page. */
async function amendedLines(reader: Host['reader'], notes: readonly Opened<'notes'>[]): Promise<(amends: string) => string> {
  const lines = await reader.some(
    'notes',
    notes.flatMap(({ kind, amends }) => (kind === 'amendment' && amends && !isField(amends) ? amends : [])),
  );
  return (amends) => {
    if (amends === 'result') return '处理结果';
    const field = FOCUS_FIELDS.find((each) => amends === `focus.${each}`);
    if (field) return FOCUS_NAMES[field];
    const line = lines.get(amends);
    if (!line) return '';
    return `${clockOf(line.elapsed)}「${beginning(line.text, BEGINNING)}」`;
  };
}

const isField = (amends: string): boolean => amends === 'result' || amends.startsWith('focus.');
