import type { ForecastDay } from '../../../../shared/contract/forecast';
import { FORECAST_CHANNELS } from '../../../../shared/domain/forecast';
import { isStandingRow, storedOn } from '../forecast/rows';
import type { Host } from '../host';
import { forecastItems } from '../views/forecast-items';
import { linkViews } from '../views/forecast-links';
import { proposalViews, unreadGroups, warningViews } from '../views/forecast-warnings';
import type { LiveHandlers } from './types';

/** 今日预判, as it is followed. */
export const forecastLives: Pick<LiveHandlers, 'forecast.list' | 'forecast.day' | 'forecast.now' | 'forecast.warnings'> = {
  'forecast.list': (host, asked, actor) => host.db.reading(() => forecastItems(host, asked, actor)),

  'forecast.day': (host, { date }) => host.db.reading(() => wholeDay(host, date)),

  'forecast.now': (host) =>
    host.db.reading(async () => {
      const date = host.clock.today();
      const { forecast } = await host.reader.settings();
      const rows = (await storedOn(host, date)).filter(isStandingRow);
      const ungraded = rows.flatMap((row) => (row.grade === '' ? Number(row.createdAt) : []));
      return { date, ungraded, rules: forecast, unread: await unreadGroups(host, date) };
    }),

  'forecast.warnings': (host, { date }) => host.db.reading(() => warningViews(host, date)),
};

async function wholeDay(host: Host, date: string): Promise<ForecastDay> {
  const settings = await host.reader.settings();
  const rows = (await storedOn(host, date)).filter(isStandingRow);
  const confirmed = await host.reader.open('forecastChannels', await host.db.rows('forecastChannels').where('date').equals(date).toArray());
  confirmed.sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
  const staff = await host.reader.some(
    'staff',
    confirmed.map(({ staffId }) => staffId),
  );
  return {
    date,
    rules: settings.forecast,
    channels: FORECAST_CHANNELS.map((channel) => {
      const own = rows.filter((row) => row.channel === channel);
      const none = confirmed.find((each) => each.channel === channel);
      return {
        channel,
        items: own.length,
        newest: own.length > 0 ? Math.max(...own.map((row) => Number(row.receivedAt))) : null,
        none: none ? { at: none.at, staffName: staff.get(none.staffId)?.name ?? '' } : null,
      };
    }),
    clocks: rows.map((row) => ({
      createdAt: Number(row.createdAt),
      gradedAt: typeof row.gradedAt === 'number' ? row.gradedAt : null,
    })),
    links: await linkViews(host, date, settings),
    proposals: await proposalViews(host, date),
    warnings: await warningViews(host, date),
  };
}
