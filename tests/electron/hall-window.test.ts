import { describe, expect, it } from 'vitest';
import { Observable } from '../../electron/observable';
import { type MainHandlers, type MainLives, Router, type Sender } from '../../electron/router';
import { Refusals } from '../../electron/session/refusals';
import { Session } from '../../electron/session/session';
import type { RefusalCount } from '../../electron/storage/internal';
import type { Storage } from '../../electron/storage/storage';
import { revivalDelay, stillCounted } from '../../electron/windows/hall-revival';
import { contract } from '../../shared/contract';
import { ROLES } from '../../shared/domain/basics';
import type { Result } from '../../shared/result';

const HALL: Sender = { genuine: true, name: 'hall-screen' };
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const OWN = ['hall.screen', 'hall.display'];
const names = Object.keys(contract) as (keyof typeof contract)[];

function bench() {
  const session = new Session();
  const asked: string[] = [];
  const audited = new Map<string, RefusalCount>();
  const refusals = new Refusals(
    async (counts) => {
      for (const count of counts) audited.set(count.key, count);
    },
    () => '2026-11-23',
    () => 0,
  );
  const storage = {
    request: async (name: string) => {
      asked.push(name);
      return { ok: true, value: null };
    },
    subscribe: (name: string, _input: unknown, _actor: unknown, onResult: (r: Result<unknown>) => void) => {
      asked.push(name);
      onResult({ ok: true, value: name });
      return () => {};
    },
  } as unknown as Storage;
  const handlers = new Proxy({} as MainHandlers, {
    get: (_target, name) => async () => {
      asked.push(String(name));
      return {};
    },
  });
  const lives = new Proxy({} as MainLives, { get: (_target, name) => new Observable({ name: String(name) }) });
  const router = new Router({
    session,
    refusals,
    handlers,
    lives,
    storage: () => storage,
    diskState: () => 'ok',
    deskCode: () => '01',
    managed: () => null,
  });
  return { router, session, refusals, audited, asked };
}
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);
function heard(router: Router, sender: Sender, name: string): string {
  let code = '';
  router.subscribe(sender, name, {}, (result) => {
    code = codeOf(result);
  })();
  return code;
}

describe('the hall window', () => {
  it.each([['nobody signed in'], ['everything allowed at the desk']])('is refused every request and every other query: %s', async (who) => {
    const { router, session, asked, refusals, audited } = bench();
    if (who !== 'nobody signed in') session.signIn({ id: ID, name: '甲', roles: [...ROLES] }, 180);
    for (const name of names) {
      if (contract[name].kind === 'request') expect(codeOf(await router.request(HALL, name, {})), name).toBe('forbidden');
      else if (!OWN.includes(name)) expect(heard(router, HALL, name), name).not.toBe('ok');
    }
    expect(asked).toEqual([]);
    await refusals.flush();
    expect(audited.size).toBeGreaterThan(0);
  });
  it('hears its own two, signed in or not, locked or not', () => {
    const { router, session } = bench();
    const both = (): string[] => OWN.map((name) => heard(router, HALL, name));
    expect(both()).toEqual(['ok', 'ok']);
    session.signIn({ id: ID, name: '甲', roles: ['registrar'] }, 180);
    session.lock();
    expect(both()).toEqual(['ok', 'ok']);
  });
  it('is the only one that hears them', () => {
    const { router, session } = bench();
    session.signIn({ id: ID, name: '甲', roles: [...ROLES] }, 180);
    for (const name of OWN) expect(heard(router, { genuine: true, name: 'screen' }, name)).toBe('forbidden');
    for (const name of OWN) expect(heard(router, { genuine: false, name: 'unknown' }, name)).toBe('forged-sender');
  });
  it('has two queries of its own, and neither takes any input', () => {
    const own = names.filter((name) => contract[name].access === 'hall-screen');
    expect(own).toEqual(OWN);
    for (const name of own) expect(contract[name]).toMatchObject({ kind: 'live' });
  });
});

describe('a hall window that dies', () => {
  it('comes back at once, then ever later, and never more than a minute later', () => {
    const now = 1_000_000_000;
    const delays = Array.from({ length: 12 }, (_, n) =>
      revivalDelay(
        Array.from({ length: n + 1 }, () => now),
        now,
      ),
    );
    expect(delays.slice(0, 4)).toEqual([250, 500, 1000, 2000]);
    expect(Math.max(...delays)).toBe(60_000);
  });
  it('is forgiven what happened more than five minutes ago', () => {
    const now = 1_000_000_000;
    const old = [now - 400_000, now - 301_000];
    expect(revivalDelay([...old, now], now)).toBe(250);
    expect(stillCounted([...old, now], now)).toEqual([now]);
  });
});
