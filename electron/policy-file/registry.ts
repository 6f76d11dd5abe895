import { POLICY_KEYS, type PolicyKey } from '../../shared/domain/machine-policy';

export const REGISTRY_KEY = 'HKLM\\SOFTWARE\\Policies\\JieFangTai';

/** In the registry names begin with a capital, as Windows' own policies do: `HubAddresses`. */
const nameOf = (key: PolicyKey): string => `${key[0]?.toUpperCase()}${key.slice(1)}`;

/**
 * What `reg query` prints, as values by the names of the policy file. A line is four spaces, the name, the type and the value, with
 * four spaces between; a name that is not ours stays as it is, so that the check can say it.
 */
export function parseRegistry(output: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const line of output.split(/\r?\n/)) {
    const match = /^ {4}(.+?) {4}(REG_[A-Z_]+) {4}(.*)$/.exec(line) ?? /^ {4}(.+?) {4}(REG_[A-Z_]+)()$/.exec(line);
    const [, name = '', type = '', text = ''] = match ?? [];
    // The unnamed value of the key is printed in the system's language; nobody sets it.
    if (!match || /^[(（]/.test(name)) continue;
    const key = POLICY_KEYS.find((known) => nameOf(known).toLowerCase() === name.toLowerCase());
    values[key ?? name] = typedValue(key, type, text);
  }
  return values;
}

function typedValue(key: PolicyKey | undefined, type: string, text: string): unknown {
  if (key === 'hubAddresses')
    return text
      .split(type === 'REG_MULTI_SZ' ? /\\0/ : /[;,]/)
      .map((part) => part.trim())
      .filter(Boolean);
  if (type !== 'REG_DWORD' && type !== 'REG_QWORD') return text;
  const number = Number(text);
  if (key !== 'updateEnabled') return number;
  return number === 0 || number === 1 ? number === 1 : number;
}
