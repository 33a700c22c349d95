import * as z from 'zod/mini'
import type { WireCall } from '../proxy/call.ts'

const consistent = z.object({ ConsistentRead: z.literal(true) })
const one = z.object({ TableName: z.string(), IndexName: z.optional(z.string()) })
const batch = z.object({ RequestItems: z.record(z.string(), z.unknown()) })

const isConsistent = (read: unknown): boolean => consistent.safeParse(read).success

/**
 * What a call reads without asking for what was written last, as `Query list`: its index, or `table`. The database here is one
 * machine and always answers that; on AWS such a read may be behind. Undefined for writes and for reads that ask.
 */
export const eventualRead = ({ service, operation, input }: Pick<WireCall, 'service' | 'operation' | 'input'>) => {
  if (service !== 'dynamodb' || !['GetItem', 'BatchGetItem', 'Query', 'Scan'].includes(operation)) return undefined
  if (operation === 'BatchGetItem')
    return Object.values(z.parse(batch, input).RequestItems).every(isConsistent) ? undefined : `${operation} table`
  return isConsistent(input) ? undefined : `${operation} ${z.parse(one, input).IndexName ?? 'table'}`
}
