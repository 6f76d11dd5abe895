import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HubError } from './hub-error.mjs';

/** `FOLDER [MORE…] [--options]` of a hub command; `usage` is shown when the folder or one of `more` is missing. */
export function hubArguments({ usage, options = {}, more = 0 }) {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length !== 1 + more) throw new HubError(`用法：${usage}`);
  const [folder, ...rest] = positionals;
  return { dir: resolve(folder), rest, values };
}

export function wholeNumber(text, name) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) throw new HubError(`${name} 应为整数，而不是“${text}”。`);
  return number;
}
