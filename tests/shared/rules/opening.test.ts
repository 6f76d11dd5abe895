import { describe, expect, it } from 'vitest';
import type { FacilityRow, SupplyView } from '../../../shared/domain/duty';
import { checkFacilityAnswer, holdsOpening, leftOpen } from '../../../shared/rules/facilities';
import { morningFlags } from '../../../shared/rules/morning';
import { checkSupply, supplyFlags } from '../../../shared/rules/supplies';
import { addDays, instantAt } from '../../../shared/rules/time';

const TODAY = '2026-11-23';
const row = (name: string, critical: boolean, state: FacilityRow['state'], note = ''): FacilityRow => ({
  ...{ id: name, name, critical, state, note, at: null, staffName: '' },
});

describe('opening the day (plan S20)', () => {
  it.each<[FacilityRow, boolean]>([
    [row('消防', true, null), true],
    [row('消防', true, 'fault'), true],
    [row('消防', true, 'mended'), false],
    [row('消防', true, 'good'), false],
    [row('通风', false, null), false],
    [row('通风', false, 'fault'), false],
  ])('%o holds it: %s', (item, holds) => {
    expect(holdsOpening([item])).toEqual(holds ? [item] : []);
  });
  it('says what was left, and asks what is wrong', () => {
    expect(leftOpen([row('消防', true, null), row('通风', false, 'fault'), row('照明', false, 'good')])).toEqual([
      '消防未检查',
      '通风异常',
    ]);
    expect(checkFacilityAnswer('good', '')).toBe('');
    expect(checkFacilityAnswer('fault', '')).toContain('异常');
    expect(checkFacilityAnswer('mended', '')).toContain('处理');
    expect(checkFacilityAnswer('fault', '灯坏')).toBe('');
  });
});

describe('a supply (plan S21)', () => {
  const settings = { warnDays: 30, supplyCheckDays: 30 };
  const flags = (over: object) =>
    supplyFlags({ stock: 3, minimum: 3, expires: '', checkedAt: instantAt(TODAY, '08:00'), ...over }, TODAY, settings);
  it.each<[object, string[]]>([
    [{}, []],
    [{ stock: 2 }, ['short']],
    [{ expires: addDays(TODAY, 31) }, []],
    [{ expires: addDays(TODAY, 30) }, ['soon']],
    [{ expires: TODAY }, ['last-day']],
    [{ expires: addDays(TODAY, -1), stock: 0 }, ['short', 'expired']],
    [{ checkedAt: instantAt(addDays(TODAY, -30), '08:00') }, []],
    [{ checkedAt: instantAt(addDays(TODAY, -31), '08:00') }, ['unchecked']],
  ])('%o is flagged %o', (over, expected) => expect(flags(over)).toEqual(expected));
  it('stands once', () => {
    const input = { name: '急救箱', unit: '', stock: 1, minimum: 1, location: '', expires: '', note: '' };
    expect(checkSupply(input, [{ name: '急救箱' }])).toHaveProperty('name');
    expect(checkSupply({ ...input, expires: '2026-02-29' }, [])).toHaveProperty('expires');
    expect(checkSupply(input, [{ name: '轮椅' }])).toEqual({});
  });
});

it('shows the morning what has to be seen to, red first', () => {
  const supply: SupplyView = {
    ...{
      id: '0197f0c0-0000-7000-8000-000000000001',
      name: '急救箱',
      unit: '个',
      stock: 1,
      minimum: 2,
      location: '',
      expires: '2026-12-01',
      note: '',
    },
    ...{ checkedAt: instantAt(TODAY, '07:00'), checkedByName: '', flags: ['soon', 'short'] },
  };
  const flags = morningFlags({
    rosterConfirmed: false,
    shortages: ['应配2名专职协调员，现1名'],
    certificates: [
      { id: supply.id, staffId: 'a', kind: 'guard', number: '1', expires: TODAY, standing: 'last-day' },
      { id: supply.id, staffId: 'a', kind: 'first-aid', number: '2', expires: '2030-01-01', standing: 'good' },
    ],
    kinds: [{ key: 'guard', name: '保安员证' }],
    staffName: () => '赵刚',
    facilities: { rows: [row('消防通道', true, null), row('照明', false, 'fault', '一盏不亮')], opening: null },
    supplies: [supply],
    seats: [],
    seatsToday: [],
  });
  expect(flags.map(({ level, text }) => `${level} ${text}`)).toEqual([
    'red 应配2名专职协调员，现1名',
    'red 赵刚的保安员证今天到期',
    'red 消防通道还没有检查',
    'red 急救箱现有 1个，低于最低 2个',
    'warn 今天的值班表还没有确认',
    'warn 开场检查还有 1 项没有做',
    'warn 照明异常：一盏不亮',
    'warn 急救箱2026-12-01 到期',
    'warn 领导小组还没有登记组长',
  ]);
});
