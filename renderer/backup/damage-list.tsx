import type { BackupDamage } from '../../shared/domain/backup';
import { damageWords } from '../../shared/rules/backup-words';
import { TEXTS } from './texts';

const SHOWN = 8;

export function DamageList({ damage }: { damage: readonly BackupDamage[] }) {
  return (
    <ul className="backup-damage">
      {damage.slice(0, SHOWN).map((each) => (
        <li key={JSON.stringify(each)}>{damageWords(each)}</li>
      ))}
      {damage.length > SHOWN && <li>{TEXTS.more(damage.length - SHOWN)}</li>}
    </ul>
  );
}
