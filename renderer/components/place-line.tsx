import type { ProgramState } from '../../shared/contract/session';
import { Tag } from './panel';

/** Where this is: unit and desk, and 「演示」 where nothing is real. */
export function PlaceLine({ program }: { program: ProgramState }) {
  return (
    <p className="place-line">
      {[program.unitName, program.deskName || program.deskCode].filter(Boolean).join(' · ')}
      {program.demo && <Tag tone="warn">演示</Tag>}
    </p>
  );
}
