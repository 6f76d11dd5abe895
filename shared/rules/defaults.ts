import { BackupSettings } from '../domain/backup';
import { ForecastSettings } from '../domain/forecast';
import { HallScreenSettings } from '../domain/hall-screen';
import { RetentionSettings } from '../domain/keeping';
import { ReportSettings } from '../domain/report-settings';
import type { Settings } from '../domain/settings';
import { RuleSettings } from '../domain/settings';
import { StatisticsSettings } from '../domain/statistics';
import { DEFAULT_EMERGENCY } from '../incidents/default-emergency';
import { DEFAULT_DUTY } from './default-duty';
import { DEFAULT_FIELDS } from './default-fields';
import { DEFAULT_PREPARATION } from './default-preparation';
import { DEFAULT_TARGETS } from './default-targets';

/**
 * The card's notice in our own words (plan S47; 个人信息保护法 17 条): who records, why and for how long; no recording by
 * visitors; what personal data is for, how long it is kept, where to ask; the number; the card back. Short enough
 * to be read on an A6 card.
 */
export const DEFAULT_NOTICE: readonly string[] = [
  '本次接谈由工作人员录音，用于核对记录、查证事项和监督服务，保存不少于 {years} 年。',
  '来访人请勿录音、录像、拍照或直播。',
  '登记的个人信息只用于办理和答复来访事项，由{unit}按档案规定的期限保存；查询、更正请向登记台提出。',
  '请在等候区听候叫号，凭本卡进入接访室；请文明反映情况，不辱骂、不推搡。',
  '离开时请将本卡交还登记台；遗失请立即告知工作人员。',
];

/** Settings of a new hall before the wizard's answers are put in. A fresh copy each time: callers may change it. */
export const defaultSettings = (): Settings => ({
  unit: { name: '', address: '', districtCode: '000000', phone: '', unitType: 'petition-office' },
  hall: {
    desks: [{ code: '01', letter: 'A', name: '1号登记台' }],
    rooms: [{ id: 'room-1', name: '第一接访室', wheelchair: false }],
    areas: [
      { id: 'waiting', name: '等候区', kind: 'waiting' },
      { id: 'rest', name: '临时休息区', kind: 'rest' },
    ],
  },
  rules: RuleSettings.parse({}),
  fields: { entries: DEFAULT_FIELDS.map((entry) => ({ ...entry })) },
  notice: { card: [...DEFAULT_NOTICE] },
  printing: { mode: 'printer', cardPrinter: '', letterPrinter: '', profiles: {} },
  reader: { kind: 'manual', port: 19196 },
  hallScreen: HallScreenSettings.parse({}),
  calendar: { notices: [], unitDays: [] },
  deadlines: { lengths: {} },
  targets: { entries: DEFAULT_TARGETS.map((target) => ({ ...target })) },
  emergency: structuredClone(DEFAULT_EMERGENCY),
  duty: structuredClone(DEFAULT_DUTY),
  preparation: structuredClone(DEFAULT_PREPARATION),
  forecast: ForecastSettings.parse({}),
  backup: BackupSettings.parse({}),
  retention: RetentionSettings.parse({}),
  reports: ReportSettings.parse({}),
  statistics: StatisticsSettings.parse({}),
});
