import { RESULT_NAMES } from '../../../../shared/domain/disposal';
import type { FollowUpKind, MatterFile, PromiseRow } from '../../../../shared/domain/follow-up';
import { dueGroup } from '../../../../shared/rules/follow-up';
import { maskPhone, SECRET_WORDS } from '../../../../shared/rules/mask';
import { isRight, standing } from '../../../../shared/rules/promises';
import { unitCalendar } from '../../../../shared/rules/working-days';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { Opened } from '../tables';
import { nameShown } from './person-view';

const MOST_ROWS = 500;

/**
 * Open promises by their day, the oldest first: that is also the order of the index.
 * @param most rows; an export has no limit
 */
export async function promiseRows(host: Host, most = MOST_ROWS): Promise<{ rows: PromiseRow[]; more: boolean; overdue: number }> {
  const { db, clock } = host;
  const owed = (until: string) =>
    db
      .rows('promises')
      .where('[state+due]')
      .between(['open', ''], ['open', until], true, false)
      // Rights have a state of their own by now; older rows of theirs have not.
      .filter(({ code }) => !isRight(String(code)));
  const overdue = await owed(clock.today()).count();
  const stored = await owed('\uffff')
    .limit(most + 1)
    .toArray();
  const shown = stored.slice(0, most);
  const rows: PromiseRow[] = [];
  // Opened by the page: an export of thousands never has all their matters and people open at once.
  for (let at = 0; at < shown.length; at += MOST_ROWS) rows.push(...(await openedRows(host, shown.slice(at, at + MOST_ROWS))));
  return { rows, more: stored.length > most, overdue };
}

async function openedRows({ db, reader, clock }: Host, stored: readonly StoredRow[]): Promise<PromiseRow[]> {
  const promises = await reader.open('promises', stored);
  const settings = await reader.settings();
  const calendar = unitCalendar(settings.calendar);
  const [matters, visits] = await Promise.all([
    reader.some(
      'matters',
      promises.map((promise) => promise.matterId),
    ),
    reader.some(
      'visits',
      promises.map((promise) => promise.visitId),
    ),
  ]);
  const people = await reader.some(
    'persons',
    [...matters.values()].flatMap((matter) => matter.personIds[0] ?? []),
  );
  return Promise.all(
    promises.map(async (promise): Promise<PromiseRow> => {
      const matter = matters.get(promise.matterId);
      const person = people.get(matter?.personIds[0] ?? '');
      const followUps = db.rows('followUps').where('matterId').equals(promise.matterId);
      return {
        id: promise.id,
        matterId: promise.matterId,
        code: promise.code,
        label: promise.label,
        due: promise.due,
        provisional: promise.provisional,
        ...dueGroup(promise.due, clock.today(), calendar),
        visitNumber: visits.get(promise.visitId)?.number ?? '',
        name: person ? nameShown(person) : '',
        summary: matter?.secret ? SECRET_WORDS : (matter?.title ?? ''),
        department: promise.department,
        briefingId: promise.matterId === '' ? (promise.briefingId as string) : '',
        reminders: await followUps.filter((row) => row.kind === 'reminder' || row.kind === 'urge').count(),
      };
    }),
  );
}

/** A matter with everything that was promised and done. */
export async function matterFile({ db, reader, clock }: Host, matter: Opened<'matters'>): Promise<MatterFile> {
  const of = (table: 'promises' | 'followUps' | 'interviews') => db.rows(table).where('matterId').equals(matter.id).toArray();
  const [promises, followUps, interviews, person] = await Promise.all([
    of('promises').then((rows) => reader.open('promises', rows)),
    of('followUps').then((rows) => reader.open('followUps', rows)),
    of('interviews').then((rows) => reader.open('interviews', rows)),
    reader.one('persons', matter.personIds[0] ?? ''),
  ]);
  const staff = await reader.some(
    'staff',
    followUps.map((each) => each.staffId),
  );
  return {
    id: matter.id,
    title: matter.title,
    state: matter.state,
    finalDecision: matter.finalDecision,
    queryCode: matter.queryCode,
    secret: matter.secret,
    personId: matter.personIds[0] ?? '',
    name: person ? nameShown(person) : '',
    phoneMasked: maskPhone(person?.phone ?? ''),
    visits: matter.visits,
    promises: promises
      .sort((a, b) => a.due.localeCompare(b.due))
      .map((each) => {
        const { id, code, label, start, due, provisional, keptAt, voidReason } = each;
        return { id, code, label, start, due, provisional, keptAt, voidReason, state: standing(each, clock.today()) };
      }),
    followUps: followUps
      .sort((a, b) => (a.day === b.day ? a.at - b.at : a.day.localeCompare(b.day)))
      .map((each) => ({
        id: each.id,
        kind: each.kind as FollowUpKind,
        day: each.day,
        at: each.at,
        staffName: staff.get(each.staffId)?.name ?? '',
        text: each.text,
        to: each.to,
        method: each.method,
        number: each.number,
      })),
    interviews: interviews
      .filter((each) => each.state !== 'cancelled')
      .sort((a, b) => b.startedAt - a.startedAt)
      .map(({ id, date, result }) => ({ id, day: date, result: result ? RESULT_NAMES[result] : '' })),
  };
}
