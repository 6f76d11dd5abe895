import { type FormEvent, useEffect, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { TranscriptRow } from '../../shared/domain/transcript';
import { Button } from '../components/button';
import { copyText } from '../components/copy-text';
import { DataList } from '../components/data-list';
import { TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { Panel } from '../components/panel';
import { useAnswer, useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const ROW = 38;

/** Every field of one visit with its whole value; Enter copies one. At the end the other system's number. */
export function TranscriptFields({ row, onEntered }: { row: TranscriptRow; onEntered(number: string): void }) {
  const fields = useAnswer('transcript.read', { visitId: row.visitId });
  const entering = useRequest('transcript.enter');
  const [requestId] = useState(() => uuid());
  const [number, setNumber] = useState(row.entered?.officialNumber ?? '');
  const [copied, setCopied] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const loaded = fields.value !== undefined;
  useEffect(() => {
    if (loaded) list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  }, [loaded]);
  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (entering.busy) return;
    const result = await entering.run({ requestId, visitId: row.visitId, officialNumber: number });
    if (result.ok) onEntered(number.trim());
  };
  return (
    <Panel title={`${row.number} ${row.maskedName}`} className="transcript-fields">
      {fields.error && <ErrorNotice error={fields.error} />}
      <p className="tone-quiet transcript-hint" role="status">
        {copied ? TEXTS.copied(copied) : TEXTS.copyHint}
      </p>
      <div className="transcript-values" ref={list}>
        <DataList
          label={TEXTS.fields}
          rows={fields.value ?? []}
          rowHeight={ROW}
          keyOf={({ code }) => code}
          empty=""
          onSelect={() => {}}
          onOpen={({ name, value }) => {
            copyText(value);
            setCopied(name);
          }}
        >
          {({ name, value }) => (
            <div className="transcript-field">
              <span className="tone-quiet">{name}</span>
              <span>{value || '—'}</span>
            </div>
          )}
        </DataList>
      </div>
      <form className="transcript-tick" onSubmit={(event) => void enter(event)} noValidate>
        <TextField
          label={TEXTS.officialNumber}
          maxLength={60}
          value={number}
          error={entering.error?.fields?.officialNumber}
          onChange={(event) => setNumber(event.target.value)}
        />
        <Button type="submit" kind="primary" hint="Enter" disabled={entering.busy}>
          {row.entered ? TEXTS.again : TEXTS.tick}
        </Button>
      </form>
      {entering.error && !entering.error.fields && <ErrorNotice error={entering.error} />}
    </Panel>
  );
}
