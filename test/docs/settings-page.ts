import { sandboxTable, sandboxTexts } from '../../functions/sandbox/settings.ts'
import { settings, settingTexts } from '../../functions/settings.ts'
import { namedSettings, type Setting, type SettingsTable } from '../../shared/kernel/settings.ts'
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

/** The file that declares a setting: the one whose texts name it. */
const ownerOf = (name: string): string => {
  const line = new RegExp(`^ {2}'?${name.replace('.', '[.]')}'?:(?: '|$)`, 'm')
  return filesLike('functions/**/settings.ts').find((file) => line.test(textOf(file))) ?? ''
}

const rowOf = (texts: Readonly<Record<string, string>>, [name, setting]: [string, Setting]): string => {
  const { unit, byDefault, inSandbox, range } = setting
  const sandbox = inSandbox === undefined ? '' : `; in the sandbox ${shown(setting, inSandbox)}`
  return `| \`${name}\` | ${texts[name]} | ${unit} | ${shown(setting, byDefault)}${sandbox} | ${range} | ${ownerOf(name)} |`
}

const tableOf = (table: SettingsTable, texts: Readonly<Record<string, string>>): string =>
  [
    '| setting | does | unit | default | must be | declared in |',
    '|---|---|---|---|---|---|',
    ...namedSettings(table).map((row) => rowOf(texts, row)),
  ].join('\n')

/** docs/settings.md, from what the capabilities declare. */
export const settingsPage = (): string => `# Settings

Everything an operator may set, made by \`npm run docs\` from each capability's \`settings.ts\`. What is not named keeps its default.
\`npm start\`, \`npm run synth\` and deploying take the same forms, as environment variables (the CDK also by \`-c\`):

| form | is |
|---|---|
| \`SETTINGS='{"sms":{"tries":3}}'\` | a JSON object, with groups as objects |
| \`SETTINGS=settings.json\` | the path of a file with such an object |
| \`SETTINGS=ssm:/shiming/production/settings\` | a parameter (String) of AWS Systems Manager with such an object; \`:3\` behind it is a version of it. It is read once, with the credentials and in the region of the environment (\`AWS_PROFILE\`, \`AWS_REGION\`; they need \`ssm:GetParameter\`), [when the templates are made](decisions/settings-read-at-synth.md) |
| \`SETTINGS__sms__tries=3\` | a single setting, its full name with \`__\` for the dot; counts more than the object. Lists and objects are JSON |

A name nobody declares, or a value out of range, stops the start or the deployment with a message that names it, where it stands and
what is allowed. What differs from the defaults is shown with where it is from: by \`npm start\`, and on standard error by
\`npm run synth\` and a deployment. To see it before a deployment, \`npm run settings\` takes the same variables and \`STAGE\`; with
\`-- --all\` it shows every setting with unit and default, with \`-- --json\` to a program. Settings are no secrets: what looks like a
key is refused.

Another price, order life or limit counts for what is opened from then on. An order keeps the price, the part kept on a mismatch and the
time to pay that it was opened with.

${tableOf(settings, settingTexts)}

## Of the stand-ins

In the sandbox only, in the same forms as \`SANDBOX_SETTINGS\`.

${tableOf(sandboxTable, sandboxTexts)}
`
