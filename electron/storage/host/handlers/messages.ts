import { v7 as uuid } from 'uuid';
import { buildMessages } from '../../../../shared/documents/messages';
import { GROUP_NAMES } from '../../../../shared/domain/emergency';
import { refuse } from '../../../../shared/errors';
import { checkAcknowledgement, inOrder, openGroups } from '../../../../shared/rules/messages';
import { timeOf } from '../../../../shared/rules/time';
import { HALL_KEY } from '../data-keys';
import { writeAs } from '../host';
import { mustFind } from '../incidents/running';
import { messagesForPaper, messageViews, openMessages } from '../views/messages';
import { addPrintJob } from '../visits/print-content';
import { jobMade } from './printing';
import type { InternalHandlers, LiveHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'message.send' | 'message.acknowledge'> & Pick<InternalHandlers, 'internal.print.messages'>;

export const messageHandlers: Handlers = {
  'message.send': async (host, { groups, text, incidentId }, call) =>
    writeAs(host, call, async (draft) => {
      const incident = incidentId === '' ? null : await mustFind(host, incidentId);
      const id = uuid();
      const open = {
        ...{ at: draft.at, staffId: call.actor.staffId ?? '', deskCode: host.deskCode },
        ...{ groups: inOrder(groups), incidentId, drill: incident?.mode === 'drill' },
      };
      // What is said of an incident belongs to it, and goes with its key.
      draft.add('messages', id, { ...open, text }, incident?.keyId ?? HALL_KEY);
      draft.audit(call.name, id, open.groups.map((group) => GROUP_NAMES[group]).join('、'));
      return { id };
    }),

  'message.acknowledge': async (host, { id: messageId, group, person }, call) =>
    writeAs(host, call, async (draft) => {
      const message = (await host.reader.one('messages', messageId)) ?? refuse('not-found');
      const wrong = checkAcknowledgement(group, person, call.actor.roles);
      if (wrong) refuse('refused', { message: `${wrong}，尚未保存。`, fields: { person: wrong } });
      const stored = await host.db.rows('acknowledgements').where('messageId').equals(messageId).toArray();
      const open = openGroups(message.groups, await host.reader.open('acknowledgements', stored));
      if (!open.includes(group)) refuse('conflict', { message: `${GROUP_NAMES[group]}已经确认过，什么也没有改变。` });
      const staffId = call.actor.staffId ?? '';
      const own = (await host.steady.staffNames()).get(staffId) ?? '';
      const id = uuid();
      const row = { messageId, at: draft.at, staffId, deskCode: host.deskCode, group, person: person || own };
      draft.add('acknowledgements', id, row, message.keyId);
      draft.audit(call.name, messageId, GROUP_NAMES[group]);
      return { id };
    }),

  'internal.print.messages': async (host, { incidentId }, call) => {
    const receipt = await writeAs(host, call, async (draft) => {
      const [settings, demo, staff] = await Promise.all([host.steady.settings(), host.steady.demo(), host.steady.staffNames()]);
      const { mode, letterPrinter, cardPrinter } = settings.printing;
      const printer = letterPrinter || cardPrinter;
      if (mode !== 'printer' || !printer)
        refuse('refused', { message: '本台未设打印机，没有打印。请在「设置」中选择打印机，或抄写签收。' });
      const incident = incidentId === '' ? null : await mustFind(host, incidentId);
      const messages = await messagesForPaper(host, incidentId);
      if (messages.length === 0) refuse('refused', { message: '没有要打印的消息。演练的消息请在演练中打印。' });
      const model = buildMessages(messages, {
        unitName: settings.unit.name,
        madeBy: staff.get(call.actor.staffId ?? '') ?? '',
        incidentNumber: incident?.number ?? '',
        drill: incident?.mode === 'drill',
        demo,
        at: draft.at,
      });
      draft.audit(call.name, printer, incident?.number ?? '');
      const label = `${incident?.mode === 'drill' ? '演练 ' : ''}工作组消息 ${timeOf(draft.at)}`;
      const content = { kind: 'messages' as const, model };
      const id = addPrintJob(draft, { content, visit: null, label, deskCode: host.deskCode, printer, reprint: 0, reason: '' });
      return { id, messages: messages.length };
    });
    return { job: await jobMade(host, receipt.id), messages: receipt.messages };
  },
};

export const messageLives: Pick<LiveHandlers, 'message.list' | 'message.open'> = {
  'message.list': (host, { incidentId, limit }) =>
    host.db.reading(async () => {
      const { emergency } = await host.reader.settings();
      return { ...(await messageViews(host, incidentId, limit)), taskMinutes: emergency.taskMinutes };
    }),
  'message.open': (host) =>
    host.db.reading(async () => {
      const { emergency } = await host.reader.settings();
      return { ...(await openMessages(host)), taskMinutes: emergency.taskMinutes };
    }),
};
