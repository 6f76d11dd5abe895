import './backup.css';
import { Panel } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useMayAsk } from '../stores/session';
import { BackupFacts } from './backup-facts';
import { RunButton } from './run-button';
import { TEXTS } from './texts';

/** At the end of a day: how the backups stand, and one more before the PC is shut down. */
export function BackupPanel() {
  const may = useMayAsk('backup.run');
  const state = useLive('backup.state', {}, may).value;
  if (!state) return null;
  return (
    <Panel title={TEXTS.title} className="backup-panel">
      <div className="panel-body">
        {state.phase === 'off' ? (
          <p className="tone-quiet">{TEXTS.none}</p>
        ) : (
          <>
            <BackupFacts state={state} place={false} />
            <RunButton />
          </>
        )}
      </div>
    </Panel>
  );
}
