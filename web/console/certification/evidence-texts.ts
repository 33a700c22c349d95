import { texts } from '../../shared/texts/texts.ts'

const dashed = (day: string): string => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

/** Papers that run out, and domains that are proven. */
export const evidenceTexts = texts(
  {
    title: '材料期限和域名',
    papers: '材料期限',
    papersMore: '日期由管理员填写，请与图片核对；不一致请退回该项。',
    day_business_licence: (day: string) => (day === 'open' ? '长期' : `营业期限至 ${dashed(day)}，失效时间`),
    day_authorisation_letter: (day: string) => `签署于 ${dashed(day)}，失效时间`,
    day_identity: (day: string) => `有效期至 ${dashed(day)}，失效时间`,
    over: '已过期：不能认证，请退回该项（不占补正次数）',
    domains: '已验证的域名',
    dns: 'TXT 记录',
    file: '网站文件',
    until: '有效期至',
  },
  {
    title: 'Papers that run out, and domains',
    papers: 'Until when the papers count',
    papersMore: 'The days are what the administrator said: hold them against the pictures, and return what differs.',
    day_business_licence: (day: string) => (day === 'open' ? 'without an end' : `until ${dashed(day)}, over at`),
    day_authorisation_letter: (day: string) => `signed on ${dashed(day)}, over at`,
    day_identity: (day: string) => `until ${dashed(day)}, over at`,
    over: 'Over: nothing is certified with it; return it, which takes no correction',
    domains: 'Domains that are proven',
    dns: 'TXT record',
    file: 'file',
    until: 'counts until',
  },
)
