// npm run hub:prepare -- FOLDER: makes the streams of a running hub, or says how they differ.
import { hubArguments } from './arguments.mjs';
import { connectHub } from './connect.mjs';
import { command, HubError } from './hub-error.mjs';
import { readFacts, readSecret, replicasOf, urlsOf } from './hub-folder.mjs';
import { prepareStreams } from './streams.mjs';

await command(async () => {
  const { dir, values } = hubArguments({
    usage: 'npm run hub:prepare -- 文件夹 [--update 改正不同之处]',
    options: { update: { type: 'boolean', default: false } },
  });
  const facts = readFacts(dir);
  const nc = await connectHub({ servers: urlsOf(facts), ca: readSecret(dir, 'ca.pem'), seed: readSecret(dir, 'admin.seed') });
  try {
    const streams = await prepareStreams(nc, { replicas: replicasOf(facts), update: values.update });
    for (const { name, missing, wrong } of streams) console.log(sentence(name, missing, wrong, values.update));
    if (!values.update && streams.some((s) => s.wrong.length > 0))
      throw new HubError('有数据流与应有的不同，没有改动。确认后加 --update 改正。');
  } finally {
    await nc.close();
  }
});

function sentence(name, missing, wrong, update) {
  if (missing) return `${name}：已建立`;
  return wrong.length === 0 ? `${name}：已有，无误` : `${name}：${update ? '已改正' : '不同'}\n  ${wrong.join('\n  ')}`;
}
