import { v7 as uuid } from 'uuid';
import { CLAUSES, type Conduct, LEVELS, type Level, levelName } from '../../shared/domain/emergency';
import { SelectField, TextField } from '../components/field';
import type { PartProps } from './emergency-tab';
import { TEXTS } from './emergency-texts';
import { ListEditor } from './list-editor';
import { wrongBelow } from './use-edited';

/** What can be ticked in an incident, and which level it proposes. */
export function EmergencyConducts({ value, wrong, uses, at, onAt, change }: PartProps) {
  const { conducts } = value;
  const row = conducts[at] ?? conducts.at(-1);
  const i = row ? conducts.indexOf(row) : 0;
  const set = (more: Partial<Conduct>): void => change({ conducts: conducts.map((each) => (each === row ? { ...each, ...more } : each)) });
  const usedBy = row ? uses.conducts.get(row.id) : undefined;
  return (
    <ListEditor
      label={TEXTS.conducts}
      rows={conducts}
      at={at}
      onAt={onAt}
      keyOf={({ id }) => id}
      lineOf={({ label, level }) => (
        <>
          <span>{label}</span>
          <small>{levelName(level)}</small>
        </>
      )}
      wrongAt={(n) => wrongBelow(wrong, `conducts.${n}`)}
      make={(): Conduct => ({ id: uuid(), label: '', level: row?.level ?? 3, clause: 0 })}
      onChange={(rows) => change({ conducts: rows })}
      whyKept={({ id, label }) => {
        const labels = uses.conducts.get(id);
        return labels ? TEXTS.conductKept(label, labels.join('、')) : '';
      }}
    >
      {row && (
        <>
          <TextField
            label={TEXTS.conduct}
            required
            maxLength={30}
            value={row.label}
            error={wrong[`conducts.${i}.label`]}
            onChange={({ target }) => set({ label: target.value })}
          />
          <div className="row">
            <SelectField label={TEXTS.level} value={row.level} onChange={({ target }) => set({ level: Number(target.value) as Level })}>
              {LEVELS.map((level) => (
                <option key={level} value={level}>
                  {levelName(level)}
                </option>
              ))}
            </SelectField>
            <SelectField label={TEXTS.clause} value={row.clause} onChange={({ target }) => set({ clause: Number(target.value) })}>
              {CLAUSES.map((words, n) => (
                <option key={words} value={n}>
                  {words}
                </option>
              ))}
            </SelectField>
          </div>
          <p className="tone-quiet">{TEXTS.conductNote}</p>
          <p className="tone-quiet">{usedBy ? TEXTS.used(usedBy.join('、')) : TEXTS.unused}</p>
        </>
      )}
    </ListEditor>
  );
}
