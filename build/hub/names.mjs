import { readFileSync } from 'node:fs';

/** The names that desks and hub share; one file for both. */
export const NAMES = JSON.parse(readFileSync(new URL('../../shared/sync/hub.json', import.meta.url), 'utf8'));

/** The object store's stream and subjects, as @nats-io/obj lays them out. */
export const FILES_STREAM = `OBJ_${NAMES.files.bucket}`;
export const FILES_SUBJECTS = [`$O.${NAMES.files.bucket}.C.>`, `$O.${NAMES.files.bucket}.M.>`];

/** Where answers to a desk arrive; nobody else may listen there. */
export const inboxOf = (code) => `${NAMES.inbox}.${code}`;

/** A batch travels whole: a page of an old ledger or a long policy is a few megabytes. Beyond 8 MB the server warns. */
export const MAX_PAYLOAD = 8 * 1024 * 1024;

/** Desks are numbered with two digits. */
export const MOST_DESKS = 99;
export const deskCode = (number) => String(number).padStart(2, '0');
