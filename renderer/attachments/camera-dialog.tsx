import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/result';
import { Button } from '../components/button';
import { SelectField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useSession } from '../stores/session';
import { OverDialog } from './over-dialog';
import { takePicture } from './take-picture';
import { TEXTS } from './texts';
import { useCamera } from './use-camera';

export interface Keeping {
  /** @param n how many were kept before it @returns whether it is stored */
  keep(bytes: Uint8Array<ArrayBuffer>, n: number): Promise<boolean>;
  busy: boolean;
  error: AppError | undefined;
  clear(): void;
}

interface Props {
  keeping: Keeping;
  onClose(): void;
  onUseFiles(): void;
}

/** Page by page: Space takes, Enter keeps, R takes again. A picture that is not kept is never stored anywhere. */
export function CameraDialog({ keeping, onClose, onUseFiles }: Props) {
  const camera = useCamera();
  const { picture, take, drop } = usePicture();
  const [kept, setKept] = useState(0);
  const video = useRef<HTMLVideoElement>(null);
  const locked = useSession((s) => s.session?.locked);
  useEffect(() => {
    if (locked) onClose();
  }, [locked, onClose]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element is another after each picture
  useEffect(() => {
    if (video.current) video.current.srcObject = camera.stream;
  }, [camera.stream, picture]);

  const again = (): void => {
    keeping.clear();
    drop();
  };
  const keep = async (): Promise<void> => {
    if (!picture || keeping.busy) return;
    const bytes = new Uint8Array(await picture.blob.arrayBuffer());
    if (!(await keeping.keep(bytes, kept))) return;
    setKept(kept + 1);
    drop();
  };
  const shoot = (): void => {
    if (video.current && camera.stream) void take(video.current);
  };
  const keys: Record<string, () => void> = picture ? { Enter: () => void keep(), R: again } : { ' ': shoot };
  keys.F5 = onUseFiles;
  return (
    <OverDialog title={TEXTS.camera} size="wide" stage={picture ? 'taken' : 'live'} keys={keys} onClose={onClose}>
      <div className="dialog-body camera" data-autofocus tabIndex={-1}>
        {camera.cameras.length > 1 && !picture && (
          <SelectField label={TEXTS.cameraOf} value={camera.chosen} onChange={(event) => camera.choose(event.target.value)}>
            {camera.cameras.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </SelectField>
        )}
        {kept > 0 && <Notice level="good">{TEXTS.kept(kept)}</Notice>}
        {keeping.error && <ErrorNotice error={keeping.error} />}
        {camera.problem && !picture && (
          <Notice level="warning" actions={<Button onClick={camera.tryAgain}>{TEXTS.tryAgain}</Button>}>
            {camera.problem}
          </Notice>
        )}
        {!camera.stream && !camera.problem && <p className="empty">{TEXTS.starting}</p>}
        {picture ? (
          <img className="camera-picture" src={picture.url} alt={TEXTS.taken} />
        ) : (
          <video ref={video} className="camera-picture" aria-label={TEXTS.live} autoPlay playsInline muted hidden={!camera.stream} />
        )}
      </div>
      <div className="dialog-foot">
        <Button hint="F5" onClick={onUseFiles}>
          {TEXTS.useFiles}
        </Button>
        {picture ? (
          <>
            <Button hint="R" onClick={again}>
              {TEXTS.again}
            </Button>
            <Button kind="primary" hint="Enter" disabled={keeping.busy} onClick={() => void keep()}>
              {TEXTS.keep}
            </Button>
          </>
        ) : (
          <Button kind="primary" hint={TEXTS.space} disabled={!camera.stream} onClick={shoot}>
            {TEXTS.take}
          </Button>
        )}
      </div>
    </OverDialog>
  );
}

interface Picture {
  blob: Blob;
  url: string;
}

/** The picture just taken, in memory alone. */
function usePicture(): { picture: Picture | null; take(video: HTMLVideoElement): Promise<void>; drop(): void } {
  const [picture, setPicture] = useState<Picture | null>(null);
  const busy = useRef(false);
  useEffect(() => () => URL.revokeObjectURL(picture?.url ?? ''), [picture]);
  const take = async (video: HTMLVideoElement): Promise<void> => {
    // A camera that was just opened has no size yet.
    if (busy.current || video.videoWidth === 0) return;
    busy.current = true;
    try {
      const blob = await takePicture(video);
      setPicture({ blob, url: URL.createObjectURL(blob) });
    } finally {
      busy.current = false;
    }
  };
  return { picture, take, drop: () => setPicture(null) };
}
