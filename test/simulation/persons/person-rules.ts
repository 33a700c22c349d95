import { gateKeys } from '../../../functions/gate/keys.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { blindIndex } from '../../../shared/vault/blind-index.ts'
import type { Change } from '../world/record.ts'
import { itemAt, type World } from '../world/world.ts'
import { type Person, people } from './people.ts'
import { macUnder } from './plain-vault.ts'

/** The versions of the key there are in a world; a third would tell nothing new. */
const VERSIONS = ['v1', 'v2'] as const

const entriesOf = (world: World, { idNumber }: Person) =>
  VERSIONS.map((version) => {
    const index = blindIndex(macUnder(version, idNumber), 'person')
    const accounts = itemAt(world, verificationKeys.person(index))?.accounts
    return { index, accounts: accounts instanceof Set ? [...accounts].map(String) : [] }
  })

/** Nobody is asked about, and paid for, who holds all places already when the check is claimed. */
export const claimFaults = (world: World, changes: readonly Change[]): string[] =>
  changes.flatMap(({ kind, before, after }) => {
    if (kind !== 'CHECK' || before?.status === 'calling' || after?.status !== 'calling') return []
    const person = world.submitted.get(String(after.orderId))
    const holders = person ? entriesOf(world, person).flatMap(({ accounts }) => accounts) : []
    const others = holders.filter((one) => one !== after.accountId)
    return others.length < world.settings.checks.accountsPerPerson
      ? []
      : ['a check was claimed for a person without room']
  })

/** One person is on no more accounts than allowed, whichever version of the key knows them, and each account leads back to them. */
const heldFaults = (world: World, person: Person): string[] => {
  const entries = entriesOf(world, person)
  const holders = entries.flatMap(({ accounts }) => accounts)
  const lost = entries.flatMap(({ index, accounts }) =>
    accounts.filter((one) => itemAt(world, gateKeys.identity(one))?.personIndex !== index),
  )
  const indexes = entries.map(({ index }) => index)
  const identities = world.accounts.filter(({ id }) =>
    indexes.includes(String(itemAt(world, gateKeys.identity(id))?.personIndex)),
  )
  return [
    ...(holders.length > world.settings.checks.accountsPerPerson ? ['a person is on more accounts than allowed'] : []),
    ...(entries.filter(({ accounts }) => accounts.length > 0).length > 1 ? ['a person is known twice'] : []),
    ...(lost.length > 0 ? ['an account of a person does not lead back to them'] : []),
    ...(identities.length > holders.length ? ['an account is verified as somebody who does not know of it'] : []),
  ]
}

/** What must be true of people after every commit that changes who is verified as whom. */
export const personFaults = (world: World, changes: readonly Change[]): string[] =>
  changes.some(({ kind }) => kind === 'PERSON' || kind === 'IDENTITY')
    ? people.flatMap((person) => heldFaults(world, person))
    : []
