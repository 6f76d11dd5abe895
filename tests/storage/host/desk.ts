import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { HostSession } from '../../../electron/storage/host/session';
import type { InternalName, InternalRequests, NewStaff } from '../../../electron/storage/internal';
import type { Actor, FromHost, OpenAnswer, ToHost } from '../../../electron/storage/protocol';
import type { InputOf, LiveName, OutputOf, RequestName } from '../../../shared/contract';
import { contract } from '../../../shared/contract';
import type { Role } from '../../../shared/domain/basics';
import { appError } from '../../../shared/errors';
import type { Result } from '../../../shared/result';
import { defaultSettings } from '../../../shared/rules/defaults';

/** What a main process keeps: the journal and the keyring, in memory. It outlives the host. */
export class Disk {
  readonly databaseName = `test-${uuid()}`;
  readonly journal: Uint8Array[] = [];
  readonly keyring = new Map<string, Uint8Array>();
  /** The hall key's later generations. */
  readonly laterKeys: { id: number; key: Uint8Array }[] = [];
  journalFull = false;
  flushes = 0;
  clockOffsetMs = 0;

  constructor(
    readonly hallKey: Uint8Array = crypto.getRandomValues(new Uint8Array(32)),
    readonly hallId: string = uuid(),
  ) {}

  get tail() {
    const last = this.journal.at(-1);
    return { position: this.journal.length, hash: last ? new Uint8Array(createHash('sha256').update(last).digest()) : null };
  }
}

const NOBODY: Actor = { staffId: null, roles: [], deskCode: '01' };

interface Waiting {
  resolve(message: FromHost): void;
  reject(error: Error): void;
}

/** A storage host and the main process around it, without Electron. */
export class Desk {
  private readonly waiting = new Map<number, Waiting>();
  private readonly live = new Map<number, (result: Result<unknown>) => void>();
  private readonly session: HostSession;
  private next = 1;
  /** Called with each batch before it is appended; a test may end the host here. */
  onJournal: (payload: Uint8Array) => void = () => {};
  private dead = false;

  constructor(
    readonly disk: Disk,
    private readonly deskCode = '01',
  ) {
    this.session = new HostSession(
      {
        post: (message) => this.receive(message),
        giveUp: (detail) => {
          for (const { reject } of this.waiting.values()) reject(new Error(`the host gave up: ${detail}`));
          this.waiting.clear();
        },
      },
      disk.databaseName,
    );
  }

  async open(): Promise<OpenAnswer> {
    const { hallKey, laterKeys, hallId, clockOffsetMs, tail, journal } = this.disk;
    const message = await this.ask((id) => ({
      kind: 'open',
      id,
      input: { hallKey, laterKeys, hallId, deskCode: this.deskCode, clockOffsetMs, journal: tail },
    }));
    const { answer } = message as Extract<FromHost, { kind: 'opened' }>;
    if (answer.state === 'ahead') for (const payload of answer.missing) journal.push(payload);
    if (answer.state === 'rebuild' || (answer.state === 'behind' && (await this.replay(answer.applied)) === 0)) await this.replay(0);
    return answer;
  }

  /** Only the first frames of a recovery, as if the host died before the rest came. */
  async openAndReplayOnly(frames: number): Promise<void> {
    const { hallKey, laterKeys, hallId, clockOffsetMs, tail, journal } = this.disk;
    await this.ask((id) => ({
      kind: 'open',
      id,
      input: { hallKey, laterKeys, hallId, deskCode: this.deskCode, clockOffsetMs, journal: tail },
    }));
    const first = journal.slice(0, frames).map((payload, i) => ({ position: i + 1, payload }));
    await this.ask((id) => ({ kind: 'recover', id, keys: [], frames: first, done: false }));
  }

  private async replay(after: number): Promise<number> {
    const keys = [...this.disk.keyring].map(([id, wrapped]) => ({ id, wrapped }));
    const frames = this.disk.journal.map((payload, i) => ({ position: i + 1, payload })).slice(after);
    await this.ask((id) => ({ kind: 'recover', id, keys, frames: [], done: false }));
    const message = await this.ask((id) => ({ kind: 'recover', id, keys: [], frames, done: true }));
    return (message as Extract<FromHost, { kind: 'recovered' }>).applied;
  }

  async call(name: RequestName | InternalName, input: unknown, actor: Actor, requestId: string = uuid()): Promise<Result<unknown>> {
    const message = await this.ask((id) => ({ kind: 'call', id, name, input, actor, requestId }));
    return (message as Extract<FromHost, { kind: 'result' }>).result;
  }

  /** As the router does: through the schema, then to the host. */
  try<N extends RequestName>(name: N, input: InputOf<N>, actor: Actor): Promise<Result<OutputOf<N>>> {
    const parsed = contract[name].input.parse(input) as { requestId?: string };
    return this.call(name, parsed, actor, parsed.requestId) as Promise<Result<OutputOf<N>>>;
  }

  /** The value, which must fit the contract. */
  async request<N extends RequestName>(name: N, input: InputOf<N>, actor: Actor): Promise<OutputOf<N>> {
    const result = await this.try(name, input, actor);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
    return contract[name].output.parse(result.value) as OutputOf<N>;
  }

  async internal<N extends InternalName>(
    name: N,
    input: InternalRequests[N]['input'],
    staffId: string | null = null,
  ): Promise<InternalRequests[N]['output']> {
    const result = await this.call(name, input, { staffId, roles: [], deskCode: this.deskCode });
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
    return result.value as InternalRequests[N]['output'];
  }

  subscribe(name: LiveName, onResult: (result: Result<unknown>) => void, input: unknown = {}, actor: Actor = NOBODY): () => void {
    const id = this.next++;
    this.live.set(id, onResult);
    this.session.receive({ kind: 'subscribe', id, name, input, actor });
    return () => this.session.receive({ kind: 'unsubscribe', id });
  }

  /** Nothing more goes in or out, as after `kill -9`. */
  kill(): void {
    this.dead = true;
    this.session.close();
  }

  private ask(make: (id: number) => ToHost): Promise<FromHost> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.session.receive(structuredClone(make(id)));
    });
  }

  private receive(message: FromHost): void {
    if (this.dead) return;
    if (message.kind === 'journal') this.journal(message);
    else if (message.kind === 'live') this.live.get(message.id)?.(message.result);
    else if (message.kind !== 'ready') {
      this.waiting.get(message.id)?.resolve(structuredClone(message));
      this.waiting.delete(message.id);
    }
  }

  private journal({ id, payloads, keys }: Extract<FromHost, { kind: 'journal' }>): void {
    const { disk } = this;
    if (disk.journalFull) {
      this.session.receive({ kind: 'journal-failed', id, error: appError('read-only') });
      return;
    }
    for (const key of keys) disk.keyring.set(key.id, key.wrapped.slice());
    for (const payload of payloads) disk.journal.push(payload.slice());
    if (payloads.length > 0) disk.flushes++;
    for (const payload of payloads) this.onJournal(payload);
    if (!this.dead) this.session.receive({ kind: 'journaled', id, position: disk.journal.length });
  }
}

export const staffIds = { clerk: uuid(), guard: uuid(), admin: uuid(), talker: uuid() };
const staff = (id: string, name: string, role: Role, qualifications: NewStaff['qualifications'] = []): NewStaff => ({
  id,
  name,
  roles: [role],
  qualifications,
  phone: '13700137000',
  active: true,
  onDuty: true,
  pinHash: `scrypt$1$1$1$salt$${name}`,
});

export const actor = (staffId: string, ...roles: Role[]): Actor => ({ staffId, roles, deskCode: '01' });
export const CLERK = actor(staffIds.clerk, 'registrar');

/** A desk that has been set up. */
export async function newDesk({
  demo = false,
  printer = '卡片机',
  disk = new Disk(),
}: {
  demo?: boolean;
  printer?: string;
  disk?: Disk;
} = {}): Promise<Desk> {
  const desk = new Desk(disk);
  await desk.open();
  const { printing: _, ...settings } = defaultSettings();
  const hall = {
    desks: [{ code: '01', letter: 'A', name: '一号登记台' }],
    rooms: [
      { id: 'room-1', name: '第一接访室', wheelchair: true },
      { id: 'room-2', name: '第二接访室', wheelchair: false },
    ],
    areas: [
      { id: 'w1', name: '等候区', kind: 'waiting' as const },
      { id: 'r1', name: '休息区', kind: 'rest' as const },
    ],
  };
  const unit = { ...settings.unit, name: '示范区接待大厅', districtCode: '110105' };
  await desk.internal('internal.setup', {
    settings: { ...settings, unit, hall },
    printing: { mode: printer ? 'printer' : 'none', cardPrinter: printer, letterPrinter: printer, profiles: {} },
    staff: [
      staff(staffIds.clerk, '赵登记', 'registrar'),
      staff(staffIds.guard, '钱安保', 'guard'),
      staff(staffIds.admin, '孙管理', 'administrator'),
      staff(staffIds.talker, '李接谈', 'interviewer', ['mass-work']),
    ],
    demo,
  });
  return desk;
}

export type Registering = InputOf<'visit.register'>['registration'];
export const LAN = { docType: 'resident-id' as const, docNumber: '11010519491231002X', name: '李秀兰', phone: '13800138000' };
export const GUO = { docType: 'resident-id' as const, docNumber: '34052419800101001X', name: '王建国', phone: '13900139000' };

export async function registration(desk: Desk, over: Partial<Registering> = {}): Promise<Registering> {
  const { fields } = await desk.internal('internal.settings', null);
  const code = fields.entries.find((entry) => entry.active)?.code ?? '';
  return {
    kind: 'individual',
    people: [LAN],
    heads: 1,
    others: 0,
    purpose: 'appeal',
    fieldCode: code,
    summary: '退休待遇核定有误',
    place: '朝阳区',
    noticeAcknowledged: true,
    ...over,
  };
}

/** 核对 for the first person of a registration. */
export async function verify(desk: Desk, { people }: Registering, result: 'match' | 'unverified' | 'anonymous' = 'match'): Promise<string> {
  const [first] = people;
  const { docType = 'none', docNumber = '' } = first ?? {};
  const check = { checkerId: staffIds.guard, result, reason: result === 'unverified' ? '未带证件' : '', docType, docNumber };
  return (await desk.internal('internal.addVerification', check, staffIds.clerk)).id;
}

export async function register(desk: Desk, over: Partial<Registering> = {}, requestId: string = uuid()) {
  const reg = await registration(desk, over);
  const verificationId = await verify(desk, reg);
  return desk.request('visit.register', { requestId, verificationId, registration: reg }, CLERK);
}
