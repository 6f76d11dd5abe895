import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A machine of outside, for pages that try to reach one: it notes every connection and every packet, whole requests or not. */
export interface AttackServer {
  /** `127.0.0.1:port`; TCP and UDP have the same port. */
  host: string;
  port: number;
  seen: string[];
  close(): void;
}

export async function attackServer(): Promise<AttackServer> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*');
    response.end('reached');
  });
  server.on('connection', () => seen.push('tcp'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const udp = createSocket('udp4');
  udp.on('message', () => seen.push('udp'));
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
    udp.close();
  };
  return { host: `127.0.0.1:${port}`, port, seen, close };
}
