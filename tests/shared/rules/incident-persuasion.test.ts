import { expect, it } from 'vitest';
import type { EntryData } from '../../../shared/domain/incident';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { type Entry, incidentPicture } from '../../../shared/rules/incident-picture';

const entries = (...data: EntryData[]): Entry[] =>
  data.map((each, n) => ({ id: `e${n}`, n, at: n, elapsed: n, staffId: 's', deskCode: '01', data: each }));
const persuade = CATALOGUE.E02.steps.find(({ kind }) => kind === 'persuade')?.id ?? '';

it('whoever was persuaded under one type stays persuaded when the type is changed, and is counted once', () => {
  const done: EntryData = { kind: 'step', stepId: persuade, outcome: 'done', reason: '', danger: false, stepKind: 'persuade' };
  expect(incidentPicture(entries({ kind: 'type', code: 'E02', reason: '' }, done), CATALOGUE.E02).persuasions).toBe(1);
  const changed = entries({ kind: 'type', code: 'E02', reason: '' }, done, { kind: 'type', code: 'E09', reason: '堵门' });
  expect(incidentPicture(changed, CATALOGUE.E09).persuasions).toBe(1);
  const corrected = [...changed, ...entries({ kind: 'correction', entryId: 'e1', text: '没有劝成' }).map((e) => ({ ...e, id: 'c', n: 9 }))];
  expect(incidentPicture(corrected, CATALOGUE.E09).persuasions).toBe(0);
});
