import { type FormEvent, useEffect, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { TEAM_ROLE_NAMES, TEAM_ROLES, type TeamInput } from '../../shared/domain/interview';
import { QUALIFICATION_NAMES } from '../../shared/domain/staff';
import { Button } from '../components/button';
import { CheckBox, CheckChips } from '../components/check';
import { Dialog } from '../components/dialog';
import { SelectField, TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { StaffOptions } from '../components/staff-options';
import { enterSubmits } from '../hooks/enter-submits';
import { useLive } from '../hooks/use-live';
import { useAnswer, useRequest } from '../hooks/use-request';
import { noteOwnAct } from '../queue/own-calls';
import { go } from '../stores/route';
import { useScreen } from '../stores/screen';
import { useSession } from '../stores/session';
import { lastTeam, rememberTeam } from './last-team';
import { NO_OVERRIDE, OverrideFields } from './override-fields';
import { TEXTS } from './texts';

interface Props {
  visitId: string;
  from: string;
  queueNumber: string;
  roomId: string;
  onClose(): void;
}

/** 开始接谈: room and team, proposed as they were last; what falls short asks for a reason and somebody's PIN. */
export function BeginDialog({ visitId, from, queueNumber, roomId: proposed, onClose }: Props) {
  const hall = useLive('settings.all', {}).value?.hall;
  const people = useAnswer('interview.people', {}).value ?? [];
  const me = useSession((s) => s.session?.staff?.id ?? '');
  const openInterview = useScreen((s) => s.openInterview);
  const beginning = useRequest('interview.begin');
  const [requestId] = useState(() => uuid());
  const [roomId, setRoomId] = useState(proposed);
  const [team, setTeam] = useState<TeamInput>(() => ({ ...lastTeam(), recorder: lastTeam().recorder || me }));
  // Whom 准备 set for this matter stands before whoever sat here last; a choice already made by hand stays.
  const prepared = useAnswer('interview.preparedTeam', { visitId }).value ?? null;
  const [byHand, setByHand] = useState(false);
  useEffect(() => {
    if (!prepared || byHand) return;
    setTeam((was) => ({ ...prepared, others: was.others.filter((id) => !Object.values(prepared).includes(id)) }));
  }, [prepared, byHand]);
  const change = (some: Partial<TeamInput>): void => {
    setByHand(true);
    setTeam({ ...team, ...some });
  };
  const [declared, setDeclared] = useState(false);
  const [note, setNote] = useState('');
  const [override, setOverride] = useState(NO_OVERRIDE);
  // Once the rule said that somebody may allow it, the way to allow it stays open.
  const [mayOverride, setMayOverride] = useState(false);
  const fields = beginning.error?.fields ?? {};

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (beginning.busy) return;
    const allowed = mayOverride && override.reason !== '' ? override : undefined;
    const result = await beginning.run({ requestId, visitId, from, roomId, team, recusal: { declared, note }, override: allowed });
    if (result.ok) {
      rememberTeam(team);
      noteOwnAct({ id: visitId, queueNumber }, { act: 'enter', roomId });
      onClose();
      openInterview(result.value.interviewId);
      go('interview');
    } else if (result.error.code === 'refused' && !Object.values(result.error.fields ?? {}).some((text) => text.includes('同一人')))
      setMayOverride(true);
  };

  const choose = (role: (typeof TEAM_ROLES)[number]) => (
    <SelectField
      key={role}
      label={TEAM_ROLE_NAMES[role]}
      value={team[role]}
      error={fields[role]}
      data-autofocus={role === 'lead' ? true : undefined}
      onChange={(event) => change({ [role]: event.target.value })}
    >
      <option value="">{TEXTS.nobodyYet}</option>
      <StaffOptions
        people={people}
        apart={({ qualifications, onDuty }) =>
          [...qualifications.map((each) => QUALIFICATION_NAMES[each]), ...(onDuty ? [] : [TEXTS.offDuty])].join('、')
        }
      />
    </SelectField>
  );

  return (
    <Dialog title={TEXTS.beginTitle(queueNumber)} onClose={onClose} size="wide">
      <form onSubmit={(event) => void submit(event)} onKeyDown={enterSubmits} noValidate>
        <div className="dialog-body">
          <div className="row">{TEAM_ROLES.map(choose)}</div>
          {prepared && <p className="tone-quiet">{TEXTS.preparedTeam}</p>}
          <SelectField label={TEXTS.room} value={roomId} error={fields.roomId} onChange={(event) => setRoomId(event.target.value)}>
            <option value="">{TEXTS.nobodyYet}</option>
            {hall?.rooms.map((room) => (
              <option key={room.id} value={room.id}>
                {room.name}
                {room.wheelchair ? `（${TEXTS.wheelchair}）` : ''}
              </option>
            ))}
          </SelectField>
          <CheckChips
            label={TEXTS.others}
            options={people
              .filter(({ id }) => !TEAM_ROLES.some((role) => team[role] === id))
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={team.others}
            onChange={(others) => change({ others })}
          />
          <CheckBox label={TEXTS.recusal} checked={declared} onChange={(event) => setDeclared(event.target.checked)} />
          {declared && (
            <TextField label={TEXTS.recusalNote} value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />
          )}
          {mayOverride && <OverrideFields people={people} value={override} errors={fields} onChange={setOverride} />}
          {beginning.error && <ErrorNotice error={beginning.error} />}
          {!beginning.error && !declared && <Notice level="info">{TEXTS.recusalAsked}</Notice>}
        </div>
        <div className="dialog-foot">
          <Button hint="Esc" onClick={onClose}>
            {TEXTS.back}
          </Button>
          <Button type="submit" kind="primary" hint="Enter" disabled={beginning.busy}>
            {mayOverride && override.reason !== '' ? TEXTS.allow : TEXTS.begin}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
