import type { Item } from '../../../shared/table/write.ts'
import { changesBetween } from '../events/event-rules.ts'
import type { Change } from '../world/record.ts'

const ownerOf = ({ pk }: Pick<Item, 'pk'>): string => pk.slice(pk.indexOf('#') + 1)

const itemOf = (items: readonly Item[], accountId: string, sk: string): Item | undefined =>
  items.find((one) => one.pk === `ACCOUNT#${accountId}` && one.sk === sk)

const epochOf = (items: readonly Item[], accountId: string): number =>
  Number(itemOf(items, accountId, 'EPOCH')?.epoch ?? 0)

/** What an account is told that somebody tried to verify another as its person. */
const isWarning = ({ sk, title }: Item): boolean =>
  sk.startsWith('MESSAGE#') && String(title).startsWith('有人尝试用您的身份')

export const warningsOf = (items: readonly Item[], accountId: string): number =>
  items.filter((one) => one.pk === `ACCOUNT#${accountId}` && isWarning(one)).length

type Before = { before: readonly Item[]; after: readonly Item[] }

const faultsOf = ({ kind, key, before: was, after: is }: Change, { before, after }: Before): string[] => {
  const accountId = ownerOf(key)
  if (kind === 'IDENTITY' && was && !is)
    return epochOf(after, accountId) === epochOf(before, accountId) + 1
      ? []
      : ['an identity is cleared, and what hung on it counts still']
  if (kind === 'BUSINESS' && key.pk.startsWith('ACCOUNT#') && is) {
    const isHeld = itemOf(after, accountId, 'IDENTITY') !== undefined
    return isHeld && is.epoch === epochOf(after, accountId)
      ? []
      : ['a business is bound to whom the account is no more']
  }
  if (is && !was && isWarning(is))
    return itemOf(after, accountId, 'IDENTITY') ? [] : ['somebody is warned who is nobody by now']
  return []
}

/** What must hold of every commit: X5 X6. */
export const committedBusinessFaults = (before: readonly Item[], after: readonly Item[]): string[] =>
  changesBetween(before, after).flatMap((change) => faultsOf(change, { before, after }))
