import { type SettingsOf, type SettingsTable, settingsFrom } from '../kernel/settings.ts'
import { env, optionalEnv } from './environment.ts'

/** This deployment's values of those settings; a function reads its own and carries no others. Throws `About`. */
export const deployed = <T extends SettingsTable>(table: T): SettingsOf<T> =>
  settingsFrom(table, optionalEnv('SETTINGS'), { sandbox: env('STAGE') === 'sandbox' })
