import type { SQSEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { type Job, type JobLine, type ReadMessage, worker } from '../../../shared/queue/worker.ts'
import { Contended } from '../../../shared/table/table.ts'
import { contextOf } from '../lambda-context.ts'

const SECRET = '张三 110101189001011234'

const eventOf = (bodies: readonly (object | string)[]): SQSEvent => ({
  Records: bodies.map((body, at) => ({
    messageId: `message-${at}`,
    receiptHandle: `receipt-${at}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: '1',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:local:1:orders',
    awsRegion: 'local',
  })),
})
const order = (id: string) => ({ kind: 'order', id })

const observed = (work: (job: Job) => Promise<string>, read?: ReadMessage) => {
  const lines: JobLine[] = []
  const faults: { error: unknown; at: object }[] = []
  let now = 0
  const observer = {
    now: () => {
      now += 3.4
      return now
    },
    job: (line: JobLine) => lines.push(line),
    fault: (error: unknown, at: object) => faults.push({ error, at }),
  }
  const done: string[] = []
  const perform = async (job: Job): Promise<string> => {
    const outcome = await work(job)
    done.push(job.id)
    return outcome
  }
  const handler = worker(observer, 'order', perform, read)
  /** Ids of the messages that stay on the queue. */
  const left = async (bodies: readonly (object | string)[], remainingMs?: number) =>
    (await handler(eventOf(bodies), contextOf(remainingMs))).batchItemFailures.map((one) => one.itemIdentifier)
  return { left, lines, faults, done }
}

describe('a job that is done', () => {
  it('is acknowledged, with one line of closed shape', async () => {
    const { left, lines, faults } = observed(async () => 'paid')
    expect(await left([order('a')])).toEqual([])
    expect(lines).toEqual([{ kind: 'order', id: 'a', ms: 3, outcome: 'paid' }])
    expect(faults).toEqual([])
  })
  it('knows how long it may still run', async () => {
    const seen: number[] = []
    const { left } = observed(async (job) => {
      seen.push(job.remainingMs())
      return 'x'
    })
    await left([order('a')], 1234)
    expect(seen).toEqual([1234])
  })
})

describe('a job that fails', () => {
  const failing = (...bad: string[]) =>
    observed(async ({ id }) => (bad.includes(id) ? Promise.reject(new Error(SECRET)) : 'done'))

  it('stays on the queue alone; its neighbours are done once and acknowledged', async () => {
    const { left, done, faults } = failing('b')
    expect(await left(['a', 'b', 'c'].map(order))).toEqual(['message-1'])
    expect(done.toSorted()).toEqual(['a', 'c'])
    expect(faults.map(({ at }) => at)).toEqual([{ kind: 'order', id: 'b' }])
  })
  it('stays with all others where all fail, without throwing', async () => {
    const { left, done } = failing('a', 'b')
    expect(await left(['a', 'b'].map(order))).toEqual(['message-0', 'message-1'])
    expect(done).toEqual([])
  })
  it('stays also where others held it up, and is told', async () => {
    const { left, faults } = observed(async () => Promise.reject(new Contended('others')))
    expect(await left([order('a'), order('b')])).toEqual(['message-0', 'message-1'])
    expect(faults.map(({ error }) => error)).toEqual([expect.any(Contended), expect.any(Contended)])
  })
  it('leaves nothing behind for the next batch of the same function', async () => {
    const { left } = failing('a')
    expect(await left([order('a')])).toEqual(['message-0'])
    expect(await left([order('c'), order('d')])).toEqual([])
    expect(await left([order('c'), order('a')])).toEqual(['message-1'])
  })
  it('says nothing of why in its line', async () => {
    const { left, lines } = failing('a')
    await left([order('a')])
    expect(lines).toEqual([])
  })
})

describe('a message that is no job of this worker', () => {
  it.each<[string, object | string]>([
    ['no JSON', '{'],
    ['empty', ''],
    ['no object', '"order"'],
    ['null', 'null'],
    ['no id', { kind: 'order' }],
    ['an id that is no text', { kind: 'order', id: 7 }],
    ['an id without end', { kind: 'order', id: 'a'.repeat(201) }],
    ['another kind', { kind: 'refund', id: 'a' }],
    ['no kind', { id: 'a' }],
    ['a kind every object has', { kind: 'constructor', id: 'a' }],
  ])('%s: is refused alone and never run', async (_, body) => {
    const { left, done, faults } = observed(async () => 'done')
    expect(await left([order('a'), body, order('b')])).toEqual(['message-1'])
    expect(done.toSorted()).toEqual(['a', 'b'])
    expect(faults.map(({ at }) => at)).toEqual([{ kind: 'order', id: undefined }])
  })
})

describe('a message of another form', () => {
  /** `{ told: ['a', 'b'] }` tells of two jobs. */
  const read: ReadMessage = (found) => {
    const { told } = Object(found)
    return Array.isArray(told) ? told.map(order) : undefined
  }

  it('is done as the pointers it is read as, beside messages of our own', async () => {
    const { left, done, lines } = observed(async () => 'paid', read)
    expect(await left([{ told: ['a'] }, order('b'), { told: ['c'] }])).toEqual([])
    expect(done.toSorted()).toEqual(['a', 'b', 'c'])
    expect(lines.map(({ id, outcome }) => [id, outcome])).toEqual(
      expect.arrayContaining([
        ['a', 'paid'],
        ['b', 'paid'],
        ['c', 'paid'],
      ]),
    )
  })
  it('that tells of nothing to do is acknowledged, and nothing is done', async () => {
    const { left, done, lines, faults } = observed(async () => 'paid', read)
    expect(await left([{ told: [] }])).toEqual([])
    expect([done, lines, faults]).toEqual([[], [], []])
  })
  it('has its jobs done one after the other', async () => {
    let running = 0
    const most: number[] = []
    const { left } = observed(async () => {
      running += 1
      most.push(running)
      await new Promise((resolve) => setTimeout(resolve, 1))
      running -= 1
      return 'paid'
    }, read)
    await left([{ told: ['a', 'b', 'c'] }])
    expect(most).toEqual([1, 1, 1])
  })
  it('stays if one of its jobs failed, after all were tried; each failure is told', async () => {
    const failing = async ({ id }: Job) => (id === 'b' ? 'paid' : Promise.reject(new Error(SECRET)))
    const { left, done, faults } = observed(failing, read)
    expect(await left([{ told: ['a', 'b', 'c'] }, order('b')])).toEqual(['message-0'])
    expect(done).toEqual(['b', 'b'])
    expect(faults.map(({ at }) => at)).toEqual([
      { kind: 'order', id: 'a' },
      { kind: 'order', id: 'c' },
    ])
  })
  it('is refused where it is of no form, and where it tells of work of another kind', async () => {
    const { left, done, faults } = observed(
      async () => 'paid',
      (found) => (Object(found).other ? [{ kind: 'refund', id: 'a' }] : undefined),
    )
    expect(await left([{ other: true }, { neither: true }])).toEqual(['message-0', 'message-1'])
    expect([done, faults.length]).toEqual([[], 2])
  })
})
