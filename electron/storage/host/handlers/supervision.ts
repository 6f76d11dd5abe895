import { v7 as uuid } from 'uuid';
import type { DeadlineCode, PromiseCode } from '../../../../shared/domain/deadlines';
import { FOLLOW_UP_NAMES, type FollowUpInput } from '../../../../shared/domain/follow-up';
import { refuse } from '../../../../shared/errors';
import { DEADLINE_KINDS } from '../../../../shared/rules/deadline-kinds';
import { deadline, lengthOf, periodText } from '../../../../shared/rules/deadlines';
import { checkFollowUp, FOLLOW_UP_RULES, startsOf } from '../../../../shared/rules/follow-up';
import { endsWith, isRight } from '../../../../shared/rules/promises';
import { instantAt } from '../../../../shared/rules/time';
import { unitCalendar } from '../../../../shared/rules/working-days';
import { matterKeyId } from '../data-keys';
import type { Draft } from '../draft';
import { type Host, writeAs } from '../host';
import { endPromises, runningPromises } from '../interviews/running-promises';
import { mayKnow, mustKnow } from '../interviews/secrecy';
import type { Opened } from '../tables';
import { matterRows } from '../views/matter-rows';
import { matterFile, promiseRows } from '../views/supervision-view';
import type { LiveHandlers, RequestHandlers } from './types';

/** What is done for a matter: a line that is only ever added, and what it does to promises and state, in one write. */
export const supervisionHandlers: Pick<RequestHandlers, 'supervision.add' | 'supervision.byCode' | 'supervision.matters'> = {
  'supervision.add': async (host, { input }, call) => {
    await mustKnow(host, input.matterId, call);
    return writeAs(host, call, async (draft) => {
      const matter = (await host.reader.one('matters', input.matterId)) ?? refuse('not-found');
      if (matter.unreadable) refuse('damaged');
      const open = await runningPromises(host, matter.id);
      const longest = lengthOf('D6', (await host.steady.settings()).deadlines);
      const wrong = checkFollowUp(input, { today: host.clock.today(), state: matter.state, open, longest });
      if (Object.keys(wrong).length > 0)
        refuse('refused', {
          message: '还不能保存，已填内容仍在。请按提示补充。',
          fields: Object.fromEntries(Object.entries(wrong).map(([field, text]) => [`input.${field}`, text])),
        });
      const rule = FOLLOW_UP_RULES[input.kind];
      const starts = startsOf(input);
      const key = matterKeyId(matter.id);
      const id = uuid();
      // Entered later than it was done: whether it was in time is told by the day it was done.
      const keptAt = input.day === host.clock.today() ? draft.at : instantAt(input.day, '12:00');
      const kept = open.filter(({ code }) => rule.keeps.includes(code as PromiseCode));
      for (const promise of kept) draft.put('promises', promise.id, { kept: true, state: 'kept', keptAt }, promise.keyId);
      const rest = open.filter((promise) => !kept.includes(promise));
      const ended = rest.filter(({ code }) => endsWith(rule.becomes, code));
      endPromises(draft, ended, `${FOLLOW_UP_NAMES[input.kind]}：${input.text}`);
      // A second opinion begins the right to ask anew.
      endPromises(
        draft,
        rest.filter(({ code }) => starts.includes(code as DeadlineCode)),
        FOLLOW_UP_NAMES[input.kind],
      );
      for (const code of starts) await promise(host, draft, { input, code, open, matterId: matter.id });
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
      return { id, started: [...starts], kept: codesOf(kept), ended: codesOf(ended) };
    });
  },

  'supervision.matters': (host, input) => matterRows(host, input),

  'supervision.byCode': async ({ db, reader }, { number, code }) => {
    const row = await db.rows('visits').where('number').equals(number.trim()).first();
    const matter = row && (await reader.one('matters', String(row.matterId)));
    return matter && matter.queryCode !== '' && matter.queryCode === code.trim().toUpperCase() ? { matterId: matter.id } : null;
  },
};

interface Starting {
  input: FollowUpInput;
  code: DeadlineCode;
  open: readonly Opened<'promises'>[];
  matterId: string;
}

/** A period that begins with what was entered; it belongs to the talk that the matter's promises came from. */
async function promise(host: Host, draft: Draft, { input, code, open, matterId }: Starting): Promise<void> {
  const settings = await host.steady.settings();
  // An extension runs from the end of what it extends, and for as long as was approved.
  const start = code === 'D6' ? (open.find((each) => each.code === 'D5')?.due ?? input.day) : input.day;
  const length = code === 'D6' ? input.number : lengthOf(code, settings.deadlines);
  const lengths = { lengths: { [code]: length } };
  const { due, provisional } = deadline(code, start, unitCalendar(settings.calendar), lengths);
  const talk = await lastTalk(host, matterId);
  const department = code === 'D4' ? input.to : (talk?.disposal?.department ?? '');
  draft.add(
    'promises',
    uuid(),
    {
      ...{ matterId, code, start, due, provisional, length, kept: false, keptAt: null },
      ...{ state: isRight(code) ? 'right' : 'open', label: `${periodText(code, lengths)}内${DEADLINE_KINDS[code].name}` },
      ...{ visitId: talk?.visitId ?? '', interviewId: talk?.id ?? '', department, voidReason: '' },
    },
    matterKeyId(matterId),
  );
}

/** The newest talk of a matter that came to a result. */
async function lastTalk({ db, reader }: Host, matterId: string): Promise<Opened<'interviews'> | undefined> {
  const talks = await reader.open('interviews', await db.rows('interviews').where('matterId').equals(matterId).toArray());
  return talks.filter(({ state }) => state === 'ended').sort((a, b) => b.startedAt - a.startedAt)[0];
}

const codesOf = (promises: readonly Opened<'promises'>[]): PromiseCode[] => promises.map(({ code }) => code as PromiseCode);

export const supervisionLives: Pick<LiveHandlers, 'supervision.list' | 'supervision.matter'> = {
  'supervision.list': (host) => host.db.reading(() => promiseRows(host)),
  'supervision.matter': (host, { matterId }, actor) =>
    host.db.reading(async () => {
      const matter = await host.reader.one('matters', matterId);
      return matter && !matter.unreadable && mayKnow(matter, actor) ? matterFile(host, matter) : null;
    }),
};
