import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { works } from '../../../functions/keys.ts'
import { showDeadCounts, showDeadLetters } from '../../../functions/upkeep/dead-letters/dead-letters-view.ts'
import { listDeadLetters } from '../../../functions/upkeep/dead-letters/list-dead-letters.ts'
import { readDeadLetters } from '../../../functions/upkeep/dead-letters/read-dead-letters.ts'
import { sendAgain } from '../../../functions/upkeep/dead-letters/send-again.ts'
import { replayRoute } from '../../../functions/upkeep/dead-letters.route.ts'
import { rfc3339, SECOND } from '../../../shared/kernel/time.ts'
import { HIDDEN_MS } from '../../../shared/queue/dead-letters.ts'
import { misfit } from '../../http-event.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { audits, OPERATOR } from '../../operator.ts'
import { begun, world } from '../../world.ts'
import { letterOf, scriptedLetters } from './fixture.ts'

const reason = '渠道已恢复'

const box = async (bodies: readonly string[]) => {
  const at = world()
  const letters = scriptedLetters(bodies, NOON)
  const pauses: number[] = []
  const pause = async (ms: number): Promise<void> => void pauses.push(ms)
  const deps = { ...at, queues: [letters.queue], works, pause }
  return { at, deps, pauses, ...letters }
}

const many = (count: number) => Array.from({ length: count }, (_none, nth) => letterOf(`${nth}`.padStart(32, '0')))

describe('M8 dead letters happy', () => {
  it('are counted by queue, with since when the oldest is there, and all of them are back afterwards', async () => {
    const { deps, seen } = await box(many(3))
    const named = { queue: 'orders', kind: 'order', worker: 'payment-order' }
    expect(showDeadCounts(valueIn(await listDeadLetters(deps)))).toEqual({
      queues: [{ ...named, count: 3, oldestAt: rfc3339(NOON) }],
    })
    expect(seen()).toEqual(['letter-0', 'letter-1', 'letter-2'])
    const none = await box([])
    expect(showDeadCounts(valueIn(await listDeadLetters(none.deps)))).toEqual({
      queues: [{ ...named, count: 0, oldestAt: null }],
    })
  })
  it('say which work they name and whether it is still owed, also those that name none', async () => {
    const { at, queue } = await box([])
    const { order } = await begun(at)
    const { queue: full, seen } = scriptedLetters(
      [letterOf(order.id), letterOf('0'.repeat(32)), '{', letterOf('1', 'check')],
      NOON,
    )
    const deps = { ...at, queues: [queue, { ...full, queue: 'full' }], works }
    const { letters, left } = showDeadLetters(valueIn(await readDeadLetters(deps, 'full')))
    expect(
      letters.map(({ pointer, isThere, owedAt, status, receives }) => [
        pointer,
        isThere,
        owedAt !== null,
        status,
        receives,
      ]),
    ).toEqual([
      [order.id, true, true, 'created', 6],
      ['0'.repeat(32), false, false, null, 6],
      [null, false, false, null, 6],
      [null, false, false, null, 6],
    ])
    expect(left).toBe(0)
    expect(seen().some((one) => one.endsWith('hidden'))).toBe(false)
  })
  it('that others wrote say which work they tell of, and go again as they are; those that tell of none stay', async () => {
    const { at, deps } = await box([])
    const { order } = await begun(at)
    const [told, none] = [{ told: [order.id, 'another'] }, { told: [] }].map((one) => JSON.stringify(one))
    const { queue, live, seen } = scriptedLetters([told ?? '', none ?? '', letterOf(order.id)], NOON)
    const read = (found: unknown) =>
      Object(found).told?.map((id: string) => ({ kind: 'order', id })) as { kind: string; id: string }[] | undefined
    const reading = { ...deps, queues: [{ ...queue, read }] }
    const { letters } = showDeadLetters(valueIn(await readDeadLetters(reading, 'orders')))
    expect(letters.map(({ pointer, isThere }) => [pointer, isThere])).toEqual([
      [order.id, true],
      [null, false],
      [order.id, true],
    ])
    const sent = valueIn(await sendAgain(reading, OPERATOR, { queue: 'orders', reason }))
    expect(sent).toMatchObject({ sent: 2, unreadable: 1, left: 1 })
    expect([live, seen()]).toEqual([[told, letterOf(order.id)], ['letter-1']])
  })
  it('are shown a hundred at most, the oldest first, and all are put back', async () => {
    const { deps, seen } = await box(many(125))
    const { letters, left } = valueIn(await readDeadLetters(deps, 'orders'))
    expect([letters.length, letters[0]?.id, left]).toEqual([100, 'letter-0', 25])
    expect(seen().filter((one) => one.endsWith('hidden'))).toEqual([])
  })
  it('are all sent again and gone, by a deed that says who and why', async () => {
    const { at, deps, live, seen } = await box(many(25))
    expect(valueIn(await sendAgain(deps, OPERATOR, { queue: 'orders', reason }))).toEqual({
      queue: 'orders',
      sent: 25,
      unreadable: 0,
      left: 0,
      looked: 0,
    })
    expect([live.length, seen()]).toEqual([25, []])
    expect(audits(at)).toMatchObject([
      { subject: 'queue:orders', action: 'dead_letters_replay', detail: 'all', reason, by: { id: 'wang' } },
    ])
  })
  it('are sent again by their ids, wherever in the queue they are; the others stay', async () => {
    const { deps, live, seen, at } = await box(many(25))
    const letters = ['letter-3', 'letter-17']
    expect(valueIn(await sendAgain(deps, OPERATOR, { queue: 'orders', letters, reason }))).toMatchObject({
      sent: 2,
      left: 23,
    })
    expect(live).toEqual([letterOf('3'.padStart(32, '0')), letterOf('17'.padStart(32, '0'))])
    expect(seen().filter((one) => one.endsWith('hidden'))).toEqual([])
    expect(audits(at)).toMatchObject([
      { detail: `2 ${createHash('sha256').update('letter-17 letter-3').digest('hex')}` },
    ])
  })
})

describe('M8 dead letters that somebody is looking at', () => {
  it('are waited for, so that sending them again misses none', async () => {
    const { deps, queue, live, seen, pauses } = await box(many(15))
    const looked = await queue.letters.take('look')
    const pause = async (): Promise<void> => {
      pauses.push(1)
      if (pauses.length === 2) await queue.letters.putBack(looked)
    }
    const answer = valueIn(await sendAgain({ ...deps, pause }, OPERATOR, { queue: 'orders', reason }))
    expect(answer).toMatchObject({ sent: 15, left: 0, looked: 0 })
    expect([live.length, seen(), pauses.length]).toEqual([15, [], 2])
  })
  it('longer than looking takes are left, which is said, after so long as they can be hidden', async () => {
    const { deps, queue, live, pauses } = await box(many(15))
    await queue.letters.take('look')
    const answer = valueIn(await sendAgain(deps, OPERATOR, { queue: 'orders', reason }))
    expect(answer).toMatchObject({ sent: 5, left: 10, looked: 10 })
    expect([live.length, pauses.length * 2 * SECOND >= HIDDEN_MS.look, pauses.length < 10]).toEqual([5, true, true])
  })
  it('are waited for by nobody where all that is taken is held by who sends', async () => {
    const { deps, pauses } = await box(many(25))
    valueIn(await sendAgain(deps, OPERATOR, { queue: 'orders', letters: ['letter-3', 'nobody'], reason }))
    expect(pauses).toEqual([])
  })
  it('are put back at once by whoever only counts them', async () => {
    const { deps, queue } = await box(many(3))
    const take = () => Promise.reject(new Error('hides'))
    const letters = { ...queue.letters, take }
    expect(valueIn(await listDeadLetters({ ...deps, queues: [{ ...queue, letters }] }))).toMatchObject([{ count: 3 }])
  })
})

describe('M8 dead letters refused', () => {
  it.each([
    ['林知夏 110101188001010011'],
    ['\ud800'],
    ['letter-1'],
    ['0F1E2D3C-4B5A-4968-8778-695A4B3C2D1E'],
    [...Array.from({ length: 101 }, () => '0f1e2d3c-4b5a-4968-8778-695a4b3c2d1e')],
  ])('where letters are named by what SQS never calls one: %s', (...letters) => {
    expect(misfit(replayRoute, { params: { queue: 'orders' }, body: { letters, reason } })).toMatchObject({
      code: 'invalid_request',
    })
  })
  it.each(['refunds', '', '../orders', 'ORDERS'])('where there is no such queue: %s', async (queue) => {
    const { at, deps } = await box(many(1))
    expect(codeOf(await readDeadLetters(deps, queue))).toBe('not_found')
    expect(codeOf(await sendAgain(deps, OPERATOR, { queue, reason }))).toBe('not_found')
    expect(audits(at)).toEqual([])
  })
  it('keep what their queue did not take, and what names no work', async () => {
    const { deps, live, script, seen } = await box([letterOf('1'), letterOf('2'), 'garbage'])
    script.refuse = (body) => body === letterOf('2')
    expect(valueIn(await sendAgain(deps, OPERATOR, { queue: 'orders', reason }))).toMatchObject({
      ...{ sent: 1, unreadable: 1, left: 2 },
    })
    expect(live).toEqual([letterOf('1')])
    expect(seen()).toEqual(['letter-1', 'letter-2'])
  })
  it('are on record before the first is sent, also where the queue then fails', async () => {
    const { at, deps, queue } = await box(many(1))
    const letters = { ...queue.letters, sendAgain: () => Promise.reject(new Error('SQS is down')) }
    await expect(
      sendAgain({ ...deps, queues: [{ ...queue, letters }] }, OPERATOR, { queue: 'orders', reason }),
    ).rejects.toThrow('SQS is down')
    expect(audits(at)).toHaveLength(1)
  })
  it('find nothing to do where somebody else has sent them already', async () => {
    const { deps } = await box([])
    expect(valueIn(await sendAgain(deps, OPERATOR, { queue: 'orders', letters: ['letter-9'], reason }))).toMatchObject({
      ...{ sent: 0, left: 0 },
    })
  })
})
