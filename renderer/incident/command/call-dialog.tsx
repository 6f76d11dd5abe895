import { useState } from 'react';
import type { CallView, IncidentView } from '../../../shared/contract/incidents';
import { type CallOutcome, type EntryInput, SERVICE_STAGES, type ServiceStage } from '../../../shared/domain/incident';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { TextField } from '../../components/field';
import { ErrorNotice } from '../../components/notice';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { TEXTS } from '../texts';
import { useAdding } from './use-adding';

interface Props {
  incident: IncidentView;
  row: CallView;
  onClose(): void;
}

/** The program cannot telephone: it shows the number large and what to say, and takes down how it went with one key. */
export function CallDialog({ incident, row, onClose }: Props) {
  const adding = useAdding(incident.id);
  const [person, setPerson] = useState(row.person);
  const [phone, setPhone] = useState(row.phone);
  const [text, setText] = useState('');
  const [caseNo, setCaseNo] = useState(row.service ? (incident.services[row.service]?.caseNo ?? '') : '');
  const add = async (entry: EntryInput, close: boolean): Promise<void> => {
    if (!adding.busy && (await adding.add(entry)) && close) onClose();
  };
  // Another name than the one that was proposed is somebody else's, and stands in for nobody.
  const instead = row.insteadOf && person === row.person ? { insteadOf: row.insteadOf } : {};
  const call = (outcome: CallOutcome): void =>
    void add({ kind: 'call', contact: row.contact, outcome, person, ...instead, phone, text }, outcome !== 'dialled');
  const service = (stage: ServiceStage): void => {
    if (row.service) void add({ kind: 'service', service: row.service, stage, caseNo, text }, true);
  };
  useHotkeys(
    row.service
      ? { 'Alt+1': () => service('called'), 'Alt+2': () => service('arrived'), 'Alt+3': () => service('left') }
      : { 'Alt+1': () => call('dialled'), 'Alt+2': () => call('no-answer'), 'Alt+3': () => call('told') },
    { inDialog: true },
  );
  const errors = adding.error?.fields ?? {};
  return (
    <Dialog title={`${TEXTS.call} ${row.name}`} onClose={onClose}>
      <div className="dialog-body">
        {phone ? <p className="call-number">{phone}</p> : <p className="tone-warn">{TEXTS.nobody}</p>}
        {row.insteadOf && <p className="tone-warn">{TEXTS.instead(row.insteadOf)}</p>}
        {row.script && (
          <p className="call-script">
            <b>{TEXTS.script}</b>
            {row.script}
          </p>
        )}
        {row.service ? (
          <TextField
            label={TEXTS.caseNo}
            data-autofocus
            maxLength={30}
            value={caseNo}
            onChange={(event) => setCaseNo(event.target.value)}
          />
        ) : (
          <div className="row">
            <TextField
              label={TEXTS.person}
              data-autofocus
              maxLength={30}
              value={person}
              onChange={(event) => setPerson(event.target.value)}
            />
            <TextField label={TEXTS.phone} maxLength={30} value={phone} onChange={(event) => setPhone(event.target.value)} />
          </div>
        )}
        <TextField
          label={TEXTS.callNote}
          maxLength={200}
          value={text}
          error={errors['entry.text']}
          onChange={(event) => setText(event.target.value)}
        />
        {adding.error && <ErrorNotice error={adding.error} />}
      </div>
      <div className="dialog-foot">
        {row.service ? (
          SERVICE_STAGES.map((stage, i) => (
            <Button key={stage} kind={i === 0 ? 'primary' : 'plain'} hint={`Alt+${i + 1}`} onClick={() => service(stage)}>
              {TEXTS.services[stage]}
            </Button>
          ))
        ) : (
          <>
            <Button hint="Alt+1" onClick={() => call('dialled')}>
              {TEXTS.answer}
            </Button>
            <Button hint="Alt+2" onClick={() => call('no-answer')}>
              {TEXTS.noAnswer}
            </Button>
            <Button kind="primary" hint="Alt+3" onClick={() => call('told')}>
              {TEXTS.toldNow}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
