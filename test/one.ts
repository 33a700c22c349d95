import { spawn } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { ForPeople } from '../shared/command/for-people.ts'

// `npm run test:one -- <path …>` runs some tests once, `npm run test:watch` the units again at every change, or the tests of the
// paths it is given. vitest finds the project of a test by itself.

const ROOT = join(import.meta.dirname, '..')

const USAGE = `Usage: npm run test:one -- <path …> [-t 'part of a title']
       npm run test:watch [-- <path …>]

A path is a test (test/person/phone.test.ts), a folder of tests, or a source or a folder of sources: then the tests at the same
path below test/ run.
Whatever follows the first option is vitest's.
`

/** What was asked for has no tests. */
export class NoTest extends ForPeople {
  override readonly name = 'NoTest'
}

const RESTARTS = 'test/restarts/'

/** Where the tests of a source are: those of functions/person below test/person, those of shared/kernel below test/shared/kernel. */
const testsOfSource = (source: string): string[] => {
  const stem = join('test', source.replace(/^functions\//, '').replace(/\.ts$/, ''))
  return globSync([`${stem}.test.ts`, `${stem}.deep.test.ts`, `${stem}-*.test.ts`], { cwd: ROOT }).sort()
}

const testsAt = (given: string): string[] => {
  const path = relative(ROOT, resolve(given)).split(sep).join('/')
  if (!existsSync(join(ROOT, path))) throw new NoTest(`there is no ${path}`)
  if (/\.test\.ts$/.test(path)) return [path]
  if (path.startsWith('test/') && statSync(join(ROOT, path)).isDirectory()) return [`${path}/`]
  const mirror = path.replace(/^functions\//, 'test/').replace(/^(shared|infra|local|clients)\//, 'test/$1/')
  if (mirror !== path && statSync(join(ROOT, path)).isDirectory() && existsSync(join(ROOT, mirror)))
    return [`${mirror}/`]
  const found = /^(functions|shared|infra|local|clients)\/.+\.ts$/.test(path) ? testsOfSource(path) : []
  if (found.length === 0) throw new NoTest(`${path} is no test, and there is none at the same path below test/`)
  return found
}

/** What vitest is started with. Throws NoTest for a path without tests. */
export const vitestArguments = (given: readonly string[], watch: boolean): string[] => {
  const first = given.findIndex((one) => one.startsWith('-'))
  const [paths, options] = first < 0 ? [given, []] : [given.slice(0, first), given.slice(first)]
  if (paths.length === 0 && !watch) throw new NoTest('npm run test:one needs a test, a source, or a folder of either')
  const tests = paths.flatMap(testsAt)
  const restarts = tests.filter((test) => test.startsWith(RESTARTS))
  if (restarts.length > 0 && restarts.length < tests.length)
    throw new NoTest(`tests below ${RESTARTS} run apart from all others`)
  return [
    ...(watch ? ['watch'] : ['run']),
    ...(restarts.length > 0 ? ['--config', 'vitest.restarts.config.ts'] : []),
    ...(tests.length > 0 ? tests : ['--project', 'units']),
    ...options,
  ]
}

const main = (): void => {
  const [first, ...rest] = process.argv.slice(2)
  const watch = first === '--watch'
  const given = watch ? rest : process.argv.slice(2)
  if (given.length === 1 && given[0] === '--help') {
    process.stdout.write(USAGE)
    return
  }
  const args = vitestArguments(given, watch)
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], { cwd: ROOT, stdio: 'inherit' })
  // The terminal sends it to vitest as well, which says when it is done.
  process.on('SIGINT', () => {})
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

if (import.meta.main) {
  try {
    main()
  } catch (error) {
    if (!(error instanceof NoTest)) throw error
    process.stderr.write(`${error.message} (npm run test:one -- --help)\n`)
    process.exitCode = 2
  }
}
