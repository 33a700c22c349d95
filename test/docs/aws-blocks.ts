import { inputsIn } from '../../infra/config.ts'
import { verbs } from '../../local/command/verbs.ts'

/** Words of a command line, as a shell splits them; what is in quotes stays together. */
const wordsOf = (line: string): string[] =>
  Array.from(line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g), ([word]) => word.replaceAll(/['"]/g, ''))

/** The commands of a block: comments go, continued lines are one. */
const linesOf = (block: string): string[] =>
  block
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')

/** What the CDK's command line takes here. */
const CDK: Readonly<Record<string, readonly string[]>> = {
  deploy: ['--all', '--exclusively', '--require-approval', '--outputs-file'],
  diff: ['--all'],
  synth: [],
  bootstrap: [],
}

/** The calls of the AWS command line that pages name, with the options of each, from its own reference. */
const AWS: Readonly<Record<string, readonly string[]>> = {
  'ssm put-parameter': ['--name', '--type', '--value', '--overwrite', '--description', '--tier'],
  'ssm get-parameter-history': ['--name'],
}

const isInput = (name: string): boolean => name === 'STAGE' || Object.keys(inputsIn({ [name]: 'x' })).length > 0

/** What the environment of a command may say besides: who calls AWS, and where. */
const isVariable = (name: string): boolean => isInput(name) || ['AWS_PROFILE', 'AWS_REGION'].includes(name)

const cdkFaults = ([command = '', ...rest]: string[]): string[] => {
  const options = Object.hasOwn(CDK, command) ? CDK[command] : undefined
  if (!options) return [`cdk ${command}`]
  return rest.flatMap((word, at) => {
    if (word === '-c') return []
    if (rest[at - 1] === '-c') return isInput(word.split('=')[0] ?? '') && word.includes('=') ? [] : [`-c ${word}`]
    return word.startsWith('-') && !options.includes(word) ? [word] : []
  })
}

const awsFaults = ([service, operation, ...rest]: string[]): string[] => {
  const call = `${service} ${operation}`
  const options = Object.hasOwn(AWS, call) ? AWS[call] : undefined
  return options ? rest.filter((word) => word.startsWith('--') && !options.includes(word)) : [`aws ${call}`]
}

/** What npm scripts are there, and the flags each takes. */
export type Commands = Readonly<Record<string, readonly string[]>>

const npmFaults = (words: string[], commands: Commands): string[] => {
  const [first = '', second = '', ...rest] = words
  const [name, more] = first === 'run' ? [second, rest] : [first, [second, ...rest]]
  const flags = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!flags) return [`npm run ${name}`]
  return more.filter((word) => word.startsWith('--') && word !== '--' && !flags.includes(word))
}

/** What `npx shiming` has no command for, or no flag. */
const shimingFaults = ([name = '', ...rest]: string[]): string[] => {
  const verb = verbs.find((one) => one.name === name)
  if (!verb) return [`npx shiming ${name}`]
  return rest.filter((word) => word.startsWith('--') && !Object.hasOwn(verb.flags, word.slice('--'.length)))
}

const faultsOfLine = (line: string, commands: Commands): string[] => {
  const words = wordsOf(line)
  const first = words.findIndex((word) => !/^\w+=/.test(word))
  const variables = words.slice(0, Math.max(0, first)).map((word) => word.split('=')[0] ?? '')
  const [program, ...rest] = words.slice(first)
  const unknown = variables.filter((name) => !isVariable(name))
  if (program === 'npx' && rest[0] === 'aws-cdk@2') return [...unknown, ...cdkFaults(rest.slice(1))]
  if (program === 'npx' && rest[0] === 'shiming') return [...unknown, ...shimingFaults(rest.slice(1))]
  if (program === 'aws') return [...unknown, ...awsFaults(rest)]
  if (program === 'npm') return [...unknown, ...npmFaults(rest, commands)]
  return [...unknown, line]
}

/** What a block of commands for AWS names that does not exist: inputs, options, scripts, flags. */
export const awsFaultsIn = (block: string, commands: Commands): string[] =>
  linesOf(block).flatMap((line) => faultsOfLine(line, commands))
