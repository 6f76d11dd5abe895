import { describe, expect, it } from 'vitest';
import type { VisitState } from '../../../shared/domain/visit';
import { compareQueue, waitsLong } from '../../../shared/rules/queue-order';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const MINUTE = 60_000;

describe('who waits so long that somebody should speak to them', () => {
  it.each<[string, VisitState, number | null, number, boolean]>([
    ['guided thirty minutes ago', 'waiting', 30, 50, true],
    ['guided a moment ago, registered long before', 'waiting', 1, 50, false],
    ['never guided, with a card for thirty minutes', 'issued', null, 30, true],
    ['never guided, just registered', 'issued', null, 29, false],
    ['talked with', 'interview', 90, 90, false],
    ['done, the card not yet back', 'ended', 90, 90, false],
    ['a card of yesterday that nobody settled', 'issued', null, 20 * 60, false],
  ])('%s', (_what, state, since, registered, long) => {
    const row = { state, waitingSince: since === null ? null : NOW - since * MINUTE, registeredAt: NOW - registered * MINUTE };
    expect(waitsLong(row, NOW, 30)).toBe(long);
  });
});

describe('who is next', () => {
  const row = (id: string, more: Partial<Parameters<typeof compareQueue>[0]> = {}): Parameters<typeof compareQueue>[0] => ({
    ...{ id, state: 'waiting', calledAt: null, absentAt: null, priority: false, appointment: '', waitingSince: NOW, registeredAt: NOW },
    ...more,
  });

  it('the called, then special needs, then who has an appointment, each by how long they wait (plan S22)', () => {
    const rows = [
      row('talked with', { state: 'interview' }),
      row('card just issued, with special needs', { state: 'issued', priority: true }),
      row('missed a call, with special needs', { absentAt: NOW, priority: true }),
      row('came later'),
      row('came first', { waitingSince: NOW - 40 * MINUTE }),
      row('appointment', { appointment: 'appointment' }),
      row('special needs, came later', { priority: true }),
      row('special needs, came first', { priority: true, waitingSince: NOW - MINUTE }),
      row('called', { calledAt: NOW }),
    ];
    const order = [8, 7, 6, 5, 4, 3, 2, 1, 0].map((n) => rows[n]?.id);
    expect([...rows].sort(compareQueue).map(({ id }) => id)).toEqual(order);
  });
});
