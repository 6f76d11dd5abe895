export function newKeys(): { publicKey: string; privateKey: string };
export function signManifest(bytes: Buffer, privateKey: string): string;
export function signRelease(
  dir: string,
  about: { version: string; date: string; notes: string[]; privateKey: string },
): Promise<{ files: { name: string; bytes: number; sha512: string }[] }>;
