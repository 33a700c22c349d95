import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saveChannel } from '../../../functions/messaging/edit-channels.ts'
import { messagingKeys } from '../../../functions/messaging/keys.ts'
import { sendRoute } from '../../../functions/messaging/send.route.ts'
import { bearerClaim, tokenClaim } from '../../../functions/messaging/sending/find-sender.ts'
import type { Draft } from '../../../functions/messaging/sending/message.ts'
import { messageOf } from '../../../functions/messaging/sending/message-store.ts'
import { send } from '../../../functions/messaging/sending/send.ts'
import { parse } from '../../../shared/http/request.ts'
import { ok, refused } from '../../../shared/kernel/outcome.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { ringOf } from '../../key-ring.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import {
  cost,
  messagesOf,
  NOON,
  type Person,
  PUBLIC_URL,
  person,
  revoke,
  sending,
  stored,
  type World,
  world,
} from '../fixture.ts'

const draft = (changes: Partial<Draft> = {}): Draft => ({
  title: 'disk',
  content: 'disk is full',
  template: 'txt',
  channel: 'inbox',
  ...changes,
})

const sendAs = (at: World, { session }: Pick<Person, 'session'>, changes: Partial<Draft> = {}) =>
  send(at, bearerClaim(session), ok(draft(changes)))

/** Sends `count` different contents in one go and answers the codes. */
const burst = async (at: World, by: Person, count: number): Promise<string[]> => {
  const codes: string[] = []
  for (let one = 0; one < count; one += 1) codes.push(codeOf(await sendAs(at, by, { content: at.ids.id() })))
  return codes
}

const times = (count: number, code: string): string[] => Array.from({ length: count }, () => code)

const webhook = { channel: 'webhook', option: 'ops' } as const

const withChannel = (at: World, { accountId }: Person) =>
  saveChannel(at, { accountId, code: 'ops', url: 'https://hooks.example.com/in' })

describe('P13 what is left of a message', () => {
  it('is who sent when through what to how many for six months, and none of its words', async () => {
    const at = world()
    const by = await person(at)
    const { id } = valueIn(await sendAs(at, by, { title: 'a title', content: 'some words' }))
    const record = stored(at, messagingKeys.sent(by.accountId, id))
    expect(record).toMatchObject({ accountId: by.accountId, createdAt: NOON, channel: 'inbox', receivers: 1 })
    expect(JSON.stringify(record)).not.toMatch(/a title|some words/)
    expect(record?.ttl).toBe((NOON + at.settings.keeping.recordMs) / SECOND)
    expect(stored(at, messagingKeys.message(by.accountId, id))?.ttl).toBe((NOON + 30 * DAY) / SECOND)
  })
})

describe('P1 who may send only until the enforcement date', () => {
  const SOON = { enforceFrom: '2026-11-21T00:00:00+08:00' }
  const notice = { from: Date.parse(SOON.enforceFrom), inForce: false, daysLeft: 1, notice: 1 }

  it('is warned by each message, also one that is refused for another reason, without a call more', async () => {
    const at = world({ ...SOON, ...sending({ perMinute: 1 }) })
    const by = await person(at, { verified: false })
    expect(await cost(at, () => sendAs(at, by))).toEqual({ table: 3, queue: 0 })
    expect(codeOf(await sendAs(at, by, { content: 'more' }))).toBe('send_burst')
    expect(at.warnings).toEqual([notice, notice])
  })

  it('is not where it is verified', async () => {
    const at = world(SOON)
    expect(codeOf(await sendAs(at, await person(at)))).toBe('ok')
    expect(at.warnings).toEqual([])
  })
})

describe('P13 send happy', () => {
  it('a session and a message token both send, and the message is in the inbox, delivered', async () => {
    const at = world()
    const by = await person(at)
    const first = valueIn(await send(at, bearerClaim(by.session), ok(draft())))
    const second = valueIn(await send(at, bearerClaim(by.token), ok(draft())))
    const item = stored(at, messagingKeys.message(by.accountId, first.id))
    expect(item && messageOf(item)).toMatchObject({
      ...draft(),
      status: 'delivered',
      createdAt: NOON,
      endedAt: NOON,
    })
    expect(item?.dueAt).toBeUndefined()
    expect(messagesOf(at, by).map(({ id }) => id)).toEqual([first.id, second.id])
    expect(first.id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('costs three table calls into the inbox, and one queue call more to the outside', async () => {
    const at = world()
    const by = await person(at)
    await withChannel(at, by)
    expect(await cost(at, () => sendAs(at, by))).toEqual({ table: 3, queue: 0 })
    expect(await cost(at, () => sendAs(at, by, webhook))).toEqual({ table: 3, queue: 1 })
  })

  it('what must leave the house is owed in a minute and woken at once', async () => {
    const at = world()
    const by = await person(at)
    await withChannel(at, by)
    const { id } = valueIn(await sendAs(at, by, webhook))
    expect(stored(at, messagingKeys.message(by.accountId, id))).toMatchObject({
      status: 'accepted',
      option: 'ops',
      attempts: 0,
      dueAt: NOON + MINUTE,
    })
    expect(at.queue.sent).toEqual([{ kind: 'message', id: `${by.accountId}.${id}` }])
  })

  it('a draft without title, template and channel is html to the inbox', () => {
    const body = valueIn(parse(sendRoute.body, { content: 'x' }))
    expect(body).toEqual({ title: '', content: 'x', template: 'html', channel: 'inbox' })
  })

  it('P1 before the enforcement date an unverified account sends', async () => {
    const at = world({ enforceFrom: '2026-11-20T12:30:06+08:00' })
    const by = await person(at, { verified: false })
    expect(codeOf(await sendAs(at, by))).toBe('ok')
    at.time.now += SECOND
    expect(codeOf(await sendAs(at, by))).toBe('not_verified')
  })

  it('P15 members send more and longer; a membership that is over counts for nothing', async () => {
    const at = world(sending({ perMinute: 2, perMinuteMember: 4, contentLength: 10, contentLengthMember: 11 }))
    const member = await person(at, { memberUntil: NOON + 1 })
    const former = await person(at, { memberUntil: NOON })
    expect(codeOf(await sendAs(at, member, { content: '12345678901' }))).toBe('ok')
    expect(refusalOf(await sendAs(at, former, { content: '12345678901' }))).toMatchObject({
      fields: [{ pointer: '/content', code: 'message_too_long' }],
    })
    const another = world(sending({ perMinute: 2, perMinuteMember: 4 }))
    expect(await burst(another, await person(another, { memberUntil: NOON + 1 }), 5)).toEqual([
      ...times(4, 'ok'),
      'send_burst',
    ])
    expect(await burst(another, await person(another, { memberUntil: NOON }), 3)).toEqual([
      ...times(2, 'ok'),
      'send_burst',
    ])
  })
})

describe('P1 P13 send refused: the gate, then the limits, then the draft', () => {
  it('an unverified account is told where to verify, at the cost of one read', async () => {
    const at = world()
    const by = await person(at, { verified: false })
    expect(refusalOf(await sendAs(at, by))).toEqual({
      code: 'not_verified',
      extra: {
        verifyUrl: `${PUBLIC_URL}/verify`,
        neededLevel: 1,
        heldLevel: 0,
        shortfall: 'never_verified',
        missing: 'review bank carrier',
      },
    })
    expect(await cost(at, () => sendAs(at, by))).toEqual({ table: 1, queue: 0 })
    expect(messagesOf(at, by)).toEqual([])
  })

  it('a banned account is refused although it is verified', async () => {
    const at = world()
    expect(codeOf(await sendAs(at, await person(at, { bannedAt: NOON })))).toBe('banned')
  })

  it('the fifth request of a minute passes, the sixth waits for the next minute', async () => {
    const at = world()
    const by = await person(at)
    expect(await burst(at, by, 6)).toEqual([...times(5, 'ok'), 'send_burst'])
    expect(refusalOf(await sendAs(at, by)).retryAt).toBe(NOON + 55 * SECOND)
    at.time.now += 54 * SECOND
    expect(await burst(at, by, 1)).toEqual(['send_burst'])
    at.time.now += SECOND
    expect(await burst(at, by, 6)).toEqual([...times(5, 'ok'), 'send_burst'])
  })

  it('the same title and content pass three times an hour; another title is another message', async () => {
    const at = world(sending({ perMinute: 100 }))
    const by = await person(at)
    for (const code of [...times(3, 'ok'), ...times(2, 'duplicate_message')])
      expect(codeOf(await sendAs(at, by))).toBe(code)
    expect(refusalOf(await sendAs(at, by)).retryAt).toBe(Date.parse('2026-11-20T13:00:00+08:00'))
    expect(codeOf(await sendAs(at, by, { title: 'other' }))).toBe('ok')
    at.time.now += 30 * MINUTE
    expect(codeOf(await sendAs(at, by))).toBe('ok')
  })

  it('a request that came too fast does not make its content a duplicate', async () => {
    const at = world(sending({ perMinute: 1, sameContentPerHour: 1 }))
    const by = await person(at)
    await sendAs(at, by, { content: 'first' })
    for (const code of times(3, 'send_burst')) expect(codeOf(await sendAs(at, by))).toBe(code)
    at.time.now += MINUTE
    expect(codeOf(await sendAs(at, by))).toBe('ok')
  })

  it('the day ends at midnight in Beijing', async () => {
    const at = world(sending({ perDay: 2 }))
    const by = await person(at)
    expect(await burst(at, by, 3)).toEqual([...times(2, 'ok'), 'send_quota_reached'])
    const midnight = Date.parse('2026-11-21T00:00:00+08:00')
    expect(refusalOf(await sendAs(at, by)).retryAt).toBe(midnight)
    at.time.now = midnight - 1
    expect(await burst(at, by, 1)).toEqual(['send_quota_reached'])
    at.time.now = midnight
    expect(await burst(at, by, 1)).toEqual(['ok'])
  })

  it('requests are counted, refused ones too; a spent day is told before anything about the draft', async () => {
    const at = world(sending({ perDay: 4, perMinute: 2 }))
    const by = await person(at)
    expect(refusalOf(await sendAs(at, by, { content: '  ' })).fields?.[0]).toEqual({
      pointer: '/content',
      code: 'message_empty',
    })
    expect(await burst(at, by, 2)).toEqual(['ok', 'send_burst'])
    at.time.now += MINUTE
    expect(await burst(at, by, 1)).toEqual(['ok'])
    expect(codeOf(await sendAs(at, by, { content: '' }))).toBe('send_quota_reached')
    expect(messagesOf(at, by)).toHaveLength(2)
  })

  it('no refusal costs more than a message', async () => {
    const at = world(sending({ perMinute: 1 }))
    const by = await person(at)
    expect((await cost(at, () => sendAs(at, by, { content: '' }))).table).toBe(2)
    expect((await cost(at, () => sendAs(at, by))).table).toBe(3)
  })

  it('a content that was refused for itself is no duplicate once it is right', async () => {
    const at = world(sending({ sameContentPerHour: 1 }))
    const by = await person(at)
    for (const code of times(2, 'channel_not_configured')) expect(codeOf(await sendAs(at, by, webhook))).toBe(code)
    await withChannel(at, by)
    expect(codeOf(await sendAs(at, by, webhook))).toBe('ok')
  })

  it('lengths are code points: a hundred rare characters fit a title, a hundred and one do not', async () => {
    const at = world()
    const by = await person(at)
    expect(codeOf(await sendAs(at, by, { title: '𠮷'.repeat(100) }))).toBe('ok')
    expect(refusalOf(await sendAs(at, by, { title: '𠮷'.repeat(101) })).fields?.[0]).toEqual({
      pointer: '/title',
      code: 'message_too_long',
      expected: { type: 'string', maxLength: 100 },
    })
    expect(codeOf(await sendAs(at, by, { content: 'x'.repeat(20_000) }))).toBe('ok')
    expect(codeOf(await sendAs(at, by, { content: 'x'.repeat(20_001) }))).toBe('message_too_long')
  })

  it.each([undefined, 'other', '', '../ops', 'OPS'])('webhook with option %j is not configured', async (option) => {
    const at = world()
    const by = await person(at)
    await withChannel(at, by)
    expect(codeOf(await sendAs(at, by, { channel: 'webhook', option }))).toBe('channel_not_configured')
  })

  it('a draft that could not be read is told last', async () => {
    const at = world()
    const unverified = await person(at, { verified: false })
    const by = await person(at)
    const unreadable = refused('template_unknown')
    expect(codeOf(await send(at, tokenClaim(unverified.token), unreadable))).toBe('not_verified')
    expect(codeOf(await send(at, tokenClaim(by.token), unreadable))).toBe('template_unknown')
  })
})

describe('P13 send hostile', () => {
  it.each([
    undefined,
    '',
    '.',
    'x',
    '0'.repeat(32),
    'z'.repeat(32),
    `${'0'.repeat(32)}.secret`,
    '__proto__',
    'a'.repeat(500),
  ])('the bearer %j is nobody', async (bearer) => {
    const at = world()
    expect(codeOf(await send(at, bearerClaim(bearer), ok(draft())))).toBe('unauthenticated')
  })

  it('a token from before the key was changed sends, noted and at no more cost, until its version is gone', async () => {
    const at = world()
    const by = await person(at)
    const under = (...versions: [string, ...string[]]) => ({ ...at, keyRing: async () => ringOf(versions) })
    const [rotated, ended] = [under('k2', 'k1'), under('k2')]
    expect(await cost(at, () => send(rotated, tokenClaim(by.token), ok(draft())))).toEqual({ table: 3, queue: 0 })
    expect(messagesOf(at, by)).toHaveLength(1)
    expect(at.notes).toEqual([{ event: 'message_token_under_older_key', fields: { version: 'k1' } }])
    expect(codeOf(await sendAs(rotated, by, { content: 'by session' }))).toBe('ok')
    expect(codeOf(await send(ended, tokenClaim(by.token), ok(draft())))).toBe('unauthenticated')
    expect(codeOf(await sendAs(ended, by, { content: 'by session again' }))).toBe('ok')
    expect(at.notes).toHaveLength(1)
  })

  it('what counts equal contents says nothing of them, nor that two accounts or deployments sent the same', async () => {
    const counters = async (at: World, by: Person): Promise<string[]> => {
      await sendAs(at, by, { title: '', content: '123456' })
      const quota = at.table.items().find(({ pk, sk }) => pk.endsWith(by.accountId) && sk.startsWith('QUOTA#'))
      return Object.keys(quota ?? {}).filter((name) => name.startsWith('content.'))
    }
    const at = world()
    const [one, two] = [await person(at), await person(at)]
    const all = [await counters(at, one), await counters(at, one), await counters(at, two)].map(String)
    const elsewhere = world()
    elsewhere.keyRing = async () => ringOf(['k1'], { other: 'another deployment' })
    all.push(String(await counters(elsewhere, await person(elsewhere))))
    expect(all.map((name) => all.indexOf(name))).toEqual([0, 0, 2, 3])
    for (const name of all) expect(name).toMatch(/^content\.12\.k1\.[\w-]{8}$/)
  })

  it('a deleted token, an expired session and a token with one other digit are nobody', async () => {
    const at = world()
    const by = await person(at)
    const last = by.token.at(-1) === '0' ? '1' : '0'
    expect(codeOf(await send(at, bearerClaim(`${by.token.slice(0, -1)}${last}`), ok(draft())))).toBe('unauthenticated')
    await revoke(at, by)
    expect(codeOf(await send(at, bearerClaim(by.token), ok(draft())))).toBe('unauthenticated')
    at.time.now += 30 * DAY
    expect(codeOf(await sendAs(at, by))).toBe('unauthenticated')
  })

  it('the channel of another account is not configured here', async () => {
    const at = world()
    const [by, other] = [await person(at), await person(at)]
    await withChannel(at, other)
    expect(codeOf(await sendAs(at, by, webhook))).toBe('channel_not_configured')
  })

  it('what fits the limits fits an item, and half characters are replaced', async () => {
    const at = world()
    const member = await person(at, { memberUntil: NOON + DAY })
    const longest = { title: '𠮷'.repeat(200), content: '𠮷'.repeat(100_000) }
    expect(codeOf(await sendAs(at, member, longest))).toBe('ok')
    const { id } = valueIn(await sendAs(at, member, { title: '\udc00', content: 'a\ud800b' }))
    expect(stored(at, messagingKeys.message(member.accountId, id))).toMatchObject({
      title: '\ufffd',
      content: 'a\ufffdb',
    })
  })

  it('limits raised beyond what an item holds still refuse instead of failing', async () => {
    const at = world(sending({ contentLength: 10_000_000 }))
    expect(codeOf(await sendAs(at, await person(at), { content: 'x'.repeat(410_000) }))).toBe('message_too_long')
  })

  it('parallel requests never pass a limit, whatever it is', async () => {
    const limits = fc.record({
      perDay: fc.integer({ min: 0, max: 6 }),
      perMinute: fc.integer({ min: 0, max: 6 }),
      sameContentPerHour: fc.integer({ min: 0, max: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(limits, fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }), async (some, contents) => {
        const at = world(sending(some))
        const by = await person(at)
        await Promise.all(contents.map((content) => sendAs(at, by, { content })))
        const sent = messagesOf(at, by).map(({ content }) => content)
        expect(sent.length).toBeLessThanOrEqual(Math.min(some.perDay, some.perMinute))
        for (const one of ['a', 'b', 'c'])
          expect(sent.filter((content) => content === one).length).toBeLessThanOrEqual(some.sameContentPerHour)
      }),
      { numRuns: 50 },
    )
  })

  it('counters of finished windows go away, so that a day of sending stays one small item', async () => {
    const at = world(sending({ perMinute: 20, perDay: 1000 }))
    const by = await person(at)
    const counters = () => {
      const item = at.table.items().find(({ pk, sk }) => pk === `ACCOUNT#${by.accountId}` && sk.startsWith('QUOTA#'))
      return Object.keys(item ?? {}).filter((name) => name.startsWith('minute.') || name.startsWith('content.'))
    }
    for (let minute = 0; minute < 8; minute += 1) {
      expect(await burst(at, by, 20)).toEqual(times(20, 'ok'))
      at.time.now += MINUTE
    }
    const [quota] = at.table.items().filter(({ sk }) => sk === 'QUOTA#20261120')
    expect(quota).toMatchObject({ requests: 160, ttl: Date.parse('2026-11-22T00:00:00+08:00') / SECOND })
    expect(counters().filter((name) => name.startsWith('minute.'))).toHaveLength(1)
    expect(counters()).toHaveLength(161)
    at.time.now += HOUR
    await burst(at, by, 2)
    expect(counters()).toHaveLength(3)
  })

  it.each([
    [{ content: 'x', topic: 'group' }, '/topic', 'unknown_field'],
    [{ content: 1 }, '/content', 'message_empty'],
    [{}, '/content', 'message_empty'],
    [{ content: 'x', template: 'exe' }, '/template', 'template_unknown'],
    [{ content: 'x', channel: 'sms' }, '/channel', 'channel_unknown'],
    [{ content: 'x', title: null }, '/title', 'invalid_field'],
  ])('the body %j names its wrong field', (body, pointer, code) => {
    const own = ['message_empty', 'template_unknown', 'channel_unknown'].find((one) => one === code)
    expect(refusalOf(parse(sendRoute.body, body, sendRoute.problems))).toMatchObject({
      code: own ?? 'invalid_request',
      fields: [{ pointer, code }],
    })
  })
})
