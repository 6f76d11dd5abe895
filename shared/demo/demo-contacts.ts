import type { Contact } from '../domain/emergency';

/** Who holds which post in the demonstration unit, and who stands in. */
const HOLDERS: Readonly<Record<string, readonly [holder: string, deputy: string]>> = {
  head: ['周建国', '陈志明'],
  deputy: ['陈志明', '周建国'],
  'lead-group': ['周建国', '陈志明'],
  coordination: ['林芳', '张莉'],
  spokesperson: ['陈志明', '林芳'],
  'reception-leader': ['何敏', '孙医生'],
  'security-leader': ['赵刚', '钱勇'],
  logistics: ['冯国强', '林芳'],
  'first-aid': ['孙医生', '何敏'],
  analysis: ['郑文博', '林芳'],
};
/** Numbers that nobody has: 0000 is no area code. */
const OUTSIDE: readonly string[] = [
  'department',
  'police-station',
  'responsible-unit',
  'responsible-unit-township',
  'superior',
  'duty-office',
  'joint-office',
  'civil-affairs',
  'cdc',
];

/** @param idOf a staff id by name; a name that is nobody's leaves the post open */
export const demoContacts = (contacts: readonly Contact[], idOf: (name: string) => string): Contact[] =>
  contacts.map((contact) => {
    const [holder = '', deputy = ''] = HOLDERS[contact.key] ?? [];
    const at = OUTSIDE.indexOf(contact.key);
    return {
      ...contact,
      staffId: holder ? idOf(holder) : '',
      deputyStaffId: deputy ? idOf(deputy) : '',
      ...(at >= 0 && { phone: `0000-12345${String(70 + at)}` }),
    };
  });
