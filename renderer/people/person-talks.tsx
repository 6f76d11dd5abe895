import { useAnswer } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { TalkLine } from '../visit/talk-line';

/** The newest talk's key on this page. */
export const TALK_KEY = 'J';

/** A person's talks, newest first; asked only for those who may see talks. */
export function usePersonTalks(personId: string) {
  const may = useMayAsk('interview.ofPerson');
  return useAnswer('interview.ofPerson', may ? { personId } : null).value ?? [];
}

export function PersonTalks({ talks }: { talks: ReturnType<typeof usePersonTalks> }) {
  const newest = talks.find(({ hidden }) => !hidden);
  return talks.map((talk) => (
    <div key={talk.id} className="person-line">
      <TalkLine talk={talk} keys={talk === newest ? TALK_KEY : undefined} />
    </div>
  ));
}
