import type { ChannelComplaint, ComplaintDesk, ComplaintDone } from '../../../functions/complaints/complaint-desk.ts'
import { complaintKeys } from '../../../functions/complaints/keys.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Process } from '../world/process.ts'
import { count, itemAt, timePasses, type World } from '../world/world.ts'
import { heardOf, hears } from './complaint-memory.ts'

/** What the channel takes as one answer, in code points. */
const LONGEST = 200

const complaintAt = (world: World, id: string): Item | undefined =>
  itemAt(world, complaintKeys.complaint('wechat_pay', id))

/** Whoever sends something looks at the complaint alone, and does what an operator asked for. */
const sendingFaults = (world: World, process: Process, id: string, kind: 'reply' | 'complete'): string[] => {
  const item = complaintAt(world, id)
  const isAlone = world.complaints.holders.get(id) === process && Number(item?.leaseUntil) > world.time.now
  return [
    ...(Object(item?.pending).kind === kind ? [] : [`${kind} is sent to the channel, and no operator asked for it`]),
    ...(isAlone ? [] : [`${kind} is sent to the channel by who does not hold the complaint`]),
  ]
}

const replyFaults = (world: World, process: Process, id: string, text: string): string[] => {
  const length = [...text].length
  return [
    ...sendingFaults(world, process, id, 'reply'),
    ...(Object(complaintAt(world, id)?.pending).text === text
      ? []
      : ['a payer is told other words than an operator gave']),
    ...(text.trim() && length <= LONGEST ? [] : [`an answer of ${length} characters is sent`]),
  ]
}

/** Nobody's complaint is ended over words that the channel has just told, and nobody has answered. */
const completionFaults = (world: World, process: Process, id: string): string[] => [
  ...sendingFaults(world, process, id, 'complete'),
  ...(heardOf(world.complaints, process, id).told === 'waits'
    ? ['a complaint is ended, though the channel said that its payer waits for an answer']
    : []),
]

/** What an operator asked for is done once at most, whatever is heard of it. */
const countsDone = (world: World, id: string, { kind }: ComplaintDone, what: string): string[] => {
  if (kind !== 'done') return []
  const times = (world.complaints.done.get(id) ?? 0) + 1
  world.complaints.done.set(id, times)
  count(world, `complaint: ${what} taken by the channel`)
  return times > 1 ? [`${what} is sent twice`] : []
}

/** A channel's desk, watched: whatever is sent there was asked for, and is sent once. */
export const watchedDesk = (world: World, process: Process, desk: ComplaintDesk): ComplaintDesk => {
  const sends = async (id: string, what: string, faults: readonly string[], send: () => Promise<ComplaintDone>) => {
    world.violations.push(...faults)
    const done = await send()
    world.violations.push(...countsDone(world, id, done, what))
    // No two answers are given in the same millisecond.
    timePasses(world, world.time.now + 1)
    return done
  }
  return {
    ...desk,
    reply: (id, text) => sends(id, 'a reply', replyFaults(world, process, id, text), () => desk.reply(id, text)),
    complete: (id) => sends(id, 'an end', completionFaults(world, process, id), () => desk.complete(id)),
  }
}

const standing = ({ state, awaitsReply }: ChannelComplaint): 'waits' | 'answered' | 'over' => {
  if (state === 'processed') return 'over'
  return state === 'pending' || awaitsReply ? 'waits' : 'answered'
}

/** A channel's desk, of which is kept what one operation hears. */
export const overheardDesk = ({ complaints }: World, process: Process, desk: ComplaintDesk): ComplaintDesk => ({
  ...desk,
  async detail(id) {
    const told = await desk.detail(id)
    if (told.kind === 'complaint') hears(complaints, process, id, { told: standing(told.complaint) })
    return told
  },
  async history(id) {
    const told = await desk.history(id)
    hears(complaints, process, id, { isTalkAsked: true, lines: told.kind === 'history' ? told.total : undefined })
    return told
  },
})
