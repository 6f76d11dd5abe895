import { z } from 'zod';
import { Instant, text } from './basics';

/** How a call is heard. `voice` falls back to the chime where the system has no Chinese voice. */
export const CallSound = z.enum(['voice', 'chime', 'none']);
export type CallSound = z.infer<typeof CallSound>;

/** The second display of one desk: displays, their cables and their loudspeakers belong to a machine, not to the hall. */
export const HallScreenSettings = z.object({
  on: z.boolean().default(false),
  /** Electron's id of the display; '' is the first that is not the desk's. */
  displayId: z.string().max(40).default(''),
  /** What the display calls itself: ids may change with a driver, names do not. */
  displayLabel: text(80).default(''),
  /** A desk with one display shows the hall screen in an ordinary window. */
  windowed: z.boolean().default(false),
  sound: CallSound.default('voice'),
  /** The voice's own name; '' is the system's first Chinese one. */
  voiceName: z.string().max(200).default(''),
});
export type HallScreenSettings = z.infer<typeof HallScreenSettings>;

/** What the hall window is told beside the calls. Nothing of any visitor. */
export const HallDisplay = z.object({
  sound: CallSound,
  voiceName: z.string(),
  /** On a display of its own, where no pointer has anything to do. */
  kiosk: z.boolean(),
  clockOffsetMs: z.number().int(),
  /** The last 「试叫」 of this run. */
  test: z.object({ n: z.number().int(), at: Instant }).nullable(),
});
export type HallDisplay = z.infer<typeof HallDisplay>;

/** `waiting`: switched on, but its display is not there. */
export const HallWindowState = z.enum(['off', 'full', 'window', 'waiting']);
export type HallWindowState = z.infer<typeof HallWindowState>;

export const HallScreenStatus = z.object({
  state: HallWindowState,
  displays: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      width: z.number().int(),
      height: z.number().int(),
      /** The desk's own window stands here. */
      desk: z.boolean(),
    }),
  ),
});
export type HallScreenStatus = z.infer<typeof HallScreenStatus>;
