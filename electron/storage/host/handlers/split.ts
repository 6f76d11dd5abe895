import { v7 as uuid } from 'uuid';
import { refuse } from '../../../../shared/errors';
import { cardNumber, queueNumber } from '../../../../shared/rules/card-number';
import { kindFor } from '../../../../shared/rules/registration';
import { isInHall, NEW_FLOW, NOT_ROLLED, presentOf, unnamedHere } from '../../../../shared/rules/visit-flow';
import { matterKeyId } from '../data-keys';
import { writeAs } from '../host';
import { NumberSource } from '../numbers';
import type { Opened } from '../tables';
import { addPrintJob, cardContent } from '../visits/print-content';
import type { RequestHandlers } from './types';

/** A collective visit that goes two ways: some representatives, with some of the others, get a number and a card of their own. */
export const splitHandlers: Pick<RequestHandlers, 'visit.split'> = {
  'visit.split': (host, { id, personIds, others, reason }, call) =>
    writeAs(host, call, async (draft) => {
      const visit = (await host.reader.one('visits', id)) ?? refuse('not-found');
      check(visit, personIds, others);
      const [settings, demo, staff, numbers, people] = await Promise.all([
        host.steady.settings(),
        host.steady.demo(),
        host.steady.staffNames(),
        new NumberSource(host.db, host.deskCode, host.writer.state).load([visit.date]),
        host.reader.some('persons', personIds),
      ]);
      const heads = personIds.length + others;
      const goes = (personId: string): boolean => personIds.includes(personId);
      const attendanceOf = (keep: boolean) => visit.attendance.filter((_, i) => goes(visit.personIds[i] ?? '') === keep);
      // What stays behind. An undo of an older act would bring heads back that are counted elsewhere now.
      const stays = { heads: visit.heads - heads, others: visit.others - others };
      const keyId = matterKeyId(visit.matterId);
      draft.put(
        'visits',
        id,
        {
          ...stays,
          personIds: visit.personIds.filter((personId) => !goes(personId)),
          attendance: attendanceOf(false),
          changeReason: reason,
          undo: null,
          ...NOT_ROLLED,
        },
        keyId,
      );

      const given = numbers.next(visit.date);
      const letter = settings.hall.desks.find((desk) => desk.code === host.deskCode)?.letter ?? 'A';
      const { id: _id, version: _version, keyId: _keyId, unreadable: _unreadable, ...same } = visit;
      const fields = {
        ...same,
        ...NEW_FLOW,
        number: cardNumber(visit.date, host.deskCode, given.card),
        queueNumber: queueNumber(letter, given.queue),
        deskCode: host.deskCode,
        cardNo: given.card,
        queueNo: given.queue,
        registeredAt: draft.at,
        registeredBy: call.actor.staffId ?? '',
        // They wait as long as the others did.
        state: visit.state === 'issued' ? ('issued' as const) : ('waiting' as const),
        waitingSince: visit.waitingSince,
        guideId: visit.guideId,
        // They came together: only somebody alone with a few companions is an individual visitor.
        kind: personIds.length > 1 ? visit.kind : kindFor(heads, settings.rules),
        heads,
        others,
        personIds: [...personIds],
        attendance: attendanceOf(true),
        changeReason: reason,
        splitFrom: id,
        enteredAt: null,
      };
      const newId = uuid({ msecs: draft.at });
      draft.add('visits', newId, fields, keyId);
      const matter = await host.reader.one('matters', visit.matterId);
      if (matter) draft.put('matters', matter.id, { visits: matter.visits + 1 }, keyId);
      const receipt = { visitId: newId, number: fields.number, queueNumber: fields.queueNumber };
      const { mode, cardPrinter } = settings.printing;
      if (mode !== 'printer' || !cardPrinter) return receipt;
      const named = personIds.map((personId) => people.get(personId) ?? refuse('damaged'));
      const content = cardContent({ id: newId, visit: fields, people: named, staff, demo }, settings);
      const job = { content, visit: { id: newId, ...fields }, deskCode: host.deskCode, printer: cardPrinter, reprint: 0, reason: '' };
      return { ...receipt, printJobId: addPrintJob(draft, job) };
    }),
};

function check(visit: Opened<'visits'>, personIds: readonly string[], others: number): void {
  const no = (message: string, field: string): never =>
    refuse('refused', { message: `${message}什么也没有改变。`, fields: { [field]: message } });
  if (visit.unreadable) refuse('damaged');
  if (!isInHall(visit.state)) no('这位来访人已不在大厅，不能分开。', 'id');
  if (visit.state === 'interview') no('正在接谈，请先结束接谈再分开。', 'id');
  if (new Set(personIds).size !== personIds.length || !personIds.every((id) => visit.personIds.includes(id))) {
    no('所选代表不在这一批来访中。', 'personIds');
  }
  if (personIds.some((id) => visit.goneIds.includes(id))) no('所选代表已先行离开，不能分出。', 'personIds');
  if (personIds.length >= visit.personIds.length - visit.goneIds.length) no('原来的一批至少要留下一名代表。', 'personIds');
  const here = unnamedHere(visit);
  if (others > here) no(`其他人员现在场 ${here} 人。`, 'others');
  if (personIds.length + others >= presentOf(visit)) no('分出的人数应少于在场人数。', 'others');
}
