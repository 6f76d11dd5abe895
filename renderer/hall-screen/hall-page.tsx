import { useEffect, useState } from 'react';
import type { HallDisplay } from '../../shared/domain/hall-screen';
import { Calls, type ShownCall } from './calls';
import { Head } from './head';
import { Notices } from './notices';
import { Side } from './side';
import { TEXTS } from './texts';
import { useHallDisplay, useHallScreen, useSecond } from './use-hall';
import { useSpokenCalls } from './use-spoken-calls';

const BEFORE_TOLD: HallDisplay = { sound: 'none', voiceName: '', kiosk: true, clockOffsetMs: 0, test: null };
/** How long a test call stands on the screen. */
const TEST_MS = 15_000;

export function HallPage() {
  const hall = useHallScreen();
  const told = useHallDisplay();
  const display = told ?? BEFORE_TOLD;
  const now = useSecond(display.clockOffsetMs);
  const test = useTest(told);
  useSpokenCalls(hall?.calls ?? null, told, test);

  if (!hall || !told) return <div className="hall hall-starting">{TEXTS.starting}</div>;
  const testing = test !== null && now - test.calledAt < TEST_MS;
  const calls: ShownCall[] = testing ? [{ ...test, nameMasked: '', test: true }, ...hall.calls] : hall.calls;
  return (
    <div className={`hall ${display.kiosk ? 'hall-kiosk' : ''}`}>
      <Head unitName={hall.unitName} demo={hall.demo} now={now} />
      <main className="hall-main">
        <Calls calls={calls} now={now} />
        <Side hall={hall} />
      </main>
      <Notices lines={hall.notice} now={now} />
    </div>
  );
}

/** Only a test asked for while this page lives: after a restart of the page the old one is no news. */
function useTest(display: HallDisplay | null) {
  const [first, setFirst] = useState<number | null>(null);
  const n = display?.test?.n ?? 0;
  const known = display !== null;
  useEffect(() => {
    if (known) setFirst((seen) => seen ?? n);
  }, [known, n]);
  const test = display?.test;
  if (!test || first === null || test.n <= first) return null;
  return { queueNumber: TEXTS.testNumber, roomName: TEXTS.testRoom, calledAt: test.at, calls: test.n };
}
