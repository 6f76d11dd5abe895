import { v7 as uuid } from 'uuid';
import { DUTY_POST_NAMES, DUTY_POSTS, type DutyNeed, holdingName } from '../../shared/domain/duty';
import { QUALIFICATIONS } from '../../shared/domain/staff';
import { CheckChips } from '../components/check';
import { SelectField, TextField } from '../components/field';
import type { DutyPartProps } from './duty-tab';
import { TEXTS } from './duty-texts';
import { ListEditor } from './list-editor';
import { NumberBox } from './number-box';
import { wrongBelow } from './use-edited';

/** So many on a post, each holding something where that is asked for. */
export function DutyNeeds({ value, wrong, at, onAt, change }: DutyPartProps) {
  const { needs, certificates } = value;
  const row = needs[at] ?? needs.at(-1);
  const i = row ? needs.indexOf(row) : 0;
  const set = (more: Partial<DutyNeed>): void => change({ needs: needs.map((each) => (each === row ? { ...each, ...more } : each)) });
  const holdings = [...QUALIFICATIONS, ...certificates.map(({ key }) => key)];
  const error = wrong[`needs.${i}.anyOf`];
  return (
    <ListEditor
      label={TEXTS.needs}
      rows={needs}
      at={at}
      onAt={onAt}
      keyOf={({ key }) => key}
      lineOf={({ name, atLeast }) => (
        <>
          <span>{name}</span>
          <small>{TEXTS.needLine(atLeast)}</small>
        </>
      )}
      wrongAt={(n) => wrongBelow(wrong, `needs.${n}`)}
      make={(): DutyNeed => ({ key: uuid(), name: '', post: '', atLeast: 1, anyOf: [] })}
      onChange={(rows) => change({ needs: rows })}
    >
      {row && (
        <>
          <TextField
            label={TEXTS.need}
            required
            maxLength={24}
            value={row.name}
            note={TEXTS.needNote}
            error={wrong[`needs.${i}.name`]}
            onChange={({ target }) => set({ name: target.value })}
          />
          <div className="row">
            <SelectField label={TEXTS.post} value={row.post} onChange={({ target }) => set({ post: target.value as DutyNeed['post'] })}>
              <option value="">{TEXTS.anyPost}</option>
              {DUTY_POSTS.map((post) => (
                <option key={post} value={post}>
                  {DUTY_POST_NAMES[post]}
                </option>
              ))}
            </SelectField>
            <NumberBox
              label={TEXTS.atLeast}
              min={1}
              value={row.atLeast}
              error={wrong[`needs.${i}.atLeast`]}
              onNumber={(atLeast) => set({ atLeast })}
            />
          </div>
          <CheckChips
            label={TEXTS.anyOf}
            options={holdings.map((key) => ({ value: key, label: holdingName(key, certificates) }))}
            value={row.anyOf}
            onChange={(anyOf) => set({ anyOf })}
          />
          {error && <p className="tone-bad">{error}</p>}
        </>
      )}
    </ListEditor>
  );
}
