import type { Settings } from '../../../../shared/domain/settings';
import { type HistoryEntry, PURPOSE_NAMES, SPECIAL_NEED_NAMES, VISIT_MARK_NAMES, VISIT_STATE_NAMES } from '../../../../shared/domain/visit';
import { refuse } from '../../../../shared/errors';
import { DOCUMENT_NAMES } from '../../../../shared/rules/identity';
import { maskDocument, maskPhone } from '../../../../shared/rules/mask';
import type { Change } from '../../batch';
import type { Actor } from '../../protocol';
import { ACTION_NAMES, STEP_NAMES } from '../audited';
import { aboutRow, openValue } from '../codec';
import type { Host } from '../host';
import { mayKnow } from '../interviews/secrecy';
import type { StoredBatch } from '../stored';
import { bodyOf } from '../stored-batch';
import type { RequestHandlers } from './types';

type Show = (value: unknown) => string;

const text: Show = (value) => (value === undefined || value === null ? '' : String(value));
const named =
  (names: Readonly<Record<string, string>>): Show =>
  (value) =>
    names[String(value)] ?? text(value);

/** The fields a person may see a history of, in Chinese, masked like the row itself. */
function shownFields({ fields, hall }: Settings): Record<'visits' | 'persons', Record<string, [string, Show]>> {
  const rooms = Object.fromEntries(hall.rooms.map((room) => [room.id, room.name]));
  const areas = Object.fromEntries(hall.areas.map((area) => [area.id, area.name]));
  const fieldNames = Object.fromEntries(fields.entries.map((entry) => [entry.code, entry.name]));
  return {
    visits: {
      state: ['状态', named(VISIT_STATE_NAMES)],
      kind: ['类型', named({ individual: '个访', collective: '集体访' })],
      heads: ['来访人数', text],
      left: ['先行离开人数', text],
      rollPresent: ['点到人数', text],
      roomId: ['接访室', named(rooms)],
      others: ['其他人数', text],
      areaId: ['等候区', named(areas)],
      othersAreaId: ['其他人员区域', named(areas)],
      purpose: ['信访目的', named(PURPOSE_NAMES)],
      fieldCode: ['诉求领域', named(fieldNames)],
      summary: ['来访事由', text],
      place: ['问题属地', text],
      needs: ['特殊需求', (value) => (Array.isArray(value) ? value.map(named(SPECIAL_NEED_NAMES)).join('、') : '')],
      marks: ['属性', (value) => (Array.isArray(value) ? value.map(named(VISIT_MARK_NAMES)).join('、') : '')],
    },
    persons: {
      name: ['姓名', text],
      docType: ['证件类型', named(DOCUMENT_NAMES)],
      docNumber: ['证件号码', (value) => maskDocument(text(value))],
      phone: ['手机', (value) => maskPhone(text(value))],
      address: ['住址', text],
    },
  };
}

/** The history is not kept beside the record: it is read from the very changes that made it. */
export const historyHandlers: Pick<RequestHandlers, 'visit.history'> = {
  'visit.history': async (host, { id }, call) => {
    if (!(await host.reader.one('visits', id))) refuse('not-found');
    const own = `visits/${id}`;
    const acts = await opened(host, [own]);
    const people = [...new Set(acts.flatMap(({ sets }) => sets.flatMap((set) => (set.row === own ? personIdsIn(set.fields) : []))))];
    // Earlier visits of the same people are read for the values they left.
    const all = await opened(host, [own, ...people.map((personId) => `persons/${personId}`)]);
    const [settings, staff] = await Promise.all([host.reader.settings(), host.reader.all('staff')]);
    const hidden = await hiddenFields(host, id, call.actor);
    const names = new Map(staff.map((member) => [member.id, member.name]));
    const record = new VisitRecord(own, shownFields(settings));
    const entries: HistoryEntry[] = [];
    for (const { batch, sets } of all) {
      const before = record.snapshot();
      for (const set of sets) record.take(set);
      if (!batch.touched.includes(own)) continue;
      const reason = sets.map((set) => set.fields.changeReason).find((value) => typeof value === 'string');
      entries.push({
        at: batch.at,
        staffName: names.get(batch.who) ?? '程序',
        deskCode: batch.desk,
        action: ACTION_NAMES[batch.action] ?? STEP_NAMES[batch.action] ?? batch.action,
        reason: String(reason ?? ''),
        changes: entries.length === 0 ? [] : differences(before, record.snapshot()).filter(({ field }) => !hidden.includes(field)),
      });
    }
    return entries.reverse();
  },
};

/** What a secret matter is about is not told by its history either. */
async function hiddenFields({ reader }: Host, visitId: string, actor: Actor): Promise<string[]> {
  const visit = await reader.one('visits', visitId);
  const matter = visit?.secret ? await reader.one('matters', visit.matterId) : undefined;
  return matter && !mayKnow(matter, actor) ? ['来访事由', '问题属地', '信访目的'] : [];
}

interface RowChange {
  /** `visits/<id>` or `persons/<id>` */
  row: string;
  fields: Record<string, unknown>;
}

const personIdsIn = (fields: Record<string, unknown>): string[] => (Array.isArray(fields.personIds) ? fields.personIds.map(String) : []);

/** The batches that touched these rows, oldest first, with what each set in them. */
async function opened(host: Host, rows: string[]): Promise<{ batch: StoredBatch; sets: RowChange[] }[]> {
  const batches = await host.db.batches.where('touched').anyOf(rows).distinct().toArray();
  const wanted = new Set(rows);
  const found = [];
  // In the order of the changes' clocks: what another desk did before may have come after.
  const inOrder = batches
    .map((batch) => ({ batch, changes: bodyOf(host.hall, batch).changes }))
    .sort((a, b) => compareText(a.changes[0]?.hlc ?? '', b.changes[0]?.hlc ?? ''));
  for (const { batch, changes } of inOrder) {
    const own = changes.filter((change) => wanted.has(`${change.table}/${change.rowId}`));
    await host.keys.load(own.flatMap((change) => change.keyId ?? []));
    found.push({ batch, sets: own.map((change) => ({ row: `${change.table}/${change.rowId}`, fields: fieldsOf(host, change) })) });
  }
  return found;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Open and sealed fields of one change; the sealed ones are gone with their key. */
function fieldsOf({ keys }: Host, change: Change): Record<string, unknown> {
  const key = change.keyId && keys.at(change.keyId);
  if (!change.sealed || !key) return change.open;
  return { ...change.open, ...(openValue(key, change.sealed, aboutRow(change.table, change.rowId)) as Record<string, unknown>) };
}

/** The visit and its people as they stood after each change. */
class VisitRecord {
  private readonly values = new Map<string, string>();
  private personIds: string[] = [];
  private goneIds: string[] = [];

  constructor(
    private readonly visit: string,
    private readonly shown: ReturnType<typeof shownFields>,
  ) {}

  take({ row, fields }: RowChange): void {
    if (row === this.visit && fields.personIds) this.personIds = personIdsIn(fields);
    if (row === this.visit && Array.isArray(fields.goneIds)) this.goneIds = fields.goneIds.map(String);
    for (const [field, [, show]] of Object.entries(row === this.visit ? this.shown.visits : this.shown.persons)) {
      if (Object.hasOwn(fields, field)) this.values.set(`${row}.${field}`, show(fields[field]));
    }
  }

  /** Chinese field name → value, in the order of the form. */
  snapshot(): Map<string, string> {
    const lines = new Map<string, string>();
    const add = (row: string, prefix: string, fields: Record<string, [string, Show]>): void => {
      for (const [field, [name]] of Object.entries(fields)) lines.set(prefix + name, this.values.get(`${row}.${field}`) ?? '');
    };
    add(this.visit, '', this.shown.visits);
    lines.set('先行离开的代表', this.goneIds.map((id) => this.values.get(`persons/${id}.name`) ?? '').join('、'));
    for (const [i, id] of this.personIds.entries()) add(`persons/${id}`, i === 0 ? '' : `代表 ${i + 1} `, this.shown.persons);
    return lines;
  }
}

const differences = (before: Map<string, string>, after: Map<string, string>): HistoryEntry['changes'] =>
  [...after].flatMap(([field, value]) => {
    const earlier = before.get(field) ?? '';
    return earlier === value ? [] : [{ field, before: earlier, after: value }];
  });
