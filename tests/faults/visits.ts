import type { Page } from '@playwright/test';
import type { InputOf } from '../../shared/contract';

/** Through the screen's own bridge (window.reception), from its page: the same requests as the form sends. */
declare global {
  interface Window {
    confirmed(id: string): Promise<void>;
    counted(n: number): Promise<void>;
  }
}
type Registration = InputOf<'visit.register'>['registration'];

/** A synthetic resident number with a right check digit that differs with `n` (0 to 16 million). */
export function residentNumber(n: number): string {
  const two = (v: number): string => String(v).padStart(2, '0');
  const birth = `${1950 + (Math.floor(n / 336_000) % 50)}${two((Math.floor(n / 28_000) % 12) + 1)}${two((Math.floor(n / 1000) % 28) + 1)}`;
  const first17 = `110105${birth}${String(n % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((s, w, i) => s + w * Number(first17[i]), 0);
  return first17 + '10X98765432'[sum % 11];
}

export function registrationOf(n: number): Registration {
  return {
    kind: 'individual',
    people: [
      {
        docType: 'resident-id',
        docNumber: residentNumber(n),
        name: `试登记${'甲乙丙丁戊己庚辛壬癸'[n % 10]}`,
        phone: `139${String(n % 100_000_000).padStart(8, '0')}`,
      },
    ],
    heads: 1,
    others: 0,
    purpose: 'appeal',
    fieldCode: '01',
    summary: `第 ${n} 次试登记`,
    noticeAcknowledged: true,
  };
}

type Answer = { visitId: string; number: string } | { refused: string };
export const registerOnce = (page: Page, n: number, checkerPin: string): Promise<Answer> => register(page, registrationOf(n), checkerPin);

/** One whole registration in the page: 核对, then 登记. @returns what the program answered, or its refusal's code */
export async function register(page: Page, registration: Registration, checkerPin: string): Promise<Answer> {
  return page.evaluate(
    async ({ registration: typed, pin, requestId }) => {
      const checkers = await window.reception.request('verification.checkers', {});
      if (!checkers.ok) return { refused: checkers.error.code };
      const checker = checkers.value.find((c) => c.name === '赵刚') ?? checkers.value[0];
      const person = typed.people[0];
      if (!checker || !person) return { refused: 'no checker' };
      const check = await window.reception.request('verification.confirm', {
        checkerId: checker.id,
        code: pin,
        result: 'match',
        docType: person.docType,
        docNumber: person.docNumber,
      });
      if (!check.ok) return { refused: check.error.code };
      const saved = await window.reception.request('visit.register', { requestId, verificationId: check.value.id, registration: typed });
      return saved.ok ? { visitId: saved.value.visitId, number: saved.value.number } : { refused: saved.error.code };
    },
    { registration, pin: checkerPin, requestId: crypto.randomUUID() },
  );
}

/** Registers one after another until the page dies; tells each id the moment the program confirmed it. */
export async function registerEndlessly(page: Page, from: number, checkerPin: string): Promise<void> {
  for (let n = from; ; n++) {
    const saved = await registerOnce(page, n, checkerPin);
    if ('refused' in saved) throw new Error(saved.refused);
    await page.evaluate((id) => window.confirmed(id), saved.visitId);
  }
}

/**
 * Writes without a pause, so that a kill falls into a write and not between two: a counter in the desk's printing
 * settings, told each time it was confirmed.
 */
export async function countEndlessly(page: Page, from: number): Promise<void> {
  await page.evaluate(async (start) => {
    for (let n = start; ; n++) {
      const saved = await window.reception.request('settings.printing', { mode: 'none', cardPrinter: `count-${n}` });
      if (!saved.ok) throw new Error(saved.error.code);
      await window.counted(n);
    }
  }, from);
}

/** Where the counter stands in the storage. */
export async function counter(page: Page): Promise<number> {
  const printer = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const stop = window.reception.subscribe('settings.all', {}, (r) => {
          queueMicrotask(() => stop());
          resolve(r.ok ? r.value.printing.cardPrinter : r.error.code);
        });
      }),
  );
  return Number(/^count-(\d+)$/.exec(printer)?.[1] ?? 0);
}

/** Which of the visits the program does not find. */
export async function stillThere(page: Page, ids: readonly string[]): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const missing: string[] = [];
    for (const id of wanted) {
      const found = await window.reception.request('visit.get', { id });
      if (!found.ok) missing.push(`${id}: ${found.error.code}`);
    }
    return missing;
  }, ids);
}

/** `verified` once the background check of the whole chain has passed. */
export async function chainState(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const stop = window.reception.subscribe('system.health', {}, (r) => {
          resolve(r.ok ? r.value.chain : r.error.code);
          queueMicrotask(() => stop());
        });
      }),
  );
}

/** As soon as the program is ready, without the form: hundreds of rounds do it. */
export async function signInByBridge(page: Page, person: { name: string; pin: string }): Promise<void> {
  const answer = await page.evaluate(async ({ name, pin }) => {
    await new Promise<void>((ready) => {
      const stop = window.reception.subscribe('program.state', {}, (r) => {
        if (!r.ok || r.value.phase !== 'ready') return;
        queueMicrotask(() => stop());
        ready();
      });
    });
    const staff = await window.reception.request('session.staff', {});
    const staffId = staff.ok ? staff.value.find((s) => s.name === name)?.id : undefined;
    return window.reception.request('session.signIn', { staffId: staffId ?? '', pin });
  }, person);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
}
