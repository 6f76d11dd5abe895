import { expect } from 'vitest';
import type { FaultyDesk } from './desk';
import { type Counted, FaultHall } from './hall';
import { type Random, ROUNDS, randomOf, SEED } from './random';

export interface Struck {
  /** Whether the fault really struck, by what was seen at hub and desks. */
  struck: boolean;
  /** What the panel of one of the desks has to have said because of it. */
  said?: RegExp;
  /** Reasons for which something may stand in quarantine since this round; at these desks it has to. */
  quarantined?: { desks: FaultyDesk[]; reasons: string[] };
}
export type Fault = (hall: FaultHall, random: Random, round: number) => Promise<Struck>;

interface Sum {
  tries: number;
  struck: number;
  lost: number;
  doubled: number;
  /** Card numbers that two visits of one hall have, with the hall. */
  numbersTwice: Set<string>;
  /** At the last count of each hall. */
  changes: number[];
}

/** A hall's past grows; a fresh one keeps a long run from comparing ever more of it. */
const ROUNDS_A_HALL = 10;
/** After every round the desks are compared; their exports are counted after so many, for a count opens every batch at every desk. */
const ROUNDS_A_COUNT = 5;
const TRIES_A_ROUND = 5;

/** Rounds until the fault struck so often; a round in which it missed counts as a try. */
export async function rounds(name: string, fault: Fault, { numbersOnce = true } = {}): Promise<void> {
  const sum: Sum = { tries: 0, struck: 0, lost: 0, doubled: 0, numbersTwice: new Set(), changes: [] };
  let hall: FaultHall | null = null;
  const began = Date.now();
  try {
    while (sum.struck < ROUNDS && sum.tries < ROUNDS * TRIES_A_ROUND) {
      if (hall && sum.tries % ROUNDS_A_HALL === 0) {
        await hall.close();
        hall = null;
      }
      if (!hall) {
        hall = await FaultHall.start();
        sum.changes.push(0);
      }
      const random = randomOf(`${SEED}/${name}/${sum.tries}`);
      hall.work(random);
      const outcome = await fault(hall, random, sum.tries++);
      await hall.rest();
      await hall.equal();
      if (outcome.struck) {
        sum.struck++;
        await see(hall, outcome);
      }
      if (sum.tries % ROUNDS_A_COUNT === 0 || sum.struck === ROUNDS) await count(hall, sum);
      if (sum.tries % ROUNDS_A_HALL === 0) console.log(`so far, ${line(name, sum, Date.now() - began)}`);
    }
  } finally {
    await hall?.close();
    console.log(line(name, sum, Date.now() - began));
  }
  expect(sum).toMatchObject({ struck: ROUNDS, lost: 0, doubled: 0 });
  if (numbersOnce) expect([...sum.numbersTwice]).toEqual([]);
}

const line = (name: string, { tries, struck, lost, doubled, numbersTwice, changes }: Sum, ms: number): string =>
  `fault: ${name}: struck ${struck} of ${tries} rounds, lost ${lost}, doubled ${doubled}, card numbers twice ${numbersTwice.size}, changes ${changes.reduce((all, each) => all + each, 0)}, ${Math.round(ms / 1000)} s, SYNC_SEED=${SEED}`;

async function count(hall: FaultHall, sum: Sum): Promise<void> {
  const counted = await hall.counted();
  const [one] = counted as [Counted];
  for (const other of counted) expect(other, 'every export holds the same').toEqual(one);
  const requests = new Set(one.requests);
  const rows = new Set(one.rows);
  const lost = [
    ...[...hall.ledger.confirmed].filter(([id]) => !requests.has(id)).map(([id, asked]) => `${asked} ${id}`),
    ...[...hall.ledger.rows].filter(([id, { table }]) => !rows.has(`${table}/${id}`)).map(([id, { table }]) => `${table}/${id}`),
  ];
  const doubled = [...one.twice.requests, ...one.twice.rows];
  sum.lost += lost.length;
  sum.doubled += doubled.length;
  const halls = sum.changes.length;
  for (const number of one.twice.numbers) sum.numbersTwice.add(`${halls}: ${number}`);
  sum.changes[halls - 1] = one.changes;
  expect({ lost, doubled }, 'nothing lost, nothing doubled').toEqual({ lost: [], doubled: [] });
  for (const { life } of hall.desks) {
    const chain = await life.desk.internal('internal.verifyChain', null);
    expect(chain).toEqual({ batches: life.disk.journal.length, brokenAt: null, aside: 0 });
  }
}

async function see(hall: FaultHall, outcome: Struck): Promise<void> {
  if (outcome.said) {
    const said = hall.desks.flatMap(({ life }) => [...life.said]);
    expect(said.join('\n'), 'what is odd is shown').toMatch(outcome.said);
  }
  for (const desk of hall.desks) {
    const reasons = (await hall.quarantine(desk)).map(({ reason }) => reason);
    const { desks = [], reasons: allowed = [] } = outcome.quarantined ?? {};
    expect(
      reasons.filter((reason) => !allowed.includes(reason)),
      `quarantined at ${desk.code}`,
    ).toEqual([]);
    if (desks.includes(desk)) expect(reasons.length, `quarantined at ${desk.code}`).toBeGreaterThan(0);
    expect(desk.life.view.get().quarantined).toBe(reasons.length);
  }
}
