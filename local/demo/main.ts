import { sandboxSecrets } from '../../infra/sandbox-secrets.ts'
import { startEngine } from '../engine.ts'
import { sandboxAssembly } from '../sandbox-assembly.ts'
import { demonstrate } from './demo.ts'
import { platformAt } from './platform.ts'

// Lambda runs in UTC, and worker threads take the zone of their process.
process.env.TZ = 'UTC'

/** A vendor that does not answer is given up after this, so that the demo need not wait for it. */
const VENDOR_LIMITS = { connectMs: 2000, totalMs: 2000 }

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Drives every journey on a fresh instance in memory; true if all ended as they must. */
const main = async (): Promise<boolean> => {
  const assembly = await sandboxAssembly(() => say('Synthesizing the templates …'))
  const engine = await startEngine({
    assembly,
    secrets: sandboxSecrets().secrets,
    settings: { vendor: VENDOR_LIMITS },
    sandboxSettings: { slowAnswerMs: 3000 },
    schedulesByRealTime: false,
    log: say,
  })
  say(`A fresh instance runs at ${engine.url}`)
  try {
    return await demonstrate({ platform: platformAt(engine.url), step: (line) => say(`  ${line}`) }, say)
  } finally {
    await engine.stop()
  }
}

process.exitCode = (await main()) ? 0 : 1
