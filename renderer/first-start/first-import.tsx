import { useState } from 'react';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

/** The first records of a desk that has just joined, on a stick from another one. @param onImported somebody may sign in now, or not yet */
export function FirstImport({ primary, onImported }: { primary: boolean; onImported(): void }) {
  const request = useRequest('setup.importPackage');
  const [done, setDone] = useState(false);
  const read = async (): Promise<void> => {
    if (request.busy) return;
    setDone(false);
    const result = await request.run({});
    if (!result.ok || !result.value) return;
    setDone(true);
    onImported();
  };
  return (
    <>
      <Button kind={primary ? 'primary' : 'plain'} disabled={request.busy} onClick={() => void read()}>
        {TEXTS.waitImport}
      </Button>
      {request.busy && <p role="status">{TEXTS.waitWorking}</p>}
      {request.error && <ErrorNotice error={request.error} />}
      {/* With a list of staff this page would be gone. */}
      {done && <Notice level="warning">{TEXTS.waitStickEmpty}</Notice>}
    </>
  );
}
