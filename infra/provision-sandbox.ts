import {
  CreateSecretCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { SANDBOX_KEY_RING } from './config.ts'
import { sandboxSecrets } from './sandbox-secrets.ts'

const KEPT = 'kept, because the tokens and webhook secrets in the table hang on it'

const write = async (client: SecretsManagerClient, name: string, value: string): Promise<string> => {
  try {
    await client.send(new CreateSecretCommand({ Name: name, SecretString: value }))
    return 'created'
  } catch (error) {
    if (!(error instanceof ResourceExistsException)) throw error
    if (name === SANDBOX_KEY_RING) return KEPT
    await client.send(new PutSecretValueCommand({ SecretId: name, SecretString: value }))
    return 'replaced'
  }
}

/**
 * Writes fresh secrets for the sandbox stage into Secrets Manager and says what was done. A second run replaces all of them
 * together, except the key ring, which is kept; running functions notice within ten minutes. The API keys are in `lines` once and kept nowhere.
 */
export const provisionSandbox = async (client: SecretsManagerClient): Promise<string[]> => {
  const { secrets, platformKey, operatorKey } = sandboxSecrets()
  const lines: string[] = []
  for (const [name, value] of Object.entries(secrets)) lines.push(`${name} ${await write(client, name, value)}`)
  return [
    ...lines,
    `API key of the platform, shown only now: ${platformKey}`,
    `API key of the operator, shown only now: ${operatorKey}`,
  ]
}

if (import.meta.main) {
  for (const line of await provisionSandbox(new SecretsManagerClient({}))) console.log(line)
}
