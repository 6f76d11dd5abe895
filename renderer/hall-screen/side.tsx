import type { HallScreen } from '../../shared/domain/hall';
import { TEXTS } from './texts';

/** What those who wait want to know: how many there are, who is next, who is in. Numbers only. */
export function Side({ hall }: { hall: HallScreen }) {
  const [next, ...after] = hall.next;
  return (
    <aside className="hall-side">
      <section className="tile tile-next">
        <div>
          <h2>{TEXTS.next}</h2>
          <p className="tile-big">{next ?? TEXTS.nextNone}</p>
        </div>
        <div>
          <h2>{TEXTS.waiting}</h2>
          <p className="tile-big">
            {hall.waiting}
            <span className="tile-unit">{TEXTS.waitingUnit}</span>
          </p>
        </div>
        {after.length > 0 && (
          <p className="tile-after">
            <span>{TEXTS.after}</span>
            {after.slice(0, 3).map((number) => (
              <b key={number}>{number}</b>
            ))}
          </p>
        )}
      </section>
      <section className="tile tile-talking">
        <h2>{TEXTS.talking}</h2>
        {hall.talking.length === 0 && <p className="tile-none">{TEXTS.talkingNone}</p>}
        <ul>
          {hall.talking.slice(0, hall.missed.length > 0 ? 2 : 5).map(({ queueNumber, roomName }) => (
            <li key={queueNumber}>
              <b>{queueNumber}</b>
              <span>{roomName}</span>
            </li>
          ))}
        </ul>
      </section>
      {hall.missed.length > 0 && (
        <section className="tile tile-missed">
          <h2>{TEXTS.missed}</h2>
          <p>
            {hall.missed.slice(0, 4).map((number) => (
              <b key={number}>{number}</b>
            ))}
          </p>
        </section>
      )}
    </aside>
  );
}
