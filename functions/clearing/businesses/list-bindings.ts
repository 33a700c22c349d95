import type { Table } from '../../../shared/table/table.ts'
import { ownerIn } from '../../account/account-store.ts'
import { accountKeys } from '../../account/keys.ts'
import { epochIn } from '../../gate/epoch-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { clearingKeys, clearingLists } from '../keys.ts'
import { bindingOf } from './binding-store.ts'
import type { Binding, Bound, Business } from './business.ts'
import { businessesIn } from './business-store.ts'

/** All bindings of an account, what they are called, and what they hang on now. */
export type Bindings = { bindings: readonly Binding[]; businesses: ReadonlyMap<string, Business>; of: Bound }

/** Far more than there may be businesses. */
const MOST = 200

/** The bindings of an account, in the order of their codes, with the businesses there are: no more than `businesses.most`. Two reads. */
export const listBindings = async (
  { table }: { table: Pick<Table, 'getMany' | 'query'> },
  accountId: string,
): Promise<Bindings> => {
  const [[businesses, identity, epoch], { items }] = await Promise.all([
    table.getMany([clearingKeys.businesses(), gateKeys.identity(accountId), gateKeys.epoch(accountId)]),
    table.query({ ...clearingLists.bindings(accountId), limit: MOST }),
  ])
  return {
    bindings: items.map(bindingOf),
    businesses: businessesIn(businesses),
    of: { epoch: epochIn(epoch), isHeld: identity !== undefined },
  }
}

const nobody: Bindings = { bindings: [], businesses: new Map(), of: { epoch: 0, isHeld: false } }

/** The same of a user of the platform; nothing of one who has never been here. Three reads. */
export const listBindingsOf = async (
  deps: { table: Pick<Table, 'get' | 'getMany' | 'query'> },
  externalId: string,
): Promise<Bindings> => {
  const accountId = ownerIn(await deps.table.get(accountKeys.external(externalId)))
  return accountId === undefined ? nobody : listBindings(deps, accountId)
}
