import type { WebContents } from 'electron';

/** The part of a page that the lease looks at. */
type Page = Pick<WebContents, 'once'>;

export interface MediaRequest {
  permission: string;
  /** What is asked for, as the platform says it: a list when it is asked for, one word when it is only looked up. */
  mediaTypes: readonly string[];
  isMainFrame: boolean;
  url: string;
}

/**
 * The one permission a page of ours ever gets, and only while its camera dialog asks: the picture of a camera, never
 * sound. It ends with the dialog, with the page, and with whoever sits at the desk.
 */
export class CameraLease {
  private holder: Page | null = null;

  constructor(private readonly origin: string) {}

  open(page: Page): void {
    if (this.holder === page) return;
    this.holder = page;
    const end = (): void => {
      if (this.holder === page) this.holder = null;
    };
    page.once('render-process-gone', end);
    page.once('did-start-loading', end);
    page.once('destroyed', end);
  }
  close(): void {
    this.holder = null;
  }

  allows(page: Page | null, { permission, mediaTypes, isMainFrame, url }: MediaRequest): boolean {
    const videoOnly = mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
    return (
      page !== null && page === this.holder && permission === 'media' && videoOnly && isMainFrame && `${url}/`.startsWith(`${this.origin}/`)
    );
  }
}
