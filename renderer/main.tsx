import './zod-jitless';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { followSession } from './stores/session';

followSession();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
