import type { Operator } from '../../../functions/audit/deed.ts'
import { absorbForcedRefund } from '../../../functions/payment/refunds/absorb-forced-refund.ts'
import { actOnRefund } from '../../../functions/payment/refunds/act-on-refund.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { givesBackUnasked } from '../channel/channel-life.ts'
import { type Begin, type Meeting, message, notice } from '../world/meeting.ts'
import { start, WORKER, workerGets } from '../world/operations.ts'
import { insisted } from '../world/script.ts'
import type { World } from '../world/world.ts'
import { acts, approves, does, type Named, proposes, refuses } from './clerks.ts'
import { clerks } from './operators.ts'
import { changes } from './staff.ts'
import { askedFor, isClosed, isRepaired, lastProposal, type Stuck, stuck } from './stuck-refunds.ts'

const { lin, wang, zhao } = clerks

const proposal = (world: World): string => String(lastProposal(world)?.id)
const ask =
  (world: World, by: Operator, refund: Named): Begin =>
  () =>
    proposes(world, by, refund)
const approve =
  (world: World, by: Operator): Begin =>
  () =>
    approves(world, by, proposal(world))
const refuse =
  (world: World, by: Operator): Begin =>
  () =>
    refuses(world, by, proposal(world))
const act =
  (world: World, action: 'retry' | 'recheck', refund: Named, by: Operator = zhao): Begin =>
  () =>
    acts(world, by, action, refund)

const change =
  (...of: Parameters<typeof changes>): Begin =>
  () =>
    changes(...of)

/** The refund's own worker, whatever asked for it. */
const worker =
  (world: World, { orderId, name }: Named): Begin =>
  () =>
    workerGets(world, { kind: 'refund', id: `${orderId}.${name}` })

/** Somebody has it sent again, and its worker does so at once: the channel refuses it again. */
const sentAndBack =
  (world: World, { orderId, name }: Named): Begin =>
  () => {
    world.channel.moods.refund = () => ({ ends: 'refused', afterMs: 0 })
    return does(world, zhao, 'retry', async (deps, by) => {
      const sent = await actOnRefund(deps, by, { orderId, name, action: 'retry', reason: 'once more' })
      // Whoever is refused has nothing sent.
      if (sent.ok) await giveBack(deps, `${orderId}.${name}`)
      return sent
    })
  }

/** A bill told of a part that the channel gave back by itself. */
const partly =
  (world: World, { orderId }: Named): Begin =>
  () => {
    givesBackUnasked(world.channel, orderId, { fen: 400 })
    const [channelRefundId = '', { fen, at } = { fen: 0, at: 0 }] =
      [...(world.channel.orders.get(orderId)?.forced ?? [])][0] ?? []
    const of = { channel: 'wechat_pay', outTradeNo: orderId, channelRefundId, fen, at } as const
    return start(world, 'reconciliation', WORKER, (deps) => absorbForcedRefund(deps, of))
  }

/** The message of a complaint that gave all of it back. */
const complaint = async (world: World, { orderId }: Named): Promise<Begin> => {
  givesBackUnasked(world.channel, orderId, { complains: true })
  await (await notice(world)())?.over
  return message(world)
}

const ABNORMAL: Stuck = { ends: 'ABNORMAL' }
const REFUSED: Stuck = { ends: 'refused' }

/** Two who are after the same refund that is with a person, or the same proposal about it. P7. */
export const meetingsOfProposals: readonly Meeting[] = [
  {
    name: 'two who approve the same',
    async prepare(world) {
      await askedFor(world)
      return [approve(world, wang), approve(world, zhao)]
    },
  },
  {
    name: 'two clicks of one who approves',
    async prepare(world) {
      await askedFor(world)
      return [approve(world, wang), approve(world, wang)]
    },
  },
  {
    name: 'one who approves and one who refuses',
    async prepare(world) {
      await askedFor(world)
      return [approve(world, wang), refuse(world, zhao)]
    },
  },
  {
    name: 'one who approves and an admin who lets them in no more',
    async prepare(world) {
      await askedFor(world)
      return [approve(world, wang), change(world, 'wang', { status: 'disabled' })]
    },
  },
  {
    name: 'one who approves and an admin who gives whoever asked another role',
    async prepare(world) {
      await askedFor(world)
      return [approve(world, wang), change(world, 'lin', { role: 'support' })]
    },
  },
  {
    name: 'two who ask for the same',
    async prepare(world) {
      const refund = await stuck(world, REFUSED)
      return [ask(world, lin, refund), ask(world, wang, refund)]
    },
  },
  {
    name: 'one who refuses and one who asks once more',
    async prepare(world) {
      const refund = await askedFor(world)
      return [refuse(world, wang), ask(world, zhao, refund)]
    },
  },
  {
    name: 'one who approves and one who sends it again',
    async prepare(world) {
      const refund = await askedFor(world)
      return [approve(world, wang), act(world, 'retry', refund)]
    },
  },
  {
    name: 'one who asks for it and one who sends it again',
    async prepare(world) {
      const refund = await stuck(world, REFUSED)
      return [ask(world, lin, refund), act(world, 'retry', refund)]
    },
  },
  {
    name: 'one who asks for it and the worker of a refund that was sent again',
    async prepare(world) {
      const refund = await stuck(world, REFUSED)
      await insisted(() => acts(world, zhao, 'retry', refund))
      world.messages.length = 0
      return [ask(world, lin, refund), worker(world, refund)]
    },
  },
  {
    name: 'one who refuses and one who sends it again',
    async prepare(world) {
      const refund = await askedFor(world)
      return [refuse(world, wang), act(world, 'retry', refund)]
    },
  },
  {
    name: 'one who asks for it and one who has the channel asked, which closed it',
    async prepare(world) {
      const refund = await stuck(world, ABNORMAL)
      isClosed(world)
      return [ask(world, lin, refund), act(world, 'recheck', refund)]
    },
  },
  {
    name: 'one who approves and the channel that says it paid',
    async prepare(world) {
      await askedFor(world, ABNORMAL)
      isRepaired(world)
      return [approve(world, wang), notice(world)]
    },
  },
  {
    name: 'one who approves and one who has the channel asked, which paid',
    async prepare(world) {
      const refund = await askedFor(world, ABNORMAL)
      world.channel.moods.losesNotice = () => true
      isRepaired(world)
      return [approve(world, wang), act(world, 'recheck', refund)]
    },
  },
  {
    name: 'one who approves and all of it forced back',
    async prepare(world) {
      const refund = await askedFor(world)
      return [approve(world, wang), await complaint(world, refund)]
    },
  },
  {
    name: 'one who approves and a part of it forced back',
    async prepare(world) {
      const refund = await askedFor(world)
      return [approve(world, wang), partly(world, refund)]
    },
  },
  {
    name: 'one who asks for it and one who sends it again, which comes back at once',
    async prepare(world) {
      const refund = await stuck(world, REFUSED)
      return [ask(world, lin, refund), sentAndBack(world, refund)]
    },
  },
  {
    name: 'one who sends it again and all of it forced back',
    async prepare(world) {
      const refund = await stuck(world, REFUSED)
      return [act(world, 'retry', refund), await complaint(world, refund)]
    },
  },
  {
    name: 'two who send the same again',
    async prepare(world) {
      const refund = await stuck(world, REFUSED)
      return [act(world, 'retry', refund, lin), act(world, 'retry', refund)]
    },
  },
  {
    name: 'one who sends it again and the channel that says it paid',
    async prepare(world) {
      const refund = await stuck(world, ABNORMAL)
      isRepaired(world)
      return [act(world, 'retry', refund), notice(world)]
    },
  },
  {
    name: 'one who has the channel asked and one who sends it again',
    async prepare(world) {
      const refund = await stuck(world, REFUSED)
      return [act(world, 'recheck', refund), act(world, 'retry', refund)]
    },
  },
]
