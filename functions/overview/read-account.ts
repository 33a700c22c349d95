import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import type { Clock } from '../../shared/kernel/time.ts'
import type { Table } from '../../shared/table/table.ts'
import type { Item, Key } from '../../shared/table/write.ts'
import { profileOf } from '../account/account-store.ts'
import { bansIn } from '../account/bans/ban.ts'
import { banRecordOf } from '../account/bans/ban-store.ts'
import { accountKeys } from '../account/keys.ts'
import { isReturnUrl } from '../account/links/return-url.ts'
import type { SessionLinkSettings } from '../account/links/settings.ts'
import { isLive, returnUrlIn } from '../account/sessions/session-store.ts'
import type { ForUserClaim } from '../account/sessions/user-guards.ts'
import { levelOf, waysUp } from '../evidence/level.ts'
import type { FrontSettings } from '../front/settings.ts'
import { enforcementOn } from '../gate/enforcement.ts'
import { gateTerms } from '../gate/gate.ts'
import { heldIdentity } from '../gate/identity-store.ts'
import { gateKeys } from '../gate/keys.ts'
import type { GateSettings } from '../gate/settings.ts'
import { standingOf } from '../gate/standing-store.ts'
import { membershipKeys } from '../membership/keys.ts'
import { membershipOf } from '../membership/membership-store.ts'
import { paymentKeys } from '../payment/keys.ts'
import { moneyBackAmong, ordersWithMoneyBack } from '../payment/money-back/money-back-store.ts'
import { findOrder } from '../payment/orders/find-order.ts'
import { breakerKeys, breakersOf } from '../verification/check/breaker-store.ts'
import { verificationKeys } from '../verification/keys.ts'
import { openWays } from '../verification/methods.ts'
import type { VerificationSettings } from '../verification/settings.ts'
import { checksLeft } from '../verification/submission/checks-left.ts'
import { tryCountsIn } from '../verification/submission/tries-store.ts'
import { type IdentityVendor, pausedAt } from '../verification/vendors/choice.ts'
import { walletKeys } from '../wallet/keys.ts'
import { pointsOf } from '../wallet/points-store.ts'
import { type Account, decisions } from './account-page.ts'

export type ReadDeps = {
  table: Table
  clock: Clock
  settings: GateSettings & Pick<FrontSettings, 'platform'> & Pick<VerificationSettings, 'checks'> & SessionLinkSettings
  vendors: readonly Pick<IdentityVendor, 'name'>[]
}

/** Whose account it is: that of a session, which is read along; or one that somebody else may see, if there is one. */
type Whose = ForUserClaim | { accountId: string }

/** Orders whose money is told of on the page; each order tells of its own, however old. */
const MOST_ORDERS = 10

const readMoneyBack = async (table: Table, item: Item | undefined): Promise<Account['refunds']> => {
  const orders = await Promise.all(ordersWithMoneyBack(item, MOST_ORDERS).map((id) => findOrder(table, id)))
  return orders.flatMap((found) =>
    found ? moneyBackAmong(found.items).map((one) => ({ orderId: found.order.id, ...one })) : [],
  )
}

/** An origin that was taken out of the settings since is led back to no more. */
const readReturnTo = ({ settings }: ReadDeps, session: Item | undefined): Account['returnTo'] => {
  const url = session && returnUrlIn(session)
  const isOurs = url !== undefined && isReturnUrl(url, settings.sessions.returnOrigins)
  return isOurs ? { name: settings.platform.name, url } : undefined
}

/** What is kept of an account, each concern with the capability that owns it. */
const concernsOf = (accountId: string): Key[] => [
  accountKeys.profile(accountId),
  gateKeys.identity(accountId),
  membershipKeys.membership(accountId),
  walletKeys.points(accountId),
  paymentKeys.moneyBack(accountId),
  verificationKeys.tries(accountId),
]

/**
 * The account of a session, which is read along and so proven, or of whom the platform or an operator asks for: one database call, and one for
 * each of its newest orders of which money goes back. Whom we have never seen has an account without anything, as the gate sees them.
 * Refuses with `unauthenticated`.
 */
export const readAccount = async (deps: ReadDeps, caller: Whose): Promise<Outcome<Account>> => {
  const accountId = 'claim' in caller ? caller.claim.claimedId : caller.accountId
  const { vendors } = deps
  const read = await deps.table.getMany([
    ...breakerKeys(vendors),
    ...(accountId === undefined ? [] : concernsOf(accountId)),
    ...('claim' in caller ? [caller.claim.session] : []),
  ])
  const [profileItem, identityItem, membership, points, moneyBack, tries, session] = read.slice(vendors.length)
  const now = deps.clock.now()
  const profile = accountId === undefined ? undefined : profileOf(accountId, profileItem)
  if ('claim' in caller && !(isLive(session, now) && profile)) return refused('unauthenticated')
  const terms = gateTerms(deps.settings)
  const standing = standingOf(profileItem, identityItem)
  const identity = heldIdentity(identityItem)
  const level = levelOf(standing.proofs, now)
  return ok({
    now,
    profile: profile ?? { externalId: 'externalId' in caller ? caller.externalId : undefined },
    identity,
    level,
    waysUp: openWays(waysUp(standing.proofs, now)),
    pausedUntil: pausedAt(vendors, breakersOf(vendors, read), now),
    checks: checksLeft(tryCountsIn(tries, now), deps.settings.checks, now),
    membership: membershipOf(membership, now),
    points: pointsOf(points),
    refunds: await readMoneyBack(deps.table, moneyBack),
    bans: bansIn(banRecordOf(profileItem)),
    gate: decisions(standing, terms, now),
    enforcement: enforcementOn(standing, terms, now),
    returnTo: readReturnTo(deps, session),
  })
}
