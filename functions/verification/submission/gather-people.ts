import type { Alarm, Tell } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Round } from '../../../shared/queue/scheduled.ts'
import { LIST_PARTS } from '../../../shared/table/keys.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { doers } from '../../audit/deed.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { verificationLists } from '../keys.ts'
import { findSealedIdentity } from '../reading/find-sealed-identity.ts'
import { openIdentity } from '../reading/open-identity.ts'
import { gatherPerson } from './gather-person.ts'
import { personIndexes } from './index-person.ts'
import { accountsIn, personIndexIn } from './person-entry-store.ts'

export type GatherPeopleDeps = Round & {
  table: Pick<Table, 'get' | 'getMany' | 'commit' | 'list'>
  vault: Vault
  clock: Clock
  ids: Ids
  /** Somebody is known under a version that nothing looks at any more. */
  alarm: Alarm
  note: Tell
}

/** How many people are moved side by side. */
const PAGE = 8

/** One person's reads, decryption and commit, tried some times. */
const LONGEST: Millis = 10_000

/** The versions there can be, first to last. */
const VERSIONS: readonly string[] = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9']

/** Whoever's evidence is gone stays where they are until they type their number once more. */
type Left = 'moved' | 'sealed_no_more'

/** Moves the person of one entry: their ID number is opened from the verification of one of their accounts, which the audit is told before, and indexed anew. */
const move = async (deps: GatherPeopleDeps, entry: Item): Promise<Left> => {
  for (const accountId of accountsIn(entry)) {
    const held = heldIdentity(await deps.table.get(gateKeys.identity(accountId)))
    const found = held && (await findSealedIdentity(deps.table, accountId, held.verificationId))
    if (!found) continue
    const reading = { by: doers.service('verification-gather'), purpose: 'index_renewal' } as const
    const { idNumber } = (await openIdentity(deps, found, reading, ['idNumber'])).reveal()
    const people = personIndexes(await deps.vault.macs(idNumber))
    if (!people.includes(personIndexIn(entry))) throw new Error('an entry of somebody else than its account')
    await gatherPerson(deps, people)
    return 'moved'
  }
  return 'sealed_no_more'
}

/** Moves the people of one part of a version, for as long as there is time; answers how many were, and how many stay. */
const movePart = async (deps: GatherPeopleDeps, list: string) => {
  const count = { moved: 0, left: 0 }
  let after: string | undefined
  do {
    const page = await deps.table.list({ list, limit: PAGE, after })
    const moves = page.items.map(async (entry) => {
      try {
        count[(await move(deps, entry)) === 'moved' ? 'moved' : 'left'] += 1
      } catch (error) {
        count.left += 1
        deps.fault(error, personIndexIn(entry))
      }
    })
    await Promise.all(moves)
    after = page.next
  } while (after !== undefined && deps.remainingMs() > LONGEST)
  return { ...count, isWhole: after === undefined }
}

const parts = Array.from({ length: LIST_PARTS }, (_none, part) => part)

/** Moves whoever is known under this version to the one that is written. */
const moveFrom = async (deps: GatherPeopleDeps, version: string): Promise<number> => {
  const count = { moved: 0, left: 0 }
  let isWhole = true
  for (const part of parts) {
    const done = await movePart(deps, verificationLists.people(version, part))
    count.moved += done.moved
    count.left += done.left
    isWhole &&= done.isWhole
  }
  if (isWhole && count.left === 0) deps.note('person_index_version_unused', { version })
  else deps.note('person_index_version_used', { version, ...count })
  return count.moved
}

/** Rings where somebody is known under a version that nothing looks at any more: they could be verified twice. */
const ringAboutStray = async ({ table, alarm }: GatherPeopleDeps, version: string): Promise<void> => {
  for (const part of parts) {
    const { items } = await table.list({ list: verificationLists.people(version, part), limit: 1 })
    if (items.length > 0) return alarm('person_index_version_gone', { version })
  }
}

/** The versions up to the one after the newest that is live, without those: where nobody can be known any more, or yet. */
const strayVersions = (live: readonly string[]): string[] => {
  const newest = Math.max(...live.map((version) => VERSIONS.indexOf(version)))
  return VERSIONS.slice(0, newest + 2).filter((version) => !live.includes(version))
}

/**
 * One round of bringing everybody to the version of the key that is written by now: those under the other live versions are moved, one
 * commit a person, and it is noted for each version whether it is still in use. May end at any moment and be done again. Answers how
 * many were moved.
 */
export const gatherPeople = async (deps: GatherPeopleDeps): Promise<number> => {
  const { versions } = deps.vault
  let moved = 0
  for (const version of versions.slice(1)) moved += await moveFrom(deps, version)
  for (const version of strayVersions(versions)) await ringAboutStray(deps, version)
  return moved
}
