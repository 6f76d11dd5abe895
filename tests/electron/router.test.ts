import { describe, expect, it } from 'vitest';
import { Observable } from '../../electron/observable';
import { type MainHandlers, type MainLives, Router, type Sender } from '../../electron/router';
import { Refusals } from '../../electron/session/refusals';
import { Session } from '../../electron/session/session';
import type { RefusalCount } from '../../electron/storage/internal';
import type { Storage } from '../../electron/storage/storage';
import { contract } from '../../shared/contract';
import type { Role } from '../../shared/domain/basics';
import type { Result } from '../../shared/result';
import type { DiskState } from '../../shared/rules/disk-guard';

const SCREEN: Sender = { genuine: true, name: 'screen' };
const FORGED: Sender = { genuine: false, name: 'unknown' };
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

function bench(disk: DiskState = 'ok') {
  const session = new Session();
  const audited = new Map<string, RefusalCount>();
  const writes: number[] = [];
  const refusals = new Refusals(
    async (counts) => {
      writes.push(counts.length);
      for (const c of counts) audited.set(c.key, c);
    },
    () => '2026-11-23',
    () => 0,
  );
  const asked: string[] = [];
  const storage = {
    request: async (name: string) => {
      asked.push(name);
      return { ok: true, value: null };
    },
    subscribe: (name: string, _input: unknown, _actor: unknown, onResult: (r: Result<unknown>) => void) => {
      onResult({ ok: true, value: `${name} of storage` });
      return () => asked.push(`stopped ${name}`);
    },
  } as unknown as Storage;
  const handlers = new Proxy({} as MainHandlers, {
    get: (_target, name) => async () => {
      asked.push(String(name));
      return {};
    },
  });
  const lives = {
    'session.current': session.view,
    'program.state': new Observable({}),
    'system.health': new Observable({}),
  } as unknown as MainLives;
  const router = new Router({
    session,
    refusals,
    handlers,
    lives,
    storage: () => storage,
    diskState: () => disk,
    deskCode: () => '01',
    managed: () => null,
  });
  const signIn = (...roles: Role[]) => session.signIn({ id: ID, name: '甲', roles }, 180);
  return { router, session, refusals, audited, writes, asked, signIn };
}
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);

describe('every request passes the router', () => {
  it('refuses an unknown request, an inherited name and a live query asked as a request', async () => {
    const { router } = bench();
    for (const name of ['no.such', 'constructor', '__proto__', 'program.state', 7, null]) {
      expect(codeOf(await router.request(SCREEN, name, {}))).toBe('unknown-request');
    }
  });

  it('refuses a forged sender before it looks at anything else', async () => {
    const { router, asked } = bench();
    expect(codeOf(await router.request(FORGED, 'session.staff', {}))).toBe('forged-sender');
    expect(asked).toEqual([]);
  });

  it('refuses everything but the first steps while nobody is signed in', async () => {
    const { router } = bench();
    for (const name of Object.keys(contract) as (keyof typeof contract)[]) {
      const spec = contract[name];
      if (spec.kind !== 'request' || spec.access === 'anyone') continue;
      expect(codeOf(await router.request(SCREEN, name, {})), name).toBe('signed-out');
    }
  });

  it('refuses under the lock what a signed-in person may do', async () => {
    const { router, session, signIn } = bench();
    signIn('registrar');
    expect(codeOf(await router.request(SCREEN, 'search.find', { text: '李' }))).toBe('ok');
    session.lock();
    expect(codeOf(await router.request(SCREEN, 'search.find', { text: '李' }))).toBe('locked');
  });

  it('keeps each role to its own: the administrator sees no visits, the auditor only the trail', async () => {
    const { router, signIn } = bench();
    signIn('administrator');
    expect(codeOf(await router.request(SCREEN, 'visit.get', { id: ID }))).toBe('forbidden');
    expect(codeOf(await router.request(SCREEN, 'careNote.detail', { id: ID }))).toBe('forbidden');
    signIn('auditor');
    expect(codeOf(await router.request(SCREEN, 'audit.list', {}))).toBe('ok');
    expect(codeOf(await router.request(SCREEN, 'search.find', { text: '李' }))).toBe('forbidden');
    signIn('registrar');
    expect(codeOf(await router.request(SCREEN, 'careNote.detail', { id: ID }))).toBe('forbidden');
    expect(codeOf(await router.request(SCREEN, 'settings.put', { key: 'notice', value: { card: [] } }))).toBe('forbidden');
  });

  it('says which field of a malformed request is wrong', async () => {
    const { router, signIn } = bench();
    signIn('registrar');
    const result = await router.request(SCREEN, 'visit.void', { id: ID, reason: '  ' });
    expect(result).toMatchObject({ ok: false, error: { code: 'malformed', fields: { reason: '请填写作废理由' } } });
  });

  it('stops writing, and only writing, when the disk is nearly full', async () => {
    const { router, signIn } = bench('read-only');
    signIn('registrar');
    expect(codeOf(await router.request(SCREEN, 'visit.void', { id: ID, reason: '重复' }))).toBe('read-only');
    expect(codeOf(await router.request(SCREEN, 'visit.get', { id: ID }))).toBe('ok');
  });

  it('lets a recording end and its alarm be written on a disk that takes nothing else, but no part of it', async () => {
    const { router, asked } = bench('read-only');
    const token = '0'.repeat(32);
    expect(codeOf(await router.request(SCREEN, 'recording.alarm', { token, alarm: 'not-stored' }))).toBe('ok');
    const part = { token, n: 0, startMs: 0, durationMs: 5000, bytes: new Uint8Array(10) };
    expect(codeOf(await router.request(SCREEN, 'recording.part', part))).toBe('read-only');
    expect(codeOf(await router.request(SCREEN, 'recording.finish', { token, ended: 'broken' }))).toBe('ok');
    expect(asked).toEqual(['recording.alarm', 'recording.finish']);
  });

  it('takes an alarm from anybody: signed out, under the lock, with a disk that is nearly full', async () => {
    const alarm = { id: ID, code: 'E07', text: '有人倒地', reason: '误触' };
    const asks = ['alarm.raise', 'alarm.confirm', 'alarm.line', 'alarm.heard', 'alarm.falseAlarm', 'evacuation.print', 'incident.clock'];
    const { router, session, signIn } = bench('read-only');
    const all = async () => Promise.all(asks.map(async (name) => codeOf(await router.request(SCREEN, name, alarm))));
    expect(await all()).toEqual(asks.map(() => 'ok'));
    signIn('registrar');
    session.lock();
    expect(await all()).toEqual(asks.map(() => 'ok'));
    const entry = { kind: 'note', text: '有人倒地' };
    expect(codeOf(await router.request(SCREEN, 'incident.add', { requestId: ID, id: ID, entry }))).toBe('locked');
    session.unlock();
    expect(codeOf(await router.request(SCREEN, 'incident.add', { requestId: ID, id: ID, entry }))).toBe('ok');
    const drill = { requestId: ID, code: 'E15', plan: '撤离', participants: '全体' };
    expect(codeOf(await router.request(SCREEN, 'incident.drill', drill)), 'a drill can wait').toBe('read-only');
  });

  it.each(['administrator', 'auditor'] as const)('shows the %s no incident, and takes none of their acts in it', async (role) => {
    const { router, signIn } = bench();
    signIn(role);
    const asked = { requestId: ID, id: ID, visitId: ID, reason: '想看', entry: { kind: 'note', text: '一行' } };
    for (const name of ['incident.add', 'incident.drill', 'incident.careNotes'])
      expect(codeOf(await router.request(SCREEN, name, asked)), name).toBe('forbidden');
    for (const name of ['incident.view', 'incident.timeline', 'incident.list']) {
      const heard: string[] = [];
      router.subscribe(SCREEN, name, { id: ID, drill: false }, (r) => heard.push(codeOf(r)));
      expect(heard, name).toEqual(['forbidden']);
    }
  });

  it('counts ten thousand equal refusals in one entry', async () => {
    const { router, refusals, audited, writes, signIn } = bench();
    signIn('auditor');
    for (let i = 0; i < 10_000; i++) await router.request(SCREEN, 'visit.get', { id: ID });
    await refusals.flush();
    expect([...audited.values()].map((c) => c.count)).toEqual([10_000]);
    expect(writes.length).toBeLessThan(20);
  });

  it('does not let invented names fill the trail', async () => {
    const { router, refusals, audited } = bench();
    for (let i = 0; i < 5000; i++) await router.request(SCREEN, `made-up-${i}`, {});
    await refusals.flush();
    expect(audited.size).toBeLessThanOrEqual(201);
    expect([...audited.values()].reduce((sum, c) => sum + c.count, 0)).toBe(5000);
  });
});

describe('live queries', () => {
  it('stop at the lock and go on after it', () => {
    const { router, session, asked, signIn } = bench();
    signIn('registrar');
    const heard: string[] = [];
    const stop = router.subscribe(SCREEN, 'visit.today', {}, (r) => heard.push(codeOf(r)));
    session.lock();
    session.unlock();
    stop();
    expect(heard).toEqual(['ok', 'locked', 'ok']);
    expect(asked).toEqual(['stopped visit.today', 'stopped visit.today']);
  });

  it('start again for the next person with their own rights', () => {
    const { router, signIn } = bench();
    signIn('registrar');
    const heard: string[] = [];
    router.subscribe(SCREEN, 'visit.today', {}, (r) => heard.push(codeOf(r)));
    signIn('auditor');
    expect(heard.at(-1)).toBe('forbidden');
  });
});
