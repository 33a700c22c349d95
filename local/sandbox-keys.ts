import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type SandboxSecrets, sandboxSecrets } from '../infra/sandbox-secrets.ts'

const saved = z.object({ secrets: z.record(z.string(), z.string()), platformKey: z.string(), operatorKey: z.string() })

/** Secrets of the sandbox: those of the first start with this data folder, fresh ones without a folder. */
export const sandboxKeys = (data: string | undefined): SandboxSecrets => {
  if (data === undefined) return sandboxSecrets()
  const file = join(data, 'sandbox.json')
  if (existsSync(file)) return z.parse(saved, JSON.parse(readFileSync(file, 'utf8')))
  const made = sandboxSecrets()
  mkdirSync(data, { recursive: true, mode: 0o700 })
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  return made
}
