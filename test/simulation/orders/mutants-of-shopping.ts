import { isOf, type Suspect, unguarded, writing } from '../world/mutant.ts'

/** Wrong ways to keep the orders that an account has open. */
export const mutantsOfShopping: readonly Suspect[] = [
  {
    name: 'open orders are not listed',
    seenBy: 'crashes',
    seenIn: 'a cart beyond what may be open, and one of it paid',
    table: writing((write) => (isOf(write, 'OPENORDERS') ? undefined : write)),
  },
  {
    name: 'an order is opened that its account does not find',
    seenBy: 'crashes',
    seenIn: 'a cart beyond what may be open, and one of it paid',
    table: writing((write) => (isOf(write, 'ORDERED') ? undefined : write)),
  },
  {
    name: 'an order joins a list that others have joined meanwhile',
    seenBy: 'meetings',
    table: writing((write) => (isOf(write, 'OPENORDERS') ? unguarded(write) : write)),
  },
  {
    name: 'a key that was given an open order forgets it',
    seenBy: 'crashes',
    seenIn: 'the same month wanted twice, and asked for again when it is paid',
    table: writing((write) => (isOf(write, 'ALIAS') && write.kind === 'put' ? undefined : write)),
  },
  {
    name: 'an order is given again although it was paid meanwhile',
    seenBy: 'meetings',
    table: writing((write) => (write.kind === 'guard' && isOf(write, 'ORDER') ? undefined : write)),
  },
]
