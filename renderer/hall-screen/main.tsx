import { createRoot } from 'react-dom/client';
import { HallPage } from './hall-page';

/*
 * The second display's page: its own origin (app://hall), its own bundle. No schema library, no form, nothing of the desk
 * comes with it, for there is nothing here to type or to press.
 */
const root = document.getElementById('root');
if (root) createRoot(root).render(<HallPage />);
