import '../backup/backup.css';
import './updates.css';
import { whenWords } from '../../shared/rules/backup-words';
import { updateTrouble } from '../../shared/rules/update-words';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { Facts } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useNow } from '../hooks/use-now';
import { useRequest } from '../hooks/use-request';
import { TEXTS as SETTINGS } from '../settings/texts';
import { FoundUpdate } from './found-update';
import { PolicyFacts } from './policy-facts';
import { TEXTS } from './texts';

/** 设置 · 更新: which version runs, what is newer, when it may be installed; and what the IT office set for this PC. */
export function UpdatesTab() {
  const state = useLive('update.state', {}).value;
  const policy = useLive('managed.view', {}).value;
  const check = useRequest('update.check');
  const now = useNow(30_000);
  if (!state) return null;
  const { phase, why, checkedAt, trouble, found } = state;
  const looking = phase === 'checking' || phase === 'downloading' || check.busy;
  return (
    <div className="setting">
      <header className="panel-head">
        <h2>{SETTINGS.tabs.updates}</h2>
        {phase !== 'off' && (
          <Button className="panel-end-button" disabled={looking || phase === 'installing'} onClick={() => void check.run({})}>
            {phase === 'checking' ? TEXTS.checking : TEXTS.check}
          </Button>
        )}
      </header>
      <div className="setting-body">
        <Facts
          items={[
            [TEXTS.current, state.current],
            [TEXTS.form, TEXTS.forms[state.form]],
            [TEXTS.source, state.source || TEXTS.noSource],
            [TEXTS.checked, checkedAt === null ? TEXTS.never : whenWords(checkedAt, now)],
          ]}
        />
        {why && <Notice level="info">{why}</Notice>}
        {check.error && <ErrorNotice error={check.error} />}
        {trouble && <Notice level="warning">{updateTrouble(trouble)}</Notice>}
        {phase === 'idle' && !trouble && !found && checkedAt !== null && <Notice level="good">{TEXTS.newest}</Notice>}
        <FoundUpdate state={state} />
        {policy && <PolicyFacts view={policy} />}
      </div>
    </div>
  );
}
