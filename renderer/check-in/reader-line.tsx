import { useFormContext, useWatch } from 'react-hook-form';
import { DOCUMENT_NAMES } from '../../shared/rules/identity';
import { Button } from '../components/button';
import { basePath, type Target } from './card-target';
import { useDesk } from './desk-context';
import type { CheckInForm } from './form-values';
import type { Difference } from './hold-card';
import { factsOf } from './person-facts';
import { TEXTS } from './texts';

/** 「读身份证」 beside the number. It takes no caret when it is clicked: whose card is read is where the caret stands. */
export function ReadButton() {
  const { reader } = useDesk();
  if (!reader.available) return null;
  return (
    <Button
      className="fixed read-button"
      hint="F3"
      aria-disabled={reader.reading !== null}
      onMouseDown={(event) => event.preventDefault()}
      onClick={reader.read}
    >
      {TEXTS.readCard}
    </Button>
  );
}

/** One line under the visitor's first row: that a card is being read, why none was, what is odd about it, what differs. */
export function ReaderLine() {
  const { reader } = useDesk();
  const { reading, news } = reader;
  if (reading) {
    return (
      <p className="reader-line tone-quiet" role="status">
        {who(reading)}
        {TEXTS.reading}
        <Button kind="quiet" hint="Esc" onClick={reader.cancel}>
          {TEXTS.stopReading}
        </Button>
      </p>
    );
  }
  if (!news) return null;
  return (
    <div className="reader-news">
      {news.failure && <Failure at={news.at} sentence={news.failure} />}
      {news.notes.map((note) => (
        <p key={note} className="reader-line tone-warn" role="alert">
          {who(news.at)}
          {note}
        </p>
      ))}
      {news.differs.length > 0 && (
        <p className="reader-line tone-warn" role="alert">
          <span>
            {who(news.at)}
            {TEXTS.differs(news.differs.map(inWords).join('；'))}
          </span>
          <Button className="button-small" hint="Alt+Y" onClick={reader.useRead}>
            {TEXTS.useRead}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Said until the number stands, typed or read or scanned. */
function Failure({ at, sentence }: { at: Target; sentence: string }) {
  const { today } = useDesk();
  const { control } = useFormContext<CheckInForm>();
  const person = useWatch({ control, name: `people.${at.index}` });
  const number = useWatch({ control, name: `${basePath(at)}.docNumber` });
  const type = useWatch({ control, name: `${basePath(at)}.docType` });
  if (person && factsOf({ ...person, docType: type, docNumber: number ?? '' }, today).numberStands) return null;
  return (
    <p className="reader-line tone-bad" role="alert">
      {who(at)}
      {sentence}
    </p>
  );
}

const who = ({ index, guardian }: Target): string => {
  if (guardian) return `${TEXTS.guardian}：`;
  return index > 0 ? `${TEXTS.representative(index + 1)}：` : '';
};

function inWords({ field, held, read }: Difference): string {
  const word = (value: string): string => {
    if (field === 'docType') return DOCUMENT_NAMES[value as keyof typeof DOCUMENT_NAMES] ?? value;
    return field === 'sex' ? (TEXTS.sexes[value as 'male' | 'female'] ?? value) : value;
  };
  return TEXTS.difference(TEXTS[field], held && word(held), word(read));
}
