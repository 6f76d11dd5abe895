import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personWith } from '../e2e/people';
import type { RunningProgram } from '../e2e/program';
import { signInByBridge } from '../faults/visits';
import { type Measured, percentile, spread } from './figures';

const FILES = 5;
const PAGES_A_FILE = 1000;
const WORDS = [
  '代表人数',
  '第二十条',
  '受理期限',
  '复查',
  '水渠',
  '退休待遇',
  '工资保证金',
  '低保 条件',
  '宅基地 确权',
  '转送 交办',
  '信访人',
  '登记',
];
const SUBJECTS = [
  '退休待遇',
  '工资保证金',
  '低保条件',
  '宅基地确权',
  '水渠维修',
  '医保报销',
  '学籍转接',
  '房屋质量',
  '排污许可',
  '烈属优待',
];

/** The policy library with 5,000 pages of a unit's own texts: every beginning of some words, as they are typed. */
export async function measurePolicies({ app, page }: RunningProgram): Promise<Measured> {
  const work = mkdtempSync(join(tmpdir(), 'reception-bench-policies-'));
  const began = Date.now();
  try {
    await page.evaluate(() => window.reception.request('session.signOut', {}));
    await signInByBridge(page, personWith('coordinator'));
    for (let n = 0; n < FILES; n++) {
      const path = join(work, `汇编${n + 1}.txt`);
      writeFileSync(path, textOf(n));
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
      }, path);
      await page.evaluate(
        async (title) => {
          const opened = await window.reception.request('policy.open', {});
          if (!opened.ok || !opened.value) throw new Error(opened.ok ? 'nothing opened' : opened.error.message);
          const about = { title, issuer: '示范县', kind: 'unit' as const, version: '2026', effective: '2026-01-01' };
          const stored = await window.reception.request('policy.import', { about, retire: [] });
          if (!stored.ok) throw new Error(stored.error.message);
        },
        `政策汇编 ${n + 1}`,
      );
    }
    console.log(`  ${FILES * PAGES_A_FILE} pages imported in ${Math.round((Date.now() - began) / 1000)} s`);
    // As long as somebody needs to close the dialog and begin to type.
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const { taken, first } = await page.evaluate(async (words) => {
      const times: number[] = [];
      let best = '';
      for (const word of words) {
        for (let length = 1; length <= word.length; length++) {
          const from = performance.now();
          const answer = await window.reception.request('policy.search', { text: word.slice(0, length), limit: 50 });
          if (!answer.ok) throw new Error(answer.error.message);
          times.push(performance.now() - from);
          if (word === '代表人数' && length === word.length) best = answer.value.rows[0]?.label ?? '';
        }
      }
      return { taken: times, first: best };
    }, WORDS);
    return {
      rows: [
        {
          what: `policy search over ${(FILES * PAGES_A_FILE).toLocaleString('en')} pages`,
          measured: spread(taken),
          against: `「代表人数」 gives first: ${first}`,
          ratio: '',
          goal: 'p95 < 100 ms',
          met: percentile(taken, 95) < 100 && first === '第二十条',
        },
      ],
      raw: { 'policy.search, ms': taken },
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A thousand articles, each a page of some 700 characters. */
function textOf(file: number): string {
  const articles = Array.from({ length: PAGES_A_FILE }, (_, n) => {
    const subject = SUBJECTS[(n * 7 + file) % SUBJECTS.length];
    const sentences = Array.from(
      { length: 22 },
      (_, s) => `办理${subject}第${s + 1}项时应当核对第${n + 1}号材料，由${file + 1}号窗口在${(s % 9) + 1}个工作日内答复并登记。`,
    );
    return `第${chinese(n + 1)}条 ${sentences.join('')}`;
  });
  return `政策汇编之${file + 1}\n${articles.join('\n')}\n`;
}

const DIGITS = '零一二三四五六七八九';
/** 1 to 1,000. */
function chinese(n: number): string {
  if (n === 1000) return '一千';
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const upper = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return `${upper}${middle}${ones > 0 ? DIGITS[ones] : ''}`;
}
