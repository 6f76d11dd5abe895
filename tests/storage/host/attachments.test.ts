import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { actor, CLERK, GUO, newDesk, register, staffIds } from './desk';

const row = (visitId: string, over: object = {}) => ({
  id: uuid(),
  visitId,
  kind: 'file' as const,
  mime: 'application/pdf' as const,
  bytes: 1234,
  copies: 2,
  original: false,
  name: '李秀兰退休审批表',
  sha256: 'ab'.repeat(32),
  ...over,
});

describe('attachments of a visit', () => {
  it('are listed in their order with who took them, and belong to this visit alone', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const other = await register(desk, { people: [GUO] });
    const first = row(visitId);
    const second = row(visitId, { kind: 'photo', mime: 'image/jpeg', name: '伤情照片' });
    await desk.internal('internal.attachment.add', first, staffIds.clerk);
    await desk.internal('internal.attachment.add', second, staffIds.talker);
    expect(await desk.request('attachment.list', { visitId }, CLERK)).toMatchObject([
      { id: first.id, name: '李秀兰退休审批表', type: 'application/pdf', copies: 2, staffName: '赵登记', voidReason: '' },
      { id: second.id, kind: 'photo', type: 'image/jpeg', staffName: '李接谈' },
    ]);
    expect(await desk.request('attachment.list', { visitId: other.visitId }, CLERK)).toEqual([]);
  });

  it('have the key of the matter: the same for one matter, another for another, and none in a batch', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const other = await register(desk, { people: [GUO] });
    const key = await desk.internal('internal.attachment.key', { visitId });
    const attachment = row(visitId);
    await desk.internal('internal.attachment.add', attachment, staffIds.clerk);
    const got = await desk.internal('internal.attachment.get', { id: attachment.id });
    expect(got).toMatchObject({ name: attachment.name, sha256: attachment.sha256, type: 'application/pdf' });
    expect(Buffer.from(got.key).equals(Buffer.from(key))).toBe(true);
    expect(Buffer.from(await desk.internal('internal.attachment.key', { visitId: other.visitId })).equals(Buffer.from(key))).toBe(false);
    for (const payload of desk.disk.journal) {
      expect(Buffer.from(payload).includes(Buffer.from(key))).toBe(false);
      expect(Buffer.from(payload).includes('李秀兰退休审批表')).toBe(false);
    }
  });

  it('作废 keeps the row with its reason; a second time changes nothing', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const attachment = row(visitId);
    await desk.internal('internal.attachment.add', attachment, staffIds.clerk);
    await desk.request('attachment.void', { id: attachment.id, reason: '拍错了别人的材料' }, CLERK);
    expect(await desk.request('attachment.list', { visitId }, CLERK)).toMatchObject([
      { id: attachment.id, voidReason: '拍错了别人的材料' },
    ]);
    const again = await desk.try('attachment.void', { id: attachment.id, reason: '再' }, CLERK);
    expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const trail = await desk.request('audit.list', { limit: 10 }, actor(staffIds.admin, 'administrator'));
    expect(trail.map((entry) => entry.action)).toEqual(expect.arrayContaining(['存入材料', '材料作废']));
    expect(JSON.stringify(trail)).not.toContain('审批表');
  });

  it('a visit that is void, or is not there, takes none', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    await desk.request('visit.void', { id: visitId, reason: '重复登记' }, CLERK);
    await expect(desk.internal('internal.attachment.key', { visitId })).rejects.toThrow('已经作废');
    await expect(desk.internal('internal.attachment.add', row(visitId), staffIds.clerk)).rejects.toThrow('已经作废');
    await expect(desk.internal('internal.attachment.key', { visitId: uuid() })).rejects.toThrow('not-found');
    expect(await desk.request('attachment.list', { visitId }, CLERK)).toEqual([]);
  });
});
