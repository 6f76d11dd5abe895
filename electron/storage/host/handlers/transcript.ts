import { v7 as uuid } from 'uuid';
import { DUE_GROUP_NAMES } from '../../../../shared/domain/follow-up';
import { refuse } from '../../../../shared/errors';
import { TRANSCRIPT_FIELDS } from '../../../../shared/rules/transcript-fields';
import { matterKeyId } from '../data-keys';
import { type Call, type Host, writeAs } from '../host';
import { mustKnow } from '../interviews/secrecy';
import type { Opened } from '../tables';
import { promiseRows } from '../views/supervision-view';
import { transcriptFields, transcriptRows } from '../views/transcript-view';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'transcript.list' | 'transcript.read' | 'transcript.enter'> &
  Pick<InternalHandlers, 'internal.table.transcript' | 'internal.table.supervision'>;

/** On the screen; what is exported is whole. */
const LISTED_AT_MOST = 500;

export const transcriptHandlers: Handlers = {
  'transcript.list': (host, range, { actor }) =>
    host.db.reading(async () => {
      const { rows, more } = await transcriptRows(host, range, actor, LISTED_AT_MOST);
      return { rows, more };
    }),

  'transcript.read': async (host, { visitId }, call) => {
    const visit = await known(host, visitId, call);
    const fields = await host.db.reading(() => transcriptFields(host, visit));
    await writeAs(host, call, async (draft) => {
      draft.audit(call.name, visit.number);
      return {};
    });
    return fields;
  },

  'transcript.enter': async (host, { visitId, officialNumber }, call) => {
    await known(host, visitId, call);
    await writeAs(host, call, async (draft) => {
      const { matterId } = (await host.reader.one('visits', visitId)) ?? refuse('not-found');
      const open = { matterId, visitId, promiseId: '', at: draft.at, staffId: call.actor.staffId ?? '', number: 0 };
      const line = { ...open, kind: 'entered', day: host.clock.today(), text: officialNumber, to: '', method: '' };
      draft.add('followUps', uuid(), line, matterKeyId(matterId));
      return {};
    });
    return {};
  },

  'internal.table.transcript': (host, range, { actor }) =>
    host.db.reading(async () => {
      const { rows, visits } = await transcriptRows(host, range, actor);
      const table: string[][] = [];
      for (const [i, visit] of visits.entries()) {
        const fields = await transcriptFields(host, visit);
        table.push([...fields.map(({ value }) => value), rows[i]?.entered?.officialNumber ?? '']);
      }
      return { columns: [...TRANSCRIPT_FIELDS.map(({ name }) => name), '系统编号'], rows: table };
    }),

  'internal.table.supervision': (host) =>
    host.db.reading(async () => {
      const { rows } = await promiseRows(host, Number.POSITIVE_INFINITY);
      return {
        columns: ['到期', '情况', '事项', '编号', '来访人', '事由', '责任科室', '剩余工作日', '暂定', '已提醒次数'],
        rows: rows.map((row) => [
          ...[row.due, DUE_GROUP_NAMES[row.group], row.label, row.visitNumber, row.name, row.summary, row.department],
          ...[String(row.left), row.provisional ? '是' : '', String(row.reminders)],
        ]),
      };
    }),
};

async function known(host: Host, visitId: string, call: Call): Promise<Opened<'visits'>> {
  const visit = (await host.reader.one('visits', visitId)) ?? refuse('not-found');
  if (visit.unreadable) refuse('damaged');
  await mustKnow(host, visit.matterId, call);
  return visit;
}
