import { v7 as uuid } from 'uuid';
import { isPeriodKind, type KeptKind, type KeptRow } from '../../../../shared/domain/keeping';
import type { MatterState } from '../../../../shared/domain/known-person';
import { refuse } from '../../../../shared/errors';
import { maskName } from '../../../../shared/rules/mask';
import { codeOfMatter, dueUpTo, yearsOf } from '../../../../shared/rules/retention';
import { dayOf, instantAt } from '../../../../shared/rules/time';
import { HALL_KEY } from '../data-keys';
import { type Call, type Host, writeAs } from '../host';
import { mayKnow, mustKnow } from '../interviews/secrecy';
import { certify, destroyIncident, destroyMatter, destroyPerson, onlyIn } from '../keeping/destroy';
import { holdsOn, keepingOfIncident, keepingOfMatter, numbersOf } from '../keeping/matter-keeping';
import { destroyPeriod, keptPeriods } from '../keeping/periods';
import { eraseLater } from '../sync/memory';
import type { Opened } from '../tables';
import { nameShown } from '../views/person-view';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, `keeping.${'due' | 'find' | 'hold' | 'certificates'}`> &
  Pick<InternalHandlers, 'internal.keeping.destroy' | 'internal.keeping.keysGone'>;

/** Only what is settled falls due. */
const SETTLED: readonly MatterState[] = ['answered', 'closed', 'final'];

export const keepingHandlers: Handlers = {
  'keeping.due': (host, { kind, skip, limit }, { actor }) =>
    host.db.reading(async () => {
      if (kind === 'incident') return dueIncidents(host, skip, limit);
      if (isPeriodKind(kind)) return keptPeriods(host, kind, skip, limit);
      const { retention } = await host.reader.settings();
      const today = host.clock.today();
      const found = await Promise.all(
        SETTLED.map((state) => {
          const last = dueUpTo(today, yearsOf(codeOfMatter(state), retention));
          const rows = host.db.rows('matters').where('[state+lastVisit]').between([state, ''], [state, last], true, true);
          return rows.limit(skip + limit + 1).toArray();
        }),
      );
      const all = found.flat().sort((a, b) => (String(a.lastVisit) < String(b.lastVisit) ? -1 : 1));
      const page = await host.reader.open('matters', all.slice(skip, skip + limit));
      const seen = page.filter((matter) => mayKnow(matter, actor));
      return { rows: await Promise.all(seen.map((matter) => matterRow(host, matter))), more: all.length > skip + limit };
    }),

  'keeping.find': async (host, { number }, call) => {
    const visit = await host.db.rows('visits').where('number').equals(number).first();
    if (visit) {
      await mustKnow(host, String(visit.matterId), call);
      const matter = await host.reader.one('matters', String(visit.matterId));
      return matter ? matterRow(host, matter) : null;
    }
    const [, year, month, day, desk] = /^(\d{4})(\d{2})(\d{2})-(\d{2})-[TY]\d{2,}$/.exec(number) ?? [];
    if (!desk) return null;
    const rows = await host.db
      .rows('incidents')
      .where('[date+deskCode]')
      .equals([`${year}-${month}-${day}`, desk])
      .toArray();
    const [incident] = await host.reader.open(
      'incidents',
      rows.filter((row) => row.number === number),
    );
    return incident ? incidentRow(host, incident) : null;
  },

  'keeping.hold': async (host, { kind, id, hold, reason }, call) => {
    if (kind === 'matter') await mustKnow(host, id, call);
    await writeAs(host, call, async (draft) => {
      const { keyId } = isPeriodKind(kind) ? { keyId: HALL_KEY } : await objectOf(host, kind, id);
      const staffId = call.actor.staffId ?? '';
      if (hold)
        draft.add(
          'holds',
          uuid(),
          { kind, objectId: id, state: 'held', at: draft.at, staffId, releasedAt: null, releasedBy: '', reason },
          keyId,
        );
      else
        for (const each of await holdsOn(host, id))
          draft.put('holds', each.id, { state: 'released', releasedAt: draft.at, releasedBy: staffId, releaseReason: reason }, each.keyId);
      draft.audit(call.name, id, `${hold ? '暂停' : '恢复'}：${reason}`);
      return {};
    });
    return {};
  },

  'keeping.certificates': (host) =>
    host.db.reading(async () => {
      const { db, reader } = host;
      const rows = await reader.open('destructions', await db.rows('destructions').orderBy('at').reverse().limit(200).toArray());
      const staff = await reader.some(
        'staff',
        rows.flatMap(({ askedBy, approvedBy }) => [askedBy, approvedBy]),
      );
      const name = (id: string): string => staff.get(id)?.name ?? '';
      return rows
        .filter(({ kind }) => kind !== 'recording')
        .map(({ id, at, kind, label, reason, askedBy, approvedBy, backupsUntil }) => ({
          ...{ id, at, kind, label, reason, backupsUntil },
          askedByName: name(askedBy),
          approvedByName: name(approvedBy),
        }));
    }),

  'internal.keeping.keysGone': async (host, { ids }) => {
    await host.keys.erase(ids);
    await eraseLater(host.db, ids);
    host.forgetOpened();
    return null;
  },

  'internal.keeping.destroy': async (host, { kind, id, reason, approverId }, call) => {
    if (kind === 'matter') await mustKnow(host, id, call);
    return writeAs(host, call, (draft) => destroy(host, draft, { kind, id, reason, approverId }, call));
  },
};

async function destroy(
  host: Host,
  draft: Parameters<typeof certify>[1],
  { kind, id, reason, approverId }: { kind: KeptKind; id: string; reason: string; approverId: string },
  call: Call,
): Promise<{ certificateId: string; keyIds: string[] }> {
  const act = { askedBy: call.actor.staffId ?? '', approvedBy: approverId, reason };
  let keyIds: string[];
  let numbers: string[];
  if (kind === 'matter') {
    const matter = (await host.reader.one('matters', id)) ?? gone();
    numbers = await numbersOf(host, id);
    keyIds = await destroyMatter(host, draft, matter);
    for (const personId of await onlyIn(host, [matter])) keyIds.push(...(await destroyPerson(host, draft, personId)));
  } else if (isPeriodKind(kind)) {
    const { keys, label } = await destroyPeriod(host, draft, kind, id);
    keyIds = keys;
    numbers = [label];
  } else {
    const incident = (await host.reader.one('incidents', id)) ?? gone();
    numbers = [incident.number];
    keyIds = await destroyIncident(host, draft, incident);
  }
  const certificateId = await certify(host, draft, { kind, objectId: id, numbers }, keyIds, act);
  draft.audit('internal.keeping.destroy', numbers.join('、'), reason);
  return { certificateId, keyIds };
}

const gone = (): never => refuse('not-found', { message: '没有找到，可能已经销毁。请刷新列表。' });

async function objectOf(host: Host, kind: KeptKind, id: string): Promise<{ keyId: string }> {
  return (await host.reader.one(kind === 'matter' ? 'matters' : 'incidents', id)) ?? gone();
}

async function dueIncidents(host: Host, skip: number, limit: number): Promise<{ rows: KeptRow[]; more: boolean }> {
  const { retention } = await host.reader.settings();
  const today = host.clock.today();
  const found = await Promise.all(
    (['real', 'drill'] as const).map((mode) => {
      const last = dueUpTo(today, yearsOf(mode === 'drill' ? 'drill' : 'incident', retention));
      const until = last ? instantAt(last, '23:59') : 0;
      return host.db
        .rows('incidents')
        .where('[mode+raisedAt]')
        .between([mode, 0], [mode, until], true, true)
        .filter(({ state, erased }) => state === 'closed' && !erased)
        .limit(skip + limit + 1)
        .toArray();
    }),
  );
  const all = found.flat().sort((a, b) => Number(a.raisedAt) - Number(b.raisedAt));
  const page = await host.reader.open('incidents', all.slice(skip, skip + limit));
  return { rows: await Promise.all(page.map((incident) => incidentRow(host, incident))), more: all.length > skip + limit };
}

async function matterRow(host: Host, matter: Opened<'matters'>): Promise<KeptRow> {
  const { destroyableFrom, holds, kept } = await keepingOfMatter(host, matter);
  const person = await host.reader.one('persons', matter.personIds[0] ?? '');
  return {
    ...{ kind: 'matter' as const, id: matter.id, lastDay: matter.lastVisit, destroyableFrom, kept },
    label: (await numbersOf(host, matter.id)).join('、'),
    maskedName: person ? maskName(nameShown(person)) : '',
    hold: holds[0] ?? '',
  };
}

async function incidentRow(host: Host, incident: Opened<'incidents'>): Promise<KeptRow> {
  const { destroyableFrom, holds, kept } = await keepingOfIncident(host, incident);
  const lastDay = dayOf(incident.closedAt ?? incident.raisedAt);
  return {
    ...{ kind: 'incident' as const, id: incident.id, lastDay, destroyableFrom, kept },
    ...{ label: incident.number, maskedName: '', hold: holds[0] ?? '' },
  };
}
