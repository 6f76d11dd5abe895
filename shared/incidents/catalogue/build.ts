import type { IncidentCode, IncidentPlan, IncidentStep, PlanCall, PlanField, StepKind } from '../../domain/incident-plan';

/**
 * Words the catalogue is written in, so that a plan reads like the list on a wall and not like JSON. A step is what one
 * person does next; it is read in a rush, so most have at most 24 characters.
 */
const of =
  (kind: StepKind) =>
  (id: string, text: string, within: number | null = null): IncidentStep => ({ id, text, kind, mandatory: true, within });

export const act = of('act');
export const persuade = of('persuade');
export const care = of('care');
export const evacuate = of('evacuate');

/** Not asked for before closing: what the case may well not need. */
export const ifNeeded = (step: IncidentStep): IncidentStep => ({ ...step, mandatory: false });

/**
 * Control is never mandatory: a plan that asks for a reason whenever nobody had to be kept apart pushes towards control
 * where persuasion was enough (plan S42).
 */
export const control = (id: string, text: string): IncidentStep => ifNeeded(of('control')(id, text));

/**
 * The first minute that all types have in common (incidents 3.4): not mandatory, for whoever does it is not at the
 * keyboard. It stands first, but after the rescue where a life depends on the order, and is left out where nobody is on
 * the scene (a power cut, a leak, a warning).
 */
export const firstMinute = (): IncidentStep => ifNeeded(act('first-minute', '两人留守、一人记时，他人退开，录音不停，通道畅通'));

/** Minutes after the alarm, 0 at once; `when` in words where it depends. */
export const call = (to: string, within: number, when = ''): PlanCall => ({ to, within, when });

/**
 * The responsible side: on site within 10 minutes from the same building, 20 from the city, 30 from a township (limits
 * found in real plans, incidents 3.3). Two contacts for those outside, since the call list holds each contact once and
 * would show a township the city's limit.
 */
export const responsibleCalls = (): PlanCall[] => [
  call('department', 10),
  call('responsible-unit', 20, '涉及城区单位时'),
  call('responsible-unit-township', 30, '涉及乡镇单位时'),
];

export const field = (key: string, label: string, kind: PlanField['kind'] = 'text'): PlanField => ({ key, label, kind });

export const plan = (code: IncidentCode, rest: Omit<IncidentPlan, 'code' | 'digit'> & { digit?: string }): IncidentPlan => ({
  digit: '',
  ...rest,
  code,
});
