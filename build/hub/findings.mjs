/** What a check found: `ok`, `warning` (works, but should not stay so) or `bad`. */
export const ok = (text) => ({ level: 'ok', text });
export const warning = (text) => ({ level: 'warning', text });
export const bad = (text) => ({ level: 'bad', text });

const MARKS = { ok: '[正常]', warning: '[注意]', bad: '[错误]' };
export const line = ({ level, text }) => `${MARKS[level]} ${text}`;

/** A part of the check that failed in a way it did not foresee is a finding, too. */
export async function found(name, look) {
  try {
    return await look();
  } catch (error) {
    return [bad(`${name}：${error.message}`)];
  }
}
