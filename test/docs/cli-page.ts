import { exitCodes, ofItself, variables } from '../../local/command/overview.ts'
import type { Verb } from '../../local/command/verb.ts'
import { verbs } from '../../local/command/verbs.ts'
import { type Told, toldIn } from '../../shared/command/told.ts'
import { lineOf, shownFlag } from '../../shared/command/usage.ts'

const en = (told: Told): string => toldIn('en', told)
const zh = (told: Told): string => toldIn('zh', told)

/** What stands in a cell of a table may hold no bar of its own. */
const cell = (text: string): string => text.replaceAll('|', '\\|')

const flagRows = ({ flags }: Verb): string =>
  Object.entries(flags)
    .map(([name, flag]) => `| \`${cell(shownFlag(name, flag))}\` | ${cell(en(flag.does))} | ${cell(zh(flag.does))} |`)
    .join('\n')

/** What is told below the flags: rows of a list stay as they are. */
const moreOf = ({ more = '' }: Verb): string[] => {
  if (en(more) === '') return []
  return en(more).includes('\n')
    ? [`\`\`\`text\n${en(more)}\n\`\`\``, `\`\`\`text\n${zh(more)}\n\`\`\``]
    : [en(more), zh(more)]
}

const section = (verb: Verb): string =>
  [
    `## ${verb.name}`,
    `\`\`\`text\n${lineOf(verb)}\n\`\`\``,
    en(verb.does),
    zh(verb.does),
    `| flag | | |\n|---|---|---|\n${flagRows(verb)}`,
    ...moreOf(verb),
    `\`--json\` prints: \`${verb.json}\``,
  ].join('\n\n')

/** docs/cli.md, from what the commands say of themselves. */
export const cliPage = (): string => `# The command line

\`npx shiming\` runs and tries this service from a terminal, in a checkout of this repository after \`npm ci\`. It needs nothing but Node, from 20 on; the
Node of the packages goes on where that is too old. Made by \`npm run docs\` from what the commands say of themselves.

${en(ofItself)} Anywhere else \`--url\` or the environment says where the instance is, and the environment has the API keys: they are no
flags, as whoever may list processes reads those. No key and no secret is printed unless it was asked for (\`keys --show\`, \`keys make\`).

${zh(ofItself)}

| exit code | | |
|---|---|---|
${exitCodes.map(({ code, means }) => `| ${code} | ${en(means)} | ${zh(means)} |`).join('\n')}

| environment | | |
|---|---|---|
${variables.map(({ name, means }) => `| \`${name}\` | ${en(means)} | ${zh(means)} |`).join('\n')}

- With \`--json\` each answer is one line of JSON on standard output, in the form that stands at its command. Members may be added; those that are there stay,
  and \`?\` marks those that may be missing. \`events listen\` prints a line for each delivery.
- What long work is at is told on standard error, and only where that is a terminal.
- \`npx shiming start\` is \`npm start\`, and \`npx shiming demo\` is \`npm run demo\`.

${verbs.map(section).join('\n\n')}
`
