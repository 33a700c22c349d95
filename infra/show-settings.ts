import type { Command } from '../shared/command/command-line.ts'
import { onOff } from '../shared/command/flags.ts'
import { runCommand } from '../shared/command/run-command.ts'
import { inputsIn } from './config.ts'
import { parametersOnAws } from './parameter-store.ts'
import { acceptedStage, ConfigError } from './refusals.ts'
import { differs, settingsInForce, settingsTold } from './settings-in-force.ts'
import { stageSettings } from './stage-settings.ts'

const flags = {
  all: onOff('every setting, not only those that differ from the defaults'),
  json: onOff('as JSON, for programs'),
}

const settingsCommand: Command<typeof flags> = {
  call: 'npm run settings',
  does: 'Shows the settings a stage would run with: value, unit, default and where the value is from. Nothing is deployed.',
  flags,
  more: [
    'What counts is given as to npm run synth, in environment variables: STAGE, SETTINGS (JSON, a file, or ssm: and the name of a',
    'parameter), SETTINGS__sms__tries=3. What is wrong with them is named, and the command ends with 1. docs/settings.md says what',
    'each setting does.',
  ].join('\n'),
}

await runCommand(settingsCommand, async ({ flags: { all, json } }) => {
  const stage = acceptedStage(process.env.STAGE)
  const inputs = inputsIn(process.env)
  const given = stageSettings(stage, inputs, await parametersOnAws(inputs))
  if (given.faults.length > 0) throw new ConfigError(given.faults.join('\n'))
  const rows = settingsInForce(stage, given).filter((row) => all || differs(row))
  if (json) console.log(JSON.stringify(rows, undefined, 2))
  else if (rows.length === 0) console.log(`${stage}: every setting has its default; --all shows them`)
  else for (const line of settingsTold(rows)) console.log(line)
})
