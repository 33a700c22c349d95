import * as z from 'zod/mini'
import { listedAt, listPart } from '../../shared/table/keys.ts'
import { all, type Condition, equals, type Item, isNew, type Put, put } from '../../shared/table/write.ts'
import type { ChainedRecord } from './chain.ts'
import { BEGINNING, type Head } from './head.ts'
import { auditKeys, headList } from './keys.ts'

const headed = z.object({ n: z.number(), hash: z.string() })

/** Where a chain has come to, from its HEAD item, or from there being none. */
export const headOf = (item: Item | undefined): Head => (item ? z.parse(headed, item) : BEGINNING)

/** Where nothing was done yet there is no head. */
const isAt = ({ n, hash }: Head): Condition => (n === 0 ? isNew : all(equals('n', n), equals('hash', hash)))

/** The head of the record's chain is at it from now on, if it is where the record was chained to. */
export const headMoved = ({ subject, n, hash, at }: ChainedRecord, from: Head): Put => {
  const key = auditKeys.head(subject)
  return put(key, { n, hash, ...listedAt(headList(listPart(key.pk)), at) }, isAt(from), 'audit_head_moved')
}
