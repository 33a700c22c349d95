import type { Write } from '../../../shared/table/write.ts'
import { committing, isOf, type Suspect, seeing, setting } from '../world/mutant.ts'
import type { World } from '../world/world.ts'

/** Whoever asks, the open attempt looks as if it had been made for them. */
const madeForAnybody = seeing((item, world) => {
  const phone = world.acting && world.asking.get(world.acting)
  const { request } = item
  if (!phone || !item.sk.startsWith('PAYMENT#') || typeof request !== 'object' || request === null) return item
  return { ...item, request: { ...request, ...phone } }
})

const isChange = (world: World, outTradeNo: string): boolean => {
  const method = world.channel.orders.get(outTradeNo)?.request.method
  return method === 'wechat_h5' || method === 'wechat_jsapi'
}

/** The commit before anything is closed at the channel. */
const isGivingUp = (writes: readonly Write[]): boolean =>
  writes.length > 0 && writes.every((write) => isOf(write, 'PAYMENT') && setting(write, 'status') === 'left')

const heldBack = new WeakMap<object, readonly Write[]>()

/** Wrong ways to tell payers apart. */
export const mutantsOfPayers: readonly Suspect[] = [
  {
    name: 'the payer is ignored: the first one is asked for again',
    seenBy: 'meetings',
    table: madeForAnybody,
    provider: (inner, world) => ({
      ...inner,
      create: (request) => inner.create(world.channel.orders.get(request.outTradeNo)?.request ?? request),
    }),
  },
  {
    name: 'an attempt is closed at the channel before it is given up here',
    seenBy: 'crashes',
    table: committing((writes, { acting }) => {
      if (!acting) return [writes]
      if (isGivingUp(writes)) {
        heldBack.set(acting, writes)
        return []
      }
      const late = (heldBack.get(acting) ?? []).filter(({ key }) => writes.every((one) => one.key.sk !== key.sk))
      return [[...late, ...writes]]
    }),
  },
  {
    name: 'another payer is asked for under the same number',
    seenBy: 'crashes',
    seenIn: 'the phone changes its network',
    table: madeForAnybody,
  },
  {
    name: 'the attempt of the payer before is not closed at the channel',
    seenBy: 'crashes',
    seenIn: 'the phone changes its network',
    provider: (inner, world) => ({
      ...inner,
      close: async (outTradeNo) => (isChange(world, outTradeNo) ? { kind: 'closed' } : inner.close(outTradeNo)),
    }),
  },
  {
    name: 'the attempt of the payer before stays open here',
    seenBy: 'crashes',
    seenIn: 'the phone changes its network',
    table: committing((writes) => {
      const isNew = writes.some((write) => isOf(write, 'PAYMENT') && write.kind === 'put')
      if (!isNew && !isGivingUp(writes)) return [writes]
      return [
        writes.filter(
          (write) => !isOf(write, 'PAYMENT') || write.kind === 'put' || setting(write, 'status') === undefined,
        ),
      ]
    }),
  },
  {
    name: 'an order is made for nobody',
    seenBy: 'histories',
    provider: (inner) => ({ ...inner, create: (request) => inner.create({ ...request, openid: undefined }) }),
  },
]
