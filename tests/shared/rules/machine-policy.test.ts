import { describe, expect, it } from 'vitest';
import type { MachinePolicy } from '../../../shared/domain/machine-policy';
import { checkPolicy, lockSeconds, MANAGED, managedFields, managedPrinting } from '../../../shared/rules/machine-policy';

const RULES = { idleLockSeconds: 180 };
const PRINTING = { mode: 'none' as const, cardPrinter: '', letterPrinter: '', profiles: {} };

describe('each value of the policy counts or is refused by itself', () => {
  it.each<[string, unknown, MachinePolicy, number]>([
    ['nothing', {}, {}, 0],
    [
      'everything',
      {
        hubAddresses: ['nats://10.1.2.3:4222', 'hub.local:4222'],
        hubFile: '/srv/hub.json',
        printer: 'HP 108',
        updateEnabled: true,
        updateSource: 'http://10.1.2.3/jiefangtai/',
        lockMinutes: 5,
      },
      {
        hubAddresses: ['nats://10.1.2.3:4222', 'hub.local:4222'],
        hubFile: '/srv/hub.json',
        printer: 'HP 108',
        updateEnabled: true,
        updateSource: 'http://10.1.2.3/jiefangtai/',
        lockMinutes: 5,
      },
      0,
    ],
    ['one wrong among right ones', { printer: 'HP', lockMinutes: 0 }, { printer: 'HP' }, 1],
    ['a name that is not known', { printer: 'HP', password: 'x' }, { printer: 'HP' }, 1],
    ['yes for true', { updateEnabled: 'yes' }, {}, 1],
    ['a relative folder', { updateSource: 'updates' }, {}, 1],
    ['a share of Windows', { updateSource: '\\\\server\\share\\jiefangtai' }, { updateSource: '\\\\server\\share\\jiefangtai' }, 0],
    ['a drive', { updateSource: 'D:\\updates' }, { updateSource: 'D:\\updates' }, 0],
    ['another scheme', { updateSource: 'ftp://10.1.2.3/x' }, {}, 1],
    ['a password in the address', { updateSource: 'http://a:b@10.1.2.3/x' }, {}, 1],
    ['a printer with a line break', { printer: 'HP\n2' }, {}, 1],
    ['an address with a path', { hubAddresses: ['http://10.1.2.3/x'] }, {}, 1],
    ['half a minute', { lockMinutes: 0.5 }, {}, 1],
    ['no object', ['printer'], {}, 1],
    ['nothing at all', null, {}, 1],
  ])('%s', (_name, raw, values, refused) => {
    const checked = checkPolicy(raw);
    expect(checked.values).toEqual(values);
    expect(checked.refused).toHaveLength(refused);
    for (const sentence of checked.refused) expect(sentence).toMatch(/^管理员策略.*没有采用.*IT 人员/);
  });
});

describe('what the policy sets cannot be changed in the program', () => {
  const held = (policy: MachinePolicy, name: string, input: unknown) => managedFields(policy, { rules: RULES }, name, input);

  it.each<[string, MachinePolicy, string, unknown, string[]]>([
    ['another lock time', { lockMinutes: 5 }, 'settings.put', { key: 'rules', value: { idleLockSeconds: 600 } }, ['value.idleLockSeconds']],
    ['the same lock time, other figures', { lockMinutes: 5 }, 'settings.put', { key: 'rules', value: { idleLockSeconds: 180 } }, []],
    ['no policy', {}, 'settings.put', { key: 'rules', value: { idleLockSeconds: 600 } }, []],
    ['another key', { lockMinutes: 5 }, 'settings.put', { key: 'unit', value: {} }, []],
    ['another printer', { printer: 'HP' }, 'settings.printing', { mode: 'printer', cardPrinter: 'X' }, ['cardPrinter']],
    ['no printer', { printer: 'HP' }, 'settings.printing', { mode: 'none', cardPrinter: 'HP' }, ['mode']],
    [
      'the other way to the same row',
      { printer: 'HP' },
      'settings.put',
      { key: 'printing', value: { mode: 'printer', cardPrinter: 'X' } },
      ['value.cardPrinter'],
    ],
    ['its own printer', { printer: 'HP' }, 'settings.printing', { mode: 'printer', cardPrinter: 'HP' }, []],
    ['another request', { printer: 'HP', lockMinutes: 1 }, 'visit.register', { cardPrinter: 'X' }, []],
  ])('%s', (_name, policy, name, input, fields) => {
    const found = held(policy, name, input);
    expect(Object.keys(found)).toEqual(fields);
    for (const sentence of Object.values(found)) expect(sentence).toBe(MANAGED);
  });

  it('takes lock and printer from the policy where it has them', () => {
    expect(lockSeconds({ lockMinutes: 5 }, RULES)).toBe(300);
    expect(lockSeconds({}, RULES)).toBe(180);
    expect(managedPrinting({ printer: 'HP' }, PRINTING)).toMatchObject({ mode: 'printer', cardPrinter: 'HP', letterPrinter: 'HP' });
    expect(managedPrinting({ printer: 'HP' }, { ...PRINTING, letterPrinter: 'A3' })).toMatchObject({ letterPrinter: 'A3' });
    expect(managedPrinting({ printer: 'HP' }, { ...PRINTING, mode: 'printer', cardPrinter: 'HP' })).toBeNull();
    expect(managedPrinting({}, PRINTING)).toBeNull();
  });
});
