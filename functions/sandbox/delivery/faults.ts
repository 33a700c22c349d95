/** How a notification may go astray, by mode of the targets `wechat_pay_notification` and `alipay_notification`. */
export const notificationFaults = {
  drop: { drop: true },
  duplicate: { duplicates: 1 },
  signtest: { probe: true },
} as const
