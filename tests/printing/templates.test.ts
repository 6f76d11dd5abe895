import { describe, expect, it } from 'vitest';
import { calibration } from '../../electron/printing/templates/calibration';
import { cardA6 } from '../../electron/printing/templates/card-a6';
import { cardSlip } from '../../electron/printing/templates/card-slip';
import type { CardView } from '../../electron/printing/templates/card-view';
import { html } from '../../electron/printing/templates/html';
import { fitNotice, linesOf } from '../../electron/printing/templates/notice';
import { type ProxyLetterView, proxyLetter } from '../../electron/printing/templates/proxy-letter';
import { PrinterProfile } from '../../shared/domain/settings';

const A6 = PrinterProfile.parse({});
const SLIP = PrinterProfile.parse({ format: 'slip80' });
const CARD: CardView = {
  unitName: '示范县信访局',
  queueNumber: 'A012',
  number: '20261123-01-0012',
  qr: 'XF1|330281|01933c5e-7b2a-7cde-9f01-23456789abcd|9a3f00c1',
  issuedAt: '2026-11-23 09:12',
  desk: '1 号登记台',
  name: '李秀兰',
  document: '居民身份证 1101**********002X',
  phone: '138****5678',
  visitKind: '个访 · 重访（第 2 次）',
  field: '劳动和社会保障',
  place: '一楼等候区',
  checker: '赵刚（相符）',
  consultPhone: '0574-12345678',
  notice: ['一、接谈由工作人员录音。', '二、离开时请交还本卡。'],
  stubMark: '',
  demo: false,
  reprint: 0,
};
const LETTER: ProxyLetterView = {
  unitName: CARD.unitName,
  number: CARD.number,
  date: '2026年11月23日',
  heads: 12,
  representativeCap: 5,
  matter: '反映拖欠工资',
  representatives: [{ name: '李秀兰', document: CARD.document, phone: CARD.phone, address: '城关镇' }],
  demo: false,
  reprint: 0,
};
const CALIBRATION = { unitName: CARD.unitName, printer: 'CARD', printedAt: CARD.issuedAt, demo: false, reprint: 0 };
const textOf = (page: string) => page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ');

describe.each([
  ['A6 card', cardA6, A6],
  ['80 mm slip', cardSlip, SLIP],
] as const)('the %s', (_name, make, profile) => {
  it('says everything that is known when it is given out', () => {
    const text = textOf(make(CARD, profile).html);
    const { qr: _qr, notice, stubMark: _mark, demo: _demo, reprint: _reprint, ...words } = CARD;
    for (const word of [...Object.values(words), ...notice, '接访登记卡', '存根', '交还']) expect(text).toContain(word);
  });

  it('is marked when it is a demonstration or a reprint, and only then', () => {
    expect(textOf(make(CARD, profile).html)).not.toMatch(/演示|补打/);
    expect(textOf(make({ ...CARD, demo: true, reprint: 3 }, profile).html)).toMatch(/演示.*补打 3/s);
  });

  it('takes what was typed as words, never as markup', () => {
    const evil = `"><script>alert(1)</script><img src=x onerror='x'>&amp;`;
    const all = Object.fromEntries(
      Object.entries(CARD).map(([key, value]) => [key, typeof value === 'string' && !['qr', 'number'].includes(key) ? evil : value]),
    );
    const page = make({ ...CARD, ...all, notice: [evil] } as CardView, profile).html;
    expect(page).not.toMatch(/<script|<img|onerror='/);
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain('&amp;amp;');
  });

  it('loads nothing and runs nothing', () => {
    const page = make(CARD, profile).html;
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(page).not.toMatch(/<script|<link|<img|url\(|@import|https?:\/\/(?!www\.w3\.org)/);
  });

  it('is shifted by the printer’s own offsets', () => {
    expect(make(CARD, { ...profile, offsetX: 1.5, offsetY: -2 }).html).toContain('transform:translate(1.5mm,-2mm)');
  });

  it('condenses a longer number instead of letting it out of the page', () => {
    const width = (number: string) => Number(/textLength="([\d.]+)"/.exec(make({ ...CARD, queueNumber: number }, profile).html)?.[1]);
    expect(width('A1234567')).toBe(profile === SLIP ? 72 : 95);
    expect(width('A1')).toBeLessThan(60);
  });
});

describe('paper sizes', () => {
  it('are A6, the roll with a length of its own, and A4', () => {
    expect(cardA6(CARD, A6)).toMatchObject({ width: 105, height: 148 });
    const [short, long] = [cardSlip(CARD, SLIP), cardSlip({ ...CARD, notice: Array(6).fill('须'.repeat(120)) }, SLIP)];
    expect([short.width, long.width]).toEqual([80, 80]);
    expect(long.height).toBeGreaterThan(short.height + 30);
    expect(proxyLetter(LETTER, A6)).toMatchObject({ width: 210, height: 297 });
    expect(calibration(CALIBRATION, A6)).toMatchObject({ width: 105, height: 148 });
    expect(calibration(CALIBRATION, SLIP)).toMatchObject({ width: 80, height: 148 });
  });
});

describe('the notice', () => {
  it('is set as large as fits', () => {
    expect(fitNotice(['短'], 95, 20).sizeMm).toBe(2.9);
    expect(fitNotice(Array(3).fill('须'.repeat(80)), 95, 20).sizeMm).toBeLessThan(2.9);
  });

  it('never leaves its place, and says so when paragraphs were left out', () => {
    const fitted = fitNotice(Array(6).fill('须'.repeat(120)), 95, 20);
    expect(fitted.heightMm).toBeLessThanOrEqual(20);
    expect(fitted.body.text).toContain('其余见大厅公示的接访须知');
    expect(fitNotice(['一', '二'], 95, 20).body.text).not.toContain('其余');
  });

  it('counts lines in characters of the width', () => {
    expect(linesOf(['', '一二三'], 2, 20)).toBe(2);
    expect(linesOf(['一'.repeat(40)], 2, 20)).toBe(5);
  });
});

describe('the proxy letter', () => {
  it('names the heads, the representatives and the cap', () => {
    const text = textOf(proxyLetter(LETTER, A6).html);
    for (const word of ['代表推选书', '12', '不超过 5 人', '李秀兰', '城关镇', '反映拖欠工资', '签名（指印）'])
      expect(text).toContain(word);
  });

  it('leaves a line where the matter is not said', () => {
    expect(proxyLetter({ ...LETTER, matter: '' }, A6).html).toContain('class="line"');
  });
});

describe('the calibration page', () => {
  it('says the printer, the paper and the offsets in force', () => {
    const text = textOf(calibration(CALIBRATION, { ...A6, offsetX: 1.5, offsetY: -2 }).html);
    for (const word of ['CARD', '105×148', '横向 +1.5', '纵向 -2']) expect(text).toContain(word);
  });
});

describe('html', () => {
  it('escapes values, keeps its own parts, drops nothing but absence', () => {
    expect(html`<p title="${`a"'`}">${'<b>'}${html`<i>${'&'}</i>`}${[1, html`<br>`]}${null}${undefined}${false}${0}</p>`.text).toBe(
      '<p title="a&quot;&#39;">&lt;b&gt;<i>&amp;</i>1<br>0</p>',
    );
  });
});
