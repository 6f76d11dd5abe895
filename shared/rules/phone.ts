import { describeCharacter } from './describe-character';

export type PhoneCheck = { ok: true; normalized: string } | { ok: false; message: string };

const refuse = (message: string): PhoneCheck => ({ ok: false, message });

/**
 * A telephone number as a visitor gives it: a mobile, a landline with its area code, or a number abroad with `+`.
 * Empty is fine, nobody must own a telephone. Kept as digits only.
 */
export function checkPhone(raw: string): PhoneCheck {
  const text = raw.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}()\u2212]/gu, '');
  if (text === '') return { ok: true, normalized: '' };
  const number = text
    .replace(/^(?:\+|00)86/, '')
    .replace(/^86(?=1\d{10}$)/, '')
    .replace(/^0(?=1[3-9]\d{9}$)/, '');
  const abroad = number.startsWith('+');
  const digits = abroad ? number.slice(1) : number;
  const wrong = [...digits].findIndex((each) => !/^\d$/.test(each));
  if (wrong >= 0) return refuse(`第 ${wrong + 1} 位不是数字：${describeCharacter([...digits][wrong] ?? '')}`);
  if (abroad)
    return digits.length >= 7 && digits.length <= 15
      ? { ok: true, normalized: `+${digits}` }
      : refuse(`境外号码应为 7–15 位，现为 ${digits.length} 位`);
  if (digits.startsWith('1')) return checkMobile(digits);
  if (digits.startsWith('0')) return checkLandline(digits);
  return refuse('请填写手机号，或带区号的固定电话（如 0571-87654321）');
}

function checkMobile(digits: string): PhoneCheck {
  if (digits.length !== 11) return refuse(`手机号应为 11 位，现为 ${digits.length} 位`);
  if (!/^1[3-9]/.test(digits)) return refuse(`手机号第 2 位应为 3–9，现为 ${digits[1]}`);
  return { ok: true, normalized: digits };
}

/** 010 and 02x have three digits, all other area codes four; the number itself has seven or eight. */
function checkLandline(digits: string): PhoneCheck {
  const area = /^0(?:10|2\d)/.test(digits) ? 3 : 4;
  const rest = digits.length - area;
  if (rest !== 7 && rest !== 8) return refuse(`固定电话应为 ${area} 位区号加 7 或 8 位号码，现共 ${digits.length} 位`);
  if (/^0[01](?!0)/.test(digits)) return refuse(`区号 ${digits.slice(0, area)} 不存在`);
  return { ok: true, normalized: digits };
}
