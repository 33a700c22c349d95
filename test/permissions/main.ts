import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { readAssembly } from '../../local/template/assembly.ts'
import { readSystem } from '../../local/template/system.ts'
import { runCommand } from '../../shared/command/run-command.ts'
import { flowsAssembly } from '../flows/assembly.ts'
import { argued } from './argued.ts'
import { keptUses, WHOLE_RUN } from './kept-uses.ts'
import { type Held, reportOn } from './report.ts'

const ROOT = join(import.meta.dirname, '../..')
const PROJECTS = ['flows', 'deep flows'] as const

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const run = (project: string): void => {
  say(`Running the ${project} …`)
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', project], {
    cwd: ROOT,
    env: { ...process.env, [WHOLE_RUN]: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`the ${project} fail: npm run test:one -- test/flows says why`)
}

const lines = (all: readonly Held[]): string => all.map(({ fn, permission }) => `  ${fn}: ${permission}`).join('\n')

const permissionsCommand = {
  call: 'npm run permissions',
  does: [
    'Holds what every function may do against what the flows made it do; runs those flows whose use of this very code is not known',
    'yet. npm run test:deep ends with it.',
  ].join('\n'),
  flags: {},
}

const judge = async (): Promise<number> => {
  const assembly = await flowsAssembly()
  for (const project of PROJECTS) if (!(await keptUses({ assembly, project }))) run(project)
  const uses = await Promise.all(PROJECTS.map(async (project) => (await keptUses({ assembly, project })) ?? []))
  const refused = uses.flat().flatMap((line) => ('refused' in line ? [line.refused] : []))
  const nowhere = { publicUrl: 'http://127.0.0.1', queueUrl: (name: string) => name, secret: () => '' }
  const { held, unused, stale } = reportOn(readSystem(readAssembly(assembly), nowhere), uses.flat(), argued)
  const functions = new Set(held.map(({ fn }) => fn)).size
  const used = held.length - unused.length - argued.length + stale.length
  say(
    `${functions} functions hold ${held.length} permissions: ${used} are used by a flow, ${argued.length} are argued,`,
  )
  say(`${unused.length} are neither. Refused: ${refused.length === 0 ? 'nothing' : refused.join(', ')}.`)
  if (unused.length > 0) say(`Used by no flow:\n${lines(unused)}`)
  if (stale.length > 0) say(`Argued for no reason:\n${lines(stale)}`)
  return unused.length + stale.length + refused.length > 0 ? 1 : 0
}

await runCommand(permissionsCommand, judge)
