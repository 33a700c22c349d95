import { ArnFormat, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { type Config, NOT_USED } from '../../config.ts'
import { allow, type Granted } from './granted.ts'

/** Reading one secret, whose name is in the variable. */
export const secretGrant = (scope: Construct, variable: string, name: string): Granted => {
  const secret = Stack.of(scope).formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    // Secrets Manager appends a dash and six characters of its own to the name.
    resourceName: `${name}-??????`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  })
  return { environment: { [variable]: name }, statements: [allow(['secretsmanager:GetSecretValue'], [secret])] }
}

/** By which names there are secrets, none of which may be read by that. */
export const secretNamesIn = ({ secrets }: Config): Record<string, string> => ({
  NAMES_OF_SECRETS: Object.entries(secrets)
    .map(([name, storedAs]) => `${name}=${storedAs === NOT_USED ? '' : storedAs}`)
    .join(' '),
})
