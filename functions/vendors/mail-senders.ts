import type { Permit } from '../consent/permit.ts'
import type { MailSender } from '../profile/email/mail-sender.ts'
import { addressIn, openedOnce, type VendorParts } from './accounts.ts'
import type { MailTexts } from './tencent-cloud/mail.ts'

type SenderParts = VendorParts & { mail: MailTexts & { vendors: readonly string[] } }

/** Where each vendor is, which secret holds this deployment's account there, and what speaks to it, loaded at its first e-mail. */
const vendors = new Map<
  string,
  {
    address: string
    secret: string
    load: (of: SenderParts & { url: string }) => Promise<(json: unknown) => MailSender<Permit>>
  }
>([
  [
    'tencent_cloud',
    {
      address: 'TENCENT_SES_URL',
      secret: 'SECRET_TENCENT_CLOUD',
      load: async (of) => (await import('./tencent-cloud/mail.ts')).tencentMailFrom(of),
    },
  ],
])

/** A vendor this deployment has no account at: is sent nothing, and whoever lets it be asked has to mend that. */
const withoutAccount = (vendor: string): MailSender<Permit> => ({
  vendor,
  sendCode: async () => ({ kind: 'not_taken', because: 'needs_repair', code: 'vendor_not_configured' }),
})

/**
 * What sends the e-mails of this deployment, with a secret that is looked for at every e-mail, so that a rotated one is used; undefined
 * where no vendor is named.
 */
export const mailSender = (parts: SenderParts): (() => Promise<MailSender<Permit> | undefined>) => {
  const opened = openedOnce(async (vendor: string) => {
    const found = vendors.get(vendor)
    if (!found) throw new Error(`no vendor of e-mail is called ${vendor}`)
    if (!parts.env(found.secret)) return async () => withoutAccount(vendor)
    return parts.secret(found.secret, await found.load({ ...parts, url: addressIn(parts, found.address) }))
  })
  return async () => {
    const [vendor] = parts.mail.vendors
    return vendor === undefined ? undefined : opened(vendor)
  }
}
