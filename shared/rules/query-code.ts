/** Letters and digits that nobody takes for one another when they are read out. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** 查询码: by it and the card's number a visitor is told how their matter stands (条例 21 条). */
export const newQueryCode = (random: Uint8Array = crypto.getRandomValues(new Uint8Array(LENGTH))): string =>
  Array.from(random, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
