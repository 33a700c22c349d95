import type { Alarm } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { blindIndex } from '../../../shared/vault/blind-index.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { ownerIn } from '../../account/account-store.ts'
import { indexPhone } from '../../account/codes/index-phone.ts'
import { accountKeys } from '../../account/keys.ts'
import { counted, countIn, tooOften, uncounted } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import { ownReasons } from '../../audit/own-reasons.ts'
import { verificationKeys } from '../../verification/keys.ts'
import { accountsIn } from '../../verification/submission/person-entry-store.ts'
import type { CaseSettings } from '../settings.ts'
import type { Hit } from './hit.ts'
import type { PersonalNumber } from './search-text.ts'

export type NumberDeps = {
  table: Pick<Table, 'getMany' | 'commit' | 'update'>
  vault: Vault
  clock: Clock
  ids: Ids
  settings: CaseSettings
  alarm: Alarm
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

/** What was searched by, and whether anybody was found: the number itself must be nowhere. */
export type NumberSearched = `${PersonalNumber['kind']}_${'hit' | 'miss'}`

/**
 * That somebody searched, and whether anybody was found: among what they did, and of each account that was found, so that whose it is finds
 * who looked for them.
 */
const recordsOf = (
  { ids }: NumberDeps,
  by: Operator,
  detail: NumberSearched,
  accounts: readonly string[],
  at: Millis,
) =>
  [deedSubjects.operator(by.operatorId), ...accounts.map(deedSubjects.account)].map((subject) => ({
    ...{ id: ids.id(), subject, at, by: doers.operator(by), action: 'number_search' as const, detail },
    reason: ownReasons.numberSearched,
  }))

/**
 * The accounts of a person, by their exact mobile or ID number. That somebody asked, and whether with success, is on record before anything is
 * answered, by the kind of number and never by the number. Who guesses numbers finds nobody most of the time: every search is a miss until it
 * has found somebody, so many misses a day are allowed, and the last of them rings. Refuses with `too_often`. Four table calls, and one call to KMS
 * a live version.
 */
export const findByNumber = async (
  deps: NumberDeps,
  by: Operator,
  { kind, number }: PersonalNumber,
): Promise<Outcome<Hit[]>> => {
  const now = deps.clock.now()
  const window = dayOf(now)
  const { numberSearchesPerDay, numberMissesPerDay } = deps.settings.cases
  const miss = { subject: `NUMBERMISSES#${by.operatorId}`, window, limit: numberMissesPerDay }
  const missed = await deps.table.update(counted(miss))
  if (missed.kind === 'conflict') return tooOften(missed.item)
  const accounts = await finders[kind](deps, number)
  const isHit = accounts.length > 0
  const records = recordsOf(deps, by, `${kind}_${isHit ? 'hit' : 'miss'}`, accounts, now)
  const search = counted({ subject: `NUMBERSEARCHES#${by.operatorId}`, window, limit: numberSearchesPerDay })
  const committed = await commitDeed(deps, records, [search, ...(isHit ? [uncounted(miss)] : [])])
  if (committed.kind === 'conflict') return tooOften(committed.conflicts[0]?.item)
  if (!isHit && countIn(missed.item) >= numberMissesPerDay)
    deps.alarm('number_search_misses', { operatorId: by.operatorId, misses: numberMissesPerDay })
  return ok(accounts.map((id): Hit => ({ kind: 'account', id, accountId: id })))
}
