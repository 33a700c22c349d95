import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { SECOND } from '../shared/kernel/time.ts'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Which libraries of Standard Webhooks would not have signed it so. They verify by the clock of the machine, which instances in tests have left
 * behind, so that what they sign themselves is compared.
 */
export const librariesThatDiffer = (secret: string, headers: Headers, body: string): string[] => {
  const [id, at] = [String(headers['webhook-id']), new Date(Number(headers['webhook-timestamp']) * SECOND)]
  const signatures = String(headers['webhook-signature']).split(' ')
  const own = {
    standardwebhooks: new StandardWebhook(secret).sign(id, at, body),
    svix: new SvixWebhook(secret).sign(id, at, body),
  }
  return Object.entries(own).flatMap(([name, signature]) => (signatures.includes(signature) ? [] : [name]))
}
