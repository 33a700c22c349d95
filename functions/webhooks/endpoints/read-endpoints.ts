import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Table } from '../../../shared/table/table.ts'
import { webhookKeys } from '../keys.ts'
import type { Endpoint } from './endpoint.ts'
import { endpointsOf } from './endpoint-store.ts'

type Deps = { table: Pick<Table, 'get'> }

/** Every endpoint, in the order in which they were made. One table call. */
export const readEndpoints = async ({ table }: Deps): Promise<Endpoint[]> => [
  ...endpointsOf(await table.get(webhookKeys.endpoints())).values(),
]

/** One of them, or `not_found`. One table call. */
export const readEndpoint = async ({ table }: Deps, id: string): Promise<Outcome<Endpoint>> => {
  const found = endpointsOf(await table.get(webhookKeys.endpoints())).get(id)
  return found ? ok(found) : refused('not_found')
}
