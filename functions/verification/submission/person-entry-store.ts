import type { Millis } from '../../../shared/kernel/time.ts'
import type { Conflict } from '../../../shared/table/table.ts'
import {
  all,
  type Condition,
  contains,
  equals,
  type Item,
  isNew,
  put,
  remove,
  sizeBelow,
  type Write,
} from '../../../shared/table/write.ts'
import { verificationKeys } from '../keys.ts'
import { listedPerson } from './person-store.ts'

/** The index a person's entry is under. */
export const personIndexIn = ({ pk }: Item): string => pk.slice(pk.indexOf('#') + 1)

/** The accounts on which the person in an item is verified. */
export const accountsIn = (item: Item | undefined): string[] =>
  item?.accounts instanceof Set ? [...item.accounts].toSorted() : []

/** The accounts of whoever was found to hold as many as they may (`person_full`). */
export const holdersIn = (conflicts: readonly Conflict[]): string[] =>
  accountsIn(conflicts.find(({ because }) => because === 'person_full')?.item)

/** Whether the person in these items, one of each live version of the key, may be verified on this account too. */
export const hasPersonRoom = (
  items: readonly (Item | undefined)[],
  accountId: string,
  accountsPerPerson: number,
): boolean => {
  const accounts = new Set(items.flatMap(accountsIn))
  return accounts.has(accountId) || accounts.size < accountsPerPerson
}

/** Nobody changed the entry since it was read: it has the same accounts, and the token of the same write where writes leave one. */
const asRead = (item: Item): Condition => {
  const accounts = accountsIn(item)
  return all(
    sizeBelow('accounts', accounts.length + 1),
    ...accounts.map((one) => contains('accounts', one)),
    ...(typeof item.op === 'string' ? [equals('op', item.op)] : []),
  )
}

/** The person is verified on that account no more. Conflict `person_moved`: somebody changed the entry since it was read. */
export const personLeft = (item: Item, accountId: string, now: Millis): Write[] => {
  const { pk: _pk, sk: _sk, op: _op, ...known } = item
  const index = personIndexIn(item)
  const accounts = new Set(accountsIn(item).filter((one) => one !== accountId))
  if (accounts.size === 0) return [remove(verificationKeys.person(index), asRead(item), 'person_moved')]
  return [
    put(
      verificationKeys.person(index),
      { ...known, accounts, ...listedPerson(index, now) },
      asRead(item),
      'person_moved',
    ),
  ]
}

/**
 * All that is known of a person under one index is known under another from now on, and under the first no more. `there`: what is known
 * under the other already. Conflict `person_moved`: somebody changed either since it was read.
 */
export const personMoved = (
  from: { index: string; item: Item },
  to: { index: string; item: Item | undefined },
  now: Millis,
): Write[] => {
  const { pk: _pk, sk: _sk, op: _op, ...known } = from.item
  const accounts = new Set([...accountsIn(from.item), ...accountsIn(to.item)])
  const { pk: _toPk, sk: _toSk, op: _toOp, ...there } = to.item ?? from.item
  return [
    remove(verificationKeys.person(from.index), asRead(from.item), 'person_moved'),
    put(
      verificationKeys.person(to.index),
      { ...known, ...(to.item && there), accounts, ...listedPerson(to.index, now) },
      to.item ? asRead(to.item) : isNew,
      'person_moved',
    ),
  ]
}
