import { parseArgs } from 'node:util'
import { sandboxSecrets } from '../../infra/sandbox-secrets.ts'
import { platformAt } from '../../local/demo/platform.ts'
import { startEngine } from '../../local/engine.ts'
import { sandboxAssembly } from '../../local/sandbox-assembly.ts'
import type { Route } from '../../shared/http/route.ts'
import { FAR_LIMITS } from '../far-limits.ts'
import { standInsAmong } from '../flows/callers/credentials.ts'
import { nameOf } from '../flows/callers/samples.ts'
import type { Attacked } from './attack.ts'
import { besiege, besieged } from './siege.ts'
import { stageOn } from './stage.ts'

// Lambda runs in UTC, and worker threads take the zone of their process.
process.env.TZ = 'UTC'

const USAGE = `Usage: npm run hostile -- [--inputs 200] [--seed N] [--route 'POST /v1/messages']

  --inputs  hostile requests to each route
  --seed    which ones; another one each time if left out
  --route   only the routes whose method and path have this in them
`

const say = (line: string): void => void process.stdout.write(`${line}\n`)

type Asked = { inputs: number; seed: number; some: readonly Route[] }

/** Reads the command line; undefined if it is not as USAGE says. */
const askedOf = (args: readonly string[]): Asked | undefined => {
  const options = { inputs: { type: 'string' }, seed: { type: 'string' }, route: { type: 'string' } } as const
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false })
    const inputs = Number(values.inputs ?? 200)
    const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
    const some = besieged.filter((route) => nameOf(route).includes(values.route ?? ''))
    const isRead = Number.isInteger(inputs) && inputs > 0 && Number.isInteger(seed) && some.length > 0
    return isRead ? { inputs, seed, some } : undefined
  } catch {
    return undefined
  }
}

const show = ({ route, inputs, statuses, dearestMs, largestBytes, found }: Attacked): void => {
  const answers = [...statuses].sort(([one], [other]) => one - other).map(([status, times]) => `${status}: ${times}`)
  const most = `at most ${dearestMs.toFixed(0)} ms of CPU and ${largestBytes} bytes`
  say(`${found ? '✗' : '✓'} ${route}: ${inputs} (${answers.join(', ')}), ${most}`)
  if (found) say(`  ${found.faults.join('\n  ')}\n${found.line}`)
}

const run = async ({ inputs, seed, some }: Asked): Promise<number> => {
  const assembly = await sandboxAssembly(() => say('Synthesizing the templates …'))
  const { secrets, platformKey, operatorKey } = sandboxSecrets()
  const settings = FAR_LIMITS
  const threads = { limit: 2, idleLimit: 2 }
  const engine = await startEngine({ assembly, secrets, settings, schedulesByRealTime: false, threads, log: say })
  const standIns = standInsAmong(secrets)
  const stage = await stageOn({ engine, platform: platformAt(engine.url), platformKey, operatorKey, standIns })
  say(`${inputs} hostile requests to each of ${some.length} routes, seed ${seed}`)
  const started = performance.now()
  const { attacked, elsewhere } = await besiege(stage, some, { inputs, seed }, show)
  await engine.stop()
  for (const fault of elsewhere) say(`✗ elsewhere: ${fault}`)
  const isHeld = elsewhere.length === 0 && attacked.every(({ found }) => !found)
  const total = attacked.reduce((sum, one) => sum + one.inputs, 0)
  say(
    `${total} requests in ${((performance.now() - started) / 1000).toFixed(0)} s: ${isHeld ? 'all bounds held.' : 'faults.'}`,
  )
  return isHeld ? 0 : 1
}

const asked = askedOf(process.argv.slice(2))
if (!asked) process.stderr.write(USAGE)
process.exitCode = asked ? await run(asked) : 2
