import { type Config, type Inputs, inputsIn } from '../infra/config.ts'
import { parametersOnAws } from '../infra/parameter-store.ts'
import { acceptedConfig } from '../infra/refusals.ts'
import { overridesTold } from '../infra/settings-in-force.ts'
import { FIRST_VERSION } from '../shared/vault/vault.ts'

/** Inputs that mean the same on this machine as where it is deployed. */
const HERE = /^(?:(?:SANDBOX_)?SETTINGS(?:__.*)?|CORS_ORIGINS|INDEX_VERSIONS)$/

/** What the environment says about an instance on this machine: `lines` tell it. */
export type InputsHere = {
  settings: Config['settings']
  sandboxSettings: Config['sandboxSettings']
  inputs: Pick<Inputs, 'CORS_ORIGINS' | 'INDEX_VERSIONS'>
  lines: readonly string[]
}

const linesOf = ({ overrides, corsOrigins, indexVersions }: Config, unused: readonly string[]): string[] => [
  ...overridesTold(overrides),
  ...(corsOrigins.length > 0 ? [`Pages that may call, by CORS_ORIGINS: ${corsOrigins.join(', ')}`] : []),
  ...(indexVersions.join() === FIRST_VERSION
    ? []
    : [`People are indexed under, by INDEX_VERSIONS: ${indexVersions.join(', ')}`]),
  ...(unused.length > 0 ? [`Set, and of no use on this machine: ${unused.join(', ')}`] : []),
]

/** Reads the inputs among environment variables. Throws ConfigError if a setting or an origin may not be so. */
export const inputsHere = async (env: NodeJS.ProcessEnv): Promise<InputsHere> => {
  const given = Object.entries(inputsIn(env)).filter(([, value]) => value)
  const here: Inputs = Object.fromEntries(given.filter(([name]) => HERE.test(name)))
  const isOtherStage = env.STAGE && env.STAGE !== 'sandbox'
  const unused = [...(isOtherStage ? ['STAGE'] : []), ...given.flatMap(([name]) => (HERE.test(name) ? [] : [name]))]
  const config = acceptedConfig('sandbox', here, false, await parametersOnAws(here))
  const { settings, sandboxSettings } = config
  const { CORS_ORIGINS, INDEX_VERSIONS } = here
  const inputs = { ...(CORS_ORIGINS && { CORS_ORIGINS }), ...(INDEX_VERSIONS && { INDEX_VERSIONS }) }
  return { settings, sandboxSettings, inputs, lines: linesOf(config, unused) }
}
