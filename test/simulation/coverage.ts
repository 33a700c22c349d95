import type { Change } from './record.ts'
import { count, type World } from './world.ts'

const setSize = (value: unknown): number => (value instanceof Set ? value.size : 0)

const eventOf = ({ key, before, after }: Change): string | undefined => {
  const from = before?.status
  const to = after?.status
  if (key.sk.startsWith('REFUND#')) {
    if (before && before.round !== after?.round) return 'refund closed by the channel'
    return from !== to && to === 'operator' ? 'refund left to the operator' : undefined
  }
  if (key.sk.startsWith('CHECK#')) {
    if (from === 'calling' && to === 'ready') return 'check released'
    if (from === 'calling' && to === 'unknown') return after?.vendorCode ? undefined : 'check unknown'
    return from === 'ready' && to === 'unknown' ? 'check never begun' : undefined
  }
  if (key.sk.startsWith('VERIFICATION#') && from !== to && to === 'identity_in_use') return 'identity in use'
  if (key.sk !== 'ORDER' || setSize(after?.transactions) <= setSize(before?.transactions)) return undefined
  if (from === 'closed') return 'late payment'
  if (from === 'created') return to === 'refunded' ? 'wrong amount' : undefined
  return 'second payment'
}

/** Counts the rare events among the changes of a commit. */
export const countsOf = (world: World, changes: readonly Change[]): void => {
  for (const change of changes) {
    const event = eventOf(change)
    if (event) count(world, event)
    if (event === 'check unknown' && Number(change.before?.leaseUntil) <= world.time.now) count(world, 'lease ran out')
    if (change.key.sk === 'ORDER' && !change.before) count(world, 'order')
    const isBought = change.key.sk === 'ORDER' && !change.before?.transactionId && change.after?.transactionId
    if (isBought) count(world, 'bought')
    if (isBought && world.acting?.name !== 'notification') count(world, 'payment found by asking')
  }
}
