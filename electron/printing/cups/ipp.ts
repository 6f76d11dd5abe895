import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Requests that lpstat has no words for: it cannot tell a finished job from an aborted one, nor find a
 * job by its title.
 *
 * Two things CUPS 2.4 does that are not obvious (both seen here):
 * - without `requesting-user-name` the title of every job comes back empty (JobPrivateValues);
 * - when only "cheap" attributes are asked for, a finished job's title comes back empty too, since
 *   its control file is not read. `job-originating-host-name` is asked for only to force that.
 */
const ATTRIBUTES = 'job-id,job-name,job-state,job-state-reasons,job-originating-host-name';
const SHOWN = ['job-id', 'job-name', 'job-state', 'job-state-reasons'].map((name) => `DISPLAY ${name}`).join('\n');

const request = (operation: string, target: string, more: string) => `{
OPERATION ${operation}
GROUP operation-attributes-tag
ATTR charset attributes-charset utf-8
ATTR language attributes-natural-language en
ATTR uri ${target} $uri
ATTR name requesting-user-name $user
${more}ATTR keyword requested-attributes ${ATTRIBUTES}
STATUS successful-ok
${SHOWN}
}
`;

export const GET_JOBS = request('Get-Jobs', 'printer-uri', 'ATTR keyword which-jobs all\n');
export const GET_JOB = request('Get-Job-Attributes', 'job-uri', '');

/**
 * ipptool reads a request from a file only (Node's pipes are sockets, which cannot be opened as
 * /dev/stdin). It holds no more than the words above; the job's own data never comes near it.
 */
export async function withRequestFile<T>(request: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ipp-'));
  try {
    const path = join(folder, 'request.test');
    await writeFile(path, request);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
