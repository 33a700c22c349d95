import { balances, entriesOf } from '../books/ledger-book.ts'
import type { Change } from '../world/record.ts'
import type { World } from '../world/world.ts'

/** True for the booking of money the channel gave back by itself. */
export const isForced = ({ key, before }: Change): boolean => !before && key.sk.startsWith('LEDGER#forced-refund:')

const isOwed = (status: unknown): boolean => ['due', 'submitted', 'operator'].includes(String(status))

/** What was owed of a payment before a commit, and had not been asked for in its present round. */
const notAskedFen = (world: World, outTradeNo: string, changes: readonly Change[]): number =>
  [...world.items.values()]
    .filter((item) => item.sk.startsWith('REFUND#') && item.outTradeNo === outTradeNo)
    .map((item) => changes.find(({ key }) => key.pk === item.pk && key.sk === item.sk)?.before ?? item)
    .reduce((sum, { status, refundFen }) => sum + (status === 'due' ? Number(refundFen) : 0), 0)

/** A forced refund pays first what is owed: at least that which was not on its way. */
export const forcedFaults = (world: World, changes: readonly Change[]): string[] =>
  changes.filter(isForced).flatMap(({ key, after }) => {
    const entries = after ? entriesOf(after) : []
    const movedOn = (account: string): number =>
      entries.reduce((sum, one) => sum + (one.account.startsWith(account) ? one.fen : 0), 0)
    const outTradeNo = [...world.channel.orders.keys()].find((number) => key.sk.endsWith(number)) ?? ''
    const least = Math.min(-movedOn('clearing:'), notAskedFen(world, outTradeNo, changes))
    return movedOn('refund-payable:') >= least ? [] : ['a forced refund did not pay what is owed']
  })

/** Refunds that are owed and what the ledger says is owed are the same, after every commit. */
export const payableFaults = (world: World, changes: readonly Change[]): string[] => {
  const touched = new Set(changes.filter(({ kind }) => kind === 'REFUND' || kind === 'LEDGER').map(({ key }) => key.pk))
  return [...touched].flatMap((pk) => {
    const owed = new Map<string, number>()
    const owes = (account: string, fen: number): void => void owed.set(account, (owed.get(account) ?? 0) + fen)
    for (const [account, fen] of balances(world, pk)) if (account.startsWith('refund-payable:')) owes(account, -fen)
    for (const item of world.items.values())
      if (item.pk === pk && item.sk.startsWith('REFUND#') && isOwed(item.status))
        owes(`refund-payable:${item.outTradeNo}`, -Number(item.refundFen))
    return [...owed].flatMap(([account, fen]) => (fen === 0 ? [] : [`${account} and its refunds differ by ${fen} fen`]))
  })
}
