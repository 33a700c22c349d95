import { type SettingsOfAll, type SettingsTable, settingsFrom } from '../kernel/settings.ts'
import { env, optionalEnv } from './environment.ts'

/** This deployment's values of those settings; a function reads its own and carries no others. Throws `About`. */
export const deployed = <T extends readonly SettingsTable[]>(...tables: T): SettingsOfAll<T> =>
  settingsFrom(tables, optionalEnv('SETTINGS'), { sandbox: env('STAGE') === 'sandbox' })
