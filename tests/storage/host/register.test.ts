import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { actor, CLERK, GUO, LAN, newDesk, register, registration, staffIds, verify } from './desk';

describe('registering a visit', () => {
  it('gives a number, a queue number and a print job, and the visit can be read back', async () => {
    const desk = await newDesk();
    const done = await register(desk);
    expect(done.number).toMatch(/^\d{8}-01-0001$/);
    expect(done.queueNumber).toBe('A001');
    const visit = await desk.request('visit.get', { id: done.visitId }, CLERK);
    expect(visit).toMatchObject({
      name: '李秀兰',
      docMasked: '1101**********002X',
      phoneMasked: '138****8000',
      state: 'issued',
      visitCount: 1,
      repeated: false,
    });
    expect(visit).toMatchObject({ registeredByName: '赵登记', checkerName: '钱安保', verification: 'match', place: '朝阳区' });
    const [job] = await desk.internal('internal.print.open', null);
    expect(job).toMatchObject({
      id: done.printJobId,
      kind: 'card',
      state: 'queued',
      printer: '卡片机',
      reprint: 0,
      label: `A001 ${done.number}`,
    });
    expect(job?.content).toMatchObject({ kind: 'card', model: { number: done.number, unitName: '示范区接待大厅' } });
  });

  it('makes no print job in the no-printer mode', async () => {
    const desk = await newDesk({ printer: '' });
    expect((await register(desk)).printJobId).toBeUndefined();
  });

  it('prints the letter of election with a collective visit, for its signatures, in the same batch', async () => {
    const desk = await newDesk();
    const before = desk.disk.journal.length;
    await register(desk, { kind: 'collective', people: [GUO], heads: 8, others: 7, othersAreaId: 'r1' });
    const jobs = await desk.internal('internal.print.open', null);
    expect(jobs.map((job) => job.kind)).toEqual(['card', 'proxy-letter']);
    expect(jobs[1]?.content).toMatchObject({ kind: 'proxy-letter', model: { heads: 8 } });
    expect(desk.disk.journal.length, '核对 and registration').toBe(before + 2);
  });

  it('takes a setting and a name as they are now, although it read them for the last visitor', async () => {
    const desk = await newDesk();
    await register(desk);
    await desk.internal('internal.saveStaff', {
      staff: { id: staffIds.guard, name: '钱改名', roles: ['guard'], onDuty: true, active: true, phone: '', qualifications: [] },
    });
    const { hall } = await desk.internal('internal.settings', null);
    const desks = hall.desks.map((each) => ({ ...each, letter: 'K' }));
    await desk.request('settings.put', { key: 'hall', value: { ...hall, desks } }, actor(staffIds.admin, 'administrator'));
    const second = await register(desk, { people: [GUO] });
    expect(second.queueNumber).toBe('K002');
    const job = await desk.internal('internal.print.get', { id: second.printJobId ?? '' });
    expect(JSON.stringify(job?.content)).toContain('钱改名');
  });

  it('answers a retry with the same request id as before and writes nothing', async () => {
    const desk = await newDesk();
    const reg = await registration(desk);
    const input = { requestId: uuid(), verificationId: await verify(desk, reg), registration: reg };
    const first = await desk.request('visit.register', input, CLERK);
    const batches = desk.disk.journal.length;
    expect(await desk.request('visit.register', input, CLERK)).toEqual(first);
    expect(desk.disk.journal.length).toBe(batches);
  });

  it('knows the returning visitor, also by a household register, and counts the visits in the same matter', async () => {
    const desk = await newDesk();
    await register(desk);
    const known = await desk.request('identity.lookup', { docType: 'household', docNumber: '11010519491231002x' }, CLERK);
    const matterId = known?.matters[0]?.id;
    expect(known).toMatchObject({ visitCount: 1, person: { name: '李秀兰' }, matters: [{ visits: 1, state: 'open' }] });
    const second = await register(desk, { matterId });
    expect(await desk.request('visit.get', { id: second.visitId }, CLERK)).toMatchObject({
      visitCount: 2,
      repeated: true,
      number: expect.stringMatching(/-0002$/),
    });
    const third = await register(desk);
    expect(await desk.request('visit.get', { id: third.visitId }, CLERK)).toMatchObject({ visitCount: 1, personId: known?.person.id });
  });

  it('never takes two visitors without a document for one', async () => {
    const desk = await newDesk();
    const nobody = { docType: 'none' as const, docNumber: '', name: '无名', noDocumentReason: '忘带' };
    for (const n of [1, 2]) {
      const reg = await registration(desk, { people: [nobody] });
      const verificationId = await verify(desk, reg, 'unverified');
      expect((await desk.request('visit.register', { requestId: uuid(), verificationId, registration: reg }, CLERK)).queueNumber).toBe(
        `A00${n}`,
      );
    }
    const found = await desk.request('search.find', { text: '无名' }, CLERK);
    expect(new Set(found.rows.map((row) => row.personId)).size).toBe(2);
  });

  it('uses a 核对 once, only for its document, and never one by the clerk', async () => {
    const desk = await newDesk();
    const reg = await registration(desk);
    const verificationId = await verify(desk, reg);
    await desk.request('visit.register', { requestId: uuid(), verificationId, registration: reg }, CLERK);
    const again = await desk.try('visit.register', { requestId: uuid(), verificationId, registration: reg }, CLERK);
    expect(again).toMatchObject({ ok: false, error: { code: 'refused', fields: { verificationId: expect.stringContaining('已用于') } } });
    const other = await registration(desk, { people: [GUO] });
    const swapped = await desk.try(
      'visit.register',
      { requestId: uuid(), verificationId: await verify(desk, reg), registration: other },
      CLERK,
    );
    expect(swapped).toMatchObject({ ok: false, error: { code: 'refused' } });
    const self = await desk.try(
      'visit.register',
      { requestId: uuid(), verificationId: await verify(desk, reg), registration: reg },
      actor(staffIds.guard, 'registrar'),
    );
    expect(self).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it('refuses with a sentence beside each wrong field', async () => {
    const desk = await newDesk();
    const reg = await registration(desk, { people: [{ ...LAN, docNumber: '110105194912310021' }], fieldCode: '不存在' });
    const answer = await desk.try('visit.register', { requestId: uuid(), verificationId: uuid(), registration: reg }, CLERK);
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'refused', fields: { fieldCode: expect.any(String), 'people.0.docNumber': expect.any(String) } },
    });
  });

  it('counts the day without opening anything', async () => {
    const desk = await newDesk();
    await register(desk);
    const others = { kind: 'collective' as const, people: [GUO], heads: 12, others: 11, othersAreaId: 'r1' };
    const collective = await register(desk, others);
    const seen: unknown[] = [];
    const stop = desk.subscribe('hall.now', (result) => seen.push(result));
    await expect.poll(() => seen.at(-1)).toMatchObject({ ok: true, value: { visits: 2, heads: 13, inHall: 13, cardsOut: 2 } });
    await desk.request('visit.void', { id: collective.visitId, reason: '登记错误' }, CLERK);
    await expect.poll(() => seen.at(-1)).toMatchObject({ ok: true, value: { visits: 1, heads: 1, inHall: 1, cardsOut: 1 } });
    stop();
  });
});
