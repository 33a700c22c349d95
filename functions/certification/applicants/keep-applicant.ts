import type { Ids } from '../../../shared/kernel/ids.ts'
import { type FieldError, type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { numberedKinds } from '../../person/document.ts'
import { classifyIdNumber, normaliseIdNumber } from '../../person/id-number.ts'
import { maskIdNumber, maskName } from '../../person/masking.ts'
import { normaliseName } from '../../person/person-name.ts'
import type { VerificationSettings } from '../../verification/settings.ts'
import { personIndexes } from '../../verification/submission/index-person.ts'
import { EVIDENCE } from '../../verification/verification-store.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import { judgeCompanyName, normaliseCompanyName } from '../company/company-name.ts'
import { judgeCreditCode, normaliseCreditCode, registeredIn } from '../company/credit-code.ts'
import { applicationLists } from '../keys.ts'
import type { Applicant, Representative } from './applicant.ts'
import { type ApplicantKind, isOrganisation } from './applicant-kinds.ts'
import { applicantKept, applicantOf } from './applicant-store.ts'

export type KeepApplicantDeps = {
  table: Pick<Table, 'query' | 'commit'>
  clock: Clock
  ids: Ids
  vault: Vault
  settings: ApplicationSettings & Pick<VerificationSettings, 'checks'>
}

/** Whom somebody applies for, as typed; of a person nothing is typed, as the account is it. */
export type TypedApplicant = {
  kind: ApplicantKind
  creditCode?: string | undefined
  companyName?: string | undefined
  representative?: { name: string; idNumber: string } | undefined
}

/** Everything that was typed of an organisation, as registers compare it. `status`: whether a register is asked, or people look. */
type Organisation = {
  creditCode: string
  companyName: string
  name: string
  idNumber: string
  status: 'unchecked' | 'people'
}

const errors = (of: Record<string, FieldError['code'] | undefined>): FieldError[] =>
  Object.entries(of).flatMap(([pointer, code]) => (code ? [{ pointer, code }] : []))

/** W2 everything about an organisation that can be known to be wrong for free, all of it at once. */
const readOrganisation = (
  { settings: { checks } }: Pick<KeepApplicantDeps, 'settings'>,
  { kind, creditCode = '', companyName = '', representative }: TypedApplicant,
  now: number,
): Outcome<Organisation> => {
  const code = normaliseCreditCode(creditCode)
  const judged = judgeCreditCode(code)
  const registered = registeredIn(judged)
  const isOfKind = registered === undefined || registered.applicant === kind
  const company = normaliseCompanyName(companyName)
  const judgedName = judgeCompanyName(company, judged.verdict === 'wrong' ? undefined : judged.registered)
  const name = normaliseName(representative?.name ?? '')
  const idNumber = normaliseIdNumber(representative?.idNumber ?? '')
  const number = classifyIdNumber(idNumber, { ...checks, minimumAge: 0, kinds: numberedKinds }, now)
  const fields = errors({
    '/creditCode': judged.verdict === 'wrong' ? 'invalid_credit_code' : isOfKind ? undefined : 'credit_code_kind',
    '/companyName': judgedName.verdict === 'wrong' ? 'invalid_company_name' : undefined,
    '/representative/name': name.ok ? undefined : 'invalid_name',
    '/representative/idNumber': number.ok ? undefined : number.refusal.code,
  })
  const [first] = fields
  if (first || !name.ok) return refused(first?.code ?? 'invalid_name', { fields })
  const isForPeople =
    judged.verdict === 'people' || judgedName.verdict === 'people' || registered?.checkedBy !== 'vendor'
  return ok({
    ...{ creditCode: code, companyName: company, name: name.value, idNumber },
    status: isForPeople ? 'people' : 'unchecked',
  })
}

/** Seals whoever represents an organisation under a data key of its own, and indexes them as a person. */
const sealRepresentative = async (
  { vault }: Pick<KeepApplicantDeps, 'vault'>,
  { accountId, id }: { accountId: string; id: string },
  { name, idNumber }: { name: string; idNumber: string },
): Promise<Representative> => {
  const sealer = await vault.newDataKey({ account: accountId, verification: id })
  const seal = (attribute: string, value: string) => sealer.seal({ dataSet: EVIDENCE, key: id, attribute }, value)
  const [personIndex] = personIndexes(await vault.macs(idNumber))
  return {
    ...{ maskedName: maskName(name), maskedIdNumber: maskIdNumber(idNumber), personIndex },
    sealed: { wrappedKey: sealer.wrappedKey, name: seal('name', name), idNumber: seal('idNumber', idNumber) },
  }
}

/** A register said that it is otherwise: whoever says the same again wants to have it asked again. */
const isTried = ({ status }: Applicant): boolean => status === 'differs' || status === 'not_operating'

/** Whether one that is kept is that already: all that was typed is the same. */
const isKept = (one: Applicant, of: Applicant): boolean =>
  !isTried(one) &&
  one.kind === of.kind &&
  one.creditCode === of.creditCode &&
  one.companyName === of.companyName &&
  one.representative?.personIndex === of.representative?.personIndex &&
  one.representative?.maskedName === of.representative?.maskedName

/**
 * W2 an account keeps whom it applies for: itself, or an organisation with its code, its name and who represents it, who is sealed. Nobody is asked anything yet.
 * Whom it keeps already is not kept twice: a repeat answers the one there is, but where a register has said that it is otherwise. Refuses with each wrong field,
 * `applicant_limit_reached`, `banned` and, where another came at once, `contended`. Two calls, and two to KMS for an organisation.
 */
export const keepApplicant = async (
  deps: KeepApplicantDeps,
  accountId: string,
  typed: TypedApplicant,
): Promise<Outcome<Applicant>> => {
  const now = deps.clock.now()
  const id = deps.ids.id()
  const begun = { id, accountId, kind: typed.kind, createdAt: now, changes: 0 }
  const read = isOrganisation(typed.kind) ? readOrganisation(deps, typed, now) : ok(undefined)
  if (!read.ok) return read
  const of: Applicant = read.value
    ? {
        ...begun,
        ...{ status: read.value.status, creditCode: read.value.creditCode, companyName: read.value.companyName },
        representative: await sealRepresentative(deps, { accountId, id }, read.value),
      }
    : { ...begun, status: 'person' }
  const most = deps.settings.certification.applicants
  const all = (await queryAll(deps.table, applicationLists.applicants(accountId))).map(applicantOf)
  const same = all.find((one) => isKept(one, of))
  if (same) return ok(same)
  if (all.length >= most) return refused('applicant_limit_reached')
  const committed = await deps.table.commit([notBanned(accountId), ...applicantKept(of, most, all.length)])
  if (committed.kind === 'committed') return ok(of)
  return refused(isBecause(committed.conflicts, 'banned') ? 'banned' : 'contended')
}
