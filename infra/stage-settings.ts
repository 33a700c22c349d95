import { isLocalOrigin } from '../functions/account/links/return-url.ts'
import { sandboxTable } from '../functions/sandbox/settings.ts'
import { brokenSettingRules } from '../functions/setting-rules.ts'
import { settingsOf, settings as settingsTable } from '../functions/settings.ts'
import { accountFaults, channelsByAccounts } from './accounts.ts'
import { type Inputs, type Stage, secretsOf } from './config.ts'
import { givenSettings, type StageSettings } from './given-settings.ts'
import type { Parameters } from './parameters.ts'

/** Settings that only a test may have: people who belong to nobody, deliveries to private addresses, apps on this machine. */
const testSettingFaults = (json: string): string[] => {
  const { checks, deliveries, sessions } = settingsOf('production', json)
  return [
    ...(checks.birthYearFrom < 1900 ? ['SETTINGS: checks.birthYearFrom before 1900 accepts test people'] : []),
    ...(deliveries.localTargets.length > 0 ? ['SETTINGS: deliveries.localTargets allows private addresses'] : []),
    ...sessions.returnOrigins
      .filter(isLocalOrigin)
      .map((one) => `SETTINGS: sessions.returnOrigins names ${one}, which is no https`),
  ]
}

/** What `inputs` and what was read for them (`parameters`) say of a stage's settings; what follows from its accounts is among them. */
export const stageSettings = (stage: Stage, inputs: Inputs, parameters: Parameters): StageSettings => {
  const isSandbox = stage === 'sandbox'
  const own = givenSettings('SETTINGS', settingsTable, isSandbox, inputs, parameters)
  const standIns = givenSettings('SANDBOX_SETTINGS', sandboxTable, isSandbox, isSandbox ? inputs : {}, parameters)
  const faults = [...own.faults, ...standIns.faults]
  if (faults.length > 0) return { own, standIns, faults }
  const broken = brokenSettingRules(stage, settingsOf(stage, own.json)).map((rule) => `SETTINGS: ${rule}`)
  if (isSandbox) return { own, standIns, faults: broken }
  const secrets = secretsOf(stage, inputs)
  const more = [...broken, ...testSettingFaults(own.json), ...accountFaults(own.json, secrets)]
  return { own: channelsByAccounts(own, secrets), standIns, faults: more }
}
