import { expect, type Page } from '@playwright/test';
import type { EntryInput } from '../../shared/domain/incident';
import { firstOf } from '../faults/incidents';
import { ask } from './desks';
import { teamOf } from './whole-day-morning';
import { CLERK, COORDINATOR, DAY, LEADER, staffId } from './whole-day-people';

/** From the first word of the talk to the day's papers. */
export async function beginInRoom(page: Page, visitId: string): Promise<void> {
  const row = (await firstOf(page, 'queue.list', {})).find(({ id }) => id === visitId);
  await ask(page, 'interview.begin', {
    ...{ requestId: crypto.randomUUID(), visitId, from: row?.state ?? '', roomId: 'room-1' },
    ...{ team: await teamOf(page), recusal: { declared: false } },
  });
}

/** 待核实: both clocks begin. The talk is the one that this person is in. @returns the days by which they end, by code */
export async function endToVerify(page: Page): Promise<Record<string, string>> {
  const { id } = (await ask(page, 'interview.mine', {})) ?? { id: '' };
  for (const field of ['demand', 'occasion', 'channels', 'expectation'] as const) {
    const entry = field === 'demand' ? { text: '补发差额', unstated: false } : { text: '', unstated: true };
    await ask(page, 'interview.focus', { id, field, entry });
  }
  const disposal = { result: 'verify' as const, department: '社保科' };
  const { deadlines } = await ask(page, 'interview.end', { requestId: crypto.randomUUID(), id, disposal });
  return Object.fromEntries(deadlines.map(({ code, due }) => [code, due ?? '']));
}

/** The unit found out what it had promised to find out. */
export async function investigated(page: Page, visitId: string): Promise<void> {
  const { matterId } = await ask(page, 'visit.get', { id: visitId });
  const input = { matterId, kind: 'investigated' as const, day: DAY, text: '已核算，少算两个月' };
  expect((await ask(page, 'supervision.add', { requestId: crypto.randomUUID(), input })).kept).toEqual(['D1']);
}

export async function addAll(page: Page, id: string, entries: readonly EntryInput[]): Promise<void> {
  for (const entry of entries) await ask(page, 'incident.add', { requestId: crypto.randomUUID(), id, entry });
}
/** From 受控 to 结案. */
export const THE_END: readonly EntryInput[] = [
  { kind: 'controlled', text: '' },
  { kind: 'lifted', reason: '现场恢复正常' },
  { kind: 'whereabouts', people: '已由家属接走', items: '', evidence: '' },
  { kind: 'summary', text: '处置及时' },
  { kind: 'closed', reason: '未做的步骤不适用' },
];

/** One hands the desk to another, each with their own PIN. */
export async function handOverByTwo(page: Page): Promise<void> {
  const people = await ask(page, 'handOver.people', {});
  const of = (name: string): string => people.find((each) => each.name === name)?.id ?? '';
  const signed = { giverId: of(CLERK.name), giverCode: CLERK.pin, takerId: of(COORDINATOR.name), takerCode: COORDINATOR.pin };
  const wrong = { ...signed, takerCode: '0000' };
  await expect(ask(page, 'handOver.confirm', { requestId: crypto.randomUUID(), ...wrong, note: '' })).rejects.toThrow();
  await ask(page, 'handOver.confirm', { requestId: crypto.randomUUID(), ...signed, note: '钥匙在抽屉' });
}

/** 拟稿, 审核, 签发: three people. @returns its number */
export async function briefByThree(page: Page): Promise<string> {
  const { visits } = await ask(page, 'briefing.propose', { date: DAY });
  const visitIds = visits.filter(({ why }) => why !== '').map(({ visitId }) => visitId);
  expect(visitIds, 'the six, and who came the fourth time').toHaveLength(2);
  const { id } = await ask(page, 'briefing.create', { requestId: crypto.randomUUID(), date: DAY, visitIds });
  await ask(page, 'briefing.submit', { requestId: crypto.randomUUID(), id, edition: 1 });
  const decide = async (step: 'review' | 'sign', { name, pin }: { name: string; pin: string }): Promise<string> => {
    const signer = (await ask(page, 'briefing.signers', { id, step })).find((each) => each.name === name);
    const by = { signerId: signer?.id ?? (await staffId(page, name)), code: pin };
    const made = { requestId: crypto.randomUUID(), id, step, verdict: 'approve' as const, reason: '', ...by };
    return (await ask(page, 'briefing.decide', made)).number;
  };
  await decide('review', COORDINATOR);
  return decide('sign', LEADER);
}

/** What is still open is left so with its reason. */
export async function endTheDay(page: Page): Promise<string[]> {
  const { items } = await ask(page, 'dayEnd.look', {});
  const open = items.filter(({ level }) => level === 'warn' || level === 'bad').map(({ key }) => key);
  if (open.length > 0) await expect(ask(page, 'dayEnd.close', { requestId: crypto.randomUUID(), skipped: [] })).rejects.toThrow();
  const skipped = open.map((key) => ({ key, reason: '设备未到' }));
  await ask(page, 'dayEnd.close', { requestId: crypto.randomUUID(), skipped });
  return open;
}
