import './keeping.css';
import { type FormEvent, useState } from 'react';
import { isPeriodKind, KEPT_KIND_NAMES, KEPT_KINDS, type KeptKind, type KeptRow } from '../../shared/domain/keeping';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { SelectField, TextField } from '../components/field';
import { Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../hooks/use-request';
import { CertificateList } from './certificate-list';
import { HoldDialog } from './hold-dialog';
import { KeptPane } from './kept-pane';
import { Panes } from './panes';
import { TEXTS } from './texts';
import { TwoPeople } from './two-people';

const ROW = 40;

/** 设置 · 到期鉴定: whose term has passed, one after the other; held back with a reason, or destroyed by two people. */
export function KeepingTab() {
  const [kind, setKind] = useState<KeptKind>('matter');
  const due = useAnswer('keeping.due', { kind });
  const certificates = useAnswer('keeping.certificates', {});
  const find = useRequest('keeping.find');
  const [number, setNumber] = useState('');
  const [looked, setLooked] = useState<{ number: string; row: KeptRow | null } | null>(null);
  const [selected, select] = useState<KeptRow>();
  const [asking, ask] = useState<'hold' | 'destroy' | null>(null);
  const [said, say] = useState('');
  const found = looked?.row;
  const rows = found ? [found] : (due.value?.rows ?? []);
  const row = rows.find(({ id }) => id === selected?.id) ?? rows[0];

  const look = async (wanted: string): Promise<void> => {
    const result = await find.run({ number: wanted });
    if (result.ok) setLooked({ number: wanted, row: result.value });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (number.trim()) void look(number.trim());
    else setLooked(null);
  };
  const reload = (sentence: string): void => {
    say(sentence);
    due.reload();
    certificates.reload();
  };
  const held = (): void => {
    reload(TEXTS.saved);
    if (looked) void look(looked.number);
  };
  /** Its number finds nothing any more: the list is what is looked at next. */
  const destroyed = (): void => {
    setLooked(null);
    setNumber('');
    reload(TEXTS.destroyed);
  };
  // Delete is a key of the list alone: in the field of the number it takes a letter away.
  useHotkeys({ F6: () => row && ask('hold') });
  return (
    <div className="setting">
      <header className="panel-head">
        <h2>{TEXTS.keeping}</h2>
      </header>
      <form className="keeping-bar" onSubmit={submit} noValidate>
        <SelectField label={TEXTS.kind} value={kind} onChange={(event) => setKind(event.target.value as KeptKind)}>
          {KEPT_KINDS.map((each) => (
            <option key={each} value={each}>
              {KEPT_KIND_NAMES[each]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={TEXTS.findNumber}
          data-takes-scan
          maxLength={40}
          value={number}
          error={looked && !looked.row ? TEXTS.notFound : undefined}
          onChange={(event) => setNumber(event.target.value)}
        />
        <Button type="submit" hint="Enter" disabled={find.busy}>
          {TEXTS.find}
        </Button>
        {found && <Button onClick={() => setLooked(null)}>{TEXTS.back}</Button>}
      </form>
      <Panes
        errors={[find.error, due.error, certificates.error]}
        said={said}
        onHeard={() => say('')}
        columns={TEXTS.columns}
        list={
          <DataList
            label={TEXTS.list}
            rows={rows}
            rowHeight={ROW}
            keyOf={({ id }) => id}
            empty={TEXTS.empty}
            onSelect={(each) => select(each)}
            onOpen={(each) => each.kept.length === 0 && ask('destroy')}
            onKey={(event, each) => (event.key === 'Delete' && each.kept.length === 0 ? () => ask('destroy') : null)}
          >
            {(each) => (
              <div className="keeping-row">
                <b>{each.label}</b>
                <span>{each.maskedName}</span>
                <span>{each.lastDay}</span>
                <span>{each.hold ? <Tag tone="warn">{TEXTS.hold}</Tag> : each.destroyableFrom || TEXTS.never}</span>
              </div>
            )}
          </DataList>
        }
      >
        {row ? (
          <KeptPane row={row} onHold={() => ask('hold')} onDestroy={() => ask('destroy')} />
        ) : (
          <p className="tone-quiet">{TEXTS.due}</p>
        )}
        {isPeriodKind(kind) && !found && <p className="tone-quiet">{TEXTS.byPeriod}</p>}
        {due.value?.more && !found && <p className="tone-quiet">{TEXTS.more}</p>}
        <CertificateList rows={certificates.value ?? []} />
      </Panes>
      {asking === 'hold' && row && (
        <HoldDialog
          request="keeping.hold"
          held={row.hold !== ''}
          input={(hold, reason) => ({ kind: row.kind, id: row.id, hold, reason })}
          onDone={held}
          onClose={() => ask(null)}
        />
      )}
      {asking === 'destroy' && row && (
        <TwoPeople
          title={TEXTS.destroyTitle}
          about={`${KEPT_KIND_NAMES[row.kind]} ${row.label}`}
          request="keeping.destroy"
          input={(approval) => ({ ...approval, kind: row.kind, id: row.id })}
          onDone={destroyed}
          onClose={() => ask(null)}
        />
      )}
    </div>
  );
}
