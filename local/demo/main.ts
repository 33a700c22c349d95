import { smsVendorNames } from '../../functions/account/settings.ts'
import { identityVendorNames } from '../../functions/verification/settings.ts'
import { sandboxSecrets } from '../../infra/sandbox-secrets.ts'
import { runCommand } from '../../shared/command/run-command.ts'
import { startEngine } from '../engine.ts'
import { sandboxAssembly } from '../sandbox-assembly.ts'
import { demonstrate } from './demo.ts'
import { platformAt } from './platform.ts'

// Lambda runs in UTC, and worker threads take the zone of their process.
process.env.TZ = 'UTC'

/** A vendor that does not answer is given up after this, so that the demo need not wait for it. */
const VENDOR_LIMITS = { connectMs: 2000, totalMs: 2000 }

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const demoCommand = {
  call: 'npm run demo',
  does: [
    'Drives every journey over HTTP on a fresh instance in memory; exits 0 only if all ended as they must and no function was',
    'refused a call.',
  ].join('\n'),
  flags: {},
}

await runCommand(demoCommand, async () => {
  const assembly = await sandboxAssembly(() => say('Synthesizing the templates …'))
  const engine = await startEngine({
    assembly,
    secrets: sandboxSecrets().secrets,
    settings: { vendor: VENDOR_LIMITS, identity: { vendors: identityVendorNames }, sms: { vendors: smsVendorNames } },
    sandboxSettings: { slowAnswerMs: 3000 },
    schedulesByRealTime: false,
    log: say,
  })
  say(`A fresh instance runs at ${engine.url}`)
  try {
    const held = await demonstrate({ platform: platformAt(engine.url), engine, step: (line) => say(`  ${line}`) }, say)
    return held && engine.refusals().length === 0 ? 0 : 1
  } finally {
    await engine.stop()
  }
})
