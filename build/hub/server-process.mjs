import { spawn } from 'node:child_process';
import { HubError } from './hub-error.mjs';

const LOG_LENGTH = 200_000;

/**
 * A nats-server of our own. It is ended with this process, also when nobody thought of it.
 * @param binary of nats-server, `conf` its hub.conf
 * @returns when it takes connections. @throws HubError with its last words, when it ends before
 */
export async function startServer(binary, conf) {
  const child = spawn(binary, ['-c', conf], { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  const ended = new Promise((resolve) => child.once('close', resolve));
  const endWithUs = () => child.kill('SIGKILL');
  process.on('exit', endWithUs);
  ended.then(() => process.off('exit', endWithUs));
  await new Promise((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text) => {
      log = (log + text).slice(-LOG_LENGTH);
      if (log.includes('Server is ready')) resolve();
    });
    child.once('error', reject);
    ended.then(() => reject(new HubError(`nats-server 没有启动：\n${log.slice(-2000)}`)));
  });
  const end = async (signal) => {
    child.kill(signal);
    await ended;
  };
  return {
    pid: child.pid,
    ended,
    log: () => log,
    /** Streams are closed in order. */
    stop: () => end('SIGTERM'),
    /** As when the power goes, but for what the disk's cache holds. */
    kill: () => end('SIGKILL'),
    reload: () => child.kill('SIGHUP'),
  };
}
