import { texts } from '../shared/texts/texts.ts'

/** What may go wrong with the next call, each as the sandbox's description names it. */
export const faults = [
  { name: 'checkBusy', target: 'tencent_faceid', mode: 'vendor_busy' },
  { name: 'checkFails', target: 'tencent_faceid', mode: 'error_500' },
  { name: 'checkSlow', target: 'tencent_faceid', mode: 'slow' },
  { name: 'checkArrears', target: 'tencent_faceid', mode: 'arrears' },
  { name: 'smsLimit', target: 'tencent_sms', mode: 'daily_limit' },
  { name: 'smsFails', target: 'tencent_sms', mode: 'error_500' },
  { name: 'smsRefused', target: 'tencent_sms', mode: 'insufficient_balance' },
  { name: 'smsLost', target: 'tencent_sms', mode: 'phone_off' },
  { name: 'wechatPayFails', target: 'wechat_pay_create', mode: 'error_500' },
  { name: 'alipayFails', target: 'alipay_create', mode: 'system_error' },
  { name: 'refundStays', target: 'wechat_pay_refund', mode: 'stay_processing' },
  { name: 'refundAbnormal', target: 'wechat_pay_refund', mode: 'abnormal' },
] as const

export const faultTexts = texts(
  {
    checkBusy: '核验服务繁忙',
    checkFails: '核验服务故障',
    checkSlow: '核验服务迟迟不答',
    checkArrears: '核验服务欠费',
    smsLimit: '短信当日次数已满',
    smsFails: '短信服务故障',
    smsRefused: '短信套餐用完',
    smsLost: '短信送不到（关机）',
    wechatPayFails: '微信支付下单失败',
    alipayFails: '支付宝下单失败',
    refundStays: '微信退款三天后才到账',
    refundAbnormal: '微信退款异常',
  },
  {
    checkBusy: 'The check is busy',
    checkFails: 'The check fails',
    checkSlow: 'The check does not answer in time',
    checkArrears: 'We owe the check money',
    smsLimit: 'No more text messages today',
    smsFails: 'Text messages fail',
    smsRefused: 'Text package used up',
    smsLost: 'Text does not arrive (phone off)',
    wechatPayFails: 'WeChat Pay takes no order',
    alipayFails: 'Alipay takes no order',
    refundStays: 'A refund by WeChat takes three days',
    refundAbnormal: 'A refund by WeChat cannot be made',
  },
)
