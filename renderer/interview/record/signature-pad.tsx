import { useEffect, useRef } from 'react';
import SignaturePadLibrary from 'signature_pad';
import { Button } from '../../components/button';
import { TEXTS } from '../texts';

/** Where a visitor writes their name, with pen, finger or mouse. Tells the picture (PNG, base64), empty when nothing stands there. */
export function SignaturePad({ error, onImage }: { error?: string; onImage(image: string): void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePadLibrary | null>(null);
  const tell = useRef(onImage);
  tell.current = onImage;
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    // As many points as the screen has, and no picture that the browser has to stretch: the ink stays under the pen.
    const ratio = window.devicePixelRatio;
    element.width = element.clientWidth * ratio;
    element.height = element.clientHeight * ratio;
    element.getContext('2d')?.scale(ratio, ratio);
    const made = new SignaturePadLibrary(element, { minWidth: 0.8, maxWidth: 2.8, penColor: '#000' });
    const ended = (): void => tell.current(made.toDataURL('image/png').split(',')[1] ?? '');
    made.addEventListener('endStroke', ended);
    pad.current = made;
    return () => {
      made.removeEventListener('endStroke', ended);
      made.off();
    };
  }, []);
  const clear = (): void => {
    pad.current?.clear();
    onImage('');
  };
  return (
    <div className="signature">
      <canvas ref={canvas} role="img" aria-label={TEXTS.signHere} />
      <div className="signature-foot">
        <span className="tone-quiet">{TEXTS.signHere}</span>
        {error && <span className="tone-bad">{error}</span>}
        <Button kind="quiet" onClick={clear}>
          {TEXTS.signAgain}
        </Button>
      </div>
    </div>
  );
}
