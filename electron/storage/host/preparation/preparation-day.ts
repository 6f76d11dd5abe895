import type { MeetingView, PreparationDay, PreparationItem, RoundView, SummonsView } from '../../../../shared/domain/preparation';
import type { Settings } from '../../../../shared/domain/settings';
import { isCompressed, minutesLate, OPEN, planSteps, roundsNeeded, type Settled, stepView } from '../../../../shared/rules/preparation';
import {
  briefingSettled,
  isWholeRound,
  patrolSettled,
  roomSettled,
  summonsSettled,
  teamSettled,
} from '../../../../shared/rules/preparation-settled';
import type { Host } from '../host';
import { membersOn } from '../organisation/roster';
import type { Opened, TableName } from '../tables';
import { type DayItem, dayItems } from './day-items';

const EMPTY_TEAM = { lead: '', recorder: '', observer: '' };

/** Rows of a day, oldest first. */
async function ofDay<T extends TableName>({ db, reader }: Host, table: T, date: string): Promise<Opened<T>[]> {
  return reader.open(table, await db.rows(table).where('date').equals(date).toArray());
}

interface Day {
  settings: Settings;
  names: ReadonlyMap<string, string>;
  kept: ReadonlyMap<string, Opened<'preparations'>>;
  acts: readonly Opened<'preparationActs'>[];
  summons: readonly SummonsView[];
  rounds: readonly Opened<'patrolRounds'>[];
  meetings: readonly MeetingView[];
  now: number;
}

/** Everything of one day's preparing, without anything of health or conduct. */
export async function preparationDay(host: Host, date: string): Promise<PreparationDay> {
  const settings = await host.reader.settings();
  const names = new Map((await host.reader.all('staff')).map(({ id, name }) => [id, name]));
  const { prepared, grades } = await dayItems(host, date);
  const [kept, acts, summons, rounds, meetings, copies] = [
    await ofDay(host, 'preparations', date),
    await ofDay(host, 'preparationActs', date),
    await ofDay(host, 'summons', date),
    await ofDay(host, 'patrolRounds', date),
    await ofDay(host, 'meetings', date),
    await ofDay(host, 'meetingCopies', date),
  ];
  const named = (id: string): string => names.get(id) ?? '';
  const day: Day = {
    ...{ settings, names, rounds, now: host.clock.now() },
    kept: new Map(kept.map((row) => [row.id, row])),
    acts: acts.sort((a, b) => a.at - b.at || a.id.localeCompare(b.id)),
    summons: summons.map((row) => summonsView(row, named)).sort((a, b) => a.notifiedAt - b.notifiedAt),
    meetings: meetings.map((row) => meetingView(row, prepared, settings, named)).sort((a, b) => b.startedAt - a.startedAt),
  };
  const roster = await host.reader.one('rosters', date);
  const members = await membersOn(host, settings, date, roster?.posts);
  return {
    date,
    items: prepared.map((each) => itemView(each, day)),
    roundsNeeded: roundsNeeded(grades, settings.preparation),
    rounds: rounds.map((row) => roundView(row, settings, named)).sort((a, b) => b.at - a.at),
    meetings: [...day.meetings],
    expected: members.filter(({ post }) => post !== '').map(({ id, name }) => ({ id, name })),
    copies: copies
      .sort((a, b) => a.at - b.at)
      .map(({ at, staffId, receivers }) => ({ at, byName: named(staffId), receivers: receivers.map(named) })),
  };
}

function itemView(dayItem: DayItem, day: Day): PreparationItem {
  const { item, grade, knownAt } = dayItem;
  const { settings, names, kept } = day;
  const named = (id: string): string => names.get(id) ?? '';
  const own = kept.get(item.id);
  const acts = day.acts.filter(({ itemId }) => itemId === item.id);
  const planned = planSteps({ grade, plannedAt: item.plannedAt, knownAt }, settings.preparation);
  const summons = day.summons.filter(({ itemId }) => itemId === item.id);
  const begun = acts.find(({ act }) => act === 'begin');
  const team = own ? { lead: own.lead, recorder: own.recorder, observer: own.observer } : EMPTY_TEAM;

  const settled = (key: string, kind: PreparationItem['steps'][number]['kind']): Settled => {
    const last = acts.findLast(({ act, step }) => step === key && act !== 'begin');
    const said = (state: 'done' | 'omitted'): Settled => ({
      ...{ state, at: last?.at ?? null, byName: named(last?.staffId ?? ''), note: last?.note ?? '', missing: '' },
    });
    if (last?.act === 'omitted') return said('omitted');
    switch (kind) {
      case 'plain':
        return last?.act === 'done' ? said('done') : OPEN('');
      case 'summons':
        return summonsSettled(summons);
      case 'patrol':
        return patrolSettled(
          day.rounds.map(({ at, staffId, points }) => ({ at, byName: named(staffId), points })),
          settings.preparation.points,
          settings.preparation.rounds[grade],
        );
      case 'room':
        return roomSettled(
          own?.roomAt ? { at: own.roomAt, byName: named(own.roomBy), roomId: own.roomId, items: own.roomItems } : null,
          settings.preparation.roomItems,
          settings.hall.rooms,
        );
      case 'team':
        return teamSettled(team, own?.teamAt ?? null, named(own?.teamBy ?? ''), named);
      case 'briefing':
        return briefingSettled(day.meetings.filter(({ itemIds }) => itemIds.includes(item.id)));
    }
  };
  return {
    ...{ id: item.id, who: item.who, heads: item.heads, field: item.field, grade, plannedAt: item.plannedAt },
    compressed: isCompressed(planned),
    begun: begun ? { at: begun.at, staffName: named(begun.staffId), steps: begun.steps } : null,
    steps: planned.map((each) => stepView(each, settled(each.step.key, each.step.kind), day.now)),
    ...{ needs: own?.needs ?? [], roomId: own?.roomId ?? '', roomItems: own?.roomItems ?? [], team, summons },
  };
}

const summonsView = (row: Opened<'summons'>, named: (id: string) => string): SummonsView => {
  const { id, itemId, department, contact, phone, method, limitMinutes, notifiedAt, notifiedBy, answeredAt, arrivedAt, attendee } = row;
  return {
    ...{ id, itemId, department, contact, phone, method, limitMinutes, notifiedAt, answeredAt, arrivedAt, attendee },
    notifiedByName: named(notifiedBy),
  };
};

function roundView(
  { id, at, staffId, points, note }: Opened<'patrolRounds'>,
  { preparation }: Settings,
  named: (id: string) => string,
): RoundView {
  // In the list's order: that of a stored record's keys may differ from desk to desk. Points since removed stand last.
  const known = preparation.points.filter((point) => points[point.id] !== undefined);
  const gone = Object.keys(points)
    .filter((key) => !known.some((point) => point.id === key))
    .sort()
    .map((key) => ({ id: key, name: key }));
  return {
    ...{ id, at, note, staffName: named(staffId) },
    points: [...known, ...gone].flatMap(({ id: key, name }) => {
      const state = points[key];
      return state ? { id: key, name, state } : [];
    }),
    whole: isWholeRound(points, preparation.points),
  };
}

/** The meeting's time is counted back from the first of its matters (plan S39). */
function meetingView(
  row: Opened<'meetings'>,
  items: readonly DayItem[],
  { preparation }: Settings,
  named: (id: string) => string,
): MeetingView {
  const { id, startedAt, hostId, staffId, itemIds, present, absent, note } = row;
  const before = preparation.steps.find(({ kind }) => kind === 'briefing')?.minutesBefore ?? 0;
  const times = items.flatMap(({ item }) => (itemIds.includes(item.id) && item.plannedAt !== null ? item.plannedAt : []));
  const dueAt = times.length > 0 ? Math.min(...times) - before * 60_000 : null;
  return {
    ...{ id, startedAt, itemIds, note, hostName: named(hostId), recordedByName: named(staffId) },
    ...{ present: present.map(named), absent: absent.map(named), lateMinutes: minutesLate(dueAt, startedAt) },
  };
}
