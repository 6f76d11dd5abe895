import type { Page } from '@playwright/test';
import type { InputOf, LiveName, OutputOf } from '../../shared/contract';

declare global {
  interface Window {
    raised(id: string, raisedAt: number): Promise<void>;
    written(text: string): Promise<void>;
  }
}

/** The first answer of a live query. */
export const firstOf = <N extends LiveName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> =>
  page.evaluate(
    ([asked, given]) =>
      new Promise<never>((resolve, reject) => {
        const stop = window.reception.subscribe(asked as 'alarm.running', given as never, (r) => {
          queueMicrotask(() => stop());
          if (r.ok) resolve(r.value as never);
          else reject(new Error(r.error.code));
        });
      }),
    [name, input] as const,
  );

/** Tells the alarm the moment the program says that it is on the disk. */
export async function watchAlarm(page: Page, onStored: (id: string, raisedAt: number) => void): Promise<void> {
  await page.exposeFunction('raised', onStored);
  await page.evaluate(() => {
    window.reception.subscribe('alarm.pending', {}, (r) => {
      if (r.ok && r.value.id !== '' && r.value.kept === 'stored') void window.raised(r.value.id, r.value.raisedAt);
    });
  });
}

/** One line after the other, as anybody may without having signed in; each is told when it was confirmed. */
export const lineEndlessly = (page: Page, id: string): Promise<void> =>
  page.evaluate(async (alarm) => {
    for (let n = 1; ; n++) {
      const text = `第 ${n} 行：有人倒地，已让开通道`;
      const saved = await window.reception.request('alarm.line', { id: alarm, text });
      if (!saved.ok) throw new Error(saved.error.message);
      await window.written(text);
    }
  }, id);

/** Lines, 受控 and its withdrawal, one after the other; each is told when it was confirmed. */
export const actEndlessly = (page: Page, id: string): Promise<void> =>
  page.evaluate(async (incident) => {
    for (let n = 1; ; n++) {
      const text = `第 ${n} 行：有人倒地，已让开通道`;
      const [entry, words] =
        n % 6 === 3
          ? [{ kind: 'controlled' as const, text: '' }, '受控']
          : n % 6 === 5
            ? [{ kind: 'uncontrolled' as const, reason: '又吵起来' }, '撤回受控：又吵起来']
            : [{ kind: 'note' as const, text }, text];
      const saved = await window.reception.request('incident.add', { requestId: crypto.randomUUID(), id: incident, entry });
      if (!saved.ok) throw new Error(saved.error.message);
      await window.written(words);
    }
  }, id);

/** 误报, whatever state it is in, so that the next one stands alone. */
export async function endIncident(page: Page, id: string): Promise<void> {
  const answer = await page.evaluate(
    (incident) =>
      window.reception.request('incident.add', {
        ...{ requestId: crypto.randomUUID(), id: incident },
        entry: { kind: 'false-alarm', reason: '试报警' },
      }),
    id,
  );
  if (!answer.ok) throw new Error(answer.error.message);
}
