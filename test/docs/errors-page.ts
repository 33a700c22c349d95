import { problems } from '../../functions/problems.ts'
import { routes } from '../../functions/routes.ts'
import { requestProblems } from '../../shared/http/problems.ts'
import type { Problem } from '../../shared/kernel/problems.ts'
import { SECOND } from '../../shared/kernel/time.ts'
import { filesLike, pathOf } from './repository.ts'

const titles: Readonly<Record<string, string>> = {
  account: 'Signing in, numbers, message tokens, bans',
  bookkeeping: 'Ledger and reconciliation (operators)',
  clearing: 'Businesses and bindings',
  complaints: 'Complaints (operators)',
  front: 'Where a request is from',
  gate: 'The gate',
  messaging: 'Messages',
  payment: 'Orders, payments, refunds',
  person: 'Names, ID numbers, mobile numbers',
  verification: 'Verifications',
  wallet: 'Points',
}

/** Where a code comes from that no row names. */
const elsewhere: Readonly<Record<string, string>> = { front: 'any address', messaging: '`/send` and its kin' }

/** The routes whose rows name a code, the sandbox's own behind all others. */
const routesWith = (code: string, folder: string): string => {
  if (Object.hasOwn(requestProblems, code)) return 'any request it fits'
  const named = routes.filter(({ problems: mayBe = [] }) => mayBe.some((one) => one === code))
  const shown = named
    .toSorted((one, other) => Number(one.sandboxOnly ?? false) - Number(other.sandboxOnly ?? false))
    .map(({ method, path }) => `\`${method} ${path}\``)
  return shown.join('<br>') || (elsewhere[folder] ?? '')
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

const rowOf = (code: string, { status, legacyCode, againAfterMs, next, zh, en }: Problem, folder: string): string => {
  const again = againAfterMs === undefined ? '' : ` (again after ${againAfterMs / SECOND} s)`
  const steps = next ? `<br>\`next\`: ${next.map(({ step }) => `\`${step}\``).join(', ')}` : ''
  return `| \`${code}\` | ${status}${again} | ${legacyCode ?? ''} | ${cell(zh)}<br>${cell(en)}${steps} | ${routesWith(code, folder)} |`
}

const tableOf = (codes: readonly string[], folder: string): string => {
  const table: Readonly<Record<string, Problem>> = problems
  const rows = codes.flatMap((code) => (table[code] ? [rowOf(code, table[code], folder)] : []))
  return ['| code | status | legacyCode | says, and what to do | answered by |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  )
}

/** What each capability declares, by its folder. */
const declared = async (): Promise<[folder: string, codes: string[]][]> =>
  Promise.all(
    filesLike('functions/*/problems.ts').map(async (file): Promise<[string, string[]]> => {
      const parts: Record<string, object> = await import(pathOf(file))
      return [file.split('/')[1] ?? '', Object.values(parts).flatMap((part) => Object.keys(part))]
    }),
  )

const sections = await declared()

/** docs/errors.md, from the tables of problems and routes. */
export const errorsPage = (): string => `# Errors

Every code this service answers with, made by \`npm run docs\` from each capability's \`problems.ts\` and the table of routes.
The form of a refusal is in [api.md](api.md#what-refusals-say). A code never changes its meaning; the sentences may change, so a
program goes by \`code\` and shows \`detail\` to people: it is one of the two sentences below, by \`Accept-Language\`, with what
this very request got wrong.

## What a program does

The sentence of each code tells a person what to do. A program can go by the status, whatever the code:

| status | is | does a program repeat it |
|---|---|---|
| 400, 413, 415, 422 | what was sent cannot be taken; \`errors\` names the fields | no: change what \`errors\` says. \`idempotency_key_reused\`: another key for another request |
| 401 | nobody is signed in, the key is wrong, or a signature is | no: sign in again, or look at the key |
| 403 | this caller may not, or not yet: \`not_verified\` (905) has \`verifyUrl\`, \`challenge_required\` has \`challenge\` and \`bits\` | once the answer's own condition is met |
| 404, 405 | there is nothing there for this caller | no |
| 409 | what is asked for does not fit what there is by now | \`contended\`: the same after \`Retry-After\`. All others: read the thing anew; with \`retryAt\`, from then on |
| 429 | too often | the same from \`retryAt\` on |
| 500 | a fault of ours, which tells nothing of what became of the request | the same, under the same \`Idempotency-Key\`, a few times |
| 503 | something behind us is out of order, and nothing was written | the same after \`Retry-After\`, or from \`retryAt\` on |

\`legacyCode\` is the number that the pushplus interface (\`/send\` and its kin) answers in \`code\`.

## Any request

${tableOf(Object.keys(requestProblems), '')}

${sections.map(([folder, codes]) => `## ${titles[folder] ?? folder}\n\n${tableOf(codes, folder)}`).join('\n\n')}
`
