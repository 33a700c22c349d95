import { type Asks, sensitiveSteps } from '../../functions/certification/steps/sensitive-steps.ts'
import { routes } from '../../functions/routes.ts'

const words: Readonly<Record<Asks, string>> = {
  always: 'always',
  verified: 'of whoever is verified',
  never: 'no',
}

const callOf = (name: string): string => {
  const found = routes.find((one) => one.name === name)
  if (!found) throw new Error(`no route is called ${name}`)
  return `\`${found.method} ${found.path}\``
}

const rows = Object.entries(sensitiveSteps).map(
  ([name, { lastFour, presence, why }]) =>
    `| ${callOf(name)} | \`${name}\` | always | ${words[lastFour]} | ${words[presence]} | ${why} |`,
)

/** docs/sensitive-steps.md, from the table that the service goes by. */
export const sensitiveStepsPage = (): string => `# Sensitive steps

What each sensitive step takes beside a session; made by \`npm run docs\` from \`functions/certification/steps/sensitive-steps.ts\`, by which the service goes.

- *Code*: texted, in the session, to the number that the account signs in with or was verified with; used up by the step. One mechanism for all (\`functions/account/numbers/answer-step-up.ts\`).
- *Last four*: of the ID number the account is verified with. Tries are counted before they are compared, and nothing is said of them before the code is right.
- *In person*: by face through a vendor, of exactly this step, begun lately (\`steps.faceMs\`) and used once; or by a picture of the person with their document, which a person looks at before anything takes effect
  (\`steps.decideMs\`). Both count the same, and where no vendor is asked the picture is the way.

| call | route | code | last four | in person | because |
|---|---|---|---|---|---|
${rows.join('\n')}
`
