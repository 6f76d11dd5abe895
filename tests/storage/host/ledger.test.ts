import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { takeBack, takeBackUnfinished } from '../../../electron/ledger/take-back';
import { ReceptionDb } from '../../../electron/storage/host/db';
import { defaultSettings } from '../../../shared/rules/defaults';
import { FieldFinder } from '../../../shared/rules/ledger-matter';
import { byDate, judgeLine, type LedgerRecord } from '../../../shared/rules/ledger-record';
import { addDays, dayOf } from '../../../shared/rules/time';
import { numberBorn } from '../../shared/facts';
import { CLERK, Desk, LAN, newDesk, register, staffIds } from './desk';

const ADMIN = { staffId: staffIds.admin, roles: ['administrator' as const], deskCode: '01' };
const TODAY = dayOf(Date.now());
const context = {
  mapping: { name: 0, docNumber: 1, date: 2, summary: 3, result: 4, phone: 5 },
  fields: new FieldFinder(defaultSettings().fields),
  today: TODAY,
  date1904: false,
  width: 6,
};
let line = 0;
function record(name: string, docNumber: string, date: string, summary: string, result = '', phone = ''): LedgerRecord {
  const judged = judgeLine(++line, [name, docNumber, date, summary, result, phone], context);
  if (!judged.ok) throw new Error(judged.reasons.join());
  return judged.record;
}
const OLD = numberBorn('1961-02-03', '007');

async function importAll(desk: Desk, records: LedgerRecord[], finish = true) {
  const { importId } = await desk.internal(
    'internal.ledger.begin',
    { fileName: '旧台账.xlsx', lines: records.length, refused: 0 },
    staffIds.admin,
  );
  const counts = { imported: 0, duplicates: 0 };
  for (let from = 0; from < records.length; from += 50) {
    const part = await desk.internal('internal.ledger.add', { importId, records: records.slice(from, from + 50) }, staffIds.admin);
    counts.imported += part.imported;
    counts.duplicates += part.duplicates;
  }
  if (finish) await desk.internal('internal.ledger.finish', { importId, ...counts }, staffIds.admin);
  return { importId, ...counts };
}

/** Living rows of all tables but the trail of what was done, which keeps everything. */
async function living(desk: Desk): Promise<Record<string, unknown[]>> {
  const db = new ReceptionDb(desk.disk.databaseName);
  await db.open();
  try {
    const shown: Record<string, unknown[]> = {};
    for (const table of db.tables) {
      if (['batches', 'meta', 'keys', 'audit'].includes(table.name)) continue;
      const rows = (await table.toArray()).filter((row: { erased?: string }) => !row.erased);
      shown[table.name] = rows.map(({ version: _v, clocks: _c, ...row }: Record<string, unknown>) => ({ ...row, sealed: undefined }));
    }
    return shown;
  } finally {
    db.close();
  }
}

const many = (count: number): LedgerRecord[] =>
  Array.from({ length: count }, (_, i) =>
    record(
      `试旧${'甲乙丙丁'[i % 4]}`,
      numberBorn('1970-05-06', String(100 + (i % 90)).padStart(3, '0')),
      `2024-0${1 + (i % 9)}-1${i % 10}`,
      `反映第 ${i % 120} 件事`,
    ),
  ).sort(byDate);

describe('an old ledger in the storage host', () => {
  it('makes known people known: found by document, name, pinyin and number, each with their visits counted', async () => {
    const desk = await newDesk();
    const lines = [
      record('周旧山', OLD, '2019-03-04', '反映宅基地确权', '', '13800138999'),
      record('周旧山', OLD, '2019-06-04', '反映宅基地确权。', '已答复'),
      record('周旧山', OLD, '2020-01-02', '反映低保', '办结'),
    ];
    const { imported, duplicates } = await importAll(desk, lines);
    expect([imported, duplicates]).toEqual([3, 0]);
    const known = await desk.request('identity.lookup', { docType: 'resident-id', docNumber: OLD }, CLERK);
    expect(known?.visitCount).toBe(3);
    expect(known?.person.name).toBe('周旧山');
    expect(known?.visits.map(({ visitCount, state, deskCode }) => [visitCount, state, deskCode])).toEqual([
      [1, 'returned', '00'],
      [2, 'returned', '00'],
      [1, 'returned', '00'],
    ]);
    expect(known?.matters.map(({ visits, state, lastVisit }) => [visits, state, lastVisit])).toEqual([
      [1, 'closed', '2020-01-02'],
      [2, 'answered', '2019-06-04'],
    ]);
    for (const text of ['周旧山', 'zjs', '20190304-00-0001', OLD.slice(-4)]) {
      const { rows } = await desk.request('search.find', { text }, CLERK);
      expect(
        rows.some((row) => row.name === '周旧山'),
        text,
      ).toBe(true);
    }
    const history = await desk.request('visit.history', { id: known?.visits[0]?.id ?? '' }, CLERK);
    expect(history[0]?.action).toBe('导入旧台账');
  });

  it('takes who is registered already as they are, and their own matters are left alone', async () => {
    const desk = await newDesk();
    await register(desk, { summary: '反映工资' });
    await importAll(desk, [record('李秀蓝', LAN.docNumber, '2020-02-03', '反映工资', '', '13900139111')]);
    const known = await desk.request('identity.lookup', { docType: LAN.docType, docNumber: LAN.docNumber }, CLERK);
    expect(known?.person.name).toBe(LAN.name);
    expect(known?.visitCount).toBe(2);
    expect(known?.matters.map(({ visits }) => visits)).toEqual([1, 1]);
  });

  it('a line dated today is no visit of today', async () => {
    const desk = await newDesk();
    const { importId } = await importAll(desk, [record('周旧山', OLD, TODAY, '反映噪声')]);
    const hall = await live(desk, 'hall.now');
    expect(hall).toMatchObject({ visits: 0, heads: 0, inHall: 0, returned: 0, cardsOut: 0, earlier: 0 });
    expect(await live(desk, 'visit.today')).toEqual([]);
    const first = await register(desk);
    expect(first.number.endsWith('-01-0001')).toBe(true);
    await desk.internal('internal.ledger.undo', { importId }, staffIds.admin);
    await takeBack(asking(desk), importId, null);
    expect(await live(desk, 'hall.now')).toMatchObject({ visits: 1, heads: 1, inHall: 1 });
  });

  it('a second import of the same lines brings nothing, and says so before', async () => {
    const desk = await newDesk();
    const lines = many(120);
    expect(await desk.internal('internal.ledger.known', { records: lines })).not.toContain(true);
    const first = await importAll(desk, lines);
    expect(first.imported + first.duplicates).toBe(120);
    const before = await living(desk);
    expect(await desk.internal('internal.ledger.known', { records: lines })).not.toContain(false);
    const second = await importAll(desk, lines);
    expect(second).toMatchObject({ imported: 0, duplicates: 120 });
    const after = await living(desk);
    for (const table of ['persons', 'visits', 'matters', 'dayTotals']) expect(after[table]).toEqual(before[table]);
  });

  it('a cancelled import leaves nothing behind', async () => {
    const desk = await newDesk();
    await register(desk);
    const before = await living(desk);
    const { importId } = await importAll(desk, many(700), false);
    await takeBack(asking(desk), importId, staffIds.admin);
    expect(await living(desk)).toEqual(before);
    expect(await desk.request('search.find', { text: '试旧' }, CLERK)).toMatchObject({ rows: [] });
    const again = await importAll(desk, many(700));
    expect(again.imported).toBeGreaterThan(0);
  });

  it('an import that the program did not live to finish is gone after the next start, and stays gone after a rebuild', async () => {
    const desk = await newDesk();
    await register(desk);
    const before = await living(desk);
    await importAll(desk, many(400), false);
    desk.kill();
    const again = new Desk(desk.disk);
    expect((await again.open()).state).toBe('same');
    await takeBackUnfinished(asking(again), fail);
    expect(await living(again)).toEqual(before);
    again.kill();

    const empty = new Desk(Object.assign(Object.create(desk.disk), { databaseName: `${desk.disk.databaseName}-rebuilt` }));
    expect((await empty.open()).state).toBe('rebuild');
    const rebuilt = await living(empty);
    for (const table of ['persons', 'visits', 'matters', 'dayTotals', 'ledgerImports']) expect(rebuilt[table]).toEqual(before[table]);
    expect(await empty.internal('internal.verifyChain', null)).toMatchObject({ brokenAt: null, aside: 0 });
  });

  it('undone, all is as before; only the line of the import stays, as undone', async () => {
    const desk = await newDesk();
    await importAll(desk, [record('周旧山', OLD, '2018-01-02', '反映低保')]);
    const before = await living(desk);
    const { importId } = await importAll(desk, [...many(350), record('周旧山', OLD, '2019-05-06', '反映低保')]);
    await desk.internal('internal.ledger.undo', { importId }, staffIds.admin);
    await takeBack(asking(desk), importId, staffIds.admin);
    const { ledgerImports, ...after } = await living(desk);
    const { ledgerImports: _, ...earlier } = before;
    expect(after).toEqual(earlier);
    expect(ledgerImports).toHaveLength(2);
    const list = (await live(desk, 'ledger.list')) as { state: string; staffName: string }[];
    expect(list.map(({ state, staffName }) => [state, staffName])).toEqual([
      ['undone', '孙管理'],
      ['done', '孙管理'],
    ]);
  });

  it('whoever was registered meanwhile stays, with the matter they came about', async () => {
    const desk = await newDesk();
    const { importId } = await importAll(desk, [record('周旧山', OLD, '2019-03-04', '反映宅基地确权'), ...many(20)]);
    const known = await desk.request('identity.lookup', { docType: 'resident-id', docNumber: OLD }, CLERK);
    const matterId = known?.matters[0]?.id;
    await register(desk, { people: [{ docType: 'resident-id', docNumber: OLD, name: '周旧山' }], matterId });
    await desk.internal('internal.ledger.undo', { importId }, staffIds.admin);
    await takeBack(asking(desk), importId, staffIds.admin);
    const after = await desk.request('identity.lookup', { docType: 'resident-id', docNumber: OLD }, CLERK);
    expect(after?.visitCount).toBe(1);
    expect(after?.matters.map(({ id, visits }) => [id, visits])).toEqual([[matterId, 1]]);
    expect((await living(desk)).visits).toHaveLength(1);
  });

  it('whoever is registered between two batches is the same person in the next', async () => {
    const desk = await newDesk();
    const { importId } = await importAll(desk, many(5), false);
    await register(desk, { people: [{ docType: 'resident-id', docNumber: OLD, name: '周旧山' }] });
    const records = [record('周旧山', OLD, '2019-03-04', '反映宅基地确权')];
    expect(await desk.internal('internal.ledger.add', { importId, records })).toEqual({ imported: 1, duplicates: 0 });
    const known = await desk.request('identity.lookup', { docType: 'resident-id', docNumber: OLD }, CLERK);
    expect(known?.visitCount).toBe(2);
    // And the desk joined a matter of the ledger: the next line of it counts on from there.
    const matterId = known?.matters.find(({ lastVisit }) => lastVisit === '2019-03-04')?.id;
    await register(desk, { people: [{ docType: 'resident-id', docNumber: OLD, name: '周旧山' }], matterId });
    await desk.internal('internal.ledger.add', { importId, records: [record('周旧山', OLD, '2019-05-04', '反映宅基地确权')] });
    const after = await desk.request('identity.lookup', { docType: 'resident-id', docNumber: OLD }, CLERK);
    expect(after?.matters.find(({ id }) => id === matterId)?.visits).toBe(3);
  });

  it('one import at a time; only a finished one is undone', async () => {
    const desk = await newDesk();
    const { importId } = await importAll(desk, many(5), false);
    const begin = { fileName: 'b.csv', lines: 1, refused: 0 };
    expect((await desk.call('internal.ledger.begin', begin, ADMIN)).ok).toBe(false);
    expect((await desk.call('internal.ledger.undo', { importId }, ADMIN)).ok).toBe(false);
  });
});

describe('what an import brings', () => {
  const desks = async (records: LedgerRecord[]) => {
    const desk = await newDesk();
    await importAll(desk, records);
    return desk;
  };
  const known = (desk: Desk) => desk.request('identity.lookup', { docType: 'resident-id', docNumber: OLD }, CLERK);

  it('taken back leaves the matter of another import as that one left it', async () => {
    const desk = await desks([record('周旧山', OLD, '2019-03-04', '反映宅基地', '办理中')]);
    const state = async () => (await known(desk))?.matters.map((matter) => [matter.visits, matter.lastVisit, matter.state]);
    expect(await state()).toEqual([[1, '2019-03-04', 'open']]);
    const later = [
      record('周旧山', OLD, '2020-03-04', '反映宅基地', '办理中'),
      record('周旧山', OLD, '2020-05-04', '反映宅基地', '已办结'),
    ];
    const { importId } = await importAll(desk, later, false);
    expect(await state()).toEqual([[3, '2020-05-04', 'closed']]);
    await desk.internal('internal.ledger.erase', { importId }, staffIds.admin);
    expect(await state()).toEqual([[1, '2019-03-04', 'open']]);
  });

  it('is found by name and day, of somebody who came ninety times, too', async () => {
    const often = Array.from({ length: 90 }, (_, i) =>
      record('周旧山', OLD, i < 5 ? `2015-03-0${i + 1}` : addDays('2020-01-01', i), `反映第 ${i} 件事`),
    );
    const desk = await desks(often);
    for (const [text, found] of [
      ['周旧山 2015年', 5],
      ['周旧山 2015-03-01', 1],
    ] as const)
      expect((await desk.request('search.find', { text, limit: 30 }, CLERK)).rows).toHaveLength(found);
  });

  it('of before 2000 is found by day and by number', async () => {
    const desk = await desks([record('周旧山', OLD, '1998-03-05', '反映宅基地')]);
    for (const text of ['1998-03-05', '1998年', '1998年3月', '19980305-00-0001'])
      expect((await desk.request('search.find', { text, limit: 10 }, CLERK)).rows, text).toHaveLength(1);
  });

  it('shows at the desk the newest of many matters', async () => {
    const many55 = Array.from({ length: 55 }, (_, i) => record('周旧山', OLD, addDays('2019-01-01', i), `反映第 ${i} 件事`));
    expect((await known(await desks(many55)))?.matters[0]?.lastVisit).toBe(addDays('2019-01-01', 54));
  });

  it('of a group without papers takes the document that is brought later', async () => {
    const context12 = { ...context, mapping: { ...context.mapping, heads: 6 }, width: 7 };
    const judged = judgeLine(++line, ['周旧山', '', '2019-03-04', '反映宅基地', '', '', 12], context12);
    const desk = await desks(judged.ok ? [judged.record] : []);
    const { rows } = await desk.request('search.find', { text: '周旧山', limit: 5 }, CLERK);
    const person = { docType: 'resident-id' as const, docNumber: OLD };
    const result = await desk.try('visit.correct', { id: rows[0]?.id ?? '', patch: { person }, reason: '补证件' }, CLERK);
    expect(result).toMatchObject({ ok: true });
  });
});

const asking = (desk: Desk) => ({ internal: desk.internal.bind(desk) });
const fail = (text: string): never => {
  throw new Error(text);
};
const live = (desk: Desk, name: 'hall.now' | 'visit.today' | 'ledger.list'): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const stop = desk.subscribe(name, (result) => {
      if (result.ok) resolve(result.value);
      else reject(new Error(result.error.code));
      queueMicrotask(() => stop());
    });
  });
