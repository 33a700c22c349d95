import * as z from 'zod/mini'
import { created, listDocuments } from '../documents.ts'
import { keys } from '../keys.ts'
import type { Sandbox } from '../sandbox.ts'

const mail = z.object({
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  code: z.string(),
  at: z.number(),
})

/** An e-mail as its reader received it; `at` in epoch ms. */
export type ReceivedMail = z.infer<typeof mail>

const DAYS_KEPT = 7

/** An address as mailboxes tell it apart. */
const mailboxOf = (address: string): string => address.toLowerCase()

/** An e-mail arrives. */
export const takeMail = async (sandbox: Sandbox, received: ReceivedMail): Promise<void> => {
  const life = { now: received.at, days: DAYS_KEPT }
  await sandbox.table.commit([created(keys.mail(mailboxOf(received.to), sandbox.ids.id()), received, life)])
}

/** The e-mails that an address received, newest first. */
export const mailsOf = async (sandbox: Pick<Sandbox, 'table'>, address: string): Promise<ReceivedMail[]> => {
  const found = await listDocuments(sandbox.table, keys.mail(mailboxOf(address), '').pk, mail)
  return found.map(({ value }) => value).reverse()
}
