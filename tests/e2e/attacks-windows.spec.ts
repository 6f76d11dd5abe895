import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import type { RequestName } from '../../shared/contract';
import type { Result } from '../../shared/result';
import { removeQueue, setUpCups } from '../printing/cups-queue';
import { attackServer } from './attack-server';
import { hallWindow } from './hall-window';
import { signInByKeyboard } from './keyboard';
import { choosePrinter } from './print-jobs';
import { CLERK, launch } from './program';

const PRELOAD = join(__dirname, '..', '..', 'dist', 'electron', 'preload.cjs');
const STRICT = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
};

const QUEUE = 'RECEPTION_ATTACK';
test.beforeAll(() => setUpCups(QUEUE));
test.afterAll(() => removeQueue(QUEUE));

/** Every page of the program, with the preferences that its process was started with. */
const windowsOf = (app: ElectronApplication): Promise<[origin: string, preferences: Record<string, unknown>][]> =>
  app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Empty for a moment, while a window has no page yet.
      const origin = contents.getURL().split('/', 3).join('/');
      // Not in Electron's types, and the only place that tells what a page really runs with.
      const preferences = (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
      return [origin, { ...preferences, session: undefined }] as [string, Record<string, unknown>];
    }),
  );

test('every window is sandboxed and isolated, without Node: the desk, the hall screen, the database and what prints', async () => {
  const { app, page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await page.keyboard.press('Control+Alt+D');
  await hallWindow(app);
  // The window that renders is made for the first paper.
  await choosePrinter(page, QUEUE);
  await page.evaluate(() => window.reception.request('evacuation.print', {}));
  await expect
    .poll(async () => (await windowsOf(app)).map(([origin]) => origin).sort(), { timeout: 20_000 })
    .toEqual(['app://desk', 'app://hall', 'app://print', 'app://storage']);
  for (const [origin, preferences] of await windowsOf(app)) {
    // Where a page runs no script, Electron leaves out what scripts may do.
    const found = Object.fromEntries(Object.keys(STRICT).map((key) => [key, preferences[key] ?? false]));
    expect(found, origin).toEqual(STRICT);
  }
  const prints = (await windowsOf(app)).find(([origin]) => origin === 'app://print')?.[1];
  expect(prints, 'what prints runs no script').toMatchObject({ javascript: false });
  for (const window of app.windows().filter((each) => !each.url().startsWith('app://print'))) {
    const names = await window.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in globalThis),
    );
    expect(names, window.url()).toEqual([]);
  }
  await close();
});

const ask = (page: Page, name: string, input: unknown = {}): Promise<string> =>
  page.evaluate(
    async ([n, i]) => {
      const result = (await window.reception.request(n as RequestName, i as never)) as Result<unknown>;
      return result.ok ? 'ok' : result.error.code;
    },
    [name, input] as const,
  );

test('who asks is judged by where it came from: a frame, a second window, another channel, the hall screen', async () => {
  const { app, page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);

  const frames = await page.evaluate(async () => {
    const seen: string[] = [];
    for (const [name, set] of [
      ['srcdoc', (frame: HTMLIFrameElement) => (frame.srcdoc = '<title>frame</title>')],
      ['blank', (frame: HTMLIFrameElement) => (frame.src = 'about:blank')],
      ['own page', (frame: HTMLIFrameElement) => (frame.src = 'app://desk/index.html')],
    ] as const) {
      const frame = document.createElement('iframe');
      set(frame);
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      let bridge = 'unreachable';
      try {
        bridge = typeof (frame.contentWindow as Window | null)?.reception;
      } catch {
        // Of another origin: its parent cannot even look.
      }
      seen.push(`${name}: ${bridge}`);
      frame.remove();
    }
    return seen;
  });
  expect(frames).toEqual(['srcdoc: undefined', 'blank: undefined', expect.stringMatching(/^own page: (undefined|unreachable)$/)]);

  // A frame has no bridge. Were one to get a way to the main process all the same, it would be known for what it is.
  await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<title>frame</title>';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
  });
  const judged = await app.evaluate(async ({ ipcMain, webContents }) => {
    const desk = webContents.getAllWebContents().find((each) => each.getURL().startsWith('app://desk/'));
    const inner = desk?.mainFrame.frames[0];
    if (!desk || !inner) throw new Error('no frame');
    const asked = (senderFrame: Electron.WebFrameMain | null, id: number): Promise<string> =>
      new Promise((resolve) => {
        const send = desk.send;
        desk.send = (channel: string, ...args: unknown[]): void => {
          const [to, , result] = args as [number, number, { ok: boolean; error?: { code: string } }];
          if (channel !== 'live' || to !== id) {
            send.call(desk, channel, ...args);
            return;
          }
          desk.send = send;
          resolve(result.ok ? 'ok' : (result.error?.code ?? ''));
        };
        ipcMain.emit('subscribe', { sender: desk, senderFrame }, id, 'visit.today', {});
      });
    return [await asked(inner, 9001), await asked(null, 9002), await asked(desk.mainFrame, 9003)];
  });
  expect(judged, 'a frame, one that is gone, and the page itself').toEqual(['forged-sender', 'forged-sender', 'ok']);

  const answers = await app.evaluate(async ({ BrowserWindow, ipcMain, webContents }, preload) => {
    const desk = webContents.getAllWebContents().find((each) => each.getURL().startsWith('app://desk/'));
    if (!desk) throw new Error('no desk');
    const second = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, session: desk.session } });
    await second.loadURL('app://desk/index.html');
    const asked = "window.reception.request('search.find', { text: '李' }).then((r) => r.ok ? 'ok' : r.error.code)";
    const fromSecond: unknown = await second.webContents.executeJavaScript(asked);
    const listened: unknown = await second.webContents.executeJavaScript(
      "new Promise((done) => window.reception.subscribe('visit.today', {}, (r) => done(r.ok ? 'ok' : r.error.code)))",
    );
    second.destroy();
    return {
      fromSecond,
      listened,
      channels: ipcMain
        .eventNames()
        .map(String)
        .filter((name) => name !== 'error')
        .sort(),
    };
  }, PRELOAD);
  expect(answers).toEqual({ fromSecond: 'forged-sender', listened: 'forged-sender', channels: ['subscribe', 'unsubscribe'] });

  await page.keyboard.press('Control+Alt+D');
  const hall = await hallWindow(app);
  expect(await ask(hall, 'search.find', { text: '李' })).toBe('forbidden');
  expect(await ask(page, 'search.find', { text: '李' }), 'the desk is heard').toBe('ok');
  expect(await ask(page, 'internal.settings')).toBe('unknown-request');
  await close();
});

test('no page goes anywhere, opens a window, becomes a webview or downloads', async () => {
  const server = await attackServer();
  const { app, page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  await page.keyboard.press('Control+Alt+D');
  const hall = await hallWindow(app);
  await app.evaluate(({ app: program, webContents }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    program.on('browser-window-created', (_event, window) => seen.push(`window ${window.webContents.getURL()}`));
    for (const contents of webContents.getAllWebContents()) {
      contents.on('did-navigate', (_event, url) => seen.push(`navigated ${url}`));
      contents.session.on('will-download', (event, item) => seen.push(`download ${event.defaultPrevented ? 'refused' : item.getURL()}`));
    }
  });
  for (const own of [page, hall]) {
    const before = own.url();
    for (const url of [
      `http://${server.host}/`,
      'https://example.invalid/',
      'file:///etc/passwd',
      'data:text/html,<title>data</title>',
      'javascript:document.title="x"',
      'mailto:a@example.invalid',
      'app://storage/index.html',
      'chrome://gpu',
      'devtools://devtools/bundled/inspector.html',
    ]) {
      expect(await own.evaluate((to) => window.open(to), url), url).toBeNull();
      await own.evaluate((to) => {
        window.location.assign(to);
      }, url);
      await own
        .evaluate((to) => {
          const link = document.createElement('a');
          link.href = to;
          link.target = '_top';
          document.body.append(link);
          link.click();
          link.remove();
        }, url)
        .catch((error: unknown) => {
          // Chromium itself forbids some of them with an error.
          if (!String(error).includes('Not allowed')) throw error;
        });
    }
    await own.evaluate(() => {
      const webview = document.createElement('webview');
      webview.setAttribute('src', 'https://example.invalid/');
      document.body.append(webview);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['secret']));
      link.download = 'secret.txt';
      document.body.append(link);
      link.click();
      link.remove();
    });
    expect(await own.evaluate(() => 'getWebContentsId' in document.createElement('webview')), 'a webview is an unknown tag').toBe(false);
    expect(own.url()).toBe(before);
    expect(await own.evaluate(() => document.title)).not.toBe('x');
  }
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen))
    .toEqual(['download refused', 'download refused']);
  expect(server.seen).toEqual([]);
  await close();
  server.close();
});

test('only app:// is loaded, and of it only what lies in its own folder', async () => {
  const server = await attackServer();
  const { app, page, close } = await launch({ seed: 'demo' });
  await signInByKeyboard(page, CLERK);
  const loads = await app.evaluate(async ({ BrowserWindow, session, webContents }, host) => {
    const found = webContents.getAllWebContents();
    const desk = found.find((each) => each.getURL().startsWith('app://desk/'))?.session;
    const storage = found.find((each) => each.getURL().startsWith('app://storage/'))?.session;
    if (!desk || !storage) throw new Error('a session is missing');
    const results: Record<string, string> = {};
    const sessions = { desk, storage, default: session.defaultSession, another: session.fromPartition('another') };
    for (const [name, own] of Object.entries(sessions)) {
      for (const url of ['file:///etc/passwd', `http://${host}/`, `ws://${host}/`]) {
        const window = new BrowserWindow({ show: false, webPreferences: { session: own, sandbox: true } });
        results[`${name} ${url.replace(host, 'host')}`] = await window.loadURL(url).then(
          () => 'loaded',
          () => 'refused',
        );
        window.destroy();
      }
    }
    return results;
  }, server.host);
  expect(Object.entries(loads).filter(([, end]) => end !== 'refused')).toEqual([]);
  expect(Object.keys(loads)).toHaveLength(12);
  expect(server.seen).toEqual([]);

  const status = await app.evaluate(async ({ webContents }) => {
    const desk = webContents.getAllWebContents().find((each) => each.getURL().startsWith('app://desk/'));
    const results: Record<string, number | string> = {};
    for (const url of [
      'app://desk/index.html',
      'app://desk/../../../etc/passwd',
      'app://desk/..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
      'app://desk/%2e%2e/storage/index.html',
      'app://desk/..%2fstorage%2findex.html',
      'app://desk/..%5cstorage%5cindex.html',
      'app://desk/%5c%5cserver%5cshare%5cindex.html',
      'app://desk//etc/passwd',
      'app://desk/index.html%00.js',
      'app://desk/index.html::$DATA',
      'app://desk/%E0%A4%A',
      'app://desk/../../package.json',
      'app://storage/index.html',
      'app://desk.example.com/index.html',
    ])
      results[url] =
        (await desk?.session.fetch(url).then(
          (answer) => answer.status,
          () => 'refused',
        )) ?? 'no desk';
    results.post = (await desk?.session.fetch('app://desk/index.html', { method: 'POST', body: 'x' }))?.status ?? 'no desk';
    return results;
  });
  const { 'app://desk/index.html': own, ...others } = status;
  expect(own, 'its own page is served').toBe(200);
  expect(Object.entries(others).filter(([, answer]) => answer !== 404 && answer !== 'refused')).toEqual([]);
  await close();
  server.close();
});
