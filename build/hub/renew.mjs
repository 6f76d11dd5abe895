// npm run hub:renew -- FOLDER [--host NAME …]: new certificates for the servers, before the old ones end or for a new address.
import { join } from 'node:path';
import { hubArguments } from './arguments.mjs';
import { command, HubError } from './hub-error.mjs';
import { readFacts, readSecret, serverFolder, writeFacts } from './hub-folder.mjs';
import { writeServer } from './make-hub.mjs';
import { SERVICE } from './services.mjs';

const USAGE = `npm run hub:renew -- 文件夹 [--host 主机名 …]
  --host  只用于一台机器的中心：除原有的以外，证书还要写上的主机名或地址`;

await command(async () => {
  const { dir, values } = hubArguments({ usage: USAGE, options: { host: { type: 'string', multiple: true, default: [] } } });
  const facts = readFacts(dir);
  if (values.host.length > 0 && facts.machines.length > 1) throw new HubError('集群的机器换了名字，请重新生成；没有改动。');
  const machines = facts.machines.map((m) => ({ ...m, hosts: [...new Set([...m.hosts, ...values.host])] }));
  const after = { ...facts, machines };
  const authority = { cert: readSecret(dir, 'ca.pem'), key: readSecret(dir, 'ca-key.pem') };
  for (const machine of machines) await writeServer(dir, after, machine, authority);
  writeFacts(dir, after);
  for (const machine of machines)
    console.log(`${machine.name}：请把 ${join(serverFolder(dir, after, machine), 'cert.pem')} 和 key.pem 复制到服务器上，再重新读取：
    Linux    systemctl reload ${SERVICE}
    Windows  nats-server.exe --signal reload=${SERVICE}`);
});
