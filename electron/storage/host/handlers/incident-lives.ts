import Dexie from 'dexie';
import { refuse } from '../../../../shared/errors';

import { careSight } from '../../../../shared/rules/care-note';
import { incidentPicture } from '../../../../shared/rules/incident-picture';
import { writeAs } from '../host';

import { addEntries, entriesOf } from '../incidents/incident-entries';
import { mustFind, runningIncidents } from '../incidents/running';
import { alarmView, incidentRow } from '../views/alarm-view';
import { notesInForce } from '../views/care-notes';
import { incidentView, timelineOf } from '../views/incident-view';
import type { LiveHandlers, RequestHandlers } from './types';

type Lives = 'alarm.running' | 'incident.view' | 'incident.timeline' | 'incident.list';

export const incidentLives: Pick<LiveHandlers, Lives> = {
  'alarm.running': async (host) => Promise.all((await runningIncidents(host)).map((incident) => alarmView(host, incident))),

  'incident.view': async (host, { id }) => {
    const incident = await host.reader.one('incidents', id);
    return incident ? incidentView(host, incident, await entriesOf(host, id)) : null;
  },

  'incident.timeline': async (host, { id, limit }) => {
    const incident = await host.reader.one('incidents', id);
    return incident ? timelineOf(host, incident, await entriesOf(host, id), limit) : { entries: [], total: 0 };
  },

  'incident.list': async ({ db, reader }, { drill, limit }) => {
    const mode = drill ? 'drill' : 'real';
    const rows = await db
      .rows('incidents')
      .where('[mode+raisedAt]')
      .between([mode, Dexie.minKey], [mode, Dexie.maxKey])
      .reverse()
      .limit(limit)
      .toArray();
    return (await reader.open('incidents', rows)).map(incidentRow);
  },
};

export const incidentLookHandlers: Pick<RequestHandlers, 'incident.careNotes' | 'incident.recordings'> = {
  'incident.recordings': async ({ db, reader, clock }) => {
    const talks = await reader.open('interviews', await db.rows('interviews').where('date').equals(clock.today()).toArray());
    const rows = await db
      .rows('recordings')
      .where('interviewId')
      .anyOf(talks.map(({ id }) => id))
      .toArray();
    const visits = await reader.some(
      'visits',
      talks.map(({ visitId }) => visitId),
    );
    const queueOf = new Map(talks.map(({ id, visitId }) => [id, visits.get(visitId)?.queueNumber ?? '']));
    return (await reader.open('recordings', rows))
      .filter(({ state }) => state !== 'destroyed')
      .sort((a, b) => b.startedAt - a.startedAt)
      .map(({ id, interviewId, startedAt, state }) => ({
        ...{ id, startedAt },
        queueNumber: queueOf.get(interviewId) ?? '',
        running: state === 'recording',
      }));
  },

  'incident.careNotes': async (host, { id, visitId, reason }, call) => {
    const ordinary = careSight(call.actor.roles) === 'detail';
    if (!ordinary && reason === '')
      refuse('refused', { message: '请写明为什么需要查看关怀提示。', fields: { reason: '请写明原因，查看会留痕' } });
    const visit = (await host.reader.one('visits', visitId)) ?? refuse('not-found');
    await writeAs(host, call, async (draft) => {
      const incident = await mustFind(host, id);
      const running = incident.state === 'active' || incident.state === 'controlled';
      // What a drill is about is no emergency, and a past one neither.
      if (!ordinary && (!running || incident.mode === 'drill')) refuse('forbidden');
      // Nor is it a way to the notes of everybody: only of those whom it is about.
      const about = incidentPicture(await entriesOf(host, id), incident.plan).visitIds;
      if (!ordinary && !about.includes(visitId)) refuse('refused', { message: '请先把这位来访人加入本次突发，再查看关怀提示。' });
      draft.audit('incident.careNotes', visitId, reason);
      await addEntries(host, draft, incident, call.actor.staffId ?? '', [{ kind: 'care-seen', visitId, reason }]);
      return { id };
    });
    const notes = await notesInForce(host, visit.personIds);
    return { notes: notes.map(({ arrangement, detail, expires }) => ({ arrangement, detail, expires })) };
  },
};
