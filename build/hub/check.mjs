// npm run hub:check -- FOLDER [--code CODE]: a hub folder and the hub that runs from it. Exit code 0 only if nothing is wrong.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hubArguments } from './arguments.mjs';
import { checkDesk } from './check-desk.mjs';
import { checkDisk, checkSecrets, checkServerFolder } from './check-folder.mjs';
import { checkHub } from './check-hub.mjs';
import { bad, found, line, warning } from './findings.mjs';
import { command } from './hub-error.mjs';
import { HUB_FILE_NAME, openHubFile } from './hub-file.mjs';
import { readFacts, readSecret, serverFolder, urlsOf } from './hub-folder.mjs';

const USAGE = `npm run hub:check -- 文件夹 [--code 一次性口令 [--file 中心文件]]
  给出口令时，还用一台登记台的凭据试一遍：该能做的能做，不该做的被拒绝`;

await command(async () => {
  const options = { code: { type: 'string' }, file: { type: 'string' } };
  const { dir, values } = hubArguments({ usage: USAGE, options });
  const facts = readFacts(dir);
  const ca = readSecret(dir, 'ca.pem');
  const seed = readSecret(dir, 'admin.seed');
  const findings = [...(await found('保险文件', () => checkSecrets(dir)))];
  for (const machine of facts.machines) {
    findings.push(...(await found(machine.name, () => checkServerFolder(dir, facts, machine))));
    findings.push(...(await found('磁盘', () => checkDisk(dataOf(dir, facts, machine)))));
  }
  for (const url of urlsOf(facts)) findings.push(...(await found(url, () => checkHub({ url, ca, seed, facts }))));
  findings.push(...(await found('登记台凭据', () => tryDesk({ dir, facts, ca, ...values }))));
  for (const finding of findings) console.log(line(finding));
  process.exitCode = findings.some((f) => f.level === 'bad') ? 1 : 0;
});

function dataOf(dir, facts, machine) {
  return facts.data ?? join(facts.at ?? resolve(serverFolder(dir, facts, machine)), 'data');
}

async function tryDesk({ dir, facts, ca, code, file = join(dir, HUB_FILE_NAME) }) {
  if (!code) return [warning('没有给出一次性口令，没有试登记台的凭据')];
  if (!existsSync(file)) return [bad(`找不到中心文件 ${file}，请用 --file 指出它在哪里`)];
  const content = await openHubFile(readFileSync(file, 'utf8'), code);
  if (!content) return [bad(`${file}：口令不对，或文件已损坏`)];
  const revoked = new Set(facts.desks.filter((d) => d.revoked).map((d) => d.code));
  const desk = content.desks.find((d) => !revoked.has(d.code));
  if (!desk) return [bad(`${file} 里的登记台都已停用`)];
  return checkDesk({ url: content.hub, ca, ...desk });
}
