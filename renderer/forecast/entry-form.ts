import { z } from 'zod';
import type { InputOf } from '../../shared/contract';
import { ForecastChannel, type ForecastView } from '../../shared/domain/forecast';
import { readTime } from '../../shared/rules/read-time';
import { timeOf } from '../../shared/rules/time';

const words = z.string().catch('');

/** What the form holds: text as it was typed, so that nothing typed is lost because it is not a number yet. */
export const EntryForm = z.object({
  ...{ date: words, time: words, received: words, source: words, who: words, heads: words, demand: words, field: words },
  ...{ place: words, history: words, visits: words, age: words, health: words, conduct: words },
  channel: ForecastChannel.catch('system'),
  resolved: z.enum(['', 'yes', 'no']).catch(''),
  interests: z.boolean().catch(false),
  extreme: z.boolean().catch(false),
  personId: words,
  matterId: words,
  /** Of whoever it is linked with, to be shown; never sent. */
  personName: words,
});
export type EntryForm = z.infer<typeof EntryForm>;

/** Everything a field's sentence can stand beside, in the order of the form. */
export const ENTRY_FIELDS = [
  ...['who', 'date', 'time', 'heads', 'channel', 'received', 'source', 'demand', 'field', 'place'],
  ...['history', 'visits', 'resolved', 'age', 'health', 'conduct'],
] as const satisfies readonly (keyof EntryForm)[];

const text = (value: number | null): string => (value === null ? '' : String(value));

export const formOf = (item: ForecastView | null, date: string): EntryForm => ({
  date: item?.date ?? date,
  time: item?.plannedAt ? timeOf(item.plannedAt) : '',
  channel: item?.channel ?? 'system',
  received: '',
  source: item?.source ?? '',
  who: item?.who ?? '',
  heads: text(item?.heads ?? null),
  demand: item?.demand ?? '',
  field: item?.field ?? '',
  place: item?.place ?? '',
  history: item?.history ?? '',
  visits: text(item?.visits ?? null),
  resolved: item?.resolved === true ? 'yes' : item?.resolved === false ? 'no' : '',
  interests: item?.interests ?? false,
  extreme: item?.extreme ?? false,
  age: item?.age ?? '',
  health: '',
  conduct: '',
  personId: item?.personId ?? '',
  matterId: item?.matterId ?? '',
  personName: '',
});

/** NaN where something other than a number was typed: the contract's own sentence says so beside the field. */
const number = (typed: string): number | null => {
  const plain = typed.normalize('NFKC').replace(/[\s人次名]/gu, '');
  return plain === '' ? null : Number(plain);
};

type Item = InputOf<'forecast.saveWhole'>['item'];
/** What the contract cannot read is not sent: the sentence beside each field, or the item. */
export function inputOf(form: EntryForm, id: string | undefined): { ok: true; item: Item } | { ok: false; fields: Record<string, string> } {
  const fields: Record<string, string> = {};
  const time = (field: 'time' | 'received'): string => {
    const read = form[field].trim() === '' ? '' : readTime(form[field]);
    if (read === null) fields[field] = '时间应为 9:30 或 0930 这样的格式';
    return read ?? '';
  };
  const count = (field: 'heads' | 'visits', most: number): number | null => {
    const value = number(form[field]);
    if (value !== null && (!Number.isInteger(value) || value < 1 || value > most)) fields[field] = `应为 1–${most} 的整数，不知道就空着`;
    return value;
  };
  const { personName: _, health, conduct, ...rest } = form;
  const item: Item = {
    ...rest,
    id,
    time: time('time'),
    received: time('received'),
    heads: count('heads', 9999),
    visits: count('visits', 999),
    resolved: form.resolved === '' ? null : form.resolved === 'yes',
    traits: { health, conduct },
  };
  if (form.who.trim() === '') fields.who = '请填写来访人或群体';
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, item };
}
