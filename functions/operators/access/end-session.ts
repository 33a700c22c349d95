import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type OperatorClaim, operatorSessionClosed } from './session-store.ts'

/** Ends the session of a token; one that is already gone counts as ended. One database call. */
export const endOperatorSession = async (
  deps: { table: Pick<Table, 'commit'> },
  { session }: OperatorClaim,
): Promise<Outcome<undefined>> => {
  await deps.table.commit([operatorSessionClosed(session)])
  return ok(undefined)
}
