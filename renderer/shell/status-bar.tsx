import { dayOf, timeOf } from '../../shared/rules/time';
import { BackupLine } from '../backup/backup-line';
import { ForecastLine } from '../forecast/forecast-banner';
import { useLive } from '../hooks/use-live';
import { useNow } from '../hooks/use-now';
import { MessagesLine } from '../messages/messages-line';
import { RecordingLine } from '../recording/recording-line';
import { HallScreenLine } from '../settings/hall-screen-line';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './texts';
import { usePrintLine } from './use-print-line';

/** The hall in one line, and the time. */
export function StatusBar() {
  const hall = useLive('hall.now', {}, useMayAsk('hall.now')).value;
  const print = usePrintLine();
  const now = useNow(5000);
  return (
    <footer className="status-bar">
      {hall && (
        <>
          <span>{TEXTS.today(hall.visits, hall.heads)}</span>
          <span>{TEXTS.inHall(hall.inHall)}</span>
          <span>{TEXTS.cardsOut(hall.cardsOut)}</span>
          {hall.earlier > 0 && <span className="tone-warn">{TEXTS.earlier(hall.earlier)}</span>}
        </>
      )}
      {print && <span className={print.trouble ? 'tone-bad' : ''}>{print.text}</span>}
      <ForecastLine />
      <MessagesLine />
      <RecordingLine />
      <HallScreenLine />
      <BackupLine />
      <span className="status-end">
        {dayOf(now)} {timeOf(now)}
      </span>
    </footer>
  );
}
