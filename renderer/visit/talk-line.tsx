import type { InterviewRow } from '../../shared/contract/interviews';
import { RESULT_NAMES } from '../../shared/domain/disposal';
import { SIGNED_HOW_NAMES } from '../../shared/domain/interview';
import { SECRET_WORDS } from '../../shared/rules/mask';
import { stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { Tag } from '../components/panel';
import { openTalk } from './open-talk';
import { TEXTS } from './texts';

/** When and where, what came of it, whether it is signed; its record opens unless the matter is hidden from this person. */
export function TalkLine({ talk, keys }: { talk: InterviewRow; keys?: string }) {
  const { state, result, signed, hidden } = talk;
  const came = hidden ? SECRET_WORDS : result ? RESULT_NAMES[result] : TEXTS.talkStates[state];
  return (
    <p className="talk-of-visit">
      <span>{stampOf(talk.startedAt).slice(0, 16)}</span>
      <span>{talk.roomName}</span>
      <Tag tone={state === 'ended' ? 'plain' : 'warn'}>{came}</Tag>
      {state === 'ended' && !hidden && <Tag tone={signed ? 'good' : 'warn'}>{signed ? SIGNED_HOW_NAMES[signed] : TEXTS.notSigned}</Tag>}
      {!hidden && (
        <Button kind="quiet" hint={keys} onClick={() => openTalk(talk.id)}>
          {TEXTS.openTalk}
        </Button>
      )}
    </p>
  );
}
