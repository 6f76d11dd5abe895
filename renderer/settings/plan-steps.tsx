import { v7 as uuid } from 'uuid';
import { type IncidentStep, STEP_KIND_NAMES, STEP_KINDS, type StepKind } from '../../shared/domain/incident-plan';
import { CheckBox } from '../components/check';
import { SelectField, TextField } from '../components/field';
import { ListEditor } from './list-editor';
import { NumberBox } from './number-box';
import type { PlanPartProps } from './plan-parts';
import { TEXTS as t } from './plans-texts';
import { wrongBelow } from './use-edited';

interface Props extends PlanPartProps {
  at: number;
  onAt(at: number): void;
}

/** The steps in the order in which they are done. */
export function PlanSteps({ plan, wrong, onChange, at, onAt }: Props) {
  const { steps } = plan;
  const step = steps[at] ?? steps.at(-1);
  const i = step ? steps.indexOf(step) : 0;
  const set = (more: Partial<IncidentStep>): void =>
    onChange({ steps: steps.map((each) => (each === step ? { ...each, ...more } : each)) });
  return (
    <ListEditor
      label={t.steps}
      rows={steps}
      at={at}
      onAt={onAt}
      keyOf={({ id }) => id}
      lineOf={({ text, kind }, n) => (
        <>
          <span>{t.stepLine(n + 1, text)}</span>
          {kind !== 'act' && <small>{STEP_KIND_NAMES[kind]}</small>}
        </>
      )}
      wrongAt={(n) => wrongBelow(wrong, `steps.${n}`)}
      make={(): IncidentStep => ({ id: uuid(), text: '', kind: 'act', mandatory: true, within: null })}
      onChange={(rows) => onChange({ steps: rows })}
    >
      {step && (
        <>
          <TextField
            label={t.stepText}
            required
            maxLength={80}
            value={step.text}
            error={wrong[`steps.${i}.text`]}
            onChange={({ target }) => set({ text: target.value })}
          />
          <div className="row">
            <SelectField
              label={t.stepKind}
              value={step.kind}
              error={wrong[`steps.${i}.kind`]}
              onChange={({ target }) => {
                const kind = target.value as StepKind;
                set({ kind, mandatory: kind === 'control' ? false : step.mandatory });
              }}
            >
              {STEP_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {STEP_KIND_NAMES[kind]}
                </option>
              ))}
            </SelectField>
            <NumberBox
              label={t.within}
              note={t.withinNote}
              min={0}
              optional
              value={step.within}
              error={wrong[`steps.${i}.within`]}
              onNumber={(within) => set({ within })}
              onNone={() => set({ within: null })}
            />
          </div>
          <CheckBox
            label={t.mandatory}
            checked={step.mandatory}
            error={wrong[`steps.${i}.mandatory`]}
            onChange={({ target }) => set({ mandatory: target.checked })}
          />
          <p className="tone-quiet">{t.controlNote}</p>
        </>
      )}
      {wrong.steps && <p className="tone-bad">{wrong.steps}</p>}
    </ListEditor>
  );
}
