import { describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/domain/basics';
import { identityKey } from '../../../shared/rules/identity';
import { checkVerification, eligibleCheckers, verificationFits } from '../../../shared/rules/verification';
import { person, RULES, registration } from '../facts';

const staff = (id: string, onDuty: boolean, ...roles: Role[]) => ({ id, name: id, roles, onDuty });
const ids = (...args: Parameters<typeof eligibleCheckers>) => eligibleCheckers(...args).map(({ id }) => id);

describe('who may confirm a document', () => {
  const clerk = staff('clerk', true, 'registrar');
  it('the guards on duty, and nobody else', () => {
    expect(ids([clerk, staff('g1', true, 'guard'), staff('g2', false, 'guard'), staff('other', true, 'coordinator')], 'clerk')).toEqual([
      'g1',
    ]);
  });
  it('where no guard is on duty, another person on duty', () => {
    expect(ids([clerk, staff('g2', false, 'guard'), staff('other', true, 'coordinator'), staff('home', false, 'leader')], 'clerk')).toEqual(
      ['other'],
    );
  });
  it('never the signed-in clerk, even one who is a guard', () => {
    expect(ids([staff('clerk', true, 'registrar', 'guard'), staff('other', true, 'leader')], 'clerk')).toEqual(['other']);
    expect(ids([clerk], 'clerk')).toEqual([]);
  });
});

describe('the result of a 核对', () => {
  it.each([
    ['match', '', 'resident-id', []],
    ['match', '', 'none', ['result']],
    ['match', '', 'anonymous', ['result']],
    ['unverified', '', 'resident-id', ['reason']],
    ['unverified', ' ', 'none', ['reason']],
    ['unverified', '未带证件，口述', 'none', []],
    ['anonymous', '', 'anonymous', []],
    ['anonymous', '', 'resident-id', ['result']],
    ['unverified', '不愿透露', 'anonymous', ['result']],
  ] as const)('%s, reason 「%s」, %s: %j', (result, reason, docType, paths) => {
    expect(Object.keys(checkVerification({ result, reason, docType }))).toEqual(paths);
  });
});

describe('a 核对 holds for what is registered', () => {
  const at = 1_000_000_000;
  const docKey = identityKey('resident-id', '11010519491231002X');
  const reg = registration({ people: [person({ docNumber: '11010519491231002x' })] });
  const fits = (more: Partial<{ at: number; docKey: string; result: 'match' | 'unverified' | 'anonymous' }> = {}, now = at, on = reg) =>
    verificationFits({ at, docKey, result: 'match', ...more }, on, now, RULES);

  it('of the same document', () => expect(fits()).toBeNull());
  it('of another one it does not', () => expect(fits({ docKey: identityKey('passport', 'E12345678') })).toContain('改动过'));
  it('for 60 minutes, and no longer', () => {
    expect(fits({}, at + 60 * 60_000)).toBeNull();
    expect(fits({}, at + 60 * 60_000 + 1)).toContain('超过 60 分钟');
  });
  it('although the clock was set back', () => expect(fits({}, at - 3_600_000)).toBeNull());
  it('for somebody without papers, 未核验', () => {
    const none = registration({ people: [person({ docType: 'none', docNumber: '', noDocumentReason: '遗失' })] });
    expect(fits({ docKey: '', result: 'unverified' }, at, none)).toBeNull();
    expect(fits({ docKey: '', result: 'match' }, at, none)).toContain('相符');
  });
  it('匿名 for nobody but the anonymous', () => expect(fits({ result: 'anonymous' })).toContain('匿名'));
});
