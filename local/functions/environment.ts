import type { FunctionSpec } from '../template/functions.ts'
import type { Credentials } from './credentials.ts'

/**
 * The whole environment of one worker of a function: what the template grants, and what Lambda itself sets. The access key
 * names function and worker; it is how the proxy knows who calls.
 */
export const environmentOf = (
  spec: FunctionSpec,
  credentials: Credentials,
  endpoint: string,
): Record<string, string> => ({
  ...spec.env,
  TZ: 'UTC',
  AWS_REGION: spec.region,
  AWS_DEFAULT_REGION: spec.region,
  LAMBDA_TASK_ROOT: spec.folder,
  AWS_LAMBDA_FUNCTION_NAME: spec.nameOnAws,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_SESSION_TOKEN: credentials.sessionToken,
  AWS_ENDPOINT_URL: endpoint,
  // Lambda has no such files; without this the SDK would read those of whoever develops here.
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
})
