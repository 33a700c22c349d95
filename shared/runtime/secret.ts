import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { MINUTE, type Millis } from '../kernel/time.ts'
import { client } from './aws.ts'
import { clock, env } from './environment.ts'

const KEEP: Millis = 10 * MINUTE

/**
 * A vendor secret by the environment variable that names it, read at first use and again after ten minutes, so that a
 * rotated secret arrives without a deployment. `read` parses it; what it makes is kept as long.
 */
export const vendorSecret = <T>(variable: string, read: (json: unknown) => T): (() => Promise<T>) => {
  const manager = new SecretsManagerClient(client)
  let kept: { value: T; until: Millis } | undefined
  return async () => {
    if (kept && clock.now() < kept.until) return kept.value
    const found = await manager.send(new GetSecretValueCommand({ SecretId: env(variable) }))
    kept = { value: read(JSON.parse(found.SecretString ?? '')), until: clock.now() + KEEP }
    return kept.value
  }
}
