import { evacuationNow } from '../views/evacuation-view';
import type { RequestHandlers } from './types';

export const evacuationHandlers: Pick<RequestHandlers, 'evacuation.list'> = {
  'evacuation.list': (host) => host.db.reading(() => evacuationNow(host, false)),
};
