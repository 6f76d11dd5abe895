/** Style sheets are imported for their effect; Vite bundles them into files, so nothing inline is needed. */
declare module '*.css';
