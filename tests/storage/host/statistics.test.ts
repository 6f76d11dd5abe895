import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Figure, StatReport } from '../../../shared/domain/statistics';
import { actor, Desk, GUO, LAN, newDesk, register, staffIds } from './desk';
import { act } from './hall';
import { twoDesks } from './hub';
import { close, incident, list, raise } from './incident';
import { first } from './lives';
import { ANALYST, aDay, cellsOf, figureOf, KEEPER, keptIsRight, records, table, texts, today, walk } from './statistics';
import { begin, end, fillFocus, TALKER } from './talk';

describe('statistics of a day', () => {
  it('count what was registered, talked about and promised, and nothing that is void', async () => {
    const { desk } = await aDay();
    const { report } = await walk(desk);
    expect(texts(report, 'T1', '批次')[0]).toBe('2');
    expect(texts(report, 'T1', '人次')[0]).toBe('10');
    expect(texts(report, 'T2', '个访')).toEqual(['1', '50.00%', '1', '10.00%']);
    expect(texts(report, 'T2', '集体访')).toEqual(['1', '50.00%', '9', '90.00%']);
    expect(texts(report, 'T2', '越级')).toEqual(['1', '50.00%', '9', '90.00%']);
    expect(texts(report, 'T2', '联名')).toEqual(['1', '50.00%', '9', '90.00%']);
    expect(texts(report, 'T4', '建议意见').slice(0, 2)).toEqual(['1', '9']);
    expect(texts(report, 'T6', '待核实')).toEqual(['1', '100.00%']);
    expect(texts(report, 'T7', '平均接谈')[1]).toBe('1');
    expect(texts(report, 'T10', '未评价')[0]).toBe('1');
    await keptIsRight(desk);
  });

  it('重访 is the same person in the period: of the group, whose second representative was here before', async () => {
    const { desk, group } = await aDay();
    const { report, walkId } = await walk(desk);
    expect(texts(report, 'T2', '重访')).toEqual(['1', '50.00%', '9', '90.00%']);
    const { rows, total } = await records(desk, figureOf(report, 'T2', '重访'), { walkId });
    expect([rows.map(({ opens }) => opens?.id), total]).toEqual([[group.visitId], 1]);
  });

  it.each([
    ['person', '1'],
    ['matter', '0'],
    ['registered', '0'],
  ] as const)('重访 by %s', async (repeatBy, n) => {
    const { desk } = await aDay();
    await desk.request(
      'settings.put',
      { key: 'statistics', value: { collectiveFrom: 5, repeatBy } },
      actor(staffIds.admin, 'administrator'),
    );
    expect(texts((await walk(desk)).report, 'T2', '重访')[0]).toBe(n);
  });

  it('a kept figure is told at once, what needs a walk is said to be on its way', async () => {
    const { desk } = await aDay();
    const report = await desk.request('statistics.report', { unit: 'month', day: await today(desk) }, ANALYST);
    expect(texts(report, 'T1', '批次')[0]).toBe('2');
    expect(cellsOf(report, 'T2', '重访').every(({ pending }) => pending)).toBe(true);
  });

  it('places are opened only when they are asked for, and a secret matter is in none of them', async () => {
    const { desk, group } = await aDay();
    const places = (report: StatReport) =>
      table(report, 'T5').rows.flatMap(({ label, level, cells }) =>
        level === 1 && label !== '（未指定科室）' ? [[label, cells[0]?.text]] : [],
      );
    expect(places((await walk(desk)).report)).toEqual([]);
    const { report, walkId } = await walk(desk, 'day', { places: true });
    expect(places(report)).toEqual([
      ['朝阳区', '1'],
      ['海淀区', '1'],
    ]);
    const { rows } = await records(desk, { list: 'place:海淀区' }, { walkId });
    expect(rows.map(({ opens }) => opens?.id)).toEqual([group.visitId]);

    const talk = await begin(desk, group.visitId, 'room-2');
    await fillFocus(desk, talk);
    await end(desk, talk, {
      result: 'discipline',
      target: { name: '县纪委监委', address: '为民路 2 号', phone: '', basis: '' },
      namedPeople: [staffIds.talker],
    });
    expect(places((await walk(desk, 'day', { places: true })).report)).toEqual([
      ['朝阳区', '1'],
      ['（保密事项）', '1'],
    ]);
  });

  it('a drill leaves no trace; a false alarm stands apart; a pending alarm is none yet', async () => {
    const desk = await newDesk();
    await close(desk, await incident(desk, 'E03'));
    await desk.internal('internal.alarm.falseAlarm', { id: await incident(desk, 'E05'), reason: '误触' }, staffIds.guard);
    await raise(desk);
    await desk.request('incident.drill', { requestId: uuid(), code: 'E07', plan: '急救演练', participants: '全体' }, KEEPER);
    expect(await list(desk, true)).toHaveLength(1);
    const { report, walkId } = await walk(desk);
    expect(texts(report, 'T9', '突发事件')[0]).toBe('1');
    expect(
      table(report, 'T9').rows.flatMap(({ label, cells }) => (/^E\d/.test(label) ? [[label.slice(0, 3), cells[0]?.text]] : [])),
    ).toEqual([['E03', '1']]);
    expect(texts(report, 'T9', '误报')[0]).toBe('1');
    expect((await records(desk, figureOf(report, 'T9', '突发事件'), { walkId })).total).toBe(1);
    await keptIsRight(desk);
  });

  it('every number of records has as many records behind it', async () => {
    const { desk, lan, matterId } = await aDay();
    const day = await today(desk);
    await desk.request('supervision.add', { requestId: uuid(), input: { matterId, kind: 'satisfaction', day, number: 2 } }, TALKER);
    await act(desk, lan.visitId, { act: 'return' });
    const { report, walkId } = await walk(desk, 'day', { places: true });
    let looked = 0;
    for (const { id, rows } of report.tables)
      for (const { label, cells } of rows)
        for (const { figure, value, kind } of cells) {
          if (!figure || kind !== 'count' || label.startsWith('人次')) continue;
          const { total, rows: shown } = await records(desk, figure, { walkId });
          expect(shown.length, `${id} ${label}`).toBe(total);
          // A column of heads leads to the visits that brought them.
          if (value !== total) expect(Number(value), `${id} ${label}`).toBeGreaterThan(total);
          looked++;
        }
    expect(looked).toBeGreaterThan(15);
    expect(texts(report, 'T10', '满意')[0]).toBe('1');
    expect(texts(report, 'T10', '未评价')[0]).toBe('0');
  });

  it('pages follow one another over days, without a gap and without a repetition', async () => {
    const desk = await newDesk();
    await desk.internal('internal.bulk', { visits: 320 });
    const period = { unit: 'year' as const, day: await today(desk) };
    const report = await desk.request('statistics.report', period, ANALYST);
    const figure = figureOf(report, 'T1', '批次');
    const total = Number(texts(report, 'T1', '批次')[0]);
    const seen: string[] = [];
    for (let page = 0; seen.length < total; page++) {
      const answer = await records(desk, figure, { ...period, page });
      expect(answer.total).toBe(total);
      expect(answer.rows.length).toBe(Math.min(50, total - seen.length));
      seen.push(...answer.rows.map(({ id }) => id));
    }
    expect(new Set(seen).size).toBe(total);
    expect((await records(desk, figure, { ...period, page: 99 })).rows).toEqual([]);
    await keptIsRight(desk);
  });

  it('a list of heads, of times or of two tables is refused; so is one of a walk that is gone', async () => {
    const { desk } = await aDay();
    const ask = async (figure: Figure) => desk.try('statistics.records', { unit: 'day', day: await today(desk), figure, page: 0 }, ANALYST);
    for (const keys of [['heads'], ['waits.ms'], ['visits', 'talks'], ['unheard-of']])
      expect(await ask({ keys })).toMatchObject({ ok: false, error: { code: 'malformed' } });
    expect(await ask({ list: 'repeated' })).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it('paper and spreadsheet take what the screen shows: not before it is whole', async () => {
    const { desk } = await aDay();
    const walkId = uuid();
    const early = await desk.call('internal.print.statistics', { walkId }, KEEPER);
    expect(early).toMatchObject({ ok: false, error: { code: 'refused' } });
    const { report } = await walk(desk, 'month', { walkId });
    expect(await desk.internal('internal.statistics.report', { walkId })).toEqual(report);
    const job = await desk.internal('internal.print.statistics', { walkId }, staffIds.clerk);
    expect(job).toMatchObject({ kind: 'statistics', label: report.title, state: 'queued' });
    if (job.content.kind !== 'statistics') throw new Error('another paper');
    expect(job.content.model.tables.map(({ title }) => title.split(' ')[0])).toEqual(report.tables.map(({ id }) => id));
    const trail = await desk.request('audit.list', { limit: 20 }, actor(staffIds.admin, 'administrator'));
    expect(trail.map(({ action }) => action)).toContain('打印统计表');
  });
});

describe('the same figures everywhere', () => {
  it('after a rebuild from the journal', async () => {
    const { desk } = await aDay();
    const before = (await walk(desk)).report;
    desk.kill();
    await Dexie.delete(desk.disk.databaseName);
    const again = new Desk(desk.disk);
    await again.open();
    await keptIsRight(again);
    expect((await walk(again)).report).toEqual(before);
    expect(await first(again, 'statistics.fill', {}, ANALYST)).toBeNull();
  });

  it('at another desk that received the day from the hub, whatever it registered itself', async () => {
    const { one, other, hub } = await twoDesks();
    await hub.publish(one, '01');
    await hub.bringAll(other);
    await register(one);
    await register(other, { people: [GUO] });
    await register(one, { people: [LAN] });
    for (const [desk, code] of [
      [one, '01'],
      [other, '02'],
    ] as const)
      await hub.publish(desk, code);
    for (const desk of [one, other]) await hub.bringAll(desk, (log) => [...log].reverse());
    for (const desk of [one, other]) await hub.bringAll(desk);
    for (const desk of [one, other]) await keptIsRight(desk);
    const [a, b] = [(await walk(one)).report, (await walk(other)).report];
    expect(texts(a, 'T1', '批次')[0]).toBe('3');
    expect(b.tables).toEqual(a.tables);
  });
});
