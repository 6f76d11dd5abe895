import { JetStreamApiError, jetstreamManager } from '@nats-io/jetstream';
import { FILES_STREAM, FILES_SUBJECTS, NAMES } from './names.mjs';

const { log, keys } = NAMES;
const NOT_FOUND = 10059;

/**
 * The three streams. No roll-ups anywhere: with one header a desk could otherwise empty a whole stream by publishing.
 * The log can lose nothing. The keys keep the last message of each key only, so that an empty one leaves nothing
 * of it. Files may be removed, by the administrator alone: they are large, and no promise rests on them.
 */
export function wantedStreams(replicas) {
  const common = {
    retention: 'limits',
    storage: 'file',
    discard: 'new',
    max_age: 0,
    max_msgs: -1,
    max_bytes: -1,
    max_msgs_per_subject: -1,
    num_replicas: replicas,
    allow_direct: true,
    allow_rollup_hdrs: false,
  };
  const lasting = { deny_delete: true, deny_purge: true };
  return [
    { ...common, ...lasting, name: log.stream, subjects: [`${log.subject}.*`, `${log.relay}.*`] },
    { ...common, ...lasting, name: keys.stream, subjects: [`${keys.subject}.*`], max_msgs_per_subject: 1 },
    { ...common, name: FILES_STREAM, subjects: FILES_SUBJECTS },
  ];
}

/** What a server leaves out of an answer when it is false or nothing. */
const said = (value) => JSON.stringify(value ?? false);

/** @returns {string[]} the settings that differ, as 「name: found, wanted」 */
export const differences = (found, wanted) =>
  Object.entries(wanted)
    .filter(([key, value]) => said(found[key] || false) !== said(value || false))
    .map(([key, value]) => `${key}：现为 ${said(found[key])}，应为 ${said(value)}`);

/** @returns {Promise<{name: string, missing: boolean, wrong: string[]}[]>} */
export async function compareStreams(nc, replicas) {
  const { streams } = await jetstreamManager(nc);
  const found = [];
  for (const wanted of wantedStreams(replicas)) {
    const config = await configOf(streams, wanted.name);
    found.push({ name: wanted.name, missing: config === null, wrong: config ? differences(config, wanted) : [] });
  }
  return found;
}

/** Makes what is missing; a stream that differs is changed only with `update`. Answers as compareStreams, from before. */
export async function prepareStreams(nc, { replicas, update = false }) {
  const { streams } = await jetstreamManager(nc);
  const before = await compareStreams(nc, replicas);
  for (const [i, wanted] of wantedStreams(replicas).entries()) {
    if (before[i].missing) await streams.add(wanted);
    else if (update && before[i].wrong.length > 0) await streams.update(wanted.name, wanted);
  }
  return before;
}

async function configOf(streams, name) {
  try {
    return (await streams.info(name)).config;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === NOT_FOUND) return null;
    throw error;
  }
}
