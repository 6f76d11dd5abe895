import '../../attachments/attachments.css';
import { CameraDialog } from '../../attachments/camera-dialog';
import { useRequest } from '../../hooks/use-request';

/** F4: what is seen is kept with a key, and stands in the timeline. Without a camera a file is chosen. */
export function PhotoDialog({ id, onClose }: { id: string; onClose(): void }) {
  const photo = useRequest('incident.addPhoto');
  const file = useRequest('incident.addFile');
  const chooseFile = async (): Promise<void> => {
    const result = await file.run({ id });
    if (result.ok && result.value.attachmentId !== '') onClose();
  };
  const keep = async (bytes: Uint8Array<ArrayBuffer>): Promise<boolean> => (await photo.run({ id, bytes })).ok;
  return (
    <CameraDialog
      keeping={{ keep, busy: photo.busy || file.busy, error: photo.error ?? file.error, clear: photo.clear }}
      onUseFiles={() => void chooseFile()}
      onClose={onClose}
    />
  );
}
