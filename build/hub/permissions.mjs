import { FILES_STREAM, FILES_SUBJECTS, inboxOf, NAMES } from './names.mjs';

const { log, keys, seen } = NAMES;
const STREAMS = [log.stream, keys.stream, FILES_STREAM];

/**
 * What a desk may say: lists of what is allowed, everything else is refused. No call that makes, changes, empties,
 * restores or deletes a stream or a message is among them, nor one that lists other desks' consumers: their names are random,
 * so that CONSUMER.DELETE reaches only one's own. @nats-io/jetstream calls it whenever it begins an ordered consumer anew; were it
 * refused, the hub's log would be full of violations that mean nothing.
 */
export function deskPermissions(code) {
  const publish = [
    `${log.subject}.${code}`,
    `${log.relay}.${code}`,
    `${keys.subject}.*`,
    `${seen}.${code}`,
    ...FILES_SUBJECTS,
    '$JS.API.INFO',
    ...STREAMS.flatMap((stream) => [
      `$JS.API.STREAM.INFO.${stream}`,
      `$JS.API.STREAM.MSG.GET.${stream}`,
      `$JS.API.DIRECT.GET.${stream}`,
      `$JS.API.DIRECT.GET.${stream}.>`,
      `$JS.API.CONSUMER.CREATE.${stream}.>`,
      `$JS.API.CONSUMER.INFO.${stream}.*`,
      `$JS.API.CONSUMER.MSG.NEXT.${stream}.*`,
      `$JS.API.CONSUMER.DELETE.${stream}.*`,
      `$JS.FC.${stream}.>`,
    ]),
  ];
  return { publish, subscribe: [`${inboxOf(code)}.>`, `${seen}.*`] };
}
