import { type ElectronApplication, expect, type Page } from '@playwright/test';

const HALL = 'app://hall/';

/** The window on the second display, as soon as its page is there. */
export async function hallWindow(app: ElectronApplication): Promise<Page> {
  const find = (): Page | undefined => app.windows().find((page) => !page.isClosed() && page.url().startsWith(HALL));
  await expect.poll(() => find() !== undefined, { timeout: 20_000, message: `a window at ${HALL}` }).toBe(true);
  const page = find();
  if (!page) throw new Error(`the window at ${HALL} was closed at once`);
  await expect(page.locator('.hall-main')).toBeVisible();
  return page;
}

/** Of the main process, not of the test's runner: closed pages linger there. */
export const hallWindows = (app: ElectronApplication): Promise<number> =>
  app.evaluate(
    ({ BrowserWindow }, origin) =>
      BrowserWindow.getAllWindows().filter((w) => w.isVisible() && w.webContents.getURL().startsWith(origin)).length,
    HALL,
  );

export const boundsOfHall = (app: ElectronApplication): Promise<Electron.Rectangle | undefined> =>
  app.evaluate(
    ({ BrowserWindow }, origin) =>
      BrowserWindow.getAllWindows()
        .find((w) => w.webContents.getURL().startsWith(origin))
        ?.getBounds(),
    HALL,
  );

/** Displays as if they were plugged in, with the event that Electron sends. The first is the machine's own. */
export const setDisplays = (app: ElectronApplication, second: { width: number; height: number } | null): Promise<void> =>
  app.evaluate(({ screen }, size) => {
    const own = screen.getPrimaryDisplay();
    const area = size && { x: own.bounds.x + own.bounds.width, y: own.bounds.y, ...size };
    const other = area && { ...own, id: own.id + 4711, label: 'HDMI-2', bounds: area, workArea: area };
    screen.getAllDisplays = () => (other ? [own, other] : [own]);
    screen.emit(other ? 'display-added' : 'display-removed', {}, other ?? own);
  }, second);

/** Everything that the main process sends to the hall window from now on, as one text. */
export async function recordHall(app: ElectronApplication): Promise<() => Promise<string>> {
  await app.evaluate(({ app: program }, origin) => {
    const record: string[] = [];
    Object.assign(globalThis, { hallRecord: record });
    program.on('web-contents-created', (_event, contents) => {
      const send = contents.send.bind(contents);
      contents.send = (channel: string, ...args: unknown[]): void => {
        if (contents.getURL().startsWith(origin)) record.push(JSON.stringify([channel, ...args]));
        send(channel, ...args);
      };
    });
  }, HALL);
  return () => app.evaluate(() => (globalThis as unknown as { hallRecord: string[] }).hallRecord.join('\n'));
}

/**
 * A Mandarin voice for a machine that has none: it says nothing, and writes down what it was given and whether another
 * utterance was still under way.
 */
export const giveVoice = (hall: Page): Promise<void> =>
  hall.evaluate(() => {
    const spoken: string[] = [];
    let busy = 0;
    class Utterance {
      onend: (() => void) | null = null;
      constructor(readonly text: string) {}
    }
    Object.assign(window, { spoken, SpeechSynthesisUtterance: Utterance });
    Object.assign(SpeechSynthesis.prototype, {
      getVoices: () => [{ name: '测试语音', lang: 'zh-CN', localService: true }],
      speak: (utterance: Utterance) => {
        spoken.push(busy++ === 0 ? utterance.text : `over another: ${utterance.text}`);
        setTimeout(() => {
          busy--;
          utterance.onend?.();
        }, 150);
      },
    });
  });
export const spokenIn = (hall: Page): Promise<string[]> => hall.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
