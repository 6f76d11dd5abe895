import { v7 as uuid } from 'uuid';
import type { CertificateKind, Facility } from '../../shared/domain/duty';
import { CheckBox } from '../components/check';
import { TextField } from '../components/field';
import type { DutyPartProps } from './duty-tab';
import { TEXTS } from './duty-texts';
import { ListEditor } from './list-editor';
import { wrongBelow } from './use-edited';

/** Kinds of papers; one that somebody holds stays. */
export function DutyCertificates({ value, wrong, at, onAt, change }: DutyPartProps) {
  const { certificates } = value;
  const row = certificates[at] ?? certificates.at(-1);
  const i = row ? certificates.indexOf(row) : 0;
  return (
    <>
      {wrong.certificates && <p className="tone-bad">{wrong.certificates}</p>}
      <ListEditor
        label={TEXTS.certificates}
        rows={certificates}
        at={at}
        onAt={onAt}
        keyOf={({ key }) => key}
        lineOf={({ name }) => <span>{name}</span>}
        wrongAt={(n) => wrongBelow(wrong, `certificates.${n}`)}
        make={(): CertificateKind => ({ key: uuid(), name: '' })}
        onChange={(rows) => change({ certificates: rows })}
      >
        {row && (
          <TextField
            label={TEXTS.certificate}
            required
            maxLength={20}
            value={row.name}
            note={TEXTS.certificateNote}
            error={wrong[`certificates.${i}.name`]}
            onChange={({ target }) =>
              change({ certificates: certificates.map((each) => (each === row ? { ...each, name: target.value } : each)) })
            }
          />
        )}
      </ListEditor>
    </>
  );
}

/** What is looked at before the hall opens. */
export function DutyFacilities({ value, wrong, at, onAt, change }: DutyPartProps) {
  const { facilities } = value;
  const row = facilities[at] ?? facilities.at(-1);
  const i = row ? facilities.indexOf(row) : 0;
  const set = (more: Partial<Facility>): void =>
    change({ facilities: facilities.map((each) => (each === row ? { ...each, ...more } : each)) });
  return (
    <ListEditor
      label={TEXTS.facilities}
      rows={facilities}
      at={at}
      onAt={onAt}
      keyOf={({ id }) => id}
      lineOf={({ name, critical }) => (
        <>
          <span>{name}</span>
          <small>{critical && TEXTS.criticalLine}</small>
        </>
      )}
      wrongAt={(n) => wrongBelow(wrong, `facilities.${n}`)}
      make={(): Facility => ({ id: uuid(), name: '', critical: false })}
      onChange={(rows) => change({ facilities: rows })}
    >
      {row && (
        <>
          <TextField
            label={TEXTS.facility}
            required
            maxLength={24}
            value={row.name}
            error={wrong[`facilities.${i}.name`]}
            onChange={({ target }) => set({ name: target.value })}
          />
          <CheckBox label={TEXTS.critical} checked={row.critical} onChange={({ target }) => set({ critical: target.checked })} />
        </>
      )}
    </ListEditor>
  );
}
