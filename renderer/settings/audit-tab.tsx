import { stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { useAnswer } from '../hooks/use-request';
import { actInWords, objectInWords } from './audit-words';
import { TEXTS } from './texts';

const LIMIT = 300;

/** The audit trail: acts and refusals; equal refusals are one line with a count. */
export function AuditTab() {
  const audit = useAnswer('audit.list', { limit: LIMIT });
  return (
    <div className="setting">
      <header className="panel-head">
        <h2>{TEXTS.tabs.audit}</h2>
        <Button kind="quiet" className="panel-end-button" onClick={audit.reload}>
          {TEXTS.more}
        </Button>
      </header>
      {audit.error && <ErrorNotice error={audit.error} />}
      <div className="setting-body">
        {audit.value?.length === 0 && <p className="empty">{TEXTS.auditEmpty}</p>}
        <table className="table setting-audit">
          <thead>
            <tr>
              {TEXTS.auditHead.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {audit.value?.map((entry) => (
              <tr key={entry.id}>
                <td>{stampOf(entry.at)}</td>
                <td>{entry.staffName}</td>
                <td>{entry.deskCode}</td>
                <td>{actInWords(entry)}</td>
                <td>{objectInWords(entry)}</td>
                <td>{entry.count > 1 && entry.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
