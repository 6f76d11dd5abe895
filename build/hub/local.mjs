// npm run hub [-- FOLDER]: a hub on this machine, for trying out. It is heard on this machine only and ends with Ctrl+C.
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureNatsServer } from '../setup/nats-server.mjs';
import { fail } from '../setup/say.mjs';
import { command } from './hub-error.mjs';
import { runHub, startHub } from './run-hub.mjs';

try {
  await ensureNatsServer();
  await command(run);
} catch (error) {
  fail(error);
}

async function run() {
  const dir = process.argv[2] ? resolve(process.argv[2]) : mkdtempSync(join(tmpdir(), 'reception-hub-'));
  const hub = existsSync(join(dir, 'hub.json')) ? await runHub(dir) : await startHub({ dir, desks: 20 });
  const stop = () => void hub.stop();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  console.log(`
数据中心（试用）  ${hub.url}
文件夹            ${hub.dir}
${hub.code ? `中心文件          ${hub.hubFile}\n一次性口令        ${hub.code}` : '中心文件和口令与第一次启动时相同'}

按 Ctrl+C 停止。`);
  await hub.ended();
}
