import type { Operator } from '../../../functions/audit/deed.ts'
import { SECOND } from '../../../shared/kernel/time.ts'
import type { Channel } from '../channel/channel.ts'
import { isAnsweredThere, isEndedThere, payerWithdraws, payerWritesAgain } from '../channel/channel-complaints.ts'
import { losesPatience } from '../channel/channel-life.ts'
import { clerks } from '../clerks/operators.ts'
import { type Begin, type Meeting, notice } from '../world/meeting.ts'
import { WORKER, workerGets } from '../world/operations.ts'
import { effectful, started } from '../world/process.ts'
import { timePasses, type World } from '../world/world.ts'
import { completes, marks, type Reply, replies } from './complaint-clerks.ts'
import { complained, complainedOf, isRead, isReplied } from './complaints.ts'

const { lin, wang } = clerks

const reply =
  (world: World, by: Operator, id: string, of: Reply = {}): Begin =>
  () =>
    replies(world, by, id, of)
const complete =
  (world: World, by: Operator, id: string, seen: Pick<Reply, 'seen'> = {}): Begin =>
  () =>
    completes(world, by, id, seen)
const mark =
  (world: World, by: Operator, id: string): Begin =>
  () =>
    marks(world, by, id)

/** The complaint's own worker, whatever woke it. */
const look =
  (world: World, id: string): Begin =>
  () =>
    workerGets(world, { kind: 'complaint', id: `wechat_pay#${id}` })

/** Something happens at the channel, in its turn. */
const there =
  (world: World, id: string, happens: (channel: Channel, id: string) => void): Begin =>
  () =>
    started('channel', world.time.now + WORKER, (self) => {
      const port = { happens: async () => happens(world.channel, id) }
      return effectful(self, world.schedule, 'channel', port, () => undefined).happens()
    })

/** Somebody does something of which the channel's answer is lost. */
const unheard = async (world: World, call: 'desk.reply' | 'desk.complete', begin: Begin): Promise<void> => {
  const { schedule } = world
  world.schedule = (effect) => (effect.name === call ? 'fails_after' : schedule(effect))
  await (await begin())?.over
  world.schedule = schedule
}

const A: Reply = { text: '甲。' }
const B: Reply = { text: '乙。' }

const answered = async (world: World): Promise<string> => {
  const { id } = await complained(world)
  await isReplied(world, id, { text: '您好。' })
  return id
}

/** A second after, so that nothing is at the same time that was not. */
const later = (world: World): void => timePasses(world, world.time.now + SECOND)

/** Two who answer. */
const ofReplies: readonly Meeting[] = [
  {
    name: 'two who answer a complaint in their own words',
    async prepare(world) {
      const { id } = await complained(world)
      const seen = await isRead(world, id)
      return [reply(world, lin, id, { ...A, ...seen }), reply(world, wang, id, { ...B, ...seen })]
    },
  },
  {
    name: 'two who answer a complaint in their own words, and have not read it',
    async prepare(world) {
      const { id } = await complained(world)
      return [reply(world, lin, id, A), reply(world, wang, id, B)]
    },
  },
  {
    name: 'two clicks of one who answers a complaint',
    async prepare(world) {
      const { id } = await complained(world)
      const seen = await isRead(world, id)
      return [reply(world, lin, id, { ...A, ...seen }), reply(world, lin, id, { ...A, ...seen })]
    },
  },
  {
    name: 'two who tell more, though nobody waits',
    async prepare(world) {
      const id = await answered(world)
      const seen = await isRead(world, id)
      return [reply(world, lin, id, { ...A, ...seen }), reply(world, wang, id, { ...B, ...seen })]
    },
  },
  {
    name: 'one who answers a complaint and its worker',
    async prepare(world) {
      const { id } = await complained(world)
      payerWritesAgain(world.channel, id)
      await (await notice(world)())?.over
      return [reply(world, lin, id, A), look(world, id)]
    },
  },
]

/** One who answers, and what happens at the channel. */
const whileAnswered: readonly Meeting[] = [
  {
    name: 'one who answers a complaint and the payer who writes again',
    async prepare(world) {
      const { id } = await complained(world)
      const seen = await isRead(world, id)
      return [reply(world, lin, id, { ...A, ...seen }), there(world, id, payerWritesAgain)]
    },
  },
  {
    name: 'one who tells more and the payer who writes again',
    async prepare(world) {
      const id = await answered(world)
      return [reply(world, lin, id, A), there(world, id, payerWritesAgain)]
    },
  },
  {
    name: 'one who answers a complaint and all of it forced back',
    async prepare(world) {
      const { id } = await complained(world)
      return [reply(world, lin, id, A), there(world, id, losesPatience)]
    },
  },
  {
    name: 'one who answers a complaint and the payer who withdraws it',
    async prepare(world) {
      const { id } = await complained(world)
      return [reply(world, lin, id, A), there(world, id, payerWithdraws)]
    },
  },
  {
    name: 'one who answers a complaint and one who answers on the channel’s site',
    async prepare(world) {
      const { id } = await complained(world)
      const seen = await isRead(world, id)
      return [reply(world, lin, id, { ...A, ...seen }), there(world, id, isAnsweredThere)]
    },
  },
  {
    name: 'the worker of a complaint whose answer was not heard of and the payer who writes again',
    async prepare(world) {
      const { id } = await complained(world)
      await unheard(world, 'desk.reply', reply(world, lin, id, A))
      return [look(world, id), there(world, id, payerWritesAgain)]
    },
  },
]

/** One who ends it. */
const whileEnded: readonly Meeting[] = [
  {
    name: 'one who tells more and one who ends a complaint',
    async prepare(world) {
      const id = await answered(world)
      const seen = await isRead(world, id)
      return [reply(world, lin, id, { ...A, ...seen }), complete(world, wang, id, seen)]
    },
  },
  {
    name: 'one who answers a complaint and one who ends it',
    async prepare(world) {
      const { id } = await complained(world)
      return [reply(world, lin, id, A), complete(world, wang, id)]
    },
  },
  {
    name: 'two who end a complaint',
    async prepare(world) {
      const id = await answered(world)
      return [complete(world, lin, id), complete(world, wang, id)]
    },
  },
  {
    name: 'one who ends a complaint and the payer who writes again',
    async prepare(world) {
      const id = await answered(world)
      const seen = await isRead(world, id)
      return [complete(world, lin, id, seen), there(world, id, payerWritesAgain)]
    },
  },
  {
    name: 'one who ends a complaint and one who ends it on the channel’s site',
    async prepare(world) {
      const id = await answered(world)
      return [complete(world, lin, id), there(world, id, isEndedThere)]
    },
  },
  {
    name: 'one who ends a complaint and all of it forced back',
    async prepare(world) {
      const id = await answered(world)
      return [complete(world, lin, id), there(world, id, losesPatience)]
    },
  },
  {
    name: 'the worker of a complaint whose end was not heard of and the payer who goes on',
    async prepare(world) {
      const id = await answered(world)
      await unheard(world, 'desk.complete', complete(world, lin, id))
      later(world)
      return [look(world, id), there(world, id, payerWritesAgain)]
    },
  },
]

/** One who finds it malicious. */
const whileMarked: readonly Meeting[] = [
  {
    name: 'two who find a complaint malicious',
    async prepare(world) {
      const { id } = await complained(world)
      return [mark(world, lin, id), mark(world, wang, id)]
    },
  },
  {
    name: 'two who find two complaints of an account malicious',
    async prepare(world) {
      const { order, id } = await complained(world)
      const other = await complainedOf(world, order)
      return [mark(world, lin, id), mark(world, wang, other)]
    },
  },
  {
    name: 'one who answers a complaint and one who finds it malicious',
    async prepare(world) {
      const { id } = await complained(world)
      return [reply(world, lin, id, A), mark(world, wang, id)]
    },
  },
  {
    name: 'the worker of a complaint and one who finds it malicious',
    async prepare(world) {
      const { id } = await complained(world)
      payerWritesAgain(world.channel, id)
      await (await notice(world)())?.over
      return [look(world, id), mark(world, wang, id)]
    },
  },
]

/** Two who are after the same complaint, or one and the channel. P12. */
export const meetingsOfComplaints: readonly Meeting[] = [...ofReplies, ...whileAnswered, ...whileEnded, ...whileMarked]
