import { useState } from 'react';
import type { AppError } from '../../shared/result';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { TEXTS } from './texts';

/** 「卡片出来了吗？」 Only a person at the printer knows; until then nothing is printed a second time. */
export function PrintQuestions() {
  const unknown = useLive('print.jobs', {}).value?.filter((job) => job.state === 'unknown') ?? [];
  const [error, setError] = useState<AppError>();
  const answer = async (id: string, cameOut: boolean): Promise<void> => {
    const result = await ask('print.answer', { id, cameOut });
    setError(result.ok ? undefined : result.error);
  };
  return (
    <>
      {error && <ErrorNotice error={error} onDismiss={() => setError(undefined)} />}
      {unknown.map((job) => (
        <Notice
          key={job.id}
          level="warning"
          actions={
            <>
              <Button className="button-small" onClick={() => void answer(job.id, true)}>
                {TEXTS.cameOut}
              </Button>
              <Button className="button-small" onClick={() => void answer(job.id, false)}>
                {TEXTS.notOut}
              </Button>
            </>
          }
        >
          {TEXTS.question(job.label)}
        </Notice>
      ))}
    </>
  );
}
