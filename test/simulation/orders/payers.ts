import type { Payer } from '../../../functions/payment/paying/provider.ts'
import type { ChannelOrder } from '../channel/channel.ts'
import type { Change } from '../world/record.ts'
import { count, type World } from '../world/world.ts'

/** Somebody with a phone: the network it is in, and who they are inside WeChat. */
export type Phone = { payerIp: string; openid: string }

/** A phone at home, the same one on its way, and somebody else's. */
export const phones: readonly [Phone, Phone, Phone] = [
  { payerIp: '203.0.113.7', openid: 'oHer' },
  { payerIp: '2001:db8::7', openid: 'oHer' },
  { payerIp: '203.0.113.7', openid: 'oHim' },
]

/** Whom the channel lets pay an order, written out from its manual and not from the code. */
export const mayPay = ({ request }: ChannelOrder, phone: Phone): boolean => {
  if (request.method === 'wechat_h5') return request.payerIp === phone.payerIp
  return request.method !== 'wechat_jsapi' || request.openid === phone.openid
}

/** What the channel cannot make an order without. */
export const isNobody = ({ method, payerIp, openid }: Payer): boolean =>
  (method === 'wechat_h5' && !payerIp) || (method === 'wechat_jsapi' && !openid)

const attemptsOf = (world: World, pk: string) =>
  [...world.items.values()].filter((item) => item.pk === pk && item.sk.startsWith('PAYMENT#'))

const methodIn = (request: unknown): unknown =>
  typeof request === 'object' && request !== null && 'method' in request ? request.method : undefined

/** One way to pay at a time: whoever changes it, or who pays, leaves none behind. */
export const openAttemptFaults = (world: World, changes: readonly Change[]): string[] =>
  changes.flatMap(({ key, kind, before, after }) => {
    if (kind !== 'PAYMENT') return []
    const attempts = attemptsOf(world, key.pk)
    const isAgain = attempts.some(
      (one) => one.sk !== key.sk && methodIn(one.request) === methodIn(after?.request) && one.status === 'closed',
    )
    if (!before && isAgain && !isAlone(methodIn(after?.request))) count(world, 'payer changed')
    const open = attempts.filter(({ status }) => status === 'open').length
    return open > 1 ? [`${key.pk} has ${open} open attempts`] : []
  })

/** Methods that know no payer: the same one again is somebody who went back to it. */
const isAlone = (method: unknown): boolean => method !== 'wechat_h5' && method !== 'wechat_jsapi'
