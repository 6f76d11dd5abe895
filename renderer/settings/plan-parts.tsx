import type { PlanStanding } from '../../shared/contract/incident-plans';
import type { EmergencySettings } from '../../shared/domain/emergency';
import type { IncidentPlan } from '../../shared/domain/incident-plan';
import { CallsEditor } from './calls-editor';
import { PlanBasic } from './plan-basic';
import { PlanPreview } from './plan-preview';
import { PlanRecord } from './plan-record';
import { PlanSteps } from './plan-steps';
import type { TEXTS } from './plans-texts';
import type { Wrong } from './use-edited';

export type PlanPart = keyof (typeof TEXTS)['parts'];
/** Where a wrong place is edited. */
export const partOf = (path: string): PlanPart => {
  const [top = ''] = path.split('.');
  if (top === 'steps' || top === 'calls') return top;
  return top === 'fields' || top === 'conducts' ? 'record' : 'basic';
};

export interface PlanPartProps {
  plan: IncidentPlan;
  wrong: Wrong;
  emergency: EmergencySettings;
  onChange(more: Partial<IncidentPlan>): void;
}
interface Props extends PlanPartProps {
  part: PlanPart;
  standing: PlanStanding;
  stepAt: number;
  onStepAt(at: number): void;
}

export function PlanParts({ part, standing, stepAt, onStepAt, ...props }: Props) {
  switch (part) {
    case 'basic':
      return <PlanBasic {...props} />;
    case 'steps':
      return <PlanSteps {...props} at={stepAt} onAt={onStepAt} />;
    case 'calls': {
      const { plan, wrong, emergency, onChange } = props;
      return (
        <div className="plan-scroll">
          <CallsEditor
            calls={plan.calls}
            contacts={emergency.contacts}
            path="calls"
            wrong={wrong}
            onChange={(calls) => onChange({ calls })}
          />
        </div>
      );
    }
    case 'record':
      return <PlanRecord {...props} />;
    case 'preview':
      return <PlanPreview plan={props.plan} standing={standing} emergency={props.emergency} />;
  }
}
