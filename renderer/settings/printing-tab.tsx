import { type ChangeEvent, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { PrinterView } from '../../shared/domain/printing';
import { PrintingSettings } from '../../shared/domain/settings';
import { MANAGED } from '../../shared/rules/machine-policy';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { SelectField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { useAnswer, useRequest } from '../hooks/use-request';
import { useManaged } from '../updates/use-managed';
import { type PrintingForm, printingForm, toPrinting, withProfiles } from './printing-form';
import { ProfileEditor } from './profile-editor';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

/** Printing at this desk: which printer, what paper, where on the paper. */
export function PrintingTab() {
  const printing = useLive('settings.all', {}).value?.printing;
  const printers = useAnswer('print.printers', {});
  const calibrate = useRequest('print.calibrate');
  const [calibrated, setCalibrated] = useState(false);
  const form = useForm<PrintingForm>({ values: printing && printingForm(printing) });
  const { control, register, handleSubmit, setError, formState } = form;
  const [mode, cardPrinter, letterPrinter] = useWatch({ control, name: ['mode', 'cardPrinter', 'letterPrinter'] });
  const held = useManaged().printer !== undefined;
  const saving = useSaving();

  const save = handleSubmit(async (values) => {
    setCalibrated(false);
    const checked = PrintingSettings.safeParse(toPrinting(values));
    if (!checked.success) return setError('profiles', { message: TEXTS.profileWrong });
    await saving.run(() => ask('settings.printing', checked.data));
  });
  const printCalibration = async (printer: string): Promise<void> => setCalibrated((await calibrate.run({ printer })).ok);
  const addProfile = (event: ChangeEvent<HTMLSelectElement>): void =>
    form.setValue('profiles', withProfiles(form.getValues('profiles'), [event.target.value]));
  const used = [...new Set([cardPrinter, letterPrinter].filter(Boolean))];
  return (
    <SettingForm title={TEXTS.tabs.printing} saving={saving} dirty={formState.isDirty} onSave={() => void save()}>
      <div className="row">
        <SelectField label={TEXTS.mode} note={held && MANAGED} disabled={held} {...register('mode')}>
          {(['printer', 'none'] as const).map((value) => (
            <option key={value} value={value}>
              {TEXTS.modes[value]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={TEXTS.cardPrinter}
          disabled={held || mode === 'none'}
          note={held && MANAGED}
          {...register('cardPrinter', { onChange: addProfile })}
          value={cardPrinter ?? ''}
        >
          <PrinterOptions printers={printers.value} keep={cardPrinter} />
        </SelectField>
        <SelectField label={TEXTS.letterPrinter} {...register('letterPrinter', { onChange: addProfile })} value={letterPrinter ?? ''}>
          <PrinterOptions printers={printers.value} keep={letterPrinter} />
        </SelectField>
      </div>
      {printers.error && <ErrorNotice error={printers.error} />}
      {printers.value?.length === 0 && <Notice level="warning">{TEXTS.noPrinters}</Notice>}
      {printers.value
        ?.filter((printer) => used.includes(printer.name) && printer.state === 'stopped')
        .map((printer) => (
          <Notice key={printer.name} level="warning">
            {printer.name}：{printer.reason || TEXTS.printerStates.stopped}
          </Notice>
        ))}
      <Button className="setting-add" onClick={printers.reload}>
        {TEXTS.refreshPrinters}
      </Button>
      {formState.errors.profiles && <p className="tone-bad">{TEXTS.profileWrong}</p>}
      {calibrate.error && <ErrorNotice error={calibrate.error} />}
      {calibrated && <Notice level="good">{TEXTS.calibrated}</Notice>}
      {used.map((printer) => (
        <ProfileEditor
          key={printer}
          printer={printer}
          form={form}
          canCalibrate={!formState.isDirty}
          onCalibrate={() => void printCalibration(printer)}
        />
      ))}
    </SettingForm>
  );
}

/** A printer that is away keeps its place in the list: it is found again by its name. */
function PrinterOptions({ printers, keep }: { printers: readonly PrinterView[] | undefined; keep?: string }) {
  const away = keep && !printers?.some((printer) => printer.name === keep);
  return (
    <>
      <option value="">{TEXTS.choosePrinter}</option>
      {printers?.map((printer) => (
        <option key={printer.name} value={printer.name}>
          {printer.name}（{TEXTS.printerStates[printer.state]}）
        </option>
      ))}
      {away && <option value={keep}>{printers ? `${keep}（${TEXTS.gone}）` : keep}</option>}
    </>
  );
}
