import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { LINK_KIND_NAMES, type LinkView, type ProposalView } from '../../shared/domain/forecast-acts';
import { AskForm } from '../components/ask-form';
import { RadioChips } from '../components/check';
import { TextField } from '../components/field';
import { useRequest } from '../hooks/use-request';
import { useSession } from '../stores/session';
import { TEXTS } from './texts';

type Verdict = 'yes' | 'no';
const LINKED: readonly { value: Verdict; label: string }[] = [
  { value: 'yes', label: TEXTS.accept },
  { value: 'no', label: TEXTS.reject },
];
const ADOPTED: readonly { value: Verdict; label: string }[] = [
  { value: 'yes', label: TEXTS.adopted },
  { value: 'no', label: TEXTS.notAdopted },
];

/** Whether they belong together: a person says, never the program. */
export function LinkDialog({ date, link, onClose }: { date: string; link: LinkView; onClose(): void }) {
  const deciding = useRequest('forecast.decideLink');
  const [requestId] = useState(() => uuid());
  const [verdict, setVerdict] = useState<Verdict>('yes');
  const [reason, setReason] = useState('');
  const submit = async (): Promise<boolean> => {
    const memberIds = link.members.map(({ id }) => id);
    return (await deciding.run({ requestId, date, kind: link.kind, memberIds, accepted: verdict === 'yes', reason })).ok;
  };
  return (
    <AskForm title={TEXTS.decideLink} busy={deciding.busy} error={deciding.error} onSubmit={submit} onClose={onClose}>
      <p>
        <b>
          {LINK_KIND_NAMES[link.kind]}「{link.subject}」
        </b>
        　{link.members.map(({ text }) => text).join('、')}
      </p>
      <RadioChips label={TEXTS.links} begins options={LINKED} value={verdict} onChange={(value) => setVerdict(value)} />
      <TextField
        label={TEXTS.reason}
        required={verdict === 'no'}
        maxLength={200}
        value={reason}
        error={deciding.error?.fields?.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskForm>
  );
}

/** The leading group's word: a leader's own, or what one of them said at the telephone. */
export function DecideDialog({ proposal, onClose }: { proposal: ProposalView; onClose(): void }) {
  const deciding = useRequest('forecast.decide');
  const me = useSession((s) => s.session?.staff);
  const own = me?.roles.includes('leader') ?? false;
  const [requestId] = useState(() => uuid());
  const [verdict, setVerdict] = useState<Verdict>('yes');
  const [person, setPerson] = useState('');
  const [reason, setReason] = useState('');
  const submit = async (): Promise<boolean> =>
    (await deciding.run({ requestId, id: proposal.id, adopted: verdict === 'yes', person, reason })).ok;
  return (
    <AskForm
      title={TEXTS.decideTitle}
      button={TEXTS.doDecide}
      busy={deciding.busy}
      error={deciding.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <b>{proposal.risk}</b>　{proposal.advice}
      </p>
      <RadioChips label={TEXTS.decide} begins options={ADOPTED} value={verdict} onChange={(value) => setVerdict(value)} />
      <TextField
        label={TEXTS.decidedBy}
        required={!own}
        maxLength={30}
        value={person}
        note={own ? TEXTS.ownDecision(me?.name ?? '') : TEXTS.decidedByNote}
        error={deciding.error?.fields?.person}
        onChange={(event) => setPerson(event.target.value)}
      />
      <TextField
        label={TEXTS.reason}
        required={verdict === 'no'}
        maxLength={200}
        value={reason}
        error={deciding.error?.fields?.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskForm>
  );
}
