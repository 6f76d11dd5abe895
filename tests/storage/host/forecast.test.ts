import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contract, type OutputOf } from '../../../shared/contract';
import { ForecastSettings } from '../../../shared/domain/forecast';
import { gradeClock, isLate } from '../../../shared/rules/forecast-clock';
import { CLERK, Desk, newDesk, register } from './desk';
import { ADMIN, ANALYST, at, COORDINATOR, DAY, enter, grade, item } from './forecast-desk';
import { first } from './lives';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(at('08:05:00'));
});
afterEach(() => vi.useRealTimers());

const list = async (desk: Desk, who = ANALYST): Promise<OutputOf<'forecast.list'>['items']> => {
  const input = contract['forecast.list'].input.parse({ date: DAY });
  return contract['forecast.list'].output.parse(await first(desk, 'forecast.list', input, who)).items;
};
const day = async (desk: Desk) =>
  contract['forecast.day'].output.parse(await first(desk, 'forecast.day', { date: DAY }, ANALYST)) as OutputOf<'forecast.day'>;
const one = async (desk: Desk, who = ANALYST) => {
  const [row] = await list(desk, who);
  if (!row) throw new Error('nothing is there');
  return row;
};
const refusalOf = (result: { ok: boolean; error?: { code: string; message: string; fields?: Record<string, string> } }) => result.error;

describe('what the channels tell', () => {
  it('holds five groups of content, and says of none of them that it is empty when nobody knows it', async () => {
    const desk = await newDesk();
    await enter(desk);
    expect(await one(desk)).toMatchObject({
      ...{
        heads: null,
        demand: '停车位被占',
        field: '',
        history: '',
        visits: null,
        resolved: null,
        age: '',
        traits: false,
        extreme: false,
      },
      ...{ plannedAt: null, receivedAt: at('08:05:00'), enteredAt: at('08:05:00'), suggested: 'general', grade: null, gradedAt: null },
    });
    await enter(desk, {
      ...{ who: '另一群体', heads: 4, field: '0401', history: '去年已答复', time: '09:30', received: '07:50', age: '72 岁' },
      traits: { health: '心脏病史', conduct: '曾堵门' },
    });
    expect((await list(desk))[0]).toMatchObject({
      ...{ heads: 4, field: '0401', plannedAt: at('09:30:00'), receivedAt: at('07:50:00'), traits: true, suggested: 'attention' },
    });
  });

  it('what is typed at 8:31 is late, and so is not what was there at 8:30', async () => {
    const desk = await newDesk();
    vi.setSystemTime(at('08:30:00'));
    await enter(desk);
    vi.setSystemTime(at('08:31:00'));
    await enter(desk, { who: '来晚的', received: '08:20' });
    const rules = ForecastSettings.parse({});
    const late = (await list(desk)).map((row) => [row.who, isLate({ date: row.date, createdAt: row.enteredAt }, rules)]);
    expect(late).toEqual([
      ['某小区业主', false],
      ['来晚的', true],
    ]);
  });

  it('a channel without news is confirmed by a person; one that brought something cannot be', async () => {
    const desk = await newDesk();
    await enter(desk, { channel: 'hotline' });
    await desk.request('forecast.confirmNone', { date: DAY, channel: 'system' }, COORDINATOR);
    const wrong = await desk.try('forecast.confirmNone', { date: DAY, channel: 'hotline' }, COORDINATOR);
    expect(refusalOf(wrong)?.message).toBe('12345已有 1 件，不能确认无信息，什么也没有改变。');
    expect((await day(desk)).channels).toMatchObject([
      { channel: 'system', items: 0, none: { at: at('08:05:00'), staffName: '赵登记' } },
      { channel: 'hotline', items: 1, none: null },
      { channel: 'grassroots', items: 0, none: null },
    ]);
  });

  it('refuses beside the field what cannot be meant, and stores nothing', async () => {
    const desk = await newDesk();
    await enter(desk);
    const before = desk.disk.journal.length;
    const wrong = async (over: Parameters<typeof item>[0]) =>
      refusalOf(await desk.try('forecast.saveWhole', { requestId: uuid(), item: item({ who: '别的人', ...over }) }, ANALYST))?.fields;
    expect(await wrong({ date: '2026-11-22' })).toHaveProperty('date');
    expect(await wrong({ date: '2027-01-05' })).toHaveProperty('date');
    expect(await wrong({ received: '08:06' })).toHaveProperty('received');
    expect(await wrong({ field: '77' })).toHaveProperty('field');
    expect(await wrong({ who: '某小区 业主' })).toEqual({ who: '这一天已有同一来访人、同一诉求的条目，请修改那一条' });
    expect(desk.disk.journal.length).toBe(before);
  });

  it('is linked with who and what the hall knows, and shows how the matter stands now', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const { personId, matterId } = await desk.request('visit.get', { id: visitId }, CLERK);
    await enter(desk, { personId, matterId, visits: 2, resolved: false });
    expect(await one(desk)).toMatchObject({ personId, matterId, matterState: 'open', suggested: 'attention' });
    const gone = await desk.try('forecast.saveWhole', { requestId: uuid(), item: item({ who: '甲', matterId: uuid() }) }, ANALYST);
    expect(refusalOf(gone)?.code).toBe('conflict');
  });

  it('is withdrawn with a reason, not deleted', async () => {
    const desk = await newDesk();
    const { id } = await enter(desk);
    await desk.request('forecast.withdraw', { id, reason: '与另一条重复' }, COORDINATOR);
    expect(await one(desk)).toMatchObject({ id, state: 'withdrawn', withdrawnReason: '与另一条重复' });
    expect((await day(desk)).clocks).toEqual([]);
    expect(refusalOf(await grade(desk, id, { grade: 'high', suggested: 'general' }))?.code).toBe('conflict');
  });
});

describe('health and conduct', () => {
  it('are masked for the desk, untouched by what the desk saves, and each look at them is in the audit trail', async () => {
    const desk = await newDesk();
    const { id } = await enter(desk, { extreme: true, traits: { health: '心脏病史', conduct: '曾扬言自焚' } });
    const shown = await one(desk, CLERK);
    expect(shown).toMatchObject({ traits: null, extreme: null, suggested: 'high' });
    expect(shown.reasons).toEqual([{ criterion: 'restricted', grade: 'high', text: '有受限依据' }]);
    expect(JSON.stringify(shown)).not.toMatch(/心脏|自焚|极端/);

    const typed = {
      id,
      date: DAY,
      channel: 'hotline' as const,
      who: '某小区业主',
      demand: '停车位和噪声',
      extreme: false,
      traits: { health: '' },
    };
    await desk.request('forecast.save', { requestId: uuid(), item: typed }, CLERK);
    expect(await one(desk)).toMatchObject({ demand: '停车位和噪声', extreme: true, traits: true, suggested: 'high' });
    expect(await desk.request('forecast.traits', { id }, ANALYST)).toEqual({ health: '心脏病史', conduct: '曾扬言自焚' });
    const trail = await desk.request('audit.list', {}, ADMIN);
    expect(trail.find(({ action }) => action === '查看预判受限内容')).toMatchObject({ target: expect.stringContaining(id) });
  });

  it.each([['registrar'], ['administrator'], ['auditor'], ['guard'], ['logistics']] as const)('the router lets no %s at them', (role) => {
    for (const name of ['forecast.traits', 'forecast.saveWhole'] as const) expect(contract[name].access).not.toContain(role);
  });
  it('the administrator sees no forecast at all', () => {
    for (const [name, { access }] of Object.entries(contract))
      if (name.startsWith('forecast.')) expect(access, name).not.toContain('administrator');
  });

  it('stand in no stored byte outside the seal', async () => {
    const desk = await newDesk();
    await enter(desk, { who: '秘密来访人', demand: '秘密诉求', traits: { health: '秘密病史', conduct: '秘密行为' } });
    const bytes = desk.disk.journal.map((payload) => Buffer.from(payload).toString('utf8')).join();
    expect(bytes).not.toContain('秘密');
  });
});

describe('研判', () => {
  it('keeps the decision apart from the suggestion, whatever comes after', async () => {
    const desk = await newDesk();
    const { id } = await enter(desk, { heads: 5 });
    expect(refusalOf(await grade(desk, id, { grade: 'attention', suggested: 'high' }))?.fields).toEqual({
      reason: '低于建议等级，请写明理由',
    });
    vi.setSystemTime(at('08:40:00'));
    expect(await grade(desk, id, { grade: 'attention', suggested: 'high', reason: '多数人已约好改日' })).toMatchObject({ ok: true });
    expect(await one(desk)).toMatchObject({ suggested: 'high', grade: 'attention', gradedAt: at('08:40:00') });

    vi.setSystemTime(at('08:50:00'));
    await enter(desk, { id, heads: 12, extreme: true });
    expect(await one(desk), 'new facts move the suggestion alone').toMatchObject({ suggested: 'high', grade: 'attention' });
    expect(await grade(desk, id, { grade: 'high', suggested: 'high' })).toMatchObject({ ok: true });
    expect(await one(desk)).toMatchObject({
      grade: 'high',
      gradedAt: at('08:40:00'),
      grades: [
        { at: at('08:40:00'), staffName: '李接谈', grade: 'attention', suggested: 'high', reason: '多数人已约好改日' },
        { at: at('08:50:00'), grade: 'high', suggested: 'high', reason: '' },
      ],
    });
    expect(refusalOf(await grade(desk, id, { grade: 'attention', suggested: 'high' }))?.fields).toHaveProperty('reason');
  });

  it('is done in time at the thirtieth minute, and overdue when nothing was done by then', async () => {
    const desk = await newDesk();
    const { id } = await enter(desk);
    const rules = ForecastSettings.parse({});
    const clockAt = async (time: string) => {
      const row = await one(desk);
      return gradeClock({ date: row.date, createdAt: row.enteredAt, gradedAt: row.gradedAt }, at(time), rules);
    };
    expect(await clockAt('08:59:59')).toBe('running');
    expect(await clockAt('09:00:00')).toBe('overdue');
    vi.setSystemTime(at('09:00:00'));
    await grade(desk, id, { grade: 'general', suggested: 'general' });
    expect(await clockAt('12:00:00')).toBe('in-time');
  });

  it('another threshold moves the suggestions at once, in the same write as the audit trail says, and no decision', async () => {
    const desk = await newDesk();
    const decided = await enter(desk, { who: '甲', heads: 5 });
    vi.setSystemTime(at('08:06:00'));
    await enter(desk, { who: '乙', heads: 5 });
    await grade(desk, decided.id, { grade: 'high', suggested: 'high' });
    const written = desk.disk.journal.length;
    await desk.request('settings.put', { key: 'forecast', value: { ...ForecastSettings.parse({}), highHeads: 6 } }, ADMIN);
    expect(desk.disk.journal.length).toBe(written + 1);
    const rows = await list(desk);
    expect(rows.map(({ who, suggested, grade }) => [who, suggested, grade])).toEqual([
      ['甲', 'attention', 'high'],
      ['乙', 'attention', null],
    ]);
    expect((await desk.request('audit.list', {}, ADMIN))[0]).toMatchObject({
      action: '修改设置',
      target: expect.stringContaining('forecast'),
    });
    expect(refusalOf(await grade(desk, rows[1]?.id ?? '', { grade: 'high', suggested: 'high' }))?.code, 'older sight').toBe('conflict');
  });

  it('is all there after a restart', async () => {
    const desk = await newDesk();
    const { id } = await enter(desk, { heads: 5, traits: { health: '心脏病史' } });
    await grade(desk, id, { grade: 'high', suggested: 'high' });
    const before = await list(desk);
    desk.kill();
    const again = new Desk(desk.disk);
    await again.open();
    expect(await list(again)).toEqual(before);
    expect(await again.request('forecast.traits', { id }, ANALYST)).toMatchObject({ health: '心脏病史' });
  });
});
