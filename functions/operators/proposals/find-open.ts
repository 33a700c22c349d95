import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { operatorKeys } from '../keys.ts'
import type { ProposalKind } from './proposal.ts'
import { openIn } from './proposal-store.ts'

/** So many keys go into one call. */
const MOST = 100

/** Which proposals of a kind about these things are open at a moment (epoch ms), by thing. One call for a hundred. */
export const findOpen = async (
  table: Pick<Table, 'getMany'>,
  kind: ProposalKind,
  things: readonly string[],
  now: Millis,
): Promise<ReadonlyMap<string, string>> => {
  const open = new Map<string, string>()
  for (let at = 0; at < things.length; at += MOST) {
    const some = things.slice(at, at + MOST)
    const items = await table.getMany(some.map((thing) => operatorKeys.openProposal(kind, thing)))
    for (const [nth, thing] of some.entries()) {
      const id = openIn(items[nth], now)
      if (id !== undefined) open.set(thing, id)
    }
  }
  return open
}
