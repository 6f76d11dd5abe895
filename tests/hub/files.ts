import { type JetStreamClient, jetstream } from '@nats-io/jetstream';
import { type ObjectStore, Objm } from '@nats-io/obj';
import type { NatsConnection } from '@nats-io/transport-node';
import hub from '../../shared/sync/hub.json' with { type: 'json' };

/**
 * The object store without roll-ups (docs/hub.md): @nats-io/obj asks for one whenever it puts a file, and the hub refuses them all,
 * because a roll-up of everything would empty the store.
 */
export function openFiles(nc: NatsConnection): Promise<ObjectStore> {
  const js: JetStreamClient = jetstream(nc);
  const publish = js.publish.bind(js);
  js.publish = (subject, data, options) => {
    options?.headers?.delete('Nats-Rollup');
    return publish(subject, data, options);
  };
  return new Objm(js).open(hub.files.bucket);
}
