import { appError, refuse } from '../../shared/errors';
import { Refusal } from '../../shared/result';
import { secondsToWait } from '../../shared/rules/sign-in-delay';
import { checkPin } from '../security/pin';
import type { StaffSecret } from '../storage/internal';
import type { Storage } from '../storage/storage';

/**
 * A person and their PIN: at sign-in, at the lock, and as the checker's own code at 核对. Wrong tries are counted
 * in the storage (a restart does not forgive them) and slow down only the person they were made for.
 */
export class PinChecker {
  private readonly busy = new Map<string, Promise<unknown>>();

  constructor(
    private readonly storage: () => Storage,
    private readonly now: () => number,
  ) {}

  /** @throws Refusal `wrong-pin`, `wait` (with seconds) or `not-found` */
  async check(staffId: string, pin: string): Promise<StaffSecret> {
    // One try at a time for a person: tries side by side would all be counted as the first.
    const before = this.busy.get(staffId) ?? Promise.resolve();
    const turn = before.catch(() => {}).then(() => this.checkNow(staffId, pin));
    this.busy.set(staffId, turn);
    try {
      return await turn;
    } finally {
      if (this.busy.get(staffId) === turn) this.busy.delete(staffId);
    }
  }

  private async checkNow(staffId: string, pin: string): Promise<StaffSecret> {
    const storage = this.storage();
    const secret = await storage.internal('internal.staffSecret', { staffId });
    if (!secret?.active) refuse('not-found', { message: '没有这位工作人员，或已停用。请另选一位，或联系系统管理员。' });
    const wait = secondsToWait(secret.wrongTries, secret.lastWrongAt, this.now());
    if (wait > 0) throw waitError(wait);
    const right = await checkPin(pin, secret.pinHash);
    if (right && secret.wrongTries === 0) return secret;
    await storage.internal('internal.signInTried', { staffId, right }, staffId);
    if (right) return secret;
    const next = secondsToWait(secret.wrongTries + 1, this.now(), this.now());
    throw next > 0 ? waitError(next) : new Refusal(appError('wrong-pin'));
  }
}

const waitError = (seconds: number): Refusal =>
  new Refusal(appError('wait', { message: `PIN 多次输错，请 ${seconds} 秒后再试。忘记 PIN 请联系系统管理员重设。`, waitSeconds: seconds }));
