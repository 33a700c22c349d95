import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveChannelRoute } from '../../functions/messaging/channel.route.ts'
import { sendRoute } from '../../functions/messaging/send.route.ts'
import { codeToScan, scan, signIn, submit } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

/** DynamoDB, KMS and SQS calls of one request or job, at most: the budgets of the design, and one call more that wakes who tells the platform. */
const budgets = {
  'account-sign-in': [3, 1, 0],
  'verification-submit': [2, 2, 0],
  'payment-wechat-pay-notification': [2, 0, 2],
  'verification-check': [3, 1, 2],
  'payment-refund': [2, 0, 1],
  'messaging-send': [3, 0, 1],
  'messaging-deliver': [2, 0, 0],
} as const

describe('AWS calls per operation, counted on the wire', () => {
  let instance: Instance
  beforeAll(async () => {
    // Every call of a function is counted, so nobody else's may be among them.
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('every operation of the main job stays within its budget', async () => {
    const { platform, engine } = instance
    const start = engine.calls.mark()
    const spent = (fn: keyof typeof budgets, mark = start) => {
      const { dynamodb = 0, kms = 0, sqs = 0 } = engine.calls.counts(mark)[fn] ?? {}
      return [dynamodb, kms, sqs]
    }
    const within = (fn: keyof typeof budgets, mark = start) => {
      const found = spent(fn, mark)
      expect(
        found.some((count) => count > 0),
        `${fn} ran`,
      ).toBe(true)
      for (const [at, count] of found.entries())
        expect(count, `${fn} ${found}`).toBeLessThanOrEqual(budgets[fn][at] ?? 0)
    }

    const person = await instance.person('no_record')
    const user = await signIn(platform, person.phone)
    within('account-sign-in')
    // The first of an instance asks KMS for the key of all number segments as well, and keeps the notice people agree to.
    const first = await instance.person('match')
    await submit(platform, await signIn(platform, first.phone), first, 'fee')
    const before = engine.calls.mark()
    const { order } = await submit(platform, user, person, 'fee')
    within('verification-submit', before)
    const { codeUrl } = await codeToScan(platform, user, order.id)
    await scan(platform, codeUrl)
    await engine.drain()
    within('payment-wechat-pay-notification')
    within('verification-check')
    // One step asks the channel; a notification may end the refund before a second step is due.
    within('payment-refund')
  })

  it('a duplicate notification costs one read', async () => {
    const { platform, engine } = instance
    // The refund of the test before arrives a second later, and its notification would be counted here.
    await platform.pass('1m')
    const person = await instance.person('match')
    const user = await signIn(platform, person.phone)
    const { order } = await submit(platform, user, person, 'fee')
    const { codeUrl } = await codeToScan(platform, user, order.id)
    await scan(platform, codeUrl, { duplicates: 1, delayMs: 0 })
    const mark = engine.calls.mark()
    await engine.drain()
    const calls = engine.calls.since(mark).filter(({ fn }) => fn === 'payment-wechat-pay-notification')
    const made = calls.map(({ operation }) => operation)
    expect(made.filter((operation) => operation === 'GetItem').length, `${made}`).toBeLessThanOrEqual(2)
    expect(made.filter((operation) => operation === 'TransactWriteItems').length, `${made}`).toBeLessThanOrEqual(2)

    const sending = engine.calls.mark()
    const channel = {
      params: { code: 'hook' },
      body: { kind: 'webhook', url: 'https://hook.example.com/hook' },
      token: user.token,
    }
    await platform.must(saveChannelRoute, channel)
    const body = { content: 'hello', channel: 'webhook', option: 'hook' }
    await platform.must(sendRoute, { body, token: user.token })
    await engine.drain()
    const counts = engine.calls.counts(sending)
    expect(counts['messaging-send']).toMatchObject({ dynamodb: 3, kms: 0, sqs: 1 })
    expect(counts['messaging-deliver']?.dynamodb).toBeLessThanOrEqual(2)
  })
})
