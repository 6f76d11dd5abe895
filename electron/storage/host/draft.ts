import { v7 as uuid } from 'uuid';
import { type DataKeys, HALL_KEY, type WrappedKey } from './data-keys';
import { BLANKS, type Fields, type TableName } from './tables';

export interface Intent {
  table: TableName;
  rowId: string;
  op: 'add' | 'put' | 'erase';
  open: Record<string, unknown>;
  sealed: Record<string, unknown>;
  keyId: string;
}

/** What a handler wants written, gathered under the write lock; write.ts makes one batch of it, or nothing. */
export class Draft {
  readonly intents: Intent[] = [];
  readonly newKeys: WrappedKey[] = [];

  constructor(
    private readonly keys: DataKeys,
    /** Milliseconds UTC, the same for the whole batch. */
    readonly at: number,
  ) {}

  /** A data key that is made with what is written. @param id of its kind, from data-keys.ts. @returns the id */
  newKey(id: string): string {
    this.newKeys.push(this.keys.create(id));
    return id;
  }

  /** A row that is new. */
  add<T extends TableName>(table: T, rowId: string, fields: Fields<T>, keyId: string = HALL_KEY): void {
    this.push('add', table, rowId, fields, keyId);
  }
  /** Fields of a row that may be there already. */
  put<T extends TableName>(table: T, rowId: string, fields: Fields<T>, keyId: string = HALL_KEY): void {
    this.push('put', table, rowId, fields, keyId);
  }
  erase(table: TableName, rowId: string): void {
    this.intents.push({ table, rowId, op: 'erase', open: {}, sealed: {}, keyId: '' });
  }

  /** An act that changes no record but must be known. */
  audit(action: string, target: string, detail = ''): void {
    this.add('audit', uuid(), { at: this.at, action, target, detail });
  }

  private push<T extends TableName>(op: 'add' | 'put', table: T, rowId: string, fields: Fields<T>, keyId: string): void {
    const open: Record<string, unknown> = {};
    const sealed: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(fields)) (Object.hasOwn(BLANKS[table], field) ? sealed : open)[field] = value;
    this.intents.push({ table, rowId, op, open, sealed, keyId });
  }
}
