import { stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { AUDIT } from './audit-screen-texts';

/** The chain of all saves, checked while somebody looks on; the last result stays. */
export function AuditChain() {
  const check = useLive('audit.check', {}).value;
  const verify = useRequest('audit.verify');
  if (!check) return null;
  const { phase, done, total, at, brokenAt, findings, aside } = check;
  const running = phase === 'running';
  return (
    <div className="audit-chain">
      <Button disabled={running || verify.busy} onClick={() => void verify.run({})}>
        {AUDIT.verify}
      </Button>
      <div role="status">
        {running && (
          <>
            <progress aria-label={AUDIT.verifying(done, total)} max={Math.max(total, 1)} value={done} />{' '}
            <span className="tone-quiet">{AUDIT.verifying(done, total)}</span>
          </>
        )}
        {phase === 'whole' && at !== null && <span className="tone-good">{AUDIT.whole(done, stampOf(at))}</span>}
        {phase === 'failed' && <span className="tone-warn">{AUDIT.failed}</span>}
        {aside > 0 && <span className="tone-warn"> {AUDIT.aside(aside)}</span>}
      </div>
      {phase === 'broken' && (
        <Notice level="error">
          {brokenAt && AUDIT.broken(brokenAt)} {findings.join(' ')}
        </Notice>
      )}
      {verify.error && <ErrorNotice error={verify.error} />}
    </div>
  );
}
