import { describe, expect, it } from 'vitest';
import { demoContacts } from '../../../shared/demo/demo-contacts';
import { demoUnit } from '../../../shared/demo/demo-unit';
import { ROLES } from '../../../shared/domain/basics';
import { SETTINGS } from '../../../shared/domain/settings';
import { Pin } from '../../../shared/domain/staff';

const { settings, staff } = demoUnit();

describe('the demonstration unit', () => {
  it.each(Object.keys(settings) as (keyof typeof settings)[])('%s fits its schema', (key) => {
    expect(SETTINGS[key].parse(settings[key])).toEqual(settings[key]);
  });
  it('has two desks, three rooms and two areas', () => {
    expect(settings.hall.desks.map(({ code, letter }) => code + letter)).toEqual(['01A', '02B']);
    expect(settings.hall.rooms).toHaveLength(3);
    expect(settings.hall.areas.map(({ kind }) => kind)).toEqual(['waiting', 'rest']);
  });
  it('has somebody on duty for every role, two registrars and two guards', () => {
    for (const role of ROLES) expect(staff.some((person) => person.onDuty && person.roles.includes(role))).toBe(true);
    for (const role of ['registrar', 'guard'] as const) expect(staff.filter((person) => person.roles.includes(role))).toHaveLength(2);
  });
  it('gives each a name and a PIN of their own', () => {
    expect(new Set(staff.map(({ name }) => name)).size).toBe(staff.length);
    expect(new Set(staff.map(({ pin }) => pin)).size).toBe(staff.length);
    for (const { pin } of staff) expect(Pin.safeParse(pin).success).toBe(true);
    expect(staff).toContainEqual(expect.objectContaining({ name: '王静', pin: '1357', roles: ['registrar'] }));
    expect(staff).toContainEqual(expect.objectContaining({ name: '赵刚', pin: '2468', roles: ['guard'] }));
  });
  it('has somebody, and somebody else, for every post of its own in an emergency', () => {
    const contacts = demoContacts(settings.emergency.contacts, (name) => (staff.some((person) => person.name === name) ? name : ''));
    const held = contacts.filter(({ staffId }) => staffId !== '');
    expect(held.map(({ key }) => key)).toEqual(
      settings.emergency.contacts.filter(({ group, key }) => group !== '' && key !== 'department').map(({ key }) => key),
    );
    for (const { staffId, deputyStaffId } of held) expect(['', staffId]).not.toContain(deputyStaffId);
  });
});
