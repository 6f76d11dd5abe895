import { bytesWords, countWords, momentWords, QUARANTINE_NAMES } from '../../shared/rules/sync-words';
import { ErrorNotice } from '../components/notice';
import { useAnswer } from '../hooks/use-request';
import { useMayAsk, useSession } from '../stores/session';
import { TEXTS } from './texts';
import { useDeskName } from './use-desk-name';

/** What came in and was not applied. How much is for everybody; what and why for those who may act on it. */
export function QuarantinePart({ count, now }: { count: number; now: number }) {
  const locked = useSession((s) => s.session?.locked ?? false);
  const mayLook = useMayAsk('sync.quarantine') && !locked;
  return (
    <section className="sync-part">
      <h3>
        {TEXTS.quarantine} <span className={count > 0 ? 'tone-warn' : 'tone-quiet'}>{TEXTS.quarantined(countWords(count))}</span>
      </h3>
      {count > 0 && <p className="tone-quiet">{TEXTS.quarantineWhy}</p>}
      {count > 0 && (mayLook ? <Items key={count} now={now} /> : <p>{TEXTS.quarantineElsewhere}</p>)}
    </section>
  );
}

function Items({ now }: { now: number }) {
  const items = useAnswer('sync.quarantine', {});
  const nameOf = useDeskName();
  if (items.error) return <ErrorNotice error={items.error} />;
  return (
    <table className="table sync-table">
      <thead>
        <tr>
          {TEXTS.quarantineHead.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.value?.map((item) => (
          <tr key={item.id}>
            <td>{momentWords(item.at, now)}</td>
            <td>{item.desk ? nameOf(item.desk) : '—'}</td>
            <td>{QUARANTINE_NAMES[item.reason]}</td>
            <td>{countWords(item.count)}</td>
            <td>{bytesWords(item.bytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
