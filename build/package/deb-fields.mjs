/** What electron-builder hands to fpm for a deb, and nothing else: an argument that is not known here must not be lost silently. */
const WITH_VALUE = new Set([
  's',
  't',
  'd',
  'architecture',
  'after-install',
  'after-remove',
  'description',
  'version',
  'package',
  'name',
  'maintainer',
  'vendor',
  'url',
  'category',
  'license',
  'deb-priority',
  'deb-recommends',
  'deb-compression',
]);
const ALONE = new Set(['force']);

/** @returns options by name, `depends` and `recommends` as lists, `files` as {from, to}; paths inside the package are relative */
export function parseFpm(args) {
  const parsed = { options: {}, depends: [], recommends: [], files: [] };
  for (let at = 0; at < args.length; at++) {
    const name = args[at].replace(/^--?/, '');
    if (args[at].startsWith('-')) {
      if (ALONE.has(name)) continue;
      if (!WITH_VALUE.has(name)) throw new Error(`build/package/fpm.mjs does not know ${args[at]}`);
      at += 1;
      if (name === 'd') parsed.depends.push(args[at]);
      else if (name === 'deb-recommends') parsed.recommends.push(args[at]);
      else parsed.options[name] = args[at];
    } else {
      const [from, to] = args[at].split('=');
      parsed.files.push({ from, to: to.replace(/^\//, '') });
    }
  }
  if (parsed.options.t !== 'deb') throw new Error(`build/package/fpm.mjs makes deb packages, not ${parsed.options.t}`);
  return parsed;
}

/** The control file (Debian policy, chapter 5). `size` in kB. */
export function debFields({ options, depends, recommends }, size) {
  const fields = {
    Package: options.name,
    Version: options.version,
    Architecture: options.architecture,
    Maintainer: options.maintainer,
    'Installed-Size': String(size),
    Depends: depends.join(', '),
    Recommends: recommends.join(', '),
    Section: options.category ?? 'misc',
    Priority: options['deb-priority'] ?? 'optional',
    Description: description(options.description),
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/** A first line, then lines that begin with a space; an empty one is a dot. */
function description(text) {
  const [first, ...rest] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line, at, all) => at === 0 || line !== all[0]);
  return [first, ...rest.map((line) => ` ${line || '.'}`)].join('\n');
}
