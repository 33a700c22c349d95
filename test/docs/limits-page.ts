import { settings } from '../../functions/settings.ts'
import { namedSettings } from '../../shared/kernel/settings.ts'
import { type Limit, limits } from '../limits/table.ts'
import { unlimited, workers } from '../limits/unlimited.ts'

const named = new Map(namedSettings(settings))

/** `sms.perHour` with what it is by default; a number as it stands. */
const mostOf = (most: string): string => {
  const setting = named.get(most)
  return setting ? `${Number(setting.byDefault).toLocaleString('en')} (\`${most}\`)` : most
}

const rowOf = ({ does, why, routes, per, most, over, ...past }: Limit): string =>
  `| ${does} | ${why} | ${per.join(' and ')} | ${mostOf(most)} | ${over} | ${'refuses' in past ? `\`${past.refuses}\`` : `nobody: ${past.instead}`} | ${routes.map((name) => `\`${name}\``).join(', ')} |`

/** Routes without a limit, by what they need none for. */
const unlimitedRows = (): string[] => {
  const reasons = new Map<string, string[]>()
  for (const [name, why] of Object.entries(unlimited)) reasons.set(why, [...(reasons.get(why) ?? []), `\`${name}\``])
  return [...reasons].map(([why, names]) => `| ${why} | ${names.join(', ')} |`)
}

/** docs/limits.md, from the table that test/limits.test.ts holds. */
export const limitsPage = (): string => `# Limits

Everything that costs or guesses, and how often it may be done; made by \`npm run docs\` from \`test/limits/table.ts\`. A test (\`test/limits.test.ts\`) takes each row to
its limit, one past it, a millisecond before it ends and to its end, and sees that somebody else is not held by it. Whoever is refused
reads the code of the row with its text ([all of them](errors.md)), and where time helps \`retryAt\` and the header Retry-After. Routes are
named as in the [API's description](openapi.json), settings are [here](settings.md) with what they may be.

| does | it | per | most | over | refused with | routes |
|---|---|---|---|---|---|---|
${limits.map(rowOf).join('\n')}

- A limit is counted in the table before what it limits is done, by a write that says the limit in its condition: it holds however many ask at
  once (\`functions/account/limits\`; checks, orders and messages count theirs in the items that they write anyway).
- Effort grows: past \`proof.numberFrom\`, \`proof.addressFrom\` and \`proof.deploymentFrom\` a proof of work gets harder with every doubling.
- An address stands for many people (mobile networks share them), so it is never refused alone: it has to show effort, and cannot use up the day of
  one number.
- Nobody learns from an answer, or from what it takes, whether a number has an account: asking for a code, a wrong code and asking
  what became of a text answer alike and cost the same calls (\`test/limits/alike.test.ts\`).
- That a person is known shows in \`identity_unavailable\` alone, which is before anything is paid so that nobody pays in vain; five of them a day
  and account are told, then known and unknown persons are refused alike. Whoever holds the person hears of it later, so that no refusal is longer for it.
- Checks have no limit per person beside these: one that others could use up would keep people from their own verification. Whoever tries other names or
  numbers on an ID number pays for each check, three a day and account, and data that did not match is refused to all.
- Memberships raise \`sending.perDay\` and \`sending.perMinute\` to \`sending.perDayMember\` and \`sending.perMinuteMember\`.

## Routes that need none

| because | routes |
|---|---|
${unlimitedRows().join('\n')}

API Gateway bounds how fast all routes together, and each that anybody may call, are called (\`infra/stacks/edge.ts\`).

## Functions that no route leads to

| function | is bounded because it |
|---|---|
${Object.entries(workers)
  .map(([name, why]) => `| \`${name}\` | ${why} |`)
  .join('\n')}
`
