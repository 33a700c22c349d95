import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as waited } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { close, listen } from '../../local/listen.ts'
import { readAlong } from './read-along.ts'
import { pathOf, textOf } from './repository.ts'
import { type Shell, startShell } from './shell.ts'

/** The Node and npm of whoever reads, and nothing of what this run was started by. */
const environment = (): NodeJS.ProcessEnv => {
  const path = (process.env.PATH ?? '').split(':').filter((folder) => !folder.includes('node_modules'))
  return { PATH: path.join(':'), HOME: process.env.HOME, NO_COLOR: '1' }
}

const portFor = async (wanted: number): Promise<number> => {
  const probe = createServer()
  const port = await listen(probe, wanted).catch(() => listen(probe, 0))
  await close(probe)
  return port
}

/** What must differ from the page where somebody else has its ports. */
const movedPorts = async (): Promise<Record<string, string>> => {
  const [service, app] = [await portFor(4000), await portFor(3000)]
  return {
    // What is installed is what this run was installed by, from the same lock: CI begins with `npm ci` in a fresh clone.
    'npm ci && npm start': 'npm start',
    ...(service !== 4000 && {
      'npm start': `npm start -- --port ${service}`,
      '127.0.0.1:4000': `127.0.0.1:${service}`,
    }),
    ...(app !== 3000 && { 'listen(3000': `listen(${app}`, '127.0.0.1:3000': `127.0.0.1:${app}` }),
  }
}

type Stop = () => Promise<void>

/** Sends a signal to a shell and all it has started; answers whether anything of that was there still. */
const signalled = (group: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(-group, signal)
  } catch {
    return false
  }
}

/** So long a service may take to stop. */
const STOPPING_MS = 60_000

/**
 * Ends a shell with all it has started. The shell itself is gone at once, and the service behind it writes its data folder until it is,
 * too: whoever emptied that folder before would find half of it there again.
 */
const ended = async (group: number): Promise<void> => {
  signalled(group, 'SIGTERM')
  const until = Date.now() + STOPPING_MS
  while (signalled(group, Date.now() < until ? 0 : 'SIGKILL')) await waited(50)
}

/** Runs what the page starts in a terminal of its own until it says that it is there, and reads the key off what it prints. */
const serveIn = (folder: string, running: Stop[]) => (commands: string) =>
  new Promise<Record<string, string>>((resolve, reject) => {
    const child = spawn('bash', ['-c', commands], { cwd: folder, env: environment(), detached: true })
    running.push(async () => {
      if (child.pid !== undefined) await ended(child.pid)
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        said += part
        const [key] = /smk_[\w-]+/.exec(said) ?? []
        if (key && said.includes('Stop with Ctrl+C')) resolve({ 'smk_…': key })
      })
    child.on('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)))
  })

/** Ends what hangs: a machine that does much else takes long to synthesize and start. */
const PATIENCE_MS = 300_000

describe('whoever has a fresh clone and the README', { timeout: PATIENCE_MS }, () => {
  const clone = mkdtempSync(join(tmpdir(), 'shiming-clone-'))
  const running: Stop[] = []
  let shell: Shell | undefined
  beforeAll(() => {
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: pathOf('.'),
      encoding: 'utf8',
    })
    for (const file of files.split('\0').filter((one) => one !== '')) cpSync(pathOf(file), join(clone, file))
    symlinkSync(pathOf('node_modules'), join(clone, 'node_modules'))
  })
  afterEach(() => {
    shell?.stop()
    return Promise.all(running.splice(0).map((stop) => stop()))
  })
  afterAll(() => rmSync(clone, { recursive: true, force: true, maxRetries: 5 }))

  const read = async (page: string) => {
    shell = startShell(clone, environment())
    return readAlong(textOf(page), {
      shell,
      folder: clone,
      instead: await movedPorts(),
      serve: serveIn(clone, running),
    })
  }

  it('in Chinese starts the service, goes on a journey with the client and gates a feature of an app', async () => {
    expect(await read('README.zh-CN.md')).toEqual([])
  })

  it('in English does the same', async () => {
    rmSync(join(clone, '.local'), { recursive: true, force: true })
    expect(await read('README.md')).toEqual([])
  })
})
