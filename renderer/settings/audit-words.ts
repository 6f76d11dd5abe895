import { REQUEST_NAMES } from '../../shared/audit/request-names';
import type { AuditEntry } from '../../shared/domain/audit';
import { OBJECT_KINDS } from './audit-objects';
import { asked, byEnd, named, REVEALED_NAMES, SETTING_NAMES, setting, unknownAct, unknownObject, unknownRequest } from './audit-texts';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const IS_CHINESE = /\p{Script=Han}/u;
const VISIT_NUMBER = /^\d{8}-\d{2}-\d{4}/;

const own = (names: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(names, key) ? names[key] : undefined;
const shortened = (text: string): string => text.replace(ID, byEnd);

/** What was done. The host knows its own acts by Chinese words; what has none came from elsewhere. */
export const actInWords = ({ action }: AuditEntry): string => (IS_CHINESE.test(action) ? action : unknownAct(action));

/**
 * What it was done to: the kind in words and a reference short enough to read. The trail keeps ids, keys and names in
 * one text; here they become what an auditor reads.
 */
export function objectInWords({ action, target, staffName }: AuditEntry): string {
  const kind = own(OBJECT_KINDS, action);
  switch (kind) {
    case undefined:
      return IS_CHINESE.test(target) || VISIT_NUMBER.test(target) || !target ? shortened(target) : unknownObject(shortened(target));
    case '请求':
      return refusal(target);
    case '设置': {
      // Behind the key may stand what the change moved.
      const [key = '', ...moved] = target.split(' ');
      const name = own(SETTING_NAMES, key);
      return name ? named(setting(name), moved.join(' ')) : unknownObject(shortened(target));
    }
    case '本单位':
      // The example visits of a demonstration unit come in the same batch; the trail names the first of them.
      return kind;
    case '来访人': {
      const [id = '', field = ''] = target.split(' ');
      return named(named(kind, shortened(id)), own(REVEALED_NAMES, field) ?? field);
    }
    case '工作人员':
      // Whoever signed in is who did it, by name.
      return named(kind, target.replace(ID, staffName));
    default:
      return named(kind, shortened(target));
  }
}

function refusal(target: string): string {
  const [request = '', ...why] = target.split('：');
  return asked(own(REQUEST_NAMES, request) ?? unknownRequest(request), why.join('：'));
}
