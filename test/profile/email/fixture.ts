import { mailEnded, mailHandedOn } from '../../../functions/consent/mailing-store.ts'
import { demandPermit, type Permit } from '../../../functions/consent/permit.ts'
import { bindEmail } from '../../../functions/profile/email/bind-email.ts'
import type { CodeMail, MailResult, MailSender } from '../../../functions/profile/email/mail-sender.ts'
import { sendEmailCode } from '../../../functions/profile/email/send-email-code.ts'
import { furtherOf } from '../../../functions/profile/further-store.ts'
import { profileKeys } from '../../../functions/profile/keys.ts'
import { type Settings, settingsOf } from '../../../functions/settings.ts'
import { claimOf, world } from '../../account/fixture.ts'

export const EMAIL = 'zhang@example.com'
export const OTHER_EMAIL = 'li@example.com'

/** Everything that proving an address needs, in memory; `vendor.answer` is what the vendor makes of an e-mail, none where it is undefined. */
export const mailWorld = (near: Partial<Settings['mail']> = {}) => {
  const defaults = settingsOf('sandbox', undefined)
  const mails: CodeMail[] = []
  const vendor: { answer: MailResult; isThere: boolean; onSend: () => void } = {
    answer: { kind: 'sent' },
    isThere: true,
    onSend: () => undefined,
  }
  const sender: MailSender<Permit> = {
    vendor: 'tencent_cloud',
    async sendCode(mail, permit) {
      demandPermit(permit, 'tencent_cloud', ['email'])
      vendor.onSend()
      mails.push(mail)
      return vendor.answer
    },
  }
  return {
    ...world({ mail: { ...defaults.mail, ...near } }),
    mails,
    mailVendor: vendor,
    mail: async () => (vendor.isThere ? sender : undefined),
    handOn: mailHandedOn,
    mailEnded,
  }
}
export type MailWorld = ReturnType<typeof mailWorld>

/** Somebody who is signed in. */
export type Signed = { token: string; accountId: string }

/** They ask for a code. */
export const askedFor = (at: MailWorld, { token }: Signed, email = EMAIL, sourceIp = '192.0.2.1') =>
  sendEmailCode(at, { email, sourceIp, caller: claimOf(token) })

/** The code that an address got last. */
export const codeFor = (at: MailWorld, email = EMAIL): string =>
  at.mails.findLast(({ to }) => to === email)?.code ?? 'none'

/** They type a code; the right one, if no other is given. */
export const typed = (at: MailWorld, { token }: Signed, of: { email?: string; code?: string } = {}) => {
  const { email = EMAIL, code = codeFor(at, email) } = of
  return bindEmail(at, { email, code, caller: claimOf(token) })
}

/** What is kept of what they told. */
export const furtherAt = async (at: MailWorld, { accountId }: Signed) =>
  furtherOf(await at.table.get(profileKeys.further(accountId)))
