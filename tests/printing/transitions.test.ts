import { describe, expect, it } from 'vitest';
import { mayFollow, OPEN_STATES, statesBefore, TRANSITIONS } from '../../electron/printing/transitions';
import { PRINT_STATES, type PrintState } from '../../shared/domain/printing';

describe('the states of a print job', () => {
  it('lead on from every open state and end in printed or cancelled', () => {
    for (const state of OPEN_STATES) expect(TRANSITIONS[state].some((next) => next !== state)).toBe(true);
    expect(TRANSITIONS.printed).toEqual([]);
    expect(TRANSITIONS.cancelled.filter((next) => next !== 'cancelled')).toEqual([]);
  });

  it('reach the spooler only from ready, so that nothing is spooled without an archived page', () => {
    expect(statesBefore('spooling', PRINT_STATES)).toEqual(['ready']);
  });

  it('are printed only on the spooler’s or a person’s word', () => {
    expect(statesBefore('printed', PRINT_STATES)).toEqual(['spooled', 'unknown']);
  });

  it.each<[PrintState, PrintState]>([
    ['spooling', 'queued'],
    ['spooling', 'cancelled'],
    ['spooled', 'queued'],
    ['spooled', 'ready'],
    ['unknown', 'spooling'],
    ['unknown', 'ready'],
    ['printed', 'queued'],
    ['cancelled', 'queued'],
    ['queued', 'spooling'],
  ])('never go from %s to %s', (from, to) => {
    expect(mayFollow(from, to)).toBe(false);
  });

  it('let every state be reached from queued', () => {
    const seen = new Set<PrintState>(['queued']);
    for (const state of seen) for (const next of TRANSITIONS[state]) seen.add(next);
    expect([...seen].sort()).toEqual([...PRINT_STATES].sort());
  });
});
