import type { HallScreen } from '../../shared/domain/hall';
import { TEXTS } from './texts';

export type ShownCall = HallScreen['calls'][number] & { test?: boolean };

/** A call stands out this long, steadily: nothing in a hall of upset people blinks. */
const FRESH_MS = 20_000;
/** The newest large, the earlier ones below it until they have gone in. */
export function Calls({ calls, now }: { calls: readonly ShownCall[]; now: number }) {
  const [newest, ...earlier] = calls;
  if (!newest) {
    return (
      <section className="hall-calls hall-quiet">
        <p className="hall-quiet-first">{TEXTS.quiet}</p>
        <p className="hall-quiet-more">{TEXTS.quietMore}</p>
      </section>
    );
  }
  return (
    <section className="hall-calls" aria-label={TEXTS.nowCalled} aria-live="polite">
      <Call key={keyOf(newest)} call={newest} now={now} large />
      <div className="hall-earlier">
        {earlier.slice(0, 4).map((call) => (
          <Call key={keyOf(call)} call={call} now={now} />
        ))}
      </div>
    </section>
  );
}

const keyOf = (call: ShownCall): string => `${call.test ? 'test' : call.queueNumber} ${call.calls}`;

function Call({ call, now, large = false }: { call: ShownCall; now: number; large?: boolean }) {
  const fresh = now - call.calledAt < FRESH_MS;
  return (
    <article className={`call ${large ? 'call-large' : 'call-row'} ${fresh ? 'call-fresh' : ''}`}>
      <p className="call-number">
        {call.queueNumber}
        <span className="call-hao">{TEXTS.hao}</span>
      </p>
      <p className="call-name">{call.test ? TEXTS.test : call.nameMasked}</p>
      <p className="call-room">
        <span className="call-please">{TEXTS.please}</span>
        {call.roomName || TEXTS.noRoom}
      </p>
      {large && !call.test && call.calls > 1 && <p className="call-times">{TEXTS.recalled(call.calls)}</p>}
    </article>
  );
}
