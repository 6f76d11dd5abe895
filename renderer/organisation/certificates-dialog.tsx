import { useState } from 'react';
import type { CertificateKind, CertificateView, RosterMember } from '../../shared/domain/duty';
import { holdingName } from '../../shared/domain/duty';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Notice } from '../components/notice';
import { Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useMayAsk } from '../stores/session';
import { ReasonForm } from '../visit/reason-form';
import { CertificateForm } from './certificate-form';
import { STANDING_TONES } from './member-row';
import { TEXTS } from './texts';

const T = TEXTS.certificate;
type Stage = { what: 'list' } | { what: 'edit'; certificate: CertificateView | null } | { what: 'remove'; certificate: CertificateView };

interface Props {
  member: RosterMember;
  day: string;
  kinds: readonly CertificateKind[];
  onClose(): void;
}

/** The papers of one of the staff: number and last day (plan S14). */
export function CertificatesDialog({ member, day, kinds, onClose }: Props) {
  const may = useMayAsk('certificate.save');
  const list = useLive('certificate.list', { day }, may).value?.filter(({ staffId }) => staffId === member.id) ?? [];
  const [stage, setStage] = useState<Stage>({ what: 'list' });
  const back = (): void => setStage({ what: 'list' });
  const add = (): void => setStage({ what: 'edit', certificate: null });
  useHotkeys(may && stage.what === 'list' ? { F4: add } : {}, { inDialog: true });
  return (
    <Dialog title={T.title(member.name)} size="wide" stage={stage.what} onClose={stage.what === 'list' ? onClose : back}>
      {stage.what === 'list' && (
        <>
          <div className="dialog-body">
            {!may && <Notice level="info">{T.onlyKeepers}</Notice>}
            {may && list.length === 0 && <p className="empty">{T.empty}</p>}
            {list.length > 0 && (
              <table className="table" aria-label={T.list}>
                <thead>
                  <tr>
                    {T.head.map((head) => (
                      <th key={head}>{head}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {list.map((certificate) => {
                    const name = holdingName(certificate.kind, kinds);
                    return (
                      <tr key={certificate.id}>
                        <td>{name}</td>
                        <td>{certificate.number}</td>
                        <td>
                          {certificate.expires} <Tag tone={STANDING_TONES[certificate.standing]}>{T.standings[certificate.standing]}</Tag>
                        </td>
                        <td>
                          <Button
                            kind="quiet"
                            aria-label={`${TEXTS.edit} ${T.of(name, certificate.number)}`}
                            onClick={() => setStage({ what: 'edit', certificate })}
                          >
                            {TEXTS.edit}
                          </Button>
                          <Button
                            kind="quiet"
                            aria-label={`${TEXTS.remove} ${T.of(name, certificate.number)}`}
                            onClick={() => setStage({ what: 'remove', certificate })}
                          >
                            {TEXTS.remove}
                          </Button>
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            )}
          </div>
          {may && (
            <div className="dialog-foot">
              <Button kind="primary" hint="F4" onClick={add}>
                {T.add}
              </Button>
            </div>
          )}
        </>
      )}
      {stage.what === 'edit' && <CertificateForm staffId={member.id} certificate={stage.certificate} kinds={kinds} onSaved={back} />}
      {stage.what === 'remove' && (
        <div className="dialog-body">
          <ReasonForm
            request="certificate.remove"
            input={(reason) => ({ id: stage.certificate.id, reason })}
            title={TEXTS.removeReason}
            button={TEXTS.remove}
            danger
            onDone={back}
            onBack={back}
          />
        </div>
      )}
    </Dialog>
  );
}
