import type { PolicyView } from '../../shared/domain/policies';
import { Dialog } from '../components/dialog';
import { ReasonForm } from '../visit/reason-form';
import { TEXTS } from './texts';

export function RetireDialog({ policy, onClose }: { policy: PolicyView; onClose(): void }) {
  return (
    <Dialog title={TEXTS.retire} onClose={onClose}>
      <div className="dialog-body">
        <ReasonForm
          request="policy.retire"
          input={(reason) => ({ policyId: policy.id, reason })}
          title={TEXTS.retireTitle(policy.title)}
          button={TEXTS.doRetire}
          onDone={onClose}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}
