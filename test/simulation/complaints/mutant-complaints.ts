import type { ComplaintDesk, ComplaintDone, TalkLine } from '../../../functions/complaints/complaint-desk.ts'
import type { Item, Write } from '../../../shared/table/write.ts'
import { isDoing } from '../clerks/mutant-clerks.ts'
import { isOf, setting, writing } from '../world/mutant.ts'
import type { World } from '../world/world.ts'

/** A desk some of whose answers are taken for others. */
export const desk =
  (other: (inner: ComplaintDesk, world: World) => Partial<ComplaintDesk>) =>
  (inner: ComplaintDesk, world: World): ComplaintDesk => ({ ...inner, ...other(inner, world) })

/** No answer is taken for a yes. */
export const hopeful = async (answer: Promise<ComplaintDone>): Promise<ComplaintDone> => {
  const heard = await answer
  return heard.kind === 'unavailable' ? { kind: 'done' } : heard
}

/** The talk as somebody reads it who leaves out some of its lines. */
export const leaving = (out: (line: TalkLine) => boolean) =>
  desk((inner) => ({
    history: async (id) => {
      const told = await inner.history(id)
      if (told.kind !== 'history') return told
      const lines = told.lines.filter((line) => !out(line))
      return { ...told, lines, total: lines.length }
    },
  }))

export const isAnswer = ({ event }: TalkLine): boolean => event === 'answered'

const isFurther = ({ sk, status, pending }: Item): boolean =>
  sk === 'COMPLAINT' && status === 'replied' && Object(pending).kind === 'reply'

/** Whoever looks at what owes further words to a payer hears first that they wait for them. */
export const waitedFor = desk((inner, world) => {
  let isFirst = isDoing(world, 'complaint') && [...world.items.values()].some(isFurther)
  return {
    detail: async (id) => {
      const told = await inner.detail(id)
      if (told.kind !== 'complaint' || !isFirst) return told
      isFirst = false
      return { ...told, complaint: { ...told.complaint, awaitsReply: true } }
    },
  }
})

const isComplaint = (write: Write): boolean => isOf(write, 'COMPLAINT')

/** What an operator asks for. */
export const isAsked = (write: Write): boolean =>
  isComplaint(write) && setting(write, 'pending') !== undefined && write.kind === 'update'

/** What was learned by who looked at it. */
export const isLearned = (write: Write): boolean =>
  isComplaint(write) && write.kind === 'put' && write.item.toldAt !== undefined

export const isClaim = (write: Write): boolean =>
  isComplaint(write) && write.kind === 'update' && setting(write, 'leaseUntil') !== undefined && !isAsked(write)

export const isWoken = (write: Write): boolean =>
  isComplaint(write) &&
  write.kind === 'update' &&
  setting(write, 'leaseUntil') === undefined &&
  setting(write, 'dueAt') !== undefined

export const isMark = (write: Write): boolean =>
  isComplaint(write) && write.kind === 'update' && setting(write, 'maliciousAt') !== undefined

/** A reply that is owed, as if somebody waited for it. */
export const answeringPayer = (write: Write): Write => {
  const owed = Object(setting(write, 'pending'))
  if (!isComplaint(write) || owed.kind !== 'reply') return write
  const pending = { ...owed, answersPayer: true }
  if (write.kind === 'put') return { ...write, item: { ...write.item, pending } }
  return write.kind === 'update'
    ? { ...write, changes: { ...write.changes, set: { ...write.changes.set, pending } } }
    : write
}

/** What was learned, written in another way. */
export const learning = (other: (item: Item, world: World) => Partial<Item>) =>
  writing((write, world) =>
    isLearned(write) && write.kind === 'put'
      ? { ...write, item: { ...write.item, ...other({ ...write.key, ...write.item }, world) } }
      : write,
  )

/** Every alarm there could be, as rung. */
export const allRung = ({ waitingSince, roundAt }: Item): string[] =>
  ['half', 'late', 'missed'].flatMap((word) => [`reply_${word}@${waitingSince}`, `complete_${word}@${roundAt}`])
