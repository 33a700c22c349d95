import type { Millis } from '../../../shared/kernel/time.ts'
import { LIST_PARTS } from '../../../shared/table/keys.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { countedTextIn } from '../../account/codes/counted-text-store.ts'
import { accountLists } from '../../account/keys.ts'
import { signInOf } from '../../account/sessions/signed-in-store.ts'
import { countedFaceOf } from '../../face/check/counted-store.ts'
import { faceLists } from '../../face/keys.ts'
import { paymentKeys, paymentLists } from '../../payment/keys.ts'
import { bookedIn } from '../../payment/ledger/ledger-store.ts'
import { notedId, orderOf } from '../../payment/orders/order-store.ts'
import { askedVendorsIn } from '../../verification/check/call-store.ts'
import { verificationLists } from '../../verification/keys.ts'
import { type Counts, type Tally, tally, together } from '../counts/counts.ts'
import { countCalls } from './call-counts.ts'
import type { CountedVendors } from './counted-vendors.ts'
import { countFace } from './face-counts.ts'
import { countBooked } from './ledger-counts.ts'
import { countOrder } from './order-counts.ts'
import { countText } from './text-counts.ts'

export type ListDeps = {
  table: Pick<Table, 'list' | 'getMany'>
  vendors: CountedVendors
  remainingMs: () => Millis
}

/** As many as one read of items by their keys takes. */
const PAGE = 100

/** What is left for writing down what was counted so far. */
export const RESERVE: Millis = 10_000

type Listed = {
  lists: (day: string, vendors: CountedVendors) => readonly string[]
  /** The items that are meant by those listed. */
  read?: (deps: ListDeps, listed: readonly Item[]) => Promise<readonly Item[]>
  count: (tally: Tally, item: Item) => void
}

const inParts = (list: (day: string, part: number) => string) => (day: string) =>
  Array.from({ length: LIST_PARTS }, (_none, part) => list(day, part))

const findOrders = async ({ table }: ListDeps, notes: readonly Item[]): Promise<Item[]> => {
  if (notes.length === 0) return []
  const items = await table.getMany(notes.map((note) => paymentKeys.order(notedId(note))))
  return items.filter((item) => item !== undefined)
}

/** What is counted item by item, page by page, from lists of a Beijing day. */
export const listedSources = {
  orders: {
    lists: inParts(paymentLists.opened),
    read: findOrders,
    count: (counted, item) => countOrder(counted, orderOf(item)),
  },
  ledger: { lists: inParts(paymentLists.ledger), count: (counted, item) => countBooked(counted, bookedIn(item)) },
  calls: {
    lists: (day, { identity }) => [
      ...identity.map((vendor) => verificationLists.vendorCalls(vendor, day)),
      verificationLists.neverCalled(day),
    ],
    count: (counted, item) => countCalls(counted, askedVendorsIn(item)),
  },
  faces: { lists: inParts(faceLists.ended), count: (counted, item) => countFace(counted, countedFaceOf(item)) },
  sign_ins: {
    lists: inParts(accountLists.signIns),
    count: (counted, item) => {
      const { by, isFirst } = signInOf(item)
      counted.add('signed_in', [by, isFirst ? 'new' : 'known'])
    },
  },
  texts: { lists: inParts(accountLists.texts), count: (counted, item) => countText(counted, countedTextIn(item)) },
} as const satisfies Record<string, Listed>
export type ListedSource = keyof typeof listedSources

/** Where counting a source goes on: in which of its lists, and after which place there. */
export type Place = { list: number; after?: string | undefined }

/** What was counted; `next`: there was no time for the rest. */
export type Gathered = { counts: Counts; next?: Place }

const countPage = async (deps: ListDeps, name: ListedSource, listed: readonly Item[]): Promise<Counts> => {
  const source: Listed = listedSources[name]
  const counted = tally()
  const items = source.read ? await source.read(deps, listed) : listed
  // Each into a tally of its own first: of an item that cannot be read, nothing is counted.
  const { read, unreadable } = readEach(items, (item) => {
    const one = tally()
    source.count(one, item)
    return one.counts()
  })
  if (unreadable.length > 0) counted.add('unreadable', [name], unreadable.length)
  return together([counted.counts(), ...read])
}

/**
 * Counts a source on a day from that place on, for as long as there is time. Whoever goes on from `next` and adds that comes to the same as
 * whoever had all the time.
 */
export const gatherList = async (deps: ListDeps, name: ListedSource, day: string, from?: Place): Promise<Gathered> => {
  const lists = listedSources[name].lists(day, deps.vendors)
  let sum: Counts = {}
  for (let at = from ?? { list: 0 }; at.list < lists.length; ) {
    if (deps.remainingMs() <= RESERVE) return { counts: sum, next: at }
    const page: Awaited<ReturnType<Table['list']>> = await deps.table.list({
      list: lists[at.list] ?? '',
      limit: PAGE,
      after: at.after,
    })
    sum = together([sum, await countPage(deps, name, page.items)])
    at = page.next === undefined ? { list: at.list + 1 } : { list: at.list, after: page.next }
  }
  return { counts: sum }
}
