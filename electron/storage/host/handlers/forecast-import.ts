import { v7 as uuid } from 'uuid';
import { plannedAtFor, receivedAtOf } from '../../../../shared/rules/forecast-input';
import type { ForecastRecord } from '../../../../shared/rules/forecast-record';
import { forecastKeyId } from '../data-keys';
import type { Draft } from '../draft';
import { sameKeyOf, standingWithKeys, suggestedBy } from '../forecast/rows';
import { type Call, type Host, writeAs } from '../host';
import type { InternalHandlers } from './types';

type Names = 'known' | 'mappings' | 'import';

/** How many lists' columns are remembered; the newest of one head counts. */
const REMEMBERED = 50;

/** A channel's list: every good line in one write, so that nothing of it is ever half there. */
export const forecastImportHandlers: Pick<InternalHandlers, `internal.forecast.${Names}`> = {
  'internal.forecast.known': async (host, { items }) => {
    const keys = items.map((item) => sameKeyOf(host, item));
    const there = await standingWithKeys(host, keys);
    return keys.map((key) => there.has(key));
  },

  'internal.forecast.mappings': async ({ db, reader }) => {
    const rows = await db.rows('forecastImports').orderBy('at').reverse().limit(REMEMBERED).toArray();
    return (await reader.open('forecastImports', rows)).map(({ heads, mapping }) => ({ heads, mapping }));
  },

  'internal.forecast.import': async (host, { records, fileName, heads, mapping, channel, lines, refused, repeats }, call) => {
    // Hashed before the lock is taken: a registration at the desk waits for the writing alone.
    const keyed = records.map((record) => ({ record, key: sameKeyOf(host, record) }));
    return writeAs(host, call, async (draft) => {
      const { forecast } = await host.steady.settings();
      const there = await standingWithKeys(
        host,
        keyed.map(({ key }) => key),
      );
      const importId = uuid({ msecs: draft.at });
      const fresh = keyed.filter(({ key }) => !there.has(key));
      for (const { record, key } of fresh)
        addRecord(host, draft, call, { record, sameKey: key, importId, suggested: suggestedBy(record, forecast) });
      const counts = { lines, refused, imported: fresh.length, duplicates: repeats + keyed.length - fresh.length };
      const about = { at: draft.at, staffId: call.actor.staffId ?? '', deskCode: host.deskCode };
      draft.add('forecastImports', importId, { ...about, ...counts, fileName, heads, mapping, channel });
      draft.audit(call.name, fileName, `${counts.imported} 条`);
      return { imported: counts.imported, duplicates: counts.duplicates };
    });
  },
};

interface Adding {
  record: ForecastRecord;
  sameKey: string;
  importId: string;
  suggested: ReturnType<typeof suggestedBy>;
}
function addRecord(host: Host, draft: Draft, { actor }: Call, { record, sameKey, importId, suggested }: Adding): void {
  const { line, time, received, health, conduct, ...content } = record;
  // All are of one moment: among themselves they keep the order of the list.
  const id = uuid({ msecs: draft.at, seq: line });
  const keyId = draft.newKey(forecastKeyId(id));
  const staffId = actor.staffId ?? '';
  const times = { plannedAt: plannedAtFor({ date: content.date, time }), receivedAt: receivedAtOf({ received }, draft.at) };
  const entered = { createdAt: draft.at, createdBy: staffId, deskCode: host.deskCode, state: 'standing' as const, withdrawnReason: '' };
  const open = { ...times, ...entered, suggested, sameKey, importId, grade: '' as const, gradedAt: null, personId: '', matterId: '' };
  draft.add('forecastItems', id, { ...content, ...open }, keyId);
  if (health !== '' || conduct !== '') draft.add('forecastTraits', id, { at: draft.at, staffId, health, conduct }, keyId);
}
