import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Secret, secret } from '../../../shared/vault/secret.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { counted, tooOften } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { doers, type Operator } from '../../audit/deed.ts'
import type { RevealReason } from '../../audit/reading.ts'
import type { HeldIdentity } from '../../gate/identity-store.ts'
import { caseOf } from '../../review/case/case-store.ts'
import { isHeldBy } from '../../review/case/claim.ts'
import { reviewKeys } from '../../review/keys.ts'
import type { PapersSettings } from '../../verification/papers/settings.ts'
import { findSealedIdentity } from '../../verification/reading/find-sealed-identity.ts'
import { openToHandOn, type Reading } from '../../verification/reading/open-identity.ts'
import type { Applicant } from '../applicants/applicant.ts'
import type { Application } from '../applications/application.ts'
import { type ReadCertificationDeps, readCertification } from './read-certification.ts'

export type OpenPeopleDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'query' | 'commit'>
  vault: Vault
  clock: Clock
  ids: Ids
  settings: ReadCertificationDeps['settings'] & PapersSettings
}

type Person = { name: string; idNumber: string }

/** Who an application is about, in the clear, for whoever compares them with its pictures; null where nobody is known. */
export type OpenedPeople = {
  of: Application
  people: Secret<{ administrator: Person | null; representative: Person | null }>
}

export type PeopleAsked = { accountId: string; id: string; reason: RevealReason; words?: string | undefined }

const fields = ['name', 'idNumber'] as const

const openAdministrator = async (
  deps: OpenPeopleDeps,
  accountId: string,
  held: HeldIdentity | undefined,
  reading: Reading,
) => {
  const sealed = held && (await findSealedIdentity(deps.table, accountId, held.verificationId))
  return sealed && openToHandOn(deps, sealed, reading, fields)
}

const openRepresentative = async (deps: OpenPeopleDeps, applicant: Applicant | undefined, reading: Reading) => {
  if (!applicant?.representative) return undefined
  const sealed = { ...applicant, sealed: { ...applicant.representative.sealed, phone: '' } }
  return openToHandOn(deps, sealed, reading, fields)
}

/** Whether that operator has taken the case of an application: nobody else has to know whom it is about. */
const holdsCase = async (
  { table, clock }: OpenPeopleDeps,
  { operatorId }: Operator,
  { accountId, caseId }: Application,
): Promise<boolean> => {
  const item = caseId === undefined ? undefined : await table.get(reviewKeys.case(accountId, caseId))
  return item !== undefined && isHeldBy(caseOf(item), operatorId, clock.now())
}

/**
 * P11 who administers the app and who represents the organisation, in the clear, for the operator who holds its case and compares them with the pictures. That
 * somebody looked, at whom and why is on record before anything of it leaves; so often a day, together with looks at papers. Refuses with `not_found`,
 * `review_not_claimed` and `too_often`. Six table calls, two to KMS.
 */
export const openPeople = async (
  deps: OpenPeopleDeps,
  by: Operator,
  { accountId, id, reason, words = '' }: PeopleAsked,
): Promise<Outcome<OpenedPeople>> => {
  const read = await readCertification(deps, { accountId, id })
  if (!read.ok) return read
  const { of, applicant, held } = read.value
  if (!(await holdsCase(deps, by, of))) return refused('review_not_claimed')
  const reading = { by: doers.operator(by), purpose: reason, reason: words }
  const administrator = await openAdministrator(deps, accountId, held, reading)
  const representative = await openRepresentative(deps, applicant, reading)
  const records = [administrator, representative].flatMap((one) => one?.record ?? [])
  if (records.length === 0) return refused('not_found')
  const limit = deps.settings.papers.looksPerDay
  const once = counted({ subject: `LOOKS#${by.operatorId}`, window: dayOf(deps.clock.now()), limit })
  const committed = await commitDeed(deps, records, [once])
  if (committed.kind === 'conflict') return tooOften(committed.conflicts[0]?.item)
  return ok({
    of,
    people: secret({
      administrator: administrator?.opened.reveal() ?? null,
      representative: representative?.opened.reveal() ?? null,
    }),
  })
}
