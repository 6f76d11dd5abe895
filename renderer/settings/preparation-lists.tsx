import { v7 as uuid } from 'uuid';
import { PREPARATION_KIND_NAMES, PREPARATION_KINDS, type PreparationStep } from '../../shared/domain/preparation';
import { CheckBox } from '../components/check';
import { SelectField, TextField } from '../components/field';
import { NamedList } from './named-list';
import { NumberBox } from './number-box';
import type { PreparationPartProps } from './preparation-tab';
import { TEXTS } from './preparation-texts';

export const PreparationSteps = ({ value, change, ...rest }: PreparationPartProps) => (
  <NamedList
    {...rest}
    path="steps"
    label={TEXTS.steps}
    what={TEXTS.step}
    maxLength={30}
    rows={value.steps}
    keyOf={({ key }) => key}
    asideOf={({ minutesBefore }) => TEXTS.stepLine(minutesBefore)}
    make={(): PreparationStep => ({ key: uuid(), name: '', kind: 'plain', minutesBefore: 60, from: 'attention', mayOmit: false })}
    onChange={(steps) => change({ steps })}
  >
    {(step, set, path) => (
      <>
        <div className="row">
          <SelectField
            label={TEXTS.kind}
            value={step.kind}
            error={rest.wrong[`${path}.kind`]}
            onChange={({ target }) => set({ kind: target.value as PreparationStep['kind'] })}
          >
            {PREPARATION_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {PREPARATION_KIND_NAMES[kind]}
              </option>
            ))}
          </SelectField>
          <NumberBox
            label={TEXTS.minutesBefore}
            min={0}
            value={step.minutesBefore}
            error={rest.wrong[`${path}.minutesBefore`]}
            onNumber={(minutesBefore) => set({ minutesBefore })}
          />
          <SelectField
            label={TEXTS.from}
            value={step.from}
            onChange={({ target }) => set({ from: target.value as PreparationStep['from'] })}
          >
            {(['attention', 'high'] as const).map((grade) => (
              <option key={grade} value={grade}>
                {TEXTS.grades[grade]}
              </option>
            ))}
          </SelectField>
        </div>
        <CheckBox label={TEXTS.mayOmit} checked={step.mayOmit} onChange={({ target }) => set({ mayOmit: target.checked })} />
      </>
    )}
  </NamedList>
);

/** Whose person has to be there, and how soon (plan S06). */
export const PreparationDepartments = ({ value, change, ...rest }: PreparationPartProps) => (
  <NamedList
    {...rest}
    path="departments"
    label={TEXTS.departments}
    what={TEXTS.department}
    note={TEXTS.departmentNote}
    maxLength={30}
    rows={value.departments}
    keyOf={({ id }) => id}
    asideOf={({ contact }) => contact}
    make={() => ({ id: uuid(), name: '', contact: '', phone: '', arrivalMinutes: value.arrivalMinutes })}
    onChange={(departments) => change({ departments })}
  >
    {({ contact, phone, arrivalMinutes }, set, path) => (
      <div className="row">
        <TextField label={TEXTS.contact} maxLength={30} value={contact} onChange={({ target }) => set({ contact: target.value })} />
        <TextField label={TEXTS.phone} maxLength={30} value={phone} onChange={({ target }) => set({ phone: target.value })} />
        <NumberBox
          label={TEXTS.arrivalMinutes}
          min={1}
          value={arrivalMinutes}
          error={rest.wrong[`${path}.arrivalMinutes`]}
          onNumber={(number) => set({ arrivalMinutes: number })}
        />
      </div>
    )}
  </NamedList>
);

export const PreparationPoints = ({ value, change, ...rest }: PreparationPartProps) => (
  <NamedList
    {...rest}
    path="points"
    label={TEXTS.points}
    what={TEXTS.point}
    maxLength={24}
    rows={value.points}
    keyOf={({ id }) => id}
    asideOf={({ mandatory }) => (mandatory ? TEXTS.mandatoryLine : '')}
    make={() => ({ id: uuid(), name: '', mandatory: false })}
    onChange={(points) => change({ points })}
  >
    {({ mandatory }, set) => (
      <CheckBox label={TEXTS.mandatory} checked={mandatory} onChange={({ target }) => set({ mandatory: target.checked })} />
    )}
  </NamedList>
);

export const PreparationRoomItems = ({ value, change, ...rest }: PreparationPartProps) => (
  <NamedList
    {...rest}
    path="roomItems"
    label={TEXTS.roomItems}
    what={TEXTS.roomItem}
    maxLength={24}
    rows={value.roomItems}
    keyOf={({ id }) => id}
    make={() => ({ id: uuid(), name: '' })}
    onChange={(roomItems) => change({ roomItems })}
  />
);
