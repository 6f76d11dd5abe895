import { v7 as uuid } from 'uuid';
import { type MachinePolicy, NO_POLICY, type PolicyView } from '../../shared/domain/machine-policy';
import type { Settings } from '../../shared/domain/settings';
import { appError } from '../../shared/errors';
import type { AppError } from '../../shared/result';
import { lockSeconds, managedFields, managedPrinting } from '../../shared/rules/machine-policy';
import { log } from '../log';
import { Observable } from '../observable';
import type { Storage } from '../storage/storage';
import { type PolicyPlace, readPolicy } from './read-policy';

type Known = Pick<Settings, 'rules' | 'printing'>;

/** What the administrator's policy sets on this PC, read once at the start, and what follows from it. */
export class Managed {
  readonly view = new Observable<PolicyView>(NO_POLICY);
  private known: Known | null = null;

  constructor(private readonly place: PolicyPlace) {}

  async read(): Promise<void> {
    this.view.set(await readPolicy(this.place));
    const { found, values, refused, place } = this.view.get();
    if (found) log.info(`policy: ${place}: ${Object.keys(values).join(', ') || 'nothing'}; refused ${refused.length}`);
  }

  get policy(): MachinePolicy {
    return this.view.get().values;
  }

  /** The router asks before anybody answers. */
  refuses(name: string, input: unknown): AppError | null {
    const fields = managedFields(this.policy, this.known, name, input);
    if (Object.keys(fields).length === 0) return null;
    return appError('refused', { message: '这一项由管理员策略设定，不能在这里更改，尚未保存。请联系 IT 人员修改策略。', fields });
  }

  /** @returns seconds after which this PC locks, by what is set and by the policy */
  follow(settings: Known, storage: Storage, deskCode: string): number {
    this.known = settings;
    const printing = managedPrinting(this.policy, settings.printing);
    // A row of this desk, with its line in the trail: every paper takes its printer from there.
    if (printing) {
      void storage.request('settings.printing', printing, { staffId: null, roles: [], deskCode }, uuid()).then((result) => {
        if (!result.ok) log.warn(`policy: printer not set: ${result.error.code}`);
      });
    }
    return lockSeconds(this.policy, settings.rules);
  }
}
