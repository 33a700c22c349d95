import { readFileSync } from 'node:fs'
import { type Command, Misused } from '../../shared/command/command-line.ts'
import { onOff, words } from '../../shared/command/flags.ts'
import { runCommand } from '../../shared/command/run-command.ts'
import { readLocal } from './read-local.ts'
import { readStage } from './read-stage.ts'
import { type Verified, verifyAudit } from './verify.ts'

const named = (does: string, what: string, value: string) => words(does, { what, value, byDefault: undefined })

const flags = {
  local: words('an engine on this machine, where nothing of a deployed stage is named', {
    what: 'an address',
    value: 'http://127.0.0.1:4000',
    byDefault: 'http://127.0.0.1:4000',
  }),
  table: named('the main table of a deployed stage', 'the name of a table', 'TABLE'),
  'audit-table': named('its audit table', 'the name of a table', 'TABLE'),
  bucket: named('its bucket of roots', 'the name of a bucket', 'BUCKET'),
  key: named('its key that signs roots', 'the ARN of a key', 'ARN'),
  'public-key': named('the public half of it, kept elsewhere, in place of what KMS answers now', 'a PEM file', 'FILE'),
  since: named('the first day that has a root, kept elsewhere: roots are missed from then on', 'a day', 'YYYYMMDD'),
  json: onOff('as JSON, for programs'),
}

const verifyCommand: Command<typeof flags> = {
  call: 'npm run audit:verify',
  does: 'Reads the whole audit and says what of it was changed, removed, inserted or put in another order, where, and since when. Changes nothing.',
  flags,
  more: [
    'Of a deployed stage, with the AWS credentials of this shell: the output AuditVerify of its data stack has the four flags.',
    'Exits 0 where all is whole, 3 where something is wrong, 1 where it could not be read. docs/audit.md says what that promises.',
  ].join('\n'),
}

/** Something of the audit is wrong. */
const WRONG = 3

const tell = ({ findings, records, subjects, roots, last }: Verified): void => {
  console.log(`${records} records of ${subjects} subjects, ${roots} roots, the last of ${last ?? 'no day yet'}`)
  for (const { fault, where, since, words: said } of findings)
    console.log(`${fault}: ${where}: ${said} (since: ${since})`)
  console.log(
    findings.length === 0 ? 'nothing was changed, removed, inserted or reordered' : `${findings.length} findings`,
  )
}

await runCommand(verifyCommand, async ({ flags: given }) => {
  const { table, 'audit-table': auditTable, bucket, key, 'public-key': file } = given
  const pem = file === undefined ? undefined : readFileSync(file, 'utf8')
  if (given.since !== undefined && !/^\d{8}$/.test(given.since)) throw new Misused('--since is a day, as 20261120')
  const isDeployed = [table, auditTable, bucket, key].some((one) => one !== undefined)
  if (isDeployed && (!table || !auditTable || !bucket || !key))
    throw new Misused('--table, --audit-table, --bucket and --key belong together: the output AuditVerify has them')
  const read =
    table && auditTable && bucket && key
      ? await readStage({ table, auditTable, bucket, key }, pem)
      : await readLocal(given.local, pem)
  const verified = verifyAudit(read, { ...(given.since !== undefined && { since: given.since }) })
  if (given.json) console.log(JSON.stringify(verified, undefined, 2))
  else tell(verified)
  return verified.findings.length === 0 ? 0 : WRONG
})
