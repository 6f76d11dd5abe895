/** A file that cannot be taken in; the sentence is for the person who chose it. */
export class Unreadable extends Error {
  constructor(readonly sentence: string) {
    super('file refused');
    this.name = 'Unreadable';
  }
}
