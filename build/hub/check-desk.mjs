import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { PermissionViolationError } from '@nats-io/transport-node';
import { connectHub } from './connect.mjs';
import { bad, ok } from './findings.mjs';
import { FILES_STREAM, inboxOf, NAMES } from './names.mjs';

const { log, keys } = NAMES;
/** No message has it, so that a publication tried with it is refused for that, and nothing is written. */
const IMPOSSIBLE = Number.MAX_SAFE_INTEGER;
const WRONG_LAST_SEQUENCE = 10071;
const ANOTHER = (code) => (code === '99' ? '98' : '99');

/** A desk's credentials, tried. Nothing is written to the hub, and nothing would be lost if a refusal failed to come. */
export async function checkDesk({ url, ca, code, seed }) {
  let nc;
  try {
    nc = await connectHub({ servers: url, ca, seed, code });
  } catch (error) {
    return [bad(`${code} 号登记台的凭据被拒绝：${error.message}`)];
  }
  try {
    const found = [];
    for (const [name, attempt] of await allowed(nc, code)) found.push(await mustWork(code, name, attempt));
    for (const [name, attempt] of await forbidden(nc, code)) found.push(await mustBeRefused(code, name, attempt));
    const wrong = found.filter((f) => f !== null);
    return wrong.length > 0 ? wrong : [ok(`${code} 号登记台：该能做的都能做，不该做的都被拒绝`)];
  } finally {
    await nc.close();
  }
}

async function allowed(nc, code) {
  const js = jetstream(nc);
  const jsm = await jetstreamManager(nc);
  const tryPublish = async (subject) => {
    try {
      await js.publish(subject, '', { expect: { lastSubjectSequence: IMPOSSIBLE } });
    } catch (error) {
      if (error.code !== WRONG_LAST_SEQUENCE) throw error;
    }
  };
  return [
    ['发布自己的变更', () => tryPublish(`${log.subject}.${code}`)],
    ['转送别台的变更', () => tryPublish(`${log.relay}.${code}`)],
    ['存放密钥', () => tryPublish(`${keys.subject}.probe`)],
    ['读取变更', () => js.consumers.get(log.stream, {})],
    ['读取密钥', () => js.consumers.get(keys.stream, {})],
    ['查看文件库', () => jsm.streams.info(FILES_STREAM)],
  ];
}

async function forbidden(nc, code) {
  const js = jetstream(nc);
  const { streams } = await jetstreamManager(nc);
  const other = ANOTHER(code);
  const unlikely = { expect: { lastSubjectSequence: IMPOSSIBLE } };
  return [
    ['冒充别的登记台', () => js.publish(`${log.subject}.${other}`, '', unlikely)],
    ['清空数据流', () => streams.purge(log.stream, { filter: `${log.subject}.none` })],
    ['删除数据流', () => streams.delete(`${log.stream}-probe`)],
    ['删除一条变更', () => streams.deleteMessage(log.stream, IMPOSSIBLE)],
    ['偷听别的登记台', () => listen(nc, `${inboxOf(other)}.>`)],
  ];
}

/** A refused subscription is told by its own error. */
async function listen(nc, subject) {
  const refused = new Promise((_, reject) => nc.subscribe(subject, { callback: (error) => error && reject(error) }));
  await Promise.race([refused, nc.flush()]);
}

async function mustWork(code, name, attempt) {
  try {
    await attempt();
    return null;
  } catch (error) {
    return bad(`${code} 号登记台不能${name}：${error.message}`);
  }
}

async function mustBeRefused(code, name, attempt) {
  try {
    await attempt();
  } catch (error) {
    if (refusal(error)) return null;
  }
  return bad(`${code} 号登记台竟能${name}：users.conf 不是本程序生成的那份，请立即换回`);
}

/** The server's own word on the permission, wherever the library put it. */
export function refusal(error) {
  for (let at = error; at; at = at.cause) if (at instanceof PermissionViolationError) return at;
  return null;
}
