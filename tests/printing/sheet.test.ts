import { describe, expect, it } from 'vitest';
import { pageFor } from '../../electron/printing/templates/page';
import { sheet } from '../../electron/printing/templates/sheet';
import type { SheetModel } from '../../shared/documents/sheet';
import { PrinterProfile } from '../../shared/domain/settings';

const PROFILE = PrinterProfile.parse({});
const EVIL = `"><script>alert(1)</script><img src=x onerror='x'>`;
const model = (over: Partial<SheetModel> = {}): SheetModel => ({
  ...{ title: '接访情况专报', unitName: '示范县信访局', number: '〔2026〕第3期', date: '2026年11月23日', demo: false },
  blocks: [
    { block: 'heading', text: '一、来访基本情况' },
    { block: 'text', text: '共 2 批' },
    { block: 'part', title: '附件：来访人名单' },
    { block: 'grid', head: ['排队号'], widths: [100], rows: [['A001']] },
  ],
  ...over,
});

describe('a paper of the hall', () => {
  it('is A4 and flows, each page with its title, number and place', () => {
    const { width, height, flow, html } = sheet(model(), 0, PROFILE);
    expect([width, height]).toEqual([210, 297]);
    expect(flow?.footer).toMatch(/接访情况专报.*〔2026〕第3期.*class="pageNumber".*class="totalPages"/);
    expect(html).toContain('break-before:page');
    for (const words of ['示范县信访局', '2026年11月23日', '共 2 批', 'A001']) expect(html).toContain(words);
  });
  it('of a demonstration and a reprint is marked', () => {
    const { html, flow } = sheet(model({ demo: true }), 2, PROFILE);
    expect(html).toMatch(/演示.*补打 2/s);
    expect(flow?.footer).toContain('【演示】');
  });
  it.each(['briefing', 'day-report', 'hand-over', 'handbook-book'] as const)('%s has its page', (kind) => {
    expect(pageFor({ kind, model: model() }, { profile: PROFILE, reprint: 0 }).html).toContain('接访情况专报');
  });
  it('takes what was typed as words, never as markup', () => {
    const { html, flow } = sheet(model({ title: EVIL, number: EVIL, unitName: EVIL, blocks: [{ block: 'text', text: EVIL }] }), 0, PROFILE);
    expect(html + flow?.footer).not.toMatch(/<script|<img|onerror='/);
  });
});
