import { useState } from 'react';
import { whenWords } from '../../shared/rules/backup-words';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { programNow } from '../stores/session';
import { TEXTS } from './texts';

/** One now, every byte of it read back. What keeps it from being made stands beside it already. */
export function RunButton() {
  const state = useLive('backup.state', {}).value;
  const run = useRequest('backup.run');
  const [done, setDone] = useState<number | null>(null);
  const begin = async (): Promise<void> => {
    setDone(null);
    const result = await run.run({});
    if (result.ok && !result.value.trouble) setDone(result.value.lastGoodAt);
  };
  const busy = run.busy || state?.phase === 'running';
  return (
    <>
      <Button disabled={busy} onClick={() => void begin()}>
        {busy ? TEXTS.running : TEXTS.runNow}
      </Button>
      {run.error && <ErrorNotice error={run.error} />}
      {done !== null && !run.busy && <Notice level="good">{TEXTS.done(whenWords(done, programNow()))}</Notice>}
    </>
  );
}
