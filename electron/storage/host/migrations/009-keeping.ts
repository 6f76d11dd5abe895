import type { Transaction } from 'dexie';
import type { StoredBatch, StoredRow } from '../stored';

/** 保存与审计: what is held back from destruction, what people ask of their own data, and the trail by day, person and act. */
export const schema009: Record<string, string> = {
  batches: 'id, &position, requestId, audit, *touched, replaced, auditAt, [who+auditAt], [act+auditAt]',
  refusals: 'id, at, [staffId+at]',
  matters: 'id, *personIds, [state+lastVisit]',
  holds: 'id, [objectId+state], state',
  personRequests: 'id, personId, state',
};

/** What was done stands in the line that the batch wrote for the trail, which is open; the batch itself is sealed. */
export async function upgrade009(transaction: Transaction): Promise<void> {
  const lines = transaction.table<StoredRow, string>('audit');
  const acts = new Map((await lines.toArray()).map(({ id, action }) => [`audit/${id}`, String(action)]));
  await transaction
    .table<StoredBatch, string>('batches')
    .toCollection()
    .modify((row) => {
      if (row.audit === undefined) return;
      row.auditAt = row.at;
      row.act = row.touched.map((each) => acts.get(each)).find((act) => act !== undefined) ?? row.action;
    });
}
