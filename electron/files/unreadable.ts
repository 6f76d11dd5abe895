import { OUTSIDE_SENTENCES, OutsideFileError, openOutside } from './outside-file';

/** A file that cannot be taken in; the sentence is for the person who chose it. */
export class Unreadable extends Error {
  constructor(readonly sentence: string) {
    super('file refused');
    this.name = 'Unreadable';
  }
}

/** A file that a person chose to be taken in. @throws Unreadable */
export const openChosen = (path: string): ReturnType<typeof openOutside> =>
  openOutside(path).catch((error: unknown) => {
    const fault = error instanceof OutsideFileError ? error.fault : 'unreadable';
    throw new Unreadable(`${OUTSIDE_SENTENCES[fault]}。没有导入。`);
  });
