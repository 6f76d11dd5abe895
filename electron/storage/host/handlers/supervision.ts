import { v7 as uuid } from 'uuid';
import type { DeadlineCode } from '../../../../shared/domain/deadlines';
import { FOLLOW_UP_NAMES } from '../../../../shared/domain/follow-up';
import { refuse } from '../../../../shared/errors';
import { DEADLINE_KINDS } from '../../../../shared/rules/deadline-kinds';
import { deadline, lengthOf, periodText } from '../../../../shared/rules/deadlines';
import { checkFollowUp, FOLLOW_UP_RULES } from '../../../../shared/rules/follow-up';
import { instantAt } from '../../../../shared/rules/time';
import { unitCalendar } from '../../../../shared/rules/working-days';
import { matterKeyId } from '../data-keys';
import { writeAs } from '../host';
import { mayKnow, mustKnow } from '../interviews/secrecy';
import { matterFile, promiseRows } from '../views/supervision-view';
import type { LiveHandlers, RequestHandlers } from './types';

/** What is done for a matter: a line that is only ever added, and what it does to promises and state, in one write. */
export const supervisionHandlers: Pick<RequestHandlers, 'supervision.add' | 'supervision.byCode'> = {
  'supervision.add': async (host, { input }, call) => {
    await mustKnow(host, input.matterId, call);
    return writeAs(host, call, async (draft) => {
      const matter = (await host.reader.one('matters', input.matterId)) ?? refuse('not-found');
      if (matter.unreadable) refuse('damaged');
      const stored = await host.db.rows('promises').where('matterId').equals(matter.id).toArray();
      const open = (await host.reader.open('promises', stored)).filter((promise) => promise.state === 'open');
      const wrong = checkFollowUp(input, { today: host.clock.today(), state: matter.state, open: open.map(({ code }) => code) });
      if (Object.keys(wrong).length > 0)
        refuse('refused', {
          message: '还不能保存，已填内容仍在。请按提示补充。',
          fields: Object.fromEntries(Object.entries(wrong).map(([field, text]) => [`input.${field}`, text])),
        });
      const rule = FOLLOW_UP_RULES[input.kind];
      const key = matterKeyId(matter.id);
      const settings = await host.steady.settings();
      const calendar = unitCalendar(settings.calendar);
      const id = uuid();
      // Entered later than it was done: whether it was in time is told by the day it was done.
      const keptAt = input.day === host.clock.today() ? draft.at : instantAt(input.day, '12:00');
      const kept = open.filter(({ code }) => rule.keeps.includes(code as DeadlineCode));
      for (const promise of kept) draft.put('promises', promise.id, { kept: true, state: 'kept', keptAt }, promise.keyId);
      const from = open.find(({ code }) => code === 'D5');
      for (const code of rule.starts) {
        // An extension runs from the end of what it extends, and for as long as was approved.
        const start = code === 'D6' ? (from?.due ?? input.day) : input.day;
        const length = code === 'D6' ? input.number : lengthOf(code, settings.deadlines);
        const lengths = { lengths: { [code]: length } };
        const { due, provisional } = deadline(code, start, calendar, lengths);
        const origin = open[0] ?? (await host.reader.open('promises', stored))[0];
        draft.add(
          'promises',
          uuid(),
          {
            ...{ matterId: matter.id, code, start, due, provisional, length, kept: false, state: 'open', keptAt: null },
            visitId: origin?.visitId ?? '',
            interviewId: origin?.interviewId ?? '',
            label: `${periodText(code, lengths)}内${DEADLINE_KINDS[code].name}`,
            department: origin?.department ?? '',
          },
          key,
        );
      }
      const { kind, day, number, text, to, method } = input;
      draft.add(
        'followUps',
        id,
        { matterId: matter.id, promiseId: '', at: draft.at, staffId: call.actor.staffId ?? '', kind, day, number, text, to, method },
        key,
      );
      if (rule.becomes && rule.becomes !== matter.state) {
        const finalDecision = rule.becomes === 'final' ? text.slice(0, 60) : matter.finalDecision;
        draft.put('matters', matter.id, { state: rule.becomes, finalDecision }, key);
      }
      draft.audit(call.name, matter.id, FOLLOW_UP_NAMES[kind]);
      return { id, started: [...rule.starts], kept: kept.map(({ code }) => code as DeadlineCode) };
    });
  },

  'supervision.byCode': async ({ db, reader }, { number, code }) => {
    const row = await db.rows('visits').where('number').equals(number.trim()).first();
    const matter = row && (await reader.one('matters', String(row.matterId)));
    return matter && matter.queryCode !== '' && matter.queryCode === code.trim().toUpperCase() ? { matterId: matter.id } : null;
  },
};

export const supervisionLives: Pick<LiveHandlers, 'supervision.list' | 'supervision.matter'> = {
  'supervision.list': (host) => host.db.reading(() => promiseRows(host)),
  'supervision.matter': (host, { matterId }, actor) =>
    host.db.reading(async () => {
      const matter = await host.reader.one('matters', matterId);
      return matter && !matter.unreadable && mayKnow(matter, actor) ? matterFile(host, matter) : null;
    }),
};
