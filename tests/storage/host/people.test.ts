import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract } from '../../../shared/contract';
import type { PersonPage } from '../../../shared/contract/people';
import { numberBorn } from '../../shared/facts';
import { actor, CLERK, Desk, Disk, GUO, LAN, newDesk, register, staffIds } from './desk';

const LEAD = actor(staffIds.admin, 'coordinator');
const PASSPORT = { docType: 'passport' as const, docNumber: 'E12345678', name: '李秀兰', phone: LAN.phone };
const known = (desk: Desk, { docType, docNumber }: { docType: typeof PASSPORT.docType | 'resident-id'; docNumber: string }) =>
  desk.request('identity.lookup', { docType, docNumber }, CLERK);
const idOf = async (desk: Desk, who: Parameters<typeof known>[1]): Promise<string> => (await known(desk, who))?.person.id ?? '';

/** The first answer of the live page. */
function pageOf(desk: Desk, personId: string, limit = 100): Promise<PersonPage> {
  return new Promise((resolve, reject) => {
    const stop = desk.subscribe(
      'person.page',
      (result) => {
        queueMicrotask(() => stop());
        if (!result.ok) return reject(new Error(JSON.stringify(result.error)));
        resolve(contract['person.page'].output.parse(result.value) as PersonPage);
      },
      { personId, limit },
    );
  });
}

async function merge(desk: Desk, from: string, into: string, reason = '本人出示两份证件') {
  const version = async (id: string): Promise<number> => (await pageOf(desk, id)).records.find((record) => record.id === id)?.version ?? -1;
  return desk.try('person.merge', { from, into, reason, expected: { from: await version(from), into: await version(into) } }, LEAD);
}
async function split(desk: Desk, id: string, reason = '两个人') {
  const expected = (await pageOf(desk, id)).records.find((record) => record.id === id)?.version ?? -1;
  return desk.try('person.split', { id, reason, expected }, LEAD);
}

/** Every row of people, visits and matters, opened, without the stamps of a write. */
async function rowsOf(desk: Desk, personIds: readonly string[]) {
  const db = new Dexie(desk.disk.databaseName);
  await db.open();
  const rows = await Promise.all(['visits', 'matters'].map((table) => db.table(table).toArray()));
  const persons: Record<string, unknown>[] = await db.table('persons').toArray();
  db.close();
  const open = persons.map(({ version: _v, clocks: _c, sealed: _s, ...row }) =>
    Object.fromEntries(Object.entries(row).filter(([, v]) => v !== undefined)),
  );
  const seen = await Promise.all(personIds.map(async (id) => ({ ...(await desk.request('person.known', { personId: id }, CLERK)) })));
  const pages = await Promise.all(
    personIds.map(async (id) => {
      const { records, visits, matters, total, visitCount } = await pageOf(desk, id);
      return { records: records.map(({ version: _, ...record }) => record), visits, matters, total, visitCount };
    }),
  );
  return { rows, open, seen, pages };
}

describe('one person with two documents', () => {
  async function twoRecords() {
    const desk = await newDesk();
    await register(desk);
    const second = await register(desk, { matterId: (await known(desk, LAN))?.matters[0]?.id });
    const third = await register(desk, { people: [PASSPORT], summary: '护照来访' });
    return { desk, lan: await idOf(desk, LAN), pass: await idOf(desk, PASSPORT), second, third };
  }

  it('is hinted with its reason, merged by the lead, and then known by either document with all visits', async () => {
    const { desk, lan, pass } = await twoRecords();
    expect((await known(desk, PASSPORT))?.visitCount).toBe(1);
    const before = await pageOf(desk, lan);
    expect(before.candidates).toMatchObject([
      { why: ['phone'], warnings: [], visitCount: 1, records: [{ id: pass, docMasked: 'E12***678' }] },
    ]);
    expect(await merge(desk, pass, lan)).toMatchObject({ ok: true });

    for (const who of [LAN, PASSPORT]) {
      const found = await known(desk, who);
      expect(found?.visitCount).toBe(3);
      expect(found?.matters).toHaveLength(2);
      expect(found?.person.docMasked).toBe(who === LAN ? '1101**********002X' : 'E12***678');
    }
    const page = await pageOf(desk, pass);
    expect(page.records.map((record) => record.id)).toEqual([lan, pass]);
    expect(page).toMatchObject({
      visitCount: 3,
      total: 3,
      candidates: [],
      acts: [{ action: '合并来访人记录', staffName: '孙管理', reason: '本人出示两份证件' }],
    });
    expect(page.acts[0]?.what).toBe('护照 E12***678 并入 居民身份证 1101**********002X');
    expect(page.visits.map((visit) => visit.recordId)).toEqual([pass, lan, lan]);
    expect((await pageOf(desk, pass, 2)).visits).toHaveLength(2);
  });

  it('the third visit in a matter begun with the other document is the third', async () => {
    const { desk, lan, pass } = await twoRecords();
    const matter = (await known(desk, LAN))?.matters[0];
    await expect(register(desk, { people: [PASSPORT], matterId: matter?.id })).rejects.toThrow('不是这位来访人的');
    await merge(desk, pass, lan);
    const { visitId } = await register(desk, { people: [PASSPORT], matterId: matter?.id });
    expect(await desk.request('visit.get', { id: visitId }, CLERK)).toMatchObject({ visitCount: 3, repeated: true, personId: pass });
  });

  it('is found by the search with the visits of both, by either number', async () => {
    const { desk, lan, pass } = await twoRecords();
    const find = async (text: string) => (await desk.request('search.find', { text }, CLERK)).rows.length;
    expect([await find('002X'), await find('5678')]).toEqual([2, 1]);
    await merge(desk, pass, lan);
    expect([await find('002X'), await find('5678'), await find('李秀兰')]).toEqual([3, 3, 3]);
    await split(desk, pass);
    expect([await find('002X'), await find('5678'), await find('李秀兰')]).toEqual([2, 1, 3]);
  });

  it('split again everything is as before; the reason stays in the history only', async () => {
    const { desk, lan, pass } = await twoRecords();
    const before = await rowsOf(desk, [lan, pass]);
    await merge(desk, pass, lan);
    expect(await split(desk, pass, '护照是姐姐的')).toMatchObject({ ok: true });
    expect(await rowsOf(desk, [lan, pass])).toEqual(before);
    const { acts, candidates } = await pageOf(desk, lan);
    expect(acts.map(({ action, reason }) => [action, reason])).toEqual([
      ['拆分来访人记录', '护照是姐姐的'],
      ['合并来访人记录', '本人出示两份证件'],
    ]);
    expect(candidates).toHaveLength(1);
  });

  it('survives a rebuild from the journal, merged and split', async () => {
    const { desk, lan, pass } = await twoRecords();
    await merge(desk, pass, lan);
    for (const count of [3, 1]) {
      desk.kill();
      Object.assign(desk.disk, { databaseName: `${desk.disk.databaseName}-again` });
      const again = new Desk(desk.disk);
      await again.open();
      expect((await known(again, PASSPORT))?.visitCount).toBe(count);
      if (count === 1) return;
      expect(await split(again, pass)).toMatchObject({ ok: true });
      again.kill();
    }
  });

  it('refuses what was changed meanwhile, a second merge, its own branch, and a record that stands by itself', async () => {
    const { desk, lan, pass } = await twoRecords();
    const seen = { from: (await pageOf(desk, pass)).records[0]?.version ?? 0, into: (await pageOf(desk, lan)).records[0]?.version ?? 0 };
    await register(desk, { people: [{ ...LAN, phone: '13811112222' }] });
    const late = { from: pass, into: lan, reason: '本人出示两份证件', expected: seen };
    expect(await desk.try('person.merge', late, LEAD)).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: expect.stringContaining('刚被别人改过') },
    });
    expect(await merge(desk, lan, lan)).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(await merge(desk, pass, lan)).toMatchObject({ ok: true });
    expect(await merge(desk, lan, pass)).toMatchObject({ ok: false, error: { message: expect.stringContaining('已经是同一人') } });
    expect(await merge(desk, pass, lan)).toMatchObject({ ok: false, error: { message: expect.stringContaining('请先拆分') } });
    expect(await split(desk, lan)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const version = (await pageOf(desk, pass)).records.find((record) => record.id === pass)?.version ?? 0;
    await split(desk, pass);
    expect(await desk.try('person.split', { id: pass, reason: '又一次', expected: version }, LEAD)).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
  });
});

describe('two people with one name and birthday', () => {
  const born = '1962-03-05';
  const one = { docType: 'resident-id' as const, docNumber: numberBorn(born, '001'), name: '王秀英', phone: '' };
  const other = { ...one, docNumber: numberBorn(born, '003') };
  async function both() {
    const desk = await newDesk();
    await register(desk, { people: [one] });
    await register(desk, { people: [other] });
    return { desk, a: await idOf(desk, one), b: await idOf(desk, other) };
  }

  it('are said to be two, and merged only with a reason that says something', async () => {
    const { desk, a, b } = await both();
    expect((await pageOf(desk, a)).candidates).toMatchObject([{ why: ['birthday'], warnings: ['two-numbers'] }]);
    expect(await merge(desk, b, a, '同一人')).toMatchObject({
      ok: false,
      error: { code: 'refused', fields: { reason: expect.any(String) } },
    });
    expect(await merge(desk, b, a, '派出所出具更正证明')).toMatchObject({ ok: true });
  });

  it('told apart they are not hinted again, from neither side', async () => {
    const { desk, a, b } = await both();
    await desk.request('person.notDuplicate', { personId: a, otherId: b }, LEAD);
    expect((await pageOf(desk, a)).candidates).toEqual([]);
    expect((await pageOf(desk, b)).candidates).toEqual([]);
    const [entry] = await desk.request('audit.list', { limit: 1 }, LEAD);
    expect(entry).toMatchObject({ action: '确认不是同一人', target: `${a} ${b}` });
  });

  it('others of the same name are no hint; an old number on another document is', async () => {
    const desk = await newDesk();
    await register(desk, { people: [{ ...GUO, phone: '' }] });
    await register(desk, { people: [{ ...GUO, docNumber: numberBorn('1990-01-01'), phone: '' }] });
    await register(desk, { people: [{ docType: 'driving-licence', docNumber: '340524800101001', name: '王建国' }] });
    const { candidates } = await pageOf(desk, await idOf(desk, GUO));
    expect(candidates).toMatchObject([{ why: ['number'], records: [{ docType: 'driving-licence' }] }]);
  });
});

describe('any merges', () => {
  it('taken back in any order leave identical rows and look-ups', { timeout: 60_000 }, async () => {
    const desk = await newDesk({ disk: new Disk(), printer: '' });
    const people = ['001', '003', '005', '007'].map((sequence, i) => ({
      ...LAN,
      docNumber: numberBorn('1950-05-05', sequence),
      name: `张三${i}`,
    }));
    for (const each of people) await register(desk, { people: [each] });
    const ids = await Promise.all(people.map((each) => idOf(desk, each)));
    const before = await rowsOf(desk, ids);
    const at = fc.nat(ids.length - 1);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(at, at), { maxLength: 5 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        async (wishes, order) => {
          for (const [from, into] of wishes) await merge(desk, ids[from] ?? '', ids[into] ?? '', '甲乙确为同一人');
          for (const i of order) await split(desk, ids[i] ?? '');
          expect(await rowsOf(desk, ids)).toEqual(before);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('two desks that linked both ways', () => {
  it('are read alike from either record, count each visit once, and are taken apart', async () => {
    const desk = await newDesk();
    await register(desk);
    await register(desk, { people: [PASSPORT] });
    const [lan, pass] = [await idOf(desk, LAN), await idOf(desk, PASSPORT)];
    const db = new Dexie(desk.disk.databaseName);
    await db.open();
    await db.table('persons').update(lan, { mergedInto: pass, version: 9001 });
    await db.table('persons').update(pass, { mergedInto: lan, version: 9001 });
    db.close();
    const heads = [await pageOf(desk, lan), await pageOf(desk, pass)].map((page) => page.records.map((record) => record.id));
    expect(heads).toEqual([[lan, pass].sort(), [lan, pass].sort()]);
    for (const who of [LAN, PASSPORT]) expect((await known(desk, who))?.visitCount).toBe(2);
    expect((await desk.request('search.find', { text: '5678' }, CLERK)).rows).toHaveLength(2);
    expect(await split(desk, lan)).toMatchObject({ ok: true });
    expect((await known(desk, LAN))?.visitCount).toBe(2);
    expect(await split(desk, pass)).toMatchObject({ ok: true });
    for (const who of [LAN, PASSPORT]) expect((await known(desk, who))?.visitCount).toBe(1);
  });
});

describe('who may', () => {
  it('a record that another is merged into is not taken away by a correction', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk, { people: [GUO] });
    await register(desk, { people: [PASSPORT] });
    const into = await idOf(desk, GUO);
    expect((await merge(desk, await idOf(desk, PASSPORT), into)).ok).toBe(true);
    const person = { docNumber: LAN.docNumber, name: LAN.name };
    await desk.request('visit.correct', { id: visitId, patch: { person }, reason: '拿错证件' }, CLERK);
    expect(await idOf(desk, GUO)).toBe(into);
  });

  it('the lead and the leader decide, the clerk looks', () => {
    const { 'person.merge': merging, 'person.split': splitting, 'person.page': page } = contract;
    expect([merging.access, splitting.access]).toEqual([
      ['coordinator', 'leader'],
      ['coordinator', 'leader'],
    ]);
    expect(page.access).toContain('registrar');
    expect(page.access).not.toContain('administrator');
  });
});
