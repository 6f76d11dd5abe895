/**
 * What a reader's service answered, as text, and the few fields of it that we look at. Services of one maker differ
 * from version to version: proper JSON, nearly JSON (single quotes, a path with bare backslashes), other spellings.
 * Only the fields named here are ever taken out; photo, fingerprint and whatever else a chip holds are not among them.
 */

/** Every spelling seen for a field, without case and separators; the first that says anything wins. */
const SPELLINGS = {
  flag: ['resultflag', 'resultcode', 'retcode', 'errcode', 'errorcode', 'code'],
  message: ['errormsg', 'resultmsg', 'resultmessage', 'retmsg', 'message', 'msg'],
  type: ['certtype', 'cardtype', '证件类型'],
  number: [
    'certnumber',
    'certno',
    'idnumber',
    'idnum',
    'idno',
    'idcardno',
    'idcard',
    'cardno',
    'citizenid',
    '公民身份号码',
    '身份证号',
    '证件号码',
  ],
  name: ['partyname', 'name', 'cnname', 'peoplename', 'fullname', '姓名', 'enname'],
  sex: ['gender', 'sex', '性别'],
  nation: ['nation', 'nationname', 'ethnicgroup', 'folk', '民族'],
  birth: ['bornday', 'birthday', 'birthdate', 'birth', 'dateofbirth', '出生日期', '出生'],
  address: ['certaddress', 'address', 'addr', '住址', '地址'],
  issuer: ['certorg', 'issueorg', 'issueorgan', 'issuer', 'issuingauthority', 'department', '签发机关'],
  until: [
    'expdate',
    'validdateexpire',
    'validto',
    'enddate',
    'expiredate',
    'expirydate',
    'validdate',
    'validperiod',
    '有效期至',
    '有效期限',
  ],
} as const;

export type AnswerField = keyof typeof SPELLINGS;
export type ReaderAnswer = Partial<Record<AnswerField, string>>;
const FIELDS = Object.keys(SPELLINGS) as AnswerField[];
const LOOKED_AT: ReadonlySet<string> = new Set(Object.values(SPELLINGS).flat());

const spelt = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '');
/** A chip's longest field, the address, has 35 characters; more is not what the field says it is. */
const LONGEST = 200;
const DEEPEST = 4;

/** @returns null when nothing in it is an answer of a reader */
export function readAnswer(text: string): ReaderAnswer | null {
  const body = text.replace(/^\uFEFF/, '').trim();
  // A web page on this port is another program's, whatever words it holds.
  if (body.startsWith('<')) return null;
  const found = fromJson(body) ?? fromLooseText(body);
  const answer: ReaderAnswer = {};
  for (const field of FIELDS) {
    const value = SPELLINGS[field].map((spelling) => found.get(spelling)).find((each) => each !== undefined && each.trim() !== '');
    if (value !== undefined) answer[field] = value;
  }
  return Object.keys(answer).length > 0 ? answer : null;
}

type Found = Map<string, string>;

function keep(found: Found, key: string, value: unknown): void {
  const name = spelt(key);
  if (!LOOKED_AT.has(name) || found.get(name)?.trim()) return;
  if (typeof value === 'number' || typeof value === 'boolean') found.set(name, String(value));
  else if (typeof value === 'string' && value.length <= LONGEST) found.set(name, value);
}

/** Null when it is no JSON. The outer object goes before the inner ones (`{"code":0,"data":{…}}`). */
function fromJson(body: string): Found | null {
  const [from, to] = [body.indexOf('{'), body.lastIndexOf('}')];
  if (from < 0 || to < from) return null;
  let level: unknown[];
  try {
    // What is not looked at is dropped while it is read.
    level = [JSON.parse(body.slice(from, to + 1), (key, value) => (wanted(key, value) ? value : undefined))];
  } catch {
    return null;
  }
  const found: Found = new Map();
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const entries = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.entries(each) : []));
    for (const [key, value] of entries) keep(found, key, value);
    level = entries.map(([, value]) => value);
  }
  return found;
}

const wanted = (key: string, value: unknown): boolean => typeof value === 'object' || LOOKED_AT.has(spelt(key));

/** `key : value` pairs wherever they stand; a value goes to its closing quote, the next comma or the end of its line. */
const PAIR =
  /(?:["']\s*([\w\u4e00-\u9fff-]{2,30})\s*["']|(?:^|[{,;\r\n])[ \t]*([\w\u4e00-\u9fff-]{2,30}))[ \t]*[:：][ \t]*(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^,;{}[\]"'\r\n]*))/g;

function fromLooseText(body: string): Found {
  const found: Found = new Map();
  for (const [, quoted, bare, double, single, plain] of body.matchAll(PAIR)) keep(found, quoted ?? bare ?? '', double ?? single ?? plain);
  return found;
}

/** The service says that it did what it was asked. */
export const succeeded = ({ flag }: ReaderAnswer): boolean => flag !== undefined && /^(0+|200|ok|success|true)$/i.test(flag.trim());
