import type { Clock } from '../../../shared/kernel/time.ts'
import type { Versioned } from '../../../shared/kernel/versioned.ts'
import { Contended, type Table } from '../../../shared/table/table.ts'
import { identityReindexed } from '../../gate/identity-store.ts'
import { verificationKeys } from '../keys.ts'
import { accountsIn, personMoved } from './person-entry-store.ts'

export type GatherDeps = { table: Pick<Table, 'getMany' | 'commit'>; clock: Clock }

/** Others move the same person at most once; who changes them at the same time is soon done. */
const MOST_TRIES = 5

/** Moves what is known under `other`, if there is anything. Once only: false where somebody changed it meanwhile. */
const moveOnce = async ({ table, clock }: GatherDeps, other: string, index: string): Promise<boolean> => {
  const [there, item] = await table.getMany([verificationKeys.person(index), verificationKeys.person(other)])
  if (!item) return true
  const committed = await table.commit([
    ...personMoved({ index: other, item }, { index, item: there }, clock.now()),
    ...accountsIn(item).map((accountId) => identityReindexed(accountId, other, index)),
  ])
  return committed.kind === 'committed'
}

/**
 * Brings all that is known of a person under another live version of the key to the version that is written: the entry with its
 * accounts and whatever else it holds, and what those accounts call their person, in one commit for each version. Whoever did so
 * meanwhile was first, and nothing is done twice. Throws `Contended` where it is changed all the time.
 */
export const gatherPerson = async (deps: GatherDeps, [index, ...others]: Versioned<string>): Promise<void> => {
  for (const other of others) {
    let tries = 1
    while (!(await moveOnce(deps, other, index))) {
      if (tries === MOST_TRIES) throw new Contended('a person is changed while it is moved')
      tries += 1
    }
  }
}
