import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { nearest } from '../shared/command/nearest.ts'
import { defaultOf, isSetting, namedSettings, type Setting, type SettingsTable } from '../shared/kernel/settings.ts'
import { isInParameterStore, type Parameters } from './parameters.ts'

/** A setting that differs from its default: by its full name, and `from` where it has its value. */
export type Override = { name: string; value: unknown; byDefault: unknown; from: string }

/** The settings somebody gave: as one JSON object, those that differ, and what is wrong with them, each in a sentence. */
export type GivenSettings = { json: string; overrides: readonly Override[]; faults: readonly string[] }

/** The settings a stage is given, its own and those of its stand-ins, and all that is wrong with them. */
export type StageSettings = { own: GivenSettings; standIns: GivenSettings; faults: readonly string[] }

type Found = { name: string; value: unknown; from: string }
type Reading = { found: Found[]; faults: string[] }

/** Besides words that stand with keys, how keys begin: those of AWS, Tencent Cloud, Alibaba Cloud and our own. */
const KEY_MATERIAL =
  /-----BEGIN|PRIVATE KEY|apiV3Key|secretKey|\b(?:AKIA|ASIA)[A-Z0-9]{12}|\bAKID\w{12}|\bLTAI\w{8}|\bsm[ko]_\w{8}/i

/** Lambda takes 4 KB of variables, of which what else a function is told is less than half. */
const MOST_BYTES = 2_048

/** Long enough to recognise. */
const SHOWN_LENGTH = 60

const shown = (value: unknown): string => {
  const text = JSON.stringify(value)
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text
}

const nothing = (...faults: string[]): Reading => ({ found: [], faults })

const noSetting = (from: string, name: string, known: readonly string[]): string => {
  const meant = nearest(name, known)
  return `${from}: ${name} is no setting${meant === undefined ? '; docs/settings.md lists them' : `; perhaps ${meant} is meant`}`
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The settings of an object with groups, under their full names. */
const settingsIn = (table: SettingsTable, object: object, from: string): Reading => {
  const known = namedSettings(table).map(([name]) => name)
  const parts = Object.entries(object).map(([name, value]): Reading => {
    const row = Object.hasOwn(table, name) ? table[name] : undefined
    if (!row) return nothing(noSetting(from, name, [...Object.keys(table), ...known]))
    if (isSetting(row)) return { found: [{ name, value, from }], faults: [] }
    if (!isObject(value)) return nothing(`${from}: ${name} must be an object, not ${shown(value)}`)
    const inner = Object.entries(value).map(([one, given]) => ({ name: `${name}.${one}`, value: given, from }))
    return {
      found: inner.filter((one) => known.includes(one.name)),
      faults: inner.flatMap((one) => (known.includes(one.name) ? [] : [noSetting(from, one.name, known)])),
    }
  })
  return { found: parts.flatMap(({ found }) => found), faults: parts.flatMap(({ faults }) => faults) }
}

/** The text of the variable itself, of the parameter it names, or of the file whose path it is. */
const textOf = (
  variable: string,
  given: string,
  parameters: Parameters,
): { text: string; from: string } | { fault: string } => {
  if (/^\s*[[{]/.test(given)) return { text: given, from: variable }
  if (isInParameterStore(given)) {
    const read = parameters.get(given) ?? { fault: 'was not read' }
    return 'fault' in read ? { fault: `${variable}=${given} ${read.fault}` } : read
  }
  const file = resolve(given)
  try {
    return { text: readFileSync(file, 'utf8'), from: file }
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'does not exist' : 'cannot be read'
    return {
      fault: `${variable} must be a JSON object, the path of a file with one, or ssm: and the name of a parameter; ${file} ${why}`,
    }
  }
}

const wholeOf = (variable: string, table: SettingsTable, given: string, parameters: Parameters): Reading => {
  const source = textOf(variable, given, parameters)
  if ('fault' in source) return nothing(source.fault)
  const { text, from } = source
  if (KEY_MATERIAL.test(text)) return nothing(`${from} holds a key; keys belong in Secrets Manager`)
  try {
    const parsed: unknown = JSON.parse(text)
    return isObject(parsed) ? settingsIn(table, parsed, from) : nothing(`${from} must be a JSON object`)
  } catch (error) {
    return nothing(`${from} is no JSON: ${error instanceof Error ? error.message : error}`)
  }
}

/** What a text in a variable means: JSON, but for settings that are texts themselves. */
const valueIn = ({ unit }: Setting, text: string): unknown => {
  if (unit === 'text' || unit === 'RFC 3339') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const singleOf = (table: SettingsTable, variable: string, name: string, text: string): Reading => {
  const known = namedSettings(table)
  const [, setting] = known.find(([one]) => one === name) ?? []
  if (!setting)
    return nothing(
      noSetting(
        variable,
        name,
        known.map(([one]) => one),
      ),
    )
  if (KEY_MATERIAL.test(text)) return nothing(`${variable} holds a key; keys belong in Secrets Manager`)
  return { found: [{ name, value: valueIn(setting, text), from: variable }], faults: [] }
}

const nested = (found: readonly Found[]): string => {
  const object: Record<string, unknown> = {}
  for (const { name, value } of found) {
    const [first = '', inner] = name.split('.')
    object[first] = inner === undefined ? value : { ...Object(object[first]), [inner]: value }
  }
  return JSON.stringify(object)
}

type Variable = 'SETTINGS' | 'SANDBOX_SETTINGS'
type Variables = Readonly<Record<string, string | undefined>>

const readingsOf = (variable: Variable, table: SettingsTable, inputs: Variables, parameters: Parameters): Reading[] => {
  const whole = inputs[variable]
  const prefix = `${variable}__`
  const singles = Object.entries(inputs).filter(([name, text]) => name.startsWith(prefix) && text)
  return [
    ...(whole ? [wholeOf(variable, table, whole, parameters)] : []),
    ...singles.map(([name, text = '']) => singleOf(table, name, name.slice(prefix.length).replaceAll('__', '.'), text)),
  ]
}

/**
 * What a stage was given as `SETTINGS` (a JSON object, the path of a file with one, or the name of a parameter that was read before)
 * and as `SETTINGS__sms__tries=3`, which counts more; the same for the stand-ins as `SANDBOX_SETTINGS`. All that is wrong is told at
 * once, by where it stands.
 */
export const givenSettings = (
  variable: Variable,
  table: SettingsTable,
  sandbox: boolean,
  inputs: Variables,
  parameters: Parameters = new Map(),
): GivenSettings => {
  const readings = readingsOf(variable, table, inputs, parameters)
  const found = [...new Map(readings.flatMap((one) => one.found.map((each) => [each.name, each]))).values()]
  const rows = new Map(namedSettings(table))
  const judged = found.flatMap((one) => {
    const setting = rows.get(one.name)
    return setting ? [{ ...one, setting, byDefault: defaultOf(setting, sandbox) }] : []
  })
  const refused = judged
    .filter(({ setting, value }) => !setting.accepts(value))
    .map(({ from, name, setting, value }) => `${from}: ${name} must be ${setting.range}, not ${shown(value)}`)
  const json = nested(found)
  const bytes = Buffer.byteLength(json)
  return {
    json,
    overrides: judged
      .filter(({ value, byDefault }) => !isDeepStrictEqual(value, byDefault))
      .map(({ name, value, byDefault, from }) => ({ name, value, byDefault, from })),
    faults: [
      ...readings.flatMap(({ faults }) => faults),
      ...refused,
      ...(bytes > MOST_BYTES ? [`${variable} is ${bytes} bytes; a function takes ${MOST_BYTES} at most`] : []),
    ],
  }
}
