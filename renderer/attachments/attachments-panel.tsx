import './attachments.css';
import { useState } from 'react';
import type { AddedFiles } from '../../shared/contract/attachments';
import type { AttachmentAbout, AttachmentView } from '../../shared/domain/attachments';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { ReasonForm } from '../visit/reason-form';
import { AboutDialog } from './about-dialog';
import { AttachmentTable } from './attachment-table';
import { CameraDialog } from './camera-dialog';
import { OverDialog } from './over-dialog';
import { PictureDialog } from './picture-dialog';
import { TEXTS } from './texts';

type Over = { kind: 'file' | 'photo' | 'camera'; about: AttachmentAbout } | { kind: 'picture' | 'void'; attachment: AttachmentView };

const NOTHING: AttachmentAbout = { name: '', copies: 1, original: false };

/** 随带材料 of one visit. @param closed a visit that is void takes no more, but what it has can be looked at */
export function AttachmentsPanel({ visitId, closed }: { visitId: string; closed: boolean }) {
  const list = useAnswer('attachment.list', { visitId });
  const may = useMayAsk('attachment.addFiles');
  const [over, setOver] = useState<Over | null>(null);
  const [said, setSaid] = useState<AddedFiles | null>(null);
  const [exported, setExported] = useState('');
  const saving = useRequest('attachment.export');
  const photo = useRequest('attachment.addPhoto');
  const takes = may && !closed;

  const begin = (next: Over): void => {
    setSaid(null);
    setExported('');
    saving.clear();
    setOver(next);
  };
  const close = (): void => setOver(null);
  const addFiles = (): void => begin({ kind: 'file', about: NOTHING });
  const takePhoto = (): void => begin({ kind: 'photo', about: NOTHING });
  useHotkeys({ F5: addFiles, 'Alt+C': takePhoto }, { inDialog: true, enabled: takes && over === null });

  const exportOne = async (attachment: AttachmentView): Promise<void> => {
    setSaid(null);
    setExported('');
    const result = await saving.run({ id: attachment.id });
    if (result.ok && result.value.saved) setExported(result.value.fileName);
  };
  const keepPhoto = async (about: AttachmentAbout, bytes: Uint8Array<ArrayBuffer>, n: number): Promise<boolean> => {
    const name = n === 0 ? about.name : `${about.name}（${n + 1}）`;
    const { ok } = await photo.run({ visitId, about: { ...about, name }, bytes });
    if (ok) list.reload();
    return ok;
  };
  const rows = list.value ?? [];
  return (
    <section className="attachments" aria-label={TEXTS.title(0)}>
      <header className="attachments-head">
        <h3 className="visit-part">{TEXTS.title(rows.filter((row) => !row.voidReason).length)}</h3>
        {takes && (
          <>
            <Button kind="quiet" hint="F5" onClick={addFiles}>
              {TEXTS.addFiles}
            </Button>
            <Button kind="quiet" hint="Alt+C" onClick={takePhoto}>
              {TEXTS.takePhoto}
            </Button>
          </>
        )}
      </header>
      {list.error && <ErrorNotice error={list.error} />}
      {saving.error && <ErrorNotice error={saving.error} onDismiss={saving.clear} />}
      {exported && (
        <Notice level="good" onDismiss={() => setExported('')}>
          {TEXTS.exported(exported)}
        </Notice>
      )}
      {said && <Added files={said} onDismiss={() => setSaid(null)} />}
      {list.value?.length === 0 && <p className="tone-quiet">{takes ? TEXTS.empty : TEXTS.none}</p>}
      {rows.length > 0 && (
        <AttachmentTable
          rows={rows}
          may={may}
          onLook={(attachment) => begin({ kind: 'picture', attachment })}
          onExport={(attachment) => void exportOne(attachment)}
          onVoid={(attachment) => begin({ kind: 'void', attachment })}
        />
      )}
      {(over?.kind === 'file' || over?.kind === 'photo') && (
        <AboutDialog
          key={over.kind}
          visitId={visitId}
          from={over.kind}
          about={over.about}
          onAdded={(files) => {
            close();
            setSaid(files);
            list.reload();
          }}
          onCamera={(about) => setOver({ kind: 'camera', about })}
          onClose={close}
        />
      )}
      {over?.kind === 'camera' && (
        <CameraDialog
          keeping={{ ...photo, keep: (bytes, n) => keepPhoto(over.about, bytes, n) }}
          onUseFiles={() => setOver({ kind: 'file', about: over.about })}
          onClose={close}
        />
      )}
      {over?.kind === 'picture' && <PictureDialog attachment={over.attachment} onClose={close} />}
      {over?.kind === 'void' && (
        <OverDialog title={TEXTS.of(TEXTS.void, over.attachment.name)} onClose={close}>
          <div className="dialog-body">
            <ReasonForm
              request="attachment.void"
              input={(reason) => ({ id: over.attachment.id, reason })}
              title={TEXTS.voidTitle}
              button={TEXTS.doVoid}
              danger
              onDone={() => {
                close();
                list.reload();
              }}
              onBack={close}
            />
          </div>
        </OverDialog>
      )}
    </section>
  );
}

/** What was taken, and of each file that was not, why. */
function Added({ files: { added, refused }, onDismiss }: { files: AddedFiles; onDismiss(): void }) {
  return (
    <Notice level={refused.length > 0 ? 'warning' : 'good'} onDismiss={onDismiss}>
      {added > 0 && TEXTS.saved(added)}
      {refused.length > 0 && TEXTS.refused}
      {refused.length > 0 && (
        <ul className="notice-list">
          {refused.map(({ fileName, why }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files of two folders may have one name; the list never changes
            <li key={i}>{TEXTS.refusedFile(fileName, why)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
