import { describe, expect, it } from 'vitest';
import type { AlarmView } from '../../../shared/domain/incident';
import { comesForward, type Forward, NEWS_MS } from '../../../shared/rules/alarm-forward';

const RAISED = 1_000_000;
const alarm = (id: string, deskCode: string, more: Partial<AlarmView> = {}): AlarmView => ({
  ...{ id, deskCode, number: '', state: 'active', code: '', level: 4, drill: false, raisedAt: RAISED, elapsed: 0, plan: null, heard: [] },
  ...more,
});
const there = (...ids: string[]): ReadonlySet<string> => new Set(ids);
const LATER: Forward = { own: '01', known: there(), startedAt: null };
const STARTED: Forward = { ...LATER, startedAt: RAISED + NEWS_MS };

describe("this desk's window comes forward", () => {
  it.each<[string, AlarmView[], Forward, boolean]>([
    ['for an alarm of another desk', [alarm('a', '02')], LATER, true],
    ['for a drill of another desk', [alarm('a', '02', { drill: true })], LATER, true],
    ['for the second one, too', [alarm('a', '02'), alarm('b', '03')], { ...LATER, known: there('a') }, true],
    ['not for its own', [alarm('a', '01')], LATER, false],
    ['not while it is not known which desk this is', [alarm('a', '02')], { ...LATER, own: '' }, false],
    ['not while the other desk still chooses the type', [alarm('a', '02', { state: 'pending' })], LATER, false],
    ['not again when a line is added to it', [alarm('a', '02')], { ...LATER, known: there('a') }, false],
    ['not where somebody here has taken note of it', [alarm('a', '02', { heard: ['01'] })], LATER, false],
    ['where only another desk has', [alarm('a', '02', { heard: ['03'] })], LATER, true],
    ['at the start for one that was raised a minute before', [alarm('a', '02')], STARTED, true],
    ['not at the start for one that runs longer', [alarm('a', '02')], { ...STARTED, startedAt: RAISED + NEWS_MS + 1 }, false],
    ['at the start for one of a desk whose clock is ahead', [alarm('a', '02')], { ...STARTED, startedAt: RAISED - 5000 }, true],
    ['later for one that was raised long ago: the network was away', [alarm('a', '02', { raisedAt: 0 })], LATER, true],
    ['not when nothing runs', [], LATER, false],
  ])('%s', (_what, running, how, forward) => expect(comesForward(running, how)).toBe(forward));
});
