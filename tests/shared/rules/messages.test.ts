import { describe, expect, it } from 'vitest';
import { buildMessages } from '../../../shared/documents/messages';
import type { Role } from '../../../shared/domain/basics';
import type { Group } from '../../../shared/domain/emergency';
import {
  acknowledgedBy,
  checkAcknowledgement,
  inOrder,
  isOverdue,
  openGroups,
  openMinutes,
  ownGroups,
} from '../../../shared/rules/messages';

const taken = (id: string, group: Group, at: number) => ({ id, group, at });
const MINUTE = 60_000;

describe('group messages', () => {
  it('are open for each group until it took them; the first to do so counts, whichever row came first', () => {
    const rows = [taken('b', 'security', 20), taken('a', 'security', 20), taken('c', 'lead', 5), taken('d', 'security', 30)];
    expect(acknowledgedBy(rows).get('security')?.id).toBe('a');
    expect(openGroups(['security', 'logistics', 'lead'], rows)).toEqual(['logistics']);
    expect(openGroups(['security', 'logistics'], [])).toEqual(['security', 'logistics']);
    expect(openGroups(['lead'], rows)).toEqual([]);
  });
  it('name groups in one order, each once', () => expect(inOrder(['analysis', 'lead', 'analysis'])).toEqual(['lead', 'analysis']));

  it.each([
    [0, 0, false],
    [5 * MINUTE, 5, false],
    [5 * MINUTE + 1, 5, true],
    [6 * MINUTE, 6, true],
    [-MINUTE, 0, false],
  ])('open for %i ms: %i minutes, red: %s', (ms, minutes, red) => {
    expect([openMinutes(1_000_000, 1_000_000 + ms), isOverdue(1_000_000, 1_000_000 + ms, 5)]).toEqual([minutes, red]);
  });

  it.each<[Role[], Group, string, boolean]>([
    [['guard'], 'security', '', true],
    [['guard'], 'lead', '', false],
    [['guard'], 'lead', '周组长', true],
    [['registrar'], 'coordination', '', false],
    [['registrar'], 'coordination', '林芳', true],
    [['leader'], 'lead', '', true],
    [['coordinator', 'interviewer'], 'reception', '', true],
    [['logistics'], 'logistics', '', true],
    [['analyst'], 'analysis', '', true],
    [[], 'lead', '', false],
  ])('%s for %s by 「%s」: %s', (roles, group, person, ok) => expect(checkAcknowledgement(group, person, roles) === '').toBe(ok));
  it('whoever holds two posts has two groups', () => expect(ownGroups(['leader', 'guard', 'registrar'])).toEqual(['lead', 'security']));
});

describe('the list of messages on paper', () => {
  it('is read from the oldest on, with room where nobody took it yet', () => {
    const at = Date.parse('2026-11-23T09:00:00+08:00');
    const message = (text: string, minute: number) => ({
      at: at + minute * MINUTE,
      senderName: '林芳',
      text,
      groups: [
        { group: 'security' as const, acknowledged: { at: at + 3 * MINUTE, person: '钱勇' } },
        { group: 'logistics' as const, acknowledged: null },
      ],
    });
    const model = buildMessages([message('后', 2), message('先', 1)], {
      ...{ unitName: '示范县信访局', madeBy: '王静', incidentNumber: '', drill: false, demo: false, at },
    });
    expect(model).toMatchObject({ title: '工作组消息签收单', madeAt: '2026-11-23 09:00:00' });
    expect(model.messages.map(({ text, at: time }) => [text, time])).toEqual([
      ['先', '11-23 09:01'],
      ['后', '11-23 09:02'],
    ]);
    expect(model.messages[0]?.groups).toEqual([
      { name: '安全保障组', person: '钱勇', at: '09:03' },
      { name: '后勤保障组', person: '', at: '' },
    ]);
  });
});
