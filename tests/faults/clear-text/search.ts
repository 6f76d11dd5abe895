import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { encodingsOf } from './encodings';
import { unpackTable } from './leveldb';

export interface Found {
  word: string;
  encoding: string;
  place: string;
}

/** Every byte of every file under the folders, the files' names, and what LevelDB packed: where do the words stand? */
export function searchClearText(folders: readonly string[], words: readonly string[]): { found: Found[]; files: number; bytes: number } {
  const wanted = words.flatMap((word) => encodingsOf(word).map((e) => ({ word, ...e })));
  const found: Found[] = [];
  let files = 0;
  let bytes = 0;
  const look = (content: Buffer, place: string): void => {
    for (const { word, name, bytes: pattern } of wanted) if (content.includes(pattern)) found.push({ word, encoding: name, place });
  };
  for (const folder of folders) {
    for (const path of walk(folder)) {
      look(Buffer.from(basename(path)), `name of ${path}`);
      const content = readFileSync(path);
      files++;
      bytes += content.length;
      look(content, path);
      for (const part of unpackTable(content)) look(part, `${path} (unpacked)`);
    }
  }
  return { found, files, bytes };
}

function* walk(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stat = lstatSync(path);
    if (stat.isDirectory()) yield* walk(path);
    else if (stat.isFile()) yield path;
  }
}
