import { type FormEvent, useState } from 'react';
import type { BackupReport } from '../../shared/domain/backup';
import { sizeWords } from '../../shared/rules/backup-words';
import { Button } from '../components/button';
import { SelectField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { useAnswer, useRequest } from '../hooks/use-request';
import { DamageList } from './damage-list';
import { PhraseField } from './phrase-field';
import { SetOptions } from './set-options';
import { TEXTS } from './texts';
import { WorkBar } from './work-bar';

/** 演练恢复: proves that a backup opens with the words on paper, and touches nothing. @param madeAt the list is asked anew with it */
export function Rehearse({ madeAt }: { madeAt: number | null }) {
  // Asked again whenever a new backup came.
  return <RehearseForm key={madeAt ?? 0} />;
}

function RehearseForm() {
  const sets = useAnswer('backup.sets', {});
  const run = useRequest('backup.rehearse');
  const work = useLive('backup.work', {}).value;
  const [chosen, choose] = useState('');
  const [words, setWords] = useState('');
  const [report, setReport] = useState<BackupReport | null>(null);
  const fields = run.error?.fields ?? {};
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (run.busy) return;
    setReport(null);
    const result = await run.run({ id: chosen || (sets.value?.[0]?.id ?? ''), words });
    if (!result.ok) return;
    setReport(result.value);
    setWords('');
  };
  return (
    <section className="setting-group" aria-label={TEXTS.rehearse}>
      <h3>{TEXTS.rehearse}</h3>
      <p className="tone-quiet">{TEXTS.rehearseWhy}</p>
      {sets.error && <ErrorNotice error={sets.error} />}
      {sets.value?.length === 0 && <p className="tone-quiet">{TEXTS.noSets}</p>}
      {sets.value && sets.value.length > 0 && (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <SelectField label={TEXTS.rehearseWhich} value={chosen} onChange={(event) => choose(event.target.value)}>
            <SetOptions sets={sets.value} />
          </SelectField>
          <PhraseField value={words} error={fields.words} onChange={(event) => setWords(event.target.value)} />
          <Button type="submit" disabled={run.busy}>
            {TEXTS.rehearseDo}
          </Button>
        </form>
      )}
      {run.busy && work && <WorkBar progress={work} />}
      {run.error && Object.keys(fields).length === 0 && <ErrorNotice error={run.error} />}
      {report && report.damage.length === 0 && (
        <Notice level="good">{TEXTS.rehearsed(report.saves, report.files, report.keys, sizeWords(report.bytes))}</Notice>
      )}
      {report && report.lacking.length > 0 && (
        <Notice level="warning">
          {TEXTS.lacking}
          <DamageList damage={report.lacking} />
        </Notice>
      )}
      {report && report.damage.length > 0 && (
        <Notice level="error">
          {TEXTS.rehearsedBad}
          <DamageList damage={report.damage} />
        </Notice>
      )}
    </section>
  );
}
