import { verificationKeys } from '../../functions/verification/keys.ts'
import type { Change } from './record.ts'
import { itemAt, type World } from './world.ts'

/** Nobody is asked about, and paid for, who holds all places already when the check is claimed. */
export const claimFaults = (world: World, changes: readonly Change[]): string[] =>
  changes.flatMap(({ kind, before, after }) => {
    if (kind !== 'CHECK' || before?.status === 'calling' || after?.status !== 'calling') return []
    const accountId = String(after.accountId)
    const verification = itemAt(world, verificationKeys.verification(accountId, String(after.verificationId)))
    const holders = itemAt(world, verificationKeys.person(String(verification?.personIndex)))?.accounts
    const others = holders instanceof Set ? [...holders].filter((one) => one !== accountId) : []
    return others.length < world.settings.checks.accountsPerPerson
      ? []
      : ['a check was claimed for a person without room']
  })
