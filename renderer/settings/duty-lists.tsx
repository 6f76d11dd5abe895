import { v7 as uuid } from 'uuid';
import { CheckBox } from '../components/check';
import type { DutyPartProps } from './duty-tab';
import { TEXTS } from './duty-texts';
import { NamedList } from './named-list';

/** Kinds of papers; one that somebody holds stays. */
export const DutyCertificates = ({ value, change, ...rest }: DutyPartProps) => (
  <NamedList
    {...rest}
    path="certificates"
    label={TEXTS.certificates}
    what={TEXTS.certificate}
    note={TEXTS.certificateNote}
    maxLength={20}
    rows={value.certificates}
    keyOf={({ key }) => key}
    make={() => ({ key: uuid(), name: '' })}
    onChange={(certificates) => change({ certificates })}
  />
);

/** What is looked at before the hall opens. */
export const DutyFacilities = ({ value, change, ...rest }: DutyPartProps) => (
  <NamedList
    {...rest}
    path="facilities"
    label={TEXTS.facilities}
    what={TEXTS.facility}
    maxLength={24}
    rows={value.facilities}
    keyOf={({ id }) => id}
    asideOf={({ critical }) => (critical ? TEXTS.criticalLine : '')}
    make={() => ({ id: uuid(), name: '', critical: false })}
    onChange={(facilities) => change({ facilities })}
  >
    {({ critical }, set) => (
      <CheckBox label={TEXTS.critical} checked={critical} onChange={({ target }) => set({ critical: target.checked })} />
    )}
  </NamedList>
);
