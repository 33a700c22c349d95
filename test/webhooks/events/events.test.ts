import { describe, expect, it } from 'vitest'
import { eventId } from '../../../functions/webhooks/events/event.ts'
import { eventView } from '../../../functions/webhooks/events/event-view.ts'
import { readEvent, readEvents } from '../../../functions/webhooks/events/read-events.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { ACCOUNT, bodies, drain, endpoint, happen, relayed, SUBJECT, world } from '../fixture.ts'

const subject = `account.${ACCOUNT}`

describe('events happy', () => {
  it('are read as they were delivered, in their order, a page at a time', async () => {
    const at = world()
    await endpoint(at)
    await happen(at, 7)
    await drain(at)
    const seen: unknown[] = []
    let cursor: string | undefined
    do {
      const page = valueIn(await readEvents(at, { subject, after: 0, limit: 3, cursor }))
      seen.push(...page.events.map(eventView))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(bodies(at))
  })

  it('begin behind the number that a receiver has, whether anybody listened or not', async () => {
    const at = world()
    await happen(at, 5)
    await relayed(at)
    const page = valueIn(await readEvents(at, { subject, after: 3, limit: 10 }))
    expect(page.events.map((one) => eventView(one).sequence)).toEqual([4, 5])
    expect(valueIn(await readEvents(at, { subject, after: 5, limit: 10 })).events).toEqual([])
  })

  it('one is found by its id', async () => {
    const at = world()
    await happen(at, 3)
    await relayed(at)
    expect(eventView(valueIn(await readEvent(at, eventId(SUBJECT, 2, NOON))))).toMatchObject({ sequence: 2 })
  })

  it('ids are 32 hex digits, and of no two events the same', () => {
    const ids = [1, 2, 3, 11].flatMap((sequence) =>
      ['account', 'order'].map((kind) => eventId({ kind, id: ACCOUNT }, sequence, NOON)),
    )
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('events refused', () => {
  it('after thirty days', async () => {
    const at = world()
    await happen(at)
    await relayed(at)
    at.time.now += 30 * DAY
    expect(valueIn(await readEvents(at, { subject, after: 0, limit: 10 })).events).toEqual([])
    expect(codeOf(await readEvent(at, eventId(SUBJECT, 1, NOON)))).toBe('not_found')
  })

  it.each(['', 'x', 'account', `account.${ACCOUNT}.1`, ACCOUNT, `account:${ACCOUNT}`, `ACCOUNT.${ACCOUNT}`, '#.#'])(
    'of the subject %j',
    async (wrong) => {
      const at = world()
      expect(await readEvents(at, { subject: wrong, after: 0, limit: 10 })).toMatchObject({
        ok: false,
        refusal: { fields: [{ pointer: '/subject' }] },
      })
      expect(at.memory.calls()).toBe(0)
    },
  )

  it.each(['x', '', 'RVZFTlQj', Buffer.from('EVENT#1').toString('base64url')])('with the cursor %j', async (cursor) => {
    expect(codeOf(await readEvents(world(), { subject, after: 0, limit: 10, cursor }))).toBe('invalid_cursor')
  })

  it('of an id that is none', async () => {
    for (const id of ['', 'x', 'f'.repeat(32)]) expect(codeOf(await readEvent(world(), id))).toBe('not_found')
  })
})
