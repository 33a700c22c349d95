import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, type Refusal, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Conflict, Table } from '../../../shared/table/table.ts'
import { isBanned, notBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import { counted, endOf } from '../../account/limits/limit-store.ts'
import { monthOf } from '../../account/limits/window.ts'
import { isLive, NO_SESSION, type SessionClaim, sessionLives } from '../../account/sessions/session-store.ts'
import { consentTo, type Notice } from '../../consent/consent.ts'
import { consentOutdated } from '../../consent/consent-outdated.ts'
import { consentGiven } from '../../consent/consent-store.ts'
import { itemsOf } from '../../consent/permit.ts'
import { identityHeldSomehow } from '../../gate/identity-store.ts'
import { materialKeys } from '../../material/keys.ts'
import { MATERIAL_UNUSABLE, materialUsed } from '../../material/material-store.ts'
import type { ReviewCase } from '../../review/case/case.ts'
import { caseIdOf } from '../../review/case/case-id.ts'
import { caseOpened, openCaseIn, REVIEW_OPEN } from '../../review/case/case-store.ts'
import { newCase } from '../../review/case/new-case.ts'
import type { ProfileSettings } from '../settings.ts'
import { ADDRESS_PROOF } from './kind.ts'
import { whetherUsable } from './picture-store.ts'

export type AddressDeps = {
  table: Pick<Table, 'getMany' | 'commit'>
  clock: Clock
  ids: Ids
  /** What users agree to, kept by then. */
  notice: () => Promise<Notice>
  settings: ProfileSettings
}

export type AddressHanded = {
  caller: SessionClaim
  language: Language
  /** The picture of the proof, by its id. */
  picture: string
  notice: string
}

/** What every case about an address is about: one of an account is open at a time. */
const SUBJECT = 'address'

const refusalOf = (accountId: string, conflicts: readonly Conflict[]): Refusal => {
  const because = new Map(conflicts.map((one) => [one.because, one.item]))
  if (because.has(NO_SESSION)) return { code: 'unauthenticated' }
  if (because.has('banned')) return { code: 'banned' }
  if (because.has('identity_changed')) return { code: 'level_too_low' }
  if (because.has(REVIEW_OPEN)) {
    const id = openCaseIn(because.get(REVIEW_OPEN)) ?? ''
    const review = caseIdOf({ accountId, id })
    return { code: 'address_open', extra: { review } }
  }
  if (because.has('limited')) return { code: 'too_many_addresses', retryAt: endOf([because.get('limited')]) }
  return because.has(MATERIAL_UNUSABLE) ? { code: 'material_unusable' } : { code: 'contended' }
}

/**
 * X3 whoever is verified has a person look at proof of their address, free of charge and as they like: the picture is part of the case from then
 * on, and what they agreed to is kept with it. Refuses with `consent_outdated`, `material_unusable`, `level_too_low`, `address_open`,
 * `too_many_addresses`, `banned`, `contended` and `unauthenticated`. Two calls.
 */
export const submitAddress = async (deps: AddressDeps, handed: AddressHanded): Promise<Outcome<ReviewCase>> => {
  const { caller, language, picture } = handed
  const { claimedId: accountId, session } = caller
  const concerns = [session, accountKeys.profile(accountId), materialKeys.material(picture)]
  const [live, profile, item] = await deps.table.getMany(concerns)
  const now = deps.clock.now()
  // Nothing is said of an account or a picture to whoever only knows an id.
  if (!isLive(live, now)) return refused('unauthenticated')
  if (isBanned(profile)) return refused('banned')
  const notice = await deps.notice()
  if (handed.notice !== notice.version) return consentOutdated(notice)
  const usable = whetherUsable(item, accountId, { pointer: '/picture', now })
  if (!usable.ok) return usable
  const id = deps.ids.id()
  const opening = { id, accountId, subject: SUBJECT, language, materials: [picture] }
  const opened = newCase(opening, { kind: ADDRESS_PROOF, answerMs: deps.settings.profile.answerMs }, now)
  const limit = deps.settings.profile.addressesPerMonth
  const consent = { ...consentTo(notice, language, now), recipients: [] }
  const committed = await deps.table.commit([
    sessionLives(session, now),
    notBanned(accountId),
    identityHeldSomehow(accountId),
    counted({ subject: `ADDRESS#${accountId}`, window: monthOf(now), limit }),
    ...caseOpened(opened),
    materialUsed({ id: picture, accountId }, id, now),
    consentGiven({ id, accountId, purpose: 'further_information', items: itemsOf.further_information, ...consent }),
  ])
  return committed.kind === 'committed' ? ok(opened) : { ok: false, refusal: refusalOf(accountId, committed.conflicts) }
}
