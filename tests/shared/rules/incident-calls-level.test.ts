import { describe, expect, it } from 'vitest';
import type { Level } from '../../../shared/domain/emergency';
import type { UnitSettings } from '../../../shared/domain/settings';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { DEFAULT_EMERGENCY } from '../../../shared/incidents/default-emergency';
import { callList } from '../../../shared/rules/incident-calls';
import { incidentPicture } from '../../../shared/rules/incident-picture';

const NOBODY = new Map<string, never>();
const called = (level: Level, code: keyof typeof CATALOGUE | '', unitType: UnitSettings['unitType'] = 'petition-office') => {
  const plan = code === '' ? null : CATALOGUE[code];
  const picture = { ...incidentPicture([], plan), level };
  return new Map(callList(picture, plan, DEFAULT_EMERGENCY, NOBODY, unitType).map((row) => [row.contact, row]));
};

describe('the calls of a level (incidents 3.2)', () => {
  it.each([2, 1] as const)('the ambulance is asked for at level %i only where somebody needs it', (level) =>
    expect(called(level, 'E09').get('service-120')?.when).toBe('有人受伤或患病时'),
  );
  it('and without condition where the plan says so', () => expect(called(2, 'E06').get('service-120')?.when).toBe(''));
  it('a level asks the police without condition, whatever the plan says', () => expect(called(2, 'E03').get('service-110')?.when).toBe(''));
});

describe('reports of petition offices (条例 25 条)', () => {
  const ABOVE = ['petition-superior', 'petition-national'];
  it('go to both petition offices above', () => expect([...called(1, '').keys()]).toEqual(expect.arrayContaining(ABOVE)));
  it('are asked of no other organ', () => {
    const others = [...called(1, '', 'other-organ').keys()];
    expect(others.filter((key) => ABOVE.includes(key))).toEqual([]);
    expect(others).toEqual(expect.arrayContaining(['superior', 'duty-office', 'joint-office']));
  });
  it('stay in the list of another organ that telephoned all the same', () => {
    const attempt = { outcome: 'told' as const, elapsed: 1000, at: 0, person: '', phone: '', text: '' };
    const picture = { ...incidentPicture([], null), level: 1 as Level, calls: { 'petition-national': [attempt] } };
    const rows = callList(picture, null, DEFAULT_EMERGENCY, NOBODY, 'other-organ');
    expect(rows.filter(({ contact }) => ABOVE.includes(contact)).map(({ contact }) => contact)).toEqual(['petition-national']);
  });
});
