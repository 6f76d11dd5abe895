/**
 * A program in memory behind the screens, only to look at them without Electron (view.mjs). Every input is held against the
 * contract's schema, so that a screen that sends what the router would refuse shows it here.
 */

import { type Bridge, contract, type InputOf, type LiveName, type OutputOf, type RequestName } from '../../shared/contract';
import type { ProgramState, SessionView } from '../../shared/contract/session';
import { appError } from '../../shared/errors';
import { fail, ok, type Result } from '../../shared/result';
import * as data from './fake-data';

const view = new URLSearchParams(window.location.search);
const value = { program: programState(), session: sessionOf(view.get('as')), jobs: data.jobs, visits: data.visits, draft: '' };
if (view.has('unknown')) value.jobs = value.jobs.map((job, i) => (i === 1 ? { ...job, state: 'unknown' } : job));
if (view.has('by-hand')) data.settings.printing.mode = 'none';

function programState(): ProgramState {
  const phase = (view.get('phase') ?? 'ready') as ProgramState['phase'];
  const notices: ProgramState['notices'] = view.has('notice')
    ? [{ id: 'a', level: 'warning', text: '数据库已按日志重建，记录完整。' }]
    : [];
  const failure = { title: '资料库由更新的版本写成', text: '请升级程序后再打开。已保存的记录完好。', detail: 'schema 9 > 1' };
  const place = { unitName: '示范县信访局', deskCode: '01', deskName: '1号登记台' };
  const clock = { clockOffsetMs: data.NOW - Date.now() };
  return { phase, demo: true, ...place, ...clock, notices, storage: 'ready', failure };
}
function sessionOf(name: string | null): SessionView {
  const member = data.staff.find((one) => one.name === name);
  return {
    staff: member ? { id: member.id, name: member.name, roles: member.roles } : null,
    locked: view.has('locked'),
    idleLockSeconds: 180,
  };
}

const listeners = new Map<LiveName, Set<() => void>>();
const changed = (name: LiveName): void => {
  for (const tell of listeners.get(name) ?? []) tell();
};

/** Only what the screens under test ask; anything else is refused as unknown. */
const lives: { [N in LiveName]?: () => OutputOf<N> } = {
  'program.state': () => value.program,
  'session.current': () => value.session,
  'system.health': () => ({
    disk: 'ok',
    freeBytes: 58e9,
    store: 'sqlite',
    keyProvider: '启动口令',
    electron: '45.4.1',
    chromium: '156',
    chain: 'verified',
    findings: [],
  }),
  'sync.view': () => data.syncView(view.get('link') ?? 'online', view.has('joining')),
  'alarm.running': () => (view.has('elsewhere') ? [data.elsewhere] : []),
  'alarm.pending': () => ({ id: '', raisedAt: 0, sendsAt: 0, kept: 'stored', message: '' }),
  'print.jobs': () => value.jobs,
  'settings.all': () => data.settings,
  'staff.list': () => data.staff,
  'visit.today': () => value.visits,
  'hall.now': () => ({
    date: data.DAY,
    visits: 11,
    heads: 46,
    inHall: 21,
    byState: { issued: 3, waiting: 14, interview: 3, ended: 1 },
    returned: 25,
    lost: 0,
    leftEarly: 0,
    cardsOut: 6,
    earlier: 0,
  }),
};

const member = (staffId: string, pin: string): boolean => data.pins.get(staffId) === pin;
const visitOf = (id: string) => data.detailOf(value.visits.find((v) => v.id === id) ?? (data.visits[0] as (typeof data.visits)[0]));
let registered = 11;

const answers: { [N in RequestName]?: (input: InputOf<N>) => OutputOf<N> | Result<OutputOf<N>> } = {
  'program.dismissNotice': () => {
    value.program = { ...value.program, notices: [] };
    changed('program.state');
    return {};
  },
  'setup.disk': () => ({ text: '', todo: '' }),
  'setup.options': () => ({ printers: ['前台卡片机', 'Office-Laser'], protections: ['passphrase'] }),
  'setup.recoveryPhrase': () => ({ words: [...'的一是在不了有和人这中大'], ask: [2, 7, 11] }),
  'setup.complete': ({ phraseAnswers }) =>
    phraseAnswers['2'] === '一'
      ? {}
      : fail(appError('refused', { fields: { 'phraseAnswers.2': '第 2 个字与显示的不符，请对照抄写的纸。' } })),
  'store.unlock': () => fail(appError('wrong-passphrase')),
  'store.unlockWithPhrase': () => fail(appError('wrong-passphrase')),
  'setup.pickJoiningFile': () => ({ name: '2号登记台.reception-join' }),
  'setup.join': ({ code }) => (code === '0000' ? fail(appError('refused', { fields: { code: '口令不正确，请核对后再输。' } })) : {}),
  'setup.importPackage': () => ({ applied: 310, known: 0, refused: 0 }),
  'sync.quarantine': () => data.quarantined,
  'sync.pickHubFile': () => ({ name: 'hall.reception-hub', hub: ['192.168.10.5:4222'] }),
  'sync.useHub': ({ code }) => (code === '0000' ? fail(appError('refused', { fields: { code: '口令不正确，请核对后再输。' } })) : {}),
  'sync.invite': ({ deskCode }) => ({ code: 'K7QM-4TWD-9XPA', file: `/media/usb/${deskCode}.reception-join` }),
  'sync.revoke': ({ reason }) => (reason ? {} : fail(appError('malformed', { fields: { reason: '请填写原因' } }))),
  'sync.exportPackage': () => ({ file: '/media/usb/20261123.reception', changes: 12_480 }),
  'sync.importPackage': () => ({ applied: 310, known: 12_170, refused: 2 }),
  'alarm.line': () => ({}),
  'alarm.heard': () => ({}),
  'incident.clock': () => ({ elapsed: 93_000 }),
  'session.staff': () => (view.has('joining') ? [] : data.staff),
  'session.signIn': ({ staffId, pin }) => {
    if (pin === '0000') return fail(appError('wait', { waitSeconds: 20 }));
    if (!member(staffId, pin)) return fail(appError('wrong-pin'));
    value.session = sessionOf(data.staff.find((one) => one.id === staffId)?.name ?? '');
    changed('session.current');
    return value.session;
  },
  'session.signOut': () => {
    value.session = sessionOf(null);
    changed('session.current');
    return {};
  },
  'session.lock': () => {
    value.session = { ...value.session, locked: true };
    changed('session.current');
    return {};
  },
  'session.unlock': ({ pin }) => {
    if (!member(value.session.staff?.id ?? '', pin)) return fail(appError('wrong-pin'));
    value.session = { ...value.session, locked: false };
    changed('session.current');
    return value.session;
  },
  'session.touch': () => ({}),
  'identity.lookup': ({ docNumber }) => (docNumber === '11010519491231002X' ? data.known : null),
  'person.known': () => data.known,
  'careNote.detail': () => ({ vitals: null, detail: '', source: '', reason: '', endReason: '' }),
  'draft.save': ({ value: text }) => {
    value.draft = text;
    sessionStorage.setItem('draft', text);
    return { savedAt: data.NOW };
  },
  'draft.load': () => {
    const text = sessionStorage.getItem('draft');
    return text ? { value: text, savedAt: data.NOW } : null;
  },
  'draft.discard': () => {
    sessionStorage.removeItem('draft');
    return {};
  },
  'verification.checkers': () => data.staff.filter((one) => one.roles.includes('guard')).map(({ id, name }) => ({ id, name, guard: true })),
  'verification.confirm': ({ checkerId, code, result }) =>
    member(checkerId, code)
      ? { id: checkerId, checkerId, checkerName: data.staff.find((one) => one.id === checkerId)?.name ?? '', at: data.NOW, result }
      : fail(appError('wrong-pin')),
  'visit.register': ({ registration }) => {
    registered++;
    const [template] = data.visits;
    const name = registration.people[0]?.name ?? '';
    const number = `20261123-01-${String(registered).padStart(4, '0')}`;
    const visit = {
      ...(template as (typeof data.visits)[0]),
      id: crypto.randomUUID(),
      number,
      queueNumber: `A0${registered}`,
      name,
      registeredAt: data.NOW,
    };
    value.visits = [{ ...visit, heads: registration.heads, kind: registration.kind }, ...value.visits];
    changed('visit.today');
    const saved = { visitId: visit.id, number, queueNumber: visit.queueNumber, registeredAt: data.NOW };
    return data.settings.printing.mode === 'none' ? saved : { ...saved, printJobId: data.jobs[1]?.id };
  },
  'visit.get': ({ id }) => visitOf(id),
  'visit.history': () => [
    {
      at: data.NOW,
      staffName: '王静',
      deskCode: '01',
      action: '更正',
      reason: '口误',
      changes: [{ field: '来访事由', before: '反映物业问题', after: '反映小区物业管理问题' }],
    },
  ],
  'visit.correct': ({ id, reason }) => (reason ? visitOf(id) : fail(appError('malformed', { fields: { reason: '请填写更正理由' } }))),
  'visit.void': ({ id, reason }) => (reason ? visitOf(id) : fail(appError('malformed', { fields: { reason: '请填写作废理由' } }))),
  'search.find': ({ text }) => ({
    rows: value.visits.filter((v) => v.name.includes(text) || v.number.includes(text)),
    capped: false,
    understood: [{ as: 'person', text }],
  }),
  'person.reveal': () => ({ value: '11010519491231002X' }),
  'print.printers': () => [
    { name: '前台卡片机', isDefault: true, state: 'stopped', reason: '打印机已停止' },
    { name: 'Office-Laser', isDefault: false, state: 'ready', reason: '' },
  ],
  'print.retry': () => ({}),
  'print.cancel': () => ({}),
  'print.answer': ({ id }) => {
    value.jobs = value.jobs.map((job) => (job.id === id ? { ...job, state: 'printed' } : job));
    changed('print.jobs');
    return {};
  },
  'print.reprint': () => ({ printJobId: data.jobs[0]?.id ?? '' }),
  'print.proxyLetter': () => ({ printJobId: data.jobs[0]?.id ?? '' }),
  'print.calibrate': () => ({ printJobId: data.jobs[0]?.id ?? '' }),
  'print.documents': () => data.documents,
  'print.export': () => ({ saved: true, fileName: 'A011 接访登记卡.pdf' }),
  'settings.put': () => ({ moved: [] }),
  'settings.printing': () => ({}),
  'staff.save': () => data.staff[0] as (typeof data.staff)[0],
  'staff.duty': () => ({}),
  'audit.list': () =>
    Array.from({ length: 12 }, (_, i) => ({
      id: String(i),
      at: data.NOW - i * 60_000,
      staffName: '王静',
      deskCode: '01',
      action: i % 3 ? '登记来访' : '拒绝',
      target: i % 3 ? `20261123-01-00${10 + i}` : 'audit.list：您的岗位没有这项权限',
      count: i % 3 ? 1 : 17,
    })),
};

const bridge: Bridge = {
  request: (async (name: RequestName, input: never): Promise<Result<unknown>> => {
    const shape = contract[name].input.safeParse(input);
    if (!shape.success) {
      const fields = Object.fromEntries(shape.error.issues.map((issue) => [issue.path.join('.'), issue.message]));
      return fail(appError('malformed', { fields }));
    }
    const answer: unknown = answers[name]?.(input) ?? fail(appError('unknown-request'));
    return typeof answer === 'object' && answer !== null && 'ok' in answer ? (answer as Result<unknown>) : ok(answer);
  }) as Bridge['request'],
  subscribe: (name, _input, onResult) => {
    const answer = lives[name];
    const tell = (): void => onResult(answer ? ok(answer()) : fail(appError('unknown-request')));
    const own = listeners.get(name) ?? new Set();
    listeners.set(name, own.add(tell));
    tell();
    return () => own.delete(tell);
  },
};
window.reception = bridge;
