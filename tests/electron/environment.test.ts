import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../electron/profile/environment';
import { chooseStore } from '../../electron/profile/store-choice';
import { dropOutsideSwitches } from '../../electron/security/outside-switches';

const NOW = Date.parse('2026-11-23T01:00:00Z');

describe('what the outside may tell the program', () => {
  it('takes the profile from the flag before the variable', () => {
    expect(readEnvironment(['--profile=/a'], { RECEPTION_PROFILE: '/b' }, false, NOW).profileDir).toBe('/a');
    expect(readEnvironment([], { RECEPTION_PROFILE: '/b' }, false, NOW).profileDir).toBe('/b');
  });

  it.each([
    [{ RECEPTION_CLOCK: '2026-11-23T09:10:00+08:00' }, 10 * 60_000],
    [{ RECEPTION_CLOCK: '-3600' }, -3_600_000],
    [{ RECEPTION_CLOCK: '+60' }, 60_000],
    [{}, 0],
  ])('reads the test clock %j', (env, offset) => {
    expect(readEnvironment([], env, false, NOW)).toMatchObject({ clockOffsetMs: offset, refusal: null });
  });

  it('refuses demonstration data and a test clock in a packaged release, and nonsense anywhere', () => {
    expect(readEnvironment([], { RECEPTION_SEED: 'demo' }, true, NOW).refusal).toContain('演示');
    expect(readEnvironment([], { RECEPTION_CLOCK: '+1' }, true, NOW).refusal).toContain('时间');
    expect(readEnvironment([], { RECEPTION_POLICY: '/tmp/p.json' }, true, NOW)).toMatchObject({ refusal: expect.stringContaining('策略') });
    expect(readEnvironment([], { RECEPTION_POLICY: '/tmp/p.json' }, true, NOW).policyFile).toBeUndefined();
    expect(readEnvironment([], { RECEPTION_SEED: 'x' }, false, NOW).refusal).toContain('x');
    expect(readEnvironment([], { RECEPTION_CLOCK: 'soon' }, false, NOW).refusal).toContain('RECEPTION_CLOCK');
  });

  it('leaves no release open to whoever starts it', () => {
    expect(readEnvironment([], {}, false, NOW).debuggable).toBe(true);
    expect(readEnvironment([], {}, true, NOW).debuggable).toBe(false);
    const line = new Set(['remote-debugging-port', 'disable-web-security', 'lang', 'js-flags']);
    const taken = dropOutsideSwitches({ hasSwitch: (name) => line.has(name), removeSwitch: (name) => line.delete(name) });
    expect(taken).toEqual(['remote-debugging-port', 'disable-web-security', 'js-flags']);
    expect([...line]).toEqual(['lang']);
  });

  it('reads how many synthetic visits a benchmark wants', () => {
    expect(readEnvironment([], { RECEPTION_SEED: 'demo:500' }, false, NOW)).toMatchObject({ demo: true, demoVisits: 500, refusal: null });
    expect(readEnvironment([], { RECEPTION_SEED: 'demo:500:1' }, false, NOW)).toMatchObject({
      demoVisits: 500,
      demoVisitsAWrite: 1,
      refusal: null,
    });
    expect(readEnvironment([], { RECEPTION_SEED: 'demo:x' }, false, NOW).refusal).toContain('demo');
  });

  it('chooses the SQLite store where the runtime has it', () => {
    expect([130, 149, 150, 156].map(chooseStore)).toEqual(['leveldb', 'leveldb', 'sqlite', 'sqlite']);
  });
});
