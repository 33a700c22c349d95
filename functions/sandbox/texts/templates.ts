/** The templates of results that the account at each vendor has beside its template of codes; every stage of the sandbox has them by default. */
export const resultTemplates = { tencent_sms: '2400001', alibaba_sms: 'SMS_240000001' } as const

/** The one variable of such a template is let through up to so many characters. */
const MOST = 12

/** Whether a value may stand in for it. */
export const isNews = (value: string | undefined): value is string =>
  value !== undefined && value.length >= 1 && [...value].length <= MOST && !/https?:|www\.|1\d{10}/.test(value)

/** The text as the phone shows it. */
export const newsText = (signName: string, news: string): string =>
  `【${signName}】您的应用认证申请有新进展：${news}。详情请登录平台查看，如有疑问请联系平台。`
