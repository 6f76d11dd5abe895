import type { IncidentView } from '../../../shared/contract/incidents';
import { type EmergencySettings, LEVELS, levelName } from '../../../shared/domain/emergency';
import { Button } from '../../components/button';
import { CheckBox } from '../../components/check';
import { Dialog } from '../../components/dialog';
import { ErrorNotice } from '../../components/notice';
import { TEXTS } from '../texts';
import { useAdding } from './use-adding';

/** What people do, ticked as it is seen; each tick is a line, and some propose a higher level. Clauses are those of 条例 26 条. */
export function ConductsDialog({ incident, settings, onClose }: { incident: IncidentView; settings: EmergencySettings; onClose(): void }) {
  const adding = useAdding(incident.id);
  return (
    <Dialog title={TEXTS.conducts} size="wide" onClose={onClose}>
      <div className="dialog-body conducts">
        {adding.error && <ErrorNotice error={adding.error} />}
        {[...LEVELS].reverse().map((level) => (
          <section key={level} aria-label={levelName(level)}>
            <h3 className={`level-${level}`}>{levelName(level)}</h3>
            {settings.conducts
              .filter((conduct) => conduct.level === level)
              .map(({ id, label, clause }) => (
                <CheckBox
                  key={id}
                  label={clause > 0 ? `${label}${TEXTS.clause(clause)}` : label}
                  checked={incident.conducts.includes(id)}
                  onChange={(event) => void adding.add({ kind: 'conduct', conductId: id, on: event.target.checked })}
                />
              ))}
          </section>
        ))}
      </div>
      <div className="dialog-foot">
        <span className="tone-quiet">{TEXTS.clauseNote}</span>
        <Button hint="Esc" onClick={onClose}>
          {TEXTS.back}
        </Button>
      </div>
    </Dialog>
  );
}
