import { createHash } from 'node:crypto'
import { SQSClient } from '@aws-sdk/client-sqs'
import { afterEach, describe, expect, it } from 'vitest'
import { memoryQueue } from '../../../shared/queue/memory.ts'
import { sqsQueue } from '../../../shared/queue/sqs.ts'
import type { Pointer } from '../../../shared/table/work.ts'
import { awsStub, type Operation } from '../aws-stub.ts'

const urls: Record<'order' | 'refund', string> & Record<string, string> = {
  order: 'http://queues.test/orders',
  refund: 'http://queues.test/refunds',
}
const pointers = (kind: string, count: number): Pointer[] =>
  Array.from({ length: count }, (_, n) => ({ kind, id: `${kind}-${n}` }))

const md5 = (text: unknown): string => createHash('md5').update(String(text)).digest('hex')
type Entry = { Id: string; MessageBody: string }
const entriesOf = (input: Record<string, unknown>): Entry[] => (Array.isArray(input.Entries) ? input.Entries : [])
const taken = ({ Id, MessageBody }: Entry) => ({ Id, MessageId: Id, MD5OfMessageBody: md5(MessageBody) })

/** SQS as documented: up to ten entries in a batch, each taken. */
const working: Record<string, Operation> = {
  SendMessage: (input) => ({ MessageId: '1', MD5OfMessageBody: md5(input.MessageBody) }),
  SendMessageBatch: (input) =>
    entriesOf(input).length > 10
      ? { refused: 'TooManyEntriesInBatchRequest' }
      : { Successful: entriesOf(input).map(taken), Failed: [] },
}

let stop = async (): Promise<void> => {}
afterEach(() => stop())

const queueOn = async (operations: Record<string, Operation>) => {
  const stub = await awsStub(operations)
  stop = stub.stop
  const lost: string[] = []
  const queue = sqsQueue({
    client: new SQSClient(stub.settings),
    urlOf: (kind) => urls[kind],
    lost: (kind) => lost.push(kind),
  })
  /** Pointers by queue address, in the order they arrived. */
  const arrived = () =>
    stub.calls.flatMap(({ input }) =>
      (input.Entries ? entriesOf(input).map((entry) => entry.MessageBody) : [input.MessageBody]).map(
        (body) => [input.QueueUrl, JSON.parse(String(body))] as const,
      ),
    )
  return { queue, lost, arrived, calls: stub.calls }
}

describe('waking workers', () => {
  it('sends one pointer as a plain message to the queue of its kind', async () => {
    const { queue, arrived, calls, lost } = await queueOn(working)
    await queue.wake([{ kind: 'order', id: 'a' }])
    expect(arrived()).toEqual([[urls.order, { kind: 'order', id: 'a' }]])
    expect(calls.map(({ operation }) => operation)).toEqual(['SendMessage'])
    expect(lost).toEqual([])
  })
  it('sends many in batches of ten, each exactly once, by kind', async () => {
    const { queue, arrived, calls, lost } = await queueOn(working)
    const all = [...pointers('order', 21), ...pointers('refund', 2)]
    await queue.wake(all.toSorted((a, b) => (a.id < b.id ? 1 : -1)))
    expect(calls.map(({ input }) => (input.Entries ? entriesOf(input).length : 1)).toSorted()).toEqual([1, 10, 10, 2])
    expect(arrived().map(([, pointer]) => pointer)).toEqual(expect.arrayContaining(all))
    expect(arrived()).toHaveLength(23)
    expect(arrived().every(([url, { kind }]) => url === (kind === 'order' ? urls.order : urls.refund))).toBe(true)
    expect([queue.calls(), lost]).toEqual([4, []])
  })
  it('does nothing for nothing', async () => {
    const { queue, calls } = await queueOn(working)
    await queue.wake([])
    expect([queue.calls(), calls]).toEqual([0, []])
  })
})

describe('a lost wake-up is reported, never thrown', () => {
  it('when SQS refuses or breaks, and the other kinds are still woken', async () => {
    const down: Operation = (input) =>
      input.QueueUrl === urls.order ? { refused: 'AccessDenied' } : (working.SendMessage?.(input) ?? {})
    const { queue, lost, arrived } = await queueOn({ ...working, SendMessage: down })
    await queue.wake([...pointers('order', 1), ...pointers('refund', 1)])
    expect(lost).toEqual(['order'])
    expect(arrived().map(([url]) => url)).toEqual([urls.order, urls.refund])
  })
  it('when one batch fails, and the next is still sent', async () => {
    let batches = 0
    const once: Operation = (input) => {
      batches += 1
      return batches === 1 ? { refused: 'ServiceUnavailable' } : (working.SendMessageBatch?.(input) ?? {})
    }
    const { queue, lost, calls } = await queueOn({ ...working, SendMessageBatch: once })
    await queue.wake(pointers('order', 20))
    expect([lost, calls.length]).toEqual([['order'], 2])
  })
  it('when a batch is taken only in part', async () => {
    const partly: Operation = (input) => {
      const [first, ...rest] = entriesOf(input)
      const Failed = first ? [{ Id: first.Id, SenderFault: false, Code: 'InternalError' }] : []
      return { Successful: rest.map(taken), Failed }
    }
    const { queue, lost } = await queueOn({ ...working, SendMessageBatch: partly })
    await queue.wake(pointers('order', 3))
    expect(lost).toEqual(['order'])
  })
  it('when this function has no queue of that kind', async () => {
    const { queue, lost, arrived } = await queueOn(working)
    await queue.wake([{ kind: 'check', id: 'a' }, ...pointers('order', 1)])
    expect(lost).toEqual(['check'])
    expect(arrived().map(([url]) => url)).toEqual([urls.order])
  })
})

describe('the queue in memory', () => {
  it('remembers every pointer and counts calls as SQS would need them', async () => {
    const queue = memoryQueue()
    await queue.wake([...pointers('order', 21), ...pointers('refund', 2)])
    await queue.wake([])
    expect(queue.sent).toHaveLength(23)
    expect(queue.calls()).toBe(4)
  })
})
