import { both } from '../../../shared/command/told.ts'
import { newSecret } from '../stage/signing.ts'
import { newId } from '../stage/world.ts'
import type { Case } from './case.ts'
import { verifiedData } from './samples.ts'

const HOUR_MS = 3_600_000

/** The same to whoever reads it as JSON, and other bytes: a signature is over the bytes. */
const writtenOtherwise = (body: object): string => JSON.stringify(body, null, 1).replace('conform', '\\u0063onform')

export const rightSignature: Case = {
  id: 'right-signature',
  title: both('签名正确的投递被接受', 'A right signature is taken'),
  async play({ stage: { world }, take, act, believe }) {
    const user = world.newUser('verified')
    const taken = both('签名正确，应答复 2xx', 'it is signed rightly, so it is answered 2xx')
    await take(taken, world.happens(user, 'verification.verified', verifiedData()))
    await take(
      both(
        'endpoint.test 不属于任何用户（没有 account），也应答复 2xx',
        'endpoint.test is of no user (it has no account), and is answered 2xx as well',
      ),
      world.isTried(),
    )
    const other = world.newUser('verified')
    const event = world.happens(other, 'verification.verified', verifiedData())
    await take(
      both(
        '签名是对收到的原始字节计算的：不要先解析 JSON 再重新拼成文本',
        'a signature is over the bytes as they came: they are not parsed and written anew before',
      ),
      event,
      { body: writtenOtherwise(event) },
    )
    await act(
      both('verification.verified 之后，用户可以完成操作', 'after verification.verified the user may act'),
      user,
      'done',
    )
    await believe(
      both('verification.verified 之后，该用户为已实名', 'after verification.verified the user is verified'),
      user,
      { verified: true },
    )
  },
}

export const wrongSignature: Case = {
  id: 'wrong-signature',
  title: both('签名错误的投递被拒绝（4xx），且不产生任何效果', 'A wrong signature is refused (4xx) and has no effect'),
  async play({ stage: { world }, need, refuse, act, believe }) {
    const user = world.newUser('verified')
    await need(world.happens(user, 'verification.verified', verifiedData()))
    await refuse(
      both('由别人的密钥签名，应答复 4xx', 'it is signed by a secret of somebody else, so it is answered 4xx'),
      world.pretended(user),
      { secrets: [newSecret()] },
    )
    await refuse(
      both('签名之后正文被改动，应答复 4xx', 'its body was changed after it was signed, so it is answered 4xx'),
      world.pretended(user),
      { change: ({ headers, body }) => ({ headers, body: body.replace('platform', 'complaints') }) },
    )
    await refuse(
      both(
        '签名之后 webhook-id 被改动，应答复 4xx',
        'its webhook-id was changed after it was signed, so it is answered 4xx',
      ),
      world.pretended(user),
      { change: ({ headers, body }) => ({ headers: { ...headers, 'webhook-id': newId() }, body }) },
    )
    await refuse(both('没有签名，应答复 4xx', 'it has no signature, so it is answered 4xx'), world.pretended(user), {
      change: ({ headers, body }) => ({
        headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'webhook-signature')),
        body,
      }),
    })
    await act(
      both('没有人被停用：伪造的 account.banned 不起作用', 'nobody is banned: a forged account.banned has no effect'),
      user,
      'done',
    )
    await believe(
      both('没有人被停用：伪造的 account.banned 不起作用', 'nobody is banned: a forged account.banned has no effect'),
      user,
      { banned: false },
    )
  },
}

export const oldTimestamp: Case = {
  id: 'old-timestamp',
  title: both('时间戳过旧的投递被拒绝', 'An old timestamp is refused'),
  async play({ stage: { world }, need, refuse, act, believe }) {
    const user = world.newUser('verified')
    await need(world.happens(user, 'verification.verified', verifiedData()))
    const right = both(
      '签名正确，但 webhook-timestamp 是一小时以前：应答复 4xx（相差五分钟以上即拒绝）',
      'it is signed rightly, an hour ago: it is answered 4xx, as whatever is more than five minutes away',
    )
    await refuse(right, world.pretended(user), { at: Date.now() - HOUR_MS })
    const noEffect = both('被拒绝的投递不产生任何效果', 'what was refused has no effect')
    await act(noEffect, user, 'done')
    await believe(noEffect, user, { banned: false })
  },
}

export const rotation: Case = {
  id: 'rotation',
  title: both('轮换密钥期间投递不中断', 'Deliveries are taken while the secret is changed'),
  async play({ stage: { world, tried }, take, judge, believe }) {
    const [old, next] = tried.secrets
    const stranger = newSecret()
    const user = world.newUser('verified')
    const any = both(
      '轮换期间请求头里有多个签名：任何一个正确即应接受，不能只看第一个',
      'while a secret is changed there are several signatures: one that fits is enough, wherever it stands',
    )
    const verify = () => world.happens(user, 'verification.verified', verifiedData())
    for (const secrets of [
      [old, stranger],
      [stranger, old],
    ])
      await take(any, verify(), { secrets })
    const byEither = both(
      '新旧密钥同时签名，应答复 2xx',
      'it is signed by the old secret and by the new one, so it is answered 2xx',
    )
    const only = both('只由新密钥签名，应答复 2xx', 'it is signed by the new secret alone, so it is answered 2xx')
    const oneSecret = both('--secret 只给出一个密钥', 'only one secret was given with --secret')
    if (next === undefined) return judge('left_out', only, oneSecret)
    await take(byEither, verify(), { secrets: [next, old] })
    const last = world.newUser('verified')
    await take(only, world.happens(last, 'verification.verified', verifiedData()), { secrets: [next] })
    await believe(both('由新密钥签名的投递起作用', 'what the new secret has signed has its effect'), last, {
      verified: true,
    })
  },
}
