import { type LevelRule, levelName } from '../../shared/domain/emergency';
import { SelectField } from '../components/field';
import { CallsEditor } from './calls-editor';
import type { PartProps } from './emergency-tab';
import { TEXTS } from './emergency-texts';
import { ListEditor } from './list-editor';
import { NumberBox } from './number-box';
import { wrongBelow } from './use-edited';

type Limit = 'controlWithin' | 'reportByPhone' | 'reportInWriting' | 'followUpEvery' | 'reviewWithinDays';
const LIMITS: readonly (readonly [Limit, string])[] = [
  ['controlWithin', TEXTS.noControl],
  ['reportByPhone', TEXTS.noLimit],
  ['reportInWriting', TEXTS.noLimit],
  ['followUpEvery', TEXTS.onlyChange],
  ['reviewWithinDays', TEXTS.noLimit],
];

/** The matrix of the four levels; the highest that the facts reach is proposed. */
export function EmergencyLevels({ value, wrong, at, onAt, change }: PartProps) {
  const { levels, contacts } = value;
  const rule = levels[at] ?? levels[0];
  if (!rule) return null;
  const i = levels.indexOf(rule);
  const set = (more: Partial<LevelRule>): void => change({ levels: levels.map((each) => (each === rule ? { ...each, ...more } : each)) });
  return (
    <ListEditor
      label={TEXTS.levels}
      rows={levels}
      at={at}
      onAt={onAt}
      keyOf={({ level }) => String(level)}
      lineOf={({ level, commander }) => (
        <>
          <span>{levelName(level)}</span>
          <small>{contacts.find(({ key }) => key === commander)?.name}</small>
        </>
      )}
      wrongAt={(n) => wrongBelow(wrong, `levels.${n}`)}
    >
      <div className="row">
        <NumberBox
          label={TEXTS.peopleFrom}
          note={TEXTS.peopleNote}
          min={0}
          value={rule.peopleFrom}
          error={wrong[`levels.${i}.peopleFrom`] ?? wrong[`levels.${i}.level`]}
          onNumber={(peopleFrom) => set({ peopleFrom })}
        />
        <SelectField
          label={TEXTS.commander}
          value={rule.commander}
          error={wrong[`levels.${i}.commander`]}
          onChange={({ target }) => set({ commander: target.value })}
        >
          {!contacts.some(({ key }) => key === rule.commander) && <option value={rule.commander}>{TEXTS.commanderGone}</option>}
          {contacts.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="setting-grid level-limits">
        {LIMITS.map(([key, note]) => (
          <NumberBox
            key={key}
            label={TEXTS[key]}
            note={note}
            min={0}
            optional
            value={rule[key]}
            error={wrong[`levels.${i}.${key}`]}
            onNumber={(number) => set({ [key]: number })}
            onNone={() => set({ [key]: null })}
          />
        ))}
      </div>
      <CallsEditor calls={rule.calls} contacts={contacts} path={`levels.${i}.calls`} wrong={wrong} onChange={(calls) => set({ calls })} />
    </ListEditor>
  );
}
