import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { pathOf, textOf } from './docs/repository.ts'

const scripts: Record<string, string> = JSON.parse(textOf('package.json')).scripts

/** Programs of this repository, each once; what stands behind the others' names is somebody else's command line. */
const own = [
  ...new Map(
    Object.entries(scripts)
      .filter(([, line]) => line.includes('needs-node.cjs') && !line.includes('vitest'))
      .toReversed()
      .map(([name, line]) => [/[\w/-]+\.ts/.exec(line)?.[0], [name, line] as const]),
  ).values(),
]

type Ended = { code: number; stdout: string; stderr: string }

/** Runs a command as npm does, with nothing of npm's in its environment. */
const run = async (line: string, ...args: string[]): Promise<Ended> => {
  const [, ...words] = line.split(' ')
  const options = { cwd: pathOf('.'), env: { PATH: process.env.PATH, NO_COLOR: '1' } }
  const running = promisify(execFile)(process.execPath, [...words, ...args], options)
  running.child.stdin?.end()
  return running.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

describe.each(own)('npm run %s', (name, line) => {
  it('says what it takes when it is asked, on standard output, and does nothing else', async () => {
    const { code, stdout, stderr } = await run(line, '--help')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Usage: npm /)
  })

  it('names a flag it does not have in one line on standard error, and does nothing', async () => {
    const { code, stdout, stderr } = await run(line, '--no-such-flag')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^.*\(npm [\w: ]+ -- --help\)\n$/)
    // Flags of test:one are those of vitest, but a path must stand before them.
    if (name !== 'test:one') expect(stderr).toContain('--no-such-flag')
  })
})

describe('npm start', () => {
  it.each([
    [['--port', '70000'], '--port must be a whole number from 0 to 65535'],
    [['--memory', '--data', 'x'], '--memory keeps nothing'],
    [['extra'], "takes flags only, and 'extra' is none"],
  ])('%j', async (args, told) => {
    const { code, stderr } = await run(scripts.start ?? '', ...args)
    expect(code).toBe(2)
    expect(stderr).toContain(told)
  })

  it.each([
    ['a file as data folder', ['--data', 'package.json'], /package\.json is a file, not a folder: choose another/],
    ['a folder that cannot be made', ['--data', '/proc/shiming'], /^\/proc\/shiming cannot be made: choose another/],
  ])('ends with one line and no stack for %s', async (_, args, told) => {
    const { code, stdout, stderr } = await run(scripts.start ?? '', ...args)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(told)
    expect(stderr.trimEnd()).not.toContain('\n')
  })
})
