import type { AttachmentType, AttachmentView } from '../../../../shared/domain/attachments';
import { refuse } from '../../../../shared/errors';
import { matterKeyId } from '../data-keys';
import { type Call, type Host, writeAs } from '../host';
import { mustKnow } from '../interviews/secrecy';
import type { Opened } from '../tables';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'attachment.list' | 'attachment.void'> &
  Pick<InternalHandlers, 'internal.attachment.key' | 'internal.attachment.add' | 'internal.attachment.get'>;

/** 随带材料: the row beside a sealed file of the main process, both under the key of the visit's matter. */
export const attachmentHandlers: Handlers = {
  'attachment.list': async (host, { visitId }, call) => {
    const visit = (await host.reader.one('visits', visitId)) ?? refuse('not-found');
    await mustKnow(host, visit.matterId, call);
    return host.db.reading(() => ofVisit(host, visitId));
  },

  'attachment.void': async (host, { id, reason }, call) => {
    await mustKnowVisit(host, (await readable(host, id)).visitId, call);
    await writeAs(host, call, async (draft) => {
      const found = await readable(host, id);
      if (found.voidReason) refuse('conflict', { message: '这份材料已经作废，什么也没有改变。' });
      if (await isSignedPaper(host, found)) refuse('refused', { message: '这是已签署记录的纸质签名件，不能作废，什么也没有改变。' });
      draft.put('attachments', id, { voidReason: reason }, found.keyId);
      draft.audit(call.name, await numberOf(host, found.visitId), id);
      return { id };
    });
    return {};
  },

  'internal.attachment.key': async (host, { visitId }, call) => {
    await mustKnowVisit(host, visitId, call);
    const { matterId } = await takesPapers(host, visitId);
    return (await host.keys.fileKey(matterKeyId(matterId))) ?? refuse('damaged');
  },

  'internal.attachment.add': async (host, { id, visitId, ...attachment }, call) => {
    await mustKnowVisit(host, visitId, call);
    await writeAs(host, call, async (draft) => {
      // Asked again: it may have been made void while the file was written.
      const { matterId, number } = await takesPapers(host, visitId);
      const row = { ...attachment, visitId, at: draft.at, staffId: call.actor.staffId ?? '', voidReason: '' };
      draft.add('attachments', id, row, matterKeyId(matterId));
      draft.audit(call.name, number, id);
      return { id };
    });
    return null;
  },

  'internal.attachment.get': async (host, { id }, call) => {
    const { name, mime, sha256, visitId, incidentId, keyId } = await readable(host, id);
    await mustKnowVisit(host, visitId, call);
    const key = (await host.keys.fileKey(keyId)) ?? refuse('damaged');
    const number = incidentId ? (await host.reader.one('incidents', incidentId))?.number : await numberOf(host, visitId);
    return { name, type: mime as AttachmentType, sha256, key, visitNumber: number ?? '' };
  },
};

/** Outside any write: a refusal is itself written. */
const mustKnowVisit = async (host: Host, visitId: string, call: Call): Promise<void> =>
  mustKnow(host, (await host.reader.one('visits', visitId))?.matterId ?? '', call);

/** A record that was signed on paper is as good as that paper. */
async function isSignedPaper({ db, reader }: Host, { id, visitId }: Opened<'attachments'>): Promise<boolean> {
  const talks = await reader.open('interviews', await db.rows('interviews').where('visitId').equals(visitId).toArray());
  return talks.some(({ signing }) => signing?.attachmentId === id);
}

async function takesPapers({ reader }: Host, visitId: string): Promise<Opened<'visits'>> {
  const visit = (await reader.one('visits', visitId)) ?? refuse('not-found');
  if (visit.unreadable) refuse('damaged');
  if (visit.state === 'void') refuse('refused', { message: '这张登记已经作废，不能再存入材料，什么也没有改变。' });
  return visit;
}

async function readable({ reader }: Host, id: string): Promise<Opened<'attachments'>> {
  const found = (await reader.one('attachments', id)) ?? refuse('not-found', { message: '没有找到这份材料。' });
  return found.unreadable ? refuse('damaged') : found;
}

const numberOf = async ({ reader }: Host, visitId: string): Promise<string> => (await reader.one('visits', visitId))?.number ?? '';

async function ofVisit({ db, reader }: Host, visitId: string): Promise<AttachmentView[]> {
  const rows = await reader.open('attachments', await db.rows('attachments').where('visitId').equals(visitId).toArray());
  const staff = await reader.some(
    'staff',
    rows.map((row) => row.staffId),
  );
  // Ids are UUID v7: their order is that of time.
  return rows
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, at, staffId, kind, mime, bytes, name, copies, original, voidReason }) => ({
      id,
      visitId,
      at,
      staffName: staff.get(staffId)?.name ?? '',
      kind,
      type: mime as AttachmentType,
      bytes,
      name,
      copies,
      original,
      voidReason,
    }));
}
