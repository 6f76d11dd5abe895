import { MAX_PAYLOAD } from './names.mjs';

/** The first version whose JetStream block knows `sync_interval: always`. */
const KNOWS_SYNC_ALWAYS = [2, 10, 0];

export const atLeast = (version, wanted) => {
  const found = version.split(/[.-]/).map(Number);
  for (const [i, part] of wanted.entries()) if ((found[i] ?? 0) !== part) return (found[i] ?? 0) > part;
  return true;
};

const text = (value) => JSON.stringify(value);

/**
 * hub.conf of one machine. Every path is absolute: a Windows service starts in a folder of the system.
 * @param folder where the file will lie on that machine, `data` where it keeps its streams; both with forward slashes
 * @param version of the nats-server that will read it; an older one refuses keys that it does not know
 * @param cluster undefined for one machine, else `{ port, routes: host[] }`
 */
export function serverConf({ name, folder, data, listen, port, version, cluster }) {
  const tls = (extra = '') =>
    `tls { cert_file: ${text(`${folder}/cert.pem`)}, key_file: ${text(`${folder}/key.pem`)}, ca_file: ${text(`${folder}/ca.pem`)}, timeout: 5${extra} }`;
  return [
    '# 接访台数据中心（NATS JetStream）。由接访台生成；登记台的名单在 users.conf。',
    `server_name: ${text(name)}`,
    `listen: ${text(`${listen}:${port}`)}`,
    `max_payload: ${MAX_PAYLOAD}`,
    `pid_file: ${text(`${data}/hub.pid`)}`,
    // A Windows service has no journal that keeps its words.
    ...(/^[A-Za-z]:/.test(folder) ? [`log_file: ${text(`${data}/hub.log`)}`, 'logfile_size_limit: 20MB'] : []),
    '',
    'jetstream {',
    `  store_dir: ${text(data)}`,
    ...(atLeast(version, KNOWS_SYNC_ALWAYS) ? ['  # 断电也不丢：每次确认之前先写到磁盘', '  sync_interval: always'] : []),
    '}',
    '',
    tls(),
    'include "users.conf"',
    // No http port: nothing is told to whoever has no credentials.
    ...(cluster ? ['', ...clusterConf(cluster, listen, tls)] : []),
    '',
  ].join('\n');
}

const clusterConf = ({ port, routes }, listen, tls) => [
  'cluster {',
  '  name: "reception"',
  `  listen: ${text(`${listen}:${port}`)}`,
  // The desks know all three from their file; addresses told by the servers would not stand in the certificate.
  '  no_advertise: true',
  `  routes: [${routes.map((host) => text(`tls://${host}:${port}`)).join(', ')}]`,
  `  ${tls(', verify: true')}`,
  '}',
];
