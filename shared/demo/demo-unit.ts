import type { Role } from '../domain/basics';
import type { DeskSettingsKey, Settings } from '../domain/settings';
import type { Qualification } from '../domain/staff';
import { defaultSettings } from '../rules/defaults';

export interface DemoPerson {
  name: string;
  roles: readonly Role[];
  phone: string;
  active: boolean;
  onDuty: boolean;
  qualifications: readonly Qualification[];
  /** Public, and in the README: a demonstration unit guards nothing. */
  pin: string;
}

/** Every role is held by somebody on duty, each with a PIN of their own. */
const STAFF: readonly (readonly [name: string, pin: string, ...roles: Role[]])[] = [
  ['王静', '1357', 'registrar'],
  ['张莉', '2580', 'registrar'],
  ['赵刚', '2468', 'guard'],
  ['钱勇', '3690', 'guard'],
  ['林芳', '5791', 'coordinator'],
  ['何敏', '8642', 'interviewer'],
  ['孙医生', '9753', 'interviewer'],
  ['郑文博', '2846', 'analyst'],
  ['冯国强', '3571', 'logistics'],
  ['周建国', '7531', 'leader'],
  ['陈志明', '1470', 'leader'],
  ['刘洋', '808182', 'administrator'],
  ['吴岚', '606162', 'auditor'],
];

const QUALIFIED: Readonly<Record<string, readonly Qualification[]>> = { 孙医生: ['psychology'], 何敏: ['mass-work'] };
const DEMO_HOUSES: Readonly<Record<string, string>> = { court: '12', procuratorate: '14', police: '20', justice: '22', arbitration: '26' };

/** RECEPTION_SEED=demo: a unit that no map knows (its district code is given to no place), with two desks and staff of all groups. */
export function demoUnit(): { settings: Omit<Settings, DeskSettingsKey>; staff: DemoPerson[] } {
  const { rules, fields, notice, calendar, deadlines, targets, emergency } = defaultSettings();
  const { duty, preparation, forecast, retention, reports, statistics } = defaultSettings();
  return {
    settings: {
      unit: {
        name: '示范县信访局',
        address: '示范县为民路 1 号人民来访接待大厅',
        districtCode: '990001',
        phone: '0000-1234567',
        unitType: 'petition-office',
      },
      hall: {
        desks: [
          { code: '01', letter: 'A', name: '1号登记台' },
          { code: '02', letter: 'B', name: '2号登记台' },
        ],
        rooms: [
          { id: 'room-1', name: '第一接访室', wheelchair: true },
          { id: 'room-2', name: '第二接访室', wheelchair: false },
          { id: 'room-3', name: '第三接访室', wheelchair: false },
        ],
        areas: [
          { id: 'waiting', name: '等候区', kind: 'waiting' },
          { id: 'rest', name: '临时休息区', kind: 'rest' },
        ],
      },
      rules,
      fields,
      notice,
      calendar,
      deadlines,
      emergency,
      duty,
      preparation,
      forecast,
      retention,
      reports,
      statistics,
      targets: { entries: targets.entries.map((target) => ({ ...target, address: `示范县为民路 ${DEMO_HOUSES[target.id] ?? '9'} 号` })) },
    },
    staff: STAFF.map(([name, pin, ...roles], i) => ({
      ...{ name, roles, pin, phone: `138001300${20 + i}`, active: true, onDuty: true },
      qualifications: QUALIFIED[name] ?? [],
    })),
  };
}
