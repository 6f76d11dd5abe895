import './print.css';
import { useMayAsk } from '../stores/session';
import { DocumentsPanel } from './documents-panel';
import { QueuePanel } from './queue-panel';

/** 「打印」: what is to be printed and where it stands; what was printed, as evidence. */
export function PrintScreen() {
  const mayExport = useMayAsk('print.documents');
  return (
    <div className="screen print">
      <QueuePanel />
      {mayExport && <DocumentsPanel />}
    </div>
  );
}
