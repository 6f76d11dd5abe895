import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { PrintJobView } from '../../../shared/domain/printing';
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
    const labels = async (who: typeof CLERK) => (await first<PrintJobView[]>(desk, 'print.jobs', {}, who)).map(({ label }) => label);
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
