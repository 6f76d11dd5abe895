import { describe, expect, it } from 'vitest';
import { pageFor } from '../../electron/printing/templates/page';
import { buildContactSheet } from '../../shared/documents/contact-sheet';
import { buildMeetingSheet, type MeetingSheetItem, PERSUADE_FIRST } from '../../shared/documents/meeting-sheet';
import { PrinterProfile } from '../../shared/domain/settings';

const look = { profile: PrinterProfile.parse({}), reprint: 0 };
const textOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('短会单 (plan S39–S42)', () => {
  const item: MeetingSheetItem = {
    ...{ grade: 'high', plannedAt: Date.parse('2026-11-23T10:00:00+08:00'), who: '某小区业主', heads: 8, demand: '停车位被占' },
    ...{ field: '住房', room: '第一接访室', team: '主谈 何敏', departments: '住建科 李明', notes: null },
  };
  const sheet = (over: Partial<MeetingSheetItem> = {}, copy: { n: number; receiver: string } | null = null) => {
    const model = buildMeetingSheet({ unitName: '示范县信访局', day: '2026-11-23', items: [{ ...item, ...over }], copy, demo: true });
    return textOf(pageFor({ kind: copy ? 'meeting-notes' : 'meeting-sheet', model }, look).html);
  };
  it('says what is expected and who does what, with the rule for the guards, and nothing of a person', () => {
    const text = sheet();
    for (const words of [
      '高风险',
      '10:00',
      '某小区业主（8 人）',
      '停车位被占',
      '第一接访室',
      '主谈 何敏',
      '住建科 李明',
      PERSUADE_FIRST,
      '演示',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('接待注意');
    expect(text).not.toContain('领取人');
  });
  it('a copy for the reception team is numbered and names who got it', () => {
    const text = sheet({ notes: ['备血压仪：有心脏病史'] }, { n: 2, receiver: '何敏' });
    for (const words of ['第 2 份', '领取人：何敏', '仅限接谈人员', '接待注意', '有心脏病史', 'DHD-20261123-2', '领取人签名'])
      expect(text).toContain(words);
    expect(sheet({ notes: [] }, { n: 1, receiver: '何敏' })).toMatch(/接待注意 无/);
  });
  it('what is not known is said to be so', () => {
    const text = sheet({ plannedAt: null, heads: null, demand: '', field: '', room: '', team: '', departments: '' });
    expect(text).toMatch(/时间未掌握\s某小区业主\s高风险/);
    expect(text).toMatch(/接访室 未定/);
    expect(text).toMatch(/到场科室 未通知/);
  });
});

it('the sheet of outside contacts says of which day it is (plan S23)', () => {
  const sheet = (version: string) =>
    textOf(
      pageFor(
        {
          kind: 'contact-sheet',
          model: buildContactSheet({
            ...{ unitName: '示范县信访局', address: '为民路 1 号', version, day: '2026-11-23', demo: false },
            rows: [{ name: '120 急救', person: '', phone: '120' }],
          }),
        },
        look,
      ).html,
    );
  expect(sheet('2026-11-20')).toContain('版本日期：2026年11月20日');
  expect(sheet('2026-11-20')).toMatch(/120 急救\s+120/);
  expect(sheet('')).toContain('未核对');
});
