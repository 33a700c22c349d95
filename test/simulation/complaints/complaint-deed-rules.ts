import type { Millis } from '../../../shared/kernel/time.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Change } from '../world/record.ts'
import { count, type World } from '../world/world.ts'
import { complaintIn, isEnded, isOnRecord, same } from './complaint-items.ts'
import { heardOf } from './complaint-memory.ts'

type Answer = { text: string; at: Millis; operatorId: string }

const answersIn = (item: Item | undefined): Answer[] => [Object(item?.answers ?? [])].flat()

/** Whoever says which talk they have read does nothing about one that went on since, as far as the channel tells it. */
const seenFaults = (world: World, id: string, before: Item | undefined, seen: string): string[] => {
  const [lines, answered] = seen.split('.')
  const heard = heardOf(world.complaints, world.acting, id)
  const wentOn = lines !== '-' && heard.lines !== undefined && Number(lines) !== heard.lines
  return [
    ...(heard.isTalkAsked ? [] : ['something is asked for, and nobody looked whether the talk went on']),
    ...(wentOn ? ['something is asked for about a talk that went on since it was read'] : []),
    ...(Number(answered) === (answersIn(before).at(-1)?.at ?? 0)
      ? []
      : ['something is asked for, though somebody answered since it was read']),
  ]
}

const deedNames: Record<string, string> = { reply: 'complaint_reply', complete: 'complaint_complete' }

/** Something new is asked of the channel: what an operator wants, where it may be, in their name and on record. */
export const askedFaults = (world: World, change: Change, changes: readonly Change[]): string[] => {
  const { before, after } = change
  const [id, pending] = [complaintIn(change), Object(after?.pending)]
  const wanted = world.acting && world.complaints.wanted.get(world.acting)
  const doing = world.acting && world.doing.get(world.acting)
  const mayBe = pending.kind === 'complete' ? before?.status === 'replied' : before !== undefined && !isEnded(before)
  world.complaints.done.delete(id)
  count(world, `complaint: ${pending.kind} asked for`)
  return [
    ...(wanted?.kind === pending.kind && wanted?.id === id ? [] : [`${pending.kind} is asked for, which nobody wants`]),
    ...(wanted?.text === undefined || wanted.text === pending.text ? [] : ['another answer is given than was wanted']),
    ...(mayBe ? [] : [`${pending.kind} is asked for of a complaint that is ${before?.status}`]),
    ...(before?.pending === undefined ? [] : ['something is asked for while something else is owed']),
    ...(pending.operatorId === doing?.operatorId ? [] : [`${pending.kind} is asked for in another’s name`]),
    ...(isOnRecord(world, changes, id, deedNames[pending.kind] ?? '')
      ? []
      : [`${pending.kind} is asked for, and no record says by whom`]),
    ...(wanted?.seen === undefined ? [] : seenFaults(world, id, before, wanted.seen)),
  ]
}

/** No record says that something was asked for that was not. */
export const recordsNothing = (changes: readonly Change[]): string[] =>
  changes
    .filter(({ before, after }) => !before && Object.values(deedNames).includes(String(after?.action)))
    .filter(({ after }) => !changes.some((one) => deedNames[Object(one.after?.pending).kind] === after?.action))
    .map(({ after }) => `a record says ${after?.action}, and nothing is asked for`)

/** The channel has ended it, or had since that was asked for. */
const isEndedThere = (world: World, id: string, { at }: { at: Millis }): boolean => {
  const theirs = world.channel.complaints.get(id)
  const ends = theirs?.talk.filter(({ event }) => ['ended', 'withdrew', 'refunded'].includes(event)) ?? []
  return theirs?.state === 'processed' || ends.some((line) => line.at - world.channel.moods.skewMs >= at)
}

/** What was asked for is written down as done; an end of it may be over already, as the payer has gone on. */
const isWrittenDown = ({ before, after }: Change, { kind, at }: { kind: string; at: Millis }): boolean => {
  if (kind === 'reply') return answersIn(after).length === answersIn(before).length + 1
  return Number(after?.completedAt) >= at || after?.status === 'open'
}

/** Something that was asked for is over: done, or refused, which somebody hears; exactly one of these is written down. */
export const outcomeFaults = (world: World, change: Change): string[] => {
  const { before, after } = change
  const [id, pending, refusal] = [complaintIn(change), Object(before?.pending), Object(after?.refusal)]
  const isRefused = after?.refusal !== undefined && !same(after.refusal, before?.refusal)
  const isKnown = isRefused ? answersIn(after).length === answersIn(before).length : isWrittenDown(change, pending)
  const isWaitedFor = world.acting?.name !== 'complaint'
  const isTold = isWaitedFor || world.complaints.rung.has(`complaint_deed_refused ${id} ${refusal.code}`)
  count(world, `complaint: ${pending.kind} ${isRefused ? `refused, ${refusal.code}` : 'done'}`)
  if (!isRefused && !isWaitedFor && heardOf(world.complaints, world.acting, id).isTalkAsked)
    count(world, 'complaint: reply found in the talk')
  const isUntrue = pending.kind === 'complete' && !isRefused && !isEndedThere(world, id, pending)
  return [
    ...(isKnown ? [] : [`what became of ${pending.kind} is not written down`]),
    ...(isUntrue ? ['what the channel did not end is said to be ended'] : []),
    ...(isRefused && !isTold ? [`${pending.kind} is refused, and no operator hears of it`] : []),
  ]
}

/** Nothing is said to have been answered but what the payer can read at the channel, as often. */
const isSaidThere = (world: World, id: string, answers: readonly Answer[]): boolean => {
  const lines = world.channel.complaints.get(id)?.talk.filter(({ event }) => event === 'answered') ?? []
  const times = (of: readonly { text: string }[], text: string) => of.filter((one) => one.text === text).length
  return answers.every(({ text }) => times(answers, text) <= times(lines, text))
}

/** Answers are only added, and only what was asked for, once the payer has it. */
export const answerFaults = (world: World, change: Change): string[] => {
  const [said, says] = [answersIn(change.before), answersIn(change.after)]
  const pending = Object(change.before?.pending)
  const isAsked = says
    .slice(said.length)
    .every(({ text, operatorId }) => text === pending.text && operatorId === pending.operatorId)
  return [
    ...(same(says.slice(0, said.length), said) ? [] : ['what was answered is written over']),
    ...(isAsked ? [] : ['an answer is written down that nobody asked for']),
    ...(isSaidThere(world, complaintIn(change), says) ? [] : ['an answer is written down that no payer can read']),
  ]
}
