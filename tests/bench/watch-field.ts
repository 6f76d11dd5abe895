import type { Page } from '@playwright/test';

declare global {
  interface Window {
    field: { begin(selector: string): void; end(): Promise<number[]> };
  }
}

/** Watches a field: from a key's event until the letter it made has been painted, ms. */
export const watchField = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let taken: number[] = [];
    let open = 0;
    let done: () => void = () => {};
    window.field = {
      begin: (selector) => {
        taken = [];
        const field = document.querySelector<HTMLElement>(selector);
        if (!field) throw new Error(`no ${selector}`);
        let pressed = 0;
        field.addEventListener('keydown', (event) => {
          pressed = event.timeStamp;
        });
        field.addEventListener('input', () => {
          if (pressed === 0) return;
          const from = pressed;
          pressed = 0;
          open++;
          // After the next frame was drawn: its callbacks run before it is painted, a message posted there after it.
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => {
              taken.push(performance.now() - from);
              if (--open === 0) done();
            };
            channel.port2.postMessage(null);
          });
        });
      },
      end: () =>
        new Promise((resolve) => {
          done = () => resolve(taken);
          if (open === 0) done();
        }),
    };
  });
