import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, type Refusal, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { counted, endOf } from '../../account/limits/limit-store.ts'
import { monthOf } from '../../account/limits/window.ts'
import { indexLastFour } from '../../account/numbers/index-last-four.ts'
import { NO_SESSION, type SessionClaim, sessionLives } from '../../account/sessions/session-store.ts'
import { consentTo, type Notice } from '../../consent/consent.ts'
import { consentOutdated } from '../../consent/consent-outdated.ts'
import { consentGiven } from '../../consent/consent-store.ts'
import { itemsOf } from '../../consent/permit.ts'
import { heldIdentity, whyNotProvable } from '../../gate/identity-store.ts'
import { type Provable, provable } from '../../gate/provable-store.ts'
import type { Material, MaterialKind } from '../../material/material.ts'
import { MATERIAL_UNUSABLE, materialUsed } from '../../material/material-store.ts'
import { maskIdNumber, maskName } from '../../person/masking.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import type { ReviewCase } from '../../review/case/case.ts'
import { caseOpened } from '../../review/case/case-store.ts'
import { newCase } from '../../review/case/new-case.ts'
import { sourceProvenBy } from '../methods.ts'
import type { VerificationSettings } from '../settings.ts'
import { personIndexes } from '../submission/index-person.ts'
import { personFree } from '../submission/person-store.ts'
import type { IdentityVendor } from '../vendors/choice.ts'
import { EVIDENCE } from '../verification-store.ts'
import { findKind } from './find-kind.ts'
import { methodOf, type Papers, peopleIn, personValue } from './papers.ts'
import { type PapersKind, picturesOf } from './papers-kinds.ts'
import { openPapersIn, PAPERS_OPEN, papersBegun } from './papers-store.ts'
import { readPictures } from './read-pictures.ts'
import type { PapersSettings } from './settings.ts'
import { readTyped, type Typed, type TypedPerson } from './typed-person.ts'

export type PapersDeps = {
  table: Pick<Table, 'getMany' | 'query' | 'commit'>
  vault: Vault
  clock: Clock
  ids: Ids
  /** What users agree to, kept by then. */
  notice: () => Promise<Notice>
  /** The identity vendors of this deployment. */
  vendors: readonly Pick<IdentityVendor, 'name' | 'takes'>[]
  settings: Pick<VerificationSettings, 'checks'> & PapersSettings
}

/** What is typed, which pictures belong to it, and what was agreed to. */
export type PapersHanded = {
  caller: SessionClaim
  language: Language
  typed: Typed
  pictures: Partial<Record<MaterialKind, string>>
  said?: string | undefined
  notice: string
}

export type PapersBegun = { papers: Papers; review: ReviewCase }

const seal = async (deps: PapersDeps, owner: { account: string; verification: string }, person: TypedPerson) => {
  const sealer = await deps.vault.newDataKey(owner)
  const sealed = (attribute: string, plaintext: string): string =>
    sealer.seal({ dataSet: EVIDENCE, key: owner.verification, attribute }, plaintext)
  const { name, document, nationality, number, birthDate, validUntil, guardian } = person
  return {
    wrappedKey: sealer.wrappedKey,
    name: sealed('name', name),
    idNumber: sealed('idNumber', personValue(document, nationality, number)),
    phone: sealed('phone', ''),
    more: sealed('more', JSON.stringify({ number, nationality, birthDate, validUntil, guardian })),
  }
}

/** What was agreed to of these papers: a proof by a bank only where there is one. */
const itemsIn = ({ kind }: Papers) =>
  itemsOf.attended_review.filter((item) => item !== 'bank_proof_picture' || kind === 'papers_bank')

type Accepted = { handed: PapersHanded; person: TypedPerson; kind: PapersKind; materials: Material[]; notice: Notice }

const compose = async (
  deps: PapersDeps,
  { handed, person, kind, materials, notice }: Accepted,
): Promise<PapersBegun> => {
  const { caller, language, said } = handed
  const accountId = caller.claimedId
  const now = deps.clock.now()
  const [id, caseId] = [deps.ids.id(), deps.ids.id()]
  const value = personValue(person.document, person.nationality, person.number)
  const [personIndex, ...otherPeople] = personIndexes(await deps.vault.macs(value))
  const papers: Papers = {
    ...{ id, accountId, kind, document: person.document, status: 'in_review', case: caseId, createdAt: now },
    consent: { ...consentTo(notice, language, now), recipients: [], onRecord: true },
    maskedName: maskName(person.name),
    maskedIdNumber: maskIdNumber(person.number),
    maskedPhone: '',
    sealed: await seal(deps, { account: accountId, verification: id }, person),
    personIndex,
    ...(otherPeople.length > 0 && { otherPeople }),
    lastFourIndex: await indexLastFour(deps.vault, accountId, person.number),
    materials: materials.map((one) => one.id),
  }
  const opening = {
    id: caseId,
    accountId,
    subject: id,
    language,
    materials: papers.materials,
    ...(said !== undefined && { said: maskNumbers(said) }),
  }
  return { papers, review: newCase(opening, { kind, answerMs: deps.settings.papers.answerMs }, now) }
}

/** What stands against it, the most telling reason first. */
const refusalOf = (conflicts: readonly Conflict[], about: Provable, now: Millis): Refusal => {
  const because = new Map(conflicts.map((one) => [one.because, one.item]))
  const open = openPapersIn(because.get(PAPERS_OPEN))
  if (because.has(NO_SESSION)) return { code: 'unauthenticated' }
  if (because.has('banned')) return { code: 'banned' }
  if (because.has(PAPERS_OPEN)) return { code: 'papers_open', extra: { papersId: open ?? '' } }
  if (because.has('not_provable')) {
    const why = whyNotProvable(heldIdentity(because.get('not_provable')), about, now)
    return why === 'verified_as_another' ? refusedField('/number', why).refusal : { code: 'already_verified' }
  }
  if (because.has('person_full')) return { code: 'identity_unavailable' }
  if (because.has('limited')) return { code: 'too_many_papers', retryAt: endOf([because.get('limited')]) }
  return because.has(MATERIAL_UNUSABLE) ? { code: 'material_unusable' } : { code: 'contended' }
}

const begin = async (
  deps: PapersDeps,
  { papers, review }: PapersBegun,
  of: { now: Millis; caller: SessionClaim; isGathered?: boolean },
): Promise<Outcome<PapersBegun>> => {
  const { now, caller, isGathered = false } = of
  const { accountId, id, consent } = papers
  const { onRecord: _kept, ...agreed } = consent
  const about = { people: peopleIn(papers), source: sourceProvenBy(methodOf(papers)) }
  const { perMonth } = deps.settings.papers
  const committed = await deps.table.commit([
    sessionLives(caller.session, now),
    notBanned(accountId),
    provable(accountId, about, now),
    ...personFree(about.people, accountId, deps.settings.checks.accountsPerPerson),
    counted({ subject: `PAPERS#${accountId}`, window: monthOf(now), limit: perMonth }),
    ...papersBegun(papers),
    ...caseOpened(review),
    ...papers.materials.map((material) => materialUsed({ id: material, accountId }, id, now)),
    consentGiven({ id, accountId, purpose: 'attended_review', items: itemsIn(papers), ...agreed }),
  ])
  if (committed.kind === 'committed') return ok({ papers, review })
  if (isBecause(committed.conflicts, 'person_elsewhere') && !isGathered) {
    const { gatherPerson } = await import('../submission/gather-person.ts')
    await gatherPerson(deps, about.people)
    return begin(deps, { papers, review }, { now, caller, isGathered: true })
  }
  const refusal = refusalOf(committed.conflicts, about, now)
  if (refusal.code === 'identity_unavailable') {
    const { recordFullPerson } = await import('../submission/record-identity-refusal.ts')
    await recordFullPerson(deps, accountId, committed.conflicts)
  }
  return { ok: false, refusal }
}

/**
 * P10 somebody whom no machine can check asks a person to look at their papers, free of charge: what they typed is sealed, the pictures
 * belong to it, and the case is before people, in one commit. What can be known to be wrong for free is refused first, each at its field.
 * Refuses with what `readTyped` says, `consent_outdated`, `papers_not_needed`, `picture_needed`, `picture_not_asked`, `material_unusable`,
 * `papers_open`, `too_many_papers`, `too_many_refusals`, `already_verified`, `verified_as_another`, `identity_unavailable`, `banned`,
 * `contended` and `unauthenticated`. Five table calls, three to KMS.
 */
export const submitPapers = async (deps: PapersDeps, handed: PapersHanded): Promise<Outcome<PapersBegun>> => {
  const notice = await deps.notice()
  const now = deps.clock.now()
  const person = readTyped(handed.typed, deps.settings.checks, now)
  if (!person.ok) return person
  const accountId = handed.caller.claimedId
  const hasBankProof = handed.pictures.bank_proof !== undefined
  const kind = await findKind(deps, handed.caller, { person: person.value, hasBankProof })
  if (!kind.ok) return kind
  if (handed.notice !== notice.version) return consentOutdated(notice)
  if (!kind.value) return refused('papers_not_needed')
  const materials = await readPictures(deps, accountId, picturesOf[kind.value], handed.pictures)
  if (!materials.ok) return materials
  const accepted = { handed, person: person.value, kind: kind.value, materials: materials.value, notice }
  return begin(deps, await compose(deps, accepted), { now, caller: handed.caller })
}
