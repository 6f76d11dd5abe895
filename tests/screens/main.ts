import './fake-bridge';

/** The bridge first, as the preload script does it; then the screens, as they are. */
await import('../../renderer/main');
