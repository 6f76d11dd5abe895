import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { InterviewView } from '../../../shared/contract/interviews';
import { TEAM_ROLE_NAMES, TEAM_ROLES, type TeamRole } from '../../../shared/domain/interview';
import type { Settings } from '../../../shared/domain/settings';
import type { AppError } from '../../../shared/result';
import { membersOf } from '../../../shared/rules/stays';
import { AskForm } from '../../components/ask-form';
import { SelectField, TextField } from '../../components/field';
import { StaffOptions } from '../../components/staff-options';
import { useAnswer, useRequest } from '../../hooks/use-request';
import { NO_OVERRIDE, OverrideFields } from '../override-fields';
import { TEXTS } from '../texts';

interface Props {
  interview: InterviewView;
  onClose(): void;
}

const fieldOf = (error: AppError | undefined, path: string): string | undefined => error?.fields?.[path] ?? error?.fields?.[`act.${path}`];

/** 换人. Where nobody qualified would be left, the way to allow it opens, as at the beginning. */
export function ReplaceDialog({ interview, onClose }: Props) {
  const replacing = useRequest('interview.replace');
  const people = useAnswer('interview.people', {}).value ?? [];
  const [requestId] = useState(() => uuid());
  const [role, setRole] = useState<TeamRole>('lead');
  const [staffId, setStaffId] = useState('');
  const [reason, setReason] = useState('');
  const [override, setOverride] = useState(NO_OVERRIDE);
  const [mayOverride, setMayOverride] = useState(false);
  const { error } = replacing;
  const replace = async (): Promise<boolean> => {
    const allowed = mayOverride && override.reason !== '' ? override : undefined;
    const result = await replacing.run({ requestId, id: interview.id, role, staffId, reason, override: allowed });
    if (!result.ok && result.error.code === 'refused' && !result.error.fields) setMayOverride(true);
    return result.ok;
  };
  const allows = mayOverride && override.reason !== '';
  return (
    <AskForm
      title={TEXTS.replace}
      button={allows ? TEXTS.allowReplace : undefined}
      busy={replacing.busy}
      error={error}
      onSubmit={replace}
      onClose={onClose}
    >
      <div className="row">
        <SelectField label={TEXTS.role} data-autofocus value={role} onChange={(event) => setRole(event.target.value as TeamRole)}>
          {TEAM_ROLES.map((each) => (
            <option key={each} value={each}>
              {`${TEAM_ROLE_NAMES[each]}（${interview.team[each] || '—'}）`}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={TEXTS.newPerson}
          value={staffId}
          error={fieldOf(error, 'staffId')}
          onChange={(event) => setStaffId(event.target.value)}
        >
          <option value="">{TEXTS.nobodyYet}</option>
          <StaffOptions people={people.filter(({ id }) => id !== interview.team.ids[role])} apart={() => ''} />
        </SelectField>
      </div>
      <TextField
        label={TEXTS.reason}
        maxLength={100}
        value={reason}
        error={fieldOf(error, 'reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      {mayOverride && <OverrideFields people={people} value={override} errors={error?.fields ?? {}} onChange={setOverride} />}
    </AskForm>
  );
}

/** 加人: another listener, beside the three. */
export function JoinDialog({ interview, onClose }: Props) {
  const acting = useRequest('interview.act');
  const people = useAnswer('interview.people', {}).value ?? [];
  const [staffId, setStaffId] = useState('');
  const join = async (): Promise<boolean> => (await acting.run({ id: interview.id, act: { act: 'join', staffId } })).ok;
  const team = membersOf(interview.team.ids);
  return (
    <AskForm title={TEXTS.join} busy={acting.busy} error={acting.error} onSubmit={join} onClose={onClose}>
      <SelectField
        label={TEXTS.joining}
        data-autofocus
        value={staffId}
        error={fieldOf(acting.error, 'staffId')}
        onChange={(event) => setStaffId(event.target.value)}
      >
        <option value="">{TEXTS.nobodyYet}</option>
        <StaffOptions people={people.filter(({ id }) => !team.includes(id))} apart={() => ''} />
      </SelectField>
    </AskForm>
  );
}

/** 换室: the people and their record go on in another room. */
export function MoveDialog({ interview, settings, onClose }: Props & { settings: Settings }) {
  const acting = useRequest('interview.act');
  const [roomId, setRoomId] = useState('');
  const move = async (): Promise<boolean> => (await acting.run({ id: interview.id, act: { act: 'move', roomId } })).ok;
  return (
    <AskForm title={TEXTS.move} busy={acting.busy} error={acting.error} onSubmit={move} onClose={onClose}>
      <SelectField
        label={TEXTS.room}
        data-autofocus
        value={roomId}
        error={fieldOf(acting.error, 'roomId')}
        onChange={(event) => setRoomId(event.target.value)}
      >
        <option value="">{TEXTS.nobodyYet}</option>
        {settings.hall.rooms
          .filter(({ id }) => id !== interview.roomId)
          .map(({ id, name, wheelchair }) => (
            <option key={id} value={id}>
              {wheelchair ? `${name}（${TEXTS.wheelchair}）` : name}
            </option>
          ))}
      </SelectField>
    </AskForm>
  );
}
