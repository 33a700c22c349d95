import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { pathOf } from '../../docs/repository.ts'
import { type Fault, startReceiver } from './receiver.ts'
import { everyCase, freePort, LIMIT_MS, secrets } from './run.ts'

/** Runs the command as somebody does; its exit code, and what it told programs. */
const run = async (faults: readonly Fault[]) => {
  const port = await freePort()
  const shimingUrl = `http://127.0.0.1:${port}`
  const { webhook, gate, state, stop } = await startReceiver({ faults, secrets, shimingUrl, limitMs: LIMIT_MS })
  const flags = ['--webhook', webhook, '--gate', gate, '--state', state, '--port', String(port), '--json']
  const env = { PATH: process.env.PATH, SHIMING_WEBHOOK_SECRET: secrets.join(',') }
  const running = promisify(execFile)(process.execPath, ['local/command/shiming.cjs', 'conform', ...flags], {
    cwd: pathOf('.'),
    env,
  })
  const { code, stdout, stderr } = await running.then(
    (ended) => ({ code: 0, ...ended }),
    (failed) => failed,
  )
  await stop()
  return { code, stderr, told: JSON.parse(stdout) }
}

describe('M10 npx shiming conform ends', () => {
  it.concurrent('with 0 for an app that is right, with secrets from the environment', async () => {
    const { code, stderr, told } = await run([])
    expect({ code, stderr, conforms: told.conforms }).toEqual({ code: 0, stderr: '', conforms: true })
    expect(told.cases.map(({ id }: { id: string }) => id)).toEqual(everyCase)
  })

  it.concurrent('with 1 for one that is not', async () => {
    const { code, told } = await run(['takes any time'])
    expect({ code, conforms: told.conforms }).toEqual({ code: 1, conforms: false })
  })
})
