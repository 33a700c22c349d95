import type { Millis } from '../../../shared/kernel/time.ts'
import type { Answer, Complaint } from '../complaint.ts'
import type { Talk, TalkLine } from '../complaint-desk.ts'

/** A line of the talk, and which operator said it, where it was said from here. */
export type ToldLine = TalkLine & { operatorId?: string }

/**
 * The talk as an operator reads it, oldest first. `isWhole`: nothing is left out, neither because the channel could not be asked nor
 * because there is more than it was asked for. `version` names it, for whoever answers what they have read.
 */
export type ToldTalk = { lines: readonly ToldLine[]; isWhole: boolean; version: string }

/** What was said here before the channel shows it, or while it cannot be asked. */
const ours = ({ text, at, operatorId }: Answer): ToldLine => ({
  ...{ text, at, operatorId },
  ...{ by: 'merchant', event: 'answered' },
})

/** The channel keeps seconds, and its clock is its own. */
const APART: Millis = 60_000

/** Each answer of ours beside the line of the channel that has the same words, the nearest in time first. */
const named = (lines: readonly TalkLine[], answers: readonly Answer[]): { lines: ToldLine[]; unshown: Answer[] } => {
  const left = [...answers]
  const told = lines.map((line): ToldLine => {
    if (line.event !== 'answered') return line
    const at = left.findIndex((one) => one.text === line.text && one.at <= line.at + APART)
    const [answer] = at < 0 ? [] : left.splice(at, 1)
    return answer ? { ...line, operatorId: answer.operatorId } : line
  })
  return { lines: told, unshown: left }
}

/** Whether the talk, as the channel keeps it, has what was said last from here, beside what was answered before. */
export const hasArrived = (talk: Talk, answers: readonly Answer[], last: Answer): boolean => {
  const from = talk.lines[0]?.at ?? 0
  // Of a talk whose beginning is left out, no line there is is one of what was answered in that beginning.
  const before = answers.filter(({ at }) => talk.lines.length >= talk.total || at >= from)
  return !named(talk.lines, [...before, last]).unshown.includes(last)
}

const versionOf = (talk: Talk | undefined, { answers }: Pick<Complaint, 'answers'>): string =>
  `${talk?.total ?? '-'}.${answers.at(-1)?.at ?? 0}`

/** The talk of a complaint from what the channel keeps, undefined while it cannot be asked, and what was answered from here. */
export const talkOf = (complaint: Pick<Complaint, 'answers'>, talk: Talk | undefined): ToldTalk => {
  const { lines, unshown } = named(talk?.lines ?? [], complaint.answers)
  const from = lines[0]?.at ?? 0
  const isWhole = talk !== undefined && talk.lines.length >= talk.total
  // Of a talk whose beginning is left out, what was answered in that beginning is left out, too.
  const added = unshown.filter(({ at }) => isWhole || at >= from).map(ours)
  return {
    lines: [...lines, ...added].toSorted((one, other) => one.at - other.at),
    isWhole,
    version: versionOf(talk, complaint),
  }
}

/** What a version of a talk looks like. */
export const TALK_VERSION = /^(?:\d{1,9}|-)\.\d{1,15}$/

/**
 * Whether somebody said or did something since the talk had the version `seen`. What the channel cannot be asked about now, or could not
 * then, is told by our own answers alone.
 */
export const wentOn = (seen: string, talk: Talk | undefined, complaint: Pick<Complaint, 'answers'>): boolean => {
  const [lines, answered] = seen.split('.')
  const [linesNow, answeredNow] = versionOf(talk, complaint).split('.')
  if (answered !== answeredNow) return true
  return lines !== '-' && linesNow !== '-' && lines !== linesNow
}
