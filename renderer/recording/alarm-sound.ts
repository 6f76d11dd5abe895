import { playTones } from '../components/tones';

/** Two short tones: heard in a room where people talk, and not the fire alarm. */
export const soundAlarm = (): void =>
  playTones(
    [
      { at: 0, frequency: 880, seconds: 0.18 },
      { at: 0.25, frequency: 660, seconds: 0.18 },
    ],
    0.2,
  );
