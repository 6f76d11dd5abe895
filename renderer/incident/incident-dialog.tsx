import { Dialog } from '../components/dialog';
import { useLive } from '../hooks/use-live';
import { CommandView } from './command/command-view';
import { TEXTS } from './texts';

/** The command view over a dialog that was open when F9 was pressed: that one waits beneath, with everything typed in it. */
export function IncidentDialog({ id, onClose }: { id: string; onClose(): void }) {
  const settings = useLive('settings.all', {}).value;
  const incident = useLive('incident.view', { id }).value;
  if (!settings || !incident) return null;
  return (
    <Dialog title={TEXTS.title} size="all" onClose={onClose}>
      <CommandView incident={incident} settings={settings} inDialog />
    </Dialog>
  );
}
