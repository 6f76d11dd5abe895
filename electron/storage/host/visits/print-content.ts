import { v7 as uuid } from 'uuid';
import { buildCalibration } from '../../../../shared/documents/calibration';
import { buildCard } from '../../../../shared/documents/card';
import type { PrintContent } from '../../../../shared/documents/content';
import { buildProxyLetter } from '../../../../shared/documents/proxy-letter';
import type { PrintState } from '../../../../shared/domain/printing';
import type { Settings } from '../../../../shared/domain/settings';
import { HALL_KEY, matterKeyId } from '../data-keys';
import type { Draft } from '../draft';
import type { Host } from '../host';
import { nameShown } from '../views/person-view';
import type { VisitFields } from './add-visit';
import type { PersonFields } from './enrol';

/** A visit with all that its papers name, whether it is being made or was read. */
export interface PaperFacts {
  id: string;
  visit: VisitFields;
  people: readonly PersonFields[];
  /** Staff id → name. */
  staff: ReadonlyMap<string, string>;
  demo: boolean;
}

export function cardContent({ id, visit, people, staff, demo }: PaperFacts, settings: Settings, reprint = 0): PrintContent {
  const [first] = people;
  if (!first) throw new Error('a visit without people has no card');
  const { name, sex, docType, docNumber, phone } = first;
  const model = buildCard(
    {
      ...visit,
      visitId: id,
      person: { name, sex, docType, docNumber, phone },
      representatives: people.length,
      representative: 1,
      checkerName: staff.get(visit.checkerId) ?? '',
      registeredByName: staff.get(visit.registeredBy) ?? '',
      reprint,
      demo,
    },
    settings,
  );
  return { kind: 'card', model };
}

export function letterContent({ visit, people, demo }: PaperFacts, settings: Settings): PrintContent {
  const model = buildProxyLetter({
    ...visit,
    demo,
    unitName: settings.unit.name,
    representativeCap: settings.rules.representativeCap,
    representatives: people.map((person) => ({
      name: nameShown(person),
      docType: person.docType,
      docNumber: person.docNumber,
      phone: person.phone,
      address: person.address,
    })),
  });
  return { kind: 'proxy-letter', model };
}

export const calibrationContent = (printer: string, at: number, { unit }: Settings, demo: boolean): PrintContent => ({
  kind: 'calibration',
  model: buildCalibration({ unitName: unit.name, printer, at, demo }),
});

interface NewJob {
  content: PrintContent;
  visit: { id: string; matterId: string; number: string; queueNumber: string } | null;
  /** The incident it is a paper of, by whose key it is sealed. */
  incident?: { id: string; keyId: string };
  /** What the person at the desk knows it by; absent: the visit's numbers. */
  label?: string;
  deskCode: string;
  printer: string;
  reprint: number;
  reason: string;
}

/** The job as a stored row with its frozen content: from here on no printer can lose it. */
export function addPrintJob(draft: Draft, { content, visit, incident, label, deskCode, printer, reprint, reason }: NewJob): string {
  const id = uuid();
  const at = draft.at;
  const open = {
    kind: content.kind,
    visitId: visit?.id,
    incidentId: incident?.id,
    deskCode,
    state: 'queued' as const,
    reprint,
    createdAt: at,
    changedAt: at,
  };
  const named = label ?? (visit ? `${visit.queueNumber} ${visit.number}` : '');
  const keyId = incident?.keyId ?? (visit ? matterKeyId(visit.matterId) : HALL_KEY);
  draft.add('printJobs', id, { ...open, label: named, printer, content, note: '', reason }, keyId);
  return id;
}

const NOT_ON_PAPER: readonly PrintState[] = ['queued', 'rendering', 'ready', 'failed'];

/** A void registration gets no card: what has not reached the printer is cancelled with it. */
export async function withdrawPrints({ db, reader }: Host, draft: Draft, visitId: string): Promise<void> {
  const stored = await db.rows('printJobs').where('visitId').equals(visitId).toArray();
  for (const job of await reader.open('printJobs', stored)) {
    if (!NOT_ON_PAPER.includes(job.state)) continue;
    draft.put('printJobs', job.id, { state: 'cancelled', changedAt: draft.at, note: '登记已作废' }, job.keyId);
  }
}
