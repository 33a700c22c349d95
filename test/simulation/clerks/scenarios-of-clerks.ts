import { MINUTE } from '../../../shared/kernel/time.ts'
import { verdict } from '../vendor/vendor.ts'
import { untilDelivered } from '../world/quiet.ts'
import { answering, insisted, paidFor, type Scenario, verification } from '../world/script.ts'
import { timePasses } from '../world/world.ts'
import { acts } from './clerks.ts'
import { clerks } from './operators.ts'
import {
  afterMismatch,
  askedFor,
  askedForBriefly,
  asksFor,
  closedTooOften,
  expiry,
  isApproved,
  isClosed,
  isRefused,
  isRepaired,
  refundIn,
  stuck,
} from './stuck-refunds.ts'

const { lin, wang, backend } = clerks

/** Operators have a refund that is with them sent again, or the channel asked about it. P7. */
export const scenariosOfClerks: readonly Scenario[] = [
  afterMismatch('sent again by an operator', 900, async (world) => {
    const refund = await stuck(world, { ends: 'refused' })
    await insisted(() => acts(world, lin, 'retry', refund))
    await insisted(() => acts(world, lin, 'retry', refund))
  }),
  afterMismatch('not sent again between the two who pay it by hand', 900, async (world) => {
    const refund = await askedFor(world)
    await insisted(() => acts(world, backend, 'retry', refund))
    await insisted(() => acts(world, lin, 'recheck', refund))
    await isApproved(world, wang)
  }),
  afterMismatch('sent again by an operator once another has refused to call it paid by hand', 900, async (world) => {
    const refund = await askedFor(world)
    await insisted(() => acts(world, backend, 'retry', refund))
    await isRefused(world, wang)
    await insisted(() => acts(world, backend, 'retry', refund))
  }),
  afterMismatch(
    'sent again by an operator in the very millisecond in which calling it paid by hand is over',
    900,
    async (world) => {
      const refund = await askedForBriefly(world)
      timePasses(world, expiry(world))
      await insisted(() => acts(world, backend, 'retry', refund))
      await isApproved(world, wang)
    },
  ),
  afterMismatch(
    'closed at the channel between the two who pay it by hand, and not sent under the next number',
    900,
    async (world) => {
      const refund = await askedFor(world, { ends: 'ABNORMAL' })
      isClosed(world)
      await insisted(() => acts(world, lin, 'recheck', refund))
      await isApproved(world, wang)
    },
  ),
  afterMismatch('not sent again while it is abnormal, and taken once it is repaired', 900, async (world) => {
    const refund = await stuck(world, { ends: 'ABNORMAL' })
    await insisted(() => acts(world, lin, 'retry', refund))
    world.channel.moods.losesNotice = () => true
    isRepaired(world)
    await insisted(() => acts(world, lin, 'retry', refund))
  }),
  afterMismatch('sent again by an operator under the next number, once it was closed too often', 900, async (world) => {
    const refund = await closedTooOften(world)
    await insisted(() => acts(world, lin, 'retry', refund))
  }),
  afterMismatch('paid by hand: closed too often at the channel', 900, async (world) => {
    await asksFor(world, lin, await closedTooOften(world))
    await isApproved(world, wang)
  }),
  afterMismatch('asked about by an operator, before it is taken and after', 900, async (world) => {
    answering(world, verdict('mismatch'))
    const order = await paidFor(world, verification(world, 'membership'))
    await untilDelivered(world)
    const refund = refundIn(world, order)
    await insisted(() => acts(world, lin, 'recheck', refund))
    world.channel.moods.losesNotice = () => true
    timePasses(world, world.time.now + 10 * MINUTE)
    await insisted(() => acts(world, lin, 'recheck', refund))
    await insisted(() => acts(world, lin, 'recheck', refund))
  }),
]
