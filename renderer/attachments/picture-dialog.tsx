import { useEffect, useState } from 'react';
import type { AttachmentView } from '../../shared/domain/attachments';
import { ErrorNotice } from '../components/notice';
import { useAnswer } from '../hooks/use-request';
import { OverDialog } from './over-dialog';
import { TEXTS } from './texts';

/** A picture out of the archive; it is in memory while it is looked at, and nowhere else. */
export function PictureDialog({ attachment, onClose }: { attachment: AttachmentView; onClose(): void }) {
  const file = useAnswer('attachment.read', { id: attachment.id });
  const [url, setUrl] = useState('');
  useEffect(() => {
    if (!file.value) return;
    const made = URL.createObjectURL(new Blob([file.value.bytes], { type: file.value.type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file.value]);
  return (
    <OverDialog title={TEXTS.picture(attachment.name)} size="wide" onClose={onClose}>
      <div className="dialog-body camera">
        {file.error && <ErrorNotice error={file.error} />}
        {!url && !file.error && <p className="empty">{TEXTS.opening}</p>}
        {url && <img className="camera-picture" src={url} alt={attachment.name} />}
      </div>
    </OverDialog>
  );
}
