import type { DeadlineCode } from '../../../../shared/domain/deadlines';
import type { LetterKind } from '../../../../shared/domain/letters';
import { DEADLINE_KINDS } from '../../../../shared/rules/deadline-kinds';
import { betterDay, deadlineText, periodText } from '../../../../shared/rules/deadlines';
import { tellsPeriod } from '../../../../shared/rules/letters-of-result';
import { longDay } from '../../../../shared/rules/time';
import { unitCalendar } from '../../../../shared/rules/working-days';
import type { Host } from '../host';
import { deadlinesOf } from '../interviews/deadlines-of';
import type { Opened } from '../tables';

type Interview = Opened<'interviews'>;
type Row = readonly [name: string, value: string];

/** The 60 days, whichever way they are counted. */
const sameClock = (a: string, b: string): boolean => a === b || (a === 'D5' && b === 'D11') || (a === 'D11' && b === 'D5');

/** Periods as they stand in 督办 by now, and those that no day is known for yet, in words. */
export async function periodsOf(host: Host, interview: Interview, kind: LetterKind): Promise<Row[]> {
  const settings = await host.steady.settings();
  const calendar = unitCalendar(settings.calendar);
  const stored = (await promisesOf(host, interview.matterId))
    .filter(({ interviewId, code, state }) => interviewId === interview.id && state !== 'void' && tellsPeriod(kind, code))
    .sort((a, b) => a.due.localeCompare(b.due));
  const told = stored.map(({ code, start, due, provisional, label }): Row => {
    const known = code as DeadlineCode;
    return [label, deadlineText({ code: known, start, due, provisional, better: betterDay(known, due, calendar) }, settings.deadlines)];
  });
  const promised = interview.disposal ? deadlinesOf(interview.disposal, interview.date, settings) : [];
  const waiting = promised.filter(
    ({ code, due }) => due === '' && tellsPeriod(kind, code) && !stored.some((each) => sameClock(each.code, code)),
  );
  return [
    ...told,
    ...waiting.map(
      (each): Row => [
        `${periodText(each.code, settings.deadlines)}内${DEADLINE_KINDS[each.code].name}`,
        deadlineText(each, settings.deadlines),
      ],
    ),
  ];
}

/** What 督办 knows of 受理 and 延期; only what it does know. */
export async function handledWords(host: Host, { matterId, disposal }: Interview): Promise<Record<string, string>> {
  const promises = (await promisesOf(host, matterId)).filter(({ state }) => state !== 'void');
  const followUps = await host.reader.open('followUps', await host.db.rows('followUps').where('matterId').equals(matterId).toArray());
  const newest = (kind: string) => followUps.filter((each) => each.kind === kind).sort((a, b) => b.at - a.at)[0];
  const running = (...codes: string[]) =>
    promises.filter(({ code }) => codes.includes(code)).sort((a, b) => b.start.localeCompare(a.start))[0];
  const accepted = newest('accepted')?.day ?? running('D5', 'D11')?.start ?? disposal?.acceptedOn;
  const longer = running('D6');
  const extended = newest('extended');
  const words: Record<string, string | undefined> = {
    受理日期: accepted && longDay(accepted),
    原期限: longer && longDay(longer.start),
    延至: longer && longDay(longer.due),
    延期理由: extended?.text,
    批准人: extended?.to,
  };
  return Object.fromEntries(Object.entries(words).flatMap(([place, value]) => (value ? [[place, value]] : [])));
}

const promisesOf = async ({ db, reader }: Host, matterId: string): Promise<Opened<'promises'>[]> =>
  reader.open('promises', await db.rows('promises').where('matterId').equals(matterId).toArray());
