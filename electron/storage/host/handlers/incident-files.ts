import { refuse } from '../../../../shared/errors';
import { incidentKeyId } from '../data-keys';
import { type Host, writeAs } from '../host';
import { addEntries } from '../incidents/incident-entries';
import { mustFind } from '../incidents/running';
import type { Opened } from '../tables';
import type { InternalHandlers } from './types';

/** Photos and papers of an incident: the row beside a sealed file of the main process, both under the incident's key. */
export const incidentFileHandlers: Pick<InternalHandlers, 'internal.incidentFile.key' | 'internal.incidentFile.add'> = {
  'internal.incidentFile.key': async (host, { incidentId }) => {
    await takesFiles(host, incidentId);
    return (await host.keys.fileKey(incidentKeyId(incidentId))) ?? refuse('damaged');
  },

  'internal.incidentFile.add': async (host, { incidentId, id, text, ...file }, call) => {
    const staffId = call.actor.staffId ?? '';
    await writeAs(host, call, async (draft) => {
      // Asked again: it may have been closed while the file was written.
      const incident = await takesFiles(host, incidentId);
      const row = { ...file, visitId: '', incidentId, at: draft.at, staffId, copies: 1, original: false, name: text || incident.number };
      draft.add('attachments', id, { ...row, voidReason: '' }, incident.keyId);
      await addEntries(host, draft, incident, staffId, [{ kind: 'photo', attachmentId: id, text }]);
      draft.audit(call.name, incident.number, id);
      return { id };
    });
    return null;
  },
};

async function takesFiles(host: Host, incidentId: string): Promise<Opened<'incidents'>> {
  const incident = await mustFind(host, incidentId);
  if (incident.state === 'pending') refuse('refused', { message: '警报还没有发出，照片没有保存。请先选类型或等它自动发出。' });
  if (incident.state === 'closed' || incident.state === 'false-alarm')
    refuse('refused', { message: '这次突发已经结束，不能再存入照片，什么也没有改变。' });
  return incident;
}
