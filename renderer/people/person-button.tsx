import { Button } from '../components/button';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useScreen } from '../stores/screen';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './texts';

interface Props {
  personId: string;
  name: string;
  /** Its key acts here: one of several on a screen has it. */
  keyed?: boolean;
  inDialog?: boolean;
}

/** 「此人全部来访」, wherever a person is named. */
export function PersonButton({ personId, name, keyed = true, inDialog = false }: Props) {
  const may = useMayAsk('person.page') && personId !== '';
  const openPerson = useScreen((s) => s.openPerson);
  useHotkeys({ 'Ctrl+P': () => openPerson(personId) }, { enabled: may && keyed, inDialog });
  if (!may) return null;
  return (
    <Button kind="quiet" hint={keyed ? 'Ctrl+P' : undefined} title={TEXTS.openFor(name)} onClick={() => openPerson(personId)}>
      {TEXTS.open}
    </Button>
  );
}
