import type { Clock } from '../kernel/time.ts'

/** A variable infra always sets for the functions that use it; its absence is a deployment fault. */
export const env = (name: string): string => {
  const found = process.env[name]
  if (found === undefined || found === '') throw new Error(`environment variable ${name} is not set`)
  return found
}

/** A variable only some functions are given. */
export const optionalEnv = (name: string): string | undefined => process.env[name] || undefined

export const clock: Clock = { now: () => Date.now() }
