import * as z from 'zod/mini'
import { type Item, isNew, type Put, put } from '../../../shared/table/write.ts'
import { auditKeys } from '../keys.ts'
import { type SignedRoot, statementHash } from './root.ts'
import type { NotedRoot } from './seal.ts'

/** That a day has a root, for who reads the table alone. Written once. */
export const rootNoted = ({ statement }: SignedRoot): Put =>
  put(auditKeys.root(statement.day), { ...statement, hash: statementHash(statement) }, isNew)

const said = {
  form: z.literal(1),
  day: z.string(),
  records: z.int(),
  root: z.string(),
  previous: z.string(),
  madeAt: z.number(),
}

const noted = z.object({ ...said, hash: z.string() })

/** The root in a ROOT item. */
export const notedRootOf = (item: Item): NotedRoot => z.parse(noted, item)

const signed = z.object({ statement: z.object(said), signature: z.string(), key: z.string() })

/** The signed root in the first line of its file. Throws for what is none. */
export const rootIn = (text: string): SignedRoot => z.parse(signed, JSON.parse(text.split('\n', 1)[0] ?? ''))
