import { HOUR } from '../../../shared/kernel/time.ts'
import { isDoing, unrecorded } from '../clerks/mutant-clerks.ts'
import { careless, committing, isOf, type Suspect, seeing, unguarded, without, writing } from '../world/mutant.ts'
import {
  allRung,
  answeringPayer,
  desk,
  hopeful,
  isAnswer,
  isAsked,
  isClaim,
  isLearned,
  isMark,
  isWoken,
  learning,
  leaving,
  waitedFor,
} from './mutant-complaints.ts'

/** Wrong ways to send what an operator asked for. */
const ofSending: readonly Suspect[] = [
  {
    name: 'whether an answer to a payer arrived is told by whether the payer waits',
    seenBy: 'crashes',
    seenIn: 'complaint: written again at once after the answer',
    desk: leaving(isAnswer),
  },
  {
    name: 'no answer to a reply is taken for sent',
    seenBy: 'crashes',
    seenIn: 'complaint: answered, and ended',
    desk: desk((inner) => ({ reply: (...asked) => hopeful(inner.reply(...asked)) })),
  },
  {
    name: 'no answer to ending a complaint is taken for ended',
    seenBy: 'crashes',
    seenIn: 'complaint: answered, and ended',
    desk: desk((inner) => ({ complete: (...asked) => hopeful(inner.complete(...asked)) })),
  },
  {
    name: 'further words whose sender died are sent again',
    seenBy: 'crashes',
    seenIn: 'complaint: told more, though nobody waits',
    table: writing(answeringPayer),
    desk: (inner, world) => waitedFor(leaving(isAnswer)(inner, world), world),
  },
  {
    name: 'a complaint is ended, whoever waits for an answer',
    seenBy: 'crashes',
    seenIn: 'complaint: written again, unheard, and not ended',
    desk: desk((inner, world) => ({
      detail: async (id) => {
        const told = await inner.detail(id)
        if (told.kind !== 'complaint' || !isDoing(world, 'complete')) return told
        return { ...told, complaint: { ...told.complaint, awaitsReply: false } }
      },
    })),
  },
  {
    name: 'what is asked of the channel is not written down before',
    seenBy: 'crashes',
    seenIn: 'complaint: answered, and ended',
    table: writing((write) => (isAsked(write) ? without(write, 'pending') : write)),
  },
  {
    name: 'whether something is owed already is not looked at',
    seenBy: 'crashes',
    seenIn: 'complaint: answered, and ended',
    table: seeing((item, world) =>
      item.sk === 'COMPLAINT' && !isDoing(world, 'complaint') ? { ...item, pending: undefined } : item,
    ),
  },
  {
    name: 'what the payer wrote since it was read is not looked at',
    seenBy: 'crashes',
    seenIn: 'complaint: written again since it was read, and not answered',
    desk: leaving(({ event }) => event === 'complained_again'),
  },
  {
    name: 'whether something else was asked for meanwhile is looked at before, and not when it is written',
    seenBy: 'meetings',
    seenIn: 'two who answer a complaint in their own words',
    table: writing((write) => (isAsked(write) ? careless(write, 'changes', 'leaseUntil') : write)),
  },
]

/** Wrong ways to look at a complaint. */
const ofLooking: readonly Suspect[] = [
  {
    name: 'a complaint is looked at while somebody answers it',
    seenBy: 'meetings',
    seenIn: 'one who answers a complaint and its worker',
    table: writing((write) => (isClaim(write) ? careless(write, 'leaseUntil') : write)),
  },
  {
    name: 'what was found malicious meanwhile is written over',
    seenBy: 'meetings',
    seenIn: 'the worker of a complaint and one who finds it malicious',
    table: writing((write) => (isLearned(write) ? unguarded(write) : write)),
  },
  {
    name: 'a complaint that goes on after its end is not followed',
    seenBy: 'crashes',
    seenIn: 'complaint: taken up again after its end',
    table: writing((write) => (isWoken(write) ? undefined : write)),
  },
  {
    name: 'complaints are heard of by notifications alone',
    seenBy: 'crashes',
    seenIn: 'complaint: heard of by the list alone, and taken up again unheard',
    desk: desk(() => ({ list: async () => ({ kind: 'page', complaints: [], total: 0 }) })),
  },
  {
    name: 'a refund of ours that was repaired at the channel is taken for the channel’s own',
    seenBy: 'crashes',
    seenIn: 'complaint: our refund is repaired at the channel, unheard',
    table: seeing((item, world) =>
      item.sk.startsWith('REFUND#') && isDoing(world, 'complaint') ? { ...item, refusedAt: 1 } : item,
    ),
  },
]

/** Wrong clocks. */
const ofClocks: readonly Suspect[] = [
  {
    name: 'the time to answer begins with every look',
    seenBy: 'crashes',
    seenIn: 'complaint: answered by nobody: its clocks ring, and the channel gives the money back',
    table: learning(({ waitingSince }, world) => (waitingSince === undefined ? {} : { waitingSince: world.time.now })),
  },
  {
    name: 'who writes again gets what is left of the time to answer',
    seenBy: 'crashes',
    seenIn: 'complaint: taken up again after its end',
    table: learning(({ waitingSince, openedAt }) => (waitingSince === undefined ? {} : { waitingSince: openedAt })),
  },
  {
    name: 'a complaint is looked at every hour, whenever its time is over',
    seenBy: 'crashes',
    seenIn: 'complaint: answered by nobody: its clocks ring, and the channel gives the money back',
    table: learning(({ dueAt }, world) => (dueAt === undefined ? {} : { dueAt: world.time.now + HOUR })),
  },
  {
    name: 'nobody is called before the time to answer is over',
    seenBy: 'crashes',
    seenIn: 'complaint: answered by nobody: its clocks ring, and the channel gives the money back',
    // Whoever claims it sees it by the answer to that.
    table: (inner) => ({
      ...inner,
      async update(write) {
        const updated = await inner.update(write)
        if (updated.kind === 'conflict' || updated.item.sk !== 'COMPLAINT') return updated
        return { ...updated, item: { ...updated.item, rung: allRung(updated.item) } }
      },
    }),
  },
]

/** Wrong ways to write down what was done. */
const ofRecords: readonly Suspect[] = [
  ...(
    [
      ['reply', 'answered a complaint', 'complaint: answered, and ended'],
      ['complete', 'ended a complaint', 'complaint: answered, and ended'],
      ['malicious', 'found a complaint malicious', 'complaint: found malicious, and found so once more'],
    ] as const
  ).map(
    ([deed, what, seenIn]): Suspect => ({
      name: `nobody writes down who ${what}`,
      seenBy: 'crashes',
      seenIn,
      table: unrecorded(deed),
    }),
  ),
  {
    name: 'who complains while money is owed is found malicious',
    seenBy: 'crashes',
    seenIn: 'complaint: not malicious while money is owed',
    table: seeing((item, world) =>
      item.sk.startsWith('REFUND#') && isDoing(world, 'malicious')
        ? { ...item, dueSince: Number.MAX_SAFE_INTEGER, succeededAt: 0 }
        : item,
    ),
  },
  {
    name: 'a malicious complaint and its count are two commits',
    seenBy: 'crashes',
    seenIn: 'complaint: found malicious, and found so once more',
    table: committing((writes) =>
      writes.some(isMark)
        ? [writes.filter((write) => !isOf(write, 'PROFILE')), writes.filter((write) => isOf(write, 'PROFILE'))]
        : [writes],
    ),
  },
]

/** Wrong ways to answer complaints, to end them and to find them malicious. P12, M7. */
export const mutantsOfComplaints: readonly Suspect[] = [...ofSending, ...ofLooking, ...ofClocks, ...ofRecords]
