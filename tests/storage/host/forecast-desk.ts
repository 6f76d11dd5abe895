import { v7 as uuid } from 'uuid';
import { contract, type InputOf, type OutputOf } from '../../../shared/contract';
import { actor, type Desk, staffIds } from './desk';
import { first } from './lives';

/** Synthetic people of the unit: their roles are what counts. */
export const ANALYST = actor(staffIds.talker, 'analyst');
export const COORDINATOR = actor(staffIds.clerk, 'coordinator');
export const LEADER = actor(staffIds.admin, 'leader');
export const ADMIN = actor(staffIds.admin, 'administrator');
export const GUARD = actor(staffIds.guard, 'guard');

export const DAY = '2026-11-23';
/** `HH:mm:ss` of that day in the hall's zone, ms UTC. */
export const at = (time: string): number => Date.parse(`${DAY}T${time}+08:00`);

type Item = InputOf<'forecast.saveWhole'>['item'];
export const item = (over: Partial<Item> = {}): Item => ({
  date: DAY,
  channel: 'hotline',
  who: '某小区业主',
  demand: '停车位被占',
  traits: {},
  ...over,
});
/** By an analyst, with everything that may be told. */
export const enter = (desk: Desk, over: Partial<Item> = {}, who = ANALYST) =>
  desk.request('forecast.saveWhole', { requestId: uuid(), item: item(over) }, who);

type Grading = InputOf<'forecast.grade'>;
export const grade = (desk: Desk, id: string, over: Pick<Grading, 'grade' | 'suggested'> & Partial<Grading>) =>
  desk.try('forecast.grade', { requestId: uuid(), id, ...over }, ANALYST);

/** A day of 准备, as the screen follows it. */
export const preparationOf = async (desk: Desk, date = DAY) =>
  contract['preparation.day'].output.parse(await first(desk, 'preparation.day', { date }, COORDINATOR)) as OutputOf<'preparation.day'>;
