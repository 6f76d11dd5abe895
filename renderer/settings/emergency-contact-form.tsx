import { type Contact, GROUP_NAMES, GROUPS, SCRIPT_PLACES } from '../../shared/domain/emergency';
import type { Seat } from '../../shared/domain/organisation';
import type { StaffMember } from '../../shared/domain/staff';
import { fillScript } from '../../shared/rules/incident-calls';
import { seatName } from '../../shared/rules/organisation';
import { SelectField, TextArea, TextField } from '../components/field';
import { StaffOptions } from '../components/staff-options';
import { useLive } from '../hooks/use-live';
import { TEXTS } from './emergency-texts';
import type { Wrong } from './use-edited';

interface Props {
  contact: Contact;
  staff: readonly StaffMember[];
  /** The seat of the organisation that fills this post; its people are kept there. */
  seat: Seat | undefined;
  path: string;
  wrong: Wrong;
  usedBy: readonly string[];
  onChange(more: Partial<Contact>): void;
}

const PLACES = Object.entries(SCRIPT_PLACES)
  .map(([place, name]) => `{${place}} ${name}`)
  .join('、');

/** One post: who holds it, who stands in, and what is said on the telephone. */
export function EmergencyContactForm({ contact, staff, seat, path, wrong, usedBy, onChange }: Props) {
  const unit = useLive('settings.all', {}).value?.unit.name ?? '';
  const text = (key: 'name' | 'person' | 'phone' | 'deputyPerson' | 'deputyPhone', maxLength: number) => ({
    maxLength,
    value: contact[key],
    error: wrong[`${path}.${key}`],
    onChange: ({ target }: { target: HTMLInputElement }) => onChange({ [key]: target.value }),
  });
  const person = (key: 'staffId' | 'deputyStaffId', none: string) => ({
    value: contact[key],
    error: wrong[`${path}.${key}`],
    onChange: ({ target }: { target: HTMLSelectElement }) => onChange({ [key]: target.value }),
    children: (
      <>
        <option value="">{none}</option>
        <StaffOptions
          people={staff.filter(({ id, active }) => active || id === contact[key])}
          apart={({ active }) => (active ? '' : TEXTS.inactive)}
        />
      </>
    ),
  });
  return (
    <>
      <div className="row">
        <TextField label={TEXTS.contactName} required {...text('name', 24)} />
        <SelectField
          label={TEXTS.group}
          value={contact.group}
          onChange={({ target }) => onChange({ group: target.value as Contact['group'] })}
        >
          <option value="">{TEXTS.outside}</option>
          {GROUPS.map((group) => (
            <option key={group} value={group}>
              {GROUP_NAMES[group]}
            </option>
          ))}
        </SelectField>
      </div>
      {seat && <p className="tone-quiet">{TEXTS.bySeat(seatName(seat), seat.person, seat.deputyPerson)}</p>}
      {!seat && (
        <>
          <div className="row">
            <SelectField label={TEXTS.holder} {...person('staffId', TEXTS.nobody)} />
            {contact.staffId === '' && <TextField label={TEXTS.person} {...text('person', 30)} />}
            <TextField label={TEXTS.phone} note={contact.staffId === '' ? undefined : TEXTS.phoneNote} {...text('phone', 30)} />
          </div>
          <div className="row">
            <SelectField label={TEXTS.deputy} {...person('deputyStaffId', TEXTS.noDeputy)} />
            {contact.deputyStaffId === '' && <TextField label={TEXTS.deputyPerson} {...text('deputyPerson', 30)} />}
            <TextField label={TEXTS.deputyPhone} {...text('deputyPhone', 30)} />
          </div>
        </>
      )}
      <TextArea
        label={TEXTS.script}
        rows={3}
        maxLength={200}
        value={contact.script}
        error={wrong[`${path}.script`]}
        note={TEXTS.places(PLACES)}
        onChange={({ target }) => onChange({ script: target.value })}
      />
      <p className="tone-quiet">{TEXTS.example(fillScript(contact.script, { ...TEXTS.examples, unit }))}</p>
      <p className="tone-quiet">{usedBy.length > 0 ? TEXTS.used(usedBy.join('、')) : TEXTS.unused}</p>
    </>
  );
}
