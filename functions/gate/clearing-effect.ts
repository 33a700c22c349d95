import type { Millis } from '../../shared/kernel/time.ts'
import type { Table } from '../../shared/table/table.ts'
import type { Write } from '../../shared/table/write.ts'

/**
 * What ends with who an account is, in the very commit that makes it nobody: the port of whoever keeps such a thing. What is read for it is a condition
 * of what is written, so that a conflict has all of it planned anew.
 */
export type ClearingEffect = {
  plan(table: Pick<Table, 'query'>, accountId: string, now: Millis): Promise<readonly Write[]>
}
