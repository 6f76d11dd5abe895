import type { PersonAct } from '../../../../shared/contract/people';
import { DOCUMENT_NAMES } from '../../../../shared/rules/identity';
import { maskDocument } from '../../../../shared/rules/mask';
import type { Change } from '../../batch';
import { ACTION_NAMES } from '../audited';
import { aboutRow, openValue, type SealKey } from '../codec';
import type { Host } from '../host';
import type { StoredBatch } from '../stored';
import { bodyOf } from '../stored-batch';
import type { Opened } from '../tables';

/** Corrections that touched a person's record say so themselves. */
const SHOWN: ReadonlySet<string> = new Set(['person.merge', 'person.split', 'visit.correct']);

interface Told {
  batch: StoredBatch;
  /** Records that the act was about, the one whose link changed first. */
  rows: string[];
  reason: string;
}

/** What was done with these records: read from the very changes that did it, newest first. */
export async function actsOf(host: Host, ids: readonly string[]): Promise<PersonAct[]> {
  const touched = await host.db.batches
    .where('touched')
    .anyOf(ids.map((id) => `persons/${id}`))
    .distinct()
    .toArray();
  const told: Told[] = [];
  for (const batch of touched.sort((a, b) => b.at - a.at || b.position - a.position)) {
    if (SHOWN.has(batch.action)) told.push(await tell(host, batch));
  }
  const [people, staff] = await Promise.all([
    host.reader.some(
      'persons',
      told.flatMap(({ rows }) => rows),
    ),
    host.reader.some(
      'staff',
      told.map(({ batch }) => batch.who),
    ),
  ]);
  return told.map(({ batch, rows, reason }) => ({
    id: batch.id,
    at: batch.at,
    staffName: staff.get(batch.who)?.name ?? '程序',
    action: ACTION_NAMES[batch.action] ?? batch.action,
    what: whatOf(
      batch.action,
      rows.map((id) => nameOf(people.get(id))),
    ),
    reason,
  }));
}

async function tell({ hall, keys }: Host, batch: StoredBatch): Promise<Told> {
  const { changes } = bodyOf(hall, batch);
  await keys.load(changes.flatMap((change) => change.keyId ?? []));
  const persons = changes.filter((change) => change.table === 'persons');
  const linked = persons.filter((change) => Object.hasOwn(change.open, 'mergedInto'));
  const rows = [...new Set([...linked, ...persons].map((change) => change.rowId))];
  const reasons = changes.flatMap((change) => {
    const { mergeReason, changeReason } = sealedOf(keys.at(change.keyId ?? ''), change);
    return [mergeReason, changeReason].filter((each): each is string => typeof each === 'string' && each !== '');
  });
  return { batch, rows, reason: reasons[0] ?? '' };
}

function sealedOf(key: SealKey | undefined, change: Change): Record<string, unknown> {
  if (!key || !change.sealed) return {};
  return openValue(key, change.sealed, aboutRow(change.table, change.rowId)) as Record<string, unknown>;
}

const nameOf = (person: Opened<'persons'> | undefined): string =>
  person ? `${DOCUMENT_NAMES[person.docType]} ${maskDocument(person.docNumber)}`.trim() : '（已删除的记录）';

function whatOf(action: string, [changed = '', other = '']: string[]): string {
  if (action === 'person.merge') return `${changed} 并入 ${other}`;
  if (action === 'person.split') return `${changed} 从 ${other} 拆出`;
  return changed;
}
