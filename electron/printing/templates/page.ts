import type { PrintContent } from '../../../shared/documents/content';
import type { PageLook } from '../service';
import { calibration } from './calibration';
import { cardA6 } from './card-a6';
import { cardSlip } from './card-slip';
import type { Page } from './document';
import { proxyLetter } from './proxy-letter';
import { calibrationView, cardView, proxyLetterView } from './views';

/** A print job's frozen content as a page for one printer. */
export function pageFor(content: PrintContent, { profile, reprint }: PageLook): Page {
  switch (content.kind) {
    case 'card': {
      const card = cardView(content.model, reprint);
      return profile.format === 'slip80' ? cardSlip(card, profile) : cardA6(card, profile);
    }
    case 'proxy-letter':
      return proxyLetter(proxyLetterView(content.model, reprint), profile);
    case 'calibration':
      return calibration(calibrationView(content.model, reprint), profile);
  }
}
