import type { AuditEntry } from '../../../../shared/contract/desk';
import { SENTENCES } from '../../../../shared/errors';
import type { ErrorCode } from '../../../../shared/result';
import { ACTION_NAMES } from '../audited';
import { nameHash } from '../codec';
import { type Host, writeAs } from '../host';
import type { StoredBatch } from '../stored';
import type { Opened } from '../tables';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'audit.list'> & Pick<InternalHandlers, 'internal.audit' | 'internal.refusals'>;

const PROGRAM = '程序';
const idsIn = (batch: StoredBatch, table: string): string[] =>
  batch.touched.filter((t) => t.startsWith(`${table}/`)).map((t) => t.slice(table.length + 1));

/** The trail is what the changes tell: each batch is an act of somebody; refusals, which change nothing, have rows. */
export const auditHandlers: Handlers = {
  'audit.list': async (host, { limit }) => {
    const { db, reader } = host;
    const [batches, refused, staff] = await Promise.all([
      db.batches.orderBy('audit').reverse().limit(limit).toArray(),
      db.rows('refusals').orderBy('at').reverse().limit(limit).toArray(),
      reader.all('staff'),
    ]);
    const names = new Map(staff.map((s) => [s.id, s.name]));
    const nameOf = (id: string | null): string => (id ? (names.get(id) ?? PROGRAM) : PROGRAM);
    const entries = [...(await batchEntries(host, batches, nameOf)), ...refusalEntries(await reader.open('refusals', refused), nameOf)];
    return entries.sort((a, b) => b.at - a.at).slice(0, limit);
  },

  'internal.audit': async (host, { action, target, detail }, call) => {
    await writeAs(host, call, async (draft) => draft.audit(action, target, detail));
    return null;
  },

  'internal.refusals': async (host, { counts }, call) => {
    // Each desk counts its own: two that count in one row would lose each other's.
    const ids = counts.map((count) => nameHash(host.hall, `${host.deskCode}|${count.key}`));
    await writeAs(host, call, async (draft) => {
      const known = await host.reader.some('refusals', ids);
      counts.forEach(({ at, staffId, request, code, count }, i) => {
        const id = ids[i] ?? '';
        const before = known.get(id);
        // A total that does not grow comes from a new run of the program: the earlier one is added to it.
        const base = before ? before.base + (count <= before.last ? before.last : 0) : 0;
        draft.put('refusals', id, { at, staffId, deskCode: host.deskCode, code, base, last: count, request });
      });
    });
    return null;
  },
};

async function batchEntries({ reader }: Host, batches: StoredBatch[], nameOf: (id: string) => string): Promise<AuditEntry[]> {
  const [acts, visits] = await Promise.all([
    reader.some(
      'audit',
      batches.flatMap((b) => idsIn(b, 'audit')),
    ),
    reader.some(
      'visits',
      batches.flatMap((b) => idsIn(b, 'visits')),
    ),
  ]);
  return batches.map((batch) => {
    const act = idsIn(batch, 'audit').flatMap((id) => acts.get(id) ?? [])[0];
    const number = idsIn(batch, 'visits').flatMap((id) => visits.get(id)?.number ?? [])[0];
    const action = act?.action ?? batch.action;
    return {
      id: batch.id,
      at: batch.at,
      staffName: nameOf(batch.who),
      deskCode: batch.desk,
      action: ACTION_NAMES[action] ?? action,
      target: [number ?? act?.target, act?.detail].filter(Boolean).join(' '),
      count: 1,
    };
  });
}

function refusalEntries(rows: Opened<'refusals'>[], nameOf: (id: string | null) => string): AuditEntry[] {
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    staffName: row.staffId ? nameOf(row.staffId) : '未登录',
    deskCode: row.deskCode,
    action: '拒绝',
    target: `${row.request}：${SENTENCES[row.code as ErrorCode]?.split('，')[0] ?? row.code}`,
    count: row.base + row.last,
  }));
}
