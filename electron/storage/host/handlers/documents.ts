import { refuse } from '../../../../shared/errors';
import { mayExportNotes } from '../../../../shared/rules/preparation-access';
import { dayOf } from '../../../../shared/rules/time';
import { HALL_KEY, incidentKeyId, matterKeyId } from '../data-keys';
import { type Call, type Host, writeAs } from '../host';
import { hiddenVisits, mustKnow } from '../interviews/secrecy';
import type { StoredRow } from '../stored';
import type { Opened } from '../tables';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'print.documents'> &
  Pick<InternalHandlers, 'internal.document.add' | 'internal.document.get' | 'internal.document.export' | 'internal.document.key'>;

/** What belongs to a visit is under its matter's key, so that one erasure takes all of it. */
export async function keyOfVisit({ db }: Host, visitId: string | undefined): Promise<string> {
  if (!visitId) return HALL_KEY;
  const visit = (await db.rows('visits').get(visitId)) ?? refuse('not-found');
  return matterKeyId(String(visit.matterId));
}

/** A paper of an incident is under the incident's key. */
async function keyOfPaper(host: Host, { visitId, incidentId }: { visitId?: string; incidentId?: string }): Promise<string> {
  if (!incidentId) return keyOfVisit(host, visitId);
  return (await host.db.rows('incidents').get(incidentId)) ? incidentKeyId(incidentId) : refuse('not-found');
}

export const documentHandlers: Handlers = {
  'print.documents': async (host, { limit }, { actor }) => {
    const newest = host.db.rows('documents').orderBy('createdAt').reverse();
    const stored: StoredRow[] = [];
    // What is hidden makes the list no shorter: looked at by the page until it is full.
    for (let at = 0; stored.length < limit; at += limit) {
      const page = await newest.clone().offset(at).limit(limit).toArray();
      const hidden = await hiddenVisits(
        host,
        page.map(({ visitId }) => String(visitId ?? '')),
        actor,
      );
      stored.push(...page.filter(({ visitId }) => !hidden.has(String(visitId ?? ''))));
      if (page.length < limit) break;
    }
    const rows = await host.reader.open('documents', stored.slice(0, limit));
    return rows.map(({ id, kind, label, createdAt, bytes, pages, reprint }) => ({ id, kind, label, createdAt, bytes, pages, reprint }));
  },

  'internal.document.add': async (host, { id, ...document }, call) => {
    await writeAs(host, call, async (draft) => {
      const keyId = await keyOfPaper(host, document);
      // A print made again after a crash replaces its file, and its row with it.
      draft.put('documents', id, { ...document, createdAt: draft.at }, keyId);
      // In the same batch, for the visitor waits: a write costs more than making the page. A job cancelled meanwhile stays so.
      const job = await host.reader.one('printJobs', document.jobId);
      if (job?.state !== 'rendering' || job.deskCode !== host.deskCode) return;
      draft.put('printJobs', job.id, { state: 'ready', changedAt: draft.at, documentId: id, ...(job.note && { note: '' }) }, job.keyId);
    });
    return null;
  },

  'internal.document.get': (host, { id }) => archived(host, id),

  'internal.document.export': async (host, { id }, call) => {
    const document = await host.reader.one('documents', id);
    const visit = document?.visitId ? await host.reader.one('visits', document.visitId) : undefined;
    if (visit) await mustKnow(host, visit.matterId, call);
    if (document?.kind === 'meeting-notes') await mustReadNotes(host, document.createdAt, call);
    return archived(host, id);
  },

  'internal.document.key': async (host, about) => {
    const keyId = await keyOfPaper(host, about);
    return { keyId, key: (await host.keys.fileKey(keyId)) ?? refuse('damaged') };
  },
};

/** A sheet with care notes leaves the archive on its own day only, and for those who may read them (plan S40). */
async function mustReadNotes({ reader, clock }: Host, createdAt: number, { actor }: Call): Promise<void> {
  const roles = (await reader.one('staff', actor.staffId ?? ''))?.roles ?? [];
  if (mayExportNotes(roles, dayOf(createdAt), clock.today())) return;
  refuse('forbidden', { message: '含注意事项的短会单只限接谈人员当天使用，没有导出。' });
}

async function archived({ reader, keys }: Host, id: string) {
  const document: Opened<'documents'> | undefined = await reader.one('documents', id);
  const fileKey = document && (await keys.fileKey(document.keyId));
  if (!document || document.unreadable || !fileKey) return null;
  return { id, kind: document.kind, label: document.label, sha256: document.sha256, fileKey };
}
