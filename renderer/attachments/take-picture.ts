/** Wide enough to read small print on a page, small enough that a day of pages stays small. */
const WIDTH_AT_MOST = 2000;
const QUALITY = 0.86;

/** Never larger than it is; the sides keep their ratio. */
export function scaled(width: number, height: number): { width: number; height: number } {
  const factor = Math.min(1, WIDTH_AT_MOST / width);
  return { width: Math.round(width * factor), height: Math.max(1, Math.round(height * factor)) };
}

/** What the camera shows now, as a JPEG. @throws when there is no picture yet */
export async function takePicture(video: HTMLVideoElement): Promise<Blob> {
  const { width, height } = scaled(video.videoWidth, video.videoHeight);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(video, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  if (!blob) throw new Error('no picture');
  return blob;
}
