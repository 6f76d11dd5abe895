import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { endedWithChildren } from '../e2e/processes';
import { runtimeBinary } from '../e2e/runtime';

/** Milliseconds from the start of the process. */
export interface Launched {
  /** The page's first moment. */
  pageBegins: number;
  /** A list with something to choose from has been painted. */
  usable: number;
}

/** Runs in the page; the answer is the page's own clock, so it does not matter when somebody asked. */
const USABLE = `new Promise((resolve) => {
  const look = () => document.querySelectorAll('select option').length > 1
    ? requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + '|' + (performance.timeOrigin + performance.now()))))
    : requestAnimationFrame(look);
  look();
})`;

/** A program's folder, started by the runtime of the tests. */
export function startAndWatch(program: string, env: Record<string, string>, url: string): Promise<Launched> {
  const switches = (process.env.TEST_ELECTRON_ARGS ?? '').split(' ').filter(Boolean);
  return watchStart(runtimeBinary(), [...switches, program], { env: { ...process.env, ...env } }, url);
}

/**
 * Starts a program as a user does: no debugger of Node's, no test runner in its start. Only the protocol's pipe is open,
 * by which the page is asked for its clock.
 */
export async function watchStart(
  command: string,
  args: string[],
  options: { env: NodeJS.ProcessEnv; uid?: number; gid?: number },
  url: string,
): Promise<Launched> {
  const began = Date.now();
  const child = spawn(command, ['--remote-debugging-pipe', ...args], { ...options, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  try {
    const [pageBegins = 0, usable = 0] = (await clocksOf(child, url)).split('|').map((at) => Number(at) - began);
    return { pageBegins, usable };
  } finally {
    const gone = endedWithChildren(child);
    child.kill('SIGTERM');
    await gone;
  }
}

interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: { targetInfo?: { targetId: string; type: string; url: string } };
  result?: { sessionId?: string; result?: { value?: string } };
}

/** Attaches to the first page at `url` and asks it. */
function clocksOf(child: ChildProcess, url: string): Promise<string> {
  const [, , , toChild, fromChild] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const send = (message: object): boolean => toChild.write(`${JSON.stringify(message)}\0`);
  return new Promise((resolve, reject) => {
    let text = '';
    let attached = false;
    const receive = (message: Message): void => {
      const target = message.params?.targetInfo;
      if (target?.type === 'page' && target.url.startsWith(url) && !attached) {
        attached = true;
        send({ id: 2, method: 'Target.attachToTarget', params: { targetId: target.targetId, flatten: true } });
      }
      const { sessionId } = message.result ?? {};
      if (message.id === 2 && sessionId)
        send({ id: 3, sessionId, method: 'Runtime.evaluate', params: { expression: USABLE, awaitPromise: true, returnByValue: true } });
      // A page that was just replaced by its own address answers with an error; it is asked again.
      if (message.id === 3) {
        if (message.result?.result?.value) resolve(message.result.result.value);
        else {
          attached = false;
          send({ id: 4, method: 'Target.setDiscoverTargets', params: { discover: false } });
          send({ id: 5, method: 'Target.setDiscoverTargets', params: { discover: true } });
        }
      }
    };
    fromChild.setEncoding('utf8').on('data', (data: string) => {
      const parts = (text + data).split('\0');
      text = parts.pop() ?? '';
      for (const part of parts) receive(JSON.parse(part) as Message);
    });
    child.once('exit', (code) => reject(new Error(`the program ended with ${code} before its screen was there`)));
    toChild.on('error', () => {});
    send({ id: 1, method: 'Target.setDiscoverTargets', params: { discover: true } });
  });
}
