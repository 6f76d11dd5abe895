import './backup.css';
import { ageWords, troubleWords, whenWords } from '../../shared/rules/backup-words';
import { Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useNow } from '../hooks/use-now';
import { useMayAsk } from '../stores/session';
import { RunButton } from './run-button';
import { TEXTS } from './texts';
import { WorkBar } from './work-bar';

/** At the end of a day: how the backups stand, and one more before the PC is shut down. */
export function BackupPanel() {
  const may = useMayAsk('backup.run');
  const mayChoose = useMayAsk('backup.choose');
  const state = useLive('backup.state', {}, may).value;
  const now = useNow(30_000);
  if (!state) return null;
  const { phase, lastGoodAt: at, trouble, progress } = state;
  const last = at === null ? TEXTS.never : TEXTS.age(whenWords(at, now), ageWords(at, now));
  return (
    <Panel title={TEXTS.title} className="backup-panel">
      <div className="panel-body">
        {phase === 'off' ? (
          <p className="tone-quiet">{mayChoose ? TEXTS.none : TEXTS.noneElsewhere}</p>
        ) : (
          <>
            <p>
              {TEXTS.last} {last}
            </p>
            {progress && <WorkBar progress={progress} />}
            {trouble && (
              <Notice level="warning">
                {troubleWords(trouble)} {at !== null && TEXTS.stays(whenWords(at, now))}
              </Notice>
            )}
            <RunButton />
          </>
        )}
      </div>
    </Panel>
  );
}
