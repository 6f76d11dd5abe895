import { connectHub } from './connect.mjs';
import { bad, ok, warning } from './findings.mjs';
import { replicasOf } from './hub-folder.mjs';
import { atLeast } from './server-conf.mjs';
import { compareStreams } from './streams.mjs';

/** Below it a power cut may take what was confirmed: earlier versions did not write before they confirmed, or lost files. */
const WANTED_VERSION = [2, 12, 3];

/** A running hub at one address: TLS, its version, its streams. */
export async function checkHub({ url, ca, seed, facts }) {
  let nc;
  try {
    nc = await connectHub({ servers: url, ca, seed });
  } catch (error) {
    return [bad(`连不上 ${url}：${error.message}`)];
  }
  try {
    const { version } = nc.info;
    return [
      ok(`已用 TLS 连上 ${url}`),
      atLeast(version, WANTED_VERSION)
        ? ok(`nats-server ${version}`)
        : warning(
            `nats-server ${version} 低于 ${WANTED_VERSION.join('.')}：突然断电可能丢失中心最后几分钟的数据（登记台会重新送达），请升级`,
          ),
      ...(await checkStreams(nc, replicasOf(facts))),
    ];
  } finally {
    await nc.close();
  }
}

async function checkStreams(nc, replicas) {
  const streams = await compareStreams(nc, replicas);
  return streams.map(({ name, missing, wrong }) => {
    if (missing) return bad(`数据流 ${name} 不存在，请运行 npm run hub:prepare`);
    return wrong.length > 0
      ? bad(`数据流 ${name} 与应有的不同（${wrong.join('；')}），请运行 npm run hub:prepare`)
      : ok(`数据流 ${name} 无误`);
  });
}
