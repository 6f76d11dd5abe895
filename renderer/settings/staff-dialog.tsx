import { useForm } from 'react-hook-form';
import type { Role } from '../../shared/domain/basics';
import { ROLE_NAMES, ROLES } from '../../shared/domain/basics';
import { QUALIFICATION_NAMES, QUALIFICATIONS, type Qualification, StaffInput, type StaffMember } from '../../shared/domain/staff';
import { Button } from '../components/button';
import { CheckBox, CheckChips } from '../components/check';
import { Dialog } from '../components/dialog';
import { PinField, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

interface Form {
  name: string;
  roles: Role[];
  phone: string;
  qualifications: Qualification[];
  active: boolean;
  onDuty: boolean;
  pin: string;
}
const QUALIFICATION_OPTIONS = QUALIFICATIONS.map((value) => ({ value, label: QUALIFICATION_NAMES[value] }));
const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }));

export function StaffDialog({ member, onClose }: { member: StaffMember | null; onClose(): void }) {
  const saving = useRequest('staff.save');
  const { register, watch, setValue, setError, handleSubmit, formState } = useForm<Form>({
    defaultValues: member
      ? { ...member, pin: '' }
      : { name: '', roles: [], phone: '', qualifications: [], active: true, onDuty: true, pin: '' },
  });
  const save = handleSubmit(async (values) => {
    const input = { ...values, id: member?.id, pin: values.pin || undefined };
    const checked = StaffInput.safeParse(input);
    const wrong = checked.success ? [] : checked.error.issues.map((issue) => [String(issue.path[0]), issue.message] as const);
    if (!member && !values.pin) wrong.push(['pin', TEXTS.pinNew]);
    for (const [field, message] of wrong) setError(field as keyof Form, { message });
    if (wrong.length === 0 && !saving.busy && (await saving.run(input)).ok) onClose();
  });
  const { errors } = formState;
  const said = saving.error?.fields ?? {};
  return (
    <Dialog title={member ? `${TEXTS.edit} ${member.name}` : TEXTS.newStaff} onClose={onClose}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <div className="dialog-body">
          <div className="row">
            <TextField
              label={TEXTS.staffName}
              required
              maxLength={30}
              data-autofocus
              error={errors.name?.message ?? said.name}
              {...register('name')}
            />
            <TextField label={TEXTS.staffPhone} maxLength={20} error={errors.phone?.message ?? said.phone} {...register('phone')} />
          </div>
          <CheckChips label={TEXTS.roles} options={ROLE_OPTIONS} value={watch('roles')} onChange={(roles) => setValue('roles', roles)} />
          <CheckChips
            label={TEXTS.qualifications}
            options={QUALIFICATION_OPTIONS}
            value={watch('qualifications')}
            onChange={(qualifications) => setValue('qualifications', qualifications)}
          />
          {(errors.roles ?? said.roles) && <p className="tone-bad">{errors.roles?.message ?? said.roles}</p>}
          <PinField
            label={TEXTS.pin}
            note={member ? TEXTS.pinKeep : TEXTS.pinNew}
            error={errors.pin?.message ?? said.pin}
            {...register('pin')}
          />
          <div className="row">
            <CheckBox label={TEXTS.active} {...register('active')} />
            <CheckBox label={TEXTS.onDuty} {...register('onDuty')} />
          </div>
          {saving.error && <ErrorNotice error={saving.error} />}
        </div>
        <div className="dialog-foot">
          <Button type="submit" kind="primary" hint="Enter" disabled={saving.busy}>
            {TEXTS.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
