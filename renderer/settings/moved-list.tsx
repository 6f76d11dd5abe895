import type { MovedDeadline } from '../../shared/domain/deadlines';
import { namedDay } from '../../shared/rules/time';
import { Notice } from '../components/notice';
import { TEXTS } from './texts';

/** What a changed calendar did to promises that are still open. */
export function MovedList({ moved }: { moved: readonly MovedDeadline[] }) {
  const t = TEXTS.calendar;
  if (moved.length === 0) return <Notice level="good">{t.nothingMoved}</Notice>;
  const said = ({ due, provisional }: MovedDeadline['before']): string => `${namedDay(due)}${provisional ? t.provisional : ''}`;
  return (
    <section aria-label={t.moved(moved.length)}>
      <Notice level="warning">{t.moved(moved.length)}</Notice>
      <table className="table">
        <thead>
          <tr>
            <th>{t.visit}</th>
            <th>{t.promise}</th>
            <th>{t.before}</th>
            <th>{t.after}</th>
          </tr>
        </thead>
        <tbody>
          {moved.map((each) => (
            <tr key={`${each.visitNumber} ${each.label}`}>
              <td>{each.visitNumber}</td>
              <td>{each.label}</td>
              <td>{said(each.before)}</td>
              <td>{said(each.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
