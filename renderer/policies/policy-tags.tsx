import { dayOf } from '../../shared/rules/time';
import { Tag } from '../components/panel';
import { programNow } from '../stores/session';
import { TEXTS } from './texts';

/** What must be known before a text is quoted: ours or the state's own words, in use or not. */
export function PolicyTags({ digest, active, effective }: { digest: boolean; active: boolean; effective: string }) {
  return (
    <>
      {digest && <Tag tone="warn">{TEXTS.digest}</Tag>}
      {!active && <Tag tone="bad">{TEXTS.retired}</Tag>}
      {effective > dayOf(programNow()) && <Tag tone="warn">{TEXTS.notYet}</Tag>}
    </>
  );
}
