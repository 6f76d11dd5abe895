import { v7 as uuid } from 'uuid';
import type { EntryData } from '../../../../shared/domain/incident';
import { INCIDENT_CODES } from '../../../../shared/domain/incident-plan';
import { CATALOGUE } from '../../../../shared/incidents/catalogue';
import { FIRST_LEVEL } from '../../../../shared/rules/incident-picture';
import { incidentKeyId } from '../data-keys';
import type { Draft } from '../draft';

/** One visit in a hundred had an incident, for the bench. */
const VISITS_AN_INCIDENT = 100;
const MINUTE = 60_000;

interface Past {
  /** Of the visit beside which it happened. */
  n: number;
  /** ms UTC. */
  at: number;
  day: string;
  deskCode: string;
  staffId: string;
}

/** A past incident of a dozen lines beside every hundredth visit, as the ordinary acts would have left it. */
export function addPastIncident(draft: Draft, { n, at, day, deskCode, staffId }: Past): void {
  if (n % VISITS_AN_INCIDENT !== 0) return;
  const plan = CATALOGUE[INCIDENT_CODES[(n / VISITS_AN_INCIDENT) % INCIDENT_CODES.length] ?? 'E01'];
  const lines: EntryData[] = [
    { kind: 'raised', signedIn: true },
    { kind: 'type', code: plan.code, reason: '' },
    { kind: 'sent', how: 'chosen' },
    { kind: 'people', count: 1 + (n % 40) },
    ...plan.steps.map(({ id }): EntryData => ({ kind: 'step', stepId: id, outcome: 'done', reason: '', danger: false })),
    { kind: 'note', text: `门口有 ${1 + (n % 9)} 人围观，已请他们到休息区` },
    { kind: 'controlled', text: '' },
    { kind: 'lifted', reason: '人已离开，秩序恢复' },
    { kind: 'whereabouts', people: '本人由家属接回', items: '', evidence: '录像 3 号' },
    { kind: 'closed', reason: '' },
  ];
  const id = uuid({ msecs: at });
  const keyId = draft.newKey(incidentKeyId(id));
  const endedAt = at + lines.length * MINUTE;
  draft.add(
    'incidents',
    id,
    {
      ...{ number: `${day.replaceAll('-', '')}-${deskCode}-T${String((n / VISITS_AN_INCIDENT) % 100).padStart(2, '0')}`, date: day },
      ...{ deskCode, raisedAt: at, state: 'closed', code: plan.code, level: FIRST_LEVEL, mode: 'real', reporterId: staffId },
      ...{ edition: 1, closedAt: endedAt, plan, drillPlan: '', participants: '' },
    },
    keyId,
  );
  for (const [i, data] of lines.entries()) {
    const open = { incidentId: id, n: i, at: at + i * MINUTE, elapsed: i * MINUTE, kind: data.kind, staffId, deskCode };
    draft.add('incidentEntries', uuid({ msecs: open.at }), { ...open, data }, keyId);
  }
}
