import { describe, expect, it } from 'vitest'
import { type Inputs, inputsIn } from '../../infra/config.ts'
import { acceptedConfig, acceptedStage, ConfigError } from '../../infra/refusals.ts'

/** Whom production names to its users. */
const platform = { name: '某平台', contact: 'privacy@example.cn' }

const complete: Inputs = {
  PUBLIC_URL: 'https://id.example.cn/',
  SECRET_WECHAT_PAY: 'shiming/production/wechat-pay',
  SECRET_ALIPAY: 'shiming/production/alipay',
  SECRET_WECHAT: 'shiming/production/wechat',
  SECRET_WECHAT_WEBSITE: 'shiming/production/wechat-website',
  SECRET_TENCENT_CLOUD: 'shiming/production/tencent-cloud',
  SECRET_ALIBABA_CLOUD: 'shiming/production/alibaba-cloud',
  SECRET_PLATFORM: 'shiming/production/platform',
  SECRET_KEY_RING: 'shiming/production/key-ring',
  SETTINGS__platform__name: platform.name,
  SETTINGS__platform__contact: platform.contact,
}

const refusal = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return 'accepted'
}

const production = (inputs: Inputs): string => refusal(() => acceptedConfig('production', inputs, true))
const sandbox = (inputs: Inputs, deployed = true): string => refusal(() => acceptedConfig('sandbox', inputs, deployed))

describe('the configuration of production', () => {
  it('is accepted when complete, with the real vendors', () => {
    expect(acceptedConfig('production', complete, true)).toMatchObject({
      publicUrl: 'https://id.example.cn',
      vendors: {
        WECHAT_PAY_URL: 'https://api.mch.weixin.qq.com',
        ALIPAY_URL: 'https://openapi.alipay.com',
        WECHAT_URL: 'https://api.weixin.qq.com',
        WECHAT_OPEN_URL: 'https://open.weixin.qq.com',
        TENCENT_FACEID_URL: 'https://faceid.tencentcloudapi.com',
        TENCENT_SMS_URL: 'https://sms.tencentcloudapi.com',
        TENCENT_SES_URL: 'https://ses.tencentcloudapi.com',
        TENCENT_CAPTCHA_URL: 'https://captcha.tencentcloudapi.com',
        TENCENT_OCR_URL: 'https://ocr.tencentcloudapi.com',
        ALIBABA_CLOUDAUTH_URL: 'https://cloudauth.aliyuncs.com',
        ALIBABA_SMS_URL: 'https://dysmsapi.aliyuncs.com',
      },
      settings: JSON.stringify({ platform }),
    })
  })

  it('is refused once, with everything that is missing', () => {
    expect(production({}).split('\n')).toEqual([
      'production cannot be synthesized:',
      '- PUBLIC_URL is missing: the https address under which people and vendors reach this',
      '- SECRET_WECHAT_PAY is missing: the name of the secret in Secrets Manager',
      '- SECRET_ALIPAY is missing: the name of the secret in Secrets Manager',
      '- SECRET_WECHAT is missing: the name of the secret in Secrets Manager',
      '- SECRET_WECHAT_WEBSITE is missing: the name of the secret in Secrets Manager',
      '- SECRET_TENCENT_CLOUD is missing: the name of the secret in Secrets Manager',
      '- SECRET_ALIBABA_CLOUD is missing: the name of the secret in Secrets Manager',
      '- SECRET_PLATFORM is missing: the name of the secret in Secrets Manager',
      '- SECRET_KEY_RING is missing: the name of the secret in Secrets Manager',
      expect.stringContaining('- SETTINGS: platform.name and platform.contact are missing'),
    ])
  })

  it('is refused with more settings than fit beside the other variables of a function', () => {
    const channels = (count: number) =>
      JSON.stringify({ deliveries: { ports: Array.from({ length: count }, () => '443') } })
    expect(production({ ...complete, SETTINGS: channels(300) })).toBe('accepted')
    expect(production({ ...complete, SETTINGS: channels(400) })).toContain(
      '- SETTINGS is 2489 bytes; a function takes 2048 at most',
    )
  })

  it('may do without an account at one payment channel, not at both', () => {
    expect(production({ ...complete, SECRET_ALIPAY: 'none' })).toBe('accepted')
    expect(production({ ...complete, SECRET_WECHAT_PAY: 'none' })).toBe('accepted')
    expect(production({ ...complete, SECRET_ALIPAY: 'none', SECRET_WECHAT_PAY: 'none' })).toContain('nobody could pay')
    expect(production({ ...complete, SECRET_PLATFORM: 'none', SECRET_TENCENT_CLOUD: '' })).toContain(
      'SECRET_TENCENT_CLOUD',
    )
  })

  it('may do without an account at WeChat, which then is in no function', () => {
    expect(production({ ...complete, SECRET_WECHAT: 'none' })).toBe('accepted')
    expect(production({ ...complete, SECRET_WECHAT_WEBSITE: 'none' })).toBe('accepted')
    expect(production({ ...complete, WECHAT_URL: 'http://127.0.0.1:4000/sandbox/wechat' })).toContain('WECHAT_URL')
  })

  it('may do without an account at Tencent Cloud where Alibaba Cloud checks and texts', () => {
    const without = { ...complete, SECRET_TENCENT_CLOUD: 'none' }
    const named = (setting: string) => `SETTINGS: ${setting} names tencent_cloud, but SECRET_TENCENT_CLOUD is none`
    for (const setting of ['identity.vendors', 'sms.vendors']) expect(production(without)).toContain(named(setting))
    const checks = { SETTINGS__identity__vendors: '["alibaba_cloud"]' }
    const texts = { SETTINGS__sms__vendors: '["alibaba_cloud"]' }
    expect(production({ ...without, ...checks })).toContain(named('sms.vendors'))
    expect(production({ ...without, ...texts })).toContain(named('identity.vendors'))
    expect(production({ ...without, ...checks, ...texts })).toBe('accepted')
    expect(production({ ...without, ...checks, ...texts, SETTINGS__documents__reader: 'tencent' })).toContain(
      'SETTINGS: documents.reader names tencent, but SECRET_TENCENT_CLOUD is none',
    )
    expect(production({ ...complete, SETTINGS__documents__reader: 'tencent' })).toBe('accepted')
    expect(production({ ...complete, SETTINGS__documents__reader: 'alibaba' })).toContain('one of house, tencent')
  })

  it('may do without an account at Alibaba Cloud, which then is not asked', () => {
    const without = { ...complete, SECRET_ALIBABA_CLOUD: 'none' }
    expect(production(without)).toBe('accepted')
    const asked = { SETTINGS__identity__vendors: '["tencent_cloud","alibaba_cloud"]' }
    expect(production({ ...complete, ...asked })).toBe('accepted')
    expect(production({ ...without, ...asked })).toContain(
      'SETTINGS: identity.vendors names alibaba_cloud, but SECRET_ALIBABA_CLOUD is none',
    )
    const texting = { SETTINGS__sms__vendors: '["tencent_cloud","alibaba_cloud"]' }
    expect(production({ ...complete, ...texting })).toBe('accepted')
    expect(production({ ...without, ...texting })).toContain(
      'SETTINGS: sms.vendors names alibaba_cloud, but SECRET_ALIBABA_CLOUD is none',
    )
  })

  it('reconciles the channels it has an account at, unless it names others', () => {
    const settingsWith = (inputs: Inputs): unknown => {
      const { platform: _named, ...others } = JSON.parse(
        acceptedConfig('production', { ...complete, ...inputs }, true).settings,
      )
      return others
    }
    expect(settingsWith({})).toEqual({})
    expect(settingsWith({ SECRET_ALIPAY: 'none' })).toEqual({ reconciliation: { channels: ['wechat_pay'] } })
    expect(settingsWith({ SECRET_WECHAT_PAY: 'none' })).toEqual({ reconciliation: { channels: ['alipay'] } })
    const shared = JSON.stringify({ reconciliation: { shared: ['wechat_pay'] }, vendor: { totalMs: 9000 } })
    expect(settingsWith({ SECRET_ALIPAY: 'none', SETTINGS: shared })).toEqual({
      reconciliation: { shared: ['wechat_pay'], channels: ['wechat_pay'] },
      vendor: { totalMs: 9000 },
    })
    const named = (...channels: string[]) => JSON.stringify({ reconciliation: { channels } })
    expect(settingsWith({ SECRET_ALIPAY: 'none', SETTINGS: named() })).toEqual({ reconciliation: { channels: [] } })
    expect(production({ ...complete, SECRET_ALIPAY: 'none', SETTINGS: named('wechat_pay', 'alipay') })).toContain(
      'SETTINGS: reconciliation.channels names alipay, but SECRET_ALIPAY is none',
    )
    expect(production({ ...complete, SETTINGS: named('wechat_pay', 'alipay') })).toBe('accepted')
  })

  it.each([
    ['PUBLIC_URL', 'http://id.example.cn', 'must be https'],
    ['PUBLIC_URL', 'id.example.cn', 'is not an address'],
    ['PUBLIC_URL', 'https://127.0.0.1:4000', 'loopback'],
    ['PUBLIC_URL', 'https://localhost', 'loopback'],
    ['PUBLIC_URL', 'https://[::1]', 'loopback'],
    ['PUBLIC_URL', 'https://id.example.cn/?a=b', 'plain base address'],
    ['WECHAT_PAY_URL', 'https://id.example.cn/sandbox/wechat-pay', 'stand-in address'],
    ['TENCENT_FACEID_URL', 'http://faceid.tencentcloudapi.com', 'must be https'],
    ['TENCENT_SMS_URL', 'https://127.1', 'loopback'],
    ['TENCENT_SES_URL', 'http://ses.tencentcloudapi.com', 'must be https'],
    ['TENCENT_CAPTCHA_URL', 'http://captcha.tencentcloudapi.com', 'must be https'],
    ['TENCENT_OCR_URL', 'http://ocr.tencentcloudapi.com', 'must be https'],
    ['ALIBABA_CLOUDAUTH_URL', 'https://id.example.cn/sandbox/alibaba-cloud/cloudauth', 'stand-in address'],
    ['ALIBABA_SMS_URL', 'https://localhost/sms', 'loopback'],
    ['SECRET_WECHAT_PAY', 'shiming/sandbox/wechat-pay', 'test key'],
    ['SECRET_PLATFORM', 'platform-test', 'test key'],
    ['SECRET_KEY_RING', 'shiming/sandbox/key-ring', 'test key'],
    ['SECRET_KEY_RING', '', 'is missing'],
    ['SECRET_KEY_RING', 'arn:aws:secretsmanager:us-east-1:111111111111:secret:key-ring-AbCdEf', 'must be the name of'],
    ['SECRET_KEY_RING', '*', 'must be the name of a secret'],
    ['SECRET_KEY_RING', 'key-rin?', 'must be the name of a secret'],
    ['SECRET_ALIPAY', ' shiming/production/alipay', 'must be the name of a secret'],
    ['SECRET_ALIPAY', 'shiming/production/alipay\n', 'must be the name of a secret'],
    ['SECRET_PLATFORM', 'x'.repeat(513), 'must be the name of a secret'],
    ['TESTER_KEY', 'x'.repeat(30), 'test key'],
    ['ALARM_TOPIC_ARN', 'operators', 'must be the ARN of an SNS topic'],
    ['ALARM_TOPIC_ARN', 'arn:aws:sqs:us-east-1:111111111111:operators', 'must be the ARN of an SNS topic'],
    ['ALARM_TOPIC_ARN', 'arn:aws-us-gov:sns:us-gov-west-1:111111111111:operators', 'must be the ARN of an SNS topic'],
    ['ALARM_TOPIC_ARN', 'arn:aws:sns:us-east-1:1111:operators', 'must be the ARN of an SNS topic'],
    ['ALARM_TOPIC_ARN', 'arn:aws:sns:us-east-1:111111111111:operators:5f0c', 'must be the ARN of an SNS topic'],
    ['ALARM_TOPIC_ARN', 'arn:aws:sns:us-east-1:111111111111:*', 'must be the ARN of an SNS topic'],
    ['CORS_ORIGINS', '*', 'exact https origins'],
    ['CORS_ORIGINS', 'https://app.example.cn/', 'exact https origins'],
    ['CORS_ORIGINS', 'https://app.example.cn,http://127.0.0.1:3000', 'not http://127.0.0.1:3000'],
    ['CORS_ORIGINS', 'null', 'exact https origins'],
    ['EXECUTE_API', 'no', 'must be on or off'],
    ['INDEX_VERSIONS', 'v2,v2', 'different versions from v1 to v9'],
    ['INDEX_VERSIONS', '2', 'not 2'],
    ['INDEX_VERSIONS', 'v10', 'such as v2,v1'],
    ['INDEX_VERSIONS', 'v4,v3,v2,v1', 'one to 3'],
    ['CERTIFICATE_KEYS', 'v1,v1', 'different versions from v1 to v9, the one that signs first'],
    ['CERTIFICATE_KEYS', 'v0', 'not v0'],
    ['CERTIFICATE_KEYS', 'v1,', 'such as v2,v1, not v1,'],
    ['CERTIFICATE_KEYS', 'v4,v3,v2,v1', 'one to 3'],
    ['AUDIT_ROOT_DAYS', '0', 'a whole number of days from 1 to 36500, not 0'],
    ['AUDIT_ROOT_DAYS', '36501', 'not 36501'],
    ['AUDIT_ROOT_DAYS', '1.5', 'a whole number'],
    ['AUDIT_ROOT_DAYS', 'long', 'a whole number'],
  ])('refuses %s %s', (name, value, reason) => {
    const message = production({ ...complete, [name]: value })
    expect(message).toContain(`- ${name} `)
    expect(message).toContain(reason)
  })

  it('takes any name that Secrets Manager takes, and topics of either partition', () => {
    expect(production({ ...complete, SECRET_PLATFORM: 'Prod/plat_form+=.@-1'.padEnd(512, 'x') })).toBe('accepted')
    for (const place of ['aws-cn:sns:cn-northwest-1', 'aws:sns:ap-southeast-1'])
      expect(production({ ...complete, ALARM_TOPIC_ARN: `arn:${place}:111111111111:on-call_1` })).toBe('accepted')
  })

  it('does not repeat a secret that was given in place of its name', () => {
    expect(production({ ...complete, SECRET_PLATFORM: '{"key": "k1"}' })).not.toContain('k1')
  })

  it.each([
    ['{"checks":{"birthYearFrom":1880}}', 'accepts test people'],
    ['{"deliveries":{"localTargets":["127.0.0.1:9000"]}}', 'private addresses'],
    ['{"sessions":{"returnOrigins":["http://localhost:*"]}}', 'names http://localhost:*, which is no https'],
    ['{"prices":{"feeFen":2000}}', '- SETTINGS: prices.feeFen must not be above prices.membershipFen'],
    ['{"wechatPay":{"apiV3Key":"0123456789abcdef0123456789abcdef"}}', 'keys belong in Secrets Manager'],
    ['{"prices":{"fee":1}}', '- SETTINGS: prices.fee is no setting; perhaps prices.feeFen is meant'],
    ['[1]', '- SETTINGS must be a JSON object'],
    ['{not json', '- SETTINGS is no JSON'],
    [JSON.stringify({ consentNotice: 'x'.repeat(3000) }), 'bytes; a function takes 2048 at most'],
  ])('refuses SETTINGS %s', (SETTINGS, reason) => {
    expect(production({ ...complete, SETTINGS })).toContain(reason)
  })

  it('passes settings on as they are', () => {
    const SETTINGS = JSON.stringify({ prices: { feeFen: 200 }, platform })
    expect(acceptedConfig('production', { ...complete, SETTINGS }, true).settings).toBe(SETTINGS)
  })
})

describe('the configuration of the sandbox', () => {
  it('needs nothing on this machine and knows stand-ins only', () => {
    const real = {
      WECHAT_PAY_URL: 'https://api.mch.weixin.qq.com',
      TENCENT_CAPTCHA_URL: 'https://captcha.tencentcloudapi.com',
    }
    const config = acceptedConfig('sandbox', real, false)
    expect(config).toMatchObject({
      publicUrl: 'http://127.0.0.1:4000',
      vendors: {
        WECHAT_PAY_URL: 'http://127.0.0.1:4000/sandbox/wechat-pay',
        TENCENT_FACEID_URL: 'http://127.0.0.1:4000/sandbox/tencent-cloud/faceid',
        TENCENT_SMS_URL: 'http://127.0.0.1:4000/sandbox/tencent-cloud/sms',
        TENCENT_SES_URL: 'http://127.0.0.1:4000/sandbox/tencent-cloud/ses',
        TENCENT_CAPTCHA_URL: '',
        TENCENT_OCR_URL: 'http://127.0.0.1:4000/sandbox/tencent-cloud/ocr',
        ALIBABA_CLOUDAUTH_URL: 'http://127.0.0.1:4000/sandbox/alibaba-cloud/cloudauth',
        ALIBABA_SMS_URL: 'http://127.0.0.1:4000/sandbox/alibaba-cloud/sms',
      },
      secrets: { SECRET_WECHAT_PAY: 'shiming/sandbox/wechat-pay' },
    })
  })

  it('needs a real address and a tester key where others can reach it', () => {
    expect(sandbox({})).toMatch(/PUBLIC_URL must be https[\s\S]*TESTER_KEY is missing/)
    expect(sandbox({ PUBLIC_URL: 'https://try.example.cn', TESTER_KEY: 'short' })).toContain('TESTER_KEY is missing')
    expect(sandbox({ PUBLIC_URL: 'https://try.example.cn', TESTER_KEY: 'x'.repeat(24) })).toBe('accepted')
  })

  it('rings at nothing but a topic, too', () => {
    expect(sandbox({ ALARM_TOPIC_ARN: 'operators' }, false)).toContain('- ALARM_TOPIC_ARN must be the ARN')
  })

  it('is refused with settings nobody knows', () => {
    expect(sandbox({ SETTINGS: '{"price":1}' }, false)).toContain('- SETTINGS: price is no setting')
    expect(sandbox({ SANDBOX_SETTINGS: '{"price":1}' }, false)).toContain('- SANDBOX_SETTINGS: price is no setting')
  })

  it('takes single settings besides, of the service and of the stand-ins', () => {
    const inputs = { SETTINGS: '{"sms":{"tries":3}}', SETTINGS__sms__perDay: '7', SANDBOX_SETTINGS__slowAnswerMs: '10' }
    expect(acceptedConfig('sandbox', inputs, false)).toMatchObject({
      settings: '{"sms":{"tries":3,"perDay":7}}',
      sandboxSettings: '{"slowAnswerMs":10}',
      overrides: [
        { name: 'sms.tries', value: 3, byDefault: 5, from: 'SETTINGS' },
        { name: 'sms.perDay', value: 7, byDefault: 10, from: 'SETTINGS__sms__perDay' },
        { name: 'slowAnswerMs', value: 10, byDefault: 12_000, from: 'SANDBOX_SETTINGS__slowAnswerMs' },
      ],
    })
  })
})

describe('the inputs', () => {
  it('are those of the variables that have such a name, as texts', () => {
    const SETTINGS = { sms: { tries: 3 } }
    expect(
      inputsIn({ PATH: '/bin', SETTINGS, SETTINGS__sms__tries: 3, TESTER_KEY: undefined, XSETTINGS__a: '1' }),
    ).toEqual({
      SETTINGS: '{"sms":{"tries":3}}',
      SETTINGS__sms__tries: '3',
    })
  })
})

describe('the stage', () => {
  it('is the sandbox unless production is named', () => {
    expect([undefined, '', 'sandbox', 'production'].map(acceptedStage)).toEqual([
      'sandbox',
      'sandbox',
      'sandbox',
      'production',
    ])
    expect(refusal(() => acceptedStage('prod'))).toContain('must be sandbox or production')
  })
})
