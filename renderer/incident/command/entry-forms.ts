import { GROUP_NAMES, GROUPS } from '../../../shared/domain/emergency';
import { type EntryInput, ITEM_FATE_NAMES, ITEM_FATES, type TypedEntryKind } from '../../../shared/domain/incident';

export interface FormField {
  name: string;
  label: string;
  kind: 'text' | 'area' | 'number' | 'time' | 'choice';
  options?: readonly (readonly [value: string, label: string])[];
  max?: number;
}
export interface EntryForm {
  title: string;
  fields: readonly FormField[];
}

const text = (name: string, label: string, max = 200): FormField => ({ name, label, kind: 'text', max });
const area = (name: string, label: string, max = 500): FormField => ({ name, label, kind: 'area', max });

/** What is asked before an entry is added. Each is a few fields and Enter. */
export const ENTRY_FORMS: Partial<Record<TypedEntryKind, EntryForm>> = {
  people: { title: '现场人数', fields: [{ name: 'count', label: '人数', kind: 'number' }] },
  task: {
    title: '交办任务',
    fields: [
      { name: 'group', label: '交给', kind: 'choice', options: GROUPS.map((g) => [g, GROUP_NAMES[g]] as const) },
      text('text', '任务', 500),
    ],
  },
  arrival: { title: '到场', fields: [text('person', '到场人', 30), text('post', '职务或单位', 30)] },
  decision: { title: '决定', fields: [text('topic', '议题', 60), area('text', '决定'), text('decider', '决定人', 30)] },
  persuasion: { title: '劝离一次', fields: [text('text', '怎么说的，对方反应')] },
  item: {
    title: '物品',
    fields: [
      text('name', '物品', 60),
      text('feature', '特征', 100),
      { name: 'fate', label: '处置', kind: 'choice', options: ITEM_FATES.map((f) => [f, ITEM_FATE_NAMES[f]] as const) },
      text('takenBy', '经手或接收人', 60),
      text('receiptNo', '收据号', 30),
    ],
  },
  injury: { title: '伤情', fields: [text('person', '谁', 30), text('injury', '伤情'), text('aid', '救护情况')] },
  camera: {
    title: '录像',
    fields: [
      text('camera', '摄像头编号或位置', 40),
      { name: 'from', label: '从', kind: 'time' },
      { name: 'until', label: '到', kind: 'time' },
      text('text', '说明'),
    ],
  },
  controlled: { title: '受控', fields: [text('text', '现场情况')] },
  uncontrolled: { title: '撤回受控', fields: [text('reason', '原因')] },
  lifted: { title: '解除', fields: [text('reason', '解除的依据')] },
  'false-alarm': { title: '误报', fields: [text('reason', '误报的原因')] },
  whereabouts: {
    title: '去向',
    fields: [area('people', '人员去向'), area('items', '物品去向'), area('evidence', '证据（录像、照片、录音）')],
  },
  summary: { title: '小结', fields: [area('text', '小结', 2000)] },
  review: {
    title: '评估',
    fields: [area('limits', '时限是否做到', 1000), area('worked', '有效的措施', 1000), area('improve', '改进意见', 1000)],
  },
  closed: { title: '结案', fields: [text('reason', '有未做步骤时写明原因')] },
};

/** @param typed as the fields hold it @returns what is asked for; numbers as numbers */
export function entryOf(kind: TypedEntryKind, typed: Readonly<Record<string, string>>): EntryInput {
  const form = ENTRY_FORMS[kind];
  const values = Object.fromEntries(
    (form?.fields ?? []).map(({ name, kind: type, options }) => {
      const value = typed[name] ?? options?.[0]?.[0] ?? '';
      return [name, type === 'number' ? Number(value || Number.NaN) : value];
    }),
  );
  return { kind, ...values } as EntryInput;
}
