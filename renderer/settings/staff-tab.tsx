import { useState } from 'react';
import { ROLE_NAMES } from '../../shared/domain/basics';
import type { StaffMember } from '../../shared/domain/staff';
import type { AppError } from '../../shared/result';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { Tag } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useMayAsk } from '../stores/session';
import { StaffDialog } from './staff-dialog';
import { TEXTS } from './texts';

/** Who works here, as what, and who is on duty today. */
export function StaffTab() {
  const staff = useLive('staff.list', {});
  const maySave = useMayAsk('staff.save');
  const [editing, setEditing] = useState<StaffMember | 'new' | null>(null);
  const [error, setError] = useState<AppError>();
  const setDuty = async (id: string, onDuty: boolean): Promise<void> => {
    const result = await ask('staff.duty', { id, onDuty });
    setError(result.ok ? undefined : result.error);
  };
  return (
    <div className="setting">
      <header className="panel-head">
        <h2>{TEXTS.tabs.staff}</h2>
        {maySave && (
          <Button kind="primary" className="panel-end-button" onClick={() => setEditing('new')}>
            {TEXTS.newStaff}
          </Button>
        )}
      </header>
      {(error ?? staff.error) && <ErrorNotice error={(error ?? staff.error) as AppError} onDismiss={() => setError(undefined)} />}
      <div className="setting-body">
        <table className="table setting-staff">
          <thead>
            <tr>
              {TEXTS.staffHead.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {staff.value?.map((member) => (
              <tr key={member.id}>
                <td>
                  <b>{member.name}</b>
                </td>
                <td>{member.roles.map((role) => ROLE_NAMES[role]).join('、')}</td>
                <td>{member.phone}</td>
                <td>
                  <input
                    type="checkbox"
                    className="setting-check"
                    aria-label={`${member.name} ${TEXTS.onDuty}`}
                    checked={member.onDuty}
                    disabled={!member.active}
                    onChange={(event) => void setDuty(member.id, event.target.checked)}
                  />
                </td>
                <td>
                  <Tag tone={member.active ? 'good' : 'plain'}>{member.active ? TEXTS.active : TEXTS.inactive}</Tag>
                </td>
                <td>
                  {maySave && (
                    <Button className="button-small" aria-label={`${TEXTS.edit} ${member.name}`} onClick={() => setEditing(member)}>
                      {TEXTS.edit}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {editing && <StaffDialog member={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  );
}
