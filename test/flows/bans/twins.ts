import { randomUUID } from 'node:crypto'
import { sessionsRoute } from '../../../functions/account/sessions.route.ts'
import { signInRoute } from '../../../functions/account/sign-in.route.ts'
import { tokenCreateRoute } from '../../../functions/account/tokens.route.ts'
import { createDomainRoute } from '../../../functions/certification/domains.route.ts'
import { maliciousRoute } from '../../../functions/complaints/operator.route.ts'
import { saveChannelRoute } from '../../../functions/messaging/channel.route.ts'
import { sendRoute } from '../../../functions/messaging/send.route.ts'
import { complainRoute } from '../../../functions/sandbox/control-channels.route.ts'
import { codeToScan, type Person, scan, signIn, submit } from '../../../local/demo/user.ts'
import type { Instance } from '../instance.ts'

/** Two accounts with which everything is the same, but that one of them is banned. */
export type Twin = {
  accountId: string
  session: string
  person: Person
  /** Verified and paid for before the ban; the order is another, opened before it, and nobody has asked for a code yet. */
  own: Things
  messageToken: string
  spareTokenId: string
  spareSessionId: string
  messageId: string
  /** An account that the platform named, which is as banned, and what it has. */
  externalId: string
  named: Things
}

/** What can be asked for by its id. */
export type Things = { verificationId: string; orderId: string }

const TIMES = 2

/** Complains about a payment as often as bans its account. */
export const bans = async ({ platform, operatorKey: token }: Instance, outTradeNo: string): Promise<void> => {
  for (let times = 0; times < TIMES; times += 1) {
    const { complaintId: id } = await platform.must(complainRoute, { body: { outTradeNo, text: '要求退款' } })
    await platform.pass('1m')
    const params = { channel: 'wechat_pay', id }
    const marked = await platform.must(maliciousRoute, { token, params, body: { reason: '按证据处理' } })
    if (marked.banned !== (times === TIMES - 1)) throw new Error('another number of complaints bans an account')
  }
}

type Named = { externalId: string; outTradeNo: string } & Things

const month = async ({ platform }: Instance, token: string): Promise<string> =>
  (await platform.shiming.withSession(token).memberships.buy()).order.id

/** Somebody whom the platform has named and who bought a month, which can be complained about; not paid yet are another and a check. */
const named = async (instance: Instance): Promise<Named> => {
  const { platform, platformKey } = instance
  const externalId = randomUUID()
  const { token = '', account } = await platform.must(signInRoute, { body: { externalId }, token: platformKey })
  const person = await instance.person('match')
  const user = { token, accountId: account.id, phone: person.phone }
  const { codeUrl, outTradeNo } = await codeToScan(platform, user, await month(instance, token))
  await scan(platform, codeUrl)
  await platform.pass('1s')
  const { id: verificationId } = await submit(platform, user, person, 'fee')
  return { externalId, outTradeNo, verificationId, orderId: await month(instance, token) }
}

/** An account with one of everything; `isBanned` from then on. */
export const twin = async (instance: Instance, isBanned: boolean): Promise<Twin> => {
  const { platform } = instance
  const person = await instance.person('match')
  const user = await signIn(platform, person.phone)
  const { id: verificationId, order } = await submit(platform, user, person, 'fee')
  const { codeUrl, outTradeNo } = await codeToScan(platform, user, order.id)
  await scan(platform, codeUrl)
  const other = await named(instance)
  await platform.pass('2m')
  const { token } = user
  const hook = { params: { code: 'hook' }, body: { kind: 'webhook', url: 'https://hook.example.com/hook' }, token }
  await platform.must(saveChannelRoute, hook)
  await platform.must(createDomainRoute, { body: { domain: 'example.com' }, token })
  const message = await platform.must(sendRoute, { body: { content: 'hello before' }, token })
  const tokens = []
  for (const name of ['cron', 'spare']) tokens.push(await platform.must(tokenCreateRoute, { body: { name }, token }))
  await signIn(platform, person.phone)
  const { sessions } = await platform.must(sessionsRoute, { token })
  const orderId = await month(instance, token)
  if (isBanned) for (const number of [outTradeNo, other.outTradeNo]) await bans(instance, number)
  return {
    accountId: user.accountId,
    session: token,
    person,
    own: { verificationId, orderId },
    messageToken: tokens[0]?.token ?? '',
    spareTokenId: tokens[1]?.id ?? '',
    spareSessionId: sessions.find(({ current }) => !current)?.id ?? '',
    messageId: message.id,
    externalId: other.externalId,
    named: { verificationId: other.verificationId, orderId: other.orderId },
  }
}
