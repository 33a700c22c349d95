import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { blindIndex } from '../../../shared/vault/blind-index.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { ownerIn } from '../../account/account-store.ts'
import { indexPhone } from '../../account/codes/index-phone.ts'
import { accountKeys } from '../../account/keys.ts'
import { counted, tooOften } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import { verificationKeys } from '../../verification/keys.ts'
import { accountsIn } from '../../verification/submission/person-entry-store.ts'
import type { CaseSettings } from '../settings.ts'
import type { Hit } from './hit.ts'
import type { PersonalNumber } from './search-text.ts'

export type NumberDeps = {
  table: Pick<Table, 'getMany' | 'commit'>
  vault: Vault
  clock: Clock
  ids: Ids
  settings: CaseSettings
}

/** The accounts that a mobile number signs in to: one at most. */
const accountsOfPhone = async ({ table, vault }: NumberDeps, phone: string): Promise<string[]> => {
  const index = await indexPhone(vault, phone)
  const [item] = await table.getMany([accountKeys.phone(index)])
  return [ownerIn(item) ?? []].flat()
}

/** The accounts on which the person of an ID number is verified, under whichever live version of the key they are known. */
const accountsOfPerson = async ({ table, vault }: NumberDeps, idNumber: string): Promise<string[]> => {
  const macs = await vault.macs(idNumber)
  const people = await table.getMany(macs.map((mac) => verificationKeys.person(blindIndex(mac, 'person'))))
  return [...new Set(people.flatMap(accountsIn))]
}

const finders: Record<PersonalNumber['kind'], (deps: NumberDeps, number: string) => Promise<string[]>> = {
  phone: accountsOfPhone,
  id_number: accountsOfPerson,
}

/** Why this is on record: there is nothing else to say of it, and the number itself must be nowhere. */
const REASON = 'exact number'

/**
 * The accounts of a person, by their exact mobile or ID number. Whoever asks is on record before anything is looked up, by the kind of
 * number and never by the number, and may ask so often a day. Refuses with `too_often`. Three table calls and one call to KMS a live version.
 */
export const findByNumber = async (
  deps: NumberDeps,
  by: Operator,
  { kind, number }: PersonalNumber,
): Promise<Outcome<Hit[]>> => {
  const now = deps.clock.now()
  const record = {
    id: deps.ids.id(),
    subject: deedSubjects.operator(by.operatorId),
    at: now,
    by: doers.operator(by),
    action: 'number_search' as const,
    detail: kind,
    reason: REASON,
  }
  const limit = deps.settings.cases.numberSearchesPerDay
  const count = counted({ subject: `NUMBERSEARCHES#${by.operatorId}`, window: dayOf(now), limit })
  const committed = await commitDeed(deps, record, [count])
  if (committed.kind === 'conflict') return tooOften(committed.conflicts[0]?.item)
  const accounts = await finders[kind](deps, number)
  return ok(accounts.map((id): Hit => ({ kind: 'account', id, accountId: id })))
}
