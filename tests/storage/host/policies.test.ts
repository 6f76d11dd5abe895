import { describe, expect, it } from 'vitest';
import type { Host } from '../../../electron/storage/host/host';
import { freezeCitation } from '../../../electron/storage/host/policies/freeze-citation';
import type { Library } from '../../../electron/storage/host/policies/library';
import type { PolicyView } from '../../../shared/domain/policies';
import { DIGEST_ARTICLES, DIGEST_POLICY_ID } from '../../../shared/policies/regulation-digest';
import { splitPolicy } from '../../../shared/rules/policy-articles';
import { FIFTY_ARTICLES, inCharacters, wordOf } from '../../fixtures/policies/fifty-articles';
import { HALL_RULES } from '../../fixtures/policies/hall-rules';
import { actor, type Desk, newDesk, staffIds } from './desk';

const READER = actor(staffIds.talker, 'interviewer');
const KEEPER = actor(staffIds.admin, 'administrator');

async function imported(desk: Desk, text: string = HALL_RULES, retire: string[] = []): Promise<string> {
  const { about, articles } = splitPolicy(text);
  const rows = articles.map(({ label, chapter, subject, words }) => ({ label, chapter, subject, words }));
  return (await desk.internal('internal.policy.add', { about, articles: rows, source: '办法.txt', retire }, staffIds.admin)).policyId;
}
const search = (desk: Desk, text: string) => desk.request('policy.search', { text }, READER);
const labels = async (desk: Desk, text: string): Promise<string[]> => (await search(desk, text)).rows.map(({ label }) => label);
const list = (desk: Desk): Promise<PolicyView[]> =>
  new Promise((resolve, reject) => {
    const stop = desk.subscribe('policy.list', (result) => {
      queueMicrotask(() => stop());
      if (result.ok) resolve(result.value as PolicyView[]);
      else reject(new Error(result.error.message));
    });
  });

describe('the library of a new hall', () => {
  it('holds the digest, marked as such, and finds article 20 by what it is about and by its number', async () => {
    const desk = await newDesk();
    expect(await list(desk)).toMatchObject([{ id: DIGEST_POLICY_ID, title: '信访工作条例', articles: 50, active: true, digest: true }]);
    for (const text of ['代表人数', '20条', '第二十条', '条例20', '信访条例第20条', '20', '推选代表', '几个人', '代表 人数', '二十条']) {
      const { rows } = await search(desk, text);
      expect(rows[0], text).toMatchObject({ label: '第二十条', digest: true, title: '信访工作条例' });
    }
  });

  it('finds every article by its number, in characters and in digits', async () => {
    const desk = await newDesk();
    for (const { n, label } of DIGEST_ARTICLES) {
      expect((await labels(desk, label))[0]).toBe(label);
      expect((await labels(desk, `${n + 1}条`))[0]).toBe(label);
    }
  });

  it('says where the words stand', async () => {
    const desk = await newDesk();
    const [first] = (await search(desk, '接待场所')).rows;
    expect(first?.marks.map(([from, to]) => first.excerpt.slice(from, to))).toContain('接待场所');
    expect((await search(desk, '代表人数')).rows[0]?.subjectMarks).toEqual([[6, 10]]);
  });

  it('finds nothing without words, and says so', async () => {
    const desk = await newDesk();
    expect(await search(desk, '')).toEqual({ rows: [], total: 0 });
    expect(await search(desk, '　')).toEqual({ rows: [], total: 0 });
    expect(await search(desk, '龘靐')).toEqual({ rows: [], total: 0 });
  });
});

describe('a whole regulation', () => {
  it('of fifty articles in six chapters is imported, and every one is found by its number and by its words', async () => {
    const desk = await newDesk();
    const { articles, numbered } = splitPolicy(FIFTY_ARTICLES);
    expect(numbered).toBe(true);
    expect(articles.map(({ label }) => label)).toEqual(Array.from({ length: 50 }, (_, i) => `第${inCharacters(i + 1)}条`));
    expect(new Set(articles.map(({ chapter }) => chapter)).size).toBe(6);
    const policyId = await imported(desk, FIFTY_ARTICLES);
    for (let n = 1; n <= 50; n++) {
      const label = `第${inCharacters(n)}条`;
      for (const text of [`示例工作条例${label}`, `示例工作条例${n}条`, wordOf(n)]) {
        const { rows } = await search(desk, text);
        expect(rows[0], text).toMatchObject({ policyId, label, digest: false });
      }
      const own = (await search(desk, `${n}条`)).rows.filter((row) => row.policyId === policyId);
      expect(own.map((row) => row.label)).toEqual([label]);
    }
  });
});

describe('a text that was imported', () => {
  it('is found at once, in its order, with its version; a later import is added to what is known', async () => {
    const desk = await newDesk();
    expect((await search(desk, '寄存柜')).rows).toEqual([]);
    const policyId = await imported(desk);
    const [first] = (await search(desk, '寄存柜')).rows;
    expect(first).toMatchObject({ policyId, label: '第五条', title: '示范区接待大厅来访事项办理办法', digest: false, active: true });
    expect(first).toMatchObject({ version: '示范发〔2025〕7号', effective: '2025-04-01' });
    const { rows, total } = await desk.request('policy.articles', { policyId }, READER);
    expect([total, rows.map(({ label }) => label)]).toEqual([
      9,
      ['第一条', '第二条', '第三条', '第四条', '第五条', '第六条', '第七条', '第七条之一', '第八条'],
    ]);
    const page = await desk.request('policy.articles', { policyId, offset: 7, limit: 1 }, READER);
    expect(page.rows.map(({ label }) => label)).toEqual(['第七条之一']);
    await imported(desk, '停车场使用须知\n第一条 摩托车停在东门。\n第二条 汽车停在地下二层。');
    expect((await search(desk, '摩托车')).rows).toMatchObject([{ label: '第一条', title: '停车场使用须知' }]);
    expect((await search(desk, '寄存柜')).rows).toHaveLength(1);
  });

  it('is whole after a restart', async () => {
    const desk = await newDesk();
    const policyId = await imported(desk);
    const before = await desk.request('policy.articles', { policyId }, READER);
    desk.kill();
    const { Desk: Again } = await import('./desk');
    const again = new Again(desk.disk);
    await again.open();
    expect(await again.request('policy.articles', { policyId }, READER)).toEqual(before);
  });

  it('retired: still found, marked, behind what is in force; used again it is as before', async () => {
    const desk = await newDesk();
    const old = await imported(desk);
    const text = HALL_RULES.replace('2025〕7号', '2026〕1号').replaceAll('2025', '2026');
    const now = await imported(desk, text, [old]);
    expect((await search(desk, '寄存柜')).rows.map(({ policyId, active }) => [policyId, active])).toEqual([
      [now, true],
      [old, false],
    ]);
    expect((await list(desk)).map(({ id, active }) => [id, active])).toEqual([
      [DIGEST_POLICY_ID, true],
      [now, true],
      [old, false],
    ]);
    const again = await desk.try('policy.retire', { policyId: old, reason: '旧版' }, KEEPER);
    expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await desk.request('policy.activate', { policyId: old }, KEEPER);
    expect((await search(desk, '寄存柜')).rows.every(({ active }) => active)).toBe(true);
  });

  it('the digest can be retired as well, and is not stored for it', async () => {
    const desk = await newDesk();
    await desk.request('policy.retire', { policyId: DIGEST_POLICY_ID, reason: '已导入全文' }, KEEPER);
    expect(await list(desk)).toMatchObject([{ id: DIGEST_POLICY_ID, active: false, articles: 50 }]);
    expect((await search(desk, '代表人数')).rows[0]).toMatchObject({ label: '第二十条', active: false });
    await desk.request('policy.activate', { policyId: DIGEST_POLICY_ID }, KEEPER);
    expect(await list(desk)).toMatchObject([{ active: true }]);
  });

  it('nobody retires what is not there', async () => {
    const desk = await newDesk();
    const gone = '01f7a0c2-1d20-7c05-8a00-999999999999';
    expect(await desk.try('policy.retire', { policyId: gone, reason: '不在' }, KEEPER)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await desk.try('policy.article', { id: gone }, READER)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('a citation', () => {
  const policy = {
    ...{ id: DIGEST_POLICY_ID, title: '信访工作条例', version: '2022年', effective: '2022-05-01' },
    ...{ active: true, digest: true, order: 0 },
  };
  const article = DIGEST_ARTICLES[19];

  it('keeps the words, the version and whether they are ours', async () => {
    const library = {
      ready: async () => ({ index: { get: () => article }, policies: new Map([[policy.id, policy]]) }),
    } as unknown as Library;
    expect(await freezeCitation({ library } satisfies Pick<Host, 'library'>, article?.id ?? '')).toEqual({
      articleId: article?.id,
      title: '信访工作条例',
      label: '第二十条',
      words: article?.words,
      version: '2022年',
      digest: true,
    });
  });
});
