import '../../attachments/attachments.css';
import { useEffect, useState } from 'react';
import { Dialog } from '../../components/dialog';
import { ErrorNotice } from '../../components/notice';
import { useAnswer } from '../../hooks/use-request';
import { TEXTS } from '../texts';

/** A picture of the incident out of the archive; in memory while it is looked at, and nowhere else. */
export function LookDialog({ attachmentId, onClose }: { attachmentId: string; onClose(): void }) {
  const file = useAnswer('incident.photo', { attachmentId });
  const [url, setUrl] = useState('');
  useEffect(() => {
    if (!file.value) return;
    const made = URL.createObjectURL(new Blob([file.value.bytes], { type: file.value.type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file.value]);
  const pdf = file.value?.type === 'application/pdf';
  return (
    <Dialog title={TEXTS.photo} size="wide" onClose={onClose}>
      <div className="dialog-body camera">
        {file.error && <ErrorNotice error={file.error} />}
        {pdf && <p className="empty">{TEXTS.isPdf}</p>}
        {url && !pdf && <img className="camera-picture" src={url} alt={TEXTS.photo} />}
      </div>
    </Dialog>
  );
}
