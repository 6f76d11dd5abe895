import type { EntryInput, IncidentState } from '../domain/incident';
import type { IncidentPlan, IncidentStep } from '../domain/incident-plan';
import type { IncidentPicture } from './incident-picture';

export type EntryCheck = { ok: true } | { ok: false; message: string; field?: string };

const ALLOWED: EntryCheck = { ok: true };
const no = (message: string, field?: string): EntryCheck => ({ ok: false, message, ...(field && { field }) });

/** What may still be added once the response is over. */
const AFTER_LIFTED: ReadonlySet<EntryInput['kind']> = new Set([
  'note',
  'call',
  'service',
  'camera',
  'photo',
  'recording',
  'item',
  'injury',
  'decision',
  'fact',
  'whereabouts',
  'summary',
  'review',
  'closed',
  'correction',
  'task-done',
  'step',
]);
const AFTER_CLOSED: ReadonlySet<EntryInput['kind']> = new Set(['summary', 'review', 'correction']);
/** Before it was sent out there is nothing to command yet. */
const WHILE_PENDING: ReadonlySet<EntryInput['kind']> = new Set(['note', 'type', 'false-alarm']);

const OVER: Partial<Record<IncidentState, ReadonlySet<EntryInput['kind']>>> = {
  pending: WHILE_PENDING,
  lifted: AFTER_LIFTED,
  closed: AFTER_CLOSED,
  'false-alarm': new Set(['correction'] as const),
};
const OVER_TEXT: Partial<Record<IncidentState, string>> = {
  pending: '警报还没有发出，请先选择事件类型，或等它自动发出。',
  lifted: '事件已经解除，只能补充善后内容；需要继续处置，请按 F9 重新报警。',
  closed: '事件已经结案，只能补充小结、评估或更正。',
  'false-alarm': '这次报警已按误报结束，只能更正；如有情况，请按 F9 重新报警。',
};

/** Whether an entry may be added as things stand. @param known ids of the entries that are there */
export function checkEntry(
  picture: IncidentPicture,
  plan: IncidentPlan | null,
  entry: EntryInput,
  known: { entryIds: ReadonlySet<string>; contacts: ReadonlySet<string>; conducts: ReadonlySet<string> },
): EntryCheck {
  const allowed = OVER[picture.state];
  if (allowed && !allowed.has(entry.kind)) return no(OVER_TEXT[picture.state] ?? '');
  switch (entry.kind) {
    case 'type':
      if (entry.code === picture.code) return no('已经是这个类型，无需更改。', 'code');
      return picture.code !== '' && entry.reason === '' ? no('请写明为什么改类型。', 'reason') : ALLOWED;
    case 'level':
      return entry.level === picture.level ? no('已经是这个等级，无需调整。', 'level') : ALLOWED;
    case 'conduct':
      return known.conducts.has(entry.conductId) ? ALLOWED : no('没有这种行为，请重新选择。', 'conductId');
    case 'call':
      return known.contacts.has(entry.contact) ? ALLOWED : no('通讯录里没有这个岗位，请重新选择。', 'contact');
    case 'step':
      return checkStep(picture, plan, entry);
    case 'task-acknowledged':
    case 'task-done': {
      const task = picture.tasks.find(({ id }) => id === entry.taskId);
      if (!task) return no('没有找到这项任务，请按最新列表操作。');
      if (entry.kind === 'task-acknowledged' && task.acknowledged) return no('这项任务已经有人接了。');
      return entry.kind === 'task-done' && task.doneElapsed !== null ? no('这项任务已经完成。') : ALLOWED;
    }
    case 'fact':
      return plan?.fields.some(({ key }) => key === entry.field) ? ALLOWED : no('这类事件没有这一栏。', 'field');
    case 'controlled':
      return picture.state === 'active' ? ALLOWED : no('已经标记受控。');
    case 'uncontrolled':
      return picture.state === 'controlled' ? ALLOWED : no('还没有标记受控，无需撤回。');
    case 'lifted':
      return picture.state === 'controlled' ? ALLOWED : no('请先标记「受控」，再解除。');
    case 'closed':
      return checkClose(picture, plan, entry.reason);
    case 'correction':
      return known.entryIds.has(entry.entryId) ? ALLOWED : no('没有找到要更正的那一条。', 'entryId');
    default:
      return ALLOWED;
  }
}

function checkStep(picture: IncidentPicture, plan: IncidentPlan | null, entry: Extract<EntryInput, { kind: 'step' }>): EntryCheck {
  const step = plan?.steps.find(({ id }) => id === entry.stepId);
  if (!step) return no('预案里没有这一步，请按最新列表操作。');
  if (picture.steps[step.id]?.outcome === 'done') return no('这一步已经完成。');
  if (entry.outcome === 'left-out') return entry.reason === '' ? no('请写明为什么不做这一步。', 'reason') : ALLOWED;
  if (needsPersuasion(picture, step)) {
    if (!entry.danger) return no('先劝离、再控制：还没有劝离记录。确有紧急人身危险，请勾选并写明情况。', 'danger');
    if (entry.reason === '') return no('请写明紧急人身危险的情况。', 'reason');
  }
  return ALLOWED;
}

/** 先劝离、再控制 (plan S42). */
export const needsPersuasion = ({ persuasions }: Pick<IncidentPicture, 'persuasions'>, step: IncidentStep): boolean =>
  step.kind === 'control' && persuasions === 0;

/** Mandatory steps that were neither done nor left out with a reason (plan S03d). */
export const openSteps = ({ steps }: Pick<IncidentPicture, 'steps'>, plan: IncidentPlan | null): IncidentStep[] =>
  (plan?.steps ?? []).filter((step) => step.mandatory && !steps[step.id]);

function checkClose(picture: IncidentPicture, plan: IncidentPlan | null, reason: string): EntryCheck {
  if (picture.state !== 'lifted') return no('请先解除，再结案。');
  if (!picture.whereabouts) return no('请先写明人员、物品和证据的去向。');
  const open = openSteps(picture, plan);
  if (open.length > 0 && reason === '')
    return no(`还有 ${open.length} 个必做步骤没有完成：${open.map(({ text }) => text).join('；')}。请补做，或写明原因。`, 'reason');
  return ALLOWED;
}
