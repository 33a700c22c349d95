import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { About, about, aboutOf } from '../kernel/about.ts'
import { MINUTE, type Millis } from '../kernel/time.ts'
import { client } from './aws.ts'
import { clock, env } from './environment.ts'

const KEEP: Millis = 10 * MINUTE

/** What Secrets Manager says of a secret that nobody can read before a person mends something. */
const UNREADABLE = new Set([
  'AccessDeniedException',
  'DecryptionFailure',
  'InvalidParameterException',
  'InvalidRequestException',
  'ResourceNotFoundException',
])

const isUnreadable = (cause: unknown): boolean => cause instanceof Error && UNREADABLE.has(cause.name)

/**
 * A secret by the environment variable that names it, read at first use and again after ten minutes, so that a
 * rotated secret arrives without a deployment. `read` parses it; what it makes is kept as long. Whatever goes wrong is thrown as
 * an `About` that names the variable, and says so where it may pass; then what was read before does a little longer.
 */
export const keptSecret = <T>(variable: string, read: (json: unknown) => T): (() => Promise<T>) => {
  const manager = new SecretsManagerClient(client)
  let kept: { value: T; until: Millis } | undefined
  const open = async (): Promise<T> => {
    const command = new GetSecretValueCommand({ SecretId: env(variable) })
    const found = await manager.send(command).catch((cause: unknown) => {
      throw isUnreadable(cause) ? cause : new About({ passes: true }, cause)
    })
    return read(about({ wanted: 'JSON' }, () => JSON.parse(found.SecretString ?? '')))
  }
  return async () => {
    if (kept && clock.now() < kept.until) return kept.value
    try {
      kept = { value: await open(), until: clock.now() + KEEP }
      return kept.value
    } catch (cause) {
      if (kept && 'passes' in (aboutOf(cause) ?? {})) return kept.value
      throw new About({ secret: variable }, cause)
    }
  }
}
