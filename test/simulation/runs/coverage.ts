import { runOf } from '../../../functions/bookkeeping/reconciliation/reconciliation-store.ts'
import type { Item } from '../../../shared/table/write.ts'
import { isBannedIn, isBannedNow } from '../bans/ban-rules.ts'
import { isUnreadable } from '../books/unreadable.ts'
import { isForced } from '../refunds/forced-rules.ts'
import type { Change } from '../world/record.ts'
import { count, type World } from '../world/world.ts'

const setSize = (value: unknown): number => (value instanceof Set ? value.size : 0)

const differenceEvent = ({ status }: Item): string =>
  status === 'explained' ? 'movement found in the next bill' : 'movement not in its bill'

/** Why a refund came before a person that the channel had not given up. */
const WAITED = /_too_long$|_too_often$|^word_/

const eventOf = ({ key, before, after }: Change): string | undefined => {
  const from = before?.status
  const to = after?.status
  if (key.sk.startsWith('REFUND#')) {
    if (before && before.round !== after?.round) return 'refund closed by the channel'
    if (from === to || to !== 'operator') return undefined
    return WAITED.test(String(after?.channelCode)) ? 'refund that waited too long' : 'refund left to the operator'
  }
  if (key.sk.startsWith('CHECK#')) {
    if (from === 'calling' && to === 'ready') return 'check released'
    if (from === 'calling' && to === 'unknown') return after?.vendorCode ? undefined : 'check unknown'
    return from === 'ready' && to === 'unknown' ? 'check never begun' : undefined
  }
  if (key.sk.startsWith('VERIFICATION#') && from !== to && to === 'identity_in_use') return 'identity in use'
  if (key.sk.startsWith('DIFFERENCE#')) return after?.outcome === 'next_bill' ? differenceEvent(after) : undefined
  if (key.sk !== 'ORDER' || setSize(after?.transactions) <= setSize(before?.transactions)) return undefined
  if (from === 'closed') return 'late payment'
  if (from === 'created') return to === 'refunded' ? 'wrong amount' : undefined
  return 'second payment'
}

/** Money the channel gave back by itself, and what that met. */
const forcedCounts = (world: World, changes: readonly Change[]): void => {
  if (!changes.some(isForced)) return
  count(world, 'forced refund absorbed')
  if (world.acting?.name === 'complaint') count(world, 'forced refund told by a complaint')
  if (changes.some(({ kind }) => kind === 'REFUND')) count(world, 'forced refund that met one of ours')
  if (changes.some(({ kind }) => kind === 'MEMBERSHIP')) count(world, 'membership taken back')
}

/** Days on which other tills had something in the bills, too. */
const otherTillsCounted = (world: World, { before, after }: Change): void => {
  const report = before?.status === 'due' && after?.status === 'done' ? runOf(after).report : undefined
  if (!report) return
  if (report.setAside.trade > 0) count(world, 'day with payments at other tills')
  if (report.setAside.account > 0) count(world, 'day with money of other tills')
}

/** Bans, and what they met. */
const banEventOf = (world: World, { key, kind, before, after }: Change): string | undefined => {
  const [from, to] = [before?.status, after?.status]
  if (kind === 'PROFILE' && before?.platformBannedAt !== after?.platformBannedAt)
    return after?.platformBannedAt === undefined ? 'ban of the platform lifted' : 'account banned by the platform'
  if (kind === 'PROFILE' && isBannedIn(before) !== isBannedIn(after))
    return isBannedIn(after) ? 'account banned' : 'ban lifted'
  const account = kind === 'CHECK' ? key.pk.slice('ACCOUNT#'.length) : after?.accountId
  if (from === to || !before || !isBannedNow(world, account)) return undefined
  if (kind === 'CHECK' && to === 'calling') return 'check of an account banned since it paid'
  if (kind !== 'ORDER' || from !== 'created') return undefined
  if (to === 'refunded') return 'payment of a banned account'
  return world.acting?.name === 'order' && Number(after?.expiresAt) > world.time.now
    ? 'order closed for a ban'
    : undefined
}

/** Counts the rare events among the changes of a commit. */
export const countsOf = (world: World, changes: readonly Change[]): void => {
  forcedCounts(world, changes)
  for (const change of changes) {
    if (change.kind === 'RECONCILIATION') otherTillsCounted(world, change)
    const event = banEventOf(world, change) ?? eventOf(change)
    if (event) count(world, event)
    if (event === 'check unknown' && Number(change.before?.leaseUntil) <= world.time.now) count(world, 'lease ran out')
    if (change.kind === 'RECONCILIATION' && !change.before && [...world.items.values()].some(isUnreadable))
      count(world, 'day opened after one that cannot be read')
    if (change.kind === 'PERSON' && change.before && !change.after)
      count(world, `person moved by ${world.acting?.name}`)
    if (change.key.sk === 'ORDER' && !change.before) count(world, 'order')
    if (change.key.sk === 'ORDER' && change.after?.status === 'closed' && world.acting?.name === 'submit')
      count(world, 'ended by submitting anew')
    const isBought = change.key.sk === 'ORDER' && !change.before?.transactionId && change.after?.transactionId
    if (isBought) count(world, 'bought')
    const isByBill = world.acting?.name === 'reconciliation'
    const isPaid =
      change.key.sk === 'ORDER' && setSize(change.after?.transactions) > setSize(change.before?.transactions)
    if (isPaid && isByBill) count(world, 'payment found by the bill')
    if (isBought && !isByBill && world.acting?.name !== 'notification') count(world, 'payment found by asking')
  }
}
