import { v7 as uuid } from 'uuid';
import type { InterviewView } from '../../../shared/contract/interviews';
import type { DisposalInput } from '../../../shared/domain/disposal';
import { FOCUS_FIELDS } from '../../../shared/domain/interview';
import type { Result } from '../../../shared/result';
import { actor, type Desk, staffIds } from './desk';
import { first } from './lives';

/** Who keeps the record in these tests. */
export const TALKER = actor(staffIds.talker, 'interviewer');
export const TEAM = { lead: staffIds.talker, recorder: staffIds.clerk, observer: staffIds.guard, others: [] };

interface Beginning {
  from?: string;
  team?: Partial<typeof TEAM>;
  override?: { reason: string; approverId: string };
}

export function tryBegin(desk: Desk, visitId: string, roomId: string, { from = 'issued', team = {}, override }: Beginning = {}) {
  const input = { visitId, from, roomId, team: { ...TEAM, ...team }, recusal: { declared: false, note: '' }, override };
  return desk.call('internal.interview.begin', input, TALKER) as Promise<Result<{ interviewId: string }>>;
}

/** As the router does after the PIN of who allowed it. @returns the interview's id */
export async function begin(desk: Desk, visitId: string, roomId: string, more: Beginning = {}): Promise<string> {
  const result = await tryBegin(desk, visitId, roomId, more);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.interviewId;
}

export async function fillFocus(desk: Desk, id: string): Promise<void> {
  for (const field of FOCUS_FIELDS)
    await desk.request(
      'interview.focus',
      { id, field, entry: { text: field === 'demand' ? '补发差额' : '', unstated: field !== 'demand' } },
      TALKER,
    );
}

export const tryEnd = (desk: Desk, id: string, disposal: DisposalInput) =>
  desk.try('interview.end', { requestId: uuid(), id, disposal }, TALKER);

/** Ends with the shortest result there is, unless another is given. */
export async function end(desk: Desk, id: string, disposal: DisposalInput = { result: 'left', reason: '来访人有事先走' }) {
  const result = await tryEnd(desk, id, disposal);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A whole interview of nothing but its beginning and its end. */
export const talk = async (desk: Desk, visitId: string, roomId: string, from = 'issued'): Promise<string> => {
  const id = await begin(desk, visitId, roomId, { from });
  await end(desk, id);
  return id;
};

export const say = (desk: Desk, id: string, text: string, elapsed = 0) =>
  desk.request('interview.note', { requestId: uuid(), id, note: { kind: 'visitor', text, elapsed } }, TALKER);

export const boardNow = (desk: Desk) => first(desk, 'interview.board', {}, TALKER);
export async function view(desk: Desk, id: string): Promise<InterviewView> {
  const found = await first(desk, 'interview.get', { id }, TALKER);
  if (!found) throw new Error('no such interview');
  return found;
}
export const notes = async (desk: Desk, id: string) => (await first(desk, 'interview.notes', { id, limit: 100 }, TALKER)).notes;
