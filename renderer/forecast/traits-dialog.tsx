import type { ForecastView } from '../../shared/domain/forecast';
import { NOT_KNOWN } from '../../shared/domain/forecast';
import { Dialog } from '../components/dialog';
import { ErrorNotice, Notice } from '../components/notice';
import { Facts } from '../components/panel';
import { useAnswer } from '../hooks/use-request';
import { TEXTS } from './texts';

/** Health and conduct, for those few who prepare the talk; that somebody looked is in the audit trail. */
export function TraitsDialog({ item, onClose }: { item: ForecastView; onClose(): void }) {
  const { value, error } = useAnswer('forecast.traits', { id: item.id });
  return (
    <Dialog title={`${TEXTS.facts.traits}：${item.who}`} onClose={onClose}>
      <div className="dialog-body">
        {error && <ErrorNotice error={error} />}
        {value && (
          <>
            <Facts
              items={[
                [TEXTS.health, value.health || NOT_KNOWN],
                [TEXTS.conduct, value.conduct || NOT_KNOWN],
              ]}
            />
            <Notice level="info">{TEXTS.traitsNote}</Notice>
          </>
        )}
      </div>
    </Dialog>
  );
}
