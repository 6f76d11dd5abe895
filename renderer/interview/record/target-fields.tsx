import { TARGET_AT_MOST } from '../../../shared/domain/disposal';
import type { Settings } from '../../../shared/domain/settings';
import type { ResultRule } from '../../../shared/rules/disposal';
import { SelectField, TextField } from '../../components/field';
import { TEXTS } from '../texts';
import type { KeptResult } from './kept-result';

const OTHER = 'other';
const NO_TARGET = { name: '', address: '', phone: '', basis: '' };

interface Props {
  rule: ResultRule;
  settings: Settings;
  kept: KeptResult;
  errors: Readonly<Record<string, string>>;
  onChange(change: Partial<KeptResult>): void;
}

/** An authority of the unit's table, or one typed in; its address goes onto the visitor's paper. */
export function TargetFields({ rule, settings, kept, errors, onChange }: Props) {
  const { more, targetId: chosen } = kept;
  const offered = settings.targets.entries.filter((each) => each.active && (rule.routes?.includes(each.route) ?? true));
  const target = more.target ?? NO_TARGET;
  const choose = (id: string): void => {
    const entry = offered.find((each) => each.id === id);
    const target = entry ? { name: entry.name, address: entry.address, phone: entry.phone, basis: entry.basis } : NO_TARGET;
    onChange({ targetId: id, more: { ...more, target } });
  };
  const line = (name: keyof typeof NO_TARGET, label: string, required: boolean) => (
    <TextField
      label={label}
      required={required}
      maxLength={TARGET_AT_MOST[name]}
      value={target[name]}
      error={errors[`target.${name}`]}
      onChange={(event) => onChange({ more: { ...more, target: { ...target, [name]: event.target.value } } })}
    />
  );
  return (
    <>
      <SelectField
        label={TEXTS.target}
        required={rule.needs.includes('target')}
        value={chosen}
        error={chosen === '' ? errors['target.name'] : undefined}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{TEXTS.nobodyYet}</option>
        {offered.map((each) => (
          <option key={each.id} value={each.id}>
            {each.demand ? `${each.name}（${each.demand}）` : each.name}
          </option>
        ))}
        <option value={OTHER}>{TEXTS.targetOther}</option>
      </SelectField>
      {chosen !== '' && (
        <>
          {line('name', TEXTS.targetName, true)}
          {line('address', TEXTS.targetAddress, true)}
          <div className="row">
            {line('phone', TEXTS.targetPhone, false)}
            {line('basis', TEXTS.targetBasis, false)}
          </div>
        </>
      )}
    </>
  );
}
