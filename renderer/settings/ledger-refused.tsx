import type { LedgerPreview } from '../../shared/contract/ledger';
import { Button } from '../components/button';
import { LEDGER } from './ledger-texts';

interface Props {
  preview: LedgerPreview;
  busy: boolean;
  onExport(): void;
}

/** Lines that stay outside, each with its number and why; all of them go into a file to be put right. */
export function LedgerRefused({ preview, busy, onExport }: Props) {
  const { refusals, refused } = preview;
  const title = LEDGER.refusedRows(refusals.length, refused);
  return (
    <section className="ledger-part" aria-label={title}>
      <div className="ledger-file">
        <h3>{title}</h3>
        <Button className="button-small" disabled={busy} onClick={onExport}>
          {LEDGER.export}
        </Button>
      </div>
      <table className="table">
        <thead>
          <tr>
            <th>{LEDGER.line}</th>
            <th>{LEDGER.reason}</th>
            <th>{LEDGER.content}</th>
          </tr>
        </thead>
        <tbody>
          {refusals.map(({ line, reasons, cells }) => (
            <tr key={line}>
              <td>{line}</td>
              <td>{reasons.join('；')}</td>
              <td className="tone-quiet">{cells.filter((cell) => cell !== '').join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
