import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { actor, CLERK, Desk, GUO, LAN, newDesk, register, staffIds } from './desk';
import { first } from './lives';

const TALKER = actor(staffIds.talker, 'interviewer');
const AUDITOR = actor(staffIds.admin, 'auditor');

describe('what is known of a person', () => {
  it('the demonstration shows a fourth visit, an overdue promise, a final decision and a care note', async () => {
    const desk = await newDesk({ demo: true });
    const lan = await desk.request('identity.lookup', LAN, CLERK);
    expect(lan).toMatchObject({ visitCount: 4, person: { name: '李秀兰', phoneMasked: '138****8000' } });
    const open = lan?.matters.find((matter) => matter.state === 'open');
    expect(open).toMatchObject({ title: '退休待遇核定', visits: 3, promises: [{ code: 'D2', overdueDays: expect.any(Number) }] });
    expect(open?.promises[0]?.overdueDays).toBeGreaterThan(0);
    expect(await first(desk, 'supervision.list', {}), 'and 督办 lists it').toMatchObject({
      overdue: 1,
      rows: [{ code: 'D2', matterId: open?.id }],
    });
    expect(lan?.matters.some((matter) => matter.state === 'closed')).toBe(true);
    expect(lan?.careNotes).toMatchObject([{ arrangement: '接谈室请备血压仪；言语平和，不催促' }]);
    expect(JSON.stringify(lan), 'the arrangement, never the illness').not.toContain('高血压');
    const fourth = await register(desk, { matterId: open?.id });
    expect(await desk.request('visit.get', { id: fourth.visitId }, CLERK)).toMatchObject({ visitCount: 4, repeated: true });
    expect((await desk.request('identity.lookup', GUO, CLERK))?.matters).toMatchObject([
      { state: 'final', finalDecision: expect.stringContaining('复核') },
    ]);
  });

  it('a care note is shown only to those who receive the person; its detail is a line in the trail', async () => {
    const desk = await newDesk({ demo: true });
    const known = await desk.request('identity.lookup', LAN, CLERK);
    const personId = known?.person.id ?? '';
    expect((await desk.request('person.known', { personId }, actor(staffIds.admin, 'administrator')))?.careNotes).toEqual([]);
    const { detail } = await desk.request('careNote.detail', { id: known?.careNotes[0]?.id ?? '' }, TALKER);
    expect(detail).not.toBe('');
    const [latest] = await desk.request('audit.list', {}, AUDITOR);
    expect(latest).toMatchObject({ staffName: '李接谈', action: '查看关怀与关注详情' });
  });

  it('a closed matter takes no further visit', async () => {
    const desk = await newDesk({ demo: true });
    const closed = (await desk.request('identity.lookup', LAN, CLERK))?.matters.find((matter) => matter.state === 'closed');
    await expect(register(desk, { matterId: closed?.id })).rejects.toThrow('已办结');
  });
});

describe('searching', () => {
  it('finds by name, pinyin, initials, last digits, number, queue number and day, all words together', async () => {
    const desk = await newDesk();
    const lan = await register(desk);
    const guo = await register(desk, { people: [GUO] });
    const numbers = async (text: string) => (await desk.request('search.find', { text }, CLERK)).rows.map((row) => row.number);
    for (const text of ['李秀兰', '秀兰', 'lixiulan', 'lxl', '002X', '8000', '13800138000', 'a001', lan.number, '李 8000']) {
      expect(await numbers(text), text).toEqual([lan.number]);
    }
    expect(await numbers(lan.number.slice(0, 12))).toEqual([guo.number, lan.number]);
    expect(await numbers('李 王')).toEqual([]);
    expect(await numbers('')).toEqual([]);
  });

  it('looks at no more people than it may and says that there were more', async () => {
    const desk = await newDesk();
    await desk.internal('internal.bulk', { visits: 700 });
    const { rows, capped } = await desk.request('search.find', { text: '13', limit: 5 }, CLERK);
    expect(rows).toEqual([]);
    expect(capped).toBe(false);
    const common = await desk.request('search.find', { text: 'w', limit: 5 }, CLERK);
    expect(common).toMatchObject({ capped: true, rows: { length: 5 } });
    expect((await desk.internal('internal.verifyChain', null)).brokenAt).toBeNull();
  });
});

describe('the audit trail', () => {
  it('has every unmasking, counts equal refusals once, and goes on counting after a restart', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const { personId } = await desk.request('visit.get', { id: visitId }, CLERK);
    expect(await desk.request('person.reveal', { personId, field: 'docNumber' }, CLERK)).toEqual({ value: LAN.docNumber });
    const refusal = {
      key: 'day|screen|x|settings.put|forbidden',
      at: Date.now() + 10,
      staffId: staffIds.clerk,
      request: 'settings.put',
      code: 'forbidden',
    };
    for (const count of [1, 9000, 10000]) await desk.internal('internal.refusals', { counts: [{ ...refusal, count }] });
    await desk.internal('internal.refusals', { counts: [{ ...refusal, count: 1 }] });
    const entries = await desk.request('audit.list', {}, AUDITOR);
    expect(entries.filter((entry) => entry.action === '拒绝')).toMatchObject([
      { count: 10001, staffName: '赵登记', target: expect.stringContaining('settings.put') },
    ]);
    expect(entries).toContainEqual(expect.objectContaining({ action: '查看完整号码', staffName: '赵登记' }));
    expect(entries).toContainEqual(expect.objectContaining({ action: '登记来访', target: expect.stringMatching(/-0001$/) }));
  });

  it('a changed byte is found by the chain', async () => {
    const desk = await newDesk();
    await register(desk);
    await register(desk, { people: [GUO] });
    desk.kill();
    const db = await new Dexie(desk.disk.databaseName).open();
    const batch = await db.table('batches').where('position').equals(2).first();
    batch.payload[batch.payload.length - 1] ^= 1;
    await db.table('batches').put(batch);
    db.close();
    const next = new Desk(desk.disk);
    await next.open();
    expect((await next.internal('internal.verifyChain', null)).brokenAt).not.toBeNull();
  });
});

describe('printing', () => {
  it('moves a job only from the states named, and keeps its content', async () => {
    const desk = await newDesk();
    const { printJobId: id = '' } = await register(desk);
    expect(await desk.internal('internal.print.move', { id, from: ['ready'], to: 'spooling', note: '' })).toBe(false);
    expect(await desk.internal('internal.print.move', { id, from: ['queued'], to: 'rendering', note: '' })).toBe(true);
    expect(await desk.internal('internal.print.move', { id, from: ['rendering'], to: 'failed', note: '缺纸' })).toBe(true);
    expect(await desk.internal('internal.print.get', { id })).toMatchObject({ state: 'failed', note: '缺纸', content: { kind: 'card' } });
    expect(await desk.internal('internal.print.open', null)).toEqual([]);
  });

  it('a reprint carries its count; a letter is for collective visits', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const job = await desk.internal('internal.print.reprint', { visitId, reason: '卡片污损' }, staffIds.clerk);
    expect(job).toMatchObject({ reprint: 1, content: { kind: 'card', model: { reprint: 1 } } });
    expect(await desk.call('internal.print.proxyLetter', { visitId }, CLERK)).toMatchObject({ ok: false, error: { code: 'refused' } });
    const group = await register(desk, { kind: 'collective', people: [GUO], heads: 8, others: 7, othersAreaId: 'r1' });
    expect(await desk.internal('internal.print.proxyLetter', { visitId: group.visitId })).toMatchObject({
      kind: 'proxy-letter',
      reprint: 1,
    });
    expect(await desk.internal('internal.print.calibrate', { printer: '卡片机' })).toMatchObject({ kind: 'calibration' });
  });

  it('a job cancelled before the spooler had it is no copy; one cancelled after may have come out', async () => {
    const desk = await newDesk();
    const { visitId, printJobId: id = '' } = await register(desk);
    await desk.internal('internal.print.move', { id, from: ['queued'], to: 'cancelled', note: '' });
    const first = await desk.internal('internal.print.reprint', { visitId, reason: '改用另一台' }, staffIds.clerk);
    expect(first.reprint).toBe(0);
    await desk.internal('internal.print.move', { id: first.id, from: ['queued'], to: 'spooled', note: '', spoolerJob: '17' });
    await desk.internal('internal.print.move', { id: first.id, from: ['spooled'], to: 'cancelled', note: '' });
    const second = await desk.internal('internal.print.reprint', { visitId, reason: '卡片污损' }, staffIds.clerk);
    expect(second.reprint).toBe(1);
  });

  it('an archived file is opened with the key it was sealed with', async () => {
    const desk = await newDesk();
    const { visitId, printJobId: id = '' } = await register(desk);
    const { key } = await desk.internal('internal.document.key', { visitId });
    const about = { id, jobId: id, kind: 'card' as const, label: 'A001', visitId, bytes: 10, pages: 1, sha256: 'ab', reprint: 0 };
    await desk.internal('internal.print.move', { id, from: ['queued'], to: 'rendering', note: '' });
    await desk.internal('internal.document.add', about);
    expect(await desk.internal('internal.print.get', { id }), 'ready in the same batch').toMatchObject({ state: 'ready', documentId: id });
    await desk.internal('internal.document.add', { ...about, sha256: 'cd' });
    const document = await desk.internal('internal.document.get', { id });
    expect(document).toMatchObject({ sha256: 'cd', label: 'A001' });
    expect(Buffer.from(document?.fileKey ?? []).equals(Buffer.from(key))).toBe(true);
    expect(await desk.request('print.documents', {}, CLERK)).toHaveLength(1);
  });
});

describe('staff, settings and drafts', () => {
  it('counts wrong tries and forgets them after a right one', async () => {
    const desk = await newDesk();
    const staffId = staffIds.clerk;
    for (const right of [false, false]) await desk.internal('internal.signInTried', { staffId, right }, staffId);
    expect(await desk.internal('internal.staffSecret', { staffId })).toMatchObject({ wrongTries: 2, name: '赵登记' });
    await desk.internal('internal.signInTried', { staffId, right: true }, staffId);
    expect(await desk.internal('internal.staffSecret', { staffId })).toMatchObject({ wrongTries: 0 });
  });

  it('keeps the last administrator and tells people of one name apart', async () => {
    const desk = await newDesk();
    const admin = { id: staffIds.admin, name: '孙管理', roles: ['guard' as const], phone: '', active: true, onDuty: true };
    expect(await desk.call('internal.saveStaff', { staff: admin }, CLERK)).toMatchObject({
      ok: false,
      error: { fields: { roles: expect.any(String) } },
    });
    const twin = { name: '钱安保', roles: ['guard' as const], phone: '', active: true, onDuty: true };
    expect(await desk.call('internal.saveStaff', { staff: twin, pinHash: 'x' }, CLERK)).toMatchObject({
      ok: false,
      error: { fields: { name: expect.any(String) } },
    });
  });

  it('a setting put is seen at once by who follows it', async () => {
    const desk = await newDesk();
    const seen: unknown[] = [];
    const stop = desk.subscribe('settings.all', (result) => seen.push(result));
    const { rules } = await desk.internal('internal.settings', null);
    await desk.request('settings.put', { key: 'rules', value: { ...rules, idleLockSeconds: 60 } }, actor(staffIds.admin, 'administrator'));
    await expect.poll(() => seen.at(-1)).toMatchObject({ ok: true, value: { rules: { idleLockSeconds: 60 } } });
    stop();
  });

  it('a figure of the rules counts for the next registration, and its change is in the trail (plan S00)', async () => {
    const desk = await newDesk();
    const six = { kind: 'individual' as const, heads: 6, others: 5 };
    await expect(register(desk, six)).rejects.toThrow('5 人以上应登记为集体访');
    const { rules } = await desk.internal('internal.settings', null);
    await desk.request('settings.put', { key: 'rules', value: { ...rules, collectiveFrom: 8 } }, actor(staffIds.admin, 'administrator'));
    await register(desk, six);
    const trail = await desk.request('audit.list', {}, AUDITOR);
    expect(trail).toContainEqual(expect.objectContaining({ action: '修改设置', target: 'rules', staffName: '孙管理' }));
  });

  it("a draft is overwritten, its own person's, and gone when discarded", async () => {
    const desk = await newDesk();
    const before = desk.disk.journal.length;
    await desk.request('draft.save', { screen: 'check-in', value: '一' }, CLERK);
    await desk.request('draft.save', { screen: 'check-in', value: '一二' }, CLERK);
    expect(await desk.request('draft.load', { screen: 'check-in' }, CLERK)).toMatchObject({ value: '一二' });
    expect(await desk.request('draft.load', { screen: 'check-in' }, TALKER)).toBeNull();
    await desk.request('draft.discard', { screen: 'check-in' }, CLERK);
    expect(await desk.request('draft.load', { screen: 'check-in' }, CLERK)).toBeNull();
    expect(desk.disk.journal.length).toBe(before);
  });
});
