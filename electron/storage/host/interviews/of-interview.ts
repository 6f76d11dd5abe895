import { refuse } from '../../../../shared/errors';
import type { Call, Host } from '../host';
import type { Opened } from '../tables';
import { mustKnow } from './secrecy';

type Interview = Opened<'interviews'>;

/** An interview that this person may know. @throws Refusal `not-found`, `damaged`, `secret` */
export async function interviewFor(host: Host, id: string, call: Call): Promise<Interview> {
  const interview = (await host.reader.one('interviews', id)) ?? refuse('not-found', { message: '没有找到这次接谈。' });
  if (interview.unreadable) refuse('damaged');
  await mustKnow(host, interview.matterId, call);
  return interview;
}

/**
 * One that still runs: nothing is added to an ended one but amendments. Asked under the write lock, for it may have ended
 * since the request came; whether this person may know it was asked before (`interviewFor`), as a refusal is a write itself.
 */
export async function runningNow({ reader }: Host, id: string): Promise<Interview> {
  const interview = (await reader.one('interviews', id)) ?? refuse('not-found', { message: '没有找到这次接谈。' });
  if (interview.state === 'ended' || interview.state === 'cancelled')
    refuse('conflict', { message: '这次接谈已经结束，什么也没有改变；要补充请用「补正」。' });
  return interview;
}
