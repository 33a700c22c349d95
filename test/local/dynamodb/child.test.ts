import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { startChild } from '../../../local/dynamodb/child.ts'

const SERVER =
  "require('http').createServer((q,s)=>s.end(String(process.pid))).listen(Number(process.argv[1]),'127.0.0.1')"
const ready = (port: number) => fetch(`http://127.0.0.1:${port}`)

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const untilDead = async (pid: number): Promise<boolean> => {
  for (let wait = 0; wait < 200 && isAlive(pid); wait += 1) await sleep(10)
  return !isAlive(pid)
}

describe('a child process', () => {
  it('answers on its port and ends when it is stopped', async () => {
    const child = await startChild({ command: (port) => [process.execPath, '-e', SERVER, String(port)], ready })
    const pid = Number(await (await ready(child.port)).text())
    expect(isAlive(pid)).toBe(true)
    await child.stop()
    expect(await untilDead(pid)).toBe(true)
  })

  it('ends when this process is killed', async () => {
    const module = new URL('../../../local/dynamodb/child.ts', import.meta.url).href
    const parent = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import { startChild } from ${JSON.stringify(module)}
       const child = await startChild({
         command: (port) => [process.execPath, '-e', ${JSON.stringify(SERVER)}, String(port)],
         ready: (port) => fetch('http://127.0.0.1:' + port),
       })
       console.log(await (await fetch('http://127.0.0.1:' + child.port)).text())
       setInterval(() => undefined, 1000)`,
    ])
    const [printed]: unknown[] = await once(parent.stdout, 'data')
    const pid = Number(String(printed))
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    expect(await untilDead(pid)).toBe(true)
  })

  it('that does not start is reported with what it printed', async () => {
    const command = () => ['/bin/sh', '-c', 'echo no such luck >&2; exit 3']
    await expect(startChild({ command, ready: () => Promise.reject(new Error('not yet')) })).rejects.toThrow(
      'no such luck',
    )
  })
})
