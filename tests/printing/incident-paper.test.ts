import { describe, expect, it } from 'vitest';
import { incidentPaper } from '../../electron/printing/templates/incident-paper';
import { pageFor } from '../../electron/printing/templates/page';
import { buildReportPaper, type IncidentPaperModel, type ReportPaperFacts } from '../../shared/documents/incident-paper';
import { PrinterProfile } from '../../shared/domain/settings';

const PROFILE = PrinterProfile.parse({});
const EVIL = `"><script>alert(1)</script><img src=x onerror='x'>&amp;`;
const textOf = (page: string) => page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ');
const report = (over: Partial<ReportPaperFacts> = {}): IncidentPaperModel =>
  buildReportPaper({
    ...{ unitName: '示范县信访局', number: '20261123-01-T01', title: '续报一', to: '上级主管部门', signedName: '周建国' },
    sections: [
      { label: '现场人数', text: '09:30 现场 36 人' },
      { label: '建议和请求', text: '' },
    ],
    ...{ signedAt: Date.parse('2026-11-23T09:40:00+08:00'), demo: false, drill: false },
    ...over,
  });
const page = (model: IncidentPaperModel, reprint = 0) => incidentPaper(model, reprint, PROFILE);

describe('a report on paper', () => {
  it('says to whom, every element, who signed and when; an empty element is said to be unknown', () => {
    const text = textOf(page(report()).html);
    for (const words of ['突发事件续报一', '上级主管部门：', '编号：20261123-01-T01', '2026年11月23日', '09:30 现场 36 人'])
      expect(text).toContain(words);
    expect(text).toMatch(/建议和请求\s+未掌握/);
    expect(text).toContain('签发人：周建国，2026-11-23 09:40');
    for (const words of ['签发人签名', '单位盖章']) expect(text).toContain(words);
  });

  it('is A4 and flows, each page with its number', () => {
    const { width, height, flow } = page(report());
    expect([width, height]).toEqual([210, 297]);
    expect(flow?.footer).toMatch(/突发事件续报一.*class="pageNumber".*class="totalPages"/);
  });

  it('of a drill says so on every page: in the middle, at the foot, and above the title', () => {
    const { html, flow } = page(report({ drill: true }));
    expect(html).toContain('<div class="drill">演练</div>');
    expect(html).toMatch(/\.drill\{position:fixed/);
    expect(textOf(html)).toMatch(/演练　不是真实事件[\s\S]*这是一次演练，不是真实事件。/);
    expect(flow?.footer.match(/【演练】/g)).toHaveLength(2);
    const real = page(report());
    expect(textOf(real.html) + real.flow?.footer).not.toContain('演练');
  });

  it('of a demonstration and a reprint is marked, the first on every page too', () => {
    expect(textOf(page(report({ demo: true }), 2).html)).toMatch(/演示.*补打 2/s);
    expect(page(report({ demo: true, drill: true })).flow?.footer).toContain('【演练】【演示】');
    expect(textOf(page(report()).html)).not.toMatch(/演示|补打/);
  });

  it('takes what was typed as words, never as markup', () => {
    const { html, flow } = page(
      report({ to: EVIL, title: EVIL, sections: [{ label: EVIL, text: EVIL }], signedName: EVIL, unitName: EVIL }),
    );
    expect(html + flow?.footer).not.toMatch(/<script|<img|onerror='/);
  });
});

describe('a table of several columns', () => {
  const rows = Array.from({ length: 500 }, (_, i) => [String(i + 1), i === 7 ? '长'.repeat(900) : EVIL]);
  const model = {
    ...report(),
    blocks: [
      { block: 'part', title: '电话记录' },
      { block: 'grid', head: ['序号', '内容'], widths: [20, 80], rows },
    ],
  } as const;
  const { html } = page(model);

  it('repeats its head on each page and loses no row', () => {
    expect(html).toContain('<thead><tr><th>序号</th><th>内容</th></tr></thead>');
    expect(html.match(/<tr class="/g)).toHaveLength(500);
    expect(html).not.toMatch(/<script|<img/);
  });
  it('keeps a row on one page, but for one that no page could hold', () => {
    expect(html.match(/<tr class="long">/g)).toHaveLength(1);
    expect(html).toContain('.grid tr.long{break-inside:auto}');
  });
  it('begins a part on a page of its own', () => {
    expect(html).toContain('<p class="part">电话记录</p>');
    expect(html).toContain('.part{break-before:page');
  });
});

describe('a job’s content', () => {
  it.each(['incident-report', 'incident-sheet', 'handbook'] as const)('of the kind %s becomes its paper', (kind) => {
    const { html } = pageFor({ kind, model: report() }, { profile: PROFILE, reprint: 3 });
    expect(textOf(html)).toContain('补打 3');
  });
});
