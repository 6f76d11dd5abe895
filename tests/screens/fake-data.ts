import { demoUnit } from '../../shared/demo/demo-unit';
import type { AlarmView } from '../../shared/domain/incident';
import type { KnownPerson } from '../../shared/domain/known-person';
import type { DocumentView, PrintJobView } from '../../shared/domain/printing';
import type { Settings } from '../../shared/domain/settings';
import type { StaffMember } from '../../shared/domain/staff';
import { type QuarantinedItem, SyncLink, type SyncView } from '../../shared/domain/sync';
import type { VisitDetail, VisitRow } from '../../shared/domain/visit';
import { defaultSettings } from '../../shared/rules/defaults';

/** Enough of a hall to look at every screen. Nobody in it is real. */
const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const DAY = '2026-11-23';
export const NOW = Date.parse(`${DAY}T09:12:41+08:00`);

const unit = demoUnit();
export const settings: Settings = {
  ...unit.settings,
  printing: { mode: 'printer', cardPrinter: '前台卡片机', letterPrinter: '', profiles: {} },
  reader: { kind: 'http', port: 19196 },
  hallScreen: defaultSettings().hallScreen,
  backup: defaultSettings().backup,
  retention: defaultSettings().retention,
};
export const staff: StaffMember[] = unit.staff.map(({ name, roles, phone, active, onDuty, qualifications }, i) => ({
  id: id(i + 1),
  name,
  roles: [...roles],
  phone,
  active,
  onDuty,
  qualifications: [...qualifications],
}));
export const pins = new Map(unit.staff.map((member, i) => [id(i + 1), member.pin]));

const fieldCode = (name: string): string => settings.fields.entries.find((entry) => entry.name === name)?.code ?? '';
const row = (n: number, more: Partial<VisitRow>): VisitRow => ({
  id: id(100 + n),
  number: `20261123-01-${String(n).padStart(4, '0')}`,
  queueNumber: `A${String(n).padStart(3, '0')}`,
  date: DAY,
  registeredAt: NOW - (40 - n) * 300_000,
  deskCode: '01',
  kind: 'individual',
  heads: 1,
  name: '张伟',
  docMasked: '1101**********0012',
  phoneMasked: '138****0000',
  personId: id(200 + n),
  fieldCode: fieldCode('城乡建设'),
  summary: '反映小区物业管理问题，要求公开维修资金使用情况。',
  state: 'issued',
  priority: false,
  visitCount: 1,
  repeated: false,
  enteredAt: null,
  ...more,
});
export const visits: VisitRow[] = [
  row(11, { name: '陈芳', state: 'issued', priority: true }),
  row(10, { name: '王建军', heads: 12, kind: 'collective', state: 'waiting' }),
  row(9, { name: '欧阳海', state: 'interview', visitCount: 2, repeated: true }),
  row(8, { name: '刘桂英', state: 'void' }),
  ...Array.from({ length: 7 }, (_, i) => row(7 - i, { name: ['赵敏', '孙强', '周丽', '吴刚', '郑洁', '冯军', '蒋平'][i] ?? '' })),
];

export const detailOf = (visit: VisitRow): VisitDetail => ({
  ...visit,
  people: Array.from({ length: visit.kind === 'collective' ? 3 : 1 }, (_, i) => ({
    id: id(300 + i),
    name: i === 0 ? visit.name : `代表${i + 1}`,
    docType: 'resident-id',
    docMasked: visit.docMasked,
    phoneMasked: visit.phoneMasked,
    address: '示范县城关镇东街 12 号',
  })),
  others: visit.heads - (visit.kind === 'collective' ? 3 : 1),
  goneIds: [],
  areaId: 'waiting',
  othersAreaId: visit.kind === 'collective' ? 'rest' : '',
  purpose: 'appeal',
  place: '城关镇',
  matterId: id(400),
  needs: ['elder'],
  marks: [],
  registeredByName: '王静',
  checkerName: '赵刚',
  verification: 'match',
  repeatReason: '',
  voidReason: visit.state === 'void' ? '重复登记' : '',
});

export const known: KnownPerson = {
  person: {
    id: id(500),
    name: '李秀兰',
    docType: 'resident-id',
    docMasked: '1101**********002X',
    phoneMasked: '138****8000',
    sex: 'female',
    birthDate: '1949-12-31',
    address: '示范县城关镇东街 12 号',
  },
  visitCount: 4,
  visits: ['2026-09-30', '2026-05-08', '2026-02-11', '2025-12-31'].map((date, i) =>
    row(50 + i, { name: '李秀兰', date, state: 'returned', fieldCode: fieldCode(i === 3 ? '卫生健康' : '劳动和社会保障') }),
  ),
  matters: [
    {
      id: id(401),
      title: '退休待遇核定',
      fieldCode: fieldCode('劳动和社会保障'),
      state: 'open',
      visits: 3,
      lastVisit: '2026-09-30',
      promises: [{ code: 'D2', label: '十个工作日反馈', due: '2026-10-20', overdueDays: 34 }],
      finalDecision: '',
    },
    {
      id: id(402),
      title: '医保转移',
      fieldCode: fieldCode('卫生健康'),
      state: 'closed',
      visits: 1,
      lastVisit: '2025-12-31',
      promises: [],
      finalDecision: '',
    },
  ],
  careNotes: [
    { id: id(403), kind: 'care', arrangement: '接谈室请备血压仪；言语平和，不催促。', approverName: '周建国', expires: '2027-03-31' },
  ],
};

const job = (n: number, more: Partial<PrintJobView>): PrintJobView => ({
  id: id(600 + n),
  kind: 'card',
  label: `A${String(n).padStart(3, '0')} 20261123-01-${String(n).padStart(4, '0')}`,
  printer: '前台卡片机',
  state: 'printed',
  reprint: 0,
  createdAt: NOW - (40 - n) * 300_000,
  changedAt: NOW - (40 - n) * 300_000 + 2000,
  note: '',
  documentId: id(700 + n),
  ...more,
});
export const jobs: PrintJobView[] = [
  job(11, { state: 'ready', note: '打印机已停止，等待恢复' }),
  job(10, { state: 'spooled' }),
  job(9, { state: 'failed', note: '打印系统没有接收：找不到打印机' }),
  job(8, { state: 'cancelled', note: '重复登记' }),
  job(7, {}),
  job(6, { reprint: 1 }),
  job(5, { kind: 'proxy-letter' }),
];
export const documents: DocumentView[] = jobs.map((one, i) => ({
  id: id(700 + i),
  kind: one.kind,
  label: one.label,
  createdAt: one.createdAt,
  bytes: 34_000 + i * 900,
  pages: 1,
  reprint: one.reprint,
}));

const desk = (code: string, more: Partial<SyncView['desks'][number]>): SyncView['desks'][number] => ({
  code,
  name: `${Number(code)}号登记台`,
  invited: true,
  online: true,
  revoked: false,
  lastSeen: NOW - 2000,
  clockAheadMs: 0,
  ...more,
});
/** @param joining a desk that has just joined and still waits for the first records */
export function syncView(link: string, joining: boolean): SyncView {
  const known = SyncLink.catch('online').parse(link);
  const apart = known === 'alone';
  return {
    link: known,
    since: NOW - 25 * 60_000,
    hub: apart ? [] : ['192.168.10.5:4222', '192.168.10.6:4222'],
    waiting: known === 'offline' ? 12 : 0,
    waitingSince: known === 'offline' ? NOW - 24 * 60_000 : null,
    lastSent: joining || apart ? null : NOW - 26 * 60_000,
    lastReceived: joining || apart ? null : NOW - 3000,
    progress: joining && known !== 'offline' ? { done: 3200, total: 10_000 } : null,
    desks: apart
      ? []
      : [
          desk('01', { clockAheadMs: null }),
          desk('02', { online: known === 'online' }),
          desk('03', { online: false, lastSeen: NOW - 5 * 3_600_000, clockAheadMs: 150_000 }),
          desk('04', { online: false, revoked: true, lastSeen: NOW - 30 * 86_400_000, clockAheadMs: null }),
        ],
    quarantined: known === 'disagrees' ? 3 : 0,
    findings: known === 'disagrees' ? ['3号登记台的一批记录与中心的不同，已另存，没有采用。请系统管理员查看未采用的来件。'] : [],
  };
}
export const quarantined: QuarantinedItem[] = [
  { id: 'a', at: NOW - 60_000, desk: '03', reason: 'broken-chain', count: 2, bytes: 4096 },
  { id: 'b', at: NOW - 86_400_000, desk: '04', reason: 'revoked-desk', count: 17, bytes: 1_572_864 },
  { id: 'c', at: NOW - 120_000, desk: '', reason: 'malformed', count: 1, bytes: 12 },
];
export const elsewhere: AlarmView = {
  id: id(900),
  number: '20261123-02-T01',
  state: 'active',
  code: '',
  level: 4,
  drill: false,
  deskCode: '02',
  raisedAt: NOW - 93_000,
  elapsed: 93_000,
  plan: null,
  heard: [],
};
