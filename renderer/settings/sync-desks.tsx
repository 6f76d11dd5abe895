import { useState } from 'react';
import type { DeskSeen, SyncView } from '../../shared/domain/sync';
import { deskWords, otherDesks } from '../../shared/rules/sync-words';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { useNow } from '../hooks/use-now';
import { useRequest } from '../hooks/use-request';
import { useSession } from '../stores/session';
import { DesksTable } from '../sync/desks-table';
import { InvitedDialog } from './sync-invited';
import { RevokeDialog } from './sync-revoke';
import { SYNC } from './sync-texts';

/** The hall's desks: who is there, whom to invite, whom to shut out. */
export function SyncDesks({ view }: { view: SyncView }) {
  const hall = useLive('settings.all', {}).value?.hall.desks ?? [];
  const own = useSession((s) => s.program?.deskCode);
  const now = useNow(5000);
  const invite = useRequest('sync.invite');
  const [invited, setInvited] = useState<{ desk: DeskSeen; code: string; file: string } | null>(null);
  const [revoking, setRevoking] = useState<DeskSeen | null>(null);
  const [said, setSaid] = useState('');

  const ask = async (desk: DeskSeen): Promise<void> => {
    if (invite.busy) return;
    setSaid('');
    const result = await invite.run({ deskCode: desk.code });
    if (result.ok && result.value) setInvited({ desk, ...result.value });
  };
  const acts = (desk: DeskSeen) =>
    !desk.revoked &&
    desk.code !== own && (
      <>
        {!desk.online && desk.lastSeen === null && (
          <Button className="button-small" disabled={invite.busy} onClick={() => void ask(desk)}>
            {SYNC.invite}
          </Button>
        )}{' '}
        {desk.invited && (
          <Button className="button-small" kind="danger" onClick={() => setRevoking(desk)}>
            {SYNC.revoke}
          </Button>
        )}
      </>
    );
  return (
    <section className="setting-group" aria-label={SYNC.desks}>
      <h3>{SYNC.desks}</h3>
      <p className="tone-quiet">
        {SYNC.desksWhy}
        {view.link === 'alone' && SYNC.withoutHub}
      </p>
      {invite.error && <ErrorNotice error={invite.error} onDismiss={invite.clear} />}
      {said && (
        <Notice level="good" onDismiss={() => setSaid('')}>
          {said}
        </Notice>
      )}
      <DesksTable desks={otherDesks(view, '', hall)} link={view.link} now={now} acts={acts} />
      {invited && <InvitedDialog {...invited} onClose={() => setInvited(null)} />}
      {revoking && (
        <RevokeDialog desk={revoking} onDone={() => setSaid(SYNC.revoked(deskWords(revoking)))} onClose={() => setRevoking(null)} />
      )}
    </section>
  );
}
