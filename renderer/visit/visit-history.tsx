import type { HistoryEntry } from '../../shared/domain/visit';
import { stampOf } from '../../shared/rules/time';
import { ErrorNotice } from '../components/notice';
import type { Answer } from '../hooks/use-request';
import { TEXTS } from './texts';

/** Who changed what, when and why; nothing that was ever recorded disappears. */
export function VisitHistory({ history }: { history: Answer<HistoryEntry[]> }) {
  return (
    <>
      <h3 className="visit-part">{TEXTS.history}</h3>
      {history.error && <ErrorNotice error={history.error} />}
      {history.value?.length === 0 && <p className="tone-quiet">{TEXTS.noHistory}</p>}
      {history.value && history.value.length > 0 && (
        <table className="table visit-history">
          <thead>
            <tr>
              {TEXTS.historyHead.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {history.value.map((entry) => (
              <tr key={`${entry.at}-${entry.action}`}>
                <td>{stampOf(entry.at)}</td>
                <td>{entry.staffName}</td>
                <td>{entry.action}</td>
                <td>
                  {entry.changes.map((change) => (
                    <div key={change.field}>
                      {change.field}：{TEXTS.from}「{change.before}」{TEXTS.to}「{change.after}」
                    </div>
                  ))}
                </td>
                <td>{entry.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
