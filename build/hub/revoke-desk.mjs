import { join } from 'node:path';
import { HubError } from './hub-error.mjs';
import { newCode, sealHubFile } from './hub-file.mjs';
import { readSecret, serverFolders, urlsOf, writeFacts } from './hub-folder.mjs';
import { newUser } from './make-hub.mjs';
import { deskCode, MOST_DESKS } from './names.mjs';
import { writePrivate } from './private-file.mjs';
import { usersConf } from './users-conf.mjs';

/**
 * Takes a desk's credentials away and makes those of a further desk: a code that once was another's key is never given again.
 * The running hub hears of it when it reads users.conf anew.
 * @param {{dir: string, facts: any, desk: string, cost?: {m: number, t: number, p: number}}} wish
 * @returns `{ spare, file, code }`: the new desk's code, its sealed file and that file's one-time code
 * @throws HubError when there is no such desk, or it was revoked before
 */
export async function revokeDesk({ dir, facts, desk, cost }) {
  const entry = facts.desks.find((d) => d.code === desk);
  if (!entry) throw new HubError(`没有 ${desk} 号登记台，没有改动。现有：${facts.desks.map((d) => d.code).join(' ')}`);
  if (entry.revoked) throw new HubError(`${desk} 号登记台已于 ${entry.revoked.slice(0, 10)} 停用，没有改动。`);
  const next = facts.desks.length + 1;
  if (next > MOST_DESKS) throw new HubError('两位编号已经用完，没有改动。请生成一个新的数据中心，并让所有登记台改用它。');
  const user = newUser();
  const spare = deskCode(next);
  const after = {
    ...facts,
    desks: [...facts.desks.map((d) => (d === entry ? { ...d, revoked: new Date().toISOString() } : d)), { code: spare, nkey: user.nkey }],
  };
  const code = newCode();
  const file = join(dir, `接访台中心-${spare}号.xfhub`);
  const content = { v: 1, hub: urlsOf(facts), ca: readSecret(dir, 'ca.pem'), desks: [{ code: spare, seed: user.seed }] };
  writePrivate(file, await sealHubFile(content, code, cost));
  // The list that shuts the desk out before the note that it was: done again, the second try finds what is left to do.
  for (const folder of serverFolders(dir, after)) writePrivate(join(folder, 'users.conf'), usersConf(after));
  writeFacts(dir, after);
  return { spare, file, code };
}
