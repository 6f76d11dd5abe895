import { FILES_STREAM, FILES_SUBJECTS, inboxOf, NAMES } from './names.mjs';

const { log, keys, seen } = NAMES;
const STREAMS = [log.stream, keys.stream, FILES_STREAM];

/*
 * What a desk may say and hear: lists of what is allowed, everything else is refused. No call that makes, changes, empties,
 * restores or deletes a stream or a message is among them, nor one that lists other desks' consumers: their names are random,
 * so that CONSUMER.DELETE reaches only one's own. @nats-io/jetstream calls it whenever it begins an ordered consumer anew; were it
 * refused, the hub's log would be full of violations that mean nothing.
 */

/** What each desk has stored in its own name. */
export const ownSubjects = (code) => [`${log.subject}.${code}`, `${log.relay}.${code}`];

/** What all desks say alike, answered once. */
export const SHARED_SUBJECTS = [
  `${keys.subject}.*`,
  ...FILES_SUBJECTS,
  '$JS.API.INFO',
  ...STREAMS.flatMap((stream) => [
    `$JS.API.STREAM.INFO.${stream}`,
    `$JS.API.STREAM.MSG.GET.${stream}`,
    `$JS.API.DIRECT.GET.${stream}`,
    `$JS.API.DIRECT.GET.${stream}.>`,
    `$JS.API.CONSUMER.CREATE.${stream}.>`,
    `$JS.API.CONSUMER.INFO.${stream}.*`,
    `$JS.API.CONSUMER.DELETE.${stream}.*`,
    `$JS.FC.${stream}.>`,
  ]),
];

/** What is answered with many messages. */
export const STREAMED_SUBJECTS = STREAMS.map((stream) => `$JS.API.CONSUMER.MSG.NEXT.${stream}.*`);

/** A desk's sign of life, to the others. */
export const seenSubject = (code) => `${seen}.${code}`;

/** Where the server pushes a desk's files to, and all answers. */
export const inboxSubject = (code) => `${inboxOf(code)}.>`;

export const deskPermissions = (code) => ({
  publish: [...ownSubjects(code), seenSubject(code), ...SHARED_SUBJECTS, ...STREAMED_SUBJECTS],
  subscribe: [inboxSubject(code), seenSubject('*')],
});
