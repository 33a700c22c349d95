import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Result } from './news.ts'

export const resultTextStatuses = ['waiting', 'giving', 'sent', 'in_doubt', 'given_up'] as const
export type ResultTextStatus = (typeof resultTextStatuses)[number]

export const resultTextTransitions = [
  {
    from: ['waiting'],
    to: 'giving',
    on: 'handed',
    when: 'a vendor is about to be given it, which is on record first, so that nobody gives it a second time',
  },
  { from: ['giving'], to: 'sent', on: 'taken', when: 'the vendor took it' },
  {
    from: ['giving'],
    to: 'in_doubt',
    on: 'doubted',
    when: 'the vendor may have taken it, or whoever gave it died over it: nobody gives it again',
  },
  {
    from: ['giving'],
    to: 'waiting',
    on: 'not_taken',
    when: 'the vendor certainly did not take it: it is tried again later, each time after a longer wait',
  },
  {
    from: ['waiting', 'giving'],
    to: 'given_up',
    on: 'given_up',
    when: 'it was tried as often as it may be, no vendor texts the number, the number is not kept any more, or the account had as many on that day as it may',
  },
] as const satisfies StateTable<ResultTextStatus, string>
export type ResultTextEvent = (typeof resultTextTransitions)[number]['on']

/** Why a text was given up. */
export const givenUpBecause = ['vendors', 'number', 'number_gone', 'too_many', 'off'] as const
export type GivenUpBecause = (typeof givenUpBecause)[number]

/**
 * A result that is to be texted, once. `id`: of its application and the write that brought it about. `ref`: how the vendor that has it knows it, and the record
 * of who was handed the number. Times are epoch ms.
 */
export type ResultText = {
  id: string
  accountId: string
  application: string
  result: Result
  until?: Millis
  status: ResultTextStatus
  createdAt: Millis
  tries: number
  notBefore?: Millis
  vendor?: string
  ref?: string
  leaseUntil?: Millis
  because?: GivenUpBecause
}
