import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import {
  isAnsweredThere,
  isEndedThere,
  payerComplains,
  payerWithdraws,
  payerWritesAgain,
} from '../channel/channel-complaints.ts'
import { losesPatience } from '../channel/channel-life.ts'
import { clerks } from '../clerks/operators.ts'
import { isRepaired, stuck } from '../clerks/stuck-refunds.ts'
import { verdict } from '../vendor/vendor.ts'
import { untilDelivered } from '../world/quiet.ts'
import { answering, paidFor, type Scenario, verification } from '../world/script.ts'
import { answersWithin, timePasses, type World } from '../world/world.ts'
import { about, complained, complainedOf, isCompleted, isMarked, isRead, isReplied, passes } from './complaints.ts'

const { wang, zhao } = clerks

const KEPT = { status: 'mismatch', backFen: 0 } as const
const ALL_BACK = { status: 'mismatch', backFen: 100 } as const

/** The channel is heard of nothing any more. */
const unheard = (world: World): void => {
  world.channel.moods.losesNotice = () => true
}

/** Operators answer and end, one after the other. */
const inTurn: readonly Scenario[] = [
  about('answered, and ended', KEPT, async (world) => {
    const { id } = await complained(world)
    await isReplied(world, id, { text: '您好，结果为不一致。' })
    await isCompleted(world, id)
    await isCompleted(world, id)
  }),
  about('answered with what the evidence says', { status: 'no_record', backFen: 100 }, async (world) => {
    const { id } = await complained(world, { says: 'no_record' })
    await isReplied(world, id)
    await isReplied(world, id)
  }),
  about('not ended before it is answered', KEPT, async (world) => {
    const { id } = await complained(world)
    await isCompleted(world, id)
    await isReplied(world, id)
    await isCompleted(world, id)
  }),
  about('told more, though nobody waits', KEPT, async (world) => {
    const { id } = await complained(world)
    await isReplied(world, id)
    await isReplied(world, id, { text: '补充说明。' }, wang)
    await isCompleted(world, id)
  }),
  about('over, and not answered any more', KEPT, async (world) => {
    const { id } = await complained(world)
    payerWithdraws(world.channel, id)
    await untilDelivered(world)
    await isReplied(world, id, { text: '还在吗？' })
    await isCompleted(world, id)
  }),
]

/** The payer writes again at different moments. */
const goingOn: readonly Scenario[] = [
  about('answered, and answered again in the same words', KEPT, async (world) => {
    const { id } = await complained(world)
    await isReplied(world, id, { text: '请查收。' })
    payerWritesAgain(world.channel, id)
    await untilDelivered(world)
    await isReplied(world, id, { text: '请查收。' })
    await isCompleted(world, id)
  }),
  about('written again at once after the answer', KEPT, async (world) => {
    const { id } = await complained(world)
    await isReplied(world, id, { text: '请查收。' })
    payerWritesAgain(world.channel, id)
  }),
  about('written again, unheard, and not ended', KEPT, async (world) => {
    const { id } = await complained(world)
    await isReplied(world, id)
    unheard(world)
    payerWritesAgain(world.channel, id)
    await isCompleted(world, id)
  }),
  about('taken up again after its end', KEPT, async (world) => {
    const { id } = await complained(world)
    await isReplied(world, id)
    await isCompleted(world, id)
    timePasses(world, world.time.now + HOUR)
    payerWritesAgain(world.channel, id)
    await untilDelivered(world)
    await isReplied(world, id, { text: '第二次回复。' })
    await isCompleted(world, id)
  }),
  about('taken up again at once after its end', KEPT, async (world) => {
    const { id } = await complained(world)
    await isReplied(world, id)
    await isCompleted(world, id)
    payerWritesAgain(world.channel, id)
  }),
  about('taken up again at once after its end, and withdrawn', KEPT, async (world) => {
    const { id } = await complained(world)
    await isReplied(world, id)
    await isCompleted(world, id)
    timePasses(world, world.time.now + MINUTE)
    payerWritesAgain(world.channel, id)
    await untilDelivered(world)
    payerWithdraws(world.channel, id)
  }),
  about('taken up again at once after its end, and answered on the channel’s site', KEPT, async (world) => {
    const { id } = await complained(world)
    await isReplied(world, id)
    await isCompleted(world, id)
    payerWritesAgain(world.channel, id)
    isAnsweredThere(world.channel, id)
  }),
  about('heard of by the list alone, and taken up again unheard', KEPT, async (world) => {
    answering(world, verdict('mismatch'))
    const order = await paidFor(world, verification(world, 'fee'))
    await untilDelivered(world)
    unheard(world)
    payerComplains(world.channel, order.orderId)
    await untilDelivered(world)
  }),
]

/** Who answers has read it before, and others have done something since. */
const read: readonly Scenario[] = [
  about('read, and answered', KEPT, async (world) => {
    const { id } = await complained(world)
    await isReplied(world, id, { text: '您好。', ...(await isRead(world, id)) })
    await isCompleted(world, id, await isRead(world, id))
  }),
  about('written again since it was read, and not answered', KEPT, async (world) => {
    const { id } = await complained(world)
    const before = await isRead(world, id)
    payerWritesAgain(world.channel, id)
    await isReplied(world, id, { text: '您好。', ...before })
    await isReplied(world, id, { text: '您好，两条都已看到。', ...(await isRead(world, id)) })
  }),
  about('written again since it was read, and not ended', KEPT, async (world) => {
    const { id } = await complained(world)
    await isReplied(world, id)
    const before = await isRead(world, id)
    payerWritesAgain(world.channel, id)
    await isCompleted(world, id, before)
  }),
  about('answered by another since it was read', KEPT, async (world) => {
    const { id } = await complained(world)
    const before = await isRead(world, id)
    await isReplied(world, id, { text: '甲。', ...before }, wang)
    await isReplied(world, id, { text: '乙。', ...before }, zhao)
    await isCompleted(world, id, before)
  }),
]

/** The channel knows more than we do. */
const meanwhile: readonly Scenario[] = [
  about('withdrawn, unheard, and answered', KEPT, async (world) => {
    const { id } = await complained(world)
    unheard(world)
    payerWithdraws(world.channel, id)
    await isReplied(world, id, { text: '您好。' })
  }),
  about('answered on the channel’s site, unheard, and answered here', KEPT, async (world) => {
    const { id } = await complained(world)
    unheard(world)
    isAnsweredThere(world.channel, id)
    await isReplied(world, id, { text: '您好。' })
  }),
  about('ended on the channel’s site, unheard, and ended here', KEPT, async (world) => {
    const { id } = await complained(world)
    await isReplied(world, id)
    unheard(world)
    isEndedThere(world.channel, id)
    await isCompleted(world, id)
  }),
]

/** The money goes back, because nobody answers or whatever was answered. */
const forced: readonly Scenario[] = [
  about('answered by nobody: its clocks ring, and the channel gives the money back', ALL_BACK, async (world) => {
    answersWithin(world, HOUR)
    world.channel.moods.patienceMs = HOUR + 5 * MINUTE
    const { id } = await complained(world)
    for (const minutes of [31, 20, 10, 5]) await passes(world, minutes * MINUTE)
    await isReplied(world, id, { text: '抱歉。' })
  }),
  about('ended by nobody: its clocks ring, and begin anew for who writes again', ALL_BACK, async (world) => {
    answersWithin(world, HOUR)
    world.channel.moods.patienceMs = HOUR + 5 * MINUTE
    const { id } = await complained(world)
    await passes(world, 31 * MINUTE)
    await isReplied(world, id)
    for (const minutes of [60, 20]) await passes(world, minutes * MINUTE)
    payerWritesAgain(world.channel, id)
    await untilDelivered(world)
    for (const minutes of [40, 31, 15]) await passes(world, minutes * MINUTE)
  }),
  about('forced back after it was ended', ALL_BACK, async (world) => {
    const { id } = await complained(world)
    await isReplied(world, id)
    await isCompleted(world, id)
    losesPatience(world.channel, id)
  }),
  about('forced back, and taken up again', ALL_BACK, async (world) => {
    const { id } = await complained(world)
    losesPatience(world.channel, id)
    await untilDelivered(world)
    payerWritesAgain(world.channel, id)
    await untilDelivered(world)
    await isReplied(world, id, { text: '已全额退回。' })
    await isCompleted(world, id)
  }),
  about('forced back while the check is under way', { status: 'no_record', backFen: 100 }, async (world) => {
    answering(world, { kind: 'not_executed', vendorCode: 'ECONNREFUSED', notSent: true }, verdict('no_record'))
    const order = await paidFor(world, verification(world, 'fee'))
    await untilDelivered(world)
    losesPatience(world.channel, await complainedOf(world, order))
  }),
  about('of whose payment nobody has heard: forced back', { status: 'verified', backFen: 100 }, async (world) => {
    unheard(world)
    const order = await paidFor(world, verification(world, 'fee'))
    world.channel.moods.losesNotice = () => false
    losesPatience(world.channel, await complainedOf(world, order))
  }),
  about('our refund is repaired at the channel, unheard', { status: 'no_record', backFen: 1000 }, async (world) => {
    const id = await complainedOf(world, await stuck(world, { ends: 'ABNORMAL', says: 'no_record' }))
    unheard(world)
    isRepaired(world)
    await isReplied(world, id, { text: '已处理。' })
    await isCompleted(world, id)
  }),
]

/** Somebody finds it malicious, where it may be. */
const malicious: readonly Scenario[] = [
  about('found malicious, and found so once more', KEPT, async (world) => {
    const { id } = await complained(world)
    await isMarked(world, id)
    await isMarked(world, id, wang)
    await isReplied(world, id)
    await isCompleted(world, id)
  }),
  about('found malicious is the second one: the account is banned', KEPT, async (world) => {
    const { order, id } = await complained(world)
    await isMarked(world, id)
    await isMarked(world, await complainedOf(world, order))
  }),
  about('not malicious while money is owed', { status: 'no_record', backFen: 100 }, async (world) => {
    const { id } = await complained(world, { says: 'no_record' })
    await isMarked(world, id)
  }),
  about('not malicious before anything was delivered', { status: 'mismatch', backFen: 0 }, async (world) => {
    answering(world, { kind: 'not_executed', vendorCode: 'ECONNREFUSED', notSent: true }, verdict('mismatch'))
    const order = await paidFor(world, verification(world, 'fee'))
    await untilDelivered(world)
    const id = await complainedOf(world, order)
    await isMarked(world, id)
  }),
]

/** Payers complain, and operators answer. P12. */
export const scenariosOfComplaints: readonly Scenario[] = [
  ...inTurn,
  ...goingOn,
  ...read,
  ...meanwhile,
  ...forced,
  ...malicious,
]
