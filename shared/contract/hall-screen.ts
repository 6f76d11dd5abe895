import { z } from 'zod';
import { HallScreen } from '../domain/hall';
import { HallDisplay, HallScreenSettings, HallScreenStatus } from '../domain/hall-screen';
import { command, live, query } from './define';
import { HALL, PRINTERS } from './roles';

const none = z.object({});

/**
 * 叫号大屏. The two queries with access `hall-screen` are all that the second window may ask: it writes nothing, and what
 * it hears holds numbers, masked names and rooms.
 */
export const hallScreenContract = {
  'hall.screen': live('storage', 'hall-screen', none, HallScreen),
  'hall.display': live('main', 'hall-screen', none, HallDisplay),

  /** Which displays there are, and where the hall window stands. */
  'hallScreen.status': live('main', 'signed-in', none, HallScreenStatus),
  /** Ctrl+Alt+D: shows it, in a window where there is no second display, or hides it. Remembered over restarts. */
  'hallScreen.toggle': query('main', [...HALL, 'administrator'], none, HallScreenStatus),
  /** 「试叫」: a number that no visitor has is shown and spoken. `shown` is false while the window is not open. */
  'hallScreen.test': query('main', PRINTERS, none, z.object({ shown: z.boolean() })),
  'settings.hallScreen': command('storage', PRINTERS, HallScreenSettings, none),
} as const;
