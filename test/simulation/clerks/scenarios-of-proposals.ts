import { HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { givesBackUnasked } from '../channel/channel-life.ts'
import { untilDelivered, untilQuiet } from '../world/quiet.ts'
import { insisted, type Scenario } from '../world/script.ts'
import { timePasses } from '../world/world.ts'
import { acts } from './clerks.ts'
import { clerks } from './operators.ts'
import {
  afterMismatch,
  askedFor,
  askedForBriefly,
  asksFor,
  expiry,
  idOf,
  isApproved,
  isChanged,
  isForced,
  isRefused,
  isRepaired,
  stuck,
} from './stuck-refunds.ts'

const { lin, wang, zhao, backend, linsKey } = clerks

/** Two people, one after the other, without anything between them. */
const bothOf: readonly Scenario[] = [
  afterMismatch('paid by hand: asked for and approved', 900, async (world) => {
    await askedFor(world)
    await isApproved(world, wang)
  }),
  afterMismatch('paid by hand: asked for by a machine, approved', 900, async (world) => {
    await asksFor(world, backend, await stuck(world, { ends: 'refused' }))
    await isApproved(world, wang)
  }),
  afterMismatch('paid by hand: refused, asked for once more, approved by who had refused', 900, async (world) => {
    const refund = await askedFor(world)
    await isRefused(world, wang)
    await asksFor(world, lin, refund)
    await isApproved(world, wang)
  }),
  afterMismatch('paid by hand: one’s own is neither approved nor refused', 0, async (world) => {
    await askedFor(world)
    await isApproved(world, lin)
    await isRefused(world, lin)
  }),
  afterMismatch('paid by hand: nor what a key of one’s name asked for', 0, async (world) => {
    await asksFor(world, linsKey, await stuck(world, { ends: 'refused' }))
    await isApproved(world, lin)
  }),
  afterMismatch('paid by hand: a machine approves nothing', 0, async (world) => {
    await askedFor(world)
    await isApproved(world, backend)
    await isRefused(world, backend)
  }),
  afterMismatch('paid by hand: clicked twice, and by a third person', 900, async (world) => {
    const refund = await askedFor(world)
    await asksFor(world, zhao, refund)
    await isApproved(world, wang)
    await isApproved(world, wang)
    await isApproved(world, zhao)
    await isRefused(world, zhao)
    await asksFor(world, lin, refund)
  }),
  afterMismatch('paid by hand: what was refused is not approved', 0, async (world) => {
    await askedFor(world)
    await isRefused(world, wang)
    await isApproved(world, wang)
    await isApproved(world, zhao)
  }),
]

/** What an admin makes of them between the two, so that one alone is not both. */
const ofTwo: readonly Scenario[] = [
  afterMismatch('paid by hand: not approved by who was let in only now', 0, async (world) => {
    await askedFor(world)
    await isChanged(world, 'wang', { status: 'disabled' })
    await isChanged(world, 'wang', { status: 'active' })
    await isApproved(world, wang)
    await isRefused(world, wang)
  }),
  afterMismatch('paid by hand: approved by who was let in long enough ago', 900, async (world) => {
    await isChanged(world, 'wang', { status: 'disabled' })
    await isChanged(world, 'wang', { status: 'active' })
    await askedFor(world)
    timePasses(world, world.time.now + HOUR)
    await isApproved(world, wang)
  }),
  afterMismatch('paid by hand: not approved by who may not any more', 0, async (world) => {
    await askedFor(world)
    await isChanged(world, 'wang', { role: 'support' })
    timePasses(world, world.time.now + HOUR)
    await isApproved(world, wang)
  }),
  afterMismatch('paid by hand: not where who asked was let in only now', 0, async (world) => {
    await isChanged(world, 'lin', { role: 'support' })
    await isChanged(world, 'lin', { role: 'finance' })
    await askedFor(world)
    await isApproved(world, wang)
  }),
  afterMismatch('paid by hand: not where who asked is in no more, but asked for anew', 900, async (world) => {
    const refund = await askedFor(world)
    await isChanged(world, 'lin', { status: 'disabled' })
    timePasses(world, world.time.now + HOUR)
    await isApproved(world, wang)
    await isRefused(world, wang)
    await asksFor(world, zhao, refund)
    await isApproved(world, wang)
  }),
]

/** The clock ends what nobody decided. */
const inTime: readonly Scenario[] = [
  afterMismatch('paid by hand: approved in the last millisecond', 900, async (world) => {
    await askedForBriefly(world)
    timePasses(world, expiry(world) - 1)
    await isApproved(world, wang)
  }),
  afterMismatch('paid by hand: over in the very millisecond, asked for once more', 900, async (world) => {
    const refund = await askedForBriefly(world)
    const before = idOf(world)
    timePasses(world, expiry(world))
    await isApproved(world, wang)
    await isRefused(world, wang)
    await asksFor(world, zhao, refund)
    await isApproved(world, wang, before)
    await isApproved(world, wang)
  }),
  afterMismatch('paid by hand: over while the channel is asked', 0, async (world) => {
    await askedForBriefly(world)
    world.channel.moods.thinksMs = 2 * SECOND
    timePasses(world, expiry(world) - SECOND)
    await isApproved(world, wang)
  }),
]

/** The channel goes on by itself between the two. */
const meanwhile: readonly Scenario[] = [
  afterMismatch('paid by hand: abnormal at the channel', 900, async (world) => {
    await askedFor(world, { ends: 'ABNORMAL' })
    await isApproved(world, wang)
  }),
  afterMismatch('paid by hand: the channel pays before it is approved, and its word is lost', 900, async (world) => {
    await askedFor(world, { ends: 'ABNORMAL' })
    world.channel.moods.losesNotice = () => true
    isRepaired(world)
    await isApproved(world, wang)
  }),
  afterMismatch('paid by hand: the channel pays before it is approved, and says so', 900, async (world) => {
    await askedFor(world, { ends: 'ABNORMAL' })
    isRepaired(world)
    await untilDelivered(world)
    await isApproved(world, wang)
    await isRefused(world, wang)
  }),
  afterMismatch('paid by hand: the channel pays it, too, and says so', 1800, async (world) => {
    await askedFor(world, { ends: 'ABNORMAL' })
    await isApproved(world, wang)
    isRepaired(world)
  }),
  afterMismatch('paid by hand: the channel pays it, too, and its bill says so', 1800, async (world) => {
    await askedFor(world, { ends: 'ABNORMAL' })
    await isApproved(world, wang)
    world.channel.moods.losesNotice = () => true
    isRepaired(world)
  }),
  afterMismatch('paid by hand: not what the channel works on', 0, async (world) => {
    world.settings = { ...world.settings, refunds: { ...world.settings.refunds, patienceMs: 3 * MINUTE } }
    const refund = await stuck(world, { ends: 'PROCESSING' })
    for (let minutes = 0; minutes < 4; minutes += 1) {
      timePasses(world, world.time.now + MINUTE)
      await insisted(() => acts(world, zhao, 'recheck', refund))
    }
    await asksFor(world, lin, refund)
    await isApproved(world, wang)
  }),
]

/** The channel gives all of the payment back by itself, for a complaint. */
const forced: readonly Scenario[] = [
  afterMismatch('paid by hand: all is forced back before it is approved', 1000, async (world) => {
    const refund = await askedFor(world)
    await isForced(world, refund)
    await isApproved(world, wang)
  }),
  afterMismatch('paid by hand: all is forced back afterwards', 1900, async (world) => {
    const refund = await askedFor(world)
    await isApproved(world, wang)
    await isForced(world, refund)
  }),
  {
    name: 'paid by hand: what earned nothing is forced back afterwards',
    accounts: 1,
    ends: { status: 'no_record', backFen: 2000 },
    async play(world) {
      const refund = await askedFor(world, { ends: 'refused', says: 'no_record' })
      await isApproved(world, wang)
      await isForced(world, refund)
    },
  },
  {
    name: 'paid by hand: what earned nothing is forced back in two parts, and the bill alone says so',
    accounts: 1,
    ends: { status: 'no_record', backFen: 2000 },
    async play(world) {
      const { orderId } = await askedFor(world, { ends: 'refused', says: 'no_record' })
      await isApproved(world, wang)
      givesBackUnasked(world.channel, orderId, { fen: 400 })
      givesBackUnasked(world.channel, orderId)
    },
  },
  afterMismatch('paid by hand: part is forced back, and the rest is asked for anew', 900, async (world) => {
    const refund = await askedFor(world)
    givesBackUnasked(world.channel, refund.orderId, { fen: 400 })
    await untilQuiet(world)
    await isApproved(world, wang)
    await isRefused(world, wang)
    await asksFor(world, lin, refund)
    await isApproved(world, wang)
  }),
]

/** Two people, and money that goes back another way than the channel's. P7. */
export const scenariosOfProposals: readonly Scenario[] = [...bothOf, ...ofTwo, ...inTime, ...meanwhile, ...forced]
