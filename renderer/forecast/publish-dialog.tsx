import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { ForecastDay } from '../../shared/contract/forecast';
import { FORECAST_CHANNEL_NAMES } from '../../shared/domain/forecast';
import { AskForm } from '../components/ask-form';
import { TextField } from '../components/field';
import { Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

/** Before the groups are told: what is not decided or not collected is said, and stops nobody. */
export function PublishDialog({ day, onPublished, onClose }: { day: ForecastDay; onPublished(lines: number): void; onClose(): void }) {
  const publishing = useRequest('forecast.publish');
  const [requestId] = useState(() => uuid());
  const [note, setNote] = useState('');
  const open = day.clocks.filter(({ gradedAt }) => gradedAt === null).length;
  const silent = day.channels
    .filter(({ items, none }) => items === 0 && none === null)
    .map(({ channel }) => FORECAST_CHANNEL_NAMES[channel]);
  const submit = async (): Promise<boolean> => {
    const result = await publishing.run({ requestId, date: day.date, note });
    if (result.ok) onPublished(result.value.lines);
    return result.ok;
  };
  return (
    <AskForm
      title={TEXTS.publishTitle}
      button={TEXTS.doPublish}
      busy={publishing.busy}
      error={publishing.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {day.clocks.length === 0 && <p>{TEXTS.publishNone}</p>}
      {open > 0 && <Notice level="warning">{TEXTS.publishOpen(open)}</Notice>}
      {silent.length > 0 && <Notice level="warning">{TEXTS.publishSilent(silent.join('、'))}</Notice>}
      <TextField
        label={TEXTS.publishNote}
        data-autofocus
        maxLength={500}
        value={note}
        error={publishing.error?.fields?.note}
        onChange={(event) => setNote(event.target.value)}
      />
    </AskForm>
  );
}
