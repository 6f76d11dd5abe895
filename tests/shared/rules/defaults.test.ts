import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../../shared/domain/settings';
import { DEFAULT_NOTICE, defaultSettings } from '../../../shared/rules/defaults';
import { checkFields, choosableFields, fieldPath } from '../../../shared/rules/fields';
import { fillNotice } from '../../../shared/rules/notice';

describe('settings of a new hall', () => {
  const { unit: _unit, ...settled } = defaultSettings();
  it.each(Object.keys(settled) as (keyof typeof settled)[])('%s fits its schema', (key) => {
    expect(SETTINGS[key].parse(settled[key])).toEqual(settled[key]);
  });
  it('are a fresh copy each time', () => {
    defaultSettings().fields.entries.length = 0;
    expect(defaultSettings().fields.entries.length).toBeGreaterThan(19);
  });
});

describe('the dictionary of fields (forms 5.11)', () => {
  const { fields } = defaultSettings();
  it('has 19 first-level entries, and second-level ones below them', () => {
    expect(fields.entries.filter((entry) => entry.parent === '').map((entry) => entry.code)).toEqual(
      Array.from({ length: 19 }, (_, i) => String(i + 1).padStart(2, '0')),
    );
    expect(checkFields(fields)).toEqual({});
  });
  it.each(['劳动报酬', '拆迁安置'])('holds the plan’s own example %s', (name) =>
    expect(fields.entries.some((entry) => entry.name === name)).toBe(true),
  );
  it('names an entry with its parent', () => {
    expect(fieldPath(fields, '04')).toBe('劳动和社会保障');
    expect(fieldPath(fields, '0401')).toBe('劳动和社会保障／劳动报酬');
    expect(fieldPath(fields, 'gone')).toBe('gone');
  });
  it('offers what is active, children after their parent, none below a parent that is not', () => {
    const entries = fields.entries.map((entry) => (entry.code === '04' || entry.code === '0101' ? { ...entry, active: false } : entry));
    const codes = choosableFields({ entries }).map((entry) => entry.code);
    expect(codes.slice(0, 3)).toEqual(['01', '0102', '0103']);
    expect(codes.some((code) => code.startsWith('04'))).toBe(false);
  });
  it('refuses codes twice, parents that are not there and a third level', () => {
    const entry = { name: '某', department: '', active: true };
    expect(
      Object.keys(
        checkFields({
          entries: [
            { ...entry, code: '01', parent: '' },
            { ...entry, code: '01', parent: '' },
            { ...entry, code: '0201', parent: '02' },
            { ...entry, code: '0101', parent: '01' },
            { ...entry, code: '010101', parent: '0101' },
          ],
        }),
      ),
    ).toEqual(['entries.1.code', 'entries.2.parent', 'entries.4.parent']);
  });
});

describe('the notice on the card', () => {
  const text = fillNotice(DEFAULT_NOTICE, { unit: '示范县信访局', years: 2 }).join('');
  it.each([
    ['who records', '由工作人员录音'],
    ['for how long', '不少于 2 年'],
    ['no recording by visitors', '请勿录音、录像'],
    ['what personal data is for', '个人信息只用于'],
    ['who keeps it', '示范县信访局'],
    ['where to ask', '向登记台提出'],
    ['the number', '叫号'],
    ['the card back', '交还'],
  ])('says %s', (_what, words) => expect(text).toContain(words));
  it('leaves no placeholder and fits the card', () => {
    expect(text).not.toMatch(/[{}]/);
    expect(text.length).toBeLessThan(220);
  });
});
