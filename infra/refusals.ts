import { ForPeople } from '../shared/command/for-people.ts'
import { dispensableSecrets, paymentSecrets } from './accounts.ts'
import { type Config, configOf, EXECUTE_API_OFF, EXECUTE_API_ON, type Inputs, NOT_USED, type Stage } from './config.ts'
import type { Parameters } from './parameters.ts'
import { stageSettings } from './stage-settings.ts'
import { versionFaults } from './versions.ts'

/** Everything wrong with a configuration at once, so that it is mended in one go. */
export class ConfigError extends ForPeople {
  override readonly name = 'ConfigError'
}

const LOOPBACK = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\]|\[::ffff:.*\])\.?$/i
const STAND_IN = /sandbox|stand-?in/i
const TEST_KEY = /sandbox|stand-?in|(^|[^a-z])(test|demo|mock|fake)([^a-z]|$)/i

/** Short enough to type, too long to guess. */
const TESTER_KEY_LENGTH = 24

const publicFaults = (name: string, address: string): string[] => {
  const url = URL.parse(address)
  if (!url) return [`${name} is not an address: ${address}`]
  if (url.protocol !== 'https:') return [`${name} must be https: ${address}`]
  if (LOOPBACK.test(url.hostname)) return [`${name} is a loopback address: ${address}`]
  if (url.search || url.hash || url.username) return [`${name} must be a plain base address: ${address}`]
  return []
}

const realFaults = (name: string, address: string): string[] =>
  STAND_IN.test(address) ? [`${name} is a stand-in address: ${address}`] : publicFaults(name, address)

const channelFaults = ({ secrets }: Config): string[] =>
  paymentSecrets.every((name) => secrets[name] === NOT_USED)
    ? [`${paymentSecrets.join(' and ')} are both ${NOT_USED}: nobody could pay`]
    : []

/** As Secrets Manager takes names. Functions may read what this name makes of their policy: an ARN fits nothing there, `*` everything. */
const SECRET_NAME = /^[\w/+=.@-]{1,512}$/

const secretFaults = (name: string, secret: string): string[] => {
  if (secret === NOT_USED && dispensableSecrets.some((one) => one === name)) return []
  if (secret === '') return [`${name} is missing: the name of the secret in Secrets Manager`]
  // It may be the secret itself that was given, so it is not repeated.
  if (!SECRET_NAME.test(secret))
    return [
      `${name} must be the name of a secret in Secrets Manager, neither its ARN nor what it holds: letters, digits and /_+=.@- only, 512 at most`,
    ]
  return TEST_KEY.test(secret) ? [`${name} names a test key: ${secret}`] : []
}

const TOPIC_ARN = /^arn:aws(-cn)?:sns:[a-z]{2}(-[a-z]+)+-\d:\d{12}:[\w-]{1,256}$/

const alarmFaults = ({ alarmTopicArn }: Config): string[] =>
  alarmTopicArn === undefined || TOPIC_ARN.test(alarmTopicArn)
    ? []
    : [
        `ALARM_TOPIC_ARN must be the ARN of an SNS topic such as arn:aws-cn:sns:cn-north-1:111111111111:operators, not ${alarmTopicArn}`,
      ]

/** An origin as a browser says it: scheme, host and port, and nothing behind. */
const isOrigin = (text: string, isLocal: boolean): boolean => {
  const url = URL.parse(text)
  const isSafe = url?.protocol === 'https:' || (isLocal && url?.protocol === 'http:' && LOOPBACK.test(url.hostname))
  return isSafe && url?.origin === text
}

const edgeFaults = ({ stage, corsOrigins, executeApi }: Config): string[] => [
  ...corsOrigins
    .filter((one) => !isOrigin(one, stage === 'sandbox'))
    .map(
      (one) =>
        `CORS_ORIGINS must be exact https origins such as https://app.example.cn (http on this machine only), without a slash at the end, not ${one}`,
    ),
  ...([EXECUTE_API_ON, EXECUTE_API_OFF].includes(executeApi)
    ? []
    : [`EXECUTE_API is "${executeApi}"; it must be ${EXECUTE_API_ON} or ${EXECUTE_API_OFF}`]),
]

const versionsFaults = ({ indexVersions, certificateVersions }: Config): string[] => [
  ...versionFaults('INDEX_VERSIONS', 'is written', indexVersions),
  ...versionFaults('CERTIFICATE_KEYS', 'signs', certificateVersions),
]

/** A hundred years, which is what S3 takes. */
const MOST_ROOT_DAYS = 36_500

const rootFaults = ({ auditRootDays: days }: Config): string[] =>
  Number.isInteger(days) && days >= 1 && days <= MOST_ROOT_DAYS
    ? []
    : [`AUDIT_ROOT_DAYS must be a whole number of days from 1 to ${MOST_ROOT_DAYS}, not ${days}`]

const productionFaults = (config: Config): string[] => [
  ...(config.publicUrl === ''
    ? ['PUBLIC_URL is missing: the https address under which people and vendors reach this']
    : realFaults('PUBLIC_URL', config.publicUrl)),
  ...Object.entries(config.secrets).flatMap(([name, secret]) => secretFaults(name, secret)),
  ...channelFaults(config),
  ...Object.entries(config.vendors).flatMap(([name, address]) => realFaults(name, address)),
  ...(config.testerKey ? ['TESTER_KEY is a test key; production has no testers'] : []),
]

/** A deployed sandbox takes nobody's money, but its calls for testers must not be open to everybody. */
const deployedFaults = ({ publicUrl, testerKey = '' }: Config): string[] => [
  ...publicFaults('PUBLIC_URL', publicUrl),
  ...(testerKey.length < TESTER_KEY_LENGTH
    ? [`TESTER_KEY is missing: a deployed sandbox needs one of at least ${TESTER_KEY_LENGTH} characters`]
    : []),
]

const stageFaults = (config: Config, deployed: boolean): string[] => {
  if (config.stage === 'production') return productionFaults(config)
  return deployed ? deployedFaults(config) : []
}

/**
 * The configuration of a stage, or a ConfigError that names everything that is missing or must not be so. `parameters`: what was read
 * of the inputs that are kept in the Parameter Store.
 */
export const acceptedConfig = (
  stage: Stage,
  inputs: Inputs,
  deployed: boolean,
  parameters: Parameters = new Map(),
): Config => {
  const settings = stageSettings(stage, inputs, parameters)
  const config = configOf(stage, inputs, settings)
  const faults = [
    ...stageFaults(config, deployed),
    ...settings.faults,
    ...edgeFaults(config),
    ...alarmFaults(config),
    ...versionsFaults(config),
    ...rootFaults(config),
  ]
  if (faults.length > 0) throw new ConfigError(`${stage} cannot be synthesized:\n- ${faults.join('\n- ')}`)
  return config
}

/** The stage by name. Production is never a default. */
export const acceptedStage = (name: string | undefined): Stage => {
  if (name === undefined || name === '' || name === 'sandbox') return 'sandbox'
  if (name === 'production') return 'production'
  throw new ConfigError(`STAGE is "${name}"; it must be sandbox or production`)
}
