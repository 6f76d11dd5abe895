import { v7 as uuid } from 'uuid';
import { type Contact, HEAD } from '../../shared/domain/emergency';
import type { StaffMember } from '../../shared/domain/staff';
import { allUses } from '../../shared/rules/emergency-uses';
import { seatOfContact, withSeats } from '../../shared/rules/organisation';
import { useLive } from '../hooks/use-live';
import { EmergencyContactForm } from './emergency-contact-form';
import type { PartProps } from './emergency-tab';
import { TEXTS } from './emergency-texts';
import { ListEditor } from './list-editor';
import { wrongBelow } from './use-edited';
import { useSeatsToday } from './use-seats-today';

const blank = (): Contact => ({
  ...{ key: uuid(), name: '', group: '', staffId: '', person: '', phone: '' },
  ...{ deputyStaffId: '', deputyPerson: '', deputyPhone: '', script: '' },
});

/** Everybody who may have to be told. One that a plan or a level tells is not removed. */
export function EmergencyContacts({ value, wrong, uses, at, onAt, change }: PartProps) {
  const staff = useLive('staff.list', {}).value ?? [];
  const seats = useSeatsToday();
  const used = allUses(uses, value.levels).contacts;
  const { contacts } = value;
  const row = contacts[at] ?? contacts.at(-1);
  const why = ({ key, name }: Contact): string => {
    if (key === HEAD) return TEXTS.keptHead;
    const labels = used.get(key);
    return labels ? TEXTS.kept(name, labels.join('、')) : '';
  };
  return (
    <ListEditor
      label={TEXTS.contacts}
      rows={contacts}
      at={at}
      onAt={onAt}
      keyOf={({ key }) => key}
      lineOf={(contact) => (
        <>
          <span>{contact.name || TEXTS.holderLine('')}</span>
          <small>{TEXTS.holderLine(holderName(withSeats([contact], seats)[0] ?? contact, staff) || contact.phone)}</small>
        </>
      )}
      wrongAt={(i) => wrongBelow(wrong, `contacts.${i}`)}
      make={blank}
      onChange={(rows) => change({ contacts: rows })}
      whyKept={why}
    >
      {row && (
        <EmergencyContactForm
          key={row.key}
          contact={row}
          staff={staff}
          seat={seatOfContact(row.key, seats)}
          path={`contacts.${contacts.indexOf(row)}`}
          wrong={wrong}
          usedBy={used.get(row.key) ?? []}
          onChange={(more) => change({ contacts: contacts.map((each) => (each === row ? { ...each, ...more } : each)) })}
        />
      )}
    </ListEditor>
  );
}

const holderName = ({ staffId, person }: Contact, staff: readonly StaffMember[]): string =>
  staff.find(({ id }) => id === staffId)?.name ?? person;
