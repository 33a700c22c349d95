import { defaultOf, namedSettings, type SettingsTable, type Unit } from '../../../shared/kernel/settings.ts'

/** A setting as this deployment runs with it. `is`: what it does; `range`: what it may be, as `must be …` goes on. */
export type SettingInForce = {
  name: string
  unit: Unit
  value: unknown
  byDefault: unknown
  differs: boolean
  is: string
  range: string
}

const inGroup = (values: object, name: string): unknown =>
  name.split('.').reduce<unknown>((found, part) => Object(found)[part], values)

/** One text for values that are the same, whatever the order of their names. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )

/** Every setting of a table, with the values that a deployment has; `sandbox`: which defaults it would have without them. */
export const settingsInForce = (
  table: SettingsTable,
  texts: Readonly<Record<string, string>>,
  values: object,
  sandbox: boolean,
): SettingInForce[] =>
  namedSettings(table).map(([name, setting]) => {
    const [value, byDefault] = [inGroup(values, name), defaultOf(setting, sandbox)]
    const differs = canonical(value) !== canonical(byDefault)
    return { name, unit: setting.unit, value, byDefault, differs, is: texts[name] ?? '', range: setting.range }
  })
