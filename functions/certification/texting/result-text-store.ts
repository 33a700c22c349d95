import * as z from 'zod/mini'
import { target } from '../../../shared/kernel/states.ts'
import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import { due, ttlAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import { all, equals, type Item, isNew, type Put, put } from '../../../shared/table/write.ts'
import { textingKeys } from '../keys.ts'
import { results } from './news.ts'
import {
  givenUpBecause,
  type ResultText,
  type ResultTextEvent,
  resultTextStatuses,
  resultTextTransitions,
} from './result-text.ts'

const text = z.string()
const at = z.number()
const stored = z.object({
  id: text,
  accountId: text,
  application: text,
  result: z.enum(results),
  until: z.optional(at),
  status: z.enum(resultTextStatuses),
  createdAt: at,
  tries: z.int(),
  notBefore: z.optional(at),
  vendor: z.optional(text),
  ref: z.optional(text),
  leaseUntil: z.optional(at),
  because: z.optional(z.enum(givenUpBecause)),
})

/** The text in an item. */
export const resultTextOf = (item: Item): ResultText => z.parse(stored, item)

/** For as long as anybody may want to know whether somebody was told. */
const KEPT: Millis = 90 * DAY

const keyOf = ({ accountId, id }: Pick<ResultText, 'accountId' | 'id'>) => textingKeys.text(accountId, id)

/** When there is something to do about it next: at once, when its wait is over, or when whoever gives it is certainly dead. */
const dueAtOf = ({ status, createdAt, notBefore, leaseUntil }: ResultText): Millis | undefined => {
  if (status === 'waiting') return notBefore ?? createdAt
  return status === 'giving' ? leaseUntil : undefined
}

const written = (of: ResultText) => {
  const dueAt = dueAtOf(of)
  return { ...of, ttl: ttlAt(of.createdAt + KEPT), ...(dueAt !== undefined && due(keyOf(of), dueAt)) }
}

/** A result is to be texted. Belongs in the commit that brings it about. */
export const resultTextOwed = (of: ResultText): Put => put(keyOf(of), written(of), isNew)

/** It is as it is after an event, if it still is as it was read. */
export const resultTextMoved = (before: ResultText, on: ResultTextEvent, changes: Partial<ResultText>): Put => {
  const { notBefore: _waited, leaseUntil: _held, ...rest } = before
  return put(
    keyOf(before),
    written({ ...rest, ...changes, status: target(resultTextTransitions, on) }),
    all(stateAllows(resultTextTransitions, on), equals('status', before.status), equals('tries', before.tries)),
    'result_text_moved',
  )
}
