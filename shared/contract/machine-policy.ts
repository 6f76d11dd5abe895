import { z } from 'zod';
import { PolicyView } from '../domain/machine-policy';
import { live } from './define';

export const machinePolicyContract = {
  /** What the IT office set for this PC: the settings show it, the router holds it. */
  'managed.view': live('main', 'signed-in', z.object({}), PolicyView),
} as const;
