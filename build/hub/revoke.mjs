// npm run hub:revoke -- FOLDER DESK: a desk that was stolen or given away may not connect any more.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hubArguments } from './arguments.mjs';
import { command } from './hub-error.mjs';
import { readFacts, serverFolder } from './hub-folder.mjs';
import { revokeDesk } from './revoke-desk.mjs';
import { SERVICE } from './services.mjs';

await command(async () => {
  const { dir, rest } = hubArguments({ usage: 'npm run hub:revoke -- 文件夹 登记台号', more: 1 });
  const [desk] = rest;
  const facts = readFacts(dir);
  const { spare, file, code } = await revokeDesk({ dir, facts, desk });
  console.log(`${desk} 号登记台的凭据已从 users.conf 中去掉。`);
  for (const machine of facts.machines) console.log(reload(dir, facts, machine));
  console.log(`
请同时在管理员的登记台上停用它：中心只拒绝连接，各台还要换大厅密钥。

替补：${spare} 号，文件 ${file}
一次性口令（只显示这一次，请与文件分开转交）：

    ${code}`);
});

/** A hub that runs from this very folder is told; otherwise how to tell it. */
function reload(dir, facts, machine) {
  const folder = serverFolder(dir, facts, machine);
  const pidFile = join(facts.data ?? join(facts.at ?? resolve(folder), 'data'), 'hub.pid');
  if (facts.at === undefined && process.platform !== 'win32' && existsSync(pidFile)) {
    try {
      process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGHUP');
      return `${machine.name}：已通知正在运行的中心，该登记台的连接随即断开。`;
    } catch {
      return `${machine.name}：中心没有运行，下次启动时生效。`;
    }
  }
  return `${machine.name}：请把 ${join(folder, 'users.conf')} 复制到服务器上的同一位置，再让它重新读取：
    Linux    systemctl reload ${SERVICE}
    Windows  nats-server.exe --signal reload=${SERVICE}`;
}
