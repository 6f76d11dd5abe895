import { GROUP_NAMES, GROUPS } from '../../shared/domain/emergency';
import { SEAT_KIND_NAMES, SEAT_KINDS, type Seat } from '../../shared/domain/organisation';
import { SelectField, TextField } from '../components/field';
import { StaffOptions } from '../components/staff-options';
import type { Wrong } from '../settings/use-edited';
import { TEXTS } from './texts';

const T = TEXTS.groups;

interface Props {
  seat: Seat;
  staff: readonly { id: string; name: string }[];
  path: string;
  wrong: Wrong;
  onChange(more: Partial<Seat>): void;
}

/** One seat: who holds it, how they are reached, and who stands in for them. */
export function SeatForm({ seat, staff, path, wrong, onChange }: Props) {
  const text = (key: 'person' | 'post' | 'phone' | 'backup' | 'backupPhone' | 'deputyPerson' | 'deputyPhone', maxLength: number) => ({
    maxLength,
    value: seat[key],
    error: wrong[`${path}.${key}`],
    onChange: ({ target }: { target: HTMLInputElement }) => onChange({ [key]: target.value }),
  });
  const people = (chosen: string, name: string, none: string) => (
    <>
      <option value="">{none}</option>
      {chosen !== '' && !staff.some(({ id }) => id === chosen) && <option value={chosen}>{`${name}（${T.inactive}）`}</option>}
      <StaffOptions people={staff} apart={() => ''} />
    </>
  );
  return (
    <>
      <div className="row">
        <SelectField label={T.group} value={seat.group} onChange={({ target }) => onChange({ group: target.value as Seat['group'] })}>
          {GROUPS.map((group) => (
            <option key={group} value={group}>
              {GROUP_NAMES[group]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={T.kind}
          value={seat.kind}
          error={wrong[`${path}.kind`]}
          onChange={({ target }) => onChange({ kind: target.value as Seat['kind'] })}
        >
          {SEAT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {SEAT_KIND_NAMES[kind]}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="row">
        <SelectField
          label={T.holder}
          value={seat.staffId}
          error={seat.staffId === '' ? undefined : wrong[`${path}.person`]}
          onChange={({ target }) => onChange({ staffId: target.value, person: '' })}
        >
          {people(seat.staffId, seat.person, T.nobody)}
        </SelectField>
        {seat.staffId === '' && <TextField label={T.person} required {...text('person', 30)} />}
        <TextField label={T.post} {...text('post', 40)} />
        <TextField label={T.phone} note={seat.staffId === '' ? undefined : T.phoneNote} {...text('phone', 30)} />
      </div>
      <div className="row">
        <TextField label={T.backup} {...text('backup', 30)} />
        <TextField label={T.backupPhone} {...text('backupPhone', 30)} />
      </div>
      <div className="row">
        <SelectField
          label={T.deputy}
          value={seat.deputyStaffId}
          error={seat.deputyStaffId === '' ? undefined : wrong[`${path}.deputyPerson`]}
          onChange={({ target }) => onChange({ deputyStaffId: target.value, deputyPerson: '' })}
        >
          {people(seat.deputyStaffId, seat.deputyPerson, T.noDeputy)}
        </SelectField>
        {seat.deputyStaffId === '' && <TextField label={T.deputyPerson} {...text('deputyPerson', 30)} />}
        <TextField label={T.deputyPhone} {...text('deputyPhone', 30)} />
      </div>
    </>
  );
}
