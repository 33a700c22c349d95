import { describe, expect, it } from 'vitest'
import type { Invocation } from '../../../local/functions/thread.ts'
import { failedIds } from '../../../local/queues/delivery.ts'
import type { Message } from '../../../local/queues/queue-server.ts'
import type { EventSourceSpec } from '../../../local/template/queues.ts'

const source = (partial: boolean): EventSourceSpec => ({
  queue: 'jobs',
  queueArn: 'arn:aws:sqs:us-east-1:000000000000:jobs',
  region: 'us-east-1',
  fn: 'worker',
  batchSize: 5,
  maxConcurrency: 2,
  partial,
})
const batch = ['a', 'b'].map(
  (id): Message => ({
    MessageId: id,
    ReceiptHandle: id,
    Body: id,
    MD5OfBody: id,
    Attributes: {},
    MessageAttributes: {},
  }),
)
const answered = (value: unknown): Invocation => ({ ok: true, payload: JSON.stringify(value), cpuMs: 0 })
const failed: Invocation = { ok: false, error: { errorType: 'Error', errorMessage: 'as asked' } }

const stay = (partial: boolean, invocation: Invocation): string[] => [...failedIds(source(partial), invocation, batch)]

describe('which messages stay on the queue', () => {
  it('those the function names, if it may name them', () => {
    const answer = answered({ batchItemFailures: [{ itemIdentifier: 'b' }] })
    expect(stay(true, answer)).toEqual(['b'])
    expect(stay(false, answer)).toEqual([])
  })

  it('none after an answer that names none', () => {
    for (const value of [null, {}, { batchItemFailures: null }, { batchItemFailures: [] }]) {
      expect(stay(true, answered(value))).toEqual([])
    }
  })

  it('all of them when the function fails or names what it was not given', () => {
    expect(stay(true, failed)).toEqual(['a', 'b'])
    expect(stay(false, failed)).toEqual(['a', 'b'])
    expect(stay(true, answered({ batchItemFailures: [{ itemIdentifier: 'z' }] }))).toEqual(['a', 'b'])
    expect(stay(true, answered({ batchItemFailures: ['a'] }))).toEqual(['a', 'b'])
  })
})
