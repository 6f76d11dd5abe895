import type { HallScreen } from '../../shared/domain/hall';
import { TEXTS } from './texts';

export type ShownCall = HallScreen['calls'][number] & { test?: boolean };

/** A call stands out this long, steadily: nothing in a hall of upset people blinks. */
const FRESH_MS = 20_000;
/** What the height holds. */
const EARLIER_AT_MOST = 3;
/** 「第二接访室」 fits in one large line; a longer name takes two smaller ones, never three dots. */
const LONG_ROOM = 5;

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
      <NewestCall key={keyOf(newest)} call={newest} now={now} others={earlier.length} />
      {earlier.length > 0 && (
        <div className="hall-earlier">
          {earlier.slice(0, EARLIER_AT_MOST).map((call) => (
            <EarlierCall key={keyOf(call)} call={call} now={now} />
          ))}
        </div>
      )}
    </section>
  );
}

const keyOf = (call: ShownCall): string => `${call.test ? 'test' : call.queueNumber} ${call.calls}`;
const fresh = (call: ShownCall, now: number): string => (now - call.calledAt < FRESH_MS ? 'call-fresh' : '');

function NewestCall({ call, now, others }: { call: ShownCall; now: number; others: number }) {
  const room = call.roomName || TEXTS.noRoom;
  const tall = others < 2;
  const please = <span className="call-please">{TEXTS.please}</span>;
  return (
    <article className={`call call-large ${tall ? 'call-tall' : ''} ${others === 0 ? 'call-alone' : ''} ${fresh(call, now)}`}>
      <CallNumber number={call.queueNumber} />
      <p className="call-name">
        {!tall && please}
        {call.test ? TEXTS.test : call.nameMasked}
      </p>
      <p className={`call-room ${room.length > LONG_ROOM ? 'call-room-long' : ''}`}>
        {tall && please}
        {room}
      </p>
      {!call.test && call.calls > 1 && <p className="call-times">{TEXTS.recalled(call.calls)}</p>}
    </article>
  );
}

function EarlierCall({ call, now }: { call: ShownCall; now: number }) {
  return (
    <article className={`call call-row ${fresh(call, now)}`}>
      <CallNumber number={call.queueNumber} />
      <p className="call-name">{call.nameMasked}</p>
      <p className="call-room">
        <span className="call-please">{TEXTS.please}</span>
        {call.roomName || TEXTS.noRoom}
      </p>
    </article>
  );
}

function CallNumber({ number }: { number: string }) {
  return (
    <p className="call-number">
      {number}
      <span className="call-hao">{TEXTS.hao}</span>
    </p>
  );
}
