import {
  CreateSecretCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { ForPeople } from '../shared/command/for-people.ts'
import { runCommand } from '../shared/command/run-command.ts'
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

const provisionCommand = {
  call: 'npm run provision:sandbox',
  does: 'Writes fresh stand-in keys to Secrets Manager, for a deployed sandbox, and prints the API keys of the platform and an operator once.',
  flags: {},
  more: 'Account and region are those of the AWS credentials in the environment.',
}

if (import.meta.main) {
  await runCommand(provisionCommand, async () => {
    const lines = await provisionSandbox(new SecretsManagerClient({})).catch((error: unknown) => {
      throw new ForPeople(`Secrets Manager did not take them: ${error instanceof Error ? error.message : error}`)
    })
    for (const line of lines) console.log(line)
  })
}
