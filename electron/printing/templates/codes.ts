import { code128 as drawCode128, drawingSVG, qrcode, type RenderOptions } from 'bwip-js/generic';
import { Html } from './html';

/*
 * The two kinds by their own names: `toSVG` brings a hundred others, 1.5 MB that would be read at every start.
 */

/** The library's types leave out what belongs to one kind of code only. */
interface QrOptions extends RenderOptions {
  eclevel: 'M';
}

/** QR of the opaque id, level M: a crease or a thumb's stain still reads. Its quiet zone of 4 modules is inside. */
export function qrCode(payload: string): Html {
  const options: QrOptions = {
    bcid: 'qrcode',
    text: payload,
    eclevel: 'M',
    paddingwidth: 4,
    paddingheight: 4,
    scale: 1,
    barcolor: '000000',
  };
  return sized(qrcode(options, drawingSVG()));
}

/** Code 128 of the card number, bars only; the number stands below in our own type. Quiet zone of 10 modules. */
export const code128 = (number: string): Html =>
  sized(
    drawCode128(
      { bcid: 'code128', text: number, height: 10, paddingwidth: 10, scale: 1, includetext: false, barcolor: '000000' },
      drawingSVG(),
    ),
  );

/** The style sheet gives the size; a bar code may be stretched in height, never blurred. */
const sized = (svg: string): Html => new Html(svg.replace('<svg ', '<svg preserveAspectRatio="none" shape-rendering="crispEdges" '));
