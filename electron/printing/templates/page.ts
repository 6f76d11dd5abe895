import type { PrintContent } from '../../../shared/documents/content';
import type { PageLook } from '../service';
import { calibration } from './calibration';
import { cardA6 } from './card-a6';
import { cardSlip } from './card-slip';
import type { Page } from './document';
import { evacuation } from './evacuation';
import { forecastList } from './forecast-list';
import { incidentPaper } from './incident-paper';
import { letter } from './letter';
import { messages } from './messages';
import { paperCards } from './paper-cards';
import { proxyLetter } from './proxy-letter';
import { receipt } from './receipt';
import { sheet } from './sheet';
import { statistics } from './statistics';

/** A print job's frozen content as a page for one printer. */
export function pageFor(content: PrintContent, { profile, reprint }: PageLook): Page {
  switch (content.kind) {
    case 'card': {
      // The mark stands in the frozen card and in the job; should they ever differ, a reprint is marked.
      const card = { ...content.model, reprint: Math.max(content.model.reprint, reprint) };
      return profile.format === 'slip80' ? cardSlip(card, profile) : cardA6(card, profile);
    }
    case 'proxy-letter':
      return proxyLetter(content.model, reprint, profile);
    case 'evacuation':
      return evacuation(content.model, profile);
    case 'receipt':
      return receipt(content.model, reprint, profile);
    case 'paper-cards':
      return paperCards(content.model, profile);
    case 'calibration':
      return calibration(content.model, profile);
    case 'letter':
      return letter(content.model, reprint, profile);
    case 'messages':
      return messages(content.model, reprint, profile);
    case 'forecast':
      return forecastList(content.model, reprint, profile);
    case 'statistics':
      return statistics(content.model, reprint, profile);
    case 'incident-report':
    case 'incident-sheet':
    case 'handbook':
    case 'contact-sheet':
    case 'meeting-sheet':
    case 'meeting-notes':
      return incidentPaper(content.model, reprint, profile);
    case 'briefing':
    case 'day-report':
    case 'hand-over':
    case 'handbook-book':
    case 'destruction':
      return sheet(content.model, reprint, profile);
  }
}
