import { Agent, type IncomingMessage, request } from 'node:http';
import { ReaderFault } from './adapter';

/** Never a name that could resolve elsewhere. */
const HERE = '127.0.0.1';
/** A card with its photo is some 60 kB; more than this is another program's answer. */
export const MOST_BYTES = 1024 * 1024;

/**
 * One GET to a service of this machine. Node's own client: it knows no proxy unless told of one, follows no redirect,
 * and a socket ends the moment the signal aborts.
 */
export function getLocal(port: number, path: string, signal: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const asked = request({
      host: HERE,
      family: 4,
      port,
      path,
      method: 'GET',
      agent: new Agent({ keepAlive: false }),
      headers: { accept: 'application/json, text/plain', connection: 'close' },
      signal,
    });
    asked.on('error', (error: NodeJS.ErrnoException) => reject(faultOf(error)));
    asked.on('response', (response) => {
      take(response).then(resolve, (error) => {
        reject(faultOf(error));
        asked.destroy();
      });
    });
    asked.end();
  });
}

async function take(response: IncomingMessage): Promise<Uint8Array> {
  if (response.statusCode !== 200) throw new ReaderFault('unreadable', `http ${response.statusCode}`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new ReaderFault('unreadable', 'too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function faultOf(error: NodeJS.ErrnoException): Error {
  if (error instanceof ReaderFault || error.name === 'AbortError') return error;
  const code = error.code ?? error.name;
  return new ReaderFault(code === 'ECONNREFUSED' ? 'no-service' : 'unreadable', code);
}
