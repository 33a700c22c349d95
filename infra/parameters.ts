/** How a variable says that its value is kept in the Parameter Store: `ssm:/shiming/production/settings`, with `:3` a version of it. */
const PREFIX = 'ssm:'

/** A name as the Parameter Store takes it; behind a colon a version or a label. */
const SELECTOR = /^\/?[\w.-]+(?:\/[\w.-]+)*(?::[\w.-]+)?$/

/** A text that was read and where it is from, or the rest of the sentence that says why there is none. */
export type Parameter = { text: string; from: string } | { fault: string }

/** What was read, by what the variable said. */
export type Parameters = ReadonlyMap<string, Parameter>

/** A parameter as AWS answers it, and the region it was asked in. */
export type Answered = { name: string; type: string; value: string; version: number; region: string }

/** Asks the Parameter Store for a name, with or without a version. Throws what the SDK throws. */
export type AskParameter = (selector: string) => Promise<Answered>

/** Whether a variable says that its value is kept in the Parameter Store. */
export const isInParameterStore = (given: string): boolean => given.startsWith(PREFIX)

type Failure = { when: (name: string, message: string) => boolean; says: (selector: string) => string }

const named = (pattern: RegExp) => (name: string) => pattern.test(name)

/** What a person can do about the failures that are known; first come, first served. */
const failures: readonly Failure[] = [
  { when: named(/^ParameterNotFound$/), says: () => 'there is no such parameter in this account and region' },
  { when: named(/^ParameterVersion(?:Label)?NotFound$/), says: () => 'the parameter has no such version or label' },
  {
    when: named(/^AccessDenied/),
    says: (selector) => `these credentials may not read it; they need ssm:GetParameter on ${selector.split(':')[0]}`,
  },
  { when: (_, message) => /^Region is missing/.test(message), says: () => 'no region is known; set AWS_REGION' },
  {
    when: named(/^CredentialsProviderError$/),
    says: () => 'there are no AWS credentials; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
  },
  {
    when: named(/^(?:ExpiredToken|UnrecognizedClient|InvalidSignature|InvalidClientTokenId|IncompleteSignature)/),
    says: () => 'AWS does not take these credentials; they are wrong or have expired',
  },
  { when: named(/^TimeoutError$/), says: () => 'the Parameter Store does not answer' },
]

const whyNot = (error: unknown, selector: string): string => {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  const known = failures.find(({ when }) => when(name, message))
  return known ? known.says(selector) : `the Parameter Store answers ${[name, message.split('\n')[0]].join(': ')}`
}

const readParameter = async (given: string, ask: AskParameter): Promise<Parameter> => {
  const selector = given.slice(PREFIX.length)
  if (!SELECTOR.test(selector)) return { fault: 'is no name of a parameter; ssm:/shiming/production/settings is one' }
  try {
    const { name, type, value, version, region } = await ask(selector)
    return type === 'String'
      ? { text: value, from: `${PREFIX}${name}:${version} in ${region}` }
      : { fault: `is a ${type}; it must be a String, as settings are no secrets` }
  } catch (error) {
    return { fault: `cannot be read: ${whyNot(error, selector)}` }
  }
}

/** What the Parameter Store holds for those values that say they are kept there. Never throws: a fault is judged with all others. */
export const readParameters = async (
  values: readonly (string | undefined)[],
  ask: AskParameter,
): Promise<Parameters> => {
  const kept = values.flatMap((given) => (given !== undefined && isInParameterStore(given) ? [given] : []))
  return new Map(await Promise.all(kept.map(async (given) => [given, await readParameter(given, ask)] as const)))
}
