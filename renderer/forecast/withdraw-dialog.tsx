import type { ForecastView } from '../../shared/domain/forecast';
import { Dialog } from '../components/dialog';
import { ReasonForm } from '../visit/reason-form';
import { TEXTS } from './texts';

export function WithdrawDialog({ item, onClose }: { item: ForecastView; onClose(): void }) {
  return (
    <Dialog title={`${TEXTS.withdraw}：${item.who}`} onClose={onClose}>
      <div className="dialog-body">
        <ReasonForm
          request="forecast.withdraw"
          input={(reason) => ({ id: item.id, reason })}
          title={TEXTS.withdrawTitle}
          button={TEXTS.doWithdraw}
          danger
          onDone={onClose}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}
