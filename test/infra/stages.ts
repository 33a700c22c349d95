import { type Templates, templatesOf } from './templates.ts'

/** What a production in China is made of. */
export const real = {
  PUBLIC_URL: 'https://id.example.cn',
  SECRET_WECHAT_PAY: 'shiming/production/wechat-pay',
  SECRET_ALIPAY: 'shiming/production/alipay',
  SECRET_WECHAT: 'shiming/production/wechat',
  SECRET_WECHAT_WEBSITE: 'shiming/production/wechat-website',
  SECRET_TENCENT_CLOUD: 'shiming/production/tencent-cloud',
  SECRET_ALIBABA_CLOUD: 'shiming/production/alibaba-cloud',
  SECRET_PLATFORM: 'shiming/production/platform',
  SECRET_KEY_RING: 'shiming/production/key-ring',
  ALARM_TOPIC_ARN: 'arn:aws-cn:sns:cn-north-1:111111111111:operators',
  SETTINGS__platform__name: '某平台',
  SETTINGS__platform__contact: 'privacy@example.cn',
}

/** With everything that a deployment may ask for besides. */
const elsewhere = {
  ...real,
  ALARM_TOPIC_ARN: 'arn:aws:sns:ap-southeast-1:111111111111:operators',
  CORS_ORIGINS: 'https://app.example.cn',
  EXECUTE_API: 'off',
}

const make = async (): Promise<[string, Templates][]> => [
  ['the sandbox', await templatesOf('sandbox')],
  ['production in China', await templatesOf('production', real)],
  [
    'production without WeChat and WeChat Pay',
    await templatesOf('production', {
      ...real,
      SECRET_WECHAT: 'none',
      SECRET_WECHAT_WEBSITE: 'none',
      SECRET_WECHAT_PAY: 'none',
    }),
  ],
  ['production elsewhere', await templatesOf('production', elsewhere)],
]

let made: ReturnType<typeof make> | undefined

/** Every kind of deployment there is, by its name; made once. */
export const everyStage = (): ReturnType<typeof make> => {
  made ??= make()
  return made
}
