import { describe, expect, it } from 'vitest';
import { forecastList } from '../../electron/printing/templates/forecast-list';
import { buildForecastList } from '../../shared/documents/forecast-list';
import type { PublishedLine, WarningView } from '../../shared/domain/forecast-acts';
import { PrinterProfile } from '../../shared/domain/settings';
import { DEFAULT_FIELDS } from '../../shared/rules/default-fields';

const EVIL = '<script>alert(1)</script><img src=x>';
const at = (time: string): number => Date.parse(`2026-11-23T${time}:00+08:00`);
const line = (over: Partial<PublishedLine>): PublishedLine => ({
  ...{ itemId: 'a', grade: 'general', decided: true, plannedAt: null, who: '甲', heads: null, demand: '', field: '', place: '' },
  ...{ channel: 'hotline', ...over },
});
const warning = (lines: PublishedLine[], note = ''): WarningView => ({
  ...{ id: 'w', date: '2026-11-23', n: 2, at: at('08:58'), staffName: '郑文博', deskCode: '01', note, lines },
  groups: [
    { group: 'security', receipt: { at: at('09:03'), person: '赵刚', byName: '王静', deskCode: '01' } },
    { group: 'logistics', receipt: null },
  ],
});
const about = { unitName: '示范县信访局', madeBy: '王静', demo: true, at: at('09:04') };
const page = (told: WarningView) =>
  forecastList(buildForecastList(told, { entries: [...DEFAULT_FIELDS] }, about), 0, PrinterProfile.parse({}));
const textOf = (html: string): string => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, ' ');

describe('the list that the groups are told', () => {
  it('names grade, hour, people and field, says what is not known, and has a line for each group to sign', () => {
    const { html, width, flow } = page(
      warning([line({ grade: 'high', plannedAt: at('09:30'), heads: 12, field: '0303', demand: '停车' }), line({})], '加强巡查'),
    );
    for (const word of [
      '2026年11月23日 第 2 次',
      '高风险',
      '09:30',
      '12',
      '城乡建设',
      '停车',
      '加强巡查',
      '未掌握',
      '12345',
      '赵刚',
      '09:03',
    ])
      expect(textOf(html), word).toContain(word);
    expect(textOf(html)).toContain('后勤保障组');
    expect(html.match(/class="high"/g), 'told apart without colour').toHaveLength(1);
    expect([width, flow?.footer]).toEqual([297, expect.stringContaining('totalPages')]);
  });
  it('says which grade is only suggested, and that a day without items is one', () => {
    expect(textOf(page(warning([line({ decided: false })])).html)).toContain('建议，未定级');
    expect(textOf(page(warning([line({})])).html)).not.toContain('建议，未定级');
    expect(textOf(page(warning([])).html)).toContain('各渠道均无信息');
  });
  it('is text, whatever was typed', () => {
    expect(page(warning([line({ who: EVIL, demand: EVIL, place: EVIL })], EVIL)).html).not.toMatch(/<script|<img/);
  });
});
