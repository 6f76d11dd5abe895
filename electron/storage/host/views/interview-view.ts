import type { InterviewRow, InterviewView } from '../../../../shared/contract/interviews';
import { refuse } from '../../../../shared/errors';
import { SECRET_WORDS } from '../../../../shared/rules/mask';
import { standing } from '../../../../shared/rules/promises';
import type { Actor } from '../../protocol';
import type { Host } from '../host';
import { notesOf } from '../interviews/notes-of';
import { mayKnow } from '../interviews/secrecy';
import { teamView } from '../interviews/team-members';
import type { Opened } from '../tables';
import { nameShown } from './person-view';

type Interview = Opened<'interviews'>;
const HINTS = { escalate: 'hint.escalate', long: 'hint.long', calm: 'calm-corner' } as const;

/** All of an interview but its notes. Of those only what the screen works with is counted or listed: moods, hints, citations. */
export async function interviewView(host: Host, interview: Interview): Promise<InterviewView> {
  const { db, reader } = host;
  const visit = (await reader.one('visits', interview.visitId)) ?? refuse('not-found');
  const person = await reader.one('persons', visit.personIds[0] ?? '');
  const matter = await reader.one('matters', interview.matterId);
  const range = notesOf(db, interview.id);
  // Their open halves tell enough: no note is opened for it.
  const notes = await range.count();
  const marks = await range
    .clone()
    .filter((row) => row.kind === 'mood' || row.kind === 'basis' || row.amends !== undefined)
    .toArray();
  const moods = marks.flatMap((row) =>
    row.kind === 'mood' ? [{ mood: row.mood as InterviewView['mood'], elapsed: Number(row.elapsed) }] : [],
  );
  const lastOf = (hint: string): number => Number(marks.filter((row) => row.amends === hint).at(-1)?.elapsed ?? -1);
  return {
    id: interview.id,
    visitId: visit.id,
    matterId: interview.matterId,
    state: interview.state,
    number: visit.number,
    queueNumber: visit.queueNumber,
    name: person ? nameShown(person) : '（已删除）',
    kind: visit.kind,
    heads: visit.heads,
    summary: visit.summary,
    visitCount: visit.visitCount,
    needs: visit.needs,
    roomId: interview.roomId,
    startedAt: interview.startedAt,
    endedAt: interview.endedAt,
    endedElapsed: interview.endedElapsed,
    pausedElapsed: interview.pausedElapsed,
    pausedMs: interview.pausedMs,
    team: await teamView(host, interview.team),
    recusal: interview.recusal,
    overrideReason: interview.overrideReason,
    approverName: (await reader.one('staff', interview.approverId))?.name ?? '',
    focus: interview.focus,
    mood: interview.mood,
    moods,
    escalationDismissed: lastOf(HINTS.escalate),
    longDismissed: lastOf(HINTS.long) >= 0,
    calmCorner: marks.filter((row) => row.amends === HINTS.calm).length % 2 === 1,
    citations: marks.filter((row) => row.kind === 'basis').length,
    notes,
    disposal: interview.disposal,
    promises: await promisesOf(host, interview.id),
    secret: matter?.secret ?? false,
    signing: signingOf(interview),
  };
}

async function promisesOf({ db, reader, clock }: Host, interviewId: string): Promise<InterviewView['promises']> {
  const promises = await reader.open('promises', await db.rows('promises').where('interviewId').equals(interviewId).toArray());
  return promises
    .sort((a, b) => a.due.localeCompare(b.due))
    .map((each) => ({ label: each.label, due: each.due, provisional: each.provisional, state: standing(each, clock.today()) }));
}

function signingOf({ signed, signedAt, signing }: Interview): InterviewView['signing'] {
  if (signed === '' || signedAt === null || !signing) return null;
  const { attachmentId, reason, witness, readBack } = signing;
  return { how: signed, at: signedAt, readBack, attachmentId, reason, witness };
}

/** Lines of a list. What a secret matter is about, and its result with it, is told to the people named only. */
export async function interviewRows({ reader, steady }: Host, interviews: readonly Interview[], actor: Actor): Promise<InterviewRow[]> {
  const visits = await reader.some(
    'visits',
    interviews.map((each) => each.visitId),
  );
  const people = await reader.some(
    'persons',
    [...visits.values()].flatMap((visit) => visit.personIds[0] ?? []),
  );
  const matters = await reader.some(
    'matters',
    interviews.map((each) => each.matterId),
  );
  const { hall } = await steady.settings();
  return interviews.flatMap((each): InterviewRow[] => {
    const visit = visits.get(each.visitId);
    const matter = matters.get(each.matterId);
    if (!visit || !matter) return [];
    const person = people.get(visit.personIds[0] ?? '');
    const hidden = !mayKnow(matter, actor);
    return [
      {
        id: each.id,
        visitId: visit.id,
        queueNumber: visit.queueNumber,
        number: visit.number,
        name: person ? nameShown(person) : '（已删除）',
        summary: matter.secret ? SECRET_WORDS : visit.summary,
        state: each.state,
        roomName: hall.rooms.find((room) => room.id === each.roomId)?.name ?? '',
        startedAt: each.startedAt,
        endedAt: each.endedAt,
        result: hidden ? '' : each.result,
        signed: hidden ? '' : each.signed,
        hidden,
      },
    ];
  });
}
