import type { FlowAct } from '../../../../shared/domain/hall';
import { refuse } from '../../../../shared/errors';
import type { Draft } from '../draft';
import type { Call, Host } from '../host';
import type { Opened } from '../tables';
import { addNotes } from './add-note';
import { notesOf } from './notes-of';

type Visit = Opened<'visits'>;

/**
 * Acts of the hall that touch an interview: it begins with its team and ends with its result, both on its own screen;
 * what was only begun by mistake may be taken back, what holds a word of somebody may not.
 */
export async function guardInterview(host: Host, draft: Draft, visit: Visit, act: FlowAct, call: Call): Promise<void> {
  if (act.act === 'enter') refuse('refused', { message: '请用「开始接谈」安排接谈组后进入接访室，什么也没有改变。' });
  if (act.act !== 'end' && act.act !== 'undo' && act.act !== 'transfer') return;
  const interview = await runningOf(host, visit.id);
  if (act.act === 'end' && interview) refuse('refused', { message: '请在「接谈」里选好处理结果，再结束接谈。什么也没有改变。' });
  // The record goes with its people, there and back again.
  const roomId = act.act === 'transfer' ? act.roomId : act.act === 'undo' && !visit.undo?.state ? (visit.undo?.roomId ?? '') : '';
  if (interview && roomId !== '') {
    const { hall } = await host.steady.settings();
    const room = hall.rooms.find(({ id }) => id === roomId)?.name ?? '';
    draft.put('interviews', interview.id, { roomId }, interview.keyId);
    await addNotes(host, draft, interview, [{ kind: 'event', text: `转到${room}继续。`, staffId: call.actor.staffId ?? '' }]);
  }
  if (act.act === 'undo' && visit.undo && 'state' in visit.undo) await takeBack(host, draft, visit, interview);
}

async function takeBack({ db }: Host, draft: Draft, visit: Visit, running: Opened<'interviews'> | undefined): Promise<void> {
  if (visit.state === 'ended') {
    const ended = await db.rows('interviews').where('visitId').equals(visit.id).count();
    if (ended > 0) refuse('refused', { message: '接谈已有处理结果，不能撤回；要更正请用「补正」。什么也没有改变。' });
  }
  if (visit.state !== 'interview' || !running) return;
  const spoken = await notesOf(db, running.id)
    .filter((row) => row.kind !== 'event')
    .count();
  const heard = await db.rows('recordings').where('interviewId').equals(running.id).count();
  if (spoken + heard > 0)
    refuse('refused', { message: '接谈已有记录或录音，不能撤回；请以「来访人自行离开」等结果结束。什么也没有改变。' });
  draft.put('interviews', running.id, { state: 'cancelled', endedAt: draft.at }, running.keyId);
}

/** The interview that goes on with these people now. */
export async function runningOf({ db, reader }: Host, visitId: string): Promise<Opened<'interviews'> | undefined> {
  const rows = await reader.open('interviews', await db.rows('interviews').where('visitId').equals(visitId).toArray());
  return rows.find((row) => row.state === 'talking' || row.state === 'paused');
}
