import type { ProgramState, SessionView } from '../../shared/contract/session';
import { ROLE_NAMES } from '../../shared/domain/basics';
import { TEXTS as ALARM } from '../alarm/texts';
import { raise } from '../alarm/use-alarm-key';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { SearchBox } from '../search/search-box';
import { saveTypedText } from '../stores/screen';
import { useMayAsk } from '../stores/session';
import { SyncLight } from '../sync/sync-light';
import { TEXTS } from './texts';

export function TopBar({ program, session }: { program: ProgramState; session: SessionView }) {
  const maySearch = useMayAsk('search.find');
  const leave = async (how: 'session.lock' | 'session.signOut'): Promise<void> => {
    await saveTypedText();
    await ask(how, {});
  };
  // The key locks even while a dialog stands open: whoever leaves the desk does not close it first.
  useHotkeys({ 'Ctrl+L': () => void leave('session.lock') }, { inDialog: true, enabled: !session.locked });
  const staff = session.staff;
  const desk = program.deskName || program.deskCode;
  return (
    <header className="top">
      <strong className="top-product">{TEXTS.product}</strong>
      {program.demo && <Tag tone="warn">{TEXTS.demo}</Tag>}
      <span className="top-place" title={`${program.unitName} · ${desk}`}>
        <span className="top-unit">{program.unitName}</span>
        <span>{program.unitName ? ` · ${desk}` : desk}</span>
      </span>
      {maySearch && <SearchBox />}
      <div className="top-end">
        {program.storage === 'recovering' && <span className="top-recovering">{TEXTS.recovering}</span>}
        <SyncLight />
        <span className="top-person">
          {staff?.name}（{staff?.roles.map((role) => ROLE_NAMES[role]).join('、')}）
        </span>
        <Button kind="quiet" onClick={() => void leave('session.signOut')}>
          {TEXTS.switchPerson}
        </Button>
        <Button hint="Ctrl+L" onClick={() => void leave('session.lock')}>
          {TEXTS.lock}
        </Button>
        <Button kind="alarm" hint="F9" onClick={raise}>
          {ALARM.button}
        </Button>
      </div>
    </header>
  );
}
