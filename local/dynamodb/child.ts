import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { ForPeople } from '../../shared/command/for-people.ts'

/** A process that ends with this one, however this one ends. */
export type Child = { port: number; stop(): Promise<void> }

type Options = {
  /** The command with its arguments, given the port to listen on. */
  command: (port: number) => string[]
  /** Resolves when the child answers on that port; rejects while it does not yet. */
  ready: (port: number) => Promise<unknown>
}

/**
 * Runs "$@" until it ends or this shell's input is closed, which the system does for us even when we are killed. The child
 * has the port; the shell is there because the child itself does not watch its input.
 */
const SUPERVISOR = 'exec 3<&0; "$@" <&- & child=$!; (cat <&3 >/dev/null; kill -9 $child 2>/dev/null) & wait $child'

const TRIES = 3
const PATIENCE_MS = 10_000
const PAUSE_MS = 10

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })

const untilEnded = (shell: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (shell.exitCode !== null || shell.signalCode !== null) resolve()
    else shell.once('exit', () => resolve())
  })

const untilReady = async (shell: ChildProcess, check: () => Promise<unknown>): Promise<boolean> => {
  const giveUpAt = performance.now() + PATIENCE_MS
  while (shell.exitCode === null && performance.now() < giveUpAt) {
    try {
      await check()
      return true
    } catch {
      await sleep(PAUSE_MS)
    }
  }
  return false
}

/** Starts the child on a free port and waits until it answers. Throws ForPeople with what it printed when it does not. */
export const startChild = async ({ command, ready }: Options): Promise<Child> => {
  let printed = ''
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = await freePort()
    const shell = spawn('/bin/sh', ['-c', SUPERVISOR, 'sh', ...command(port)], { stdio: ['pipe', 'pipe', 'pipe'] })
    shell.stdin.on('error', () => undefined)
    for (const stream of [shell.stdout, shell.stderr]) {
      stream.on('data', (part: Buffer) => {
        printed = `${printed}${part}`.slice(-2000)
      })
    }
    const stop = async (): Promise<void> => {
      shell.stdin.end()
      await untilEnded(shell)
    }
    if (await untilReady(shell, () => ready(port))) return { port, stop }
    await stop()
  }
  throw new ForPeople(`${command(0)[0]} does not start: ${printed.trim()}`)
}
