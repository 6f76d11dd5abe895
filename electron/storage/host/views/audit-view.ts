import type { AuditEntry } from '../../../../shared/domain/audit';
import { SENTENCES } from '../../../../shared/errors';
import type { ErrorCode } from '../../../../shared/result';
import { ACTION_NAMES } from '../audited';
import type { Host } from '../host';
import type { StoredBatch, StoredRow } from '../stored';

const PROGRAM = '程序';
const idsIn = (batch: StoredBatch, table: string): string[] =>
  batch.touched.filter((t) => t.startsWith(`${table}/`)).map((t) => t.slice(table.length + 1));

/** Each batch is an act of somebody: the line it wrote for the trail, else what it was called. */
export async function entriesOf({ reader }: Host, batches: readonly StoredBatch[]): Promise<AuditEntry[]> {
  const all = (table: 'audit' | 'visits'): string[] => batches.flatMap((batch) => idsIn(batch, table));
  const [acts, visits, staff] = await Promise.all([
    reader.some('audit', all('audit')),
    reader.some('visits', all('visits')),
    reader.some(
      'staff',
      batches.map(({ who }) => who),
    ),
  ]);
  return batches.map((batch) => {
    const act = idsIn(batch, 'audit').flatMap((id) => acts.get(id) ?? [])[0];
    const number = idsIn(batch, 'visits').flatMap((id) => visits.get(id)?.number ?? [])[0];
    const action = act?.action ?? batch.action;
    return {
      id: batch.id,
      at: batch.at,
      staffName: staff.get(batch.who)?.name ?? PROGRAM,
      deskCode: batch.desk,
      action: ACTION_NAMES[action] ?? action,
      target: [number ?? act?.target, act?.detail].filter(Boolean).join(' '),
      count: 1,
    };
  });
}

/** Refusals change nothing and have rows of their own; equal ones are one line with a count. */
export async function refusalEntriesOf({ reader }: Host, stored: readonly StoredRow[]): Promise<AuditEntry[]> {
  const rows = await reader.open('refusals', stored);
  const staff = await reader.some(
    'staff',
    rows.flatMap(({ staffId }) => staffId ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    staffName: row.staffId ? (staff.get(row.staffId)?.name ?? PROGRAM) : '未登录',
    deskCode: row.deskCode,
    action: '拒绝',
    target: `${row.request}：${SENTENCES[row.code as ErrorCode]?.split('，')[0] ?? row.code}`,
    count: row.base + row.last,
  }));
}
