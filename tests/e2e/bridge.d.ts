import type { Bridge } from '../../shared/contract';

declare global {
  interface Window {
    reception: Bridge;
  }
}
