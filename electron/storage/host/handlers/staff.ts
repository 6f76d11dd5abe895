import { v7 as uuid } from 'uuid';
import type { StaffMember } from '../../../../shared/domain/staff';
import { refuse } from '../../../../shared/errors';
import { type Host, writeAs } from '../host';
import type { Opened } from '../tables';
import type { InternalHandlers, LiveHandlers, RequestHandlers } from './types';

type Staff = Opened<'staff'>;
type Handlers = Pick<RequestHandlers, 'staff.duty'> &
  Pick<InternalHandlers, 'internal.staffCards' | 'internal.staffSecret' | 'internal.signInTried' | 'internal.saveStaff'>;

const member = ({ id, name, roles, active, onDuty, phone, qualifications }: Staff): StaffMember => ({
  ...{ id, name, roles, active, onDuty, phone, qualifications },
});
/** The order in which they were entered; ids are made in the order of time. */
const everyone = async ({ reader }: Host): Promise<Staff[]> =>
  (await reader.all('staff')).sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));

export const staffHandlers: Handlers = {
  'staff.duty': async (host, { id, onDuty }, call) => {
    const staff = (await host.reader.one('staff', id)) ?? refuse('not-found');
    await writeAs(host, call, async (draft) => {
      draft.audit(call.name, staff.name, onDuty ? '当班' : '离岗');
      draft.put('staff', id, { onDuty });
    });
    return {};
  },

  'internal.staffCards': async (host) =>
    (await everyone(host)).filter((s) => s.active).map(({ id, name, roles, onDuty }) => ({ id, name, roles, onDuty })),

  'internal.staffSecret': async ({ reader }, { staffId }) => {
    const staff = await reader.one('staff', staffId);
    if (!staff) return null;
    const { id, name, roles, active, onDuty, pinHash, wrongTries, lastWrongAt } = staff;
    return { id, name, roles, active, onDuty, pinHash, wrongTries, lastWrongAt };
  },

  'internal.signInTried': async (host, { staffId, right }, call) => {
    await writeAs(host, call, async (draft) => {
      const staff = (await host.reader.one('staff', staffId)) ?? refuse('not-found');
      if (!right) draft.audit(call.name, staff.name, 'PIN 不正确');
      draft.put('staff', staffId, right ? { wrongTries: 0 } : { wrongTries: staff.wrongTries + 1, lastWrongAt: draft.at });
    });
    return null;
  },

  'internal.saveStaff': async (host, { staff, pinHash }, call) => {
    const receipt = await writeAs(host, call, async (draft) => {
      const others = (await everyone(host)).filter((s) => s.id !== staff.id && s.active);
      const known = staff.id ? ((await host.reader.one('staff', staff.id)) ?? refuse('not-found')) : null;
      if (!known && !pinHash) refuse('refused', { message: '新人员须设置 PIN，尚未保存。', fields: { pin: '请设置 PIN' } });
      if (staff.active && others.some((s) => s.name === staff.name)) {
        refuse('refused', { message: '已有同名人员，尚未保存。', fields: { name: '已有同名人员，请加以区分，如「李明（二组）」' } });
      }
      const stays = staff.active && staff.roles.includes('administrator');
      if (known?.roles.includes('administrator') && !stays && !others.some((s) => s.roles.includes('administrator'))) {
        refuse('refused', { message: '至少要有一位在用的系统管理员，尚未保存。', fields: { roles: '这是最后一位系统管理员' } });
      }
      const id = known?.id ?? uuid();
      const { name, roles, phone, active, onDuty, qualifications = [] } = staff;
      const pin = pinHash ? { pinHash, wrongTries: 0, lastWrongAt: 0 } : {};
      draft.audit(call.name, name, pinHash && known ? '重设 PIN' : '');
      if (known) draft.put('staff', id, { name, roles, phone, active, onDuty, qualifications, ...pin });
      else draft.add('staff', id, { createdAt: draft.at, name, roles, phone, active, onDuty, qualifications, ...pin });
      return { id };
    });
    return member((await host.reader.one('staff', receipt.id)) ?? refuse('not-found'));
  },
};

export const staffLives: Pick<LiveHandlers, 'staff.list'> = {
  'staff.list': async (host) => (await everyone(host)).map(member),
};
