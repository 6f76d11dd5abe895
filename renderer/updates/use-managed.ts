import type { MachinePolicy } from '../../shared/domain/machine-policy';
import { useLive } from '../hooks/use-live';

const NOTHING: MachinePolicy = {};

/** What the administrator's policy sets on this PC; empty until it is known, and where there is none. */
export const useManaged = (): MachinePolicy => useLive('managed.view', {}).value?.values ?? NOTHING;
