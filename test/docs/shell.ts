import { spawn } from 'node:child_process'

/** A shell in which the blocks of a page run one after the other, as in somebody's terminal. */
export type Shell = {
  /** Runs commands; their output of both kinds, and the exit code of the last. */
  run(commands: string): Promise<{ output: string; code: number }>
  /** Ends it with all it has started. */
  stop(): void
}

/** Starts one in a folder. */
export const startShell = (cwd: string, env: NodeJS.ProcessEnv): Shell => {
  const bash = spawn('bash', ['--noprofile', '--norc'], {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  bash.stdin.write('exec 2>&1\n')
  bash.stdout.setEncoding('utf8')
  const ended = new Promise<never>((_, reject) => bash.once('exit', () => reject(new Error('the shell has ended'))))
  ended.catch(() => undefined)
  let count = 0
  let waiting = Promise.resolve()
  const run = (commands: string): Promise<{ output: string; code: number }> =>
    new Promise((resolve) => {
      count += 1
      const end = new RegExp(`\\n?=== block ${count} ended with (\\d+)\\n$`)
      let output = ''
      const hear = (part: string): void => {
        output += part
        const code = end.exec(output)?.[1]
        if (code === undefined) return
        bash.stdout.off('data', hear)
        resolve({ output: output.replace(end, ''), code: Number(code) })
      }
      bash.stdout.on('data', hear)
      bash.stdin.write(`${commands}\nprintf '\\n=== block ${count} ended with %s\\n' $?\n`)
    })
  return {
    run(commands) {
      const result = waiting.then(() => Promise.race([run(commands), ended]))
      waiting = result.then(
        () => undefined,
        () => undefined,
      )
      return result
    },
    stop: () => {
      if (bash.pid !== undefined && bash.exitCode === null) process.kill(-bash.pid, 'SIGTERM')
    },
  }
}
