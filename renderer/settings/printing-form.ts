import type { PrinterProfile, PrintingSettings } from '../../shared/domain/settings';

/** A form's paths are split at dots, and printers' names may hold dots: here profiles are a list, in the setting a record. */
export interface ProfileForm {
  printer: string;
  format: PrinterProfile['format'];
  offsetX: number;
  offsetY: number;
  /** Separated by blanks. */
  options: string;
}
export interface PrintingForm {
  mode: PrintingSettings['mode'];
  cardPrinter: string;
  letterPrinter: string;
  profiles: ProfileForm[];
}

const emptyProfile = (printer: string): ProfileForm => ({ printer, format: 'a6', offsetX: 0, offsetY: 0, options: '' });

export const printingForm = ({ mode, cardPrinter, letterPrinter, profiles }: PrintingSettings): PrintingForm => ({
  mode,
  cardPrinter,
  letterPrinter,
  profiles: withProfiles(
    Object.entries(profiles).map(([printer, profile]) => ({ printer, ...profile, options: profile.options.join(' ') })),
    [cardPrinter, letterPrinter],
  ),
});

/** Every printer in use has a profile to be set, also the one just chosen. */
export const withProfiles = (profiles: ProfileForm[], used: readonly string[]): ProfileForm[] => {
  const missing = [...new Set(used)].filter((printer) => printer && !profiles.some((profile) => profile.printer === printer));
  return [...profiles, ...missing.map(emptyProfile)];
};

export const toPrinting = ({ mode, cardPrinter, letterPrinter, profiles }: PrintingForm): PrintingSettings => ({
  mode,
  cardPrinter,
  letterPrinter,
  profiles: Object.fromEntries(
    profiles.map(({ printer, format, offsetX, offsetY, options }) => [
      printer,
      { format, offsetX, offsetY, options: options.split(/\s+/).filter(Boolean) },
    ]),
  ),
});
