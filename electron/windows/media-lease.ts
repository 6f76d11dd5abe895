import type { WebContents } from 'electron';

/** The part of a page that the lease looks at. */
type Page = Pick<WebContents, 'on' | 'off'>;
interface Navigation {
  isMainFrame: boolean;
  isSameDocument: boolean;
}

export interface MediaRequest {
  permission: string;
  /** What is asked for, as the platform says it: a list when it is asked for, one word when it is only looked up. */
  mediaTypes: readonly string[];
  isMainFrame: boolean;
  url: string;
}

/**
 * The two permissions a page of ours ever gets, each by itself: a camera's picture while its dialog asks, a microphone's
 * sound while somebody records. A lease ends with its page at the latest.
 */
export class MediaLease {
  private holder: Page | null = null;
  private unwatch: () => void = () => {};

  constructor(
    private readonly origin: string,
    private readonly type: 'video' | 'audio',
    /** The page is gone or loads anew. */
    private readonly onLost: () => void = () => {},
  ) {}

  open(page: Page): void {
    if (this.holder === page) return;
    this.close();
    this.holder = page;
    const lost = (): void => {
      this.close();
      this.onLost();
    };
    // From one screen of ours to the next is the same document.
    const navigated = ({ isMainFrame, isSameDocument }: Navigation): void => {
      if (isMainFrame && !isSameDocument) lost();
    };
    page.on('render-process-gone', lost);
    page.on('destroyed', lost);
    page.on('did-start-navigation', navigated);
    this.unwatch = () => {
      page.off('render-process-gone', lost);
      page.off('destroyed', lost);
      page.off('did-start-navigation', navigated);
    };
  }
  close(): void {
    this.unwatch();
    this.unwatch = () => {};
    this.holder = null;
  }

  allows(page: Page | null, { permission, mediaTypes, isMainFrame, url }: MediaRequest): boolean {
    const onlyThis = mediaTypes.length > 0 && mediaTypes.every((type) => type === this.type);
    return (
      page !== null && page === this.holder && permission === 'media' && onlyThis && isMainFrame && `${url}/`.startsWith(`${this.origin}/`)
    );
  }
}
