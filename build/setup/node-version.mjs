import { SetupError } from './say.mjs';

/** Vite 8 and electron's own installer need `require` of ES modules and newer built-ins: Node 20.19, 22.12 or newer. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) throw new SetupError(`Node.js ${version} is too old here: 20.19, 22.12 or newer is needed. https://nodejs.org/`);
}
