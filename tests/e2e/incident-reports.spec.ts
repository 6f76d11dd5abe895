import { execFileSync } from 'node:child_process';
import { expect, type Page, test } from '@playwright/test';
import type { EntryInput } from '../../shared/domain/incident';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { exportNewest } from './exported';
import { personWith } from './people';
import { choosePrinter, newestState } from './print-jobs';
import { CLERK, launch, signIn } from './program';

/** Reports and the sheet of an incident, from a leader's PIN to the pages of the archived PDF. */
const QUEUE = 'RECEPTION_INCIDENT';
const LEADER = personWith('leader');
test.describe.configure({ mode: 'serial' });
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => removeQueue(QUEUE));

const pagesOf = (pdf: string): string[] =>
  execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    .split('\f')
    .filter((page) => page.trim() !== '');

const beginDrill = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const begun = await window.reception.request('incident.drill', {
      ...{ requestId: crypto.randomUUID(), code: 'E08', plan: '门口聚集，逐级响应', participants: '全体当班人员' },
    });
    if (!begun.ok) throw new Error(begun.error.code);
    return begun.value.id;
  });

const addAll = (page: Page, id: string, entries: EntryInput[]): Promise<void> =>
  page.evaluate(
    async ([incidentId, all]) => {
      for (const entry of all) {
        const added = await window.reception.request('incident.add', { requestId: crypto.randomUUID(), id: incidentId, entry });
        if (!added.ok) throw new Error(JSON.stringify(added.error));
      }
    },
    [id, entries] as const,
  );

/** Drafted and signed as the dialog does it. */
const sign = (page: Page, id: string, leader: string, code: string): Promise<string> =>
  page.evaluate(
    async (asked) => {
      const ask = window.reception.request;
      const [drafted, signers] = [await ask('incident.reportDraft', { id: asked.id }), await ask('incident.signers', {})];
      if (!drafted.ok || !signers.ok) throw new Error('no draft');
      const { kind, sections } = drafted.value;
      const signed = await ask('incident.report', {
        ...{ requestId: crypto.randomUUID(), id: asked.id, kind, sections, to: '上级主管部门', code: asked.code },
        signerId: signers.value.find(({ name }) => name === asked.leader)?.id ?? signers.value[0]?.id ?? '',
      });
      return signed.ok ? signed.value.title : signed.error.code;
    },
    { id, leader, code },
  );

test('a drill’s report and sheet: signed by a leader’s PIN only, marked on every page, no line of a long course lost', async () => {
  const { app, page, close } = await launch({ seed: 'demo' });
  await signIn(page, CLERK.name, CLERK.pin);
  await choosePrinter(page, QUEUE);
  const id = await beginDrill(page);
  const notes = Array.from({ length: 120 }, (_, i): EntryInput => ({ kind: 'note', text: `第${i + 1}条记录：门口情况` }));
  await addAll(page, id, [
    { kind: 'people', count: 12 },
    { kind: 'level', level: 2, reason: '人数增加' },
    { kind: 'conduct', conductId: 'banner', on: true },
    { kind: 'call', contact: 'superior', outcome: 'told', person: '值班员', phone: '', text: '' },
    { kind: 'service', service: '110', stage: 'called', caseNo: 'J0001', text: '' },
    { kind: 'note', text: '鑫'.repeat(480) },
    ...notes,
  ]);

  expect(await sign(page, id, LEADER.name, '0000')).toBe('wrong-pin');
  expect(await sign(page, id, LEADER.name, LEADER.pin)).toBe('初报');
  await expect.poll(() => newestState(page), { timeout: 20_000 }).toBe('printed');
  const report = pagesOf(await exportNewest(app, page, '初报'));
  expect(report[0]).toMatch(/演练\s+不是真实事件/);
  for (const words of ['突发事件初报', '上级主管部门：', '响应等级 Ⅱ 重大', LEADER.name]) expect(report.join('')).toContain(words);
  for (const [n, text] of report.entries()) {
    expect(text, `page ${n + 1}`).toContain('【演练】');
    expect(text, `page ${n + 1}`).toContain('【演示】');
    expect(text.replace(/\s/g, ''), `page ${n + 1}`).toContain(`第${n + 1}页，共${report.length}页`);
  }

  const asked = await page.evaluate(
    (incidentId) => window.reception.request('incident.printSheet', { requestId: crypto.randomUUID(), id: incidentId }),
    id,
  );
  expect(asked.ok).toBe(true);
  await expect.poll(() => newestState(page), { timeout: 20_000 }).toBe('printed');
  const sheet = pagesOf(await exportNewest(app, page, '报告单'));
  expect(sheet.length).toBeGreaterThan(5);
  const text = sheet.join('\n');
  for (let n = 1; n <= notes.length; n++) expect(text).toContain(`第${n}条记录：门口情况`);
  // As what began it and in the course, in the first part, and once more in the phone log: cut nowhere.
  expect(text.match(/鑫/g)).toHaveLength(480 * 3);
  for (const words of ['突发事件报告单', '演练方案', '门口聚集，逐级响应', '拉横幅', 'J0001', '未掌握', '电话记录', '初报'])
    expect(text).toContain(words);
  for (const [n, one] of sheet.entries()) expect(one, `page ${n + 1}`).toContain('【演练】');
  await close();
});
