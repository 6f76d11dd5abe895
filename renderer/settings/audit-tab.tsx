import './audit.css';
import { type FormEvent, useState } from 'react';
import { AuditFilter } from '../../shared/domain/audit';
import { stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { SelectField, TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { enterSubmits } from '../hooks/enter-submits';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { AuditChain } from './audit-chain';
import { AUDIT } from './audit-screen-texts';
import { actInWords, objectInWords } from './audit-words';
import { useTrail } from './use-trail';

const ROW = 34;
const NOTHING = AuditFilter.parse({});

/** 设置 · 审计: the trail by day, person, act and object, its chain checked, and taken out with a line of its own. */
export function AuditTab() {
  const [typed, type] = useState<AuditFilter>(NOTHING);
  const [filter, look] = useState<AuditFilter>(NOTHING);
  const [chosen, setChosen] = useState('');
  const options = useAnswer('audit.options', {});
  const trail = useTrail(filter);
  const take = useRequest('audit.export');
  const mayTake = useMayAsk('audit.export');
  const [taken, setTaken] = useState('');
  const wrong = typed.from && typed.to && typed.from > typed.to ? AUDIT.daysTurned : '';
  const find = (event?: FormEvent): void => {
    event?.preventDefault();
    if (wrong) return;
    if (typed === filter) trail.again();
    else look(typed);
  };
  const set = (part: Partial<AuditFilter>): void => type({ ...typed, ...part });
  const clear = (): void => {
    type(NOTHING);
    look(NOTHING);
  };
  const exportThem = async (): Promise<void> => {
    setTaken('');
    const result = await take.run(filter);
    if (result.ok && result.value.saved) setTaken(AUDIT.exported(result.value.fileName, result.value.rows));
  };
  useHotkeys({ 'Alt+M': () => trail.more && trail.earlier() });
  return (
    <div className="setting audit">
      <header className="panel-head">
        <h2>{AUDIT.title}</h2>
        {mayTake && (
          <Button className="panel-end-button" disabled={take.busy} onClick={() => void exportThem()}>
            {AUDIT.export}
          </Button>
        )}
      </header>
      <AuditChain />
      <form className="audit-filter" onSubmit={find} onKeyDown={enterSubmits} noValidate>
        <TextField
          label={AUDIT.from}
          type="date"
          value={typed.from}
          error={wrong}
          onChange={(event) => set({ from: event.target.value })}
        />
        <TextField label={AUDIT.to} type="date" value={typed.to} onChange={(event) => set({ to: event.target.value })} />
        <SelectField label={AUDIT.who} value={typed.staffId} onChange={(event) => set({ staffId: event.target.value })}>
          <option value="">{AUDIT.anybody}</option>
          <option value="program">{AUDIT.program}</option>
          {options.value?.people.map(({ id, name, active }) => (
            <option key={id} value={id}>
              {active ? name : AUDIT.inactive(name)}
            </option>
          ))}
        </SelectField>
        <SelectField label={AUDIT.act} value={typed.act} onChange={(event) => set({ act: event.target.value })}>
          <option value="">{AUDIT.anyAct}</option>
          {options.value?.acts.map((act) => (
            <option key={act} value={act}>
              {act}
            </option>
          ))}
        </SelectField>
        <TextField
          label={AUDIT.object}
          maxLength={60}
          placeholder={AUDIT.objectHint}
          value={typed.object}
          onChange={(event) => set({ object: event.target.value })}
        />
        <Button type="submit" kind="primary" hint="Enter">
          {AUDIT.find}
        </Button>
        <Button onClick={clear}>{AUDIT.clear}</Button>
      </form>
      {trail.error && <ErrorNotice error={trail.error} />}
      {take.error && <ErrorNotice error={take.error} />}
      {taken && (
        <Notice level="good" onDismiss={() => setTaken('')}>
          {taken}
        </Notice>
      )}
      <div className="audit-row audit-head" aria-hidden="true">
        {AUDIT.head.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <DataList
        label={AUDIT.list}
        rows={trail.entries}
        rowHeight={ROW}
        keyOf={({ id, count }) => `${id}/${count}`}
        empty={trail.busy ? AUDIT.looking : AUDIT.empty}
        className="audit-list"
        onSelect={(entry) => setChosen(entry ? objectInWords(entry) : '')}
        onOpen={() => {}}
      >
        {(entry) => (
          <div className="audit-row">
            <span>{stampOf(entry.at)}</span>
            <span>{entry.staffName}</span>
            <span>{entry.deskCode}</span>
            <span>{actInWords(entry)}</span>
            <span className="audit-object">{objectInWords(entry)}</span>
            <span>{entry.count > 1 && entry.count}</span>
          </div>
        )}
      </DataList>
      <footer className="audit-foot">
        <span className="audit-object">{chosen}</span>
        <span role="status" className="tone-quiet">
          {AUDIT.shown(trail.entries.length, trail.more)}
        </span>
        <Button hint="Alt+M" disabled={!trail.more || trail.busy} onClick={trail.earlier}>
          {AUDIT.earlier}
        </Button>
      </footer>
    </div>
  );
}
