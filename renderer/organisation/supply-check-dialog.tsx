import { useState } from 'react';
import type { SupplyView } from '../../shared/domain/duty';
import { AskForm } from '../components/ask-form';
import { useRequest } from '../hooks/use-request';
import { NumberBox } from '../settings/number-box';
import { TEXTS } from './texts';

const T = TEXTS.supplies;

/** 盘点: how many there are now. */
export function SupplyCheckDialog({ supply, onClose }: { supply: SupplyView; onClose(): void }) {
  const checking = useRequest('supply.check');
  const [stock, setStock] = useState(supply.stock);
  return (
    <AskForm
      title={T.checkTitle(supply.name)}
      button={T.check}
      busy={checking.busy}
      error={checking.error}
      onSubmit={async () => (await checking.run({ id: supply.id, stock })).ok}
      onClose={onClose}
    >
      <NumberBox
        label={T.checkNow}
        required
        min={0}
        data-autofocus
        value={stock}
        error={checking.error?.fields?.stock}
        onNumber={setStock}
      />
    </AskForm>
  );
}
