const HAN = /\p{Script=Han}/u;

/**
 * The services of this country answer in UTF-8 or in GBK, and their headers say nothing or the wrong thing. GBK text is
 * hardly ever UTF-8 by accident, and where it is, it turns into letters of other scripts and loses every Chinese character.
 */
export function decodeAnswer(bytes: Uint8Array): string {
  const gbk = (): string => new TextDecoder('gb18030').decode(bytes);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return gbk();
  }
  const foreign = /[\u0080-\u07ff]/.test(text) && !HAN.test(text);
  return foreign && HAN.test(gbk()) ? gbk() : text;
}
