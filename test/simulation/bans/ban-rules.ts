import { accountKeys } from '../../../functions/account/keys.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Change } from '../world/record.ts'
import { itemAt, type World } from '../world/world.ts'

/** Whether complaints or the platform have banned an account, by its PROFILE item. */
export const isBannedIn = (profile: Item | undefined): boolean =>
  profile?.bannedAt !== undefined || profile?.platformBannedAt !== undefined

/** Whether an account is banned at this moment. */
export const isBannedNow = (world: World, accountId: unknown): boolean =>
  isBannedIn(itemAt(world, accountKeys.profile(String(accountId))))

/** Asked later, whether the account was banned all the time from now on. */
export const bannedThroughout = (world: World, accountId: string): (() => boolean) => {
  const unbans = () => itemAt(world, accountKeys.profile(accountId))?.unbans
  const [wasBanned, before] = [isBannedNow(world, accountId), unbans()]
  return () => wasBanned && unbans() === before
}

const isNewRefund = ({ kind, before, after }: Change): boolean => kind === 'REFUND' && !before && after !== undefined

/** What must not happen to the order, or to a way to pay it, while its account is banned. */
const whileBanned = ({ kind, before, after }: Change): string[] => {
  if (kind === 'PAYMENT') return after?.status === 'open' ? ['a way to pay was offered to a banned account'] : []
  if (kind !== 'ORDER') return []
  return [
    ...(before ? [] : ['an order was opened for a banned account']),
    ...(before?.transactionId === after?.transactionId ? [] : ['a banned account bought something']),
  ]
}

/** The platform's ban comes and goes by itself, with the record of who decided it; one for complaints is an operator's to lift. */
const decisionFaults = (world: World, { before, after }: Change, changes: readonly Change[]): string[] => {
  const isMoved = (attribute: string): boolean => before?.[attribute] !== after?.[attribute]
  const isAudited = changes.some(({ kind, before: old }) => kind === 'AUDIT' && !old)
  return [
    ...(isMoved('bannedAt') && world.acting?.name.startsWith('platform')
      ? ['the platform decided about a ban for complaints']
      : []),
    ...(isMoved('platformBannedAt') && !isAudited ? ['nobody can say who decided about a ban of the platform'] : []),
    ...((after?.platformBannedAt === undefined) === (after?.platformBanReason === undefined)
      ? []
      : ['a ban of the platform and its reason do not come and go together']),
  ]
}

/** P12: a ban ends buying, and nothing but a ban sends back what is paid as asked. */
export const banFaults = (world: World, changes: readonly Change[]): string[] =>
  changes.flatMap((change) => {
    if (change.kind === 'PROFILE') return decisionFaults(world, change, changes)
    const order = itemAt(world, { pk: change.key.pk, sk: paymentKeys.order('').sk })
    if (!order) return []
    if (isBannedNow(world, order.accountId)) return whileBanned(change)
    return isNewRefund(change) && String(change.after?.reason).includes('停用')
      ? ['what was paid went back for a ban that is none']
      : []
  })

/** Payments that are written down while their account is banned: all of each goes back. */
export const rememberPayments = (world: World, changes: readonly Change[]): void => {
  for (const { kind, before, after } of changes) {
    if (kind !== 'FACT' || before || !after) continue
    const order = itemAt(world, paymentKeys.order(String(after.orderId)))
    if (isBannedNow(world, order?.accountId)) world.paidWhileBanned.add(String(after.outTradeNo))
  }
}
