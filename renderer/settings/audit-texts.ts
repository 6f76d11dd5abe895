import type { SettingsKey } from '../../shared/domain/settings';
import { TEXTS as TABS } from './texts';

/** The program's own words inside an object: which setting, which number was looked at. */
export const SETTING_NAMES: Readonly<Record<SettingsKey, string>> = {
  unit: TABS.tabs.unit,
  hall: TABS.tabs.hall,
  rules: TABS.tabs.rules,
  fields: TABS.tabs.fields,
  notice: TABS.tabs.notice,
  printing: TABS.tabs.printing,
  reader: TABS.tabs.reader,
  hallScreen: TABS.tabs.hallScreen,
  calendar: TABS.tabs.calendar,
  deadlines: TABS.tabs.deadlines,
  targets: TABS.tabs.targets,
  emergency: TABS.tabs.emergency,
  duty: TABS.tabs.duty,
  preparation: TABS.tabs.preparation,
  forecast: TABS.tabs.forecast,
  backup: TABS.tabs.backup,
  retention: TABS.tabs.retention,
  reports: TABS.tabs.reports,
  statistics: TABS.tabs.statistics,
};
export const REVEALED_NAMES: Readonly<Record<'docNumber' | 'phone', string>> = { docNumber: '证件号码', phone: '手机号' };

/** A kind and a name, as a person reads them. */
export const named = (kind: string, name: string): string => (name ? `${kind} ${name}` : kind);
export const setting = (name: string): string => `设置「${name}」`;
/** An id is long and says nothing; its end is enough to tell two apart. */
export const byEnd = (id: string): string => `…${id.slice(-8)}`;
export const asked = (what: string, why: string): string => `${what}：${why}`;
/** Written by another version, or by nobody who knows us: said as it came, never as if it were a word. */
export const unknownAct = (code: string): string => `其他操作（代号 ${code}）`;
export const unknownObject = (code: string): string => `其他对象（代号 ${code}）`;
export const unknownRequest = (code: string): string => `其他请求（代号 ${code}）`;
