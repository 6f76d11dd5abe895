/** No law is longer; what is beyond these is refused with the sentence, not read until the memory ends. */
export const FILE_BYTES = 30 * 1024 * 1024;
/** Unpacked: a few kilobytes of zip can hold gigabytes of nothing. */
export const PART_BYTES = 64 * 1024 * 1024;
export const CHARACTERS = 2_000_000;
export const PAGES = 2000;
