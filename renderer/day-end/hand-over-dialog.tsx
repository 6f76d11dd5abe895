import './end-day.css';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { timeOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { PinField, SelectField, TextArea } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { StaffOptions } from '../components/staff-options';
import { useDraft } from '../hooks/use-draft';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../hooks/use-request';
import { useSession } from '../stores/session';
import { TEXTS } from './end-texts';

/** So many lines of a part are looked at here; the paper has all. */
const SHOWN = 30;
const SIDES = [
  { id: 'giverId', code: 'giverCode', name: TEXTS.giver, pin: TEXTS.giverPin },
  { id: 'takerId', code: 'takerCode', name: TEXTS.taker, pin: TEXTS.takerPin },
] as const;

/** 交接班: the state of this moment, confirmed by two PINs and signed by two on paper. Ctrl+Enter confirms. */
export function HandOverDialog({ onClose }: { onClose(): void }) {
  const drafted = useAnswer('handOver.draft', {});
  const people = useAnswer('handOver.people', {});
  const looked = useAnswer('dayEnd.look', {});
  const confirming = useRequest('handOver.confirm');
  const printing = useRequest('handOver.print');
  const me = useSession((s) => s.session?.staff?.id ?? '');
  const [requestId, setRequestId] = useState(() => uuid());
  const [note, setNote] = useState('');
  const [hands, setHands] = useState({ giverId: me, giverCode: '', takerId: '', takerCode: '' });
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const draft = useDraft('hand-over', () => note || null, setNote);
  const fields = confirming.error?.fields ?? {};
  const wrong: Partial<Record<keyof typeof hands, string>> = {
    ...(hands.giverId === '' && { giverId: TEXTS.choose }),
    ...(hands.takerId === '' && { takerId: TEXTS.choose }),
    ...(hands.takerId !== '' && hands.takerId === hands.giverId && { takerId: TEXTS.samePerson }),
    ...(!/^\d{4,12}$/.test(hands.giverCode) && { giverCode: TEXTS.typePin }),
    ...(!/^\d{4,12}$/.test(hands.takerCode) && { takerCode: TEXTS.typePin }),
  };
  const confirm = async (): Promise<void> => {
    setTried(true);
    setSaid('');
    if (confirming.busy || Object.keys(wrong).length > 0) return;
    const result = await confirming.run({ requestId, ...hands, note });
    if (!result.ok) return;
    setSaid(TEXTS.handedOver(result.value.printJobId !== ''));
    setHands({ giverId: hands.takerId, giverCode: '', takerId: '', takerCode: '' });
    setNote('');
    setTried(false);
    setRequestId(uuid());
    await draft.discard();
    looked.reload();
    drafted.reload();
  };
  const print = async (id: string): Promise<void> => {
    if ((await printing.run({ requestId: uuid(), id })).ok) setSaid(TEXTS.printed);
  };
  useHotkeys({ 'Ctrl+Enter': () => void confirm() }, { inDialog: true });
  return (
    <Dialog title={TEXTS.handOver} size="wide" onClose={onClose}>
      <div className="dialog-body hand-over">
        <div className="hand-over-parts">
          <p className="tone-quiet">{TEXTS.handOverIntro}</p>
          {drafted.error && <ErrorNotice error={drafted.error} />}
          {people.error && <ErrorNotice error={people.error} />}
          {drafted.value?.parts.map(({ title, lines }) => (
            <section key={title} aria-label={title}>
              <h3>{TEXTS.part(title, lines.length)}</h3>
              {lines.length === 0 && <p className="tone-quiet">{TEXTS.nothing}</p>}
              {lines.slice(0, SHOWN).map((line) => (
                <p key={line}>{line}</p>
              ))}
              {lines.length > SHOWN && <p className="tone-quiet">{TEXTS.more(lines.length - SHOWN)}</p>}
            </section>
          ))}
        </div>
        <div className="hand-over-side">
          <TextArea
            label={TEXTS.note}
            data-autofocus
            rows={4}
            maxLength={1000}
            value={note}
            error={fields.note}
            onChange={(event) => {
              setNote(event.target.value);
              draft.changed();
            }}
          />
          {SIDES.map(({ id, code, name, pin }) => (
            <div className="row" key={id}>
              <SelectField
                label={name}
                value={hands[id]}
                error={(tried ? wrong[id] : undefined) ?? fields[id]}
                onChange={(event) => setHands({ ...hands, [id]: event.target.value })}
              >
                <option value="">{TEXTS.choose}</option>
                <StaffOptions people={people.value ?? []} apart={(person) => person.id.slice(-4)} />
              </SelectField>
              <PinField
                label={pin}
                value={hands[code]}
                error={(tried ? wrong[code] : undefined) ?? fields[code]}
                onChange={(event) => setHands({ ...hands, [code]: event.target.value })}
              />
            </div>
          ))}
          {confirming.error && Object.keys(fields).length === 0 && <ErrorNotice error={confirming.error} />}
          {printing.error && <ErrorNotice error={printing.error} onDismiss={printing.clear} />}
          {said && <Notice level="good">{said}</Notice>}
          {(looked.value?.handOvers.length ?? 0) > 0 && (
            <section aria-label={TEXTS.today}>
              <h3>{TEXTS.today}</h3>
              {looked.value?.handOvers.map(({ id, at, giverName, takerName }) => (
                <p key={id}>
                  {TEXTS.handOverLine(timeOf(at), giverName, takerName)}{' '}
                  <Button kind="quiet" disabled={printing.busy} onClick={() => void print(id)}>
                    {TEXTS.printAgain}
                  </Button>
                </p>
              ))}
            </section>
          )}
        </div>
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onClose}>
          {TEXTS.back}
        </Button>
        <Button kind="primary" hint="Ctrl+Enter" disabled={confirming.busy} onClick={() => void confirm()}>
          {TEXTS.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
