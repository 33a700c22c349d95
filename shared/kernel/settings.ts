import { About, about } from './about.ts'

/** What a number counts, or what form another value has. */
export const units = [
  'fen',
  'ms',
  'pieces',
  'bytes',
  'bits',
  'points',
  'level',
  'code points',
  'years',
  'year',
  'text',
  'list',
  'RFC 3339',
  'yes or no',
  '1/10,000 yuan',
] as const
export type Unit = (typeof units)[number]

/** One thing an operator may set. `inSandbox`: its default in the sandbox stage, where that is another. */
export type Setting<T = unknown> = {
  unit: Unit
  byDefault: T
  inSandbox?: T
  /** What is accepted, as the sentence `must be …` goes on. */
  range: string
  accepts(value: unknown): value is T
}

/** Settings by name, alone or in groups: what a capability's `settings.ts` declares. */
export type SettingsTable = { readonly [name: string]: Setting | { readonly [name: string]: Setting } }

/** The values of a table. */
export type SettingsOf<T extends SettingsTable> = {
  [name in keyof T]: T[name] extends Setting<infer V>
    ? V
    : { [inner in keyof T[name]]: T[name][inner] extends Setting<infer V> ? V : never }
}

/** The values of several tables: a group that two of them have is one group with the settings of both. */
export type SettingsOfAll<T extends readonly SettingsTable[]> = T extends readonly [
  infer First extends SettingsTable,
  ...infer Others extends readonly SettingsTable[],
]
  ? SettingsOf<First> & SettingsOfAll<Others>
  : unknown

/** What every setting of a table does, by its full name (`sms.tries`), for the documentation. */
export type SettingTexts<T extends SettingsTable> = {
  [name in keyof T & string as T[name] extends Setting ? name : `${name}.${keyof T[name] & string}`]: string
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** A whole number from 0 in its unit: prices in fen, durations in ms, limits in pieces. */
export const whole = (unit: Unit, byDefault: number, inSandbox?: number): Setting<number> => ({
  unit,
  byDefault,
  inSandbox,
  range: 'a whole number from 0',
  accepts: isWhole,
})

/** A text without further form. */
export const text = (byDefault: string, inSandbox?: string): Setting<string> => ({
  unit: 'text',
  byDefault,
  inSandbox,
  range: 'a text',
  accepts: (value): value is string => typeof value === 'string',
})

/** One of these words. */
export const oneOf = <T extends string>(members: readonly T[], byDefault: NoInfer<T>): Setting<T> => ({
  unit: 'text',
  byDefault,
  range: `one of ${members.join(', ')}`,
  accepts: (value): value is T => members.some((member) => member === value),
})

/** Whether something is done. */
export const yesOrNo = (byDefault: boolean): Setting<boolean> => ({
  unit: 'yes or no',
  byDefault,
  range: 'true or false',
  accepts: (value): value is boolean => typeof value === 'boolean',
})

/** A moment as RFC 3339. */
export const moment = (byDefault: string): Setting<string> => ({
  unit: 'RFC 3339',
  byDefault,
  range: 'a time such as 2026-11-20T12:00:00+08:00',
  accepts: (value): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
})

/** A list of texts; of these only, where `members` are named. */
export const list = <T extends string>(
  byDefault: readonly T[],
  members?: readonly T[],
  inSandbox?: readonly T[],
): Setting<readonly T[]> => ({
  unit: 'list',
  byDefault,
  inSandbox,
  range: members ? `a list of ${members.join(', ')}` : 'a list of texts',
  accepts: (value): value is readonly T[] =>
    Array.isArray(value) &&
    value.every((one) => (members ? members.some((member) => member === one) : typeof one === 'string')),
})

/** Whole numbers from 0 by name. */
export const byName = (unit: Unit, byDefault: Record<string, number>): Setting<Record<string, number>> => ({
  unit,
  byDefault,
  range: 'an object of whole numbers from 0',
  accepts: (value): value is Record<string, number> =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isWhole),
})

/** The number of a name; undefined for one that is not named. */
export const ofName = (by: Readonly<Record<string, number>>, name: string): number | undefined =>
  Object.hasOwn(by, name) ? by[name] : undefined

/** Whose settings are read: `variable` holds them. `whole`: nobody else's are in it. */
type Reading = { sandbox: boolean; whole?: boolean; variable?: 'SETTINGS' | 'SANDBOX_SETTINGS' }

const variableOf = ({ variable = 'SETTINGS' }: Reading): string => variable

/** `name` may have been typed by an operator: the fault's own message tells it, what is logged only if it is one of ours. */
const wrong = (of: Reading, name: string, rest: string, about: { field?: string; wanted: string }): About =>
  new About({ setting: variableOf(of), ...about }, new Error(`${name} ${rest}`))

/** Whether a row of a table is a setting, and not a group of them. */
export const isSetting = (row: SettingsTable[string]): row is Setting => typeof row.accepts === 'function'

/** Every setting of a table by its full name, as `sms.tries`. */
export const namedSettings = (table: SettingsTable): [name: string, setting: Setting][] =>
  Object.entries(table).flatMap(([name, row]) =>
    isSetting(row)
      ? [[name, row] satisfies [string, Setting]]
      : Object.entries(row).map(([inner, one]): [string, Setting] => [`${name}.${inner}`, one]),
  )

const objectIn = (of: Reading, value: unknown, name: string): Record<string, unknown> => {
  if (value === undefined) return {}
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(of, name, 'must be an object', { field: name, wanted: 'an object' })
  return Object.fromEntries(Object.entries(value))
}

/** What a setting is in a stage where nobody gives it a value. */
export const defaultOf = <T>({ byDefault, inSandbox }: Setting<T>, sandbox: boolean): T =>
  sandbox && inSandbox !== undefined ? inSandbox : byDefault

const taken = (of: Reading, setting: Setting, given: unknown, name: string): unknown => {
  if (given === undefined) return defaultOf(setting, of.sandbox)
  if (!setting.accepts(given)) throw wrong(of, name, `must be ${setting.range}`, { field: name, wanted: setting.range })
  return given
}

const refuseUnknown = (of: Reading, given: Record<string, unknown>, known: object, prefix: string): void => {
  const unknown = of.whole ? Object.keys(given).find((name) => !Object.hasOwn(known, name)) : undefined
  if (unknown !== undefined)
    throw wrong(of, `${prefix}${unknown}`, 'is no setting', { wanted: 'a name in docs/settings.md' })
}

/** One table of several, each setting where its capability declared it. */
export const joined = (tables: readonly SettingsTable[]): SettingsTable => {
  const all: Record<string, SettingsTable[string]> = {}
  for (const [name, row] of tables.flatMap((table) => Object.entries(table))) all[name] = { ...all[name], ...row }
  return all
}

/**
 * The values of these tables' settings: an operator's (`json`, an object of names and groups), else the defaults of the stage.
 * Throws `About`, whose cause says it in a sentence. Names of other tables are passed over unless `whole`: then
 * a name nobody declared is refused too, so that a mistyped limit stops the deployment and not a user.
 */
export const settingsFrom = <const T extends readonly SettingsTable[]>(
  tables: T,
  json: string | undefined,
  of: Reading,
): SettingsOfAll<T> => {
  const table = joined(tables)
  const parsed: unknown = about({ setting: variableOf(of), wanted: 'JSON' }, () => JSON.parse(json || '{}'))
  const given = objectIn(of, parsed, variableOf(of))
  refuseUnknown(of, given, table, '')
  const values = Object.entries(table).map(([name, row]) => {
    if (isSetting(row)) return [name, taken(of, row, given[name], name)]
    const group = objectIn(of, given[name], name)
    refuseUnknown(of, group, row, `${name}.`)
    const inner = Object.entries(row).map(([one, setting]) => [one, taken(of, setting, group[one], `${name}.${one}`)])
    return [name, Object.fromEntries(inner)]
  })
  return Object.fromEntries(values) as SettingsOfAll<T>
}
