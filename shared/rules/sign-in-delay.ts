/**
 * How long a sign-in must wait after wrong tries: two are free (a slip of the finger), then 5 s, 10 s, 20 s …
 * up to 15 minutes. A four-digit PIN tried through takes weeks. [default]
 * @returns seconds after the last wrong try
 */
export function signInDelay(wrongTries: number): number {
  if (wrongTries < 3) return 0;
  return Math.min(5 * 2 ** (wrongTries - 3), 15 * 60);
}

/** Whole seconds still to wait at `now` (ms UTC). */
export function secondsToWait(wrongTries: number, lastWrongAt: number, now: number): number {
  const until = lastWrongAt + signInDelay(wrongTries) * 1000;
  // A clock set back must not lock anyone out for longer than the delay itself.
  return Math.max(0, Math.min(Math.ceil((until - now) / 1000), signInDelay(wrongTries)));
}
