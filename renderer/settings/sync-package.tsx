import { useState } from 'react';
import { countWords } from '../../shared/rules/sync-words';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { SYNC } from './sync-texts';

interface Said {
  level: 'good' | 'warning';
  text: string;
}

/** Records on a USB stick, both ways. */
export function SyncPackage() {
  const out = useRequest('sync.exportPackage');
  const back = useRequest('sync.importPackage');
  const [said, say] = useState<Said | null>(null);
  const busy = out.busy || back.busy;
  const begin = (): void => {
    say(null);
    out.clear();
    back.clear();
  };
  const write = async (): Promise<void> => {
    begin();
    const result = await out.run({});
    if (result.ok && result.value) say({ level: 'good', text: SYNC.exported(result.value.file, countWords(result.value.changes)) });
  };
  const read = async (): Promise<void> => {
    begin();
    const result = await back.run({});
    if (!result.ok || !result.value) return;
    const { applied, known, refused } = result.value;
    say({ level: refused > 0 ? 'warning' : 'good', text: SYNC.imported(countWords(applied), countWords(known), refused) });
  };
  const error = out.error ?? back.error;
  return (
    <section className="setting-group" aria-label={SYNC.usb}>
      <h3>{SYNC.usb}</h3>
      <p className="tone-quiet">{SYNC.usbWhy}</p>
      {error && <ErrorNotice error={error} />}
      <div className="setting-acts">
        <Button disabled={busy} onClick={() => void write()}>
          {SYNC.export}
        </Button>
        <Button disabled={busy} onClick={() => void read()}>
          {SYNC.import}
        </Button>
      </div>
      <div role="status">
        {busy && <p className="tone-quiet">{SYNC.working}</p>}
        {said && <Notice level={said.level}>{said.text}</Notice>}
      </div>
    </section>
  );
}
