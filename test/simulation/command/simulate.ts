import { Misused } from '../../../shared/command/command-line.ts'
import { meetings } from '../meetings.ts'
import { type Counted, countedIn } from '../runs/demands.ts'
import { scenarios } from '../scenarios.ts'
import type { Asked } from './asked.ts'
import { type Ended, spread } from './crew.ts'
import type { News, Piece } from './piece.ts'
import { added, digits, nothingSeen, progressLine, type Sum } from './progress.ts'
import { coverageFault, coverageTable, mutantNames, mutantTable, survivors, violationText } from './report.ts'

type Say = (line: string) => void

/** Of the whole command, as a shell expects them; 130 is 128 + SIGINT. */
const EXIT = { well: 0, violation: 1, stopped: 130 } as const

/** How often progress is told. */
const TELL_EVERY_MS = 5000

/** Small, so that all threads end at about the same time. */
const HISTORIES_AT_ONCE = 20

type Part = { ended: Ended; sum: Sum; killed: (News & { kind: 'killed' })[] }

/** One part of the work, with its progress. `of`: how many runs it will have, where that is known. */
const worked = async (
  what: string,
  pieces: readonly Piece[],
  say: Say,
  stop: AbortSignal,
  of?: number,
): Promise<Part> => {
  const part: Part = { ended: 'done', sum: nothingSeen(performance.now()), killed: [] }
  let finished = 0
  const share = (): number => (of === undefined ? finished / pieces.length : part.sum.runs / of)
  const line = (): string => progressLine(what, part.sum, share(), performance.now())
  const telling = setInterval(() => say(line()), TELL_EVERY_MS)
  const hear = (news: News | undefined): void => {
    if (news === undefined) finished += 1
    else if (news.kind === 'seen') added(part.sum, news)
    else if (news.kind === 'killed') part.killed.push(news)
    else say(news.kind === 'violation' ? violationText(news) : news.text)
  }
  try {
    part.ended = await spread(pieces, hear, stop)
  } finally {
    clearInterval(telling)
  }
  const seconds = ((performance.now() - part.sum.since) / 1000).toFixed(0)
  if (of === undefined && part.sum.runs === 0) say(`${what}: ${finished} of ${pieces.length} in ${seconds} s`)
  else say(`${what}: ${digits(part.sum.runs)} runs, ${digits(part.sum.effects)} effects in ${seconds} s`)
  return part
}

const histories = async ({ histories: most, seed }: Asked, say: Say, stop: AbortSignal): Promise<Ended> => {
  const pieces: Piece[] = []
  for (let from = seed; from < seed + most; from += HISTORIES_AT_ONCE)
    pieces.push({ kind: 'histories', from, until: Math.min(from + HISTORIES_AT_ONCE, seed + most) })
  const { ended, sum } = await worked(`histories from seed ${seed}`, pieces, say, stop, most)
  if (ended === 'violation') return ended
  const counted: Counted[] = countedIn(sum.counts, ended === 'done' ? most : 0)
  say(coverageTable(counted))
  const fault = coverageFault(counted)
  if (fault) say(fault)
  return fault ? 'violation' : ended
}

const crashes = async ({ only }: Asked, say: Say, stop: AbortSignal): Promise<Ended> => {
  const isAsked = ({ name }: { name: string }): boolean => name.includes(only)
  const pieces: Piece[] = [
    ...scenarios.filter(isAsked).map(({ name }) => ({ kind: 'pruning', name }) as const),
    ...scenarios.filter(isAsked).map(({ name }) => ({ kind: 'scenario', name }) as const),
    ...meetings.filter(isAsked).map(({ name }) => ({ kind: 'meeting', name }) as const),
  ]
  const { ended } = await worked('crashes and meetings', pieces, say, stop)
  return ended
}

const mutantsDie = async ({ only, seed }: Asked, say: Say, stop: AbortSignal): Promise<Ended> => {
  const names = mutantNames(only)
  const pieces = (['histories', 'crashes', 'meetings'] as const).flatMap((way) =>
    names.map((name): Piece => ({ kind: 'mutant', name, way, seed })),
  )
  const { ended, killed } = await worked('mutants by every way', pieces, say, stop)
  say(mutantTable(names, killed))
  if (ended !== 'done') return ended
  const alive = survivors(names, killed)
  say(alive.length ? `Not found out: ${alive.join(', ')}` : `All ${names.length} mutants were found out`)
  return alive.length ? 'violation' : ended
}

/** Throws Misused where no scenario, meeting or mutant has the text in its name. */
const assertSome = ({ only, crashes: isCrashes, mutants }: Asked): void => {
  const names = [
    ...(isCrashes ? [...scenarios, ...meetings].map(({ name }) => name) : []),
    ...(mutants ? mutantNames('') : []),
  ]
  if (only !== '' && !names.some((name) => name.includes(only)))
    throw new Misused(`--only must be a part of a name, and nothing that was asked for has '${only}' in its name`)
}

/** Does what was asked for, tells it line by line, and answers the exit code. */
export const simulate = async (asked: Asked, say: Say, stop: AbortSignal): Promise<number> => {
  assertSome(asked)
  const parts = [
    ...(asked.histories > 0 ? [histories] : []),
    ...(asked.crashes ? [crashes] : []),
    ...(asked.mutants ? [mutantsDie] : []),
  ]
  for (const part of parts) {
    const ended = await part(asked, say, stop)
    if (ended !== 'done') return EXIT[ended]
  }
  return EXIT.well
}
