import { type FormEvent, useState } from 'react';
import type { OutputOf } from '../../shared/contract';
import type { SyncView } from '../../shared/domain/sync';
import { MANAGED } from '../../shared/rules/machine-policy';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { useManaged } from '../updates/use-managed';
import { SYNC } from './sync-texts';

/** The hub is set up once, by the hall's first desk: its file, and the code that opens it. */
export function SyncHub({ view }: { view: SyncView }) {
  const { hubFile, hubAddresses } = useManaged();
  const pick = useRequest('sync.pickHubFile');
  const use = useRequest('sync.useHub');
  const [picked, setPicked] = useState<OutputOf<'sync.pickHubFile'>>(null);
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const [done, setDone] = useState(false);

  const choose = async (): Promise<void> => {
    if (pick.busy) return;
    const result = await pick.run({});
    if (result.ok && result.value) setPicked(result.value);
  };
  const connect = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (use.busy) return;
    setMissing(code.trim() === '');
    if (code.trim() === '' || !(await use.run({ code })).ok) return;
    setPicked(null);
    setCode('');
    setDone(true);
  };
  const said = use.error?.fields?.code && use.error.message;
  const error = pick.error ?? (said ? undefined : use.error);
  return (
    <section className="setting-group" aria-label={SYNC.hub}>
      <h3>{SYNC.hub}</h3>
      {error && <ErrorNotice error={error} />}
      {done && (
        <Notice level="good" onDismiss={() => setDone(false)}>
          {view.link === 'offline' ? SYNC.connecting : SYNC.connected}
        </Notice>
      )}
      {view.link !== 'alone' ? (
        <p>
          {SYNC.hubSet(view.hub)} {hubAddresses && <span className="tone-quiet">（{MANAGED}）</span>}
        </p>
      ) : (
        <>
          <p>{SYNC.hubWhy}</p>
          {hubFile && <Notice level="info">{SYNC.hubByPolicy(hubFile)}</Notice>}
          <div className="setting-acts">
            <Button kind={picked ? 'plain' : 'primary'} disabled={pick.busy} onClick={() => void choose()}>
              {SYNC.choose}
            </Button>
            <span className="tone-quiet">{picked ? SYNC.chosen(picked.name) : SYNC.chooseNote}</span>
          </div>
          {picked && (
            <form className="sync-form" onSubmit={(event) => void connect(event)} noValidate>
              {picked.hub.length > 0 && <p>{SYNC.addresses(picked.hub)}</p>}
              <div className="row setting-row">
                <TextField
                  label={SYNC.code}
                  autoFocus
                  maxLength={60}
                  value={code}
                  note={SYNC.codeNote}
                  error={missing ? SYNC.codeMissing : said}
                  onChange={(event) => {
                    setCode(event.target.value);
                    setMissing(false);
                  }}
                />
                <Button kind="primary" type="submit" hint="Enter" className="fixed sync-beside" disabled={use.busy}>
                  {SYNC.connect}
                </Button>
              </div>
            </form>
          )}
        </>
      )}
    </section>
  );
}
