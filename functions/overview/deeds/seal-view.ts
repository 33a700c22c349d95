import * as z from 'zod/mini'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { rootDueAt } from '../../audit/roots/root.ts'
import type { NotedRoot, Seal } from '../../audit/roots/seal.ts'

/** The signed root of a day. */
export const rootShown = z.strictObject({
  day: z.string(),
  /** How many records of the day it is over. */
  records: z.int(),
  root: z.string(),
  /** Of what was signed; the statement of the next day names it. */
  hash: z.string(),
  madeAt: z.iso.datetime(),
})

/** How far the audit is sealed. */
export const sealShown = z.strictObject({
  last: z.nullable(rootShown),
  /** The day whose root comes next, and from when on it is made. */
  next: z.strictObject({ day: z.string(), dueAt: z.iso.datetime() }),
  /** Days that are due and have none. */
  missing: z.array(z.string()),
  /** Whether one of them should have been made hours ago. */
  overdue: z.boolean(),
})

export const showRoot = ({ day, records, root, hash, madeAt }: NotedRoot): z.infer<typeof rootShown> => ({
  ...{ day, records, root, hash },
  madeAt: rfc3339(madeAt),
})

export const showSeal = ({ last, next, missing, isOverdue }: Seal): z.infer<typeof sealShown> => ({
  last: last ? showRoot(last) : null,
  next: { day: next, dueAt: rfc3339(rootDueAt(next)) },
  missing,
  overdue: isOverdue,
})
