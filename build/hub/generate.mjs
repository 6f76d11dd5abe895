// npm run hub:generate -- FOLDER --host hub.unit.local: everything that a new hub consists of.
import { natsVersion, tryNatsServer } from '../setup/nats-server.mjs';
import { hubArguments, wholeNumber } from './arguments.mjs';
import { command, HubError } from './hub-error.mjs';
import { secretFile, serverFolders, urlsOf } from './hub-folder.mjs';
import { makeHub } from './make-hub.mjs';

const USAGE = `npm run hub:generate -- 文件夹 --host 主机名 [--host 地址 …]
     npm run hub:generate -- 文件夹 --cluster 主机一,主机二,主机三
  --desks 20              登记台数
  --port 4222             登记台连接的端口；--cluster-port 6222 三台之间的端口
  --at /etc/reception-hub 这些文件在服务器上的位置（Windows：C:/reception-hub）；--data 数据放在哪里
  --server-version 2.12.3 服务器上 nats-server 的版本`;
/** What a production hub runs at least; assumed where this machine has no nats-server. */
const USUAL_VERSION = '2.12.3';

const text = { type: 'string' };
await command(async () => {
  const options = {
    host: { ...text, multiple: true },
    cluster: text,
    desks: { ...text, default: '20' },
    port: { ...text, default: '4222' },
    'cluster-port': { ...text, default: '6222' },
    at: text,
    data: text,
    'server-version': text,
  };
  const { dir, values } = hubArguments({ usage: USAGE, options });
  if (!values.host === !values.cluster) throw new HubError(`请给出 --host 或 --cluster 之一。\n用法：${USAGE}`);
  const binary = tryNatsServer();
  const version = values['server-version'] ?? (binary ? natsVersion(binary) : USUAL_VERSION);
  const made = await makeHub({
    dir,
    machines: machinesOf(values),
    desks: wholeNumber(values.desks, '--desks'),
    port: wholeNumber(values.port, '--port'),
    clusterPort: wholeNumber(values['cluster-port'], '--cluster-port'),
    at: values.at,
    data: values.data,
    version,
  });
  console.log(`已生成 ${dir}，按 nats-server ${version} 的写法。

放到服务器上：  ${serverFolders(dir, made.facts).join('\n                ')}
锁进保险处：    ${secretFile(dir, '')}
交给管理员：    ${made.hubFile}
登记台将连接：  ${urlsOf(made.facts).join(' ')}

一次性口令（只显示这一次，请与文件分开转交）：

    ${made.code}

接下来的步骤见 docs/hub.md。`);
});

/** In a cluster each machine has one name; alternatives follow a slash: hub-a/10.0.0.1 */
function machinesOf({ host, cluster }) {
  if (!cluster) return [{ name: 'reception-hub', hosts: host }];
  return cluster.split(',').map((entry) => {
    const hosts = entry.trim().split('/');
    return { name: hosts[0], hosts };
  });
}
