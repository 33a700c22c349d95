import type { Asked } from '../shared/command/command-line.ts'
import { json } from '../shared/command/flags.ts'
import { both } from '../shared/command/told.ts'

export const demoCommand = {
  call: 'npm run demo',
  does: both(
    '在一个全新的内存实例上经 HTTP 走完每一种流程。全部如期结束、且没有函数被拒绝调用，才以 0 退出。',
    'Drives every journey over HTTP on a fresh instance in memory. Exits 0 only if all ended as they must and no function was refused a call.',
  ),
  flags: { json },
}

/** A vendor that does not answer is given up after this, so that the demo need not wait for it. */
const VENDOR_LIMITS = { connectMs: 2000, totalMs: 2000 }

/** Drives every journey on an instance of its own, and prints how each ended; answers the exit code. */
export const runDemo = async ({ flags }: Pick<Asked<typeof demoCommand.flags>, 'flags'>): Promise<number> => {
  // Whoever reads JSON finds nothing else on standard output.
  const lines = flags.json ? process.stderr : process.stdout
  const say = (line: string): void => void lines.write(`${line}\n`)
  // Lambda runs in UTC, and worker threads take the zone of their process.
  process.env.TZ = 'UTC'
  // Whoever asks for help waits for none of it.
  const [{ smsVendorNames }, { identityVendorNames }, { sandboxSecrets }, { startEngine }] = await Promise.all([
    import('../functions/account/settings.ts'),
    import('../functions/verification/settings.ts'),
    import('../infra/sandbox-secrets.ts'),
    import('./engine.ts'),
  ])
  const [{ sandboxAssembly }, { demonstrate }, { platformAt }] = await Promise.all([
    import('./sandbox-assembly.ts'),
    import('./demo/demo.ts'),
    import('./demo/platform.ts'),
  ])
  const assembly = await sandboxAssembly(() => say('Synthesizing the templates …'))
  const { secrets, platformKey } = sandboxSecrets()
  const engine = await startEngine({
    assembly,
    secrets,
    settings: { vendor: VENDOR_LIMITS, identity: { vendors: identityVendorNames }, sms: { vendors: smsVendorNames } },
    sandboxSettings: { slowAnswerMs: 3000 },
    schedulesByRealTime: false,
    log: say,
  })
  say(`A fresh instance runs at ${engine.url}`)
  try {
    const stage = { platform: platformAt(engine.url), engine, platformKey, step: (line: string) => say(`  ${line}`) }
    const shown = await demonstrate(stage, say)
    const refusals = engine.refusals()
    const held = shown.held && refusals.length === 0
    if (flags.json) process.stdout.write(`${JSON.stringify({ ...shown, held, refusals })}\n`)
    return held ? 0 : 1
  } finally {
    await engine.stop()
  }
}
