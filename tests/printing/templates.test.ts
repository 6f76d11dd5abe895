import { describe, expect, it } from 'vitest';
import { calibration } from '../../electron/printing/templates/calibration';
import { cardA6 } from '../../electron/printing/templates/card-a6';
import { cardSlip } from '../../electron/printing/templates/card-slip';
import { evacuation } from '../../electron/printing/templates/evacuation';
import { html } from '../../electron/printing/templates/html';
import { messages } from '../../electron/printing/templates/messages';
import { fitNotice, linesOf } from '../../electron/printing/templates/notice';
import { pageFor } from '../../electron/printing/templates/page';
import { paperCards } from '../../electron/printing/templates/paper-cards';
import { proxyLetter } from '../../electron/printing/templates/proxy-letter';
import { receipt } from '../../electron/printing/templates/receipt';
import { buildMessages } from '../../shared/documents/messages';
import { buildPaperCards } from '../../shared/documents/paper-cards';
import { buildReceipt } from '../../shared/documents/receipt';
import { PrinterProfile } from '../../shared/domain/settings';
import { defaultSettings } from '../../shared/rules/defaults';
import { longNotice, sampleCalibration, sampleCard, sampleEvacuation, sampleLetter } from './samples';

const A6 = PrinterProfile.parse({});
const SLIP = PrinterProfile.parse({ format: 'slip80' });
const CARD = sampleCard();
const LETTER = sampleLetter();
const EVIL = `"><script>alert(1)</script><img src=x onerror='x'>&amp;`;
const textOf = (page: string) => page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ');

describe.each([
  ['A6 card', cardA6, A6],
  ['80 mm slip', cardSlip, SLIP],
] as const)('the %s', (_name, make, profile) => {
  it('says everything that is known when it is given out', () => {
    const text = textOf(make(CARD, profile).html);
    const { unitName, title, number, queueNumber, issuedAt, deskName, person, visit, process, notice, consult, signLines, stub } = CARD;
    const words = [
      unitName,
      title,
      number,
      queueNumber,
      issuedAt,
      deskName,
      ...Object.values(person),
      visit.kind,
      visit.repeat,
      visit.field,
      visit.area,
    ];
    words.push(process.checkerName, process.verification, ...notice, consult.phone, ...signLines.slice(0, 2), stub.name, ...stub.signLines);
    for (const word of words) expect(text).toContain(word);
  });

  it('shows no whole document or phone number', () => {
    expect(make(CARD, profile).html).not.toMatch(/11010519491231002X|13812345678/);
  });

  it('says where the others of a collective visit wait, and what the desk arranges', () => {
    const card = sampleCard({ kind: 'collective', heads: 12, representatives: 5, othersAreaId: 'x1', priority: true, needs: ['hearing'] });
    const text = textOf(make(card, profile).html);
    for (const word of ['共 12 人', '其他人员：二楼休息区', '优先', '书写沟通', '12 人']) expect(text).toContain(word);
  });

  it('is marked when it is a demonstration or a reprint, and only then', () => {
    expect(textOf(make(CARD, profile).html)).not.toMatch(/演示|补打/);
    expect(textOf(make(sampleCard({ demo: true, reprint: 3 }), profile).html)).toMatch(/演示.*补打 3/s);
  });

  it('takes what was typed as words, never as markup', () => {
    const person = { name: EVIL, docType: 'passport' as const, docNumber: EVIL, phone: EVIL };
    const card = sampleCard({ person, checkerName: EVIL, queueNumber: EVIL, registeredByName: EVIL }, { notice: { card: [EVIL] } });
    const page = make({ ...card, unitName: EVIL, deskName: EVIL, issuedAt: EVIL }, profile).html;
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
    const [short, long] = [cardSlip(CARD, SLIP), cardSlip(sampleCard({}, { notice: longNotice }), SLIP)];
    expect([short.width, long.width]).toEqual([80, 80]);
    expect(long.height).toBeGreaterThan(short.height + 30);
    expect(proxyLetter(LETTER, 0, A6)).toMatchObject({ width: 210, height: 297 });
    expect(calibration(sampleCalibration(), A6)).toMatchObject({ width: 105, height: 148 });
    expect(calibration(sampleCalibration(), SLIP)).toMatchObject({ width: 80, height: 148 });
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
    const text = textOf(proxyLetter(LETTER, 0, A6).html);
    for (const word of [
      '代表推选书',
      '12',
      '不超过 5 人',
      '李秀兰',
      '示范县城关镇',
      '反映拖欠工资问题',
      '签名（指印）',
      LETTER.opening,
      LETTER.duty,
    ])
      expect(text).toContain(word);
  });

  it('leaves a line where the matter is not said', () => {
    expect(proxyLetter(sampleLetter({ summary: '' }), 0, A6).html).toContain('class="line"');
  });
});

describe('the evacuation list', () => {
  const textOfList = (over = {}) => textOf(evacuation(sampleEvacuation(over), A6).html);

  it('names everybody by place with a box each, and says how many have no name', () => {
    const text = textOfList();
    for (const word of [
      '疏散名单',
      '23 人',
      '其中 9 人未登记姓名',
      '等候区',
      'A001',
      '李秀兰',
      '需要搀扶',
      '另 9 人未登记姓名',
      '制表 王芳',
    ])
      expect(text).toContain(word);
    expect(evacuation(sampleEvacuation(), A6).html.match(/<i><\/i>/g)).toHaveLength(14);
  });

  it('loses nobody over its pages, and each page bears the head count', () => {
    const many = sampleEvacuation({}, 400);
    const page = evacuation(many, A6).html;
    const sheets = page.match(/class="total"/g)?.length ?? 0;
    expect(sheets).toBeGreaterThan(10);
    for (let n = 1; n <= 400; n++) expect(page).toContain(`<b>A${String(n).padStart(3, '0')}</b>`);
    expect(page).toContain(`第 ${sheets} / ${sheets} 页`);
  });

  it('of a locked screen says that names are masked, and by nobody', () => {
    expect(textOfList({ madeBy: '' })).toContain('锁屏时打印，姓名已遮盖');
  });

  it('sets cards of earlier days apart and takes what was typed as words', () => {
    const list = sampleEvacuation();
    const line = { queueNumber: 'B002', who: EVIL, heads: 2, state: '等候', help: false };
    const page = evacuation({ ...list, earlier: [line] }, A6).html;
    expect(textOf(page)).toContain('多半已离开，不计入总数');
    expect(page).not.toMatch(/<script|<img/);
  });
});

describe('the receipt for things left', () => {
  const item = (n: number) => ({ receiptNo: `J-${n}`, name: `物品${n}`, count: n, feature: EVIL, at: 0, staffName: '王芳' });
  const facts = { unitName: '示范县信访局', phone: '', number: '20261123-01-0012', queueNumber: 'A012', name: '李秀兰', demo: true };
  const make = (n: number) => receipt(buildReceipt({ ...facts, items: Array.from({ length: n }, (_, i) => item(i + 1)) }), 0, A6);

  it('says what, how many, by what it is known again, and that it is a demonstration', () => {
    const text = textOf(make(1).html);
    for (const word of ['物品寄存收据', 'A012', '李秀兰', '物品1', 'J-1', '演示', '领取人签名']) expect(text).toContain(word);
    expect(make(1).html).not.toMatch(/<script|<img/);
  });

  it('takes as many sheets as it needs', () => {
    const page = make(11).html;
    expect(page.match(/class="receipt"/g)).toHaveLength(3);
    for (let n = 1; n <= 11; n++) expect(page).toContain(`物品${n}<`);
    expect(page).toContain('第 3 / 3 页');
  });
});

describe('the list of group messages', () => {
  const page = (drill: boolean, text = '东门请加一人') =>
    messages(
      buildMessages(
        [
          {
            ...{ at: 0, senderName: '林芳', text },
            groups: [
              { group: 'security', acknowledged: { at: 0, person: '钱勇' } },
              { group: 'lead', acknowledged: null },
            ],
          },
        ],
        { unitName: '示范县信访局', madeBy: '王静', incidentNumber: '20261123-01-Y01', drill, demo: false, at: 0 },
      ),
      0,
      A6,
    );
  it('has a receipt column for each group, and pages as many as it takes', () => {
    const { html: made, width, flow } = page(false);
    for (const word of ['签收人', '签收时间', '安全保障组', '钱勇', '领导小组', '20261123-01-Y01']) expect(textOf(made)).toContain(word);
    expect([width, flow?.footer]).toEqual([210, expect.stringContaining('totalPages')]);
    expect(page(false, EVIL).html).not.toMatch(/<script|<img/);
  });
  it('is a drill’s in its head, on each message and at the foot of each page, or not at all', () => {
    const drill = page(true);
    expect(textOf(drill.html).match(/演练/g)).toHaveLength(2);
    expect(drill.flow?.footer).toContain('演练');
    expect(`${textOf(page(false).html)}${page(false).flow?.footer}`).not.toContain('演练');
  });
});

describe('the cards for a power cut', () => {
  const model = buildPaperCards({ ...defaultSettings(), deskCode: '01', from: 9001, count: 3, demo: false });

  it('are one a page, each with a number of its own and no code that says it was registered', () => {
    const page = paperCards(model, A6).html;
    expect(page.match(/class="paper"/g)).toHaveLength(3);
    for (const number of ['A9001', 'A9002', 'A9003']) expect(textOf(page)).toContain(`存根  ${number}`);
    for (const word of ['来访时间', '证件号码', '离开时间', '补录人']) expect(textOf(page)).toContain(word);
  });
});

describe('a job’s content', () => {
  it('becomes the page of its kind and its printer', () => {
    const size = (content: Parameters<typeof pageFor>[0], profile = A6) => pageFor(content, { profile, reprint: 0 }).width;
    expect(size({ kind: 'card', model: CARD })).toBe(105);
    expect(size({ kind: 'card', model: CARD }, SLIP)).toBe(80);
    expect(size({ kind: 'proxy-letter', model: LETTER }, SLIP)).toBe(210);
    expect(size({ kind: 'calibration', model: sampleCalibration() }, SLIP)).toBe(80);
  });

  it('bears the reprint mark of the job or of the frozen card, whichever is there', () => {
    expect(textOf(pageFor({ kind: 'card', model: CARD }, { profile: A6, reprint: 2 }).html)).toContain('补打 2');
    expect(textOf(pageFor({ kind: 'card', model: sampleCard({ reprint: 1 }) }, { profile: A6, reprint: 0 }).html)).toContain('补打 1');
    expect(textOf(pageFor({ kind: 'proxy-letter', model: LETTER }, { profile: A6, reprint: 2 }).html)).toContain('补打 2');
  });
});

describe('the calibration page', () => {
  it('says the printer, the paper and the offsets in force', () => {
    const text = textOf(calibration(sampleCalibration(), { ...A6, offsetX: 1.5, offsetY: -2 }).html);
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
