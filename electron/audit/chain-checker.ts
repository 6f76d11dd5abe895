import { type ChainCheck, NO_CHECK } from '../../shared/domain/audit';
import { describe, log } from '../log';
import { Observable } from '../observable';
import type { InternalRequests } from '../storage/internal';
import type { ChainPlace } from '../storage/internal-keeping';
import type { Store } from '../store';

/** The whole chain, batch by batch, and the journal's files: at the start, and whenever somebody asks. */
export class ChainChecker {
  readonly view = new Observable<ChainCheck>(NO_CHECK);
  private running: Promise<ChainCheck> | null = null;

  constructor(
    private readonly store: () => Store,
    private readonly now: () => number,
  ) {}

  /** Never throws: what could not be checked is told as that. One that runs already answers both. */
  run(): Promise<ChainCheck> {
    this.running ??= this.check().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async check(): Promise<ChainCheck> {
    this.view.set({ ...NO_CHECK, phase: 'running' });
    try {
      const { storage, journal } = this.store();
      const findings = await journal.inspect();
      let done = 0;
      for (let after: ChainPlace | null = null; ; ) {
        const part: InternalRequests['internal.verifyChainPart']['output'] = await storage.internal('internal.verifyChainPart', { after });
        done += part.batches;
        const { total, aside } = part;
        after = part.after;
        if (after) this.view.update({ done, total });
        else return this.end({ done, total: Math.max(total, done), aside, findings, brokenAt: part.brokenAt ?? '' });
      }
    } catch (error) {
      log.error(`chain check: ${describe(error)}`);
      return this.end({ phase: 'failed' });
    }
  }

  private end(result: Partial<ChainCheck>): ChainCheck {
    const whole = result.brokenAt === '' && result.findings?.length === 0;
    this.view.update({ phase: whole ? 'whole' : 'broken', at: this.now(), ...result });
    const { done, phase, brokenAt } = this.view.get();
    log.info(`chain: ${done} batches, ${phase}${brokenAt && ` at ${brokenAt}`}`);
    return this.view.get();
  }
}
