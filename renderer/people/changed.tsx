import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { TEXTS } from './texts';

/** What was being decided is decided already, by somebody else. */
export function Changed({ onBack }: { onBack(): void }) {
  return (
    <div className="person-form">
      <div className="dialog-body">
        <Notice level="warning">{TEXTS.changed}</Notice>
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
      </div>
    </div>
  );
}
