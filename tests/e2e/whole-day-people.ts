import { expect, type Page } from '@playwright/test';
import { firstOf } from '../faults/incidents';
import { register, registrationOf, signInByBridge } from '../faults/visits';
import { ask } from './desks';
import { signInByKeyboard } from './keyboard';
import { CHECKER, CLERK, type Person, personWith } from './people';
import { launch, type RunningProgram } from './program';

/** Monday, a working day; every moment of it is the hall's own time. */
export const DAY = '2026-11-23';
export const ANALYST = personWith('analyst');
export const COORDINATOR = personWith('coordinator');
export const LEADER = personWith('leader');
export const GUARD = personWith('guard');
export const INTERVIEWER = personWith('interviewer');
export const LOGISTICS = personWith('logistics');

/** The hall's past (README): three visits in one open matter, and a matter that was decided for good. */
export const LAN = { docNumber: '11010519491231002X', name: '李秀兰', phone: '13800138000', summary: '再问退休待遇' };
export const GUO = { docNumber: '34052419800101001X', name: '王建国', phone: '13900139000', summary: '问承包地登记要带什么' };

/** The program of the hall, opened at that time of the day by somebody. */
export async function openAt(time: string, person: Person, profile?: string, day = DAY): Promise<RunningProgram> {
  const program = await launch({ seed: 'demo', clock: `${day}T${time}:00+08:00`, ...(profile && { profile }) });
  await program.page.setViewportSize({ width: 1366, height: 768 });
  await signInByKeyboard(program.page, person);
  return program;
}

/** Somebody else sits down at the desk. */
export async function handOverDesk(page: Page, person: Person, how = signInByKeyboard): Promise<void> {
  await ask(page, 'session.signOut', {});
  await expect(page.getByRole('combobox', { name: '工作人员', exact: true })).toBeVisible();
  await how(page, person);
}
export const quietly = signInByBridge;

export async function staffId(page: Page, name: string): Promise<string> {
  return (await ask(page, 'session.staff', {})).find((each) => each.name === name)?.id ?? '';
}

/** Of somebody who was here before: their record and their newest matter, as anybody finds them who may search. */
export async function knownAs(page: Page, name: string, summary?: string): Promise<{ personId: string; matterId: string }> {
  const { rows } = await ask(page, 'search.find', { text: name, limit: 20 });
  const row = rows.find((each) => !summary || each.summary === summary);
  if (!row) throw new Error(`${name} was never here`);
  return { personId: row.personId, matterId: (await ask(page, 'visit.get', { id: row.id })).matterId };
}

/** The program is not closed over a paper that is still on its way; the card of what was made void is called back. */
export async function printedAll(page: Page): Promise<void> {
  const open = async (): Promise<string[]> =>
    (await firstOf(page, 'print.jobs', {})).map(({ state }) => state).filter((state) => state !== 'printed' && state !== 'cancelled');
  await expect.poll(open, { timeout: 60_000, message: 'every paper came out' }).toEqual([]);
}

type Typed = ReturnType<typeof registrationOf>;
async function registered(page: Page, typed: Partial<Typed>, n: number): Promise<string> {
  const saved = await register(page, { ...registrationOf(n), areaId: 'waiting', ...typed }, CHECKER.pin);
  if ('refused' in saved) throw new Error(saved.refused);
  return saved.visitId;
}

/** Comes to ask about something new. */
export const guoComes = (page: Page): Promise<string> => {
  const { summary, ...person } = GUO;
  return registered(page, { people: [{ docType: 'resident-id', ...person }], summary, purpose: 'inquiry', fieldCode: '0101' }, 1);
};
/** Six of them, one by name. */
export const sixCome = (page: Page): Promise<string> =>
  registered(
    page,
    { kind: 'collective', heads: 6, others: 5, othersAreaId: 'rest', fieldCode: '0303', summary: '小区停车位被占', place: '城关镇' },
    64_001,
  );
/** The fourth visit in one open matter. */
export const lanComes = (page: Page, matterId: string): Promise<string> => {
  const { summary, ...person } = LAN;
  return registered(page, { people: [{ docType: 'resident-id', ...person }], summary, fieldCode: '04', matterId, needs: ['elder'] }, 2);
};
/** Of an earlier day: what was promised then falls due on this one. */
export const earlierComes = (page: Page): Promise<string> => registered(page, { summary: '工伤待遇核算' }, 64_017);
/** Typed twice by mistake: made void, and nothing of it counts. */
export async function mistypedVisit(page: Page): Promise<string> {
  const id = await registered(page, { summary: '重复录入' }, 64_009);
  await ask(page, 'visit.void', { id, reason: '重复登记' });
  return id;
}

/** An accusation may be made without a name and without a document (条例 30 条). */
export async function somebodyAccuses(page: Page): Promise<string> {
  const person = { docType: 'anonymous' as const, docNumber: '', name: '' };
  const checkers = await ask(page, 'verification.checkers', {});
  const check = await ask(page, 'verification.confirm', {
    ...{ checkerId: checkers.find(({ name }) => name === CHECKER.name)?.id ?? '', code: CHECKER.pin, result: 'anonymous' },
    ...{ docType: person.docType, docNumber: '' },
  });
  const visit = { ...registrationOf(64_003), people: [person], purpose: 'accusation' as const, fieldCode: '15', areaId: 'waiting' };
  const saved = await ask(page, 'visit.register', { requestId: crypto.randomUUID(), verificationId: check.id, registration: visit });
  return saved.visitId;
}

export { CLERK };
