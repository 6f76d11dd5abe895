import { describe, expect, it } from 'vitest';
import type { VisitState } from '../../../shared/domain/visit';
import { waitsLong } from '../../../shared/rules/queue-order';

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
