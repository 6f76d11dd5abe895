import { describe, expect, it } from 'vitest';
import { UNSENT_AT_MOST_MS, unheardAlarms } from '../../renderer/alarm/heard-alarms';
import { EmergencySettings } from '../../shared/domain/emergency';
import type { AlarmView } from '../../shared/domain/incident';

const alarm = (id: string, deskCode: string, more: Partial<AlarmView> = {}): AlarmView => ({
  id,
  number: `20261123-${deskCode}-T01`,
  state: 'active',
  code: 'E07',
  level: 4,
  drill: false,
  deskCode,
  raisedAt: 1000,
  elapsed: 0,
  plan: null,
  heard: [],
  ...more,
});
const NOBODY: ReadonlySet<string> = new Set();
const ids = (running: AlarmView[], { own = '01', heard = NOBODY, waits = 0 } = {}): string[] =>
  unheardAlarms(running, own, heard, () => waits).map(({ id }) => id);

describe('an alarm comes forward', () => {
  it.each<[string, AlarmView[], Parameters<typeof ids>[1], string[]]>([
    ['of another desk', [alarm('a', '02')], {}, ['a']],
    ['of another desk, a drill too', [alarm('a', '02', { drill: true })], {}, ['a']],
    ['of another desk that is under control already', [alarm('a', '02', { state: 'controlled' })], {}, ['a']],
    ['not of this desk', [alarm('a', '01')], {}, []],
    ['not before it is known which desk this is', [alarm('a', '02')], { own: '' }, []],
    ['not a second time', [alarm('a', '02'), alarm('b', '02')], { heard: new Set(['a']) }, ['b']],
    ['not where somebody took note of it before the program was started anew', [alarm('a', '02', { heard: ['01'] })], {}, []],
    ['where only a third desk took note of it', [alarm('a', '02', { heard: ['03'] })], {}, ['a']],
    ['not while its desk still chooses the type', [alarm('a', '02', { state: 'pending' })], { waits: UNSENT_AT_MOST_MS }, []],
    ['when its desk never sent it', [alarm('a', '02', { state: 'pending' })], { waits: UNSENT_AT_MOST_MS + 1 }, ['a']],
    ['oldest first', [alarm('b', '03', { raisedAt: 2000 }), alarm('a', '02')], {}, ['a', 'b']],
  ])('%s', (_what, running, how, found) => expect(ids(running, how)).toEqual(found));

  it('of a desk that failed no sooner than the longest time for a choice', () => {
    const { shape } = EmergencySettings;
    const longest = UNSENT_AT_MOST_MS / 1000;
    expect(shape.sendAfterSeconds.safeParse(longest).success).toBe(false);
  });
});
