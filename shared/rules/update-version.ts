/**
 * Which of two versions is the later, as Semantic Versioning 2.0 §11 orders them: numbers first, and a version with a suffix before
 * the one without. @returns below nought where `a` is the earlier. Both have passed the schema.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [split(a), split(b)];
  for (let n = 0; n < 3; n++) {
    const difference = (left.numbers[n] ?? 0) - (right.numbers[n] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.suffix.length === 0 || right.suffix.length === 0) return right.suffix.length - left.suffix.length;
  for (let n = 0; n < Math.max(left.suffix.length, right.suffix.length); n++) {
    const [one, other] = [left.suffix[n], right.suffix[n]];
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    const difference = comparePart(one, other);
    if (difference !== 0) return difference;
  }
  return 0;
}

function split(version: string): { numbers: number[]; suffix: string[] } {
  const at = version.indexOf('-');
  const core = at < 0 ? version : version.slice(0, at);
  return { numbers: core.split('.').map(Number), suffix: at < 0 ? [] : version.slice(at + 1).split('.') };
}

function comparePart(a: string, b: string): number {
  const [left, right] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (left && right) return Number(a) - Number(b);
  if (left !== right) return left ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
