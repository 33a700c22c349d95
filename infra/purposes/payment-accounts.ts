export const wechatPay = { secrets: ['SECRET_WECHAT_PAY'], vendors: ['WECHAT_PAY_URL'] } as const
export const alipay = { secrets: ['SECRET_ALIPAY'], vendors: ['ALIPAY_URL'] } as const

export const channels = {
  secrets: [...wechatPay.secrets, ...alipay.secrets],
  vendors: [...wechatPay.vendors, ...alipay.vendors],
} as const

/** What a payment may leave to do: a check, people who look at an application, or a refund. */
export const paidWakes = ['checks', 'applications', 'refunds'] as const

/** Asks the channel about an order, and may hear that it is paid. */
export const paidPerhaps = { ...channels, sends: paidWakes } as const

/** The same of an order for a check alone. */
export const checkPaidPerhaps = { ...channels, sends: ['checks', 'refunds'] } as const
