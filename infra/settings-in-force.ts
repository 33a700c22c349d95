import { isDeepStrictEqual } from 'node:util'
import { sandboxTable } from '../functions/sandbox/settings.ts'
import { settings } from '../functions/settings.ts'
import { inColumns } from '../shared/command/columns.ts'
import { defaultOf, namedSettings, type SettingsTable, type Unit } from '../shared/kernel/settings.ts'
import type { Stage } from './config.ts'
import type { GivenSettings, Override, StageSettings } from './given-settings.ts'

/** A setting as a stage would run with it. `from`: null where nobody gave it. `variable`: what it is given in. */
export type InForce = Omit<Override, 'from'> & {
  variable: 'SETTINGS' | 'SANDBOX_SETTINGS'
  unit: Unit
  from: string | null
}

const inForceOf = (
  variable: InForce['variable'],
  table: SettingsTable,
  given: GivenSettings,
  isSandbox: boolean,
): InForce[] =>
  namedSettings(table).map(([name, setting]) => {
    const byDefault = defaultOf(setting, isSandbox)
    const { value, from } = given.overrides.find((one) => one.name === name) ?? { value: byDefault, from: null }
    return { variable, name, value, byDefault, unit: setting.unit, from }
  })

/** Every setting a stage would run with, the stand-ins' own behind. */
export const settingsInForce = (stage: Stage, { own, standIns }: StageSettings): InForce[] => {
  const isSandbox = stage === 'sandbox'
  return [
    ...inForceOf('SETTINGS', settings, own, isSandbox),
    ...(isSandbox ? inForceOf('SANDBOX_SETTINGS', sandboxTable, standIns, isSandbox) : []),
  ]
}

/** Whether somebody gave it another value than it has by default. */
export const differs = ({ value, byDefault }: InForce): boolean => !isDeepStrictEqual(value, byDefault)

/** Those that differ from the defaults, a line for each and one above them; nothing where none does. */
export const overridesTold = (overrides: readonly Override[]): string[] =>
  overrides.length === 0
    ? []
    : [
        'Settings that differ from the defaults:',
        ...overrides.map(
          ({ name, value, byDefault, from }) =>
            `  ${name} = ${JSON.stringify(value)} (${JSON.stringify(byDefault)} by default; from ${from})`,
        ),
      ]

const HEADS = ['setting', 'value', 'unit', 'default', 'from']

/** A table for a terminal. */
export const settingsTold = (rows: readonly InForce[]): string[] => {
  const cells = rows.map(({ variable, name, value, unit, byDefault, from }) => [
    variable === 'SETTINGS' ? name : `${name} (${variable})`,
    JSON.stringify(value),
    unit,
    JSON.stringify(byDefault),
    from ?? 'default',
  ])
  return inColumns([HEADS, ...cells])
}
