import { v7 as uuid } from 'uuid';
import { expect } from 'vitest';
import { ReceptionDb } from '../../../electron/storage/host/db';
import type { InputOf } from '../../../shared/contract';
import type { Figure, PeriodUnit, StatReport } from '../../../shared/domain/statistics';
import { actor, CLERK, type Desk, GUO, LAN, newDesk, register, staffIds } from './desk';
import { act, guide } from './hall';
import { first } from './lives';
import { keptFigures, recount } from './recount';
import { begin, end, fillFocus } from './talk';

export const ANALYST = actor(staffIds.admin, 'analyst');
export const KEEPER = actor(staffIds.clerk, 'coordinator');

export const today = async (desk: Desk): Promise<string> => (await first<'hall.now'>(desk, 'hall.now')).date;
export async function walk(desk: Desk, unit: PeriodUnit = 'day', more: { places?: boolean; walkId?: string; day?: string } = {}) {
  const walkId = more.walkId ?? uuid();
  const day = more.day ?? (await today(desk));
  for (let steps = 1; ; steps++) {
    const { report, done, total } = await desk.request('statistics.walk', { walkId, unit, day, places: more.places ?? false }, ANALYST);
    expect(done).toBeLessThanOrEqual(total);
    if (report) return { report, walkId, steps };
  }
}
export const table = ({ tables }: StatReport, id: string) => tables.find((each) => each.id === id) ?? { rows: [] };
export const cellsOf = (report: StatReport, id: string, label: string) => {
  const found = table(report, id).rows.find((row) => row.label.startsWith(label));
  if (!found) throw new Error(`no row ${label} in ${id}`);
  return found.cells;
};
export const texts = (report: StatReport, id: string, label: string): string[] => cellsOf(report, id, label).map(({ text }) => text);
export const figureOf = (report: StatReport, id: string, label: string): Figure => {
  const figure = cellsOf(report, id, label)[0]?.figure;
  if (!figure) throw new Error(`${id} ${label} leads nowhere`);
  return figure;
};
export async function records(desk: Desk, figure: Figure, more: Partial<InputOf<'statistics.records'>> = {}) {
  return desk.request('statistics.records', { unit: 'day', day: await today(desk), figure, page: 0, ...more }, ANALYST);
}
/** What is kept, against the rows themselves. */
export async function keptIsRight({ disk }: Desk): Promise<void> {
  const db = new ReceptionDb(disk.databaseName);
  await db.open();
  expect(await keptFigures(db)).toEqual(await recount(db));
  db.close();
}

/** A day with one of everything. */
export async function aDay() {
  const desk = await newDesk();
  const lan = await register(desk);
  const group = await register(desk, {
    kind: 'collective',
    people: [GUO, LAN],
    heads: 9,
    others: 7,
    othersAreaId: 'r1',
    marks: ['bypass', 'joint'],
    purpose: 'suggestion',
    place: '海淀区',
  });
  const voided = await register(desk, { people: [GUO] });
  await desk.request('visit.void', { id: voided.visitId, reason: '重复登记' }, CLERK);
  await act(desk, lan.visitId, guide);
  const talk = await begin(desk, lan.visitId, 'room-1', { from: 'waiting' });
  await fillFocus(desk, talk);
  await end(desk, talk, { result: 'verify', department: '社保科' });
  const { matterId } = await desk.request('visit.get', { id: lan.visitId }, CLERK);
  return { desk, lan, group, voided, matterId };
}
