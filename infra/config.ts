import type { Override, StageSettings } from './given-settings.ts'
import { versionsIn } from './versions.ts'

export type Stage = 'sandbox' | 'production'

const secretNames = [
  'SECRET_WECHAT_PAY',
  'SECRET_ALIPAY',
  'SECRET_WECHAT',
  'SECRET_WECHAT_WEBSITE',
  'SECRET_TENCENT_CLOUD',
  'SECRET_ALIBABA_CLOUD',
  'SECRET_PLATFORM',
  'SECRET_KEY_RING',
] as const
const vendorNames = [
  'WECHAT_PAY_URL',
  'ALIPAY_URL',
  'WECHAT_URL',
  'WECHAT_OPEN_URL',
  'TENCENT_FACEID_URL',
  'TENCENT_SMS_URL',
  'TENCENT_SES_URL',
  'TENCENT_CAPTCHA_URL',
  'TENCENT_OCR_URL',
  'ALIBABA_CLOUDAUTH_URL',
  'ALIBABA_SMS_URL',
] as const

/** Values of EXECUTE_API. */
export const EXECUTE_API_ON = 'on'
export const EXECUTE_API_OFF = 'off'

/** The name of a payment channel's, WeChat's or a cloud's secret where a platform has no account there. */
export const NOT_USED = 'none'

/** What can be set from outside, by `cdk -c NAME=value` or by an environment variable. */
const inputNames = [
  'PUBLIC_URL',
  'SETTINGS',
  'SANDBOX_SETTINGS',
  'TESTER_KEY',
  'ALARM_TOPIC_ARN',
  'CORS_ORIGINS',
  'EXECUTE_API',
  'INDEX_VERSIONS',
  'CERTIFICATE_KEYS',
  'AUDIT_ROOT_DAYS',
  ...secretNames,
  ...vendorNames,
] as const

type InputName = (typeof inputNames)[number]
export type SecretName = (typeof secretNames)[number]
export type VendorName = (typeof vendorNames)[number]

/** Single settings besides, as `SETTINGS__sms__tries`. */
export type Inputs = Partial<Record<InputName | `${'SETTINGS' | 'SANDBOX_SETTINGS'}__${string}`, string>>

const isInput = (name: string): boolean =>
  inputNames.some((one) => one === name) || /^(?:SANDBOX_)?SETTINGS__/.test(name)

/** The inputs among variables, whatever else is there; what is no text counts as its JSON. */
export const inputsIn = (variables: Readonly<Record<string, unknown>>): Inputs => {
  const given = Object.entries(variables).filter(([name, value]) => isInput(name) && value !== undefined)
  return Object.fromEntries(
    given.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

export type Config = {
  stage: Stage
  /** Without a slash at the end; empty if it was not given. */
  publicUrl: string
  /** Names in Secrets Manager; empty where none was given. */
  secrets: Record<SecretName, string>
  /** Base addresses without a slash at the end; empty where the stage knows no such vendor. */
  vendors: Record<VendorName, string>
  /** JSON object of the settings somebody gave; the functions parse it. */
  settings: string
  /** The same for the stand-ins. */
  sandboxSettings: string
  /** Which of them differ from the defaults. */
  overrides: readonly Override[]
  /** Opens the calls for testers of a deployed sandbox; on one machine there is none. */
  testerKey: string | undefined
  /** An SNS topic of the operator's that every alarm notifies. */
  alarmTopicArn: string | undefined
  /** Origins of pages that may call the API from a browser; none unless they are named. */
  corsOrigins: readonly string[]
  /** Whether the API answers under the address AWS gave it, besides the operator's own. */
  executeApi: string
  /** The versions of the key that people are indexed under, the one that is written first. */
  indexVersions: readonly string[]
  /** The versions of the key of certificates that are shown, the one that signs first. */
  certificateVersions: readonly string[]
  /** For how many days nobody can delete a root of the audit; what is put later is kept so long, what is there as long as it was said. */
  auditRootDays: number
}

/** Five years: the longest of what the law and the books ask to be kept with a record of who saw it. */
const AUDIT_ROOT_DAYS = '1825'

/** Where a deployed stand-in finds its secret; in production there is none. */
export const SANDBOX_SECRET = 'shiming/sandbox/stand-ins'

/** The key ring of a sandbox. What the table holds hangs on it, so whoever provisions anew keeps it. */
export const SANDBOX_KEY_RING = 'shiming/sandbox/key-ring'

/** The service account of a sandbox, which its stand-in reads too. */
export const SANDBOX_WECHAT = 'shiming/sandbox/wechat'

/** The website app of a sandbox, which its stand-in reads too. */
export const SANDBOX_WECHAT_WEBSITE = 'shiming/sandbox/wechat-website'

/** The account of a sandbox at Alibaba Cloud, which its stand-in reads too. */
export const SANDBOX_ALIBABA_CLOUD = 'shiming/sandbox/alibaba-cloud'

/** The local engine's address. */
const SANDBOX_PUBLIC_URL = 'http://127.0.0.1:4000'

const standInSecrets: Record<SecretName, string> = {
  SECRET_WECHAT_PAY: 'shiming/sandbox/wechat-pay',
  SECRET_ALIPAY: 'shiming/sandbox/alipay',
  SECRET_WECHAT: SANDBOX_WECHAT,
  SECRET_WECHAT_WEBSITE: SANDBOX_WECHAT_WEBSITE,
  SECRET_TENCENT_CLOUD: 'shiming/sandbox/tencent-cloud',
  SECRET_ALIBABA_CLOUD: SANDBOX_ALIBABA_CLOUD,
  SECRET_PLATFORM: 'shiming/sandbox/platform',
  SECRET_KEY_RING: SANDBOX_KEY_RING,
}

const standIns = (publicUrl: string): Record<VendorName, string> => ({
  WECHAT_PAY_URL: `${publicUrl}/sandbox/wechat-pay`,
  ALIPAY_URL: `${publicUrl}/sandbox/alipay`,
  WECHAT_URL: `${publicUrl}/sandbox/wechat`,
  WECHAT_OPEN_URL: `${publicUrl}/sandbox/wechat`,
  TENCENT_FACEID_URL: `${publicUrl}/sandbox/tencent-cloud/faceid`,
  TENCENT_SMS_URL: `${publicUrl}/sandbox/tencent-cloud/sms`,
  TENCENT_SES_URL: `${publicUrl}/sandbox/tencent-cloud/ses`,
  TENCENT_OCR_URL: `${publicUrl}/sandbox/tencent-cloud/ocr`,
  // A captcha keeps programs out, and it is programs that try the sandbox.
  TENCENT_CAPTCHA_URL: '',
  ALIBABA_CLOUDAUTH_URL: `${publicUrl}/sandbox/alibaba-cloud/cloudauth`,
  ALIBABA_SMS_URL: `${publicUrl}/sandbox/alibaba-cloud/sms`,
})

const realSecrets = (inputs: Inputs): Record<SecretName, string> => ({
  SECRET_WECHAT_PAY: inputs.SECRET_WECHAT_PAY ?? '',
  SECRET_ALIPAY: inputs.SECRET_ALIPAY ?? '',
  SECRET_WECHAT: inputs.SECRET_WECHAT ?? '',
  SECRET_WECHAT_WEBSITE: inputs.SECRET_WECHAT_WEBSITE ?? '',
  SECRET_TENCENT_CLOUD: inputs.SECRET_TENCENT_CLOUD ?? '',
  SECRET_ALIBABA_CLOUD: inputs.SECRET_ALIBABA_CLOUD ?? '',
  SECRET_PLATFORM: inputs.SECRET_PLATFORM ?? '',
  SECRET_KEY_RING: inputs.SECRET_KEY_RING ?? '',
})

/** The names of a stage's secrets in Secrets Manager. */
export const secretsOf = (stage: Stage, inputs: Inputs): Record<SecretName, string> =>
  stage === 'sandbox' ? standInSecrets : realSecrets(inputs)

const base = (address: string | undefined, byDefault: string): string => (address || byDefault).replace(/\/+$/, '')

const realVendors = (inputs: Inputs): Record<VendorName, string> => ({
  WECHAT_PAY_URL: base(inputs.WECHAT_PAY_URL, 'https://api.mch.weixin.qq.com'),
  ALIPAY_URL: base(inputs.ALIPAY_URL, 'https://openapi.alipay.com'),
  WECHAT_URL: base(inputs.WECHAT_URL, 'https://api.weixin.qq.com'),
  WECHAT_OPEN_URL: base(inputs.WECHAT_OPEN_URL, 'https://open.weixin.qq.com'),
  TENCENT_FACEID_URL: base(inputs.TENCENT_FACEID_URL, 'https://faceid.tencentcloudapi.com'),
  TENCENT_SMS_URL: base(inputs.TENCENT_SMS_URL, 'https://sms.tencentcloudapi.com'),
  TENCENT_SES_URL: base(inputs.TENCENT_SES_URL, 'https://ses.tencentcloudapi.com'),
  TENCENT_CAPTCHA_URL: base(inputs.TENCENT_CAPTCHA_URL, 'https://captcha.tencentcloudapi.com'),
  TENCENT_OCR_URL: base(inputs.TENCENT_OCR_URL, 'https://ocr.tencentcloudapi.com'),
  ALIBABA_CLOUDAUTH_URL: base(inputs.ALIBABA_CLOUDAUTH_URL, 'https://cloudauth.aliyuncs.com'),
  ALIBABA_SMS_URL: base(inputs.ALIBABA_SMS_URL, 'https://dysmsapi.aliyuncs.com'),
})

/**
 * The configuration of a stage, not yet judged. The sandbox is complete without any input and knows no other vendors than
 * its stand-ins; production has defaults for the vendors' addresses only.
 */
export const configOf = (stage: Stage, inputs: Inputs, { own, standIns: forStandIns }: StageSettings): Config => {
  const sandbox = stage === 'sandbox'
  const publicUrl = base(inputs.PUBLIC_URL, sandbox ? SANDBOX_PUBLIC_URL : '')
  return {
    stage,
    publicUrl,
    secrets: secretsOf(stage, inputs),
    vendors: sandbox ? standIns(publicUrl) : realVendors(inputs),
    settings: own.json,
    sandboxSettings: forStandIns.json,
    overrides: [...own.overrides, ...forStandIns.overrides],
    testerKey: inputs.TESTER_KEY || undefined,
    alarmTopicArn: inputs.ALARM_TOPIC_ARN || undefined,
    corsOrigins: (inputs.CORS_ORIGINS ?? '').split(',').flatMap((one) => one.trim() || []),
    executeApi: inputs.EXECUTE_API || EXECUTE_API_ON,
    indexVersions: versionsIn(inputs.INDEX_VERSIONS),
    certificateVersions: versionsIn(inputs.CERTIFICATE_KEYS),
    auditRootDays: Number(inputs.AUDIT_ROOT_DAYS || AUDIT_ROOT_DAYS),
  }
}
