import type { EmergencySettings } from '../../../../shared/domain/emergency';
import type { Settings } from '../../../../shared/domain/settings';
import { holderOf, type OnRoster } from '../../../../shared/rules/incident-calls';
import { withSeats } from '../../../../shared/rules/organisation';
import type { Host } from '../host';
import { seatsOn } from '../organisation/editions';
import type { Opened } from '../tables';

/** Everybody of the unit, as the call list sees them. */
export async function roster({ reader }: Pick<Host, 'reader'>): Promise<Map<string, OnRoster>> {
  const staff = await reader.all('staff');
  return new Map(staff.map(({ id, name, phone, onDuty, active }) => [id, { name, phone, onDuty: onDuty && active }]));
}

/**
 * The hall's settings and people as an incident is shown by: those of its own day once it has ended, however the posts
 * are given since (plan S01), today's while it runs.
 */
export async function responseOf(
  host: Pick<Host, 'reader' | 'clock'>,
  { response }: Pick<Opened<'incidents'>, 'response'>,
): Promise<{ settings: Settings; staff: Map<string, OnRoster> }> {
  const [settings, staff] = [await host.reader.settings(), await roster(host)];
  const emergency = response ?? (await callListToday(host, settings.emergency));
  return { settings: { ...settings, emergency }, staff };
}

/** The response with whoever held each post at this moment in the place of a reference to them. */
export async function responseNow(host: Pick<Host, 'reader' | 'clock'>): Promise<EmergencySettings> {
  const [settings, staff] = [await host.reader.settings(), await roster(host)];
  const emergency = await callListToday(host, settings.emergency);
  const contacts = emergency.contacts.map((contact) => {
    const { person, phone } = holderOf(contact, staff);
    return { ...contact, staffId: '', person, phone, deputyStaffId: '', deputyPerson: '', deputyPhone: '' };
  });
  return { ...emergency, contacts };
}

/** Posts that the organisation of today fills are held by whom it names; the others as the call list itself says. */
async function callListToday(host: Pick<Host, 'reader' | 'clock'>, emergency: EmergencySettings): Promise<EmergencySettings> {
  return { ...emergency, contacts: withSeats(emergency.contacts, await seatsOn(host, host.clock.today())) };
}
