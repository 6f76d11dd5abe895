import { describe, expect, it } from 'vitest';
import { CLERK, Desk, GUO, LAN, newDesk, register, registration, verify } from './desk';
import { act, hallNow, rowOf } from './hall';

const DAY = 86_400_000;

describe('correcting and voiding a registration', () => {
  it('changes the record on the day, with reason and a readable history', async () => {
    const desk = await newDesk();
    const { visitId: id } = await register(desk);
    const patch = { summary: '工龄认定有误', needs: ['elder' as const], person: { phone: '13811112222', name: '李秀蓝' } };
    expect(await desk.request('visit.correct', { id, patch, reason: '听错了' }, CLERK)).toMatchObject({
      summary: '工龄认定有误',
      priority: true,
      name: '李秀蓝',
      phoneMasked: '138****2222',
    });
    const [latest, first] = await desk.request('visit.history', { id }, CLERK);
    expect(first).toMatchObject({ action: '登记来访', staffName: '赵登记', changes: [] });
    expect(latest).toMatchObject({ action: '更正登记', reason: '听错了', deskCode: '01' });
    expect(latest?.changes).toEqual([
      { field: '来访事由', before: '退休待遇核定有误', after: '工龄认定有误' },
      { field: '特殊需求', before: '', after: '老年' },
      { field: '姓名', before: '李秀兰', after: '李秀蓝' },
      { field: '手机', before: '138****8000', after: '138****2222' },
    ]);
  });

  it('refuses a wrong number beside its field and keeps everything', async () => {
    const desk = await newDesk();
    const { visitId: id } = await register(desk);
    const answer = await desk.try('visit.correct', { id, patch: { person: { docNumber: '110105194912310021' } }, reason: '更正' }, CLERK);
    expect(answer).toMatchObject({ ok: false, error: { code: 'refused', fields: { 'patch.person.docNumber': expect.any(String) } } });
  });

  it('a number that belongs to somebody known leads the visit to them, and nobody else is changed', async () => {
    const desk = await newDesk();
    await register(desk);
    const wrong = await register(desk, { people: [GUO] });
    const corrected = await desk.request(
      'visit.correct',
      { id: wrong.visitId, patch: { person: { docNumber: LAN.docNumber, name: '李秀兰' } }, reason: '拿错证件' },
      CLERK,
    );
    const lan = await desk.request('identity.lookup', LAN, CLERK);
    expect(corrected.personId).toBe(lan?.person.id);
    expect(lan?.visitCount).toBe(2);
    expect(await desk.request('identity.lookup', GUO, CLERK)).toBeNull();
    const [latest] = await desk.request('visit.history', { id: wrong.visitId }, CLERK);
    expect(latest?.changes).toContainEqual({ field: '姓名', before: '王建国', after: '李秀兰' });
  });

  it('a wrong number typed over a known visitor leaves that visitor alone', async () => {
    const desk = await newDesk();
    await register(desk);
    const wrong = await register(desk);
    await desk.request('visit.correct', { id: wrong.visitId, patch: { person: GUO }, reason: '号码录错' }, CLERK);
    expect(await desk.request('identity.lookup', LAN, CLERK)).toMatchObject({
      visitCount: 1,
      person: { name: '李秀兰', phoneMasked: '138****8000' },
    });
    expect(await desk.request('identity.lookup', GUO, CLERK)).toMatchObject({ visitCount: 1, person: { name: '王建国' } });
  });

  it('completes 「未带证件」 another day, and corrects nothing else then', async () => {
    const desk = await newDesk();
    const { visitId: id } = await register(desk);
    const nobody = { docType: 'none' as const, docNumber: '', name: '王建国', noDocumentReason: '忘带' };
    const none = await registerUnverified(desk, nobody);
    desk.kill();
    desk.disk.clockOffsetMs = 2 * DAY;
    const later = new Desk(desk.disk);
    await later.open();
    const { docType, docNumber } = GUO;
    expect(
      await later.request('visit.correct', { id: none, patch: { person: { docType, docNumber } }, reason: '补证件' }, CLERK),
    ).toMatchObject({ docMasked: '3405**********001X' });
    for (const patch of [{ summary: '改' }, { person: { docType, docNumber } }]) {
      expect(await later.try('visit.correct', { id, patch, reason: '迟了' }, CLERK)).toMatchObject({
        ok: false,
        error: { code: 'refused', message: expect.stringContaining('当天') },
      });
    }
    expect(await later.try('visit.void', { id, reason: '迟了' }, CLERK)).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it('void: the number stays used, the print is withdrawn, the matter counts one visit less', async () => {
    const desk = await newDesk();
    const first = await register(desk);
    expect(await desk.request('visit.void', { id: first.visitId, reason: '重复登记' }, CLERK)).toMatchObject({
      state: 'void',
      voidReason: '重复登记',
    });
    expect(await desk.internal('internal.print.get', { id: first.printJobId ?? '' })).toMatchObject({
      state: 'cancelled',
      note: '登记已作废',
    });
    expect(await desk.request('identity.lookup', LAN, CLERK)).toMatchObject({ visitCount: 0, matters: [] });
    expect((await register(desk)).queueNumber).toBe('A002');
    expect(await desk.try('visit.void', { id: first.visitId, reason: '再来' }, CLERK)).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    });
  });

  it('越级 and 联名 are kept with the visit, and corrected like the rest of it', async () => {
    const desk = await newDesk();
    const { visitId: id } = await register(desk, { marks: ['bypass'] });
    expect((await desk.request('visit.get', { id }, CLERK)).marks).toEqual(['bypass']);
    await desk.request('visit.correct', { id, patch: { marks: ['joint'] }, reason: '问清后更正' }, CLERK);
    expect((await desk.request('visit.get', { id }, CLERK)).marks).toEqual(['joint']);
    const [latest] = await desk.request('visit.history', { id }, CLERK);
    expect(latest?.changes).toEqual([{ field: '属性', before: '越级', after: '联名' }]);
    expect((await desk.request('visit.get', { id: (await register(desk, { people: [GUO] })).visitId }, CLERK)).marks).toEqual([]);
  });

  it('a number corrected to a known person takes nothing over from the record that the wrong one brought along', async () => {
    const desk = await newDesk();
    await register(desk, { people: [{ ...LAN, address: '甲路 1 号' }] });
    await register(desk, { people: [{ ...GUO, address: '乙路 2 号' }] });
    const wrong = await register(desk, { people: [GUO] });
    const person = { docNumber: LAN.docNumber };
    await desk.request('visit.correct', { id: wrong.visitId, patch: { person }, reason: '拿错证件' }, CLERK);
    const known = await desk.request('identity.lookup', LAN, CLERK);
    expect(known?.person).toMatchObject({ name: '李秀兰', phoneMasked: '138****8000', address: '甲路 1 号' });
    expect(known?.visitCount).toBe(2);
    expect((await desk.request('identity.lookup', GUO, CLERK))?.person).toMatchObject({ name: '王建国', address: '乙路 2 号' });
  });

  it('heads are never fewer than those who left, and a roll-call of other people is forgotten', async () => {
    const desk = await newDesk();
    const { visitId: id } = await register(desk, { kind: 'collective', people: [LAN, GUO], heads: 12, others: 10, othersAreaId: 'r1' });
    await act(desk, id, { act: 'roll-call', present: 12 });
    await act(desk, id, { act: 'depart', heads: 8, personIds: [] });
    const tooFew = await desk.try('visit.correct', { id, patch: { heads: 8, others: 6 }, reason: '数错了' }, CLERK);
    expect(tooFew).toMatchObject({ ok: false, error: { fields: { 'patch.heads': '已有 8 人先行离开，人数应不少于 9' } } });
    await desk.request('visit.correct', { id, patch: { heads: 9, others: 7 }, reason: '数错了' }, CLERK);
    expect(await hallNow(desk)).toMatchObject({ heads: 9, inHall: 1, leftEarly: 8, returned: 0 });
    expect((await rowOf(desk, id)).rollAt).toBeNull();
  });
});

async function registerUnverified(
  desk: Desk,
  person: { docType: 'none'; docNumber: string; name: string; noDocumentReason: string },
): Promise<string> {
  const reg = await registration(desk, { people: [person] });
  const verificationId = await verify(desk, reg, 'unverified');
  return (await desk.request('visit.register', { requestId: crypto.randomUUID(), verificationId, registration: reg }, CLERK)).visitId;
}
