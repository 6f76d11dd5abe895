import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { actor, CLERK, type Desk, GUO, newDesk, register, staffIds } from './desk';
import { first } from './lives';
import { begin, end, fillFocus, TALKER } from './talk';

const STRANGER = actor(staffIds.admin, 'registrar');

/** A talk that ended as 检举控告; its team is named. */
async function secretTalk(desk: Desk) {
  const { visitId, printJobId = '' } = await register(desk, { summary: '反映某领导收礼', purpose: 'accusation' });
  const id = await begin(desk, visitId, 'room-1');
  await fillFocus(desk, id);
  const target = { name: '县纪委监委', address: '为民路 3 号', phone: '', basis: '' };
  await end(desk, id, { result: 'discipline', target });
  return { visitId, id, printJobId };
}

describe('the archived papers of a secret matter', () => {
  it('are in nobody’s list but that of the people named, and make no list shorter', async () => {
    const desk = await newDesk();
    const { visitId, printJobId } = await secretTalk(desk);
    const other = await register(desk, { people: [GUO] });
    const paper = (id: string, visit: string) =>
      desk.internal('internal.document.add', {
        ...{ id, jobId: id, kind: 'card', label: 'A001', visitId: visit },
        ...{ bytes: 10, pages: 1, sha256: 'ab', reprint: 0 },
      });
    await paper(other.printJobId ?? '', other.visitId);
    await paper(printJobId, visitId);
    const ids = async (who: typeof CLERK) => (await desk.request('print.documents', { limit: 1 }, who)).map(({ id }) => id);
    expect(await ids(CLERK)).toEqual([printJobId]);
    expect(await ids(STRANGER)).toEqual([other.printJobId]);
  });

  it('leave the house by no hand but theirs, and who tried is in the audit trail', async () => {
    const desk = await newDesk();
    const { visitId, printJobId: id } = await secretTalk(desk);
    const about = { id, jobId: id, kind: 'card' as const, label: 'A001', visitId, bytes: 10, pages: 1, sha256: 'ab', reprint: 0 };
    await desk.internal('internal.document.add', about);
    expect(await desk.call('internal.document.export', { id }, STRANGER)).toMatchObject({ ok: false, error: { code: 'secret' } });
    expect(await desk.internal('internal.document.export', { id }, staffIds.clerk)).toMatchObject({ sha256: 'ab' });
    expect(await desk.internal('internal.document.get', { id }), 'the print queue shows it to nobody').toMatchObject({ id });
    const trail = await desk.request('audit.list', { limit: 50 }, actor(staffIds.admin, 'auditor'));
    expect(JSON.stringify(trail)).toContain('拒绝查看保密事项');
  });

  it('are called by no name in the print queue', async () => {
    const desk = await newDesk();
    const { id } = await secretTalk(desk);
    await desk.call('internal.print.letter', { interviewId: id, kind: 'transfer', more: {} }, TALKER);
    const labels = async (who: typeof CLERK) => (await first(desk, 'print.jobs', {}, who)).map(({ label }) => label);
    expect(await labels(CLERK)).toContain('转送函 A001');
    expect(JSON.stringify(await labels(STRANGER))).not.toContain('转送函');
  });

  it('that say what a group wants are printed by the people named only', async () => {
    const desk = await newDesk();
    const group = await register(desk, { kind: 'collective', people: [GUO], heads: 8, others: 7, othersAreaId: 'r1' });
    const id = await begin(desk, group.visitId, 'room-1');
    await fillFocus(desk, id);
    await end(desk, id, { result: 'discipline', target: { name: '县纪委监委', address: '为民路 3 号', phone: '', basis: '' } });
    const print = (who: typeof CLERK) => desk.call('internal.print.proxyLetter', { visitId: group.visitId }, who, uuid());
    expect(await print(STRANGER)).toMatchObject({ error: { code: 'secret' } });
    expect(await print(CLERK)).toMatchObject({ ok: true });
  });
});

describe('the lists', () => {
  it('name no result of a secret matter, and what opens for nobody is marked', async () => {
    const desk = await newDesk();
    const { visitId, id } = await secretTalk(desk);
    const { personId } = await desk.request('visit.get', { id: visitId }, CLERK);
    const lists = async (who: typeof CLERK) => [
      ...(await desk.request('interview.ofVisit', { visitId }, who)),
      ...(await desk.request('interview.ofPerson', { personId }, who)),
      ...(await first(desk, 'interview.board', {}, who)).today,
    ];
    const masked = { id, name: '李秀兰', summary: '（保密事项）', result: '', hidden: true };
    expect(await lists(STRANGER)).toMatchObject([masked, masked, masked]);
    expect((await lists(CLERK)).map(({ result, hidden }) => [result, hidden])).toEqual(Array(3).fill(['discipline', false]));
  });

  it('a visit tells its 信访目的 to the people named only', async () => {
    const desk = await newDesk();
    const { visitId: id } = await secretTalk(desk);
    expect(await desk.request('visit.get', { id }, STRANGER)).toMatchObject({ purpose: '', place: '', summary: '（保密事项）' });
    expect(await desk.request('visit.get', { id }, CLERK)).toMatchObject({ purpose: 'accusation' });
  });

  it('all matters are found by number and by name, settled ones too, a secret one without its words', async () => {
    const desk = await newDesk();
    const { visitId } = await secretTalk(desk);
    const other = await register(desk, { people: [GUO], summary: '楼道照明' });
    const { number, matterId } = await desk.request('visit.get', { id: other.visitId }, CLERK);
    const talk = await begin(desk, other.visitId, 'room-2');
    await fillFocus(desk, talk);
    await end(desk, talk, { result: 'answered', answer: '已报修', noBasisReason: '常识' });
    const matters = async (settled: boolean, text = '') => (await desk.request('supervision.matters', { settled, text }, STRANGER)).rows;
    expect(await matters(false)).toMatchObject([
      { matterId, title: '楼道照明', name: '王建国', state: 'answered' },
      { title: '（保密事项）' },
    ]);
    expect(await matters(true)).toMatchObject([{ matterId }]);
    expect(await matters(true, number)).toMatchObject([{ matterId, visitNumber: number }]);
    expect(await matters(false, '王建国')).toMatchObject([{ matterId }]);
    expect(await matters(true, '李秀兰')).toEqual([]);
    expect(visitId).not.toBe('');
  });
});

describe('the papers brought along', () => {
  const paper = {
    kind: 'file' as const,
    mime: 'application/pdf' as const,
    bytes: 10,
    copies: 1,
    original: false,
    name: '材料',
    sha256: 'ab',
  };

  it('of a secret matter are added and made void by the people named only', async () => {
    const desk = await newDesk();
    const { visitId } = await secretTalk(desk);
    const add = (who: typeof CLERK, id = uuid()) => desk.call('internal.attachment.add', { id, visitId, ...paper }, who);
    expect(await add(STRANGER)).toMatchObject({ error: { code: 'secret' } });
    expect(await desk.call('internal.attachment.key', { visitId }, STRANGER)).toMatchObject({ error: { code: 'secret' } });
    const id = uuid();
    expect(await add(CLERK, id)).toMatchObject({ ok: true });
    expect(await desk.try('attachment.void', { id, reason: '重复' }, STRANGER)).toMatchObject({ error: { code: 'secret' } });
    expect(await desk.try('attachment.void', { id, reason: '重复' }, CLERK)).toMatchObject({ ok: true });
  });

  it('a scan that is the paper of a signed record stays', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const interviewId = await begin(desk, visitId, 'room-1');
    await end(desk, interviewId);
    const [signed, other] = [uuid(), uuid()];
    for (const id of [signed, other]) await desk.call('internal.attachment.add', { id, visitId, ...paper }, CLERK);
    const signing = { how: 'paper' as const, attachmentId: signed, readBack: true };
    await desk.request('interview.sign', { requestId: uuid(), id: interviewId, signing }, TALKER);
    expect(await desk.try('attachment.void', { id: signed, reason: '看不清' }, CLERK)).toMatchObject({
      error: { message: expect.stringContaining('纸质签名件') },
    });
    expect(await desk.try('attachment.void', { id: other, reason: '看不清' }, CLERK)).toMatchObject({ ok: true });
  });
});
