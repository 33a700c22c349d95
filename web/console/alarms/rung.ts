import type { ConsolePath } from '../../../functions/pages/console-paths.ts'

/** What a person has to look at when a function rings at a line, and the pages that show it, the likeliest first. */
export type Rung = { zh: string; en: string; pages: readonly ConsolePath[] }

const channel: Rung = {
  zh: '支付渠道拒绝我们，要有人处理：商户号、证书、权限或配置',
  en: 'A payment channel refuses us and a person has to mend it: merchant account, certificate, permission or configuration',
  pages: ['/console/orders'],
}

/** Of every function that rings at events of test/alarms/told.ts: what has happened, whichever of them it was. */
export const rungAt: Readonly<Record<string, Rung>> = {
  'payment-pay': channel,
  'payment-cancel': channel,
  'payment-look': channel,
  'verification-submit': channel,
  'verification-cancel': channel,
  'payment-order': {
    zh: '有订单不能在渠道关闭，或者支付渠道拒绝我们',
    en: 'An order could not be ended at its channel, or the channel refuses us',
    pages: ['/console/orders'],
  },
  'payment-refund': {
    zh: '有退款晚了或者要人工处理，或者支付渠道拒绝我们',
    en: 'A refund is late or needs a person, or the payment channel refuses us',
    pages: ['/console/refunds', '/console/refunds/overdue'],
  },
  'payment-operator-refunds': {
    zh: '有退款等着人工处理，或者支付渠道拒绝我们',
    en: 'A refund waits for a person, or the payment channel refuses us',
    pages: ['/console/refunds'],
  },
  'payment-wechat-pay-notification': {
    zh: '微信支付通知说有退款要人工处理，或者与账本矛盾',
    en: 'By a notification of WeChat Pay a refund needs a person, or contradicts the ledger',
    pages: ['/console/refunds'],
  },
  'profile-email': {
    zh: '邮件服务商拒绝我们，要有人处理：余额、密钥、发信域名、模板或权限',
    en: 'The vendor of e-mail refuses us and a person has to mend it: quota, key, sending domain, template or permission',
    pages: ['/console/settings'],
  },
  'webhooks-deliver': {
    zh: '有接收地址几天没有收下任何事件，已停用：请平台检查接收服务，再启用',
    en: 'An endpoint has taken nothing for days and is disabled: the platform has to look at its receiver, and enable it',
    pages: ['/console/webhooks'],
  },
  'complaints-follow': {
    zh: '有投诉快到或者已过时限、被渠道强制退款，或者渠道不接受我们的操作',
    en: 'A complaint nears or has missed its time, the channel forced a refund, or it refused what we did',
    pages: ['/console/complaints', '/console/complaints/answered'],
  },
  'complaints-operator': {
    zh: '渠道不认识一个投诉，或者拒绝我们',
    en: 'The channel does not know a complaint, or refuses us',
    pages: ['/console/complaints'],
  },
  'complaints-watch': {
    zh: '向渠道查不到投诉的列表',
    en: 'The channel does not list complaints',
    pages: ['/console/complaints'],
  },
  'review-follow': {
    zh: '有用户等人处理，快到或者已过答复的时限',
    en: 'A user waits for people, and the time for an answer is nearly over or over',
    pages: ['/console/reviews'],
  },
  'bookkeeping-reconcile': {
    zh: '某天的账单与账本有差异，或者账单损坏、一直没有来',
    en: 'A bill differs from the ledger on some day, or is damaged or never came',
    pages: ['/console/reconciliations/open', '/console/reconciliations'],
  },
  'bookkeeping-vendor-statement': {
    zh: '供应商的账单与我们的调用有没有解释的差异',
    en: "A vendor's statement differs from our calls, unexplained",
    pages: ['/console/statements'],
  },
  'verification-check': {
    zh: '核验供应商拒绝我们、要有人处理，或者当天的花费到了上限',
    en: 'A vendor of identity checks refuses us and a person has to mend it, or has cost what a day may cost',
    pages: ['/console/vendors'],
  },
  'face-open': {
    zh: '人脸供应商拒绝我们、要有人处理，或者当天的花费到了上限',
    en: 'A vendor of faces refuses us and a person has to mend it, or has cost what a day may cost',
    pages: ['/console/vendors'],
  },
  'face-look': {
    zh: '人脸供应商拒绝我们，或者它确认的是另一个人',
    en: 'A vendor of faces refuses us, or has confirmed somebody else',
    pages: ['/console/vendors'],
  },
  'certification-check': {
    zh: '核验企业的供应商拒绝我们，或者今天的费用已用完',
    en: 'A vendor that looks companies up refuses us, or has cost as much as it may today',
    pages: ['/console/vendors'],
  },
  'certification-text': {
    zh: '短信供应商拒绝发送认证结果，或者一条结果短信多次没有发出',
    en: 'A vendor of texts refuses results of certifications, or one was given up',
    pages: ['/console/vendors'],
  },
  'face-follow': {
    zh: '人脸供应商一直没有答复一次人脸确认',
    en: 'A vendor never answered what became of a confirmation by face',
    pages: ['/console/vendors'],
  },
  'account-wechat': {
    zh: '微信拒绝我们，要有人检查公众号的配置',
    en: 'WeChat refuses us: somebody has to look at the configuration of the app',
    pages: ['/console/settings'],
  },
  'account-wechat-sign-in': {
    zh: '微信拒绝我们，要有人检查公众号或网站应用的配置',
    en: 'WeChat refuses us: somebody has to look at the configuration of the service account or the website app',
    pages: ['/console/settings'],
  },
  'account-sms-code': {
    zh: '今天发出的验证码太多，或者短信、图形验证的供应商拒绝我们',
    en: 'Very many codes were sent today, or a vendor of texts or captchas refuses us',
    pages: ['/console/numbers', '/console/settings'],
  },
  'account-sign-in': {
    zh: '还在使用的密钥版本不见了',
    en: 'A version of a key that is still used is gone',
    pages: ['/console/settings'],
  },
  'operators-sign-in': {
    zh: '有人在猜运营人员的密码或验证码，或有人注册后可以批准退款',
    en: "Somebody guesses at an operator's password or code, or enrolled and may approve money",
    pages: ['/console/operators'],
  },
  'operators-manage': {
    zh: '有人换了角色或重新启用，可以批准退款了：请核实是谁',
    en: 'Somebody got another role, or was let in again, and may approve money: ask who that is',
    pages: ['/console/operators'],
  },
  'cases-search': {
    zh: '有运营人员按号码查找，太多次没有找到人',
    en: 'An operator searched by numbers and found nobody too often',
    pages: ['/console/deeds'],
  },
  'audit-roots': {
    zh: '有一天的审计记录还没有封存',
    en: 'A day of the audit is overdue to be sealed',
    pages: ['/console/deeds'],
  },
}
