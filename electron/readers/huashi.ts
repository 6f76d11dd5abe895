import { setTimeout as wait } from 'node:timers/promises';
import { type ReaderAnswer, readAnswer, succeeded } from '../../shared/rules/reader-answer';
import { type ReaderAdapter, ReaderFault } from './adapter';
import { decodeAnswer } from './decode';
import { getLocal } from './local-get';

/** As its own callers do: asked again and again, for the service does not wait for a card. */
const POLL_MS = 500;

/**
 * The local service of 华视 readers (domain: identity 7.5): /OpenDevice, then /readcard until there is a card, at the end
 * always /CloseDevice. `resultFlag` 0 is success; without a card it answers -11 「读卡失败」 and empty fields.
 */
export class HuashiReader implements ReaderAdapter {
  constructor(
    private readonly port: number,
    private readonly pollMs = POLL_MS,
  ) {}

  async read(signal: AbortSignal): Promise<ReaderAnswer> {
    let looked = false;
    try {
      await this.open(signal);
      for (;;) {
        const answer = await this.ask('/readcard', signal);
        if (isCard(answer)) return answer;
        looked = true;
        await wait(this.pollMs, undefined, { signal });
      }
    } catch (error) {
      // At the limit: was there an answer, only no card, or nothing at all?
      if (signal.aborted) throw new ReaderFault(looked ? 'no-card' : 'silent');
      throw error;
    }
  }

  async leave(signal: AbortSignal): Promise<void> {
    await getLocal(this.port, '/CloseDevice', signal).catch(() => {});
  }

  private async open(signal: AbortSignal): Promise<void> {
    const answer = await this.ask('/OpenDevice', signal);
    if (answer.flag === undefined && answer.message === undefined) throw new ReaderFault('unreadable', 'no flag');
    const open = succeeded(answer) || (answer.flag === undefined && /成功/.test(answer.message ?? ''));
    // Left open by another program, or by a run that was ended: that will do.
    if (!open && !/已.*打开|重复打开/.test(answer.message ?? '')) throw new ReaderFault('no-device', `flag ${answer.flag?.slice(0, 8)}`);
  }

  private async ask(path: string, signal: AbortSignal): Promise<ReaderAnswer> {
    const answer = readAnswer(decodeAnswer(await getLocal(this.port, path, signal)));
    if (!answer) throw new ReaderFault('unreadable', 'no fields');
    return answer;
  }
}

/** A service that failed may still hold the card before: its fields count only with its word that it read one. */
function isCard(answer: ReaderAnswer): boolean {
  if (answer.flag !== undefined && !succeeded(answer)) return false;
  if (answer.number || answer.name) return true;
  if (answer.flag === undefined && answer.message === undefined) throw new ReaderFault('unreadable', 'no flag');
  return false;
}
