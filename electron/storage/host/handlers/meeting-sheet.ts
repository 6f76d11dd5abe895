import { v7 as uuid } from 'uuid';
import { buildMeetingSheet, type MeetingSheetItem } from '../../../../shared/documents/meeting-sheet';
import type { PreparationDay } from '../../../../shared/domain/preparation';
import { refuse } from '../../../../shared/errors';
import { mayReceiveNotes } from '../../../../shared/rules/preparation-access';
import { type Host, writeAs } from '../host';
import { mustHavePrinter, printPaper } from '../incidents/incident-print';
import { mayKnow, mustKnow } from '../interviews/secrecy';
import { preparationDay } from '../preparation/preparation-day';
import type { Opened } from '../tables';
import { notesInForce } from '../views/care-notes';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'meeting.notes'> & Pick<InternalHandlers, 'internal.meeting.print' | 'internal.meeting.printNotes'>;

/** 短会单 (plan S40): what the talk has to mind, for those who talk, on the day, and nowhere else. */
export const meetingSheetHandlers: Handlers = {
  'meeting.notes': async (host, { itemId }, call) => {
    const item = (await host.reader.one('forecastItems', itemId)) ?? refuse('not-found');
    if (item.matterId) await mustKnow(host, item.matterId, call);
    await writeAs(host, call, async (draft) => {
      draft.audit(call.name, itemId, item.date);
      return null;
    });
    const masked = item.date < host.clock.today();
    const { notes, health, conduct } = await notesOf(host, item);
    return {
      ...{ itemId, masked },
      notes: notes.map(({ arrangement, detail }) => ({ arrangement, detail: masked ? '' : detail })),
      ...(masked ? { health: '', conduct: '' } : { health, conduct }),
    };
  },

  'internal.meeting.print': async (host, { date }, call) => {
    return writeAs(host, call, async (draft) => {
      const printer = await mustHavePrinter(host);
      const day = await mustHaveItems(host, date);
      const model = buildMeetingSheet({ ...(await head(host, date)), items: await linesOf(host, day, null), copy: null });
      draft.audit(call.name, date, printer);
      await printPaper(host, draft, { kind: 'meeting-sheet', model, label: `短会单 ${date}`, printer });
      return { printer };
    });
  },

  'internal.meeting.printNotes': async (host, { date, receivers }, call) => {
    return writeAs(host, call, async (draft) => {
      if (date !== host.clock.today()) refuse('refused', { message: '注意事项只在当天打印，过后已遮盖，没有打印。' });
      const printer = await mustHavePrinter(host);
      const day = await mustHaveItems(host, date);
      const team = new Set(day.items.flatMap(({ team: { lead, recorder, observer } }) => [lead, recorder, observer]).filter(Boolean));
      const people = await host.reader.some('staff', receivers);
      for (const id of receivers) {
        const person = people.get(id) ?? refuse('not-found');
        if (!mayReceiveNotes(person, team))
          refuse('refused', {
            message: `${person.name}不在接谈组，没有打印。`,
            fields: { receivers: `${person.name}不在接谈组，不能领取` },
          });
      }
      const before = day.copies.reduce((sum, each) => sum + each.receivers.length, 0);
      const names = receivers.map((id) => people.get(id)?.name ?? '');
      for (const [i, id] of receivers.entries()) {
        // A matter that is secret to the receiver has no notes on their copy.
        const items = await linesOf(host, day, id);
        const copy = { n: before + i + 1, receiver: names[i] ?? '' };
        const model = buildMeetingSheet({ ...(await head(host, date)), items, copy });
        await printPaper(host, draft, { kind: 'meeting-notes', model, label: `短会单 ${date} 第${copy.n}份 ${copy.receiver}`, printer });
      }
      draft.add('meetingCopies', uuid({ msecs: draft.at }), { date, at: draft.at, staffId: call.actor.staffId ?? '', receivers });
      draft.audit(call.name, date, `${receivers.length} 份：${names.join('、')}`);
      return { printer, copies: receivers.length };
    });
  },
};

const head = async ({ steady }: Host, day: string) => ({
  ...{ day, unitName: (await steady.settings()).unit.name, demo: await steady.demo() },
});

async function mustHaveItems(host: Host, date: string): Promise<PreparationDay> {
  const day = await preparationDay(host, date);
  if (day.items.length === 0) refuse('refused', { message: '这一天没有要准备的事项，没有打印。' });
  return day;
}

/** @param receiverId whose copy it is; null: without any note on a person */
async function linesOf(host: Host, day: PreparationDay, receiverId: string | null): Promise<MeetingSheetItem[]> {
  const { fields, hall } = await host.steady.settings();
  const names = await host.steady.staffNames();
  const rows = await host.reader.some(
    'forecastItems',
    day.items.map(({ id }) => id),
  );
  const lines: MeetingSheetItem[] = [];
  for (const { id, grade, plannedAt, who, heads, field, roomId, team, summons } of day.items) {
    const item = rows.get(id);
    const parts = [
      ['主谈', team.lead],
      ['记录', team.recorder],
      ['观察', team.observer],
    ].flatMap(([role, staffId]) => (staffId ? `${role} ${names.get(staffId) ?? ''}` : []));
    lines.push({
      ...{ grade, plannedAt, who, heads, demand: item?.demand ?? '' },
      field: fields.entries.find(({ code }) => code === field)?.name ?? '',
      room: hall.rooms.find((room) => room.id === roomId)?.name ?? '',
      team: parts.join('、'),
      departments: summons.map(({ department, attendee }) => [department, attendee].filter(Boolean).join(' ')).join('、'),
      notes: receiverId !== null && item ? await notesFor(host, item, receiverId) : null,
    });
  }
  return lines;
}

async function notesFor(host: Host, item: Opened<'forecastItems'>, receiverId: string): Promise<string[]> {
  const matter = item.matterId ? await host.reader.one('matters', item.matterId) : undefined;
  if (matter && !mayKnow(matter, { staffId: receiverId })) return ['（保密事项，另行告知）'];
  const { notes, health, conduct } = await notesOf(host, item);
  return [
    ...notes.map(({ arrangement, detail }) => `${arrangement}：${detail}`),
    ...(health ? [`健康：${health}`] : []),
    ...(conduct ? [`行为：${conduct}`] : []),
  ];
}

/** Care notes in force on the person, and what the forecast says of health and conduct. */
async function notesOf(host: Host, item: Opened<'forecastItems'>) {
  const notes = item.personId ? await notesInForce(host, [item.personId]) : [];
  const traits = await host.reader.one('forecastTraits', item.id);
  return {
    notes: notes.map(({ arrangement, detail }) => ({ arrangement, detail })),
    health: traits?.health ?? '',
    conduct: traits?.conduct ?? '',
  };
}
