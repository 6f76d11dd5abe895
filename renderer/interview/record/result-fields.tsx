import type { InterviewView } from '../../../shared/contract/interviews';
import type { Settings } from '../../../shared/domain/settings';
import type { ResultRule } from '../../../shared/rules/disposal';
import { CheckBox, CheckChips } from '../../components/check';
import { SelectField, TextArea, TextField } from '../../components/field';
import { Notice } from '../../components/notice';
import { StaffOptions } from '../../components/staff-options';
import { useAnswer } from '../../hooks/use-request';
import { TEXTS } from '../texts';
import type { KeptResult } from './kept-result';
import { TargetFields } from './target-fields';

interface Props {
  rule: ResultRule;
  interview: InterviewView;
  settings: Settings;
  kept: KeptResult;
  errors: Readonly<Record<string, string>>;
  onChange(change: Partial<KeptResult>): void;
}

/** The fields that this result needs, and no others. */
export function ResultFields({ rule, interview, settings, kept, errors, onChange: keep }: Props) {
  const value = kept.more;
  const onChange = (change: KeptResult['more']): void => keep({ more: { ...value, ...change } });
  const people = useAnswer('interview.people', {}).value ?? [];
  const needs = (what: ResultRule['needs'][number]): boolean => rule.needs.includes(what);
  const line = (name: 'department' | 'reason' | 'article' | 'decisionNo', label: string, max: number) => (
    <TextField
      label={label}
      required
      maxLength={max}
      value={value[name] ?? ''}
      error={errors[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
  return (
    <div className="result-fields">
      {rule.secret && <Notice level="info">{TEXTS.secretNote}</Notice>}
      {needs('answer') && (
        <TextArea
          label={TEXTS.answer}
          required
          rows={3}
          value={value.answer ?? ''}
          error={errors.answer}
          onChange={(event) => onChange({ answer: event.target.value })}
        />
      )}
      {needs('basis') &&
        (interview.citations > 0 ? (
          <p className="tone-good">{TEXTS.cited(interview.citations)}</p>
        ) : (
          <TextField
            label={TEXTS.noBasis}
            maxLength={200}
            value={value.noBasisReason ?? ''}
            error={errors.noBasisReason}
            onChange={(event) => onChange({ noBasisReason: event.target.value })}
          />
        ))}
      {needs('department') && line('department', TEXTS.department, 60)}
      {(needs('target') || rule.may?.includes('target')) && (
        <TargetFields rule={rule} settings={settings} kept={kept} errors={errors} onChange={keep} />
      )}
      {needs('reason') && line('reason', TEXTS.reason, 500)}
      {needs('article') && line('article', TEXTS.article, 200)}
      {needs('decisionNo') && line('decisionNo', TEXTS.decisionNo, 60)}
      {needs('acceptedOn') && (
        <div className="row">
          <TextField
            label={TEXTS.acceptedOn}
            required
            type="date"
            value={value.acceptedOn ?? ''}
            error={errors.acceptedOn}
            onChange={(event) => onChange({ acceptedOn: event.target.value })}
          />
          <CheckBox label={TEXTS.simple} checked={value.simple ?? false} onChange={(event) => onChange({ simple: event.target.checked })} />
        </div>
      )}
      <div className="row">
        <TextField
          label={TEXTS.opinion}
          value={value.opinion ?? ''}
          error={errors.opinion}
          onChange={(event) => onChange({ opinion: event.target.value })}
        />
        {value.opinion && (
          <SelectField
            label={TEXTS.opinionBy}
            value={value.opinionBy ?? ''}
            error={errors.opinionBy}
            onChange={(event) => onChange({ opinionBy: event.target.value })}
          >
            <option value="">{TEXTS.nobodyYet}</option>
            <StaffOptions people={people} apart={() => ''} />
          </SelectField>
        )}
      </div>
      {rule.secret && (
        <CheckChips
          label={TEXTS.namedPeople}
          options={people.filter(({ mayApprove }) => mayApprove).map(({ id, name }) => ({ value: id, label: name }))}
          value={value.namedPeople ?? []}
          onChange={(namedPeople) => onChange({ namedPeople })}
        />
      )}
    </div>
  );
}
