import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { Route } from '../../shared/http/route.ts'
import { nameOf } from '../flows/callers/samples.ts'
import { undescribed } from '../infra/openapi/answers.ts'
import { basesOf } from './bases.ts'
import { answerFaults, logFaults } from './bounds.ts'
import { MARK } from './inputs/texts.ts'
import type { Logs } from './logs.ts'
import { hostileRequests, type Planned } from './requests.ts'
import { curlLine } from './shown.ts'
import type { Stage } from './stage.ts'
import { send } from './wire.ts'

/** What came of attacking a route. `statuses`: how many answers of each; `found`: the smallest request that shows a fault. */
export type Attacked = {
  route: string
  inputs: number
  statuses: Map<number, number>
  dearestMs: number
  largestBytes: number
  found?: { faults: string[]; line: string }
}

export type Attack = { inputs: number; seed: number }

/** What must not come into a log besides whatever is marked. */
export const secretsOf = ({ credentials }: Stage): string[] => [MARK, ...credentials.map(({ text }) => text)]

/** Each route is sent others, and the same again whether it is attacked alone or with all. */
const seedOf = (route: Route, seed: number): number =>
  createHash('sha256')
    .update(`${seed} ${nameOf(route)}`)
    .digest()
    .readInt32BE()

/** Whether it was told that nothing is there: a slash in an id arrives decoded, and behind a door that is another address (docs/decisions/doors-of-the-gateway.md). */
const isAnotherAddress = (path: string, text: string): boolean =>
  /%2f/i.test(path) && /"code":"(?:route_unknown|method_not_allowed)"/.test(text)

/** Sends hostile requests to a route, one after the other, until one breaks a bound; that is then made smaller. */
export const attack = async (stage: Stage, logs: Logs, route: Route, { inputs, seed }: Attack): Promise<Attacked> => {
  const secrets = secretsOf(stage)
  const came: Attacked = { route: nameOf(route), inputs: 0, statuses: new Map(), dearestMs: 0, largestBytes: 0 }
  const faultsOf = async (planned: Planned): Promise<string[]> => {
    const draft = await planned.draft()
    const answer = await send(stage.engine.url, draft).catch((error: unknown) => String(error))
    if (typeof answer === 'string') return [`no answer: ${answer}`]
    came.inputs += 1
    came.statuses.set(answer.status, (came.statuses.get(answer.status) ?? 0) + 1)
    came.dearestMs = Math.max(came.dearestMs, answer.cpuMs ?? 0)
    came.largestBytes = Math.max(came.largestBytes, answer.bytes)
    const { method, path } = draft
    const { status, headers, body: text } = answer
    return [
      ...answerFaults(answer, route.answers[304] !== undefined),
      // Nothing describes what the gateway turns away by itself, or would.
      ...(answer.cpuMs === undefined || isAnotherAddress(path, text)
        ? []
        : undescribed({ method, path, status, headers, text })),
      ...logFaults(logs.since(route.fn), secrets),
    ]
  }
  const holds = fc.asyncProperty(hostileRequests(route, basesOf(stage, route)), async (planned) => {
    const faults = await faultsOf(planned)
    if (faults.length > 0) throw new Error(faults.join('; '))
  })
  logs.since(route.fn)
  const { counterexample, errorInstance } = await fc.check(holds, { numRuns: inputs, seed: seedOf(route, seed) })
  const [planned] = counterexample ?? []
  if (!planned) return came
  const line = `# by ${planned.by}\n${curlLine(stage.engine.url, await planned.draft())}`
  return { ...came, found: { faults: [String(Object(errorInstance).message)], line } }
}
