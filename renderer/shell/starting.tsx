import './shell.css';
import { TEXTS } from './texts';

export function Starting() {
  return (
    <main className="starting">
      <h1>{TEXTS.product}</h1>
      <p>{TEXTS.starting}</p>
    </main>
  );
}
