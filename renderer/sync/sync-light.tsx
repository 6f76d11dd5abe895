import './sync.css';
import { lightWords } from '../../shared/rules/sync-words';
import { KeyHint } from '../components/button';
import { useNow } from '../hooks/use-now';
import { useScreen } from '../stores/screen';
import { useSyncView } from './use-sync-view';

export const SYNC_KEY = 'Ctrl+T';

/** Whether the other desks hear of what is done here: a shape, a word, a colour, and what is still to be sent. */
export function SyncLight() {
  const view = useSyncView();
  const now = useNow(5000);
  const showSync = useScreen((s) => s.showSync);
  if (!view) return null;
  const { name, detail } = lightWords(view, now);
  return (
    <button type="button" className={`light light-${view.link}`} onClick={() => showSync(true)}>
      <span className="light-shape" aria-hidden="true" />
      <b>{name}</b>
      {detail && <span>{detail}</span>}
      <KeyHint keys={SYNC_KEY} />
    </button>
  );
}
