import type { Millis } from '../../shared/kernel/time.ts'
import type { Versioned } from '../../shared/kernel/versioned.ts'
import { absent, all, any, atMost, below, equals, exists, type Guard, guard, oneOf } from '../../shared/table/write.ts'
import type { Source } from '../evidence/evidence.ts'
import { gateKeys } from './keys.ts'

/** Since and until when a source counts, where conditions can read it. */
export const sinceOf = (source: Source): string => `since_${source}`
export const untilOf = (source: Source): string => `until_${source}`

/** Until when what is proven for good counts. */
export const NEVER_ENDS = Number.MAX_SAFE_INTEGER

/**
 * That something may be proven of this person from this source: nothing that counts is yet; or, with `maximumAgeMs`, only what is as old
 * as that; or, with `endsBefore`, what counts no longer than until then (epoch ms, excluded). `people`: what the person is known by, under each live
 * version of the key; `isHeld`: that the account is verified as them already; `heldSince`: and since then (epoch ms).
 */
export type Provable = {
  people: Versioned<string>
  source: Source
  maximumAgeMs?: Millis | undefined
  endsBefore?: Millis | undefined
  isHeld?: boolean
  heldSince?: Millis | undefined
}

/** Something can be proven of the account: see `whyNotProvable` of functions/gate/identity-store.ts for what stands against it. */
export const provable = (
  accountId: string,
  { people, source, maximumAgeMs, endsBefore, isHeld = false, heldSince }: Provable,
  now: Millis,
): Guard => {
  const lacking = [
    all(exists('proofs'), absent(untilOf(source))),
    atMost(untilOf(source), now),
    ...(maximumAgeMs === undefined ? [] : [atMost(sinceOf(source), now - maximumAgeMs)]),
    ...(endsBefore === undefined ? [] : [below(untilOf(source), endsBefore)]),
  ]
  const since = heldSince === undefined ? [] : [equals('verifiedAt', heldSince)]
  const ofPerson = all(oneOf('personIndex', people), ...since, any(...lacking))
  return guard(gateKeys.identity(accountId), isHeld ? ofPerson : any(absent('pk'), ofPerson), 'not_provable')
}
