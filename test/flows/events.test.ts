import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyWebhook, type WebhookEvent } from '../../clients/typescript/src/webhook.ts'
import { signInRoute } from '../../functions/account/sign-in.route.ts'
import { banRoute, unbanUserRoute } from '../../functions/account/user-ban.route.ts'
import { saveChannelRoute } from '../../functions/messaging/channel.route.ts'
import { sendRoute } from '../../functions/messaging/send.route.ts'
import { listEventsRoute } from '../../functions/webhooks/delivery.route.ts'
import { createEndpointRoute } from '../../functions/webhooks/endpoint.route.ts'
import { codeToScan, type Person, scan, submit } from '../../local/demo/user.ts'
import { SECOND } from '../../shared/kernel/time.ts'
import { librariesThatDiffer } from '../signed-as-libraries.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

describe('M2 the platform hears of what happens to its users', () => {
  let instance: Instance
  let token: string
  let secret = ''
  beforeAll(async () => {
    instance = await sharedInstance()
    token = instance.platformKey
    const body = { url: `http://${instance.receiver.address}/events`, events: ['*'] }
    secret = (await instance.platform.must(createEndpointRoute, { token, body })).secret
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** A user of the platform, by the platform's name. */
  const enter = async (externalId: string) => {
    const { token: session, account } = await instance.platform.must(signInRoute, { token, body: { externalId } })
    return { token: session ?? '', accountId: account.id, externalId }
  }

  const verify = async (
    user: Awaited<ReturnType<typeof enter>>,
    person: Person,
    offer: 'fee' | 'membership' = 'fee',
  ) => {
    const { platform } = instance
    const { id, order } = await submit(platform, user, person, offer)
    const { codeUrl } = await codeToScan(platform, user, order.id)
    await scan(platform, codeUrl)
    await platform.pass('0s')
    return { verificationId: id, orderId: order.id }
  }

  /** What arrived about a subject, each verified by the typed client. */
  const heard = async (kind: string, id: string): Promise<WebhookEvent[]> => {
    const came = instance.receiver.received.filter(({ path }) => path === '/events')
    expect(came.flatMap(({ headers, body }) => librariesThatDiffer(secret, headers, body))).toEqual([])
    const all = await Promise.all(
      came.map(({ headers, body }) =>
        verifyWebhook(secret, headers, body, { now: new Date(Number(headers['webhook-timestamp']) * SECOND) }),
      ),
    )
    return all.filter((event) => 'subject' in event && event.subject.kind === kind && event.subject.id === id)
  }

  it('of a match, of a ban and its end, each once and in order, with the platform’s own name of the user', async () => {
    const { platform } = instance
    const user = await enter('events-match')
    const { verificationId, orderId } = await verify(user, await instance.person('match'))
    const reason = '刷单'
    await platform.must(banRoute, { token, body: { externalId: user.externalId, reason } })
    await platform.must(unbanUserRoute, { token, body: { externalId: user.externalId, reason } })
    await platform.pass('0s')
    const account = { id: user.accountId, externalId: 'events-match' }
    expect(await heard('account', user.accountId)).toMatchObject([
      {
        ...{ type: 'verification.verified', sequence: 1, account },
        data: { verificationId, orderId, method: 'carrier_three_element' },
      },
      { type: 'level.changed', sequence: 2, account, data: { from: 0, to: 1, because: 'proven' } },
      { type: 'account.banned', sequence: 3, account, data: { by: 'platform' } },
      { type: 'account.unbanned', sequence: 4, account, data: { lifted: ['platform'], stillBanned: false } },
    ])
    expect(await heard('order', orderId)).toMatchObject([
      { type: 'order.paid', sequence: 1, account, data: { orderId, kind: 'verification', amountFen: 100 } },
    ])
  })

  it('of money that goes back', async () => {
    const { platform } = instance
    const user = await enter('events-mismatch')
    const { verificationId, orderId } = await verify(user, await instance.person('mismatch'), 'membership')
    await platform.pass('2m')
    expect(await heard('account', user.accountId)).toMatchObject([
      { type: 'verification.mismatch', data: { verificationId, orderId } },
    ])
    const money = await heard('order', orderId)
    expect(money.map(({ type }) => type)).toEqual(['order.paid', 'refund.submitted', 'refund.succeeded'])
    expect(money[2]).toMatchObject({ data: { orderId, refundFen: 900, cause: 'verdict' } })
    const query = { subject: `order.${orderId}`, after: '1' }
    const { events } = await platform.must(listEventsRoute, { token, query })
    expect(events.map(({ id }) => id)).toEqual(money.slice(1).map(({ id }) => id))
  })

  it('of an order that ends unpaid, and of a message that reaches nobody', async () => {
    const { platform } = instance
    const user = await enter('events-order')
    const { order } = await submit(platform, user, await instance.person('match'), 'fee')
    await platform.shiming.withSession(user.token).orders.cancel(order.id)
    const sender = await enter('events-sender')
    await verify(sender, await instance.person('match'))
    const url = `http://${instance.receiver.address}/gone`
    await platform.must(saveChannelRoute, {
      params: { code: 'hook' },
      body: { kind: 'webhook', url },
      token: sender.token,
    })
    instance.receiver.answers.length = 0
    const sent = platform.must(sendRoute, {
      body: { content: '备份已完成', channel: 'webhook', option: 'hook' },
      token: sender.token,
    })
    instance.receiver.answers.push(410)
    const { id } = await sent
    await platform.pass('0s')
    expect(await heard('order', order.id)).toMatchObject([
      { type: 'order.closed', data: { because: 'cancelled_by_user' } },
    ])
    expect(await heard('message', id)).toMatchObject([
      { type: 'message.failed', sequence: 1, data: { messageId: id, reason: 'gone' } },
    ])
  })
})
