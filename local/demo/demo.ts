import { inColumns } from '../../shared/command/columns.ts'
import { appsHold } from './apps.ts'
import { cardsHold } from './cards.ts'
import { certificatesHold } from './certificates.ts'
import { certificationsHold } from './certified.ts'
import { auditHolds, type ConsoleStage, dutiesHold } from './console.ts'
import { documentsHold } from './documents.ts'
import { facesHold } from './faces.ts'
import { identityHolds, type PlatformStage } from './identity.ts'
import { failOver, holds, type Journey, journeys, type Stage, travel } from './journeys.ts'
import { levelsHold } from './levels.ts'
import { papersHold } from './papers.ts'
import { recycledHolds } from './recycled.ts'
import { scansHold } from './scan.ts'
import { textsHold } from './texts.ts'
import { trustHolds } from './trust.ts'
import type { Person } from './user.ts'
import { wechatHolds } from './wechat.ts'

const phoneOf = (texted: Person[], person: Person): string => {
  texted.push(person)
  return person.phone
}

type Row = { journey: Journey; cells: string[]; held: boolean }

/** Hands out test people, each only once: a phone has one account. */
const casting = () => {
  const used = new Map<string, number>()
  return async (stage: Stage, outcome: string): Promise<Person> => {
    const next = used.get(outcome) ?? 0
    used.set(outcome, next + 1)
    const person = (await stage.platform.sandbox.people(outcome))[next]
    if (!person) throw new Error(`the catalogue has no further person for ${outcome}`)
    return person
  }
}

const run = async (stage: Stage, journey: Journey, person: Person): Promise<Row> => {
  try {
    const ended = await travel(stage, journey, person)
    const cells = [ended.status, ended.paidFen, ended.refundedFen, ended.send, ended.calls].map(String)
    return { journey, cells, held: holds(journey, ended) }
  } catch (error) {
    stage.step(`failed: ${error instanceof Error ? error.message : String(error)}`)
    return { journey, cells: ['failed', '-', '-', '-', '-'], held: false }
  }
}

const TITLES = ['journey', 'result', 'paid fen', 'refunded fen', 'send', 'vendor calls', '']

/** The table of journeys as text. */
const tableOf = (rows: readonly Row[]): string =>
  inColumns([TITLES, ...rows.map(({ journey, cells, held }) => [journey.name, ...cells, held ? 'ok' : 'WRONG'])]).join(
    '\n',
  )

/** How the demo ended: each journey with what it ended with, and everything else by its name. */
export type Shown = {
  held: boolean
  journeys: {
    journey: string
    result: string
    paidFen: number
    refundedFen: number
    send: number
    calls: number
    held: boolean
  }[]
  others: Record<
    | 'texts'
    | 'scans'
    | 'wechat'
    | 'cards'
    | 'documents'
    | 'faces'
    | 'levels'
    | 'trust'
    | 'apps'
    | 'certifications'
    | 'certificates'
    | 'identity'
    | 'duties'
    | 'papers'
    | 'recycled'
    | 'audit',
    boolean
  >
}

const shownRow = ({ journey, cells, held }: Row): Shown['journeys'][number] => {
  const [result = '', ...numbers] = cells
  const [paidFen = 0, refundedFen = 0, send = 0, calls = 0] = numbers.map((cell) => Number(cell) || 0)
  return { journey: journey.name, result, paidFen, refundedFen, send, calls, held }
}

/** Drives every journey, one line per step; answers how each ended, and whether all did as they must. */
export const demonstrate = async (stage: ConsoleStage & PlatformStage, say: (line: string) => void): Promise<Shown> => {
  const cast = casting()
  const rows: Row[] = []
  for (const journey of [...journeys, ...failOver]) {
    say(`\n${journey.name}`)
    rows.push(await run(stage, journey, await cast(stage, journey.outcome)))
  }
  say(`\n${tableOf(rows)}`)
  // Who only got a text is nobody yet.
  const texted: Person[] = []
  const texts = await textsHold(stage, async () => phoneOf(texted, await cast(stage, 'match')), say)
  const scans = await scansHold(stage, (await cast(stage, 'mismatch')).phone, say)
  const wechat = await wechatHolds(stage, (await cast(stage, 'no_record')).phone, say)
  const cards = await cardsHold(stage, (outcome) => cast(stage, outcome), say)
  const holders = { person: texted[1], other: await cast(stage, 'no_record') }
  const documents = await documentsHold(stage, holders, say)
  const faces = await facesHold(stage, () => cast(stage, 'match'), say)
  const identity = await identityHolds(stage, { person: texted[0], other: await cast(stage, 'mismatch') }, say)
  const raised = await cast(stage, 'match')
  const levels = await levelsHold(stage, raised, say)
  const trust = await trustHolds(stage, raised, say)
  const apps = await appsHold(stage, { owner: raised, other: await cast(stage, 'mismatch') }, say)
  const certifications = await certificationsHold(stage, raised, say)
  const duties = await dutiesHold(stage, (outcome) => cast(stage, outcome), say)
  const papers = await papersHold(stage, (await cast(stage, 'mismatch')).phone, say)
  // Last, as years pass.
  const certificates = await certificatesHold(stage, raised, say)
  const recycled = await recycledHolds(stage, await cast(stage, 'match'), say)
  const audit = await auditHolds(stage, say)
  const others = {
    texts,
    scans,
    wechat,
    cards,
    documents,
    faces,
    levels,
    trust,
    apps,
    certifications,
    certificates,
    identity,
    duties,
    papers,
    recycled,
    audit,
  }
  const held = rows.every((row) => row.held) && Object.values(others).every(Boolean)
  return { held, journeys: rows.map(shownRow), others }
}
