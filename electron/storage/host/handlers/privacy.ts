import { v7 as uuid } from 'uuid';
import type { RequestRow } from '../../../../shared/domain/keeping';
import { refuse } from '../../../../shared/errors';
import { maskDocument, maskName } from '../../../../shared/rules/mask';
import { addDays } from '../../../../shared/rules/time';
import { type Call, type Host, writeAs } from '../host';
import { mayKnow } from '../interviews/secrecy';
import { certify, destroyAllOf } from '../keeping/destroy';
import { heldOn, linesOf } from '../keeping/held-on';
import { mattersOf } from '../keeping/matter-keeping';
import type { Opened } from '../tables';
import { nameShown } from '../views/person-view';
import { groupOf } from './people-group';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, `privacy.${'people' | 'list' | 'add' | 'held' | 'answer'}`> &
  Pick<InternalHandlers, 'internal.privacy.erase' | 'internal.privacy.table'>;

/** As many as a year brings in a large hall. */
const LISTED = 500;

/** 查阅、更正、删除 (个人信息保护法 45–47 条): what was asked, by when it is answered, what was answered, and on what ground. */
export const privacyHandlers: Handlers = {
  'privacy.people': (host, { number }) =>
    host.db.reading(async () => {
      const visit = await host.db.rows('visits').where('number').equals(number).first();
      const people = await host.reader.some('persons', (visit?.personIds ?? []) as string[]);
      return [...people.values()].map((person) => ({
        id: person.id,
        maskedName: maskName(nameShown(person)),
        docMasked: maskDocument(person.docNumber),
      }));
    }),

  'privacy.list': (host, { all }) =>
    host.db.reading(async () => {
      const table = host.db.rows('personRequests');
      const stored = all
        ? await table.orderBy('id').reverse().limit(LISTED).toArray()
        : await table.where('state').equals('open').limit(LISTED).toArray();
      const rows = await host.reader.open('personRequests', stored);
      const people = await host.reader.some(
        'persons',
        rows.map(({ personId }) => personId),
      );
      const staff = await host.reader.some(
        'staff',
        rows.flatMap(({ staffId, answeredBy }) => [staffId, answeredBy]),
      );
      const today = host.clock.today();
      return rows
        .map((row) => viewOf(row, people.get(row.personId), staff, today))
        .sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || (a.due < b.due ? -1 : 1));
    }),

  'privacy.add': async (host, { personId, kind, receivedOn, how, text }, call) =>
    writeAs(host, call, async (draft) => {
      const person =
        (await host.reader.one('persons', personId)) ?? refuse('not-found', { message: '没有找到这位来访人，什么也没有保存。' });
      if (receivedOn > host.clock.today())
        refuse('refused', { message: '收到日期晚于今天，尚未保存。', fields: { receivedOn: '不能晚于今天' } });
      const { retention } = await host.reader.settings();
      const id = uuid();
      const due = addDays(receivedOn, retention.requestDays);
      const open = { personId, kind, state: 'open' as const, receivedOn, due, at: draft.at, staffId: call.actor.staffId ?? '' };
      draft.add('personRequests', id, { ...open, answeredAt: null, answeredBy: '', how, text, answer: '', basis: '' }, person.keyId);
      draft.audit(call.name, id, kind);
      return { id };
    }),

  'privacy.held': (host, { personId }, { actor }) =>
    host.db.reading(async () => {
      const person = (await host.reader.one('persons', personId)) ?? refuse('not-found', { message: '这位来访人的资料已经删除。' });
      return heldOn(host, person, actor);
    }),

  'privacy.answer': async (host, { id, outcome, answer, basis }, call) => {
    if (outcome === 'refused' && basis === '')
      refuse('refused', { message: '不予办理须说明依据，尚未保存。', fields: { basis: '请写明依据的条款' } });
    await writeAs(host, call, async (draft) => {
      const row = await openRequest(host, id);
      const answered = { state: outcome, answeredAt: draft.at, answeredBy: call.actor.staffId ?? '', answer, basis };
      draft.put('personRequests', id, answered, row.keyId);
      draft.audit(call.name, id, outcome);
      return {};
    });
    return {};
  },

  'internal.privacy.table': async (host, { id }, call) => {
    const row = (await host.reader.one('personRequests', id)) ?? missing();
    const person = (await host.reader.one('persons', row.personId)) ?? refuse('not-found', { message: '这位来访人的资料已经删除。' });
    return { columns: ['类别', '日期', '编号', '内容'], rows: await linesOf(host, person, call.actor) };
  },

  'internal.privacy.erase': async (host, { id, reason, approverId }, call) =>
    writeAs(host, call, async (draft) => {
      const row = await openRequest(host, id);
      if (row.kind !== 'delete') refuse('refused', { message: '这不是删除请求，什么也没有改变。' });
      await mustKnowAll(host, row.personId, call);
      const { keys, numbers } = await destroyAllOf(host, draft, row.personId);
      const act = { askedBy: call.actor.staffId ?? '', approvedBy: approverId, reason };
      const certificateId = await certify(host, draft, { kind: 'person', objectId: row.personId, numbers }, keys, act);
      draft.put('personRequests', id, { state: 'done', answeredAt: draft.at, answeredBy: act.askedBy }, row.keyId);
      draft.audit('internal.privacy.erase', numbers.join('、'), reason);
      return { certificateId, keyIds: keys };
    }),
};

const missing = (): never => refuse('not-found', { message: '没有找到这个请求。请刷新列表。' });

async function openRequest(host: Host, id: string): Promise<Opened<'personRequests'>> {
  const row = (await host.reader.one('personRequests', id)) ?? missing();
  if (row.state !== 'open') refuse('conflict', { message: '这个请求已经答复过，什么也没有改变。请刷新列表。' });
  return row;
}

/** 条例 30 条: whoever may not know a matter does not delete it either. */
async function mustKnowAll(host: Host, personId: string, { actor }: Call): Promise<void> {
  const matters = await mattersOf(host, await groupOf(host, personId));
  if (matters.some((matter) => !mayKnow(matter, actor))) refuse('secret');
}

function viewOf(
  row: Opened<'personRequests'>,
  person: Opened<'persons'> | undefined,
  staff: ReadonlyMap<string, { name: string }>,
  today: string,
): RequestRow {
  const { id, personId, kind, state, receivedOn, due, how, text, answer, basis, answeredAt } = row;
  return {
    ...{ id, personId, kind, state, receivedOn, due, how, text, answer, basis, answeredAt },
    maskedName: person ? maskName(nameShown(person)) : '（已删除）',
    overdue: state === 'open' && due < today,
    staffName: staff.get(row.staffId)?.name ?? '',
    answeredByName: staff.get(row.answeredBy)?.name ?? '',
  };
}
