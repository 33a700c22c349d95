import type { SmsVendorName } from '../functions/account/settings.ts'
import { type PaymentChannel, paymentChannels } from '../functions/payment/paying/provider.ts'
import { settingsOf } from '../functions/settings.ts'
import type { IdentityVendorName } from '../functions/verification/settings.ts'
import { NOT_USED, type SecretName } from './config.ts'
import type { GivenSettings } from './given-settings.ts'

type Secrets = Record<SecretName, string>

/** Where the account at a payment channel is; a platform may have one at either only. */
const secretOf: Record<PaymentChannel, SecretName> = { wechat_pay: 'SECRET_WECHAT_PAY', alipay: 'SECRET_ALIPAY' }

export const paymentSecrets: readonly SecretName[] = paymentChannels.map((channel) => secretOf[channel])

/** Secrets a platform may do without. */
export const dispensableSecrets: readonly SecretName[] = [
  ...paymentSecrets,
  'SECRET_WECHAT',
  'SECRET_WECHAT_WEBSITE',
  'SECRET_TENCENT_CLOUD',
  'SECRET_ALIBABA_CLOUD',
]

/** The channels a platform has no account at. */
const closedChannels = (secrets: Secrets): PaymentChannel[] =>
  paymentChannels.filter((channel) => secrets[secretOf[channel]] === NOT_USED)

/** The channels a platform has an account at. */
export const openChannels = (secrets: Secrets): PaymentChannel[] =>
  paymentChannels.filter((channel) => !closedChannels(secrets).includes(channel))

/** The secrets that are not there because the platform has no such account. */
export const unusedSecrets = (secrets: Secrets): SecretName[] =>
  dispensableSecrets.filter((name) => secrets[name] === NOT_USED)

type Given = { reconciliation?: { channels?: unknown } }

/** Whether the settings say themselves which channels are reconciled. */
const namesChannels = ({ reconciliation }: Given): boolean => reconciliation?.channels !== undefined

/** The settings with only those channels to be reconciled that there is an account at, where they do not say which. */
export const channelsByAccounts = (given: GivenSettings, secrets: Secrets): GivenSettings => {
  const closed = closedChannels(secrets)
  const object: Given = JSON.parse(given.json)
  if (closed.length === 0 || namesChannels(object)) return given
  const value = paymentChannels.filter((channel) => !closed.includes(channel))
  const from = closed.map((channel) => `${secretOf[channel]}=${NOT_USED}`).join(', ')
  const json = JSON.stringify({ ...object, reconciliation: { ...object.reconciliation, channels: value } })
  const override = { name: 'reconciliation.channels', value, byDefault: paymentChannels, from }
  return { ...given, json, overrides: [...given.overrides, override] }
}

/** Where the account at a cloud is, which checks identities, confirms faces, sends texts and reads cards. */
const cloudSecretOf: Record<IdentityVendorName | SmsVendorName, SecretName> = {
  tencent_cloud: 'SECRET_TENCENT_CLOUD',
  alibaba_cloud: 'SECRET_ALIBABA_CLOUD',
}

/** What is wrong if settings name a channel to reconcile, or a vendor to ask, that there is no account at, each in a sentence. */
export const accountFaults = (json: string, secrets: Secrets): string[] => {
  const { reconciliation, identity, recheck, sms, face, documents, company } = settingsOf('production', json)
  const recheckers = recheck.afterMs > 0 ? recheck.vendors : []
  const channels = namesChannels(JSON.parse(json)) ? reconciliation.channels : []
  const named = [
    ...channels.map((one) => ['reconciliation.channels', one, secretOf[one]] as const),
    ...identity.vendors.map((one) => ['identity.vendors', one, cloudSecretOf[one]] as const),
    ...recheckers.map((one) => ['recheck.vendors', one, cloudSecretOf[one]] as const),
    ...sms.vendors.map((one) => ['sms.vendors', one, cloudSecretOf[one]] as const),
    ...face.vendors.map((one) => ['face.vendors', one, cloudSecretOf[one]] as const),
    ...company.vendors.map((one) => ['company.vendors', one, cloudSecretOf[one]] as const),
    ...(company.licenceReader === 'tencent'
      ? [['company.licenceReader', 'tencent', 'SECRET_TENCENT_CLOUD'] as const]
      : []),
    ...(documents.reader === 'tencent' ? [['documents.reader', 'tencent', 'SECRET_TENCENT_CLOUD'] as const] : []),
  ]
  return named
    .filter(([, , secret]) => secrets[secret] === NOT_USED)
    .map(([setting, name, secret]) => `SETTINGS: ${setting} names ${name}, but ${secret} is ${NOT_USED}`)
}
