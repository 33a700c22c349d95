import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { SANDBOX_KEY_RING } from '../infra/config.ts'
import { newKeyRing, type SandboxSecrets, sandboxSecrets } from '../infra/sandbox-secrets.ts'

const saved = z.object({ secrets: z.record(z.string(), z.string()), platformKey: z.string(), operatorKey: z.string() })

/** A folder from before there was a key ring gets one; the engine keeps it from then on. */
const withKeyRing = (kept: SandboxSecrets): SandboxSecrets => ({
  ...kept,
  secrets: { [SANDBOX_KEY_RING]: newKeyRing(), ...kept.secrets },
})

/** Secrets of the sandbox: those of the first start with this data folder, fresh ones without a folder. */
export const sandboxKeys = (data: string | undefined): SandboxSecrets => {
  if (data === undefined) return sandboxSecrets()
  const file = join(data, 'sandbox.json')
  if (existsSync(file)) return withKeyRing(z.parse(saved, JSON.parse(readFileSync(file, 'utf8'))))
  const made = sandboxSecrets()
  mkdirSync(data, { recursive: true, mode: 0o700 })
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  return made
}
