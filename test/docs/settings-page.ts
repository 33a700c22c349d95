import { settings, settingTexts } from '../../functions/settings.ts'
import type { Setting, SettingsTable } from '../../shared/kernel/settings.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/kernel/time.ts'
import { filesLike, textOf } from './repository.ts'

const steps: readonly [number, string][] = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
]

/** `1800000` as `1,800,000 (30 min)`. */
const duration = (ms: number): string => {
  const step = steps.find(([length]) => ms >= length && ms % length === 0)
  return step ? `${ms.toLocaleString('en')} (${ms / step[0]} ${step[1]})` : String(ms)
}

const shown = ({ unit }: Setting, value: unknown): string => {
  if (typeof value === 'number' && unit === 'ms') return duration(value)
  if (typeof value === 'number') return unit === 'year' ? String(value) : value.toLocaleString('en')
  return typeof value === 'string' ? value : `\`${JSON.stringify(value)}\``
}

const isSetting = (row: object): row is Setting => 'accepts' in row && typeof row.accepts === 'function'

/** Every setting of a table, of all there are if not said, with its full name. */
export const allSettings = (table: SettingsTable = settings): [name: string, setting: Setting][] =>
  Object.entries(table).flatMap(([name, row]: [string, object]) =>
    isSetting(row)
      ? [[name, row] as [string, Setting]]
      : Object.entries(row).map(([inner, one]): [string, Setting] => [`${name}.${inner}`, one]),
  )

/** The file that declares a setting: the one whose texts name it. */
const ownerOf = (name: string): string => {
  const line = new RegExp(`^ {2}'?${name.replace('.', '[.]')}'?:(?: '|$)`, 'm')
  return filesLike('functions/*/settings.ts').find((file) => line.test(textOf(file))) ?? ''
}

const rowOf = ([name, setting]: [string, Setting]): string => {
  const { unit, byDefault, inSandbox, range } = setting
  const sandbox = inSandbox === undefined ? '' : `; in the sandbox ${shown(setting, inSandbox)}`
  return `| \`${name}\` | ${settingTexts[name]} | ${unit} | ${shown(setting, byDefault)}${sandbox} | ${range} | ${ownerOf(name)} |`
}

/** docs/settings.md, from what the capabilities declare. */
export const settingsPage = (): string => `# Settings

Everything an operator may set, made by \`npm run docs\` from each capability's \`settings.ts\`. Overrides are one JSON object in
\`SETTINGS\` (\`-c SETTINGS='{"sms":{"tries":3}}'\` or an environment variable when deploying), with groups as objects; what is not
named keeps its default. A name nobody declares, or a value out of range, stops the deployment with a message that names it.

| setting | does | unit | default | must be | declared in |
|---|---|---|---|---|---|
${allSettings().map(rowOf).join('\n')}
`
