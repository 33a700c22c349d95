import { sandboxSecrets } from '../../infra/sandbox-secrets.ts'
import { platformAt } from '../../local/demo/platform.ts'
import { startEngine } from '../../local/engine.ts'
import { sandboxAssembly } from '../../local/sandbox-assembly.ts'
import { type Asked, Misused } from '../../shared/command/command-line.ts'
import { wholeNumber, words } from '../../shared/command/flags.ts'
import { runCommand } from '../../shared/command/run-command.ts'
import { FAR_LIMITS } from '../far-limits.ts'
import { standInsAmong } from '../flows/callers/credentials.ts'
import { nameOf } from '../flows/callers/samples.ts'
import type { Attacked } from './attack.ts'
import { besiege, besieged } from './siege.ts'
import { stageOn } from './stage.ts'

// Lambda runs in UTC, and worker threads take the zone of their process.
process.env.TZ = 'UTC'

const SEEDS = 1_000_000

const flags = {
  inputs: wholeNumber('hostile requests to each route', { from: 1, byDefault: 200 }),
  seed: wholeNumber('which ones; another one each time if left out', { byDefault: undefined }),
  route: words('only the routes whose method and path have this in them', {
    what: "a part of a route, as in 'POST /v1/messages'",
    value: 'TEXT',
    byDefault: '',
  }),
}

const hostileCommand = {
  call: 'npm run hostile',
  does: 'Sends hostile requests to every route of a fresh instance, and holds what comes back against bounds.',
  flags,
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const show = ({ route, inputs, statuses, dearestMs, largestBytes, found }: Attacked): void => {
  const answers = [...statuses].sort(([one], [other]) => one - other).map(([status, times]) => `${status}: ${times}`)
  const most = `at most ${dearestMs.toFixed(0)} ms of CPU and ${largestBytes} bytes`
  say(`${found ? '✗' : '✓'} ${route}: ${inputs} (${answers.join(', ')}), ${most}`)
  if (found) say(`  ${found.faults.join('\n  ')}\n${found.line}`)
}

const run = async ({
  flags: { inputs, route, seed = Math.floor(Math.random() * SEEDS) },
}: Asked<typeof flags>): Promise<number> => {
  const some = besieged.filter((one) => nameOf(one).includes(route))
  if (some.length === 0)
    throw new Misused(`--route must be a part of a route, and no method and path has '${route}' in it`)
  const assembly = await sandboxAssembly(() => say('Synthesizing the templates …'))
  const { secrets, platformKey, operatorKey } = sandboxSecrets()
  const settings = FAR_LIMITS
  const threads = { limit: 2, idleLimit: 2 }
  const engine = await startEngine({ assembly, secrets, settings, schedulesByRealTime: false, threads, log: say })
  const standIns = standInsAmong(secrets)
  const stage = await stageOn({ engine, platform: platformAt(engine.url), platformKey, operatorKey, standIns })
  say(`${inputs} hostile requests to each of ${some.length} routes, seed ${seed}`)
  const started = performance.now()
  const { attacked, ...siege } = await besiege(stage, some, { inputs, seed }, show)
  const elsewhere = [...siege.elsewhere, ...engine.refusals()]
  await engine.stop()
  for (const fault of elsewhere) say(`✗ elsewhere: ${fault}`)
  const isHeld = elsewhere.length === 0 && attacked.every(({ found }) => !found)
  const total = attacked.reduce((sum, one) => sum + one.inputs, 0)
  say(
    `${total} requests in ${((performance.now() - started) / 1000).toFixed(0)} s: ${isHeld ? 'all bounds held.' : 'faults.'}`,
  )
  return isHeld ? 0 : 1
}

await runCommand(hostileCommand, run)
