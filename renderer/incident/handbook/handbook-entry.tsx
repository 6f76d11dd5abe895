import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { HandbookEdition } from '../../../shared/domain/handbook';
import { PLAN_STATE_NAMES } from '../../../shared/domain/incident-plan';
import type { Grouped } from '../../../shared/rules/handbook';
import { stampOf } from '../../../shared/rules/time';
import { AskForm } from '../../components/ask-form';
import { Button } from '../../components/button';
import { TextArea } from '../../components/field';
import { ErrorNotice } from '../../components/notice';
import { Tag } from '../../components/panel';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useRequest } from '../../hooks/use-request';
import { missingOf, SignFields } from '../report/sign-fields';
import { TEXTS as SIGN } from '../report/texts';
import { TEXTS } from './texts';

interface Props {
  entry: Grouped<HandbookEdition>;
  /** The approval stands over it: no other key acts. */
  approving: boolean;
  onApproving(approving: boolean): void;
  onEdit(): void;
  onSaid(said: string): void;
}

/** One entry as it is read: its newest edition, and the older ones below. */
export function HandbookEntry({ entry, approving, onApproving, onEdit, onSaid }: Props) {
  const { newest, inForce, editions } = entry;
  const printing = useRequest('handbook.print');
  const [withdrawing, setWithdrawing] = useState(false);
  const draft = newest.state === 'draft';
  const standing = draft || inForce !== undefined;
  const withdraw = (open: boolean): void => {
    setWithdrawing(open);
    onApproving(open);
  };
  const print = async (): Promise<void> => {
    if ((await printing.run({ requestId: uuid(), id: newest.id })).ok) onSaid(TEXTS.printed);
  };
  useHotkeys(
    { 'Alt+A': () => draft && onApproving(true), 'Alt+P': () => void print(), 'Alt+X': () => standing && withdraw(true) },
    { inDialog: true, enabled: !approving },
  );
  return (
    <article className="handbook-entry" aria-label={newest.title}>
      <h3>{newest.title}</h3>
      <Edition edition={newest} />
      {draft && inForce && <p>{TEXTS.stillInForce(inForce.edition)}</p>}
      <p className="handbook-body">{newest.body}</p>
      {editions.length > 1 && (
        <details>
          <summary>{TEXTS.older}</summary>
          {editions.slice(1).map((older) => (
            <div key={older.id} className="handbook-older">
              <Edition edition={older} />
              <p className="handbook-body">{older.body}</p>
            </div>
          ))}
        </details>
      )}
      {printing.error && <ErrorNotice error={printing.error} />}
      <div className="handbook-acts">
        <Button hint="Alt+P" disabled={printing.busy} onClick={() => void print()}>
          {TEXTS.print}
        </Button>
        <Button hint="Alt+E" onClick={onEdit}>
          {TEXTS.edit}
        </Button>
        {standing && (
          <Button hint="Alt+X" onClick={() => withdraw(true)}>
            {TEXTS.withdraw}
          </Button>
        )}
        {draft && (
          <Button kind="primary" hint="Alt+A" onClick={() => onApproving(true)}>
            {TEXTS.approve}
          </Button>
        )}
      </div>
      {withdrawing && <WithdrawDialog edition={newest} onDone={() => onSaid(TEXTS.withdrawnNow)} onClose={() => withdraw(false)} />}
      {approving && !withdrawing && (
        <ApproveDialog edition={newest} onDone={() => onSaid(TEXTS.approvedNow)} onClose={() => onApproving(false)} />
      )}
    </article>
  );
}

function Edition({ edition }: { edition: HandbookEdition }) {
  const { state, byName, at, approvedName, approvedAt, incidentNumber, withdrawn } = edition;
  return (
    <p className="handbook-about">
      <Tag tone={state === 'in-force' ? 'good' : state === 'draft' ? 'warn' : 'plain'}>{PLAN_STATE_NAMES[state]}</Tag>
      <span>{TEXTS.edition(edition.edition)}</span>
      <span>{TEXTS.written(byName, stampOf(at).slice(0, 16))}</span>
      {approvedAt !== null && <span>{TEXTS.approved(approvedName, stampOf(approvedAt).slice(0, 16))}</span>}
      {incidentNumber && <span>{TEXTS.from(incidentNumber)}</span>}
      {withdrawn && <span>{TEXTS.withdrawn(withdrawn.name, stampOf(withdrawn.at).slice(0, 16), withdrawn.reason)}</span>}
    </p>
  );
}

function ApproveDialog({ edition, onDone, onClose }: { edition: HandbookEdition; onDone(): void; onClose(): void }) {
  const approving = useRequest('handbook.approve');
  const [requestId] = useState(() => uuid());
  const [signature, setSignature] = useState({ signerId: '', code: '' });
  const [tried, setTried] = useState(false);
  const missing = missingOf(signature, SIGN.chooseApprover);
  const approve = async (): Promise<boolean> => {
    setTried(true);
    if (Object.keys(missing).length > 0) return false;
    const result = await approving.run({ requestId, id: edition.id, ...signature });
    if (result.ok) onDone();
    return result.ok;
  };
  const pinSaid = approving.error?.code === 'wrong-pin' || approving.error?.code === 'wait';
  return (
    <AskForm
      title={`${TEXTS.approve}：${edition.title}`}
      button={TEXTS.approve}
      busy={approving.busy}
      error={pinSaid ? undefined : approving.error}
      onSubmit={approve}
      onClose={onClose}
    >
      <SignFields
        label={SIGN.approver}
        value={signature}
        error={approving.error}
        missing={tried ? missing : {}}
        onChange={setSignature}
        onEnter={async () => {
          if (!approving.busy && (await approve())) onClose();
        }}
      />
    </AskForm>
  );
}

/** Out of force, with the reason and a leader's PIN: as it came into force. */
function WithdrawDialog({ edition, onDone, onClose }: { edition: HandbookEdition; onDone(): void; onClose(): void }) {
  const withdrawing = useRequest('handbook.withdraw');
  const [requestId] = useState(() => uuid());
  const [reason, setReason] = useState('');
  const [signature, setSignature] = useState({ signerId: '', code: '' });
  const [tried, setTried] = useState(false);
  const missing = missingOf(signature, SIGN.chooseApprover);
  const { error } = withdrawing;
  const withdraw = async (): Promise<boolean> => {
    setTried(true);
    if (Object.keys(missing).length > 0) return false;
    const result = await withdrawing.run({ requestId, id: edition.id, reason, ...signature });
    if (result.ok) onDone();
    return result.ok;
  };
  const pinSaid = error?.code === 'wrong-pin' || error?.code === 'wait';
  return (
    <AskForm
      title={`${TEXTS.withdraw}：${edition.title}`}
      button={TEXTS.withdraw}
      busy={withdrawing.busy}
      error={pinSaid ? undefined : error}
      onSubmit={withdraw}
      onClose={onClose}
    >
      <TextArea
        label={TEXTS.withdrawReason}
        data-autofocus
        rows={3}
        maxLength={200}
        value={reason}
        error={error?.fields?.reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <SignFields
        label={SIGN.approver}
        value={signature}
        error={error}
        missing={tried ? missing : {}}
        onChange={setSignature}
        onEnter={async () => {
          if (!withdrawing.busy && (await withdraw())) onClose();
        }}
      />
    </AskForm>
  );
}
