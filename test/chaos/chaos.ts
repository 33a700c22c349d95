import { people } from '../../functions/sandbox/people.ts'
import type { Person } from '../../local/demo/user.ts'
import type { Engine } from '../../local/engine.ts'
import { NotQuiet } from '../../local/quiet.ts'
import { HOUR, MINUTE, type Millis, SECOND } from '../../shared/kernel/time.ts'
import { faultsOf } from './audit.ts'
import { newStage } from './instance.ts'
import { mendsHearing, seesToHearing, worsensHearing } from './listening.ts'
import { tidiesUp } from './operator.ts'
import { count, type Stage } from './stage.ts'
import { stepped, type Visit, visitOf } from './traveller.ts'
import { clears, strikes, worsens } from './weather.ts'

/** How long the weather is bad, and which it is. */
export type Weather = { minutes: number; seed: number; say: (line: string) => void }

/** `resting`: people who are not on their way; the vendor tells calls apart by person, so nobody goes twice at a time. */
type Run = { stage: Stage; engine: Engine; visits: Visit[]; resting: Person[] }

/** So many customers are on their way at the same time. */
const CROWD = 12

const welcomes = ({ stage, visits, resting }: Run): void => {
  while (visits.length < CROWD) {
    const [person] = resting.splice(stage.chance.pick(resting.length), 1)
    if (!person) return
    visits.push(visitOf(stage, person))
  }
}

const takesStep = async (run: Run, visit: Visit): Promise<void> => {
  if (await stepped(run.stage, visit)) return
  run.visits.splice(run.visits.indexOf(visit), 1)
  run.resting.push(visit.person)
}

/** Time passes; a schedule that is killed over and over stops it for now, as it would on AWS. */
const passes = async ({ stage, engine }: Run, by: Millis): Promise<void> => {
  try {
    await engine.advance(by)
  } catch (error) {
    if (!(error instanceof NotQuiet)) throw error
    count(stage, 'the sweep was kept from its work')
  }
}

/** Mostly less than an order lives. */
const leapOf = ({ stage }: Run): Millis =>
  stage.chance.of([
    [20, 10 * SECOND],
    [30, MINUTE],
    [6, 5 * MINUTE],
    [1, 31 * MINUTE],
    [1, 3 * HOUR],
  ]) ?? MINUTE

/** All but the first take what they like. */
const moody = ({ listeners }: Stage) => listeners.slice(1)

/** Most of those on their way take a step, at the same time. */
const round = async (run: Run): Promise<void> => {
  const { stage, engine, visits } = run
  welcomes(run)
  await worsens(stage, engine)
  const steps = visits.filter(() => !stage.chance.once(4)).map((visit) => takesStep(run, visit))
  await Promise.all([...steps, strikes(stage, engine)])
  for (const listener of moody(stage)) await seesToHearing(stage, listener)
  await passes(run, leapOf(run))
  count(stage, 'round')
}

const summary = ({ stage, visits }: Run): string => {
  const faults = [...stage.counts].reduce((sum, [what, times]) => sum + (what.startsWith('fault: ') ? times : 0), 0)
  const said = {
    rounds: stage.counts.get('round') ?? 0,
    orders: stage.purchases.length,
    'on their way': visits.length,
    faults,
    violations: stage.violations.length,
  }
  return Object.entries(said)
    .map(([what, many]) => `${many} ${what}`)
    .join(', ')
}

/** How often the run says where it is. */
const EVERY: Millis = 15 * SECOND

const clockOf = (ms: Millis): string =>
  `${Math.floor(ms / MINUTE)}:${String(Math.floor((ms % MINUTE) / SECOND)).padStart(2, '0')}`

const storm = async (run: Run, { minutes, say }: Weather): Promise<void> => {
  const since = performance.now()
  let sayAt = EVERY
  for (let passed = 0; passed < minutes * MINUTE; passed = performance.now() - since) {
    await round(run)
    if (passed < sayAt) continue
    sayAt = passed + EVERY
    say(`${clockOf(passed)}  ${summary(run)}`)
  }
}

/** More rounds than anybody needs who is served at all. */
const CALM_ROUNDS = 40
const DAYS_AFTER = 4

/**
 * A refund that is asked for on one day and paid out on another stands in the bill of the first, and is missed in that of the
 * second until the channel is asked about it with the bill after that: at 10:30, two days later.
 */
const DAYS_OF_BILLS = 3

const passesDay = async (engine: Engine): Promise<void> => {
  for (let hours = 0; hours < 24; hours += 6) await engine.advance(6 * HOUR)
}

/** Those on their way come to its end; then days pass, so that bills arrive and whatever is owed is done. */
const calm = async (run: Run): Promise<void> => {
  const { stage, engine, visits } = run
  await clears(stage, engine)
  for (let left = CALM_ROUNDS; left > 0 && visits.length > 0; left -= 1) {
    await Promise.all([...visits].map((visit) => takesStep(run, visit)))
    await engine.advance(left % 5 === 0 && left < CALM_ROUNDS ? 31 * MINUTE : MINUTE)
  }
  for (const listener of moody(stage)) await mendsHearing(stage, listener)
  for (const { person } of visits) stage.violations.push(`a customer (${person.outcome}) never comes to an end`)
  for (let day = 0; day < DAYS_AFTER; day += 1) {
    await passesDay(engine)
    await tidiesUp(stage, engine)
    await engine.advance(MINUTE)
  }
  for (const listener of stage.listeners) await mendsHearing(stage, listener)
  for (let day = 0; day < DAYS_OF_BILLS; day += 1) await passesDay(engine)
}

export type Outcome = { stage: Stage; faults: readonly string[] }

/** Lets customers loose on a fresh instance in bad weather, waits for calm, and looks from outside at what became of everything. */
export const chaos = async (weather: Weather): Promise<Outcome> => {
  const { stage, engine } = await newStage(weather.seed, weather.say)
  const run: Run = { stage, engine, visits: [], resting: [...people] }
  try {
    weather.say(`A fresh instance runs at ${engine.url}; the weather is that of seed ${weather.seed}`)
    for (const listener of moody(stage)) worsensHearing(stage, listener)
    await storm(run, weather)
    weather.say('The weather clears; everybody comes to an end …')
    await calm(run)
    weather.say(summary(run))
    return { stage, faults: [...stage.violations, ...(await faultsOf(stage, engine))] }
  } finally {
    await engine.stop()
    for (const { server } of stage.listeners) server.close().closeAllConnections()
  }
}
