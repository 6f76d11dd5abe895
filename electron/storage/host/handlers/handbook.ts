import { v7 as uuid } from 'uuid';
import type { IncidentPaperModel } from '../../../../shared/documents/incident-paper';
import { PLAN_STATE_NAMES } from '../../../../shared/domain/incident-plan';
import { refuse } from '../../../../shared/errors';
import { approveEdition, nextEdition } from '../../../../shared/rules/handbook';
import { dayOf, longDay } from '../../../../shared/rules/time';
import { HALL_KEY } from '../data-keys';
import { type Host, writeAs } from '../host';
import { mustHavePrinter, printPaper } from '../incidents/incident-print';
import { mustFind } from '../incidents/running';
import type { Opened } from '../tables';
import { jobMade } from './printing';
import type { InternalHandlers, LiveHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'handbook.write'> & Pick<InternalHandlers, 'internal.handbook.approve' | 'internal.handbook.print'>;

const NOT_WITHDRAWN = { withdrawnAt: null, withdrawnBy: '', withdrawReason: '' };

/** 应急处置参考手册. With the hall's key: what was learned outlives the incident it was learned from. */
export const handbookHandlers: Handlers = {
  'handbook.write': async (host, { entryId: known, from, code, title, body, incidentId }, call) =>
    writeAs(host, call, async (draft) => {
      if (incidentId) await mustFind(host, incidentId);
      const entryId = known || uuid();
      const editions = known ? await editionsOf(host, code, known) : [];
      if (known && editions.length === 0) refuse('not-found', { message: '没有找到这一条，没有保存，所写内容仍在。请从列表重新选择。' });
      const edition =
        nextEdition(editions, from) ??
        refuse('conflict', { message: '这一条刚有人写了新的一版，您写的还没有保存，仍在这里。请先看新的一版。' });
      const id = uuid();
      const who = { staffId: call.actor.staffId ?? '', approvedAt: null, approvedBy: '', ...NOT_WITHDRAWN };
      draft.add('handbook', id, { entryId, code, edition, state: 'draft', at: draft.at, incidentId, ...who, title, body }, HALL_KEY);
      draft.audit(call.name, title, `第 ${edition} 版`);
      return { id, entryId, edition };
    }),

  'internal.handbook.approve': async (host, { id, signerId }, call) => {
    await writeAs(host, call, async (draft) => {
      const found = await mustBeEdition(host, id);
      const approval = approveEdition(await editionsOf(host, found.code, found.entryId), id);
      if (!approval.ok) refuse('refused', { message: approval.message });
      for (const change of approval.changes) {
        const approved = change.id === id ? { approvedAt: draft.at, approvedBy: signerId } : {};
        draft.put('handbook', change.id, { state: change.state, ...approved }, HALL_KEY);
      }
      draft.audit(call.name, found.title, `第 ${found.edition} 版`);
      return {};
    });
    return null;
  },

  'internal.handbook.print': async (host, { id }, call) => {
    const { jobId } = await writeAs(host, call, async (draft) => {
      const found = await mustBeEdition(host, id);
      const printer = await mustHavePrinter(host);
      const [settings, names, demo] = [await host.steady.settings(), await host.steady.staffNames(), await host.steady.demo()];
      const approved =
        found.approvedAt === null ? '尚未审定' : `${names.get(found.approvedBy) ?? ''} ${longDay(dayOf(found.approvedAt))} 审定`;
      const model: IncidentPaperModel = {
        title: '应急处置参考手册',
        unitName: settings.unit.name,
        number: `${found.code}-${found.edition}`,
        date: longDay(host.clock.today()),
        blocks: [
          { block: 'heading', text: found.title },
          ...found.body.split('\n').map((text) => ({ block: 'text' as const, text })),
          { block: 'text', text: `第 ${found.edition} 版，${PLAN_STATE_NAMES[found.state]}，${approved}。` },
        ],
        demo,
        drill: false,
      };
      draft.audit(call.name, found.title, `第 ${found.edition} 版`);
      return { jobId: await printPaper(host, draft, { kind: 'handbook', model, label: `手册 ${found.code} ${found.title}`, printer }) };
    });
    return jobMade(host, jobId);
  },
};

export async function mustBeEdition({ reader }: Host, id: string): Promise<Opened<'handbook'>> {
  const found = (await reader.one('handbook', id)) ?? refuse('not-found', { message: '没有找到这一版，请按最新列表操作。' });
  if (found.unreadable) refuse('damaged');
  return found;
}

export async function editionsOf({ db, reader }: Host, code: string, entryId: string): Promise<Opened<'handbook'>[]> {
  const rows = await db.rows('handbook').where('code').equals(code).toArray();
  return (await reader.open('handbook', rows)).filter((each) => each.entryId === entryId);
}

export const handbookLives: Pick<LiveHandlers, 'handbook.list'> = {
  'handbook.list': async ({ db, reader }, { code }) => {
    const table = db.rows('handbook');
    const rows = await reader.open('handbook', await (code === '' ? table.toArray() : table.where('code').equals(code).toArray()));
    const names = new Map((await reader.all('staff')).map(({ id, name }) => [id, name]));
    const incidents = await reader.some(
      'incidents',
      rows.flatMap(({ incidentId }) => (incidentId ? [incidentId] : [])),
    );
    return rows
      .sort((a, b) => b.at - a.at || b.edition - a.edition)
      .map(
        ({
          id,
          entryId,
          code: type,
          edition,
          state,
          at,
          staffId,
          incidentId,
          approvedAt,
          approvedBy,
          title,
          body,
          withdrawnAt,
          withdrawnBy,
          withdrawReason,
        }) => ({
          ...{ id, entryId, code: type, edition, state, at, incidentId, approvedAt, title, body },
          byName: names.get(staffId) ?? '',
          incidentNumber: incidents.get(incidentId)?.number ?? '',
          approvedName: names.get(approvedBy) ?? '',
          withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, name: names.get(withdrawnBy) ?? '', reason: withdrawReason },
        }),
      );
  },
};
