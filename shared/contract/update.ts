import { z } from 'zod';
import type { Role } from '../domain/basics';
import { UpdateState } from '../domain/update';
import { command, live, query } from './define';

const none = z.object({});
const UPDATERS: readonly Role[] = ['administrator'];

/** Updates from a place of the unit's own network. Whether and from where is the administrator's policy, no request. */
export const updateContract = {
  'update.state': live('main', UPDATERS, none, UpdateState),
  /** Looks now, and goes on in the background: `update.state` tells how far. */
  'update.check': query('main', UPDATERS, none, none),
  /** Why not now; empty: now. */
  'update.blockers': query('main', UPDATERS, none, z.array(z.string())),
  /** A backup, then the installation. The program is started anew, or what root has to do stands in the state. Audited. */
  'update.install': command('main', UPDATERS, none, none),
} as const;
