import { equals, type Item, type Update, update } from '../../shared/table/write.ts'
import { walletKeys } from './keys.ts'

/** The balance in an account's POINTS item, in points. */
export const pointsOf = (item: Item | undefined): number => (typeof item?.balance === 'number' ? item.balance : 0)

/** Points are credited. */
export const pointsCredited = (accountId: string, points: number): Update =>
  update(walletKeys.points(accountId), { add: { balance: points } })

/** Points go back with the money they were bought with, as far as they are not spent; `balance` as read. */
export const pointsTakenBack = (accountId: string, balance: number, points: number): Update =>
  update(walletKeys.points(accountId), { add: { balance: -points } }, equals('balance', balance), 'points_moved')
