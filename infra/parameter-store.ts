import { setTimeout as sleep } from 'node:timers/promises'
import type { Inputs } from './config.ts'
import { type AskParameter, type Parameters, readParameters } from './parameters.ts'

/** Somebody waits for it at a terminal, and a file of settings is small. */
const PATIENCE_MS = 15_000

/** Finding credentials may take as long as asking, and no time limit of the SDK covers both. */
const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  const over = new AbortController()
  const late = sleep(ms, undefined, { signal: over.signal }).then(() => {
    throw new DOMException('', 'TimeoutError')
  })
  try {
    return await Promise.race([work, late])
  } finally {
    over.abort()
  }
}

/** Asks AWS, or whatever AWS_ENDPOINT_URL_SSM names, with the credentials of the environment. The CDK tells of its region in a variable of its own. */
const askAws: AskParameter = async (selector) => {
  // Only who keeps settings there pays for loading it.
  const { GetParameterCommand, SSMClient } = await import('@aws-sdk/client-ssm')
  const { AWS_REGION, AWS_DEFAULT_REGION, CDK_DEFAULT_REGION } = process.env
  const region = AWS_REGION || AWS_DEFAULT_REGION || CDK_DEFAULT_REGION
  const client = new SSMClient(region ? { region } : {})
  try {
    const { Parameter = {} } = await client.send(new GetParameterCommand({ Name: selector }))
    const { Name = selector, Type = '', Value = '', Version = 0 } = Parameter
    return { name: Name, type: Type, value: Value, version: Version, region: await client.config.region() }
  } finally {
    client.destroy()
  }
}

/** What AWS holds for those inputs that are kept in its Parameter Store; AWS is asked only if there are any. */
export const parametersOnAws = (
  { SETTINGS, SANDBOX_SETTINGS }: Inputs,
  patienceMs = PATIENCE_MS,
): Promise<Parameters> =>
  readParameters([SETTINGS, SANDBOX_SETTINGS], (selector) => within(patienceMs, askAws(selector)))
