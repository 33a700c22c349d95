import { type Config, type Inputs, inputsIn } from '../infra/config.ts'
import { parametersOnAws } from '../infra/parameter-store.ts'
import { acceptedConfig } from '../infra/refusals.ts'
import { overridesTold } from '../infra/settings-in-force.ts'
import { FIRST_VERSION } from '../shared/kernel/versioned.ts'

/** Inputs besides settings that mean the same on this machine as where it is deployed: they go into the templates. */
const ofTemplates = ['CORS_ORIGINS', 'INDEX_VERSIONS', 'CERTIFICATE_KEYS'] as const

/** Those, where they are given. */
export type TemplateInputs = Pick<Inputs, (typeof ofTemplates)[number]>

const isSetting = (name: string): boolean => /^(?:SANDBOX_)?SETTINGS(?:__.*)?$/.test(name)
const isOfTemplates = (name: string): boolean => ofTemplates.some((one) => one === name)

/** What the environment says about an instance on this machine: `lines` tell it. */
export type InputsHere = {
  settings: Config['settings']
  sandboxSettings: Config['sandboxSettings']
  inputs: TemplateInputs
  lines: readonly string[]
}

const versionsTold = (what: string, versions: readonly string[]): string[] =>
  versions.join() === FIRST_VERSION ? [] : [`${what}: ${versions.join(', ')}`]

const linesOf = (
  { overrides, corsOrigins, indexVersions, certificateVersions }: Config,
  unused: readonly string[],
): string[] => [
  ...overridesTold(overrides),
  ...(corsOrigins.length > 0 ? [`Pages that may call, by CORS_ORIGINS: ${corsOrigins.join(', ')}`] : []),
  ...versionsTold('People are indexed under, by INDEX_VERSIONS', indexVersions),
  ...versionsTold('Keys of certificates, the one that signs first, by CERTIFICATE_KEYS', certificateVersions),
  ...(unused.length > 0 ? [`Set, and of no use on this machine: ${unused.join(', ')}`] : []),
]

/** Reads the inputs among environment variables. Throws ConfigError if a setting, an origin or a version may not be so. */
export const inputsHere = async (env: NodeJS.ProcessEnv): Promise<InputsHere> => {
  const given = Object.entries(inputsIn(env)).filter(([, value]) => value)
  const settingsGiven: Inputs = Object.fromEntries(given.filter(([name]) => isSetting(name)))
  const inputs: TemplateInputs = Object.fromEntries(given.filter(([name]) => isOfTemplates(name)))
  const isOtherStage = env.STAGE && env.STAGE !== 'sandbox'
  const unused = [
    ...(isOtherStage ? ['STAGE'] : []),
    ...given.flatMap(([name]) => (isSetting(name) || isOfTemplates(name) ? [] : [name])),
  ]
  const here = { ...settingsGiven, ...inputs }
  const config = acceptedConfig('sandbox', here, false, await parametersOnAws(here))
  const { settings, sandboxSettings } = config
  return { settings, sandboxSettings, inputs, lines: linesOf(config, unused) }
}
