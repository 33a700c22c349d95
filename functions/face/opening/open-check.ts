import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, type Refusal, refused } from '../../../shared/kernel/outcome.ts'
import { MINUTE, type Millis, nextBeijingDay, SECOND } from '../../../shared/kernel/time.ts'
import type { Conflict } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { endOf } from '../../account/limits/limit-store.ts'
import { isLive, type SessionClaim } from '../../account/sessions/session-store.ts'
import { deedSubjects } from '../../audit/deed.ts'
import type { Head } from '../../audit/head.ts'
import { headOf } from '../../audit/head-store.ts'
import { auditKeys } from '../../audit/keys.ts'
import { consentTo, type Notice } from '../../consent/consent.ts'
import { consentOutdated } from '../../consent/consent-outdated.ts'
import { consentGiven } from '../../consent/consent-store.ts'
import { itemsOf } from '../../consent/permit.ts'
import { type HeldIdentity, heldIdentity, identityStands } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { isNumbered } from '../../person/document.ts'
import { breakerKeys, breakersOf } from '../../verification/check/breaker-store.ts'
import { findSealedIdentity, type SealedIdentity } from '../../verification/reading/find-sealed-identity.ts'
import type { Breakers } from '../../verification/vendors/choice.ts'
import { type FaceCheck, isOpened, overAt } from '../check/face-check.ts'
import { faceCheckOf, faceCheckOpening } from '../check/face-check-store.ts'
import { faceKeys } from '../keys.ts'
import { returnAddress } from '../return-address.ts'
import type { AskDeps, Opening } from './ask-desks.ts'
import { beginningCounted, openIn, openTaken } from './opened-store.ts'

export type OpenDeps = AskDeps & {
  vault: Vault
  /** What users agree to, kept by then. */
  notice: () => Promise<Notice>
  /** Where this deployment is reached. */
  publicUrl: string
  /** Asks what became of a confirmation whose time is over, so that it stands in nobody's way. */
  follow: (accountId: string, id: string) => Promise<unknown>
}

export type Asked = {
  caller: SessionClaim
  /** In which the notice was shown. */
  language: Language
  /** Of the browser that asks; vendors are told it. */
  userAgent: string
  body: { action?: string; consent: { notice: string } }
}

/** As long as a request may take, with room for what is written after the last call. */
const ROOM: Millis = 25 * SECOND

/** A vendor that does not answer, or that refuses us, may be back soon. */
const SOON: Millis = MINUTE

/** What an account has at the moment it asks. */
type Found = { identity: HeldIdentity | undefined; open: string | undefined; breakers: Breakers; head: Head }

const read = async (deps: OpenDeps, { caller }: Asked): Promise<Outcome<Found>> => {
  const { claimedId, session } = caller
  const [live, identity, open, head, ...breakers] = await deps.table.getMany([
    session,
    gateKeys.identity(claimedId),
    faceKeys.open(claimedId),
    auditKeys.head(deedSubjects.account(claimedId)),
    ...breakerKeys(deps.desks),
  ])
  if (!isLive(live, deps.clock.now())) return refused('unauthenticated')
  return ok({
    identity: heldIdentity(identity),
    open: openIn(open),
    breakers: breakersOf(deps.desks, breakers),
    head: headOf(head),
  })
}

const readCheck = async ({ table }: OpenDeps, accountId: string, id: string): Promise<FaceCheck> => {
  const found = await table.get(faceKeys.check(accountId, id))
  if (!found) throw new Error('an account whose open confirmation is gone')
  return faceCheckOf(found)
}

/** Until when one that is open can be finished, or is still being opened (epoch ms). */
const aliveUntil = (check: FaceCheck): Millis =>
  isOpened(check) ? check.expiresAt : check.status === 'opening' ? (check.leaseUntil ?? 0) : 0

/**
 * The one that is open, where it is for the same thing: whoever asks again gets the same token. One whose time is over is ended first, so
 * that it makes no difference whether anybody came by since. Undefined where nothing is in the way any more.
 */
const inTheWay = async (
  deps: OpenDeps,
  { caller, body }: Asked,
  id: string,
): Promise<Outcome<FaceCheck> | undefined> => {
  const accountId = caller.claimedId
  const now = deps.clock.now()
  const check = await readCheck(deps, accountId, id)
  if (now < aliveUntil(check) && check.action === body.action) return ok(check)
  if (now >= aliveUntil(check)) {
    await deps.follow(accountId, id)
    if (openIn(await deps.table.get(faceKeys.open(accountId))) !== id) return undefined
  }
  const retryAt = isOpened(check) ? Math.max(overAt(check), now + SOON) : now + SOON
  return refused('face_check_open', { retryAt, extra: { faceCheckId: id } })
}

/** What blocks a beginning, the most telling reason first. */
const refusalOf = (conflicts: readonly Conflict[], now: Millis): Refusal => {
  const why = new Set(conflicts.map(({ because }) => because))
  if (why.has('banned')) return { code: 'banned' }
  if (why.has('identity_changed')) return { code: 'face_needs_verification' }
  if (!why.has('limited')) return { code: 'contended' }
  const limits = conflicts.filter(({ because }) => because === 'limited').map(({ item }) => item)
  return { code: 'too_many_face_checks', retryAt: endOf(limits) ?? nextBeijingDay(now) }
}

const compose = async (
  deps: OpenDeps,
  asked: Asked,
  found: Found,
  { identity, held }: { identity: HeldIdentity; held: SealedIdentity },
): Promise<Opening> => {
  const { caller, language, userAgent, body } = asked
  const accountId = caller.claimedId
  const now = deps.clock.now()
  const id = deps.ids.id()
  // Most who come here are refused before; the code for opening is loaded by those who are not.
  const { openPerson } = await import('./open-person.ts')
  const { opened, record } = await openPerson(deps, held)
  const consent = consentTo(await deps.notice(), language, now)
  const { verificationId, personIndex } = identity
  const check: FaceCheck = {
    ...{ id, accountId, status: 'opening', openedAt: now, verificationId, personIndex, consent },
    ...(body.action !== undefined && { action: body.action }),
    ...{ vendor: '', claim: '', looks: 0, charged: 0 },
  }
  const recipients = deps.desks.map(({ vendor }) => vendor)
  const given = { id, accountId, purpose: 'face', items: itemsOf.face, recipients, ...consent } as const
  return {
    check,
    given: { ...given, recipients: [...recipients] },
    writes: (opening) => [
      faceCheckOpening(opening),
      openTaken(accountId, id),
      consentGiven({ ...given, recipients: [...recipients] }),
      notBanned(accountId),
      identityStands(accountId, verificationId),
      ...beginningCounted(opening, deps.settings.face, now),
    ],
    beginning: { person: opened.reveal(), challenge: id, returnUrl: returnAddress(deps.publicUrl, id), userAgent },
    breakers: found.breakers,
    reading: record,
    head: found.head,
    until: now + ROOM,
  }
}

const begin = async (deps: OpenDeps, asked: Asked, isAgain: boolean): Promise<Outcome<FaceCheck>> => {
  const found = await read(deps, asked)
  if (!found.ok) return found
  const { identity, open } = found.value
  if (!identity) return refused('face_needs_verification')
  if (open !== undefined) {
    const standing = await inTheWay(deps, asked, open)
    if (standing) return standing
  }
  const held = await findSealedIdentity(deps.table, asked.caller.claimedId, identity.verificationId)
  if (!held) throw new Error('an identity without its verification')
  // No vendor has a photograph of whoever is verified by a passport, say.
  if (held.document !== undefined && !isNumbered(held.document)) return refused('face_not_possible')
  // Most of who come here are refused before anybody is asked.
  const { askDesks } = await import('./ask-desks.ts')
  const opened = await askDesks(deps, await compose(deps, asked, found.value, { identity, held }))
  if (opened.kind === 'opened') return ok(opened.check)
  const now = deps.clock.now()
  if (opened.kind === 'conflict') {
    // Somebody else of the account was first.
    const isTaken = opened.conflicts.some(({ because }) => because === 'face_check_open')
    if (isTaken && !isAgain) return begin(deps, asked, true)
    return { ok: false, refusal: refusalOf(opened.conflicts, now) }
  }
  if (opened.because === 'no_photo') return refused('face_not_possible')
  if (opened.because === 'too_often') return refused('too_many_face_checks', { retryAt: nextBeijingDay(now) })
  return refused('face_unavailable', { retryAt: Math.max(opened.retryAt ?? 0, now + SOON) })
}

/**
 * Begins a confirmation by face of whoever the account is verified as, for an action or for the evidence alone, and answers it with the
 * vendor's page to go to; one that is open already is answered as it is. Everything that can be refused for free is, and consent, what is
 * handed on, the limits and what it may cost are written before the vendor hears of anybody. Refuses with `face_not_offered`,
 * `consent_outdated`, `face_needs_verification`, `face_check_open`, `too_many_face_checks`, `face_not_possible`, `face_unavailable`,
 * `banned`.
 */
export const openCheck = async (deps: OpenDeps, asked: Asked): Promise<Outcome<FaceCheck>> => {
  if (deps.desks.length === 0) return refused('face_not_offered')
  const notice = await deps.notice()
  if (asked.body.consent.notice !== notice.version) return consentOutdated(notice)
  return begin(deps, asked, false)
}
