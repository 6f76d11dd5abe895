import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { entropyToMnemonic, generateMnemonic, mnemonicToEntropy, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/simplified-chinese.js';

/**
 * Twelve Chinese characters that open the hall key on any PC: 128 bits and a checksum, from the public BIP-39
 * list, so that they can be written on paper and typed with any input method.
 */
export const newPhrase = (): string[] => generateMnemonic(wordlist, 128).split(' ');

/** The phrase as typed: spaces, commas and line breaks do not matter. Null when a character or the checksum is wrong. */
export function phraseKey(typed: string): Uint8Array | null {
  const words = [...typed.normalize('NFKC').replace(/[\s,，、。]/g, '')].join(' ');
  if (!validateMnemonic(words, wordlist)) return null;
  return hkdf(sha256, mnemonicToEntropy(words, wordlist), undefined, Buffer.from('jiefangtai recovery phrase 1'), 32);
}

/** The phrase of known entropy. */
export const phraseOf = (entropy: Uint8Array): string[] => entropyToMnemonic(entropy, wordlist).split(' ');

/** A demonstration's stands in the README, as its PINs do: its backups open, and hold nobody's data. */
export const DEMO_PHRASE = phraseOf(new Uint8Array(16));
