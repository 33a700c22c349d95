import * as z from 'zod/mini'
import { absent, type Condition, equals, exists, type Item, type Update, update } from '../../../shared/table/write.ts'
import { clearingKeys } from '../keys.ts'
import type { Business } from './business.ts'

const stored = z.object({
  names: z.object({ zh: z.string(), en: z.string() }),
  callback: z.string(),
  page: z.optional(z.string()),
  registeredAt: z.number(),
})

const ONE = 'business.'

/** The businesses in their one item, by code, in the order of their codes. */
export const businessesIn = (item: Item | undefined): Map<string, Business> => {
  const named = Object.entries(item ?? {}).filter(([name]) => name.startsWith(ONE))
  const found = named.map(([name, value]): Business => ({ ...z.parse(stored, value), code: name.slice(ONE.length) }))
  return new Map(found.toSorted((one, other) => (one.code < other.code ? -1 : 1)).map((one) => [one.code, one]))
}

const unchanged = (before: Item | undefined): Condition =>
  before ? equals('version', Number(before.version)) : absent('version')

/** A business as it is from now on; `before` is the item the decision was made on. Conflict: somebody changed one since. */
export const businessKept = ({ code, ...business }: Business, before: Item | undefined): Update =>
  update(
    clearingKeys.businesses(),
    { set: { [`${ONE}${code}`]: business }, add: { version: 1 } },
    unchanged(before),
    'businesses_changed',
  )

/** There is no such business any more. */
export const businessRemoved = (code: string): Update =>
  update(
    clearingKeys.businesses(),
    { remove: [`${ONE}${code}`], add: { version: 1 } },
    exists(`${ONE}${code}`),
    'business_unknown',
  )
