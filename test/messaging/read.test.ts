import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inboxRoute } from '../../functions/messaging/read.route.ts'
import { readInbox, readMessage } from '../../functions/messaging/read.ts'
import { accepted } from '../../functions/messaging/sending/message.ts'
import { messageAccepted } from '../../functions/messaging/sending/message-store.ts'
import { messageSchema, messageView } from '../../functions/messaging/sending/message-view.ts'
import { parse } from '../../shared/http/request.ts'
import { MINUTE, rfc3339 } from '../../shared/kernel/time.ts'
import { codeOf, refusalOf, valueIn } from '../kit.ts'
import { cost, NOON, type Person, person, type World, world } from './fixture.ts'

const fill = async (at: World, { accountId }: Pick<Person, 'accountId'>, contents: string[]): Promise<string[]> => {
  const ids = contents.map(() => at.ids.id())
  for (const [index, id] of ids.entries()) {
    const draft = { title: '', content: contents[index] ?? '', template: 'txt', channel: 'inbox' } as const
    await at.table.commit([messageAccepted(accepted(draft, accountId, id, NOON), at.settings.keeping)])
  }
  return ids
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `message ${index}`)

/** All ids, page by page. */
const walk = async (at: World, accountId: string, limit: number): Promise<string[][]> => {
  const pages: string[][] = []
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = valueIn(await readInbox(at, { accountId, limit, cursor }))
    pages.push(page.messages.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  }
  return pages
}

describe('P13 a message is kept for so long', () => {
  const keptFor = (at: World) => at.settings.keeping.messageMs

  it('can be read to the last millisecond, and not after, whenever the table drops it', async () => {
    const at = world()
    const by = await person(at)
    const [id = ''] = await fill(at, by, ['old'])
    const read = () => readMessage(at, { accountId: by.accountId, id })
    at.time.now = NOON + keptFor(at) - 1
    expect((await read()).ok).toBe(true)
    at.time.now += 1
    expect(codeOf(await read())).toBe('not_found')
    expect(await walk(at, by.accountId, 2)).toEqual([[]])
  })

  it('ends the inbox where the first is gone', async () => {
    const at = world()
    const by = await person(at)
    await fill(at, by, numbered(3))
    at.time.now = NOON + keptFor(at)
    const young = { title: '', content: 'new', template: 'txt', channel: 'inbox' } as const
    const id = at.ids.id()
    await at.table.commit([messageAccepted(accepted(young, by.accountId, id, at.time.now), at.settings.keeping)])
    expect(await walk(at, by.accountId, 2)).toEqual([[id]])
  })
})

describe('P1 P13 read happy: stays open', () => {
  it('an unverified account reads a message, in one call', async () => {
    const at = world()
    const by = await person(at, { verified: false })
    const [id = ''] = await fill(at, by, ['hello'])
    const shown = messageView(valueIn(await readMessage(at, { accountId: by.accountId, id })))
    expect(shown).toEqual({
      id,
      sender: 'account',
      status: 'delivered',
      title: '',
      content: 'hello',
      template: 'txt',
      channel: 'inbox',
      createdAt: rfc3339(NOON),
      deliveredAt: rfc3339(NOON),
      attempts: 0,
      option: null,
      nextAttemptAt: null,
      reason: null,
    })
    expect((await cost(at, () => readInbox(at, { accountId: by.accountId, limit: 20 }))).table).toBe(1)
  })

  it('a message that waits for its channel says when it is tried again and why', () => {
    const draft = { title: 't', content: 'c', template: 'txt', channel: 'webhook', option: 'ops' } as const
    const fresh = accepted(draft, 'a', 'b', NOON)
    const shown = messageView({ ...fresh, attempts: 1, notBefore: NOON + MINUTE, reason: 'not_accepted' })
    expect(shown).toMatchObject({ status: 'accepted', nextAttemptAt: rfc3339(NOON + MINUTE), reason: 'not_accepted' })
    expect(shown.deliveredAt).toBeNull()
    expect(parse(messageSchema, shown).ok).toBe(true)
  })

  it('the inbox is newest first, page by page, whatever the page size, without gap or repeat', async () => {
    const at = world()
    const by = await person(at)
    const ids = await fill(at, by, numbered(7))
    for (const limit of [1, 2, 3, 7, 100]) {
      const pages = await walk(at, by.accountId, limit)
      expect(pages.flat()).toEqual(ids.toReversed())
      expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(limit)
    }
  })

  it('a message that arrives while somebody turns pages moves nothing', async () => {
    const at = world()
    const by = await person(at)
    const ids = await fill(at, by, numbered(4))
    const cursor = valueIn(await readInbox(at, { accountId: by.accountId, limit: 2 })).nextCursor ?? ''
    await fill(at, by, ['new'])
    const rest = valueIn(await readInbox(at, { accountId: by.accountId, limit: 10, cursor }))
    expect(rest.messages.map(({ id }) => id)).toEqual(ids.slice(0, 2).toReversed())
  })

  it('an empty inbox has no messages and no next page', async () => {
    const at = world()
    expect(valueIn(await readInbox(at, { accountId: (await person(at)).accountId, limit: 20 }))).toEqual({
      messages: [],
      nextCursor: null,
    })
  })

  it('a page of long messages is cut where an answer would grow too large, and the cursor goes on there', async () => {
    const at = world()
    const by = await person(at)
    const ids = await fill(at, by, [...Array.from({ length: 5 }, () => '\u0001'.repeat(4_000)), 'x'.repeat(100_000)])
    const pages = await walk(at, by.accountId, 100)
    expect(pages.flat()).toEqual(ids.toReversed())
    expect(pages.map((page) => page.length)).toEqual([1, 2, 2, 1])
  })

  it('20 messages a page unless asked otherwise', () => {
    expect(valueIn(parse(inboxRoute.query, {}))).toEqual({ limit: 20 })
  })
})

describe('P13 read refused', () => {
  it.each(['0', '101', '-1', '1.5', 'x', '', '1e2', '١'])('limit %j', (limit) => {
    expect(refusalOf(parse(inboxRoute.query, { limit })).fields).toMatchObject([
      { pointer: '/limit', code: 'invalid_field' },
    ])
  })

  it.each(['', 'x', '!', 'MESSAGE#1', 'AAAA'.repeat(100), '0'.repeat(32), 'AAAAAAAAAAAAAAAAAAAAAB'])(
    'cursor %j is none of ours',
    async (cursor) => {
      const at = world()
      const refusal = refusalOf(await readInbox(at, { accountId: (await person(at)).accountId, limit: 20, cursor }))
      expect(refusal.fields).toEqual([{ pointer: '/cursor', code: 'invalid_cursor' }])
    },
  )
})

describe('P13 read hostile', () => {
  it('nobody reads the message of another account, also with its cursor', async () => {
    const at = world()
    const [by, other] = [await person(at), await person(at)]
    const [id = '', second = ''] = await fill(at, other, ['secret', 'secret'])
    expect(codeOf(await readMessage(at, { accountId: by.accountId, id }))).toBe('not_found')
    const cursor = valueIn(await readInbox(at, { accountId: other.accountId, limit: 1 })).nextCursor ?? ''
    const [mine = ''] = await fill(at, by, ['mine'])
    const seen = valueIn(await readInbox(at, { accountId: by.accountId, limit: 10, cursor })).messages
    expect(seen.map(({ id: one }) => one)).not.toContain(second)
    expect(seen.every(({ id: one }) => one === mine)).toBe(true)
  })

  it('no id and no cursor reaches anything but messages', async () => {
    const at = world()
    const { accountId } = await person(at)
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(codeOf(await readMessage(at, { accountId, id: text }))).toBe('not_found')
        const inbox = await readInbox(at, { accountId, limit: 20, cursor: text })
        expect(codeOf(inbox)).toBe('invalid_cursor')
      }),
    )
  })
})
